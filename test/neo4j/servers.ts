import neo4j, { type Driver } from 'neo4j-driver'
import type { Neo4jChoice } from '../../server/store/neo4j/bolt.ts'

/** The servers to test on, from MAILLAGE_TEST_NEO4J: URLs with user and password, separated by commas. Their data are thrown away. */
export const servers: readonly Neo4jChoice[] = (process.env['MAILLAGE_TEST_NEO4J'] ?? '')
  .split(',')
  .filter((text) => text !== '')
  .map((text) => {
    const url = new URL(text)
    return { url: `${url.protocol}//${url.host}`, user: url.username, password: url.password, database: 'neo4j' }
  })

/** Talks to a server beside the store. */
export function driverOf({ url, user, password }: Neo4jChoice): Driver {
  return neo4j.driver(url, neo4j.auth.basic(user, password), { disableLosslessIntegers: true, telemetryDisabled: true })
}

/** Leaves the schema and nothing else. */
export async function empty(driver: Driver): Promise<void> {
  const session = driver.session({ database: 'neo4j' })
  try {
    await session.run(`
      MATCH (n) WHERE NOT n:Migration
      CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS`)
  } finally {
    await session.close()
  }
}
