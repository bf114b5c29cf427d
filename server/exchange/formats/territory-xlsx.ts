import { nouns, type Territory } from '../../domain/territory.ts'
import type { People } from '../tables.ts'
import { choicesOf, type FrenchColumn, frenchTables } from './french.ts'
import { type ColumnToWrite, type SheetToWrite, workbookOf } from './xlsx-writer.ts'

/**
 * A territory as a workbook of Excel: a sheet for each noun that has facts (the usual ones in any case), which the import takes back as they are, then sheets
 * that are there to be read.
 * @param readings figures and findings; each needs a notice, by which the import knows to set it aside
 */
export async function territoryToXlsx(
  territory: Territory,
  { people = 'left out', readings = [] }: { people?: People; readings?: readonly SheetToWrite[] } = {},
): Promise<Uint8Array> {
  const tables = frenchTables(territory, people).filter(({ noun, rows }) => rows.length > 0 || usual.has(noun))
  // People open a workbook at its first sheet.
  tables.sort((a, b) => order.indexOf(a.noun) - order.indexOf(b.noun))
  const sheets = tables.map(({ title, columns, rows }): SheetToWrite => {
    return { name: title, columns: columns.map((column) => columnOf(territory, column)), rows }
  })
  return await workbookOf([...sheets, ...readings])
}

const first = ['actor', 'tie', 'space', 'participation', 'wave', 'roster'] as const
const usual: ReadonlySet<string> = new Set(first)
const order = [...first, ...nouns.filter((noun) => !usual.has(noun))]

function columnOf(territory: Territory, { header, kind }: FrenchColumn): ColumnToWrite {
  const choices = choicesOf(territory, kind)
  return { header, ...(choices && { choices }) }
}
