import { Problem } from '../../problem.ts'
import { migrations, statements } from '../cypher.ts'
import type { Bolt } from './bolt.ts'

/** How long an index may take to cover what is there. */
const indexSeconds = 300

/**
 * Brings the schema of the database up to date: makes each step that the database does not tell of, then records it as a
 * node (:Migration {number}). A database that tells of none is new, and filled before anything is recorded: a beginning
 * that was cut short begins again. Several servers may do all this at once: what is made twice is made once. Refuses
 * `store_newer`.
 */
export async function migrate(bolt: Bolt, fill: () => Promise<void>): Promise<void> {
  const recorded = await bolt.read((run) => run(statements.readMigrations, {}))
  const found = Math.max(0, ...recorded.map(({ number }) => number))
  if (found > migrations.length)
    throw new Problem('store_newer', { file: bolt.url, found, supported: migrations.length })

  const done = new Set(recorded.map(({ number }) => number))
  const missing = migrations
    .map((step, index) => ({ step, number: index + 1 }))
    .filter(({ number }) => !done.has(number))
  if (missing.length === 0) return
  // Neo4j takes no change of the schema and of the data in one transaction.
  for (const { step } of missing) await bolt.write((run) => run(step, {}))
  await bolt.read((run) => run(statements.awaitIndexes, { seconds: indexSeconds }))
  if (recorded.length === 0) await fill()
  for (const { step, number } of missing) {
    await bolt.write((run) => run(statements.recordMigration, { number, name: step.name }))
  }
}
