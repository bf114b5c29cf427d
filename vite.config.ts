import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// The server of `npm start` also answers the development page: run it on its default port beside `npm run dev`.
export default defineConfig({
  root: 'client',
  plugins: [react()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    license: { fileName: 'licences.txt' },
    target: 'es2023',
    // Nothing is inlined: the page forbids data: fonts and scripts.
    assetsInlineLimit: 0,
    // In kB: React, its accessible components and the router, some 190 kB once compressed.
    chunkSizeWarningLimit: 620,
  },
  worker: { format: 'es' },
  server: { host: '127.0.0.1', proxy: { '/api': 'http://127.0.0.1:4321' } },
})
