import { servers } from './choices.ts'

/** Says once that tests are left out; where everything must be tested, that is a failure. */
export default function setup(): void {
  if (servers.length > 0) return
  const missing = 'MAILLAGE_TEST_NEO4J names no server (npm run neo4j starts one)'
  if (process.env.CI) throw new Error(missing)
  console.warn(`Neo4j tests skipped: ${missing}`)
}
