import neo4j, { type Driver } from 'neo4j-driver'
import { afterAll, beforeAll, describe } from 'vitest'
import type { Neo4jChoice } from '../../server/store/neo4j/bolt.ts'

/** The servers to test on, from MAILLAGE_TEST_NEO4J: URLs with user and password, separated by commas. Their data are thrown away. */
export const servers: readonly Neo4jChoice[] = (process.env.MAILLAGE_TEST_NEO4J ?? '')
  .split(',')
  .filter((text) => text !== '')
  .map(choiceOf)

/** The same tests on every server, which is empty at first; skipped when there is none. */
export function onEveryServer(define: (server: Neo4jChoice, driver: Driver) => void): void {
  describe.skipIf(servers.length === 0)('Neo4j', () => {
    for (const server of servers) {
      describe(server.url, () => {
        const driver = driverOf(server)
        beforeAll(() => empty(driver))
        afterAll(() => driver.close())
        define(server, driver)
      })
    }
  })
}

export function choiceOf(text: string): Neo4jChoice {
  const url = new URL(text)
  return { url: `${url.protocol}//${url.host}`, user: url.username, password: url.password, database: 'neo4j' }
}

/** Leaves the schema and nothing else. */
export async function empty(driver: Driver): Promise<void> {
  await inDatabase(driver, 'MATCH (n) WHERE NOT n:Migration CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS')
}

/** The rows of a statement that runs in a transaction of its own, beside any store. */
export async function inDatabase(driver: Driver, text: string, parameters = {}): Promise<Record<string, unknown>[]> {
  const session = driver.session({ database: 'neo4j' })
  try {
    const { records } = await session.run(text, parameters)
    return records.map((record) => record.toObject())
  } finally {
    await session.close()
  }
}

function driverOf({ url, user, password }: Neo4jChoice): Driver {
  return neo4j.driver(url, neo4j.auth.basic(user, password), { disableLosslessIntegers: true, telemetryDisabled: true })
}
