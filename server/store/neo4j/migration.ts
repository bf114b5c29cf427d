import { Neo4jError } from 'neo4j-driver'
import { Problem } from '../../problem.ts'
import { migrations, statements } from '../cypher.ts'
import type { Bolt } from './bolt.ts'
import { takeNotesOutOfSettings } from './old-notes.ts'

/** How long an index may take to cover what is there. */
const indexSeconds = 300
/** How often servers that start together may come in each other's way at one step. */
const mostRaces = 5

/**
 * Brings the schema of the database up to date: makes each step that the database does not tell of, then records it as a
 * node (:Migration {number}). A database that tells of none is new, and filled before anything is recorded: a beginning
 * that was cut short begins again. Several servers may do all this at once: what is made twice is made once. Refuses
 * `store_newer`.
 */
export async function migrate(bolt: Bolt, fill: () => Promise<void>): Promise<void> {
  const recorded = await bolt.read('large', (run) => run(statements.readMigrations, {}))
  const found = Math.max(0, ...recorded.map(({ number }) => number))
  if (found > migrations.length)
    throw new Problem('store_newer', { file: bolt.url, found, supported: migrations.length })

  const done = new Set(recorded.map(({ number }) => number))
  const missing = migrations
    .map((step, index) => ({ step, number: index + 1 }))
    .filter(({ number }) => !done.has(number))
  if (missing.length === 0) return
  // Neo4j takes no change of the schema and of the data in one transaction.
  for (const { step } of missing) for (const statement of step.statements) await make(statement, bolt)
  await bolt.read('large', (run) => run(statements.awaitIndexes, { seconds: indexSeconds }))
  if (recorded.length === 0) await fill()
  else for (const { step } of missing) await beyondCypher[step.name]?.(bolt)
  for (const { step, number } of missing) {
    await bolt.write('large', (run) => run(statements.recordMigration, { number, name: step.name }))
  }
}

/** What a step does besides, which Cypher cannot: histories are JSON. Bears to be done again. */
const beyondCypher: Readonly<Record<string, (bolt: Bolt) => Promise<void>>> = {
  'migrations/039-keep-notes': takeNotesOutOfSettings,
}

async function make(step: (typeof migrations)[number]['statements'][number], bolt: Bolt): Promise<void> {
  for (let again = mostRaces, left = true; left; ) {
    try {
      const [told] = await bolt.write('large', (run) => run(step, {}))
      left = told !== undefined && told.converted > 0
    } catch (error) {
      // Another server made or dropped the same index between this one's look and its step: the next look sees that.
      const raced = error instanceof Neo4jError && error.code.startsWith('Neo.ClientError.Schema.')
      if (!raced || again-- === 0) throw error
    }
  }
}
