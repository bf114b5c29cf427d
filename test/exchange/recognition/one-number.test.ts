import { expect, test } from 'vitest'
import { emptyTerritory } from '../../../server/domain/territory.ts'
import type { NameChoice } from '../../../server/exchange/plan.ts'
import { readLongImport } from '../../../server/exchange/recognition/long-import.ts'
import { after } from '../fixture.ts'
import { importOf } from './imported.ts'

const [forges, scierie] = ['552100554', '803142865']
const asked = (files: Record<string, string[]>, names: readonly NameChoice[] = [], territory = emptyTerritory('t')) =>
  importOf(
    Object.fromEntries(Object.entries(files).map(([name, rows]) => [name, rows.join('\n')])),
    { plan: { names } },
    territory,
  )
const alike = ({ names }: ReturnType<typeof importOf>) =>
  names.flatMap(({ name, state, candidates }) => candidates.map((one) => [state, name, one.name, ...one.reasons]))

test.each([
  ['one SIREN', { 'a.csv': ['Nom;SIREN', `Forges du Val;${forges}`, `FDV Industrie;${forges}`] }, 'siren'],
  ['one SIRET', { 'a.csv': ['Nom;SIRET', `Forges du Val;${forges}00013`, `FDV Industrie;${forges}00013`] }, 'siret'],
  [
    'a SIRET of a SIREN',
    { 'a.csv': ['Nom;SIRET', `Forges du Val;${forges}00013`], 'b.csv': ['Nom;SIREN', `FDV Industrie;${forges}`] },
    'siren',
  ],
  [
    'ids of their own',
    { 'a.csv': ['Identifiant;Nom;SIREN', `P1;Forges du Val;${forges}`, `P2;FDV Industrie;${forges}`] },
    'siren',
  ],
])('two names of %s are proposed as one, and made one once somebody says so', (_, files, reason) => {
  const open = asked(files)
  expect(alike(open)).toEqual([['to_confirm', 'FDV Industrie', 'Forges du Val', reason]])
  const one = after(emptyTerritory('t'), asked(files, [{ name: 'FDV Industrie', is: 'Forges du Val' }]).changes)
  expect([...one.actors.values()].map(({ name, aliases }) => [name, aliases])).toEqual([
    ['Forges du Val', ['FDV Industrie']],
  ])
  const two = after(emptyTerritory('t'), asked(files, [{ name: 'FDV Industrie', is: null }]).changes)
  expect(two.actors.size).toBe(2)
})

test('two SIRET are two establishments, and a number that cannot be one says nothing', () => {
  const rows = [
    `Forges du Val;${forges}00013`,
    `FDV Industrie;${forges}00021`,
    'Lycée;12345678900001',
    'Mairie;12345678900001',
  ]
  expect(alike(asked({ 'a.csv': ['Nom;SIRET', ...rows] }))).toEqual([])
})

test('two rows of the SIREN of a known actor are held against it', () => {
  const known = after(emptyTerritory('t'), asked({ 'a.csv': ['Nom;SIREN', `Forges du Val;${forges}`] }).changes)
  const rows = ['Nom;SIREN', `FDV Industrie;${forges}`, `Fonderie;${forges}`, `Scierie;${scierie}`]
  expect(alike(asked({ 'b.csv': rows }, [], known))).toEqual([
    ['to_confirm', 'FDV Industrie', 'Forges du Val', 'siren'],
    ['to_confirm', 'Fonderie', 'FDV Industrie', 'siren'],
    ['to_confirm', 'Fonderie', 'Forges du Val', 'siren'],
  ])
})

test('one id and two names contradict each other, in one sheet or two', () => {
  const sheet = ['Identifiant;Nom;Commune', 'P1;Forges du Val;Dieppe', 'P1;Fonderie;Dieppe', 'P1;FORGES DU VAL;']
  const other = ['Identifiant;Nom;Site', 'P1;Scierie;b.fr', 'P1;Forges du Val;v.fr']
  const { sheets, refusals } = asked({ 'a.csv': sheet, 'b.csv': other })
  expect(sheets.map(({ counts }) => [counts.new, counts.repeated, counts.refused])).toEqual([
    [1, 1, 1],
    [0, 1, 1],
  ])
  expect(refusals.map(({ file, row, code, got }) => [file, row, code, got])).toEqual([
    ['a.csv', 3, 'contradicting_row', 'Fonderie'],
    ['b.csv', 2, 'contradicting_row', 'Scierie'],
  ])
})

test('nor is a number enough among the parts of a long table', async () => {
  const others = Array.from({ length: 1_100 }, () => 'Atelier;')
  const rows = ['Nom;SIREN', `Forges du Val;${forges}`, ...others, `FDV Industrie;${forges}`]
  const file = { name: 'partenaires.csv', bytes: new TextEncoder().encode(rows.join('\n')) }
  const reading = await readLongImport([], [file], emptyTerritory('t'), { put: () => {}, progress: () => {} })
  expect(reading.names).toMatchObject([
    { name: 'FDV Industrie', state: 'to_confirm', candidates: [{ name: 'Forges du Val', reasons: ['siren'] }] },
  ])
  expect(reading.sheets[0]?.counts.new).toBe(3)
})
