import type { Change } from '../domain/change.ts'
import { type KeyOf, notedIn } from '../domain/note.ts'
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
  const keys = new Map([...idsIn(territory)].map((id) => [keyOfBefore(id), keyOf(id)]))
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

/** Every finding there could be. */
function* idsIn({ actors, spaces }: Territory): Generator<string> {
  const spheres = new Set<string>()
  const groups = new Set<string>()
  const types = new Set<string>()
  for (const { sphere, commune, groups: declared = [], type } of actors.values()) {
    spheres.add(sphere)
    types.add(type)
    for (const group of commune ? [commune, ...declared] : declared) groups.add(group)
  }
  const ofActor = ['lock_in:actor:', 'I0:actor:', 'I1:actor:', 'I2:group:', 'I3:actor:', 'I4:actor:', 'I6:actor:']
  for (const id of ['', ...actors.keys()]) {
    for (const rule of [...ofActor, 'I7:actor:', 'P3:programme:']) yield `${rule}:${id}`
  }
  for (const id of ['', ...spaces.keys()]) for (const code of ['P0', 'P2', 'P5']) yield `${code}:programme::${id}`
  for (const kind of ['sphere', 'commune', 'space', 'declared']) {
    for (const id of ['', ...spheres, ...groups, ...spaces.keys()]) yield `lock_in:group:${kind}:${id}`
  }
  for (const id of ['', ...spheres, ...types, ...categories]) {
    for (const code of ['P1', 'P4', 'P6', 'P7']) yield `${code}:programme::${id}`
    yield `I8:group:sphere:${id}`
    for (const other of spheres) yield `I5:group:sphere:${id} / ${other}`
  }
  yield* ['lock_in:group::', 'lock_in:territory:withdrawal:', 'lock_in:territory:fragile_opening:']
  yield* ['I5:group::', 'I8:group::']
}

/** Kinds of actors that a programme may lack. */
const categories = ['collectivites', 'etat', 'entreprises', 'interface', 'formation', 'emploi']
