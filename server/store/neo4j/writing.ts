import type { Change } from '../../domain/change.ts'
import {
  collectionOf,
  type Identities,
  identityFields,
  keyOf,
  type Noun,
  type Nouns,
  perNoun,
  type Space,
  type Territory,
} from '../../domain/territory.ts'
import { Problem } from '../../problem.ts'
import { factStatements, statements, type Writing } from '../cypher.ts'
import type { Told } from '../journal.ts'
import type { Run } from './bolt.ts'
import { endsOf, isRelationship, propertiesOf, type Stored, settingProperty, storedNouns } from './properties.ts'

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

  const nodes = storedNouns.filter((noun) => !isRelationship(noun))
  const relationships = storedNouns.filter(isRelationship)
  const sendPuts = (noun: Stored) => send(factStatements[noun].put, rowsOf(noun, before, put[noun] as never))
  const sendRemovals = (noun: Stored) => send(factStatements[noun].remove, identitiesOf(noun, removed[noun] as never))

  // What others name comes before what names it.
  for (const noun of nodes) await sendPuts(noun)
  const parents = relations('parent', before, put.space)
  await send(statements.placeSpaces, parents, parents.filter(({ parent }) => parent !== null).length)
  const hosts = relations('host', before, put.space)
  await send(statements.hostSpaces, hosts, hosts.filter(({ host }) => host !== null).length)

  for (const noun of relationships) await sendRemovals(noun)
  for (const noun of relationships) await sendPuts(noun)
  for (const noun of nodes.toReversed()) await sendRemovals(noun)
}

/** Writes over what commits say, and what leads back. */
export async function rewriteCommits(run: Run, territory: string, commits: readonly Told[]): Promise<void> {
  const rows = commits.map(({ revision, changes, inverse }) => ({
    revision,
    changes: JSON.stringify(changes),
    inverse: JSON.stringify(inverse),
  }))
  await writeRows(run, statements.rewriteCommits, territory, rows)
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
  const puts = perNoun(() => []) as Puts
  for (const change of changes) if ('put' in change) puts[change.put].push(change.value as never)
  return puts
}

function removalsIn(changes: readonly Change[]): Removals {
  const removals = perNoun(() => []) as Removals
  for (const change of changes) if ('remove' in change) removals[change.remove].push(change.identity as never)
  return removals
}

/** Facts as rows: what finds the node, or the key and both ends of the relationship, and the properties to set. */
function rowsOf<N extends Stored>(noun: N, before: Territory, facts: readonly Nouns[N][]): object[] {
  const known: ReadonlyMap<string, Nouns[Noun]> = before[collectionOf[noun]]
  const fields: readonly (keyof Nouns[N])[] = isRelationship(noun) ? (endsOf[noun] ?? []) : identityFields[noun]
  return facts.map((fact) => {
    const key = keyOf(noun, fact)
    const found = Object.fromEntries(fields.map((field) => [field, fact[field]]))
    const properties = propertiesOf(noun, fact, known.get(key) as Nouns[N] | undefined)
    return isRelationship(noun) ? { key, ...found, properties } : { ...found, properties }
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

function identitiesOf<N extends Stored>(noun: N, identities: readonly Identities[N][]): readonly object[] {
  return isRelationship(noun) ? identities.map((identity) => ({ key: keyOf(noun, identity) })) : identities
}
