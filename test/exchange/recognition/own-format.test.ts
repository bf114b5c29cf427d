import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyTerritory, type Territory } from '../../../server/domain/territory.ts'
import { readCsv, territoryToCsv } from '../../../server/exchange/csv.ts'
import { territoryToXlsx } from '../../../server/exchange/formats/territory-xlsx.ts'
import { readImport } from '../../../server/exchange/recognition/import.ts'
import { sourceSheets } from '../../../server/exchange/recognition/source-sheet.ts'
import { applied, spelled, territories, writable } from '../../domain/arbitrary.ts'

const exported = (territory: Territory) =>
  [...territoryToCsv(territory, 'named')].map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }))

test('files in our own format make the changes that they made before anything was guessed', async () => {
  await fc.assert(
    fc.asyncProperty(territories(), async (territory) => {
      const files = exported(territory)
      const { sheets } = await sourceSheets(files)
      const read = readImport(sheets, emptyTerritory(territory.id))
      expect(read.refusals).toEqual([])
      expect(read.changes).toEqual(readCsv(files, emptyTerritory(territory.id)).changes)
      const again = readImport(sheets, territory)
      expect(again.changes).toEqual([])
      for (const { counts } of again.sheets) expect(counts.matched).toBe(counts.read)
    }),
    { numRuns: 40 },
  )
})

test('a workbook of ours makes the same territory, and its lists and explanations make nothing', async () => {
  await fc.assert(
    fc.asyncProperty(territories(), async (territory) => {
      const bytes = await territoryToXlsx(territory, { people: 'named' })
      const { sheets } = await sourceSheets([{ name: 'territoire.xlsx', bytes }])
      const read = readImport(sheets, emptyTerritory(territory.id))
      expect(read.refusals).toEqual([])
      const back = { ...applied(emptyTerritory(territory.id), read.changes), revision: territory.revision }
      expect(spelled(back)).toEqual(spelled(writable(territory)))
    }),
    { numRuns: 15 },
  )
})
