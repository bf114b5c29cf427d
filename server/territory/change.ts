import { collectionOf, type Identities, identityOf, keyOf, type Noun, type Nouns, type Territory } from './territory.ts'
import { type Fault, faultsOf, usesOf } from './validation.ts'

/** One put or remove of one fact. A list of changes is judged by its end state, and holds whole or not at all. */
export type Change = { [N in Noun]: Put<N> | Remove<N> }[Noun]

export interface Put<N extends Noun> {
  readonly put: N
  readonly value: Nouns[N]
}

export interface Remove<N extends Noun> {
  readonly remove: N
  readonly identity: Identities[N]
}

/** Why one change of a list cannot be: `index` is its place in the list. */
export interface Refusal extends Fault {
  readonly index: number
}

export type Applied =
  | { readonly ok: true; readonly territory: Territory; readonly inverse: Change[] }
  | { readonly ok: false; readonly refusals: Refusal[] }

/**
 * The territory after the changes, with the changes that lead back; or every reason why not.
 *
 * Judged by the end state: no fact may name an unknown one there, whatever the order of the list. Refused besides:
 * the same identity twice in one list, and the removal of what is not there. The revision is left as it is; counting
 * commits is the store's work. Neither argument is modified.
 */
export function apply(territory: Territory, changes: readonly Change[]): Applied {
  const after = new Draft(territory)
  const inverse: Change[] = []
  const refusals: Refusal[] = []
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
    if ('remove' in change && before === undefined) {
      refusals.push({ index, code: 'unknown_fact', noun, key })
      return
    }
    inverse.push(before === undefined ? removal(change) : ({ put: noun, value: before } as Change))
    if ('put' in change) after.set(noun, key, change.value)
    else after.delete(noun, key)
  })
  if (refusals.length > 0) return { ok: false, refusals }

  const result = after.territory()
  changes.forEach((change, index) => {
    for (const fault of faultsAfter(result, change)) refusals.push({ index, ...fault })
  })
  if (refusals.length > 0) return { ok: false, refusals }
  return { ok: true, territory: result, inverse: inverse.reverse() }
}

/** The fact a change is about. */
export function targetOf(change: Change): { noun: Noun; key: string } {
  if ('put' in change) return { noun: change.put, key: keyOf(change.put, change.value as never) }
  return { noun: change.remove, key: keyOf(change.remove, change.identity as never) }
}

function faultsAfter(after: Territory, change: Change): Fault[] {
  if ('put' in change) return faultsOf(after, change.put, change.value as never)
  const key = keyOf(change.remove, change.identity as never)
  return usesOf(after, change.remove, key).map((use) => ({
    code: 'still_used',
    noun: change.remove,
    key,
    got: `${use.noun} ${use.key}`,
  }))
}

function removal(change: Change): Change {
  if ('remove' in change) return change
  return { remove: change.put, identity: identityOf(change.put, change.value as never) } as Change
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
    const changed = [...this.#copies].map(([noun, facts]) => [collectionOf[noun], facts])
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
