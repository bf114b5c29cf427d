import type { Change } from '#domain/change.ts'
import type { Named } from '#domain/description.ts'
import { isNamed, referencesOf } from '#domain/reference.ts'
import {
  collectionOf,
  fieldsOf,
  type Identities,
  identityOf,
  keyOf,
  type Noun,
  type Nouns,
  nouns,
  type Territory,
} from '#domain/territory.ts'

/** What takes a fact away with everything that cannot stand without it. */
export interface Removal {
  readonly changes: readonly Change[]
  /** How many facts of each noun go, the fact itself among them. */
  readonly gone: ReadonlyMap<Noun, number>
  /** Facts that stay and name it no more, such as a space without its host. */
  readonly kept: number
}

/** Facts that must name it go with it, those that may stay without. A word or a setting goes alone. */
export function removing<N extends Noun>(territory: Territory, noun: N, identity: Identities[N]): Removal {
  const changes: Change[] = [removal(noun, identityOf(noun, identity))]
  const gone = new Map<Noun, number>([[noun, 1]])
  let kept = 0
  if (isNamed(noun)) {
    const named = { to: noun, id: keyOf(noun, identity) }
    for (const other of nouns) {
      const facts: ReadonlyMap<string, Nouns[Noun]> = territory[collectionOf[other]]
      for (const fact of facts.values()) {
        const fields = fieldsThatName(other, fact, named)
        if (fields.length === 0) continue
        if (fields.every((field) => mayBeEmpty(other, field))) {
          changes.push({ put: other, value: without(fact, fields) } as unknown as Change)
          kept++
        } else {
          changes.push(removal(other, identityOf(other, fact as never)))
          gone.set(other, (gone.get(other) ?? 0) + 1)
        }
      }
    }
  }
  return { changes, gone, kept }
}

function removal(noun: Noun, identity: unknown): Change {
  return { remove: noun, identity } as unknown as Change
}

function fieldsThatName(noun: Noun, fact: Nouns[Noun], { to, id }: { to: Named; id: string }): string[] {
  return referencesOf(noun, fact as never)
    .filter((reference) => reference.to === to && reference.id === id)
    .map(({ field }) => field)
}

function mayBeEmpty(noun: Noun, name: string): boolean {
  return fieldsOf[noun].some(([field, { optional }]) => field === name && optional === true)
}

function without(fact: object, fields: readonly string[]): object {
  return Object.fromEntries(Object.entries(fact).filter(([field]) => !fields.includes(field)))
}
