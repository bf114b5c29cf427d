import type { Change } from '../../domain/change.ts'
import {
  collectionOf,
  type Identities,
  keyOf,
  type Noun,
  type Nouns,
  type Space,
  type Territory,
} from '../../domain/territory.ts'
import { Problem } from '../../problem.ts'
import { statements, type Writing } from '../cypher.ts'
import type { Run } from './bolt.ts'
import { propertiesOf, settingProperty } from './properties.ts'

/** Rows sent in one message: enough that the road costs little, few enough that the server need not hold them all. */
const rowsAtOnce = 5_000

/** Makes changes that are known to hold on top of `before`. All in the transaction of `run`. */
export async function writeChanges(run: Run, before: Territory, changes: readonly Change[]): Promise<void> {
  const territory = before.id
  const put = putsIn(changes)
  const removed = removalsIn(changes)
  const send = (statement: Writing, rows: readonly object[], expected?: number) =>
    writeRows(run, statement, territory, rows, expected)

  const settings = [
    ...put.setting.map(({ key, value }) => settingProperty(key, value)),
    ...removed.setting.map(({ key }) => settingProperty(key, null)),
  ]
  if (settings.length > 0) await run(statements.setSettings, { territory, properties: Object.fromEntries(settings) })

  // What others name comes before what names it.
  await send(statements.putWords, rowsOf('vocabulary', before, put.vocabulary, ['vocabulary', 'id']))
  await send(statements.putActors, rowsOf('actor', before, put.actor, ['id']))
  await send(statements.putSpaces, rowsOf('space', before, put.space, ['id']))
  await send(statements.putWaves, rowsOf('wave', before, put.wave, ['id']))
  const parents = relations('parent', before, put.space)
  await send(statements.placeSpaces, parents, parents.filter(({ parent }) => parent !== null).length)
  const hosts = relations('host', before, put.space)
  await send(statements.hostSpaces, hosts, hosts.filter(({ host }) => host !== null).length)

  await send(statements.removeTies, keysOf('tie', removed.tie))
  await send(statements.removeParticipations, keysOf('participation', removed.participation))
  await send(statements.removeRosterEntries, keysOf('roster', removed.roster))
  await send(statements.putTies, rowsOf('tie', before, put.tie, ['from', 'to']))
  await send(statements.putParticipations, rowsOf('participation', before, put.participation, ['actor', 'space']))
  await send(statements.putRosterEntries, rowsOf('roster', before, put.roster, ['actor', 'wave']))

  await send(statements.removeWaves, removed.wave)
  await send(statements.removeSpaces, removed.space)
  await send(statements.removeActors, removed.actor)
  await send(statements.removeWords, removed.vocabulary)
}

/** Writes rows batch by batch. Refuses `store_corrupt` when the graph lacks what they name: it was changed by others. */
export async function writeRows(
  run: Run,
  statement: Writing,
  territory: string,
  rows: readonly object[],
  expected = rows.length,
): Promise<void> {
  let count = 0
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    const [answer] = await run(statement, { territory, rows: rows.slice(at, at + rowsAtOnce) })
    count += answer?.written ?? 0
  }
  if (count === expected) return
  throw new Problem('store_corrupt', { file: territory, found: `${statement.name}: ${count} of ${expected} rows` })
}

type Puts = { [N in Noun]: Nouns[N][] }
type Removals = { [N in Noun]: Identities[N][] }

function putsIn(changes: readonly Change[]): Puts {
  const puts: Puts = perNoun()
  for (const change of changes) if ('put' in change) puts[change.put].push(change.value as never)
  return puts
}

function removalsIn(changes: readonly Change[]): Removals {
  const removals: Removals = perNoun()
  for (const change of changes) if ('remove' in change) removals[change.remove].push(change.identity as never)
  return removals
}

function perNoun() {
  return {
    setting: [],
    vocabulary: [],
    actor: [],
    space: [],
    wave: [],
    tie: [],
    participation: [],
    roster: [],
  }
}

/** Facts as rows: what finds the node, or the key and both ends of the relationship, and the properties to set. */
function rowsOf<N extends Exclude<Noun, 'setting'>>(
  noun: N,
  before: Territory,
  facts: readonly Nouns[N][],
  fields: readonly (keyof Nouns[N])[],
): object[] {
  const known: ReadonlyMap<string, Nouns[Noun]> = before[collectionOf[noun]]
  return facts.map((fact) => {
    const key = keyOf(noun, fact)
    const found = Object.fromEntries(fields.map((field) => [field, fact[field]]))
    const properties = propertiesOf(noun, fact, known.get(key) as Nouns[N] | undefined)
    return isRelated(noun) ? { key, ...found, properties } : { ...found, properties }
  })
}

/** The spaces whose parent or host changes, each with the new one or null. */
function relations<F extends 'parent' | 'host'>(field: F, before: Territory, spaces: readonly Space[]) {
  return spaces
    .filter((space) => space[field] !== before.spaces.get(space.id)?.[field])
    .map(
      (space) => ({ space: space.id, [field]: space[field] ?? null }) as { space: string } & Record<F, string | null>,
    )
}

function keysOf<N extends Noun>(noun: N, identities: readonly Identities[N][]): object[] {
  return identities.map((identity) => ({ key: keyOf(noun, identity) }))
}

/** Facts that are relationships. Uniqueness there looks at properties only, not at the ends: they carry their key. */
function isRelated(noun: Noun): boolean {
  return noun === 'tie' || noun === 'participation' || noun === 'roster'
}
