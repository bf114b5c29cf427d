import { emptyTerritory, type Territory } from '../../../server/domain/territory.ts'
import { readSheets } from '../../../server/exchange/formats/sheets.ts'
import type { Preview } from '../../../server/exchange/preview.ts'
import { type ReadOptions, readTables } from '../../../server/exchange/reading.ts'

/** What importing a file would do whose sheets are called as our tables are. */
export async function previewOfFile(
  content: string | Uint8Array,
  territory: Territory = emptyTerritory('test'),
  options: ReadOptions = {},
): Promise<Preview> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const { sheets, flaw } = await readSheets({ name: 'file', bytes })
  if (flaw) throw new Error(JSON.stringify(flaw))
  // Sheets that are there to be read have nothing else.
  const read = sheets.filter(({ rows, aside }) => rows.length > 0 || !aside)
  const tables = read.map(({ name, rows, flaw }) => ({ file: name, rows, ...(flaw && { flaw }) }))
  return readTables(tables, territory, options)
}
