import { expect, test } from 'vitest'
import { isWorkbook } from '../../../../client/screens/import/source.ts'

test('a workbook is told from a text by its name', () => {
  expect(['Liens.XLSX', 'a.ods', 'b.xls', 'c.xlsb'].every(isWorkbook)).toBe(true)
  expect(['liens.csv', 'notes.xlsx.csv', 'xlsx', 'tout.zip', 'cellules collées'].some(isWorkbook)).toBe(false)
})
