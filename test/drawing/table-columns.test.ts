import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Column, nextSort, sorted, sortingOf } from '../../server/drawing/table-columns.ts'

interface Row {
  readonly name: string
  readonly value: number | null
}

const name: Column<Row> = { id: 'name', name: 'Nom', key: (row) => row.name }
const value: Column<Row> = { id: 'value', name: 'Valeur', key: (row) => row.value, numeric: true }

test('words are sorted as French sorts them, accents apart', () => {
  const rows = ['zinc', 'Étain', 'eau', 'Éco'].map((each) => ({ name: each, value: null }))
  expect(sorted(rows, [name], sortingOf('name'), 'fr-FR').map((row) => row.name)).toEqual([
    'eau',
    'Éco',
    'Étain',
    'zinc',
  ])
})

test('numbers start from the largest; undefined ones come last whichever way', () =>
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer())), fc.boolean(), (values, descending) => {
      const rows = values.map((each) => ({ name: '', value: each }))
      const sort = descending ? '-value' : 'value'
      const keys = sorted(rows, [value], sortingOf(sort), 'fr-FR').map((row) => row.value)
      const defined = values.filter((each) => each !== null).toSorted((a, b) => (descending ? b - a : a - b))
      expect(keys).toEqual([...defined, ...values.filter((each) => each === null)])
    }),
  ))

test('lines alike keep their order, as comparing each with each would leave them', () =>
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('été', 'Été', 'ete', 'A 10', 'A 9', 'a 9', '')),
      fc.boolean(),
      (names, descending) => {
        const rows = names.map((each, at) => ({ name: each, value: at }))
        const { compare } = new Intl.Collator('fr-FR', { numeric: true })
        const expected = rows.toSorted((a, b) => (descending ? -1 : 1) * compare(a.name, b.name))
        expect(sorted(rows, [name], sortingOf(descending ? '-name' : 'name'), 'fr-FR')).toEqual(expected)
      },
    ),
  ))

test('the same head again turns the order round', () => {
  expect(nextSort(value, null)).toBe('-value')
  expect(nextSort(value, sortingOf('-value'))).toBe('value')
  expect(nextSort(name, sortingOf('-value'))).toBe('name')
  expect(nextSort(name, sortingOf('name'))).toBe('-name')
})
