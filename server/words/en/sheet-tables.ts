import { english } from '../formats.ts'
import type { SheetTableWords } from '../sheet-tables.ts'

const { number } = english

export const sheetTables: SheetTableWords = {
  part: ({ rows, columns }) =>
    [
      ...(rows ? [`rows ${rows.map((row) => number(row)).join('–')}`] : []),
      ...(columns ? [`columns ${columns.join('–')}`] : []),
    ].join(', '),
  perhapsHeader: (row) =>
    `Row ${number(row)} may begin another table: it is read as data of this one. If it does, put that table on a sheet of its own.`,
}
