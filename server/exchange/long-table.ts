import { CsvError, type Options, parse } from 'csv-parse'
import { flawOf, goesOnAfterQuote, headersOf, partingOf, reading, readTable, type SourceFile, trimming } from './csv.ts'
import { formatOf, textOf, textPieces } from './encoding.ts'
import { sheetFormatOf } from './formats/sheets.ts'
import type { Row, Table } from './tables.ts'

/** Tables of text that are longer than this are read in parts. */
export const longFrom = 8 * 1024 * 1024

/** What a long table may hold; it is in memory as bytes alone. */
export const longLimits = { bytes: 512 * 1024 * 1024, rows: 10_000_000 } as const

/** Whether a file is to be read in parts: a table of text too long to be held as rows. */
export function isLong(file: SourceFile): boolean {
  return isTableFrom(file, longFrom)
}

/** Whether a file is a table of text of more than so many bytes. */
export function isTableFrom({ bytes }: SourceFile, least: number): boolean {
  return bytes.length > least && formatOf(bytes.subarray(0, 4096)) === null && sheetFormatOf(bytes) === 'csv'
}

export interface TablePart {
  readonly rows: readonly Row[]
  /** Bytes of the file that are read. */
  readonly bytes: number
  /** Why the file is not read any further. */
  readonly flaw?: Table['flaw']
}

/** The rows of a table in parts of so many, the last one shorter: the same rows as `readTable` gives of a short one. */
export async function* tableParts(file: SourceFile, size: (part: number) => number): AsyncGenerator<TablePart> {
  const parting = partingOf(textOf(headOf(file.bytes)), headersOf(file.name))
  const trim = (await hasTextAfterQuotes(file, parting.delimiter)) ? trimming.afterQuotes : trimming.usual
  let rows: Row[] = []
  let read = 0
  let part = 0
  for await (const piece of recordsInPieces(file, { ...reading, ...trim, delimiter: parting.delimiter })) {
    const { records, bytes, error, isLast } = piece
    for (const cells of records) {
      read++
      if (read > 1 || !parting.isAnnounced) rows.push({ row: read, cells })
    }
    const isTooLong = read > longLimits.rows
    const flaw = error
      ? flawOf(error, read + 1)
      : isTooLong
        ? ({ row: null, code: 'too_many_rows', got: String(read), expected: { atMost: longLimits.rows } } as const)
        : undefined
    for (let wanted = size(part); rows.length > wanted; wanted = size(part)) {
      yield { rows: rows.slice(0, wanted), bytes }
      rows = rows.slice(wanted)
      part++
    }
    if (!isLast && flaw === undefined) continue
    yield { rows, bytes: file.bytes.length, ...(flaw && { flaw }) }
    return
  }
}

/** Whether the whole table is to be read as one that has text after a closing quote: no part of it tells. */
async function hasTextAfterQuotes(file: SourceFile, delimiter: string): Promise<boolean> {
  if (!file.bytes.includes(0x22)) return false
  for await (const { error } of recordsInPieces(file, { ...reading, ...trimming.usual, delimiter })) {
    if (error) return goesOnAfterQuote(error)
  }
  return false
}

interface Piece {
  readonly records: readonly string[][]
  /** Bytes of the file that are read. */
  readonly bytes: number
  /** Why the rest is not. */
  readonly error: CsvError | null
  readonly isLast: boolean
}

/** The records of a table by the pieces of its text that they end in. */
async function* recordsInPieces(file: SourceFile, options: Options): AsyncGenerator<Piece> {
  let records: string[][] = []
  const parser = parse({
    ...options,
    on_record: (cells: string[]) => {
      records.push(cells)
      return null
    },
  })
  // What goes wrong is told by the write that it happens in.
  parser.on('error', () => {}).resume()
  const feed = (work: (done: (error?: Error | null) => void) => void) =>
    new Promise<CsvError | null>((resolve, reject) => {
      work((error) => (error && !(error instanceof CsvError) ? reject(error) : resolve(error ?? null)))
    })
  let bytes = 0
  try {
    for (const piece of textPieces(file.bytes, pieceBytes)) {
      const error = await feed((written) => parser.write(piece, written))
      bytes = Math.min(file.bytes.length, bytes + pieceBytes)
      yield { records, bytes, error, isLast: error !== null }
      if (error) return
      records = []
    }
    const error = await feed((ended) => parser.once('error', ended).end(() => ended()))
    yield { records, bytes: file.bytes.length, error, isLast: true }
  } finally {
    parser.destroy()
  }
}

/** The first rows of a table, as many as can be seen at a glance. */
export function firstRows(file: SourceFile): readonly Row[] {
  return readTable({ name: file.name, bytes: headOf(file.bytes) }, headersOf(file.name)).rows
}

/**
 * Rows from all over a table, after its first ones: what columns hold is not told by the head of a sorted list. Cut at line ends, so that a
 * cell of several lines makes a row that is none; nothing is imported from here.
 */
export function sampledRows(file: SourceFile, places: number): Row[] {
  const { delimiter } = partingOf(textOf(headOf(file.bytes)), headersOf(file.name))
  const rows: Row[] = []
  for (let place = 1; place <= places; place++) {
    const at = Math.floor((file.bytes.length * place) / (places + 1))
    const lines = textOf(file.bytes.subarray(at, at + sampleBytes)).split(/\r\n|\r|\n/)
    for (const line of lines.slice(1, -1)) {
      const cells = line.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
      rows.push({ row: rows.length + 1, cells })
    }
  }
  return rows
}

const pieceBytes = 1024 * 1024
const sampleBytes = 4 * 1024

/** Enough of a file to see how it is written, whole letters alone. */
function headOf(bytes: Uint8Array): Uint8Array {
  const head = bytes.subarray(0, 64 * 1024)
  if (head.length === bytes.length) return head
  return head.subarray(0, head.lastIndexOf(10) + 1 || head.length)
}
