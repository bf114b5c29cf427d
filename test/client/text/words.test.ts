import { describe, expect, test } from 'vitest'
import { en } from '../../../client/text/en.ts'
import { fr } from '../../../client/text/fr.ts'
import { emptyTerritory } from '../../../server/domain/territory.ts'
import { measureWords } from '../../../server/words/measures.ts'
import { wordOf } from '../../../server/words/vocabulary.ts'

describe.each([fr, en])('in $language', (text) => {
  test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('a word « %s » says itself', (word) => {
    for (const vocabulary of ['actorType', 'sphere', 'tieKind', 'role', 'spaceKind'] as const) {
      expect(wordOf(text, emptyTerritory('t'), vocabulary, word)).toBe(word)
    }
    expect(measureWords(text.measures, word).name).toBe(word)
  })
})

test('a name takes its article where French swallows it', () => {
  const { pairs, tables } = fr.seminar
  expect(pairs.present('Forges Baudrivon', 'Lycée général')).toBe('Présenter Forges Baudrivon au Lycée général')
  expect(pairs.present('Airbus', 'CCI du Littoral')).toBe('Présenter Airbus à la CCI du Littoral')
  expect(tables.unlock('Lycée général')).toBe('Libérer la place du Lycée général')
})
