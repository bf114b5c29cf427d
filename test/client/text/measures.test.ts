import { describe, expect, test } from 'vitest'
import { measureIds } from '../../../client/text/measure-ids.ts'
import { measures as en } from '../../../client/text/measures.en.ts'
import { measures as fr } from '../../../client/text/measures.fr.ts'
import { measures as catalogue } from '../../../server/analysis/measures.ts'

describe.each([
  ['fr', fr],
  ['en', en],
])('measures in %s', (_, texts) => {
  const all = Object.values(texts)

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
    const texted = all.flatMap(({ name, term, sentence }) => [name, term, sentence])
    expect(texted.filter((text) => /['"]|\s\s|^\s|\s$/.test(text))).toEqual([])
  })
})

test('French signs keep their spaces: « : ; ? ! » never begin a line', () => {
  const texted = Object.values(fr).flatMap(({ name, term, sentence }) => [name, term, sentence])
  expect(texted.filter((text) => / [:;?!»]|« |[^\u00a0\u202f][:;?!»]/.test(text))).toEqual([])
})

test('every measure of the catalogue has words, and no words are left of measures gone', () => {
  expect([...measureIds].sort()).toEqual([...new Set(catalogue.map(({ id }) => id))].sort())
})
