import { stringify } from 'csv-stringify/sync'
import type { Territory } from '../../domain/territory.ts'
import { fileNameOf } from '../columns.ts'
import type { People } from '../tables.ts'
import { type FrenchCell, frenchTables } from './french.ts'
import { booleanText, numberText } from './values.ts'

/**
 * A territory as CSV files by name, as a French Excel writes and opens them: semicolons, a mark of UTF-8, decimal commas, days as `31/03/2025`, French headers and
 * words. Nouns without facts are left out. The import reads the same facts from them.
 */
export function territoryToExcelCsv(territory: Territory, people: People = 'left out'): Map<string, string> {
  const tables = frenchTables(territory, people).filter(({ rows }) => rows.length > 0)
  return new Map(
    tables.map(({ noun, columns, rows }) => {
      const lines = [columns.map(({ header }) => header), ...rows.map((cells) => cells.map(textOf))]
      return [`${fileNameOf(noun, 'fr')}.csv`, `\ufeff${stringify(lines, writing)}`] as const
    }),
  )
}

// Reading trims cells without quotes, and so takes these as they are. Whatever another reader may part cells at is quoted.
const writing = { delimiter: ';', record_delimiter: '\r\n', quoted_match: /^\s|\s$|[\r\n,\t|]/ }

function textOf(cell: FrenchCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return numberText(cell)
  if (typeof cell === 'boolean') return booleanText(cell)
  return typeof cell === 'string' ? cell : cell.day.split('-').reverse().join('/')
}
