import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvOf, rowsOfText, tableOf } from '../../../client/grid/clipboard.ts'
import { readTable } from '../../../server/exchange/csv.ts'

const text = (plain: string) => ({ getData: (type: string) => (type === 'text/plain' ? plain : '') })

test('cells copied from Excel, the last line ended as the others', () => {
  expect(rowsOfText('Nom\tType\r\nCCI\tChambre\r\n')).toEqual([
    ['Nom', 'Type'],
    ['CCI', 'Chambre'],
  ])
})

test('a cell with line breaks, tabs and quotes stands in quotes', () => {
  expect(rowsOfText('"CCI\nADEME"\t"dit ""La Boucle"""\t"a\tb"\nx\t\t')).toEqual([
    ['CCI\nADEME', 'dit "La Boucle"', 'a\tb'],
    ['x', '', ''],
  ])
})

test('a quote that nothing closes is a character', () => {
  expect(rowsOfText('"CCI\tLaval\n6" de diamètre\t')).toEqual([
    ['"CCI', 'Laval'],
    ['6" de diamètre', ''],
  ])
})

test('a word alone is no table', () => {
  expect(tableOf(text('Méca-Précis'))).toBeNull()
  expect(tableOf(text(''))).toBeNull()
  expect(tableOf(text('CCI\nADEME'))).toEqual([['CCI'], ['ADEME']])
})

const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', '\t', '\n', ';', ' ', ','), maxLength: 6 })
const tables = fc
  .integer({ min: 2, max: 4 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 4 }))

test('whatever cells hold comes back from what a spreadsheet copies', () => {
  const copied = (rows: string[][]) =>
    rows.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join('\t')).join('\r\n')
  fc.assert(
    fc.property(tables, (rows) => {
      expect(rowsOfText(copied(rows))).toEqual(rows)
    }),
  )
})

test('the import reads the cells that were pasted', () => {
  fc.assert(
    fc.property(tables, (rows) => {
      const file = { name: 'collage.csv', bytes: new TextEncoder().encode(csvOf([['Nom', 'Type'], ...rows])) }
      const table = readTable(file, () => false)
      expect(table.flaw).toBeUndefined()
      expect(table.rows.slice(1).map(({ cells }) => cells)).toEqual(rows)
    }),
  )
})
