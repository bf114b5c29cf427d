import { CsvError, type Options, parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { foldedWords } from '../domain/folding.ts'
import type { Territory } from '../domain/territory.ts'
import { isBlank } from './cells.ts'
import { fieldOfHeader, nounOfFile } from './columns.ts'
import { formatOf, textOf } from './encoding.ts'
import { fileLimits, type Preview } from './preview.ts'
import { type ReadOptions, readTables } from './reading.ts'
import { isHabitualHeader } from './recognition/column-names.ts'
import { type People, type Table, territoryToTables } from './tables.ts'

/**
 * A territory as CSV files by name: RFC 4180, UTF-8 without a mark, commas, CRLF. The same territory gives the same
 * bytes, and reading them into an empty territory gives the same territory, but for people that are left out. Conventions: docs/decisions/0003-csv.md.
 */
export function territoryToCsv(territory: Territory, people: People = 'left out'): Map<string, string> {
  return new Map(
    territoryToTables(territory, people).map(({ name, rows }) => [`${name}.csv`, stringify(rows, writing)] as const),
  )
}

/** A file as it is on disk or as it was sent, under the name that sentences call it by. */
export interface SourceFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** How far a file is read that takes a while. */
export interface ReadProgress {
  readonly file: string
  /** Rows read of it, or of the sheet that is read. */
  readonly rows: number
  readonly bytes: number
  readonly of: number
}

/** Told now and then while a file is read; what it throws ends the reading. */
export type FollowReading = (progress: ReadProgress) => unknown

/** What importing CSV files in our own format would do, see `readTables`. */
export function readCsv(files: readonly SourceFile[], territory: Territory, options: ReadOptions = {}): Preview {
  return readTables(files.map(csvTable), territory, options)
}

/** The rows of a CSV file of any making, see `readTable`. */
export function csvTable(file: SourceFile): Table {
  if (file.bytes.length > fileLimits.bytes) {
    const [got, expected] = [String(file.bytes.length), { atMost: fileLimits.bytes }]
    return { file: file.name, rows: [], flaw: { row: null, code: 'file_too_large', got, expected } }
  }
  // One row more than is allowed tells that there are too many.
  return readTable(file, headersOf(file.name), fileLimits.rows + 2)
}

/**
 * The rows of a CSV file, the first ones of very many. Takes what people have: any encoding that a spreadsheet writes; commas,
 * semicolons, tabs or bars; quotes within cells; any line ends. What no table can be read from has a flaw; nothing is thrown.
 * @param isKnown whether a header is one of those that the file may have: they tell how its columns are parted
 */
export function readTable(
  { name: file, bytes }: SourceFile,
  isKnown: (header: string) => boolean,
  mostRows = Infinity,
): Table {
  const format = formatOf(bytes)
  if (format) return { file, rows: [], flaw: { row: null, code: 'malformed_file', got: format, expected: 'csv' } }
  const text = textOf(bytes)
  const { delimiter, isAnnounced } = partingOf(text, isKnown)
  const trimmed = recordsOf(text, delimiter, mostRows, trimming.usual)
  const { records, error } = goesOnAfterQuote(trimmed.error)
    ? recordsOf(text, delimiter, mostRows, trimming.afterQuotes)
    : trimmed
  const rows = records.map((cells, index) => ({ row: index + 1, cells })).slice(isAnnounced ? 1 : 0)
  return error ? { file, rows, flaw: flawOf(error, records.length + 1) } : { file, rows }
}

/** What parts the columns of a text. Announced: its first line says so and is none of the table. */
export function partingOf(
  text: string,
  isKnown: (header: string) => boolean,
): { readonly delimiter: string; readonly isAnnounced: boolean } {
  // Excel reads the delimiter from such a line, and writes it back as a row of the table.
  const announced = /^"?sep=(.)"?[,;\t]*(?:\r\n|\r|\n|$)/i.exec(text)
  return { delimiter: announced?.[1] ?? delimiterOf(text, isKnown), isAnnounced: announced !== null }
}

/** Why a table ends before its file does. */
export function flawOf({ code }: CsvError, row: number): NonNullable<Table['flaw']> {
  const isOpen = code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE'
  return { row, code: 'malformed_file', got: '', expected: isOpen ? 'closing_quote' : 'csv' }
}

/** Whether a file of this name may have such a header. */
export function headersOf(file: string): (header: string) => boolean {
  const noun = nounOfFile(file)
  return (header) => (noun === null ? isHabitualHeader(foldedWords(header)) : fieldOfHeader(noun, header) !== null)
}

// Reading trims cells without quotes, and so takes these as they are. Whatever another reader may part cells at is quoted.
const writing = { record_delimiter: '\r\n', quoted_match: /^\s|\s$|[\r\n;\t|]/ }

/** How cells are trimmed. « "Le Petit" Café », as nobody quotes but people write: a table that has such a cell is read again, and it is what it looks like. */
export const trimming = { usual: { trim: true }, afterQuotes: { ltrim: true } } as const

/** Whether a table is to be read again, see `trimming`. */
export function goesOnAfterQuote(error: CsvError | null): boolean {
  return error?.code === 'CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE'
}

/** The records up to the first that cannot be read. */
function recordsOf(text: string, delimiter: string, most: number, trim: Pick<Options, 'trim' | 'ltrim'>) {
  const records: string[][] = []
  try {
    parse(text, {
      ...reading,
      ...trim,
      delimiter,
      ...(most === Infinity ? {} : { to: most }),
      on_record: (cells: string[]) => {
        records.push(cells)
        return null
      },
    })
    return { records, error: null }
  } catch (error) {
    if (error instanceof CsvError) return { records, error }
    throw error
  }
}

/** How cells are read, whatever parts them. */
export const reading = {
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_quotes: true,
  relax_column_count: true,
  max_record_size: fileLimits.record,
  cast: (cell, { quoting }) => (quoting ? cell : cell.trim()),
} satisfies Options

const delimiters = [',', ';', '\t', '|']
const sample = { characters: 50_000, rows: 20 }

/**
 * The delimiter under which the first line that has several columns has most that are known, then most rows are as wide as it, then most
 * columns: a title may stand above it.
 */
function delimiterOf(text: string, isKnown: (header: string) => boolean): string {
  const start = text.slice(0, sample.characters)
  let best = { delimiter: ',', rank: [-1, -1, -1] }
  for (const delimiter of delimiters) {
    const filled = recordsOf(start, delimiter, sample.rows, trimming.usual).records.filter(
      (cells) => !cells.every(isBlank),
    )
    const known = Math.max(0, ...filled.slice(0, 5).map((cells) => cells.filter(isKnown).length))
    const headerAt = filled.findIndex((cells) => cells.filter((cell) => !isBlank(cell)).length > 1)
    const [header = [], ...rows] = headerAt < 0 ? filled : filled.slice(headerAt)
    const steady = header.length > 1 ? rows.filter((cells) => cells.length === header.length).length : 0
    const rank = [known, steady, header.length]
    const at = rank.findIndex((value, index) => value !== best.rank[index])
    if (at >= 0 && (rank[at] ?? 0) > (best.rank[at] ?? 0)) best = { delimiter, rank }
  }
  return best.delimiter
}
