import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// The processes and threads that tests start inherit it: half of their work would be compiling the same sources.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('node_modules/.cache/compiled', import.meta.url))

const onNeo4j = 'test/store/neo4j*.test.ts'
const inBrowser = 'test/browser/**/*.test.ts'

export default defineConfig({
  test: {
    isolate: false,
    // Vitest leaves one processor to itself, so that of two only one would work.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { shuffle: true },
    // One process starts and ends hundreds of threads here: see docs/decisions/0005-computing.md.
    execArgv: ['--no-wasm-code-gc'],
    // For what hangs, not for what is slow on a busy machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Tests that start processes share two cores with the rest: one more try there, none on a desk.
    retry: process.env.CI === 'true' ? 1 : 0,
    projects: [
      {
        extends: true,
        test: { name: 'maillage', include: ['test/**/*.test.ts'], exclude: [onNeo4j, inBrowser] },
      },
      {
        // A Community server has one database: the files that use it take turns.
        extends: true,
        test: {
          name: 'neo4j',
          include: [onNeo4j],
          globalSetup: 'test/neo4j/setup.ts',
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // Without a graphics card Chromium draws on every core: one page at a time, after everything else.
        extends: true,
        test: {
          name: 'browser',
          include: [inBrowser],
          globalSetup: 'test/browser/setup.ts',
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
