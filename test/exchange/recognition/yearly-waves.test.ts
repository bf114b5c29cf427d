import { expect, test } from 'vitest'
import { emptyTerritory, type Territory } from '../../../server/domain/territory.ts'
import { readImport } from '../../../server/exchange/recognition/import.ts'
import { after } from '../fixture.ts'
import { importOf, putBy, team } from './imported.ts'

const header = 'Structure;Partenaires;Type de relation;Fréquence'
const years = {
  'liens-2022.csv': [header, 'CCI;Mairie, Lycée;partenariat;mensuelle'].join('\n'),
  'liens-2023.csv': [header, 'CCI;Mairie, Lycée;partenariat;mensuelle'].join('\n'),
  'liens-2024.csv': [header, 'CCI;Mairie, Lycée;partenariat;hebdo', 'Lycée;Mairie;partenariat;hebdo'].join('\n'),
}
const asked = { wave: { ...team, id: '2024', label: '2024' }, today: '2026-03-01' }
const tiesOf = ({ ties }: Territory) =>
  [...ties.values()].map(({ wave, from, to }) => `${wave} ${from} ${to}`).toSorted()

test('tables of one shape and of several years are waves, not repeated facts', () => {
  const read = importOf(years, asked)
  expect(read.sheets.map(({ kind, yearly }) => [kind.value, yearly?.label, yearly?.date])).toEqual([
    ['tie', '2022', '2022-12-31'],
    ['tie', '2023', '2023-12-31'],
    ['tie', '2024', '2024-12-31'],
  ])
  expect(read.sheets.map(({ counts }) => [counts.new, counts.repeated, counts.refused])).toEqual([
    [1, 0, 0],
    [1, 0, 0],
    [2, 0, 0],
  ])
  expect(read.wave).toEqual({
    needed: true,
    proposed: { id: '2024', label: '2024', date: '2024-12-31', basis: 'informants' },
  })
  const territory = after(emptyTerritory('t'), read.changes)
  expect([...territory.waves.values()].map(({ id, basis }) => [id, basis])).toEqual([
    ['2022', 'informants'],
    ['2023', 'informants'],
    ['2024', 'informants'],
  ])
  expect(tiesOf(territory)).toEqual([
    ...['2022 cci lycee', '2022 cci mairie', '2023 cci lycee', '2023 cci mairie'],
    ...['2024 cci lycee', '2024 cci mairie', '2024 lycee mairie'],
  ])

  // The next import finds them, and asks for nothing.
  const again = importOf(years, { today: asked.today }, territory)
  expect(again.wave.needed).toBe(false)
  expect(again.changes).toEqual([])
  expect(again.sheets.map(({ counts }) => [counts.read, counts.matched])).toEqual([
    [1, 1],
    [1, 1],
    [2, 2],
  ])
})

test('the year of a sheet is in its name or its title, and the year that runs ends today', () => {
  const rows = (...lines: string[]) => lines.map((line, at) => ({ row: at + 1, cells: line.split(';') }))
  const tie = ['CCI;Mairie;partenariat;hebdo']
  const sheets = [
    { file: 'suivi.xlsx', sheet: 'Bilan', rows: rows('Relations de 2025 (mis à jour le 12/03/2026)', header, ...tie) },
    { file: 'suivi.xlsx', sheet: 'Relations 2026', rows: rows(header, ...tie) },
    { file: 'suivi.xlsx', sheet: '2025-2026', rows: rows(header, ...tie) },
  ]
  const read = readImport(sheets, emptyTerritory('t'), { today: asked.today })
  expect(read.sheets.map(({ yearly }) => yearly?.date ?? null)).toEqual(['2025-12-31', '2026-03-01', null])
})

test('may be told to be one wave, and are so where guesses are not taken', () => {
  for (const plan of [{ waves: 'one' }, { proposals: 'refused' }] as const) {
    const read = importOf(years, { ...asked, plan })
    expect(read.sheets[1]?.yearly?.label).toBe('2023')
    expect(putBy(read).wave).toBe(1)
  }
  const read = importOf(years, { ...asked, plan: { waves: 'one', proposals: 'applied' } })
  expect(tiesOf(after(emptyTerritory('t'), read.changes))).toEqual([
    '2024 cci lycee',
    '2024 cci mairie',
    '2024 lycee mairie',
  ])
})

test('one year alone is no wave of its own', () => {
  const { 'liens-2022.csv': one, 'liens-2023.csv': other } = years
  const read = importOf({ 'liens-2022.csv': one, 'autres-2022.csv': other }, asked)
  expect(read.sheets.map(({ yearly }) => yearly)).toEqual([null, null])
})
