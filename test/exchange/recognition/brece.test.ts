import { expect, test } from 'vitest'
import { emptyTerritory } from '../../../server/domain/territory.ts'
import type { Plan } from '../../../server/exchange/plan.ts'
import { after } from '../fixture.ts'
import { brece, importOf, putBy, team } from './imported.ts'

const guessed = importOf(brece, { wave: team })

test('three spreadsheets of a town hall are understood without a word of ours in them', () => {
  expect(guessed.sheets.map(({ kind, header, counts }) => [kind.value, kind.sure, header.row, counts.read])).toEqual([
    ['actor', true, 1, 61],
    ['tie', true, 1, 92],
    ['projects', true, 2, 4],
  ])
  expect(putBy(guessed)).toEqual({ vocabulary: 5, wave: 1, actor: 61, tie: 65, space: 4, participation: 14 })
  expect(guessed.sheets[2]?.setAside).toMatchObject([{ row: 1, why: 'title' }])
})

test('what keeps rows out comes grouped: one choice mends each', () => {
  const [, ties] = guessed.sheets
  expect(ties?.counts).toEqual({ read: 92, new: 65, changed: 0, matched: 0, repeated: 0, refused: 27, leftOut: 0 })
  expect(ties?.groups).toMatchObject([
    { header: 'Intensité', got: '2,5', rows: 26 },
    { header: 'Structure A', code: 'unconfirmed_name', got: 'CCI de la Mayenne', rows: 1 },
  ])
  const plan: Plan = {
    sheets: [{ file: '2-liens.csv', sheet: null, values: [{ column: 'D', value: '2,5', means: '3' }] }],
    names: [{ name: 'CCI de la Mayenne', is: 'CCI' }],
  }
  const mended = importOf(brece, { wave: team, plan })
  expect(mended.sheets[1]?.counts).toMatchObject({ read: 92, new: 92, refused: 0 })
  const actors = mended.changes.flatMap((change) => ('put' in change && change.put === 'actor' ? [change.value] : []))
  expect(actors.find(({ name }) => name === 'CCI')?.aliases).toEqual(['CCI de la Mayenne'])
})

test('actors that may be one are proposed and never made one', () => {
  const asked = guessed.names.filter(({ state }) => state === 'to_confirm')
  expect(asked.map(({ name, candidates }) => [name, candidates[0]?.name, candidates[0]?.reasons])).toEqual([
    ['Chambre de commerce', 'CCI', ['acronym']],
    ['France Travail', 'Pôle emploi', ['former_name']],
    ['Laval Mayenne Technopole', 'Technopole', ['contained']],
    ['laiterie bréhault', 'Laiterie Bréhault SAS', ['legal_form']],
    ['CCI de la Mayenne', 'CCI', ['acronym']],
  ])
})

test('actors that a person says are one become one, under all their names', () => {
  const names = [
    { name: 'Chambre de commerce', is: 'CCI' },
    { name: 'Pôle emploi', is: 'France Travail' },
    { name: 'laiterie bréhault', is: 'Laiterie Bréhault SAS' },
    { name: 'Laval Mayenne Technopole', is: null },
  ]
  const read = importOf(brece, { wave: team, plan: { names } })
  expect(putBy(read)).toMatchObject({ actor: 58 })
  expect(read.sheets[0]?.counts).toMatchObject({ read: 61, new: 58, repeated: 3, refused: 0 })
  const territory = after(emptyTerritory('brece'), read.changes)
  const called = (name: string) => [...territory.actors.values()].find((actor) => actor.name === name)
  expect(called('CCI')?.aliases).toEqual(['Chambre de commerce'])
  expect(called('France Travail')?.aliases).toEqual(['Pôle emploi'])
  expect(called('Laiterie Bréhault SAS')?.aliases).toEqual(['laiterie bréhault'])
  // The next file needs no question.
  const next = importOf(brece, { wave: team }, territory)
  expect(next.names.filter(({ state }) => state === 'to_confirm').map(({ name }) => name)).toEqual([
    'CCI de la Mayenne',
  ])
  expect(next.sheets[0]?.counts).toMatchObject({ matched: 58, repeated: 3 })
})

test('whoever is said to be one goes by the present name, whichever way it was said', () => {
  const names = [{ name: 'France Travail', is: 'Pôle emploi' }]
  const territory = after(emptyTerritory('brece'), importOf(brece, { wave: team, plan: { names } }).changes)
  const employment = [...territory.actors.values()].filter(({ name }) => /travail|emploi$/i.test(name))
  expect(employment.map(({ name, aliases }) => [name, aliases])).toEqual([['France Travail', ['Pôle emploi']]])
})

test('what a column of types means is told value by value, and what nobody knows is a new word', () => {
  const type = guessed.sheets[0]?.columns.find(({ target }) => target === 'type')
  const meant = new Map(type?.values.map(({ value, means, sure }) => [value, [means, sure]]))
  expect(meant.get('Banque')).toEqual(['banque', false])
  expect(meant.get('Syndicat patronal')).toEqual(['association_entreprises', false])
  expect(meant.get('Lycée')).toEqual(['formation', true])
  const rows = guessed.sheets[0]?.rows.list.map(({ cells }) => cells.map(({ text, read }) => read ?? text)) ?? []
  const typeOf = (name: string) => rows.find(([first]) => first === name)?.[1]
  // « Collectivité » says less than the names do.
  expect(typeOf("Communauté d'agglomération du Pays de Brécé")).toBe('epci')
  expect(typeOf('Commune de Vautorte')).toBe('commune')
})

test('whether an actor is inside is proposed from its commune', () => {
  const columns = guessed.sheets[0]?.columns.map(({ key }) => key) ?? []
  const inside = (name: string) => {
    const row = guessed.sheets[0]?.rows.list.find(({ cells }) => cells[0]?.text === name)
    return row?.cells[columns.indexOf('inside')]
  }
  expect(inside('Médiathèque')).toMatchObject({ text: 'true', proposed: true })
  expect(inside('CUMA des Trois-Rivières')).toMatchObject({ text: 'true', proposed: true })
  expect(inside('Emmaüs')).toMatchObject({ text: 'false', proposed: true })
  expect(inside('DREETS')).toMatchObject({ text: 'false', proposed: true })
})

test('a column of people is left aside until somebody wants it', () => {
  const contact = guessed.sheets[0]?.columns.find(({ header }) => header === 'Contact')
  expect(contact).toMatchObject({ holds: 'ignored', by: 'person', sure: false })
})

test('without a wave nothing that needs one is read, and one is proposed', () => {
  const read = importOf(brece)
  expect(putBy(read)).toEqual({ vocabulary: 4, actor: 61 })
  expect(read.wave).toEqual({
    needed: true,
    proposed: { id: '2024', label: '2024', date: '2024-12-26', basis: 'informants' },
  })
})
