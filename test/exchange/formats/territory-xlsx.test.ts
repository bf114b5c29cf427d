import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyTerritory } from '../../../server/domain/territory.ts'
import { exampleTerritories } from '../../../server/exchange/examples.ts'
import { readSheets } from '../../../server/exchange/formats/sheets.ts'
import { territoryToXlsx } from '../../../server/exchange/formats/territory-xlsx.ts'
import { Zip } from '../../../server/exchange/formats/zip.ts'
import { applied, spelled, territories, writable } from '../../domain/arbitrary.ts'
import { previewOfFile } from './reading.ts'

test('what is written for Excel comes back the same', async () => {
  await fc.assert(
    fc.asyncProperty(territories(), async (territory) => {
      const bytes = await territoryToXlsx(territory, { people: 'named' })
      const { changes, refusals } = await previewOfFile(bytes)
      expect(refusals).toEqual([])
      const back = { ...applied(emptyTerritory(territory.id), changes), revision: territory.revision }
      expect(spelled(back)).toEqual(spelled(writable(territory)))
      expect((await previewOfFile(bytes, territory)).changes).toEqual([])
    }),
    { numRuns: 50 },
  )
})

test('the examples come back the same, and their bytes are the same', async () => {
  for (const { id, changes } of await exampleTerritories()) {
    const territory = applied(emptyTerritory(id), [...changes])
    const bytes = await territoryToXlsx(territory)
    const back = applied(emptyTerritory(id), (await previewOfFile(bytes)).changes)
    expect(spelled(back)).toEqual(spelled(territory))
    expect(await territoryToXlsx(back)).toEqual(bytes)
  }
})

test('a French Excel finds frozen headers, lists of words, days and numbers as such', async () => {
  const [example] = await exampleTerritories()
  const territory = applied(emptyTerritory('t'), [...(example?.changes ?? [])])
  const bytes = await territoryToXlsx(territory)
  const zip = new Zip(bytes)
  const part = (name: string) => Buffer.from(zip.part(name) ?? []).toString()
  const workbook = part('xl/workbook.xml')
  expect([...workbook.matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name).slice(0, 6)).toEqual([
    ...['Acteurs', 'Liens', 'Espaces', 'Participations', 'Vagues', 'Liste d’enquête'],
  ])
  expect(workbook).toMatch(/<sheet name="Listes"[^>]*state="hidden"/)
  const actors = part('xl/worksheets/sheet1.xml')
  expect(actors).toMatch(/<pane ySplit="1" topLeftCell="A2"[^>]*state="frozen"/)
  expect(actors).toMatch(
    /<dataValidation type="list"[^>]*sqref="C2:C\d+"[^>]*><formula1>Listes!\$A\$2:\$A\$\d+<\/formula1>/,
  )
  // No cell is a formula.
  for (const name of zip.names.filter((name) => name.includes('worksheets/'))) expect(part(name)).not.toMatch(/<f[ >]/)
  const waves = (await readSheets({ name: 'x', bytes })).sheets.find(({ name }) => name === 'Vagues')
  expect(waves?.rows[0]?.cells.slice(0, 3)).toEqual(['Identifiant', 'Libellé', 'Date'])
  expect(part('xl/styles.xml')).toContain('formatCode="dd/mm/yyyy"')
})

test('sheets that are there to be read are set aside, with their rows', async () => {
  const readings = [
    { name: 'Mesures', notice: 'Chiffres de la vague 2024.', columns: [{ header: 'Nom' }], rows: [['Forges']] },
  ]
  const bytes = await territoryToXlsx(emptyTerritory('t'), { readings })
  const { sheets } = await readSheets({ name: 'x', bytes })
  const sheet = sheets.find(({ name }) => name === 'Mesures')
  expect(sheet?.rows).toEqual([])
  expect(sheet?.aside?.map(({ cells }) => cells[0])).toEqual([
    'Maillage n’importe pas cette feuille. Chiffres de la vague 2024.',
    ...['Nom', 'Forges'],
  ])
  expect((await previewOfFile(bytes)).changes).toEqual([])
})
