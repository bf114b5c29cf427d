import { nouns } from '../../domain/territory.ts'
import { fieldOfHeader } from '../columns.ts'
import { readTable, type SourceFile } from '../csv.ts'
import { fileLimits } from '../preview.ts'
import type { Row } from '../tables.ts'
import { readOds } from './ods.ts'
import { type Flaw, Unreadable } from './unreadable.ts'
import { readOldWorkbook } from './xls.ts'
import { readXlsx } from './xlsx.ts'
import { Zip } from './zip.ts'

/** One sheet of a workbook, or the one table of a text file, as texts. */
export interface Sheet {
  /** Of a text file '': it has the name of its file alone. */
  readonly name: string
  readonly hidden: boolean
  /** Those with anything in them, by their number. */
  readonly rows: readonly Row[]
  /** Cells that are one: their text stands in the first, the others are empty. */
  readonly merges: readonly Merge[]
  /** Why the rows are not all of the sheet's, or none. */
  readonly flaw?: Flaw
}

export interface Merge {
  /** The first, as a spreadsheet numbers it. */
  readonly row: number
  /** The first, from 0, as an index of cells. */
  readonly column: number
  readonly rows: number
  readonly columns: number
}

export type SheetFormat = 'csv' | 'xlsx' | 'xlsb' | 'xls' | 'ods'

/** What a file holds that is a table or several. */
export interface Workbook {
  readonly file: string
  readonly format: SheetFormat
  /** In the order of the file; none where the file has a flaw. */
  readonly sheets: readonly Sheet[]
  /** Why nothing of the file can be read. */
  readonly flaw?: Flaw
}

/**
 * The sheets of a file: XLSX, XLSB, XLS, ODS, or text in columns (CSV, TSV…). Its bytes decide which, not its name. What a French spreadsheet
 * shows becomes text without loss: days as `2025-03-31`, times as `14:30`, numbers with all their digits and a decimal comma, VRAI and FAUX,
 * the last known result of formulas. Nothing is thrown: what cannot be read has a flaw.
 */
export async function readSheets(file: SourceFile): Promise<Workbook> {
  const format = sheetFormatOf(file.bytes)
  const answer = { file: file.name, format }
  try {
    if (file.bytes.length > fileLimits.bytes) {
      const [got, expected] = [String(file.bytes.length), { atMost: fileLimits.bytes }]
      throw new Unreadable({ code: 'file_too_large', got, expected })
    }
    return { ...answer, sheets: await sheetsOf(file, format) }
  } catch (error) {
    if (error instanceof Unreadable) return { ...answer, sheets: [], flaw: error.flaw }
    throw error
  }
}

async function sheetsOf(file: SourceFile, format: SheetFormat): Promise<readonly Sheet[]> {
  if (format === 'xls') return await readOldWorkbook(file.bytes)
  if (format === 'csv') return [textSheet(file)]
  const zip = new Zip(file.bytes)
  if (zip.has('content.xml')) return readOds(zip)
  return zip.names.some((name) => name.endsWith('workbook.bin')) ? await readOldWorkbook(file.bytes) : readXlsx(zip)
}

function textSheet(file: SourceFile): Sheet {
  // One row more than is allowed tells that there are too many.
  const { rows, flaw } = readTable(file, isHeader, fileLimits.rows + 2)
  return { name: '', hidden: false, rows, merges: [], ...(flaw && { flaw }) }
}

function isHeader(cell: string): boolean {
  return nouns.some((noun) => fieldOfHeader(noun, cell) !== null)
}

/** By how the bytes begin; a ZIP file is told further when it is open. */
function sheetFormatOf(bytes: Uint8Array): SheetFormat {
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return 'xls'
  if (!start.startsWith('PK\x03\x04')) return 'csv'
  if (start.includes('opendocument')) return 'ods'
  return start.includes('workbook.bin') ? 'xlsb' : 'xlsx'
}
