import { french } from '../formats.ts'
import type { SheetTableWords } from '../sheet-tables.ts'

const { number } = french

export const sheetTables: SheetTableWords = {
  part: ({ rows, columns }) =>
    [
      ...(rows ? [`lignes ${rows.map((row) => number(row)).join('–')}`] : []),
      ...(columns ? [`colonnes ${columns.join('–')}`] : []),
    ].join(', '),
  perhapsHeader: (row) =>
    `La ligne ${number(row)} ouvre peut-être un autre tableau : elle est lue comme une donnée de celui-ci. Si c’est un autre tableau, mettez-le sur sa propre feuille.`,
}
