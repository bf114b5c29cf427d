import type { Change } from '../domain/change.ts'
import type { Noun } from '../domain/territory.ts'
import type { Expected, FaultCode } from '../domain/validation.ts'

/** What an import would do, before anything is done. Whatever is wrong in a file is told here; reading never throws for it. */
export interface Preview {
  readonly files: readonly FilePreview[]
  /** Every reason why a row, or a whole file, is left out, in the order of the files. */
  readonly refusals: readonly ReadRefusal[]
  /** Puts of what is new or changed: they hold together in the territory that was read against. */
  readonly changes: readonly Change[]
  /** What became of each row that is not refused, by file. */
  readonly outcomes: ReadonlyMap<string, readonly RowOutcome[]>
  /** Every fact that a row states, new or known: its noun and key. */
  readonly stated: ReadonlySet<string>
}

export interface RowOutcome {
  readonly row: number
  readonly became: 'created' | 'changed' | 'matched' | 'repeated'
}

/** rows = created + changed + matched + repeated + refused. */
export interface FilePreview {
  readonly file: string
  /** Null when nobody can tell what the file is about. */
  readonly noun: Noun | null
  /** Rows read, without the header and the empty ones. */
  readonly rows: number
  readonly created: number
  readonly changed: number
  /** The same as what is there already. */
  readonly matched: number
  /** The same as an earlier row of the file. */
  readonly repeated: number
  readonly refused: number
  /** Columns that say something this file has no place for. */
  readonly ignoredColumns: readonly string[]
}

/** Place, cause and cure of one refusal. Prose is made from it where it is shown. */
export interface ReadRefusal {
  readonly file: string
  /** As a spreadsheet numbers it: 1 is the first line of the file. Null: the file as a whole. */
  readonly row: number | null
  /** As the file names it. Null: the whole row. */
  readonly column: string | null
  readonly code: ReadRefusalCode
  readonly got: string
  /** Null where the code says it all. */
  readonly expected: ReadExpected | null
}

/** What would have done in a file or in its place. */
export type ReadExpected =
  | Expected
  | 'csv'
  | 'closing_quote'
  /** A whole file of that format. */
  | { readonly format: Format }
  /** So many bytes, rows or columns. */
  | { readonly atMost: number }
  /** Nouns that have a file each. */
  | { readonly files: readonly Noun[] }
  /** Fields that have a column each. */
  | { readonly fields: readonly string[] }
  /** The letters of columns of which one would do. */
  | { readonly oneColumnOf: readonly string[] }
  /** Names of which one may be meant. */
  | { readonly oneNameOf: readonly string[] }
  /** What an earlier row says. */
  | { readonly row: number }

/** Formats that have a grammar of their own, which a file may break. */
export const formats = [
  ...(['zip', 'xlsx', 'xlsb', 'xls', 'ods'] as const),
  ...(['graphml', 'gexf', 'gml', 'pajek', 'dl', 'vna', 'json', 'gephi-lite', 'maillage'] as const),
] as const
export type Format = (typeof formats)[number]

export const readRefusalCodes = [
  'unknown_file',
  'repeated_file',
  'file_too_large',
  'too_many_rows',
  'too_many_columns',
  'too_many_cells',
  'malformed_file',
  /** It opens with a password alone. */
  'protected_file',
  'missing_header',
  'missing_column',
  'repeated_column',
  'extra_cell',
  'missing_value',
  'missing_wave',
  'unreadable_value',
  'ambiguous_name',
  'contradicting_row',
  'unconfirmed_name',
] as const
type ReadRefusalCode = (typeof readRefusalCodes)[number] | FaultCode

/**
 * What one file may hold. More is refused whole: a preview that stops half-way would look like a finished one. A record has as
 * many characters at most as its columns may hold texts, so that a quote left open ends the search. Cells are counted from the first of a row to the last that is filled.
 */
export const fileLimits = {
  bytes: 64 * 1024 * 1024,
  rows: 500_000,
  columns: 500,
  cells: 10_000_000,
  record: 500 * 20_000,
} as const
