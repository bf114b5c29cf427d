import { nouns } from '../domain/territory.ts'
import type { Vocabulary } from '../domain/vocabulary.ts'

/**
 * What a person decided of files to be imported; what is left open is guessed, and the guess shown with its evidence
 * (docs/decisions/0018-import.md). The same files, plan and territory give the same changes.
 */
export interface Plan {
  /** What is done with guesses that nobody would call sure. Default: applied, and shown as proposed. */
  readonly proposals?: 'applied' | 'refused'
  /** Facts of the territory that tables in our own format hold no more. Default: kept. */
  readonly missing?: 'kept' | 'removed'
  /** Of sheets that are about different years, each is of a wave of its year, or all are of the wave of the import. Default: by year, as a proposal. */
  readonly waves?: 'by_year' | 'one'
  readonly sheets?: readonly SheetPlan[]
  readonly names?: readonly NameChoice[]
  /** Words that the territory gets besides its own. */
  readonly words?: readonly NewWord[]
}

/** What a sheet may hold: one of our nouns, as a table of them, or what people make besides. */
export const sheetKinds = [
  ...nouns,
  /** Actors down and across, what ties them in the cells. */
  'matrix',
  /** A project a row, who pilots and who takes part in cells of several names. */
  'projects',
  /** Who was present, a row each; a column per session, or one session in all. */
  'attendance',
  /** A respondent a row, a question a column, the partners in cells of several names. */
  'answers',
  /** Nothing that a territory holds. */
  'nothing',
] as const
export type SheetKind = (typeof sheetKinds)[number]

/** A sheet of a workbook; of a file that has but one table, null. */
export interface SheetPlace {
  readonly file: string
  readonly sheet: string | null
  /** Of one of several tables on a sheet; absent: the sheet as a whole. */
  readonly part?: SheetPart
}

/** The first and the last of the rows, of the columns that it has alone. */
export interface SheetPart {
  readonly rows?: readonly [number, number]
  readonly columns?: readonly [string, string]
}

export interface SheetPlan extends SheetPlace {
  readonly kind?: SheetKind
  /** Row of the header; null: there is none, columns go by their letters. */
  readonly header?: number | null
  readonly columns?: readonly ColumnChoice[]
  readonly values?: readonly ValueChoice[]
  /** What parts names in the cells of a column; none: they hold one name each. */
  readonly separators?: readonly { readonly column: ColumnKey; readonly at: readonly Separator[] }[]
  /** A cell for every row in which nothing says the field. */
  readonly constants?: readonly { readonly field: string; readonly value: string }[]
  /** Cells mended by hand. */
  readonly cells?: readonly { readonly row: number; readonly column: ColumnKey; readonly value: string }[]
  /** Rows left out, and rows that were set aside and are data. */
  readonly rows?: readonly { readonly row: number; readonly as: 'data' | 'left_out' }[]
  /** Establishments that the register says are closed. Default: set aside. */
  readonly closed?: 'set_aside' | 'data'
}

/** The letters of a column of the sheet (`A`), or the field of one that the import adds (`sphere`). */
export type ColumnKey = string

export interface ColumnChoice extends ColumnMeaning {
  readonly column: ColumnKey
}

/** What a column is about; `target` names it. */
export interface ColumnMeaning {
  readonly holds: ColumnHold
  /** '' when ignored. */
  readonly target: string
}

export const columnHolds = [
  /** A field of what the rows are about. */
  'field',
  /** An attribute of it. */
  'attribute',
  /** Actors in this role of the project. */
  'role',
  /** Actors with whom the one of the row has a tie of this kind. */
  'tie',
  /** Marks of who was present at this space. */
  'space',
  /** The tie to this actor: columns of a matrix. */
  'actor',
  'ignored',
] as const
export type ColumnHold = (typeof columnHolds)[number]

export interface ValueChoice {
  readonly column: ColumnKey
  /** As the cells have it; case, accents and spaces do not count. */
  readonly value: string
  /** The cell read in its place: a word, a number, `true`; '' leaves it empty. */
  readonly means: string
}

export const separators = [',', ';', '/', '|', '+', '&', 'et', 'line'] as const
export type Separator = (typeof separators)[number]

export interface NameChoice {
  readonly name: string
  /** Id or name of the actor that is meant; null: an actor of its own. */
  readonly is: string | null
  /** Of a new actor that no row describes. */
  readonly type?: string
  readonly sphere?: string
  readonly scope?: string
  readonly inside?: boolean
}

export interface NewWord {
  readonly vocabulary: Vocabulary
  readonly id: string
  readonly fr: string
  readonly en?: string
}

/** What a guess rests on. */
export const evidences = [
  /** A person said so in the plan. */
  'chosen',
  /** A person said so of an earlier file of the same shape. */
  'remembered',
  'file_name',
  'header',
  /** What the cells look like. */
  'content',
  /** Where it stands among the others. */
  'place',
  /** A word of the vocabulary, or another name of one. */
  'word',
  /** A word within the text, or close to it. */
  'similar',
  /** Nothing like it is known: a new word. */
  'unknown',
  'name',
  'type',
  'commune',
  /** The least and the greatest number of the column. */
  'scale',
  /** People, their addresses and numbers: the territory knows organisations alone. */
  'person',
  /** What is usual. */
  'usual',
] as const
export type Evidence = (typeof evidences)[number]

export interface Guess {
  readonly by: Evidence
  /** False: proposed, to be looked at. */
  readonly sure: boolean
}
