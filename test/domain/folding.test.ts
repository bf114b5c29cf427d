import fc from 'fast-check'
import { expect, test } from 'vitest'
import { folded, foldedWords } from '../../server/domain/folding.ts'

test.each([
  ['ﬁnance du Port', 'finance du port'],
  ['Œuvre des Ateliers', 'oeuvre des ateliers'],
  ['Ex æquo', 'ex aequo'],
  ['Straße', 'strasse'],
  ['ＣＡＲＥＮＥ', 'carene'],
  ['L’École', 'l ecole'],
  ["L'École", 'l ecole'],
  ['Lʼe\u0301cole', 'l ecole'],
  ['Saint‑Nazaire', 'saint nazaire'],
  ['Saint\u00ad-\u200bNazaire', 'saint nazaire'],
  ['  CC\u00a0Côte\u202fd’Albâtre ', 'cc cote d albatre'],
  ['İstanbul', 'istanbul'],
  ['2ᵉ № ½', '2e no 1 2'],
  ['Łódź', 'lodz'],
  ['« ? »', ''],
])('%s reads %s', (name, words) => expect(foldedWords(name)).toBe(words))

test('folding again changes nothing, and letters are those of the words', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const words = foldedWords(name)
      expect(foldedWords(words)).toBe(words)
      expect(folded(name)).toBe(words.replaceAll(' ', ''))
    }),
  ))

test('the way a name is composed does not count', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const forms = ['NFC', 'NFD', 'NFKC', 'NFKD'] as const
      expect(new Set(forms.map((form) => foldedWords(name.normalize(form))))).toEqual(new Set([foldedWords(name)]))
    }),
  ))
