import type { ColumnKey, ColumnMeaning, Guess, NewWord, Separator, SheetKind, SheetPlace } from './plan.ts'
import type { FilePreview, ReadRefusal } from './preview.ts'

/** How a sheet was understood and what its rows would do. read = new + changed + matched + repeated + refused + leftOut. */
export interface SheetPreview extends SheetPlace {
  readonly kind: Guess & { readonly value: SheetKind }
  /** What else it may be, the likeliest first. */
  readonly otherwise: readonly SheetKind[]
  readonly header: Guess & { readonly row: number | null }
  /** How many tables stand on the sheet; read as one where the plan says something of it as a whole. */
  readonly tables: number
  /** A row that may be the header of another table, and is read as one of this; null: there is none. */
  readonly perhapsHeader: number | null
  /** Rows that are no data, apart from empty ones. */
  readonly setAside: readonly RowSetAside[]
  /** How many there are; the list holds the first. */
  readonly aside: number
  /** Those of them that are closed establishments. */
  readonly closed: number
  /** The wave of its year, among sheets of different years, whether it is followed or not; null: it is of no year, or alone. */
  readonly yearly: { readonly id: string; readonly label: string; readonly date: string } | null
  readonly columns: readonly ColumnPreview[]
  /** What a column of a sheet of this kind may be taken for, besides an attribute of any name. */
  readonly meanings: readonly ColumnMeaning[]
  readonly counts: RowCounts
  /** What the rows put, by noun; a row of a project puts several facts. */
  readonly facts: readonly Omit<FilePreview, 'file' | 'ignoredColumns'>[]
  /** Refusals that one choice mends together, the most rows first. */
  readonly groups: readonly RefusalGroup[]
  readonly rows: RowPage
}

export const asideReasons = ['title', 'total', 'note', 'header', 'section', 'closed', 'ours'] as const

export interface RowSetAside {
  readonly row: number
  /** `section`: the title of the rows beneath it; `ours`: Maillage wrote it for people to read. */
  readonly why: (typeof asideReasons)[number]
  /** Its first cell that is not empty. */
  readonly text: string
}

export interface RowCounts {
  readonly read: number
  readonly new: number
  readonly changed: number
  readonly matched: number
  readonly repeated: number
  readonly refused: number
  readonly leftOut: number
}

export interface ColumnPreview extends ColumnMeaning, Guess {
  readonly key: ColumnKey
  /** As the sheet names it; '' when it does not, or when the import adds it. */
  readonly header: string
  /** The import adds it: every cell is proposed. */
  readonly added: boolean
  readonly filled: number
  readonly samples: readonly string[]
  /** What parts its cells; null: one value each. */
  readonly separators: readonly Separator[] | null
  /**
   * Of columns of words: what each means. Of a column that the import adds: what its cells are proposed from (a type as the
   * sheet has it, a commune), and what that gives, so that one choice corrects all of them. The first ones, those to be
   * looked at before the others.
   */
  readonly values: readonly ValuePreview[]
  readonly distinct: number
}

export interface ValuePreview extends Guess {
  readonly value: string
  readonly count: number
  /** Null: nobody knows; its rows are refused. */
  readonly means: string | null
  /** The word that would be added to the vocabulary of the territory. */
  readonly word: NewWord | null
  /** Of a homonym: all that it may mean. */
  readonly choices?: readonly string[] | undefined
}

/** Refusals alike but for their rows. */
export interface RefusalGroup extends Pick<ReadRefusal, 'code' | 'got' | 'expected'> {
  readonly column: ColumnKey | null
  readonly header: string | null
  readonly rows: number
  /** The first of them; null: the sheet as a whole. */
  readonly first: number | null
}

export const rowStates = ['new', 'changed', 'matched', 'repeated', 'refused', 'left_out'] as const
export type RowState = (typeof rowStates)[number]

export interface RowPage {
  /** Place of the first of `list` among the rows asked for. */
  readonly from: number
  /** Rows of the states asked for. */
  readonly total: number
  readonly list: readonly RowPreview[]
}

export interface RowPreview {
  readonly row: number
  readonly state: RowState
  /** One for each column of the sheet, in its order. */
  readonly cells: readonly CellPreview[]
  readonly refusals: readonly CellRefusal[]
}

export type CellRefusal = Pick<ReadRefusal, 'code' | 'got' | 'expected'> & { readonly column: ColumnKey | null }

export interface CellPreview {
  /** As the sheet or the person has it, the first characters of very many. */
  readonly text: string
  /** What it is read as, when that is something else. */
  readonly read?: string
  readonly proposed?: true
  readonly edited?: true
}

/** A name in the files that is no actor's as it stands. */
export interface NamePreview {
  readonly name: string
  /** Cells that hold it. */
  readonly times: number
  readonly first: SheetPlace & { readonly row: number; readonly column: ColumnKey }
  /**
   * `new`: an actor is made, as a row describes it or as `actor` proposes. `to_confirm`: it may be one of `candidates`; until
   * somebody says, a row about it makes an actor of its own, and cells that name it are refused. `chosen`: somebody said.
   */
  readonly state: 'new' | 'to_confirm' | 'chosen'
  /** What somebody said it is; null: an actor of its own. */
  readonly is: string | null
  /** The likeliest first. */
  readonly candidates: readonly NameCandidate[]
  /** Of an actor that no row describes. */
  readonly actor: NewActor | null
}

export interface NameCandidate {
  /** Null: it is made by this import. */
  readonly id: string | null
  readonly name: string
  readonly reasons: readonly AlikeReason[]
}

export interface NewActor {
  readonly type: string
  readonly sphere: string
  readonly scope: string
  readonly inside: boolean
  readonly by: Guess['by']
}

export const alikeReasons = [
  'siren',
  'siret',
  /** The same but for accents, case and punctuation. */
  'spelling',
  /** The same but for the legal form. */
  'legal_form',
  /** One is the initials of the other. */
  'acronym',
  /** One is the former name of the other. */
  'former_name',
  /** The words of one are all in the other. */
  'contained',
  /** A letter or two apart. */
  'typing',
] as const
export type AlikeReason = (typeof alikeReasons)[number]
