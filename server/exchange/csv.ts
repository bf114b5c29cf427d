import { CsvError, type Options, parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import type { Territory } from '../territory/territory.ts'
import { fieldOfHeader, nounOfFile } from './columns.ts'
import { formatOf, textOf } from './encoding.ts'
import { fileLimits, type Preview } from './preview.ts'
import { type ReadOptions, readTables } from './reading.ts'
import { type Table, territoryToTables } from './tables.ts'

/**
 * A territory as CSV files by name: RFC 4180, UTF-8 without a mark, commas, CRLF. The same territory gives the same
 * bytes, and reading them into an empty territory gives the same territory. Conventions: docs/decisions/0003-csv.md.
 */
export function territoryToCsv(territory: Territory): Map<string, string> {
  return new Map(
    territoryToTables(territory).map(({ name, rows }) => [`${name}.csv`, stringify(rows, writing)] as const),
  )
}

/**
 * What importing CSV files would do, see `readTables`. Takes what people have: any encoding that a spreadsheet writes;
 * commas, semicolons or tabs; any line ends; French or English headers and words.
 */
export function readCsv(
  files: ReadonlyMap<string, Uint8Array>,
  territory: Territory,
  options: ReadOptions = {},
): Preview {
  return readTables(
    [...files].map(([file, bytes]) => tableOf(file, bytes)),
    territory,
    options,
  )
}

// Reading trims cells without quotes, and so takes these as they are.
const writing = { record_delimiter: '\r\n', quoted_match: /^\s|\s$|[\r\n]/ }

function tableOf(file: string, bytes: Uint8Array): Table {
  if (bytes.length > fileLimits.bytes) {
    const got = `${bytes.length} bytes`
    return { file, rows: [], flaw: { row: null, code: 'file_too_large', got, expected: `${fileLimits.bytes} bytes` } }
  }
  const format = formatOf(bytes)
  if (format) return { file, rows: [], flaw: { row: null, code: 'malformed_file', got: format, expected: 'csv' } }
  const text = textOf(bytes)
  const announced = /^"?sep=(.)"?\r?\n/i.exec(text)
  const rows: string[][] = []
  // One row more than is allowed tells that there are too many.
  const limits = { to: fileLimits.rows + 2 }
  try {
    parse(text, {
      ...reading,
      ...limits,
      delimiter: announced?.[1] ?? delimiterOf(file, text),
      on_record: (cells: string[]) => {
        rows.push(cells)
        return null
      },
    })
    const skipped = announced ? 1 : 0
    return { file, rows: rows.map((cells, index) => ({ row: index + 1, cells })).slice(skipped) }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const expected = error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'closing quote' : 'csv'
    const flaw = { row: rows.length + 1, code: 'malformed_file', got: '', expected } as const
    return { file, rows: rows.map((cells, index) => ({ row: index + 1, cells })), flaw }
  }
}

const reading = {
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_quotes: true,
  relax_column_count: true,
  ltrim: true,
  cast: (cell, { quoting }) => (quoting ? cell : cell.trim()),
} satisfies Options

/** The delimiter under which the first line has most columns that we know, then most columns. */
function delimiterOf(file: string, text: string): string {
  const noun = nounOfFile(file)
  const line = /[^\r\n]*\S[^\r\n]*/.exec(text)?.[0] ?? ''
  let best = { delimiter: ',', known: -1, columns: -1 }
  for (const delimiter of [',', ';', '\t']) {
    const headers = headersOf(line, delimiter)
    const known = noun ? headers.filter((header) => fieldOfHeader(noun, header) !== null).length : 0
    const columns = headers.length
    if (known > best.known || (known === best.known && columns > best.columns)) best = { delimiter, known, columns }
  }
  return best.delimiter
}

function headersOf(line: string, delimiter: string): string[] {
  try {
    return parse(line, { ...reading, delimiter })[0] ?? []
  } catch {
    return []
  }
}
