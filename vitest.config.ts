import { defineConfig } from 'vitest/config'

const onNeo4j = 'test/store/neo4j*.test.ts'

export default defineConfig({
  test: {
    isolate: false,
    sequence: { shuffle: true },
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: { name: 'maillage', include: ['test/**/*.test.ts'], exclude: [onNeo4j] },
      },
      {
        // A Community server has one database: the files that use it take turns.
        extends: true,
        test: { name: 'neo4j', include: [onNeo4j], globalSetup: 'test/neo4j/setup.ts', fileParallelism: false },
      },
    ],
  },
})
