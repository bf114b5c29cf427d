import { expect, test } from 'vitest'
import {
  type CellColumn,
  cellText,
  cellValue,
  clipboardCells,
  clipboardText,
  filled,
  rangeOf,
  settingAll,
} from '../../../client/table/cells.ts'
import type { Actor } from '../../../server/domain/territory.ts'

const columns: readonly CellColumn[] = [
  { field: 'name', label: 'Nom', options: null, isOptional: false },
  {
    ...{ field: 'sphere', label: 'Sphère', isOptional: false },
    options: [
      { id: 'economie', name: 'Économie' },
      { id: 'emploi', name: 'Emploi' },
    ],
  },
  {
    ...{ field: 'inside', label: 'Dedans', isOptional: false },
    options: [
      { id: 'true', name: 'Oui', also: ['x'] },
      { id: 'false', name: 'Non' },
    ],
  },
  { field: 'commune', label: 'Commune', options: null, isOptional: true },
]
const [name, sphere, inside, commune] = columns as [CellColumn, CellColumn, CellColumn, CellColumn]
const actor = (id: string, more: Partial<Actor> = {}): Actor => ({
  ...{ id, name: id.toUpperCase(), type: 'entreprise', sphere: 'economie', scope: 'local', inside: true },
  ...{ collective: false, ...more },
})
const actors = ['a', 'b', 'c', 'd'].map((id) => actor(id))
const all = rangeOf({ row: 0, column: 0 }, { row: 3, column: 3 })

test('a cell takes the words of its column however they are written, and no others', () => {
  expect(['economie', 'ÉCONOMIE', ' Économie '].map((text) => cellValue(text, sphere))).toEqual(
    Array(3).fill('economie'),
  )
  expect(['industrie', ''].map((text) => cellValue(text, sphere))).toEqual([null, null])
  expect(['oui', 'X', 'non'].map((text) => cellValue(text, inside))).toEqual(['true', 'true', 'false'])
  expect([cellValue('', name), cellValue('', commune), cellValue(' Donges\t', commune)]).toEqual([null, '', 'Donges'])
})

test('what is copied is pasted as it was, whatever it holds', () => {
  const texts = ['dit « le\tVal »', 'sur "deux"\nlignes', 'simple', '']
  const odd = texts.map((text, i) => actor(`o${i}`, { name: text || 'x', ...(text && { commune: text }) }))
  const block = clipboardCells(clipboardText(odd, columns, all))
  expect(block).toEqual(odd.map((each) => columns.map((column) => cellText(each, column))))
})

test('lines of a spreadsheet end as Excel ends them', () => {
  expect(clipboardCells('a\tb\r\nc\td\r\n')).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ])
  expect(clipboardCells('seul')).toEqual([['seul']])
})

test('one value fills every cell that is selected; a block is repeated where it fits', () => {
  const spheres = rangeOf({ row: 3, column: 1 }, { row: 0, column: 1 })
  expect(filled(actors, columns, spheres, [['Emploi']]).changes).toEqual(
    actors.map((value) => ({ put: 'actor', value: { ...value, sphere: 'emploi' } })),
  )
  const two = filled(actors, columns, spheres, [['Emploi'], ['Économie']])
  expect(two.changes.map((change) => 'put' in change && change.put === 'actor' && change.value.id)).toEqual(['a', 'c'])
})

test('a block goes on from the corner, and what stands beyond the table is left out', () => {
  const corner = rangeOf({ row: 3, column: 2 }, { row: 3, column: 2 })
  const { changes, cells, unread } = filled(actors, columns, corner, [
    ['non', 'Donges', 'rien'],
    ['non', 'Montoir', ''],
  ])
  expect(changes).toEqual([{ put: 'actor', value: { ...actor('d'), inside: false, commune: 'Donges' } }])
  expect([cells, unread]).toEqual([2, []])
})

test('what no cell takes is told', () => {
  const corner = rangeOf({ row: 0, column: 0 }, { row: 0, column: 0 })
  expect(filled(actors, columns, corner, [['', 'industrie']])).toMatchObject({ unread: ['', 'industrie'], cells: 0 })
})

test('an empty commune is no commune, and who has the value already is not changed', () => {
  const donges = actor('e', { commune: 'Donges' })
  expect(settingAll([donges, actor('f')], 'commune', '')).toEqual([{ put: 'actor', value: actor('e') }])
  expect(settingAll(actors, 'sphere', 'economie')).toEqual([])
})
