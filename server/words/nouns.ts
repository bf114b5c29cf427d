import {
  calledBy,
  collectionOf,
  type descriptions,
  type Identities,
  type Noun,
  type Nouns,
  type Territory,
} from '../domain/territory.ts'
import type { ClosedList, closedLists, Vocabulary } from '../domain/vocabulary.ts'
import { type DefaultWords, wordOf } from './vocabulary.ts'

/** What a language calls each noun, and how it tells one of its facts. */
export type NounWords = { readonly [N in Noun]: WordsOfNoun<N> }

interface WordsOfNoun<N extends Noun> {
  /** What a file of them is called, without its ending. */
  readonly file: string
  /** What a table of them is called. */
  readonly table: string
  readonly one: string
  readonly more: string
  /** Above the form of a new one. */
  readonly fresh: string
  /** A fact in a sentence. Of one that is gone, all that is known may be what names it. */
  readonly fact: (fact: Identities[N] & Partial<Nouns[N]>, naming: Naming) => string
}

/** What the facts of a territory name is called. */
export interface Naming {
  /** As people call it; what nobody knows by its id. */
  readonly called: (noun: Called, id: string) => string
  readonly word: (vocabulary: Vocabulary, id: string) => string
}

type Called = keyof typeof calledBy

/** What facts are named by. */
export type Known = Pick<Territory, (typeof collectionOf)[Called] | 'vocabulary'>

export function namingIn(words: DefaultWords, known: Known): Naming {
  return {
    called: (noun, id) => {
      const facts: ReadonlyMap<string, object> = known[collectionOf[noun]]
      return new Map<string, string>(Object.entries(facts.get(id) ?? {})).get(calledBy[noun]) ?? id
    },
    word: (vocabulary, id) => wordOf(words, known, vocabulary, id),
  }
}

/** A word of a closed list; of a fact that is gone, which may not be known, nothing. */
export function said<W extends string>(words: Readonly<Record<W, string>>, word: W | undefined): string {
  return word === undefined ? '' : words[word]
}

/** Every field of every noun. */
export type FieldName = { readonly [N in Noun]: keyof (typeof descriptions)[N]['fields'] }[Noun]

/** How a language calls the fields of a form, and the words of the lists that no territory extends. */
export interface FieldWords {
  readonly labels: Readonly<Record<FieldName, string>>
  /** Where a noun calls a field otherwise. */
  readonly labelsOf: { readonly [N in Noun]?: Readonly<Partial<Record<FieldName, string>>> }
  /** What to write, where the label does not say it. */
  readonly hints: Readonly<Partial<Record<FieldName, string>>>
  readonly options: { readonly [L in ClosedList]: { readonly [W in (typeof closedLists)[L][number]]: string } }
}

export function labelOf({ labels, labelsOf }: FieldWords, noun: Noun, field: string): string {
  const names = { ...labels, ...labelsOf[noun] } as Readonly<Record<string, string>>
  return names[field] ?? field
}
