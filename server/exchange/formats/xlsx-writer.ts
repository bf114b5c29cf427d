import { type CellStyle, type CellValue, type DataValidation, type WriteSheet, writeXlsx } from 'hucre'
import { columnLetters } from '../tables.ts'
import { asideNotice } from './aside.ts'
import type { FrenchCell } from './french.ts'

/** A sheet to be written: a header that stays in sight, rows beneath it. */
export interface SheetToWrite {
  /** As it stands where it may: 31 characters at most, none of `[]:*?/\`. */
  readonly name: string
  /** Makes it a sheet that is there to be read, and that no import takes; says above the header what it is for. */
  readonly notice?: string
  readonly columns: readonly ColumnToWrite[]
  readonly rows: readonly (readonly FrenchCell[])[]
  /** Rows below that choices are offered for too. */
  readonly emptyRows?: number
}

export interface ColumnToWrite {
  readonly header: string
  /** Words to choose from; others may be written too. */
  readonly choices?: readonly string[]
  /** What to write there, shown when a cell is chosen. */
  readonly help?: string
  /** In characters. */
  readonly width?: number
}

/**
 * A workbook of Excel: headers frozen, words to choose from in lists, days and numbers as such, texts as texts (never a formula). The same sheets give the same
 * bytes.
 */
export async function workbookOf(sheets: readonly SheetToWrite[]): Promise<Uint8Array> {
  const lists = new Lists()
  const written = sheets.map((sheet) => sheetOf(sheet, lists))
  const bytes = await writeXlsx({
    sheets: [...written, ...lists.sheets()],
    properties: { creator: 'Maillage', created: epoch, modified: epoch },
    defaultFont: { name: 'Calibri', size: 11 },
  })
  return bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes)
}

/** One date for all: what changes with the time of writing is no other file. */
const epoch = new Date(Date.UTC(2000, 0, 1))

const headerStyle: CellStyle = {
  font: { bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '1F4E79' } },
  alignment: { vertical: 'center', wrapText: true },
}
const noticeStyle: CellStyle = { font: { italic: true, color: { rgb: '595959' } }, alignment: { wrapText: false } }
const dayStyle: CellStyle = { numFmt: 'dd/mm/yyyy' }
/** Of a sheet that is filled in later. */
const usualEmptyRows = 500

function sheetOf({ name, notice, columns, rows, emptyRows = usualEmptyRows }: SheetToWrite, lists: Lists): WriteSheet {
  const above = notice === undefined ? 0 : 1
  const header = columns.map(({ header }) => header)
  const cells = new Map<string, { style: CellStyle }>()
  header.forEach((_, column) => {
    cells.set(`${above},${column}`, { style: headerStyle })
  })
  if (notice !== undefined) cells.set('0,0', { style: noticeStyle })
  const values = rows.map((row, at) =>
    row.map((cell, column): CellValue => {
      if (cell === null || typeof cell !== 'object') return cell
      const day = dayOf(cell.day)
      if (day instanceof Date) cells.set(`${above + 1 + at},${column}`, { style: dayStyle })
      return day
    }),
  )
  const [first, last] = [above + 2, above + 1 + rows.length + emptyRows]
  return {
    name: sheetName(name),
    rows: [...(notice === undefined ? [] : [[`${asideNotice}. ${notice}`]]), header, ...values],
    cells,
    columns: columns.map(({ header, width }, column) => ({ width: width ?? widthOf(header, rows, column) })),
    freezePane: { rows: above + 1 },
    ...(columns.length > 0 && {
      autoFilter: { range: `A${above + 1}:${columnLetters(columns.length - 1)}${above + 1 + rows.length}` },
    }),
    dataValidations: columns.flatMap((column, at) => {
      const range = `${columnLetters(at)}${first}:${columnLetters(at)}${last}`
      return validationOf(column, range, lists)
    }),
  }
}

/** Lists are a help, and no wall: other words can be mapped when the file is imported. */
function validationOf({ choices, help, header }: ColumnToWrite, range: string, lists: Lists): DataValidation[] {
  const hint =
    help === undefined
      ? {}
      : { showInputMessage: true, inputTitle: header.slice(0, 32), inputMessage: help.slice(0, 255) }
  if (choices && choices.length > 0) {
    return [
      { type: 'list', formula1: lists.rangeOf(choices), range, allowBlank: true, showErrorMessage: false, ...hint },
    ]
  }
  return help === undefined
    ? []
    : [{ type: 'custom', formula1: 'TRUE', range, allowBlank: true, showErrorMessage: false, ...hint }]
}

/** Lists of choices stand in a hidden sheet, a column each: within a cell they may not be longer than 255 characters. */
class Lists {
  readonly #columns = new Map<string, readonly string[]>()

  rangeOf(choices: readonly string[]): string {
    const key = JSON.stringify(choices)
    if (!this.#columns.has(key)) this.#columns.set(key, choices)
    const letters = columnLetters([...this.#columns.keys()].indexOf(key))
    return `${listsName}!$${letters}$2:$${letters}$${choices.length + 1}`
  }

  sheets(): WriteSheet[] {
    const columns = [...this.#columns.values()]
    if (columns.length === 0) return []
    const longest = Math.max(...columns.map(({ length }) => length))
    const rows = Array.from({ length: longest }, (_, row) => columns.map((words) => words[row] ?? null))
    return [
      {
        name: listsName,
        rows: [[`${asideNotice} : ce sont les listes déroulantes des autres.`], ...rows],
        hidden: true,
      },
    ]
  }
}

const listsName = 'Listes'

/** Calendars of Excel begin in 1900, and its first two months have a day too many. */
function dayOf(day: string): Date | string {
  const date = new Date(`${day}T00:00:00Z`)
  return day >= '1900-03-01' && !Number.isNaN(date.getTime()) ? date : day
}

function sheetName(name: string): string {
  return name.replace(/[[\]:*?/\\]/g, '-').slice(0, 31)
}

function widthOf(header: string, rows: readonly (readonly FrenchCell[])[], column: number): number {
  const longest = rows.slice(0, 200).reduce((most, row) => {
    const cell = row[column]
    return Math.max(most, typeof cell === 'string' ? cell.length : 10)
  }, header.length + 4)
  return Math.min(48, longest + 2)
}
