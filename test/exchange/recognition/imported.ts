import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { emptyTerritory, type Territory } from '../../../server/domain/territory.ts'
import { csvTable } from '../../../server/exchange/csv.ts'
import { type ImportOptions, type ImportReading, readImport } from '../../../server/exchange/recognition/import.ts'

/** What files would change, given as lines of text or as bytes, by name. */
export function importOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: ImportOptions = {},
  territory: Territory = emptyTerritory('test'),
): ImportReading {
  const sheets = Object.entries(files).map(([name, text]) => {
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
    const { file, rows, flaw } = csvTable({ name, bytes })
    return { file, sheet: null, rows, ...(flaw && { flaw }) }
  })
  return readImport(sheets, territory, options)
}

/** Three spreadsheets of an economic-development officer: a title row, Windows-1252, semicolons, decimal commas, words of her own. */
export const brece = Object.fromEntries(
  ['1-partenaires.csv', '2-liens.csv', '3-projets.csv'].map((name) => [
    name,
    readFileSync(fileURLToPath(new URL(`brece/${name}`, import.meta.url))),
  ]),
)

export const team: NonNullable<ImportOptions['wave']> = {
  id: '2024',
  label: 'Ce que sait l’équipe',
  date: '2024-12-31',
  basis: 'informants',
}

/** How many facts of each noun the changes put. */
export function putBy({ changes }: Pick<ImportReading, 'changes'>): Record<string, number> {
  const counts = new Map<string, number>()
  for (const change of changes) if ('put' in change) counts.set(change.put, (counts.get(change.put) ?? 0) + 1)
  return Object.fromEntries(counts)
}
