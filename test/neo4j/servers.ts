import neo4j, { type Driver, type Plan } from 'neo4j-driver'
import { afterAll, beforeAll, describe } from 'vitest'
import type { Neo4jChoice } from '../../server/store/neo4j/bolt.ts'
import { servers } from './choices.ts'

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

/** How Neo4j would look for what a statement asks: each operator of its plan with what it is about. */
export async function waysOf(driver: Driver, text: string, parameters = {}): Promise<string[]> {
  const session = driver.session({ database: 'neo4j' })
  try {
    const { summary } = await session.run(`EXPLAIN ${text}`, parameters)
    if (summary.plan === false) throw new Error('no plan')
    return operatorsOf(summary.plan).map(({ operatorType, arguments: { Details } }) => `${operatorType} ${Details}`)
  } finally {
    await session.close()
  }
}

function operatorsOf(plan: Plan): Plan[] {
  return [plan, ...plan.children.flatMap(operatorsOf)]
}

function driverOf({ url, user, password }: Neo4jChoice): Driver {
  return neo4j.driver(url, neo4j.auth.basic(user, password), { disableLosslessIntegers: true, telemetryDisabled: true })
}
