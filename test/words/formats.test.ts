import { describe, expect, test } from 'vitest'
import { fr as page } from '../../client/text/fr.ts'
import { measures } from '../../server/analysis/measures.ts'
import { english, french } from '../../server/words/formats.ts'

const thin = '\u202f'

describe('French', () => {
  test.each([
    [1_234_567.891, `1${thin}234${thin}567,89`],
    [1234, `1${thin}234`],
    [2.5, '2,5'],
    [-1, '−1'],
    [-0.001, '0'],
    [Number.NaN, 'n.\u00a0d.'],
  ])('%s is written %s', (value, written) => {
    expect(french.number(value)).toBe(written)
  })

  test.each([
    [0, '0 lien'],
    [1, '1 lien'],
    [1.5, '1,5 lien'],
    [1.999, '2 liens'],
    [-1, '−1 lien'],
    [2, '2 liens'],
    [1_000, `1${thin}000 liens`],
  ])('%s ties are %s', (n, written) => {
    expect(french.count(n, 'lien', 'liens')).toBe(written)
  })

  test.each([
    [0, `0${thin}%`],
    [0.034, `3,4${thin}%`],
    [0.125, `13${thin}%`],
    [-0.034, `−3,4${thin}%`],
    [1, `100${thin}%`],
  ])('a share of %s is %s', (share, written) => {
    expect(french.percent(share)).toBe(written)
  })

  test('the first of a month is « 1er », no other day', () => {
    expect(french.date('2025-03-01')).toBe('1er mars 2025')
    expect(french.date('2025-03-11')).toBe('11 mars 2025')
    expect(french.date('2025-03-31')).toBe('31 mars 2025')
    expect(french.dateTime('2025-03-01T12:00:00Z')).toMatch(/^1er mars 2025/)
  })
})

test('a column of figures keeps its digits, and what rounds to nothing has no sign', () => {
  expect([0.28, -0.0391, 1].map((value) => french.fixed(value, 3))).toEqual(['0,280', '−0,039', '1,000'])
  expect([0.0004, -0.0004, 0.0771, -0.0771].map((value) => french.signed(value, 3))).toEqual([
    '0,000',
    '0,000',
    '+0,077',
    '−0,077',
  ])
})

test('months elide', () => {
  expect(page.status.survey('2025-04-01')).toBe('d’après l’enquête d’avril 2025')
  expect(page.status.survey('2025-03-01')).toBe('d’après l’enquête de mars 2025')
})

test('no range of a measure keeps a hyphen for a minus, a decimal point or an English word', () => {
  for (const { id, range } of measures) {
    const said = page.measure.rangeWords(range)
    expect(said, id).not.toMatch(/-|\d\.\d|\.\.|\b(?:sets|actors|ties|true|and|counts|pairs|sum|richness|sweeps)\b/)
  }
})

test('English', () => {
  expect([english.number(-1234.5), english.percent(0.12), english.date('2025-03-01')]).toEqual([
    '−1,234.5',
    '12%',
    '1 March 2025',
  ])
  expect([english.count(0, 'tie', 'ties'), english.count(1, 'tie', 'ties')]).toEqual(['0 ties', '1 tie'])
})
