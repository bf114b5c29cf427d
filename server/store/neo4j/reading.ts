import { collectionOf, emptyTerritory, keyOf, type Noun, type Nouns, type Territory } from '../../domain/territory.ts'
import { type FactStatements, factStatements, statements } from '../cypher.ts'
import type { Run } from './bolt.ts'
import { type Stored, settingsOf, storedNouns } from './properties.ts'

/**
 * Everything in a territory now, but for its revision. Neo4j shows each statement what is committed by then: without the
 * lock on the territory, two statements may tell of two revisions.
 */
export async function readTerritory(run: Run, id: string): Promise<Territory> {
  // Sent one behind the other without waiting for answers.
  const collections = await Promise.all([
    run(statements.readSettings, { territory: id }).then((rows) => {
      return collection(
        'setting',
        rows.flatMap(({ properties }) => settingsOf(properties)),
      )
    }),
    ...storedNouns.map((noun) => readFacts(run, id, noun)),
  ])
  return Object.assign(emptyTerritory(id), ...collections)
}

async function readFacts<N extends Stored>(run: Run, id: string, noun: N): Promise<Partial<Territory>> {
  const statement: FactStatements<N>['read'] = factStatements[noun].read
  return collection(noun, await run(statement, { territory: id }))
}

/** The facts by key, in the order of keys: Neo4j's own order is that of code points. */
function collection<N extends Noun>(noun: N, facts: readonly Nouns[N][]): Partial<Territory> {
  const entries = facts.map((fact) => [keyOf(noun, fact), fact] as const)
  return { [collectionOf[noun]]: new Map(entries.sort(([a], [b]) => (a < b ? -1 : 1))) }
}
