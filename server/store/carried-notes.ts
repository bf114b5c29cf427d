import { type Change, replay } from '../domain/change.ts'
import { findingId, type KeyOf, notesOfSettings } from '../domain/note.ts'
import { emptyTerritory, type Note, type Territory } from '../domain/territory.ts'
import type { Told } from './journal.ts'

/**
 * The list as it is written today: notes that stand in settings are notes, and those under the keys findings had before
 * these were secret are under the keys they have now, as far as the actors and spaces they may be about are known. The
 * very list when it has neither.
 */
export function withNotesOfToday(before: Territory, changes: readonly Change[], keyOf: KeyOf): readonly Change[] {
  const noted = notesOfSettings(before, changes)
  if (!noted.some((change) => isOfBefore(findingIn(change)))) return noted
  return underKeysOfToday(noted, keysOfBefore(replay(before, [noted]), keyOf))
}

/**
 * What takes all notes of a territory to where they are kept today: the changes of its state, and the commits of its
 * history that read otherwise, among `commits`, which are all that speak of a note in their order.
 */
export function carriedNotes(
  present: Territory,
  commits: readonly Told[],
  keyOf: KeyOf,
): { readonly changes: readonly Change[]; readonly rewritten: readonly Told[] } {
  const keys = keysOfBefore(present, keyOf)
  const settings = [...present.settings.values()].map((value): Change => ({ put: 'setting', value }))
  const puts = notesOfSettings(emptyTerritory(present.id), settings)
  const ofToday = replay(emptyTerritory(present.id), [underKeysOfToday(puts, keys)])
  const removed = [...present.settings.keys()].filter((key) => !ofToday.settings.has(key))
  const changes = [
    ...removed.map((key): Change => ({ remove: 'setting', identity: { key } })),
    ...[...ofToday.notes.values()].map((value): Change => ({ put: 'note', value })),
  ]
  let state = emptyTerritory(present.id)
  const rewritten = commits.map(({ revision, changes, inverse }) => {
    const made = notesOfSettings(state, changes)
    const after = replay(state, [made.filter(isOfNotes)])
    const back = notesOfSettings(after, inverse)
    state = after
    return { revision, changes: underKeysOfToday(made, keys), inverse: underKeysOfToday(back, keys) }
  })
  return { changes, rewritten }
}

function isOfNotes(change: Change): boolean {
  const noun = 'put' in change ? change.put : change.remove
  return noun === 'setting' || noun === 'note'
}

function underKeysOfToday(changes: readonly Change[], keys: ReadonlyMap<string, string>): readonly Change[] {
  const now = <F extends Pick<Note, 'finding'>>(fact: F): F => ({
    ...fact,
    finding: keys.get(fact.finding) ?? fact.finding,
  })
  return changes.map((change): Change => {
    if ('put' in change) return change.put === 'note' ? { put: 'note', value: now(change.value) } : change
    return change.remove === 'note' ? { remove: 'note', identity: now(change.identity) } : change
  })
}

function findingIn(change: Change): string | null {
  if ('put' in change) return change.put === 'note' ? change.value.finding : null
  return change.remove === 'note' ? change.identity.finding : null
}

/** Found as anybody could find them: by trying all that a finding may be about. */
function keysOfBefore(territory: Territory, keyOf: KeyOf): ReadonlyMap<string, string> {
  return new Map([...findingsIn(territory)].map(([before, id]) => [keyOfBefore(before), keyOf(id)]))
}

/** A code and at most seven letters of a number of 32 bits in base 36. */
function isOfBefore(key: string | null): boolean {
  return key !== null && /^(lock_in|[IP]\d)-[0-9a-z]{1,7}$/.test(key)
}

/** FNV-1a of all of a finding, whose parts are no secret. */
function keyOfBefore(id: string): string {
  let hash = 0x811c9dc5
  for (const letter of id) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return `${id.slice(0, id.indexOf(':'))}-${hash.toString(36)}`
}

/** Every finding there could be: what it was called, and its id. */
function* findingsIn({ actors, spaces }: Territory): Generator<[before: string, id: string]> {
  const spheres = new Set<string>()
  const types = new Set<string>()
  const groups = [...spaces.keys()].map((id): [string, string] => ['space', id])
  for (const { sphere, commune, groups: declared = [], type } of actors.values()) {
    spheres.add(sphere)
    types.add(type)
    groups.push(['sphere', sphere], ...(commune ? [['commune', commune] as [string, string]] : []))
    groups.push(...declared.map((id): [string, string] => ['declared', id]))
  }
  for (const [before, kind, noun] of onOne) {
    const ids = {
      actor: actors.keys(),
      project: spaces.keys(),
      sphere: spheres,
      actorType: types,
      category: categories,
    }
    for (const id of ids[noun]) yield [`${before}:${id}`, findingId(kind, { [noun]: id })]
    yield [`${before}:`, findingId(kind, {})]
  }
  for (const [kind, id] of groups) yield [`lock_in:group:${kind}:${id}`, findingId('closed_group', { [kind]: id })]
  for (const first of spheres) {
    for (const second of spheres) {
      yield [`I5:group:sphere:${first} / ${second}`, findingId('excluded_spheres', { spheres: [first, second] })]
    }
    yield [`I8:group:sphere:${first}`, findingId('sphere_kept_apart', { sphere: first })]
  }
  for (const [before, kind] of onNobody) yield [before, findingId(kind, {})]
}

/** Findings on one of a noun, and on nobody in particular. */
const onOne = [
  ['lock_in:actor:', 'closed_actor', 'actor'],
  ['I0:actor:', 'isolated_actor', 'actor'],
  ['I1:actor:', 'single_tie', 'actor'],
  ['I2:group:', 'islet', 'actor'],
  ['I3:actor:', 'peripheral_actor', 'actor'],
  ['I4:actor:', 'dependent_actor', 'actor'],
  ['I6:actor:', 'fading_ties', 'actor'],
  ['I7:actor:', 'critical_broker', 'actor'],
  ['P0:programme:', 'project_without_pilot', 'project'],
  ['P2:programme:', 'single_sphere_project', 'project'],
  ['P3:programme:', 'sole_pilot', 'actor'],
  ['P4:programme:', 'absent_from_programme', 'sphere'],
  ['P4:programme:', 'absent_from_programme', 'category'],
  ['P5:programme:', 'first_meetings', 'project'],
  ['P6:programme:', 'named_and_absent', 'actorType'],
] as const

const onNobody = [
  ['lock_in:group::', 'closed_group'],
  ['lock_in:territory:withdrawal:', 'withdrawal'],
  ['lock_in:territory:fragile_opening:', 'fragile_opening'],
  ['I5:group::', 'excluded_spheres'],
  ['I8:group::', 'sphere_kept_apart'],
  ['P1:programme::', 'pilot_concentration'],
  ['P2:programme::', 'programme_homophily'],
  ['P7:programme::', 'programme_reach'],
] as const

/** Kinds of actors that a programme may lack. */
const categories = ['collectivites', 'etat', 'entreprises', 'interface', 'formation', 'emploi']
