import type { Change } from '../domain/change.ts'
import { findingId, type KeyOf, notedIn } from '../domain/note.ts'
import type { Territory } from '../domain/territory.ts'
import { Problem } from '../problem.ts'
import { keysUnder } from './finding-keys.ts'
import type { Store } from './store.ts'

/**
 * Takes notes that stand under the keys findings had before those were secret to the keys they have now, by a commit of
 * each territory that has any. A note on a finding about somebody who is gone stays where it is.
 */
export async function carryNotes(store: Store, at: string): Promise<void> {
  for (const { id, settings } of await store.list()) {
    if (!Object.keys(settings).some((key) => isOfBefore(notedIn(key)))) continue
    const territory = await store.load(id)
    const changes = carriedNotes(territory, keysUnder(await store.secret(id)))
    if (changes.length === 0) continue
    const { revision } = territory
    const draft = { key: `carry-notes-${revision}`, author: null, at, origin: 'edit', changes } as const
    try {
      await store.commit(id, revision, draft)
    } catch (error) {
      // Somebody was quicker: the next start does it.
      if (!(error instanceof Problem && error.code === 'revision_conflict')) throw error
    }
  }
}

/** Found as anybody could find them: by trying all that a finding may be about. */
export function carriedNotes(territory: Territory, keyOf: KeyOf): Change[] {
  const settings = [...territory.settings.values()].filter(({ key }) => isOfBefore(notedIn(key)))
  if (settings.length === 0) return []
  const keys = new Map([...findingsIn(territory)].map(([before, id]) => [keyOfBefore(before), keyOf(id)]))
  return settings.flatMap(({ key, value }): Change[] => {
    const before = notedIn(key) ?? ''
    const now = keys.get(before)
    if (now === undefined) return []
    return [
      { remove: 'setting', identity: { key } },
      { put: 'setting', value: { key: key.replace(before, now), value } },
    ]
  })
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
