import { expect, test } from 'vitest'
import { emptyTerritory } from '../../../server/domain/territory.ts'
import { filesOfArchive } from '../../../server/exchange/formats/archive.ts'
import { written } from '../../../server/exchange/formats/writing.ts'
import { readImport } from '../../../server/exchange/recognition/import.ts'
import { sourceSheets } from '../../../server/exchange/recognition/source-sheet.ts'
import { territoryOf, ties } from '../../network/draw.ts'
import { after } from '../fixture.ts'
import { zipOf } from './packing.ts'

test('the archives that are exported are imported as they are', async () => {
  const territory = territoryOf(ties('a-b b-c'))
  for (const format of ['csv', 'excel-csv'] as const) {
    const { sheets } = await sourceSheets([{ name: 'territory.zip', bytes: await written(territory, format) }])
    const read = readImport(sheets, emptyTerritory('test'))
    expect(read.refusals).toEqual([])
    expect(after(emptyTerritory('test'), read.changes).ties).toEqual(territory.ties)
  }
})

test('what systems leave in an archive is no file of it, and a workbook is none', async () => {
  const bytes = zipOf({ 'liste/acteurs.csv': 'Nom\nCCI', '__MACOSX/liste/._acteurs.csv': 'x', '.DS_Store': 'x' })
  expect(filesOfArchive({ name: 'a.zip', bytes })?.map(({ name }) => name)).toEqual(['a.zip/liste/acteurs.csv'])
  const workbook = await written(territoryOf(ties('a-b')), 'xlsx')
  expect(filesOfArchive({ name: 'a.zip', bytes: workbook })).toBeNull()
})

test('an archive within an archive is not opened, and says so', async () => {
  const inner = zipOf({ 'acteurs.csv': 'Nom\nCCI' })
  const bytes = zipOf({ 'dedans.zip': Buffer.from(inner).toString('latin1') })
  const { sheets } = await sourceSheets([{ name: 'a.zip', bytes }])
  expect(sheets).toMatchObject([{ file: 'a.zip/dedans.zip', rows: [] }])
})
