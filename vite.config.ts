import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// The server of `npm start` also answers the development page: run it on its default port beside `npm run dev`.
export default defineConfig({
  root: 'client',
  plugins: [react()],
  // Nothing is inlined: the page forbids data: fonts and scripts.
  build: { outDir: '../dist/client', emptyOutDir: true, target: 'es2023', assetsInlineLimit: 0 },
  worker: { format: 'es' },
  server: { host: '127.0.0.1', proxy: { '/api': 'http://127.0.0.1:4321' } },
})
