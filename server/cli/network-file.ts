import { stringify } from 'csv-stringify/sync'
import { nounOfFile } from '../exchange/columns.ts'
import type { SourceFile } from '../exchange/csv.ts'
import { readSheets, type Sheet, sheetFormatOf } from '../exchange/formats/sheets.ts'
import { readHeader } from '../exchange/header.ts'
import type { Row } from '../exchange/tables.ts'
import type { Notify } from './notice.ts'
import { Refusal } from './refusal.ts'

/** The ties of a file, and its nodes where it has them. */
export interface NetworkFile {
  readonly ties: SourceFile
  readonly nodes: SourceFile | null
}

/**
 * The edge list that a file in any format is equal to: of a workbook its sheets of ties and of actors, of a network of another tool all that it has. Text in
 * columns stands as it is. Refuses `unread_file`.
 */
export async function networkIn(file: SourceFile, notify: Notify): Promise<NetworkFile> {
  if (sheetFormatOf(file.bytes) === 'csv') return { ties: file, nodes: null }
  const { sheets, unplaced, flaw } = await readSheets(file)
  const told = flaw ?? sheets.find((sheet) => sheet.flaw)?.flaw
  if (told) throw new Refusal('unread_file', { file: file.name, ...told })
  for (const { kind, count } of unplaced) notify({ code: 'unplaced', details: { file: file.name, kind, count } })
  const filled = sheets.filter(({ rows }) => rows.length > 0)
  const ties =
    filled.find((sheet) => isAbout(sheet, 'tie', ['from', 'to'])) ??
    filled.find((sheet) => isAbout(sheet, 'participation', ['actor', 'space']))
  const nodes = filled.find(
    (sheet) => sheet !== ties && (isAbout(sheet, 'actor', ['id']) || isAbout(sheet, 'actor', ['name'])),
  )
  return { ties: asText(file, ties ?? filled[0]), nodes: nodes ? asText(file, nodes) : null }
}

function isAbout({ name, rows }: Sheet, noun: 'actor' | 'tie' | 'participation', fields: readonly string[]): boolean {
  const named = nounOfFile(name)
  if (named !== null && named !== noun) return false
  const found = new Set(readHeader(noun, rows[0] ?? nothing).columns.map(({ target }) => target))
  return fields.every((field) => found.has(field))
}

const nothing: Row = { row: 1, cells: [] }

/** Rows keep their numbers, which refusals quote. */
function asText(file: SourceFile, sheet: Sheet | undefined): SourceFile {
  const rows: (readonly string[])[] = []
  for (const { row, cells } of sheet?.rows ?? []) {
    while (rows.length < row - 1) rows.push([''])
    rows.push(cells)
  }
  return { name: file.name, bytes: new TextEncoder().encode(stringify(rows as string[][])) }
}
