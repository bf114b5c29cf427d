import type { ClosedList, closedLists, Vocabulary } from './vocabulary.ts'

/**
 * What a noun is made of, as plain data. From it derive what a fact names and how it is judged (reference.ts,
 * validation.ts), the schemas of `wire/`, the cells of `exchange/`, what the stores read and write. The compiler holds it
 * to the type of the noun: no field is missing, none is of another type, optional or nullable where it is not.
 */
export interface Description<T = object> {
  /** Where its facts live in a territory. */
  readonly collection: string
  /** The fields that name one fact among its kind. */
  readonly identity: readonly (keyof T & string)[]
  /** What people call one of its facts: in a file it may go without an id. */
  readonly calledBy?: keyof T & string
  /** The two facts that each of its facts stands between: in a graph it is a relationship. */
  readonly between?: readonly [from: keyof T & string, to: keyof T & string]
  /** In the order in which they are written and judged. */
  readonly fields: {
    readonly [F in keyof T & string]-?: Field<KindOf<NonNullable<T[F]>>> &
      Presence<T, F> & { readonly emptyCell?: NonNullable<T[F]> }
  }
}

export interface Field<K extends Kind = Kind> {
  readonly kind: K
  /** Absent: unknown or unasked. */
  readonly optional?: true
  /** Null says that there is none. */
  readonly nullable?: true
  /** Of a person: in no network and no finding, and in no file but at request. */
  readonly personal?: true
  /** What an empty cell of a file says, of a field that no fact is without. */
  readonly emptyCell?: string | number | boolean
}

/** What a field holds, and within which limits. */
export type Kind =
  /** Names the fact, see `longestId`. */
  | 'id'
  /** A line that is not blank. */
  | 'name'
  | 'line'
  | 'text'
  | 'names'
  /** A day of the calendar, `YYYY-MM-DD`. */
  | 'date'
  | 'boolean'
  /** Text, number or boolean. */
  | 'value'
  /** Values by names of their own. */
  | 'attributes'
  /** So many digits, no others. */
  | { readonly digits: number }
  /** Any number from the first to the second. */
  | { readonly between: readonly [least: number, most: number] }
  /** A whole number from the first to the second. */
  | { readonly whole: readonly [least: number, most: number] }
  /** Whole numbers from the first to the second. */
  | { readonly wholes: readonly [least: number, most: number] }
  /** A word of a list that no territory extends. */
  | { readonly oneOf: ClosedList }
  | { readonly word: Vocabulary }
  | { readonly words: Vocabulary }
  /** The id of a fact that others name. */
  | { readonly fact: Named }

/** The nouns that other facts name by id. */
export type Named = 'actor' | 'space' | 'wave' | 'seminar' | 'challenge' | 'decision'

/** Longest id, in UTF-16 code units; also of words, and of names of attributes. */
export const longestId = 200
export const longestText = 10_000

type KindOf<V> = [V] extends [boolean]
  ? 'boolean'
  : [V] extends [number]
    ? Extract<Kind, { between: unknown } | { whole: unknown }>
    : [V] extends [readonly number[]]
      ? Extract<Kind, { wholes: unknown }>
      : [V] extends [readonly string[]]
        ? 'names' | Extract<Kind, { words: unknown }>
        : [V] extends [string]
          ? TextOf<V>
          : [V] extends [string | number | boolean]
            ? 'value'
            : 'attributes'

type TextOf<V extends string> = string extends V
  ?
      | 'id'
      | 'name'
      | 'line'
      | 'text'
      | 'date'
      | Extract<Kind, { digits: unknown } | { word: unknown } | { fact: unknown }>
  : { readonly oneOf: ListOf<V> }

/** The closed lists whose words are those of the type. */
type ListOf<V> = {
  [L in ClosedList]: [V, Word<L>] extends [Word<L>, V] ? L : never
}[ClosedList]
type Word<L extends ClosedList> = (typeof closedLists)[L][number]

type Presence<T, F extends keyof T> = (Partial<Pick<T, F>> extends Pick<T, F>
  ? { readonly optional: true }
  : { readonly optional?: never }) &
  (null extends T[F] ? { readonly nullable: true } : { readonly nullable?: never })
