import type { Row } from '../tables.ts'
import type { Sheet } from './sheets.ts'

/** How a sheet begins that is there to be read: figures, explanations, lists of words. */
export const asideNotice = 'Maillage n’importe pas cette feuille'
/** How the first cell of a row begins that shows how to fill the others. */
export const exampleMark = 'EXEMPLE – '

/** The sheet without what Maillage itself wrote there for people: it is no data, and stands under `aside`. */
export function withoutAsides(sheet: Sheet): Sheet {
  const { rows } = sheet
  if (says(rows[0], asideNotice)) return { ...sheet, rows: [], aside: rows }
  const aside = rows.filter((row) => says(row, exampleMark))
  return aside.length === 0 ? sheet : { ...sheet, rows: rows.filter((row) => !says(row, exampleMark)), aside }
}

function says(row: Row | undefined, beginning: string): boolean {
  // Excel writes apostrophes as it likes when somebody types over a sheet.
  const first = row?.cells.find((cell) => cell.trim() !== '') ?? ''
  return first.trim().replaceAll("'", '’').replace(/\s+/g, ' ').startsWith(beginning.trim())
}
