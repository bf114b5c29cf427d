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

/** What takes facts away with everything that cannot stand without them. */
export interface Removal {
  readonly changes: readonly Change[]
  /** How many facts of each noun go, those asked for among them. */
  readonly gone: ReadonlyMap<Noun, number>
  /** Facts that stay and name it no more, such as a space without its host. */
  readonly kept: number
}

/** Facts that must name one of them go with it, and those that must name these; those that may stay without do. Words and settings go alone. */
export function removing<N extends Noun>(territory: Territory, noun: N, identities: readonly Identities[N][]): Removal {
  const going = new Map(
    identities.map((identity) => [placeOf(noun, identity), removal(noun, identityOf(noun, identity))]),
  )
  const gone = new Map<Noun, number>([[noun, going.size]])
  const without = new Map<string, { readonly noun: Noun; readonly fact: Nouns[Noun]; readonly fields: string[] }>()
  const named: { readonly to: Named; readonly id: string }[] = []
  if (isNamed(noun)) for (const identity of identities) named.push({ to: noun, id: keyOf(noun, identity) })
  for (const name of named) {
    for (const other of nouns) {
      const facts: ReadonlyMap<string, Nouns[Noun]> = territory[collectionOf[other]]
      for (const [key, fact] of facts) {
        const place = `${other} ${key}`
        const fields = fieldsThatName(other, fact, name)
        if (fields.length === 0 || going.has(place)) continue
        if (fields.every((field) => mayBeEmpty(other, field))) {
          const before = without.get(place)?.fields ?? []
          without.set(place, { noun: other, fact, fields: [...before, ...fields] })
          continue
        }
        going.set(place, removal(other, identityOf(other, fact as never)))
        gone.set(other, (gone.get(other) ?? 0) + 1)
        if (isNamed(other)) named.push({ to: other, id: key })
      }
    }
  }
  const kept = [...without].flatMap(([place, { noun: other, fact, fields }]) =>
    going.has(place) ? [] : [{ put: other, value: lacking(fact, fields) } as unknown as Change],
  )
  return { changes: [...going.values(), ...kept], gone, kept: kept.length }
}

function placeOf<N extends Noun>(noun: N, identity: Identities[N]): string {
  return `${noun} ${keyOf(noun, identity)}`
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

function lacking(fact: object, fields: readonly string[]): object {
  return Object.fromEntries(Object.entries(fact).filter(([field]) => !fields.includes(field)))
}
