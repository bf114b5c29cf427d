import { expect, test } from 'vitest'
import { emptyTerritory } from '../../../server/domain/territory.ts'
import { fieldOfHeader, nounOfFile } from '../../../server/exchange/columns.ts'
import { exampleTerritories } from '../../../server/exchange/examples.ts'
import { readSheets } from '../../../server/exchange/formats/sheets.ts'
import { templateOf, templates } from '../../../server/exchange/formats/template.ts'
import { territoryToXlsx } from '../../../server/exchange/formats/territory-xlsx.ts'
import { Zip } from '../../../server/exchange/formats/zip.ts'
import { readImport } from '../../../server/exchange/recognition/import.ts'
import { sourceSheets } from '../../../server/exchange/recognition/source-sheet.ts'
import { applied, spelled } from '../../domain/arbitrary.ts'
import { previewOfFile } from './reading.ts'

test.each(templates)(
  'the template « %s » imports as it is: examples and explanations are set aside',
  async (template) => {
    const bytes = await templateOf(emptyTerritory('t'), template)
    expect(await previewOfFile(bytes)).toMatchObject({ changes: [], refusals: [] })
    const { sheets } = await readSheets({ name: 'x', bytes })
    const [explained, ...pages] = sheets.filter(({ hidden }) => !hidden)
    expect(explained).toMatchObject({ name: 'Mode d’emploi', rows: [] })
    for (const { name, rows, aside = [] } of pages) {
      const noun = nounOfFile(name)
      expect([name, noun === null]).toEqual([name, false])
      for (const header of rows[0]?.cells ?? []) {
        expect([name, header, noun && fieldOfHeader(noun, header)]).not.toContain(null)
      }
      expect(rows).toHaveLength(1)
      expect(aside).toHaveLength(2)
    }
  },
)

test('the example rows say what the import would understand', async () => {
  const wave = { id: '2024', label: 'Enquête', date: '2024-06-01', basis: 'survey' } as const
  for (const template of templates) {
    const bytes = await templateOf(emptyTerritory('t'), template)
    const { sheets } = await readSheets({ name: 'x', bytes })
    const tables = sheets.flatMap(({ name, rows, aside = [] }) =>
      rows.length === 0 ? [] : [{ name, rows: [...rows, ...aside].map(({ cells }) => cells) }],
    )
    const { writeXlsx } = await import('hucre')
    // Without their mark they are rows like others; the dairy is named by ties alone.
    const filled = await writeXlsx({
      sheets: tables.map(({ name, rows }) => ({
        name,
        rows: [
          ...rows.map((cells) => cells.map((cell) => cell.replace('EXEMPLE – ', ''))),
          ...(name === 'Acteurs' ? [['Laiterie Bréhault', 'entreprise', 'économie', 'local', 'oui']] : []),
        ],
      })),
    })
    const { changes, refusals } = await previewOfFile(filled, emptyTerritory('t'), { wave })
    expect(refusals).toEqual([])
    const { actors, ties, spaces, participations } = applied(emptyTerritory('t'), [...changes])
    expect([actors.size, ties.size, spaces.size, participations.size]).toEqual([3, 2, 2, 2])
  }
})

test('so does the import that understands any spreadsheet; it takes our workbooks at their word', async () => {
  const read = async (bytes: Uint8Array) => {
    const { sheets } = await sourceSheets([{ name: 'classeur.xlsx', bytes }])
    return readImport(sheets, emptyTerritory('t'))
  }
  for (const template of templates) {
    const { changes, refusals } = await read(await templateOf(emptyTerritory('t'), template))
    expect([changes, refusals]).toEqual([[], []])
  }
  for (const { id, changes } of await exampleTerritories()) {
    const territory = applied(emptyTerritory(id), [...changes])
    const back = await read(await territoryToXlsx(territory))
    expect(back.refusals).toEqual([])
    expect(spelled(applied(emptyTerritory(id), [...back.changes]))).toEqual(spelled(territory))
  }
})

test('words of the territory are in the lists', async () => {
  const entry = { vocabulary: 'tieKind', id: 'convention', fr: 'convention' } as const
  const territory = applied(emptyTerritory('t'), [{ put: 'vocabulary', value: entry }])
  const zip = new Zip(await templateOf(territory, 'territory'))
  expect(Buffer.from(zip.part('xl/sharedStrings.xml') ?? []).toString()).toContain('>convention<')
})
