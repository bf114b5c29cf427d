import { Problem } from '../../problem.ts'
import { migrations, type Statement, statements } from '../cypher.ts'
import type { Bolt } from './bolt.ts'

/** How long an index may take to cover what is there. */
const indexSeconds = 300

/**
 * Brings the schema of the database up to date: each step that the database does not tell of is made, then recorded as a
 * node (:Migration {number}). Several servers may do so at once: a step made twice is made once. Refuses `store_newer`.
 */
export async function migrate(bolt: Bolt, steps: readonly Statement[] = migrations): Promise<void> {
  const recorded = await bolt.read((run) => run(statements.readMigrations, {}))
  const found = Math.max(0, ...recorded.map(({ number }) => number))
  if (found > steps.length) throw new Problem('store_newer', { file: bolt.url, found, supported: steps.length })
  const done = new Set(recorded.map(({ number }) => number))
  for (const [index, step] of steps.entries()) {
    const number = index + 1
    if (done.has(number)) continue
    // Neo4j takes no change of the schema and of the data in one transaction.
    await bolt.write((run) => run(step, {}))
    await bolt.write((run) => run(statements.recordMigration, { number, name: step.name }))
  }
  if (done.size < steps.length) await bolt.read((run) => run(statements.awaitIndexes, { seconds: indexSeconds }))
}
