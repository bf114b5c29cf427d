import { describe, expect, test } from 'vitest'
import { measures as catalogue } from '../../server/analysis/measures.ts'
import { measures as en } from '../../server/words/en/measures.ts'
import { measures as fr } from '../../server/words/fr/measures.ts'
import { type MeasureText, measureIds } from '../../server/words/measures.ts'

describe.each([
  ['fr', fr],
  ['en', en],
])('measures in %s', (_, measures) => {
  const all = Object.values(measures)

  test('no two measures are called the same', () => {
    const names = all.map(({ name }) => name)
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
    const terms = all.map(({ term }) => term)
    expect(terms.filter((term, i) => terms.indexOf(term) !== i)).toEqual([])
  })

  test('each says what it says in one sentence, with a capital and a full stop', () => {
    const odd = all.filter(({ sentence }) => !/^[\p{Lu}\d][^.!?]*\.$/u.test(sentence.replaceAll(/\d\.\d/g, '')))
    expect(odd).toEqual([])
  })

  test('a sentence can be read aloud in one breath', () => {
    expect(all.filter(({ sentence }) => sentence.split(/\s+/).length > 40)).toEqual([])
  })

  test('apostrophes are typographic and nothing is doubled or padded', () => {
    expect(all.flatMap(texts).filter((text) => /['"]|\s\s|^\s|\s$/.test(text))).toEqual([])
  })
})

test('French signs keep their spaces: « : ; ? ! » never begin a line', () => {
  const all = Object.values(fr).flatMap(texts)
  expect(all.filter((text) => / [:;?!»]|« |[^\u00a0\u202f][:;?!»]/.test(text))).toEqual([])
})

test('French says of each measure how it is counted, with the numbers of the catalogue', () => {
  const silent = Object.entries(fr).filter(([, { convention }]) => !/^\p{Lu}[^.!?]*\.$/u.test(convention ?? ''))
  expect(silent.map(([id]) => id)).toEqual([])

  const said = catalogue.map(({ id }) => [id, numbers(convention(id))])
  expect(said).toEqual(catalogue.map((measure) => [measure.id, numbers(measure.convention)]))
})

test('every measure of the catalogue has words, and no words are left of measures gone', () => {
  expect([...measureIds].sort()).toEqual([...new Set(catalogue.map(({ id }) => id))].sort())
})

const texts = ({ name, term, sentence, convention }: MeasureText) =>
  [name, term, sentence, convention].filter((text) => text !== undefined)

/** That of the language, by an id of the catalogue; empty where there is none. */
function convention(id: string): string {
  const measures: Readonly<Record<string, MeasureText>> = fr
  return measures[id]?.convention ?? ''
}

/** The numbers in a text of either language, each once, in ascending order: 20,000 is 20 000 and 0.85 is 0,85. */
function numbers(text: string): number[] {
  const plain = text.replaceAll(/(?<=\d)[,\u00a0\u202f](?=\d{3}(?!\d))/g, '')
  const found = (plain.match(/\d+(?:[.,]\d+)?/g) ?? []).map((number) => Number(number.replace(',', '.')))
  return [...new Set(found)].sort((a, b) => a - b)
}
