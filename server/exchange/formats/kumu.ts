import type { Row } from '../tables.ts'
import type { Sheet } from './sheets.ts'
import { booleanText } from './values.ts'

/**
 * A workbook of Kumu (https://docs.kumu.io/guides/import/excel-csv): its sheets Elements and Connections, whose cells part several values by bars and whose
 * connections say their direction in a word. Other workbooks stand as they are.
 */
export function withoutKumuWays(sheets: readonly Sheet[]): readonly Sheet[] {
  const [elements, connections] = [
    sheets.find((sheet) => isSheet(sheet, 'elements', ['label'])),
    sheets.find((sheet) => isSheet(sheet, 'connections', ['from', 'to'])),
  ]
  if (!elements && !connections) return sheets
  return sheets.map((sheet) => {
    if (sheet !== elements && sheet !== connections) return sheet
    const [header = { row: 1, cells: [] }, ...rows] = sheet.rows
    const direction = sheet === connections ? header.cells.findIndex((cell) => /^direction$/i.test(cell.trim())) : -1
    const cells = header.cells.map((cell, index) => (index === direction ? 'directed' : cell))
    return { ...sheet, rows: [{ row: header.row, cells }, ...rows.map((row) => rewritten(row, direction))] }
  })
}

function isSheet({ name, rows }: Sheet, title: string, headers: readonly string[]): boolean {
  const cells = rows[0]?.cells.map((cell) => cell.trim().toLowerCase()) ?? []
  return name.trim().toLowerCase() === title && headers.every((header) => cells.includes(header))
}

function rewritten({ row, cells }: Row, direction: number): Row {
  return {
    row,
    cells: cells.map((cell, index) => {
      if (index === direction) return booleanText(/^directed$/i.test(cell.trim()))
      if (!cell.includes('|')) return cell
      return cell
        .split('|')
        .map((item) => item.trim().replaceAll(';', '\\;'))
        .filter((item) => item !== '')
        .join('; ')
    }),
  }
}
