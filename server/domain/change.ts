import { isNamed, type Reference, usesOf } from './reference.ts'
import { collectionOf, type Identities, identityOf, keyOf, type Noun, type Nouns, type Territory } from './territory.ts'
import { type Fault, faultsOf } from './validation.ts'

/** One put or remove of one fact. A list of changes is judged by its end state, and holds whole or not at all. */
export type Change = { [N in Noun]: Put<N> | Remove<N> }[Noun]

export interface Put<N extends Noun> {
  readonly put: N
  readonly value: Nouns[N]
}

interface Remove<N extends Noun> {
  readonly remove: N
  readonly identity: Identities[N]
}

/** Why one change of a list cannot be: `index` is its place in the list. */
export interface RefusedChange extends Fault {
  readonly index: number
}

export type Applied =
  | { readonly ok: true; readonly territory: Territory; readonly inverse: Change[] }
  | { readonly ok: false; readonly refusals: RefusedChange[] }

/**
 * The territory after the changes, with the changes that lead back; or every reason why not, in the order of the list.
 *
 * Judged by the end state: no fact may name an unknown one there, whatever the order of the list. Refused besides:
 * the same identity twice in one list, and the removal of what is not there. The revision is left as it is; counting
 * commits is the store's work. Neither argument is modified.
 */
export function apply(territory: Territory, changes: readonly Change[]): Applied {
  const after = new Draft(territory)
  const inverse: Change[] = []
  const refusals: RefusedChange[] = []
  const seen = new Set<string>()

  changes.forEach((change, index) => {
    const { noun, key } = targetOf(change)
    const place = `${noun} ${key}`
    if (seen.has(place)) {
      refusals.push({ index, code: 'repeated_change', noun, key })
      return
    }
    seen.add(place)
    const before = after.get(noun, key)
    if ('put' in change) {
      after.set(noun, key, change.value)
      inverse.push(leadingBack(change, before))
    } else if (before !== undefined) {
      after.delete(noun, key)
      inverse.push(leadingBack(change, before))
    } else {
      refusals.push({ index, code: 'unknown_fact', noun, key })
    }
  })
  if (refusals.length > 0) return { ok: false, refusals }

  const result = after.territory()
  changes.forEach((change, index) => {
    if (!('put' in change)) return
    for (const fault of faultsOf(result, change.put, change.value as never)) refusals.push({ index, ...fault })
  })
  for (const refusal of stillUsed(result, changes)) refusals.push(refusal)
  if (refusals.length > 0) return { ok: false, refusals: refusals.sort((a, b) => a.index - b.index) }
  return { ok: true, territory: result, inverse: inverse.reverse() }
}

/**
 * The territory after lists of changes that are known to hold, one after the other: nothing is judged again. The inverses
 * of its commits, newest first, lead back to any past revision.
 */
export function replay(territory: Territory, lists: Iterable<readonly Change[]>): Territory {
  const after = new Draft(territory)
  for (const changes of lists) {
    for (const change of changes) {
      const { noun, key } = targetOf(change)
      if ('put' in change) after.set(noun, key, change.value)
      else after.delete(noun, key)
    }
  }
  return after.territory()
}

/** Revisions, in the order given, of the later commits that touch a fact which `changes` touched: undone alone, `changes` would undo part of them too. */
export function touchedAgain(
  changes: readonly Change[],
  later: Iterable<{ readonly revision: number; readonly changes: readonly Change[] }>,
): number[] {
  const placeOf = (change: Change) => JSON.stringify(targetOf(change))
  const places = new Set(changes.map(placeOf))
  const revisions: number[] = []
  for (const commit of later) {
    if (commit.changes.some((change) => places.has(placeOf(change)))) revisions.push(commit.revision)
  }
  return revisions
}

/** The fact a change is about. */
export function targetOf(change: Change): { noun: Noun; key: string } {
  if ('put' in change) return { noun: change.put, key: keyOf(change.put, change.value as never) }
  return { noun: change.remove, key: keyOf(change.remove, change.identity as never) }
}

/** The change that leads back to the fact as it was before; undefined: it was not there. */
export function leadingBack(change: Change, before: unknown): Change {
  if (before !== undefined) return { put: targetOf(change).noun, value: before } as Change
  if ('remove' in change) return change
  return { remove: change.put, identity: identityOf(change.put, change.value as never) } as Change
}

function stillUsed(after: Territory, changes: readonly Change[]): RefusedChange[] {
  const gone = changes.flatMap((change, index) => {
    const name = nameRemovedBy(change)
    return name ? [{ ...name, index, ...targetOf(change) }] : []
  })
  return usesOf(after, gone).flatMap((uses, i) => {
    const removed = gone[i]
    if (!removed) return []
    const { index, noun, key } = removed
    return uses.map((use): RefusedChange => ({ index, code: 'still_used', noun, key, got: `${use.noun} ${use.key}` }))
  })
}

/** What other facts call the fact that a removal takes away; null for those that nothing names. */
export function nameRemovedBy(change: Change): Pick<Reference, 'to' | 'id'> | null {
  if (!('remove' in change)) return null
  if (change.remove === 'vocabulary') return { to: change.identity.vocabulary, id: change.identity.id }
  return isNamed(change.remove) ? { to: change.remove, id: targetOf(change).key } : null
}

/** Copies a collection only when one of its facts changes. */
class Draft {
  readonly #before: Territory
  readonly #copies = new Map<Noun, Map<string, unknown>>()

  constructor(before: Territory) {
    this.#before = before
  }

  get(noun: Noun, key: string): unknown {
    return (this.#copies.get(noun) ?? this.#before[collectionOf[noun]]).get(key)
  }

  set(noun: Noun, key: string, value: unknown): void {
    this.#copy(noun).set(key, value)
  }

  delete(noun: Noun, key: string): void {
    this.#copy(noun).delete(key)
  }

  territory(): Territory {
    const changed = [...this.#copies].map(([noun, facts]) => [collectionOf[noun], inOrder(facts)])
    return { ...this.#before, ...Object.fromEntries(changed) }
  }

  #copy(noun: Noun): Map<string, unknown> {
    let facts = this.#copies.get(noun)
    if (!facts) {
      facts = new Map<string, unknown>(this.#before[collectionOf[noun]])
      this.#copies.set(noun, facts)
    }
    return facts
  }
}

/** Facts are kept in the order of their keys, so that a territory does not remember the path that led to it. */
function inOrder<T>(facts: Map<string, T>): Map<string, T> {
  let last = ''
  for (const key of facts.keys()) {
    if (key < last) return new Map([...facts].sort(([a], [b]) => (a < b ? -1 : 1)))
    last = key
  }
  return facts
}
