import { collectionOf, emptyTerritory, keyOf, type Noun, type Nouns, type Territory } from '../../domain/territory.ts'
import { statements } from '../cypher.ts'
import type { Run } from './bolt.ts'
import { settingsOf } from './properties.ts'

/**
 * Everything in a territory now, but for its revision. Neo4j shows each statement what is committed by then: without the
 * lock on the territory, two statements may tell of two revisions.
 */
export async function readTerritory(run: Run, id: string): Promise<Territory> {
  const all = { territory: id }
  // Sent one behind the other without waiting for answers.
  const [settings, vocabulary, actors, spaces, waves, ties, participations, roster] = await Promise.all([
    run(statements.readSettings, all),
    run(statements.readWords, all),
    run(statements.readActors, all),
    run(statements.readSpaces, all),
    run(statements.readWaves, all),
    run(statements.readTies, all),
    run(statements.readParticipations, all),
    run(statements.readRosterEntries, all),
  ])
  return {
    ...emptyTerritory(id),
    ...collection(
      'setting',
      settings.flatMap(({ properties }) => settingsOf(properties)),
    ),
    ...collection('vocabulary', vocabulary),
    ...collection('actor', actors),
    ...collection('space', spaces),
    ...collection('wave', waves),
    ...collection('tie', ties),
    ...collection('participation', participations),
    ...collection('roster', roster),
  }
}

/** The facts by key, in the order of keys: Neo4j's own order is that of code points. */
function collection<N extends Noun>(noun: N, facts: readonly Nouns[N][]): Partial<Territory> {
  const entries = facts.map((fact) => [keyOf(noun, fact), fact] as const)
  return { [collectionOf[noun]]: new Map(entries.sort(([a], [b]) => (a < b ? -1 : 1))) }
}
