import { describe, expect, test } from 'vitest'
import { fr as page } from '../../client/text/fr.ts'
import { emptyTerritory, nouns, type Territory } from '../../server/domain/territory.ts'
import { closedListNames, defaultVocabulary, type Vocabulary, vocabularies } from '../../server/domain/vocabulary.ts'
import { readCell } from '../../server/exchange/cells.ts'
import { columnsOf, fieldOfHeader, nounOfFile } from '../../server/exchange/columns.ts'
import { NameIndex } from '../../server/exchange/names.ts'
import { type OptionList, optionMeant, wordsMeant } from '../../server/exchange/words.ts'
import * as englishNouns from '../../server/words/en/nouns.ts'
import { vocabulary as english } from '../../server/words/en/vocabulary.ts'
import * as frenchNouns from '../../server/words/fr/nouns.ts'
import { vocabulary as french } from '../../server/words/fr/vocabulary.ts'
import { wordOf } from '../../server/words/vocabulary.ts'
import { applied } from '../domain/arbitrary.ts'

const territory = emptyTerritory('t')
const meant = wordsMeant(territory)

describe.each([
  ['fr', french],
  ['en', english],
] as const)('every label in %s is understood on import', (language, labels) => {
  test.each(vocabularies)('the words of %s, as they stand in a sentence and with a capital', (list) => {
    for (const id of defaultVocabulary[list]) {
      const label = wordOf({ language, words: labels.words }, territory, list, id)
      expect([label, meant(list, label)]).toEqual([label, id])
      expect([label, meant(list, label.toLocaleUpperCase(language))]).toEqual([label, id])
    }
  })

  const options: readonly (readonly [OptionList, Readonly<Record<string, string>>])[] = [
    ['scope', labels.scopes],
    ['confidence', labels.confidences],
    ['regularity', labels.regularities],
    ['status', labels.rosterStatuses],
  ]
  test.each(options)('the options of %s', (list, words) => {
    for (const [id, label] of Object.entries(words)) expect([label, optionMeant(list, label)]).toEqual([label, id])
  })

  const { fields, nouns: called } = language === 'fr' ? frenchNouns : englishNouns
  test.each(closedListNames)('the words of %s in forms, and in French files', (list) => {
    for (const labels of [fields.options[list], frenchNouns.fileOptions[list]])
      for (const [id, label] of Object.entries(labels)) expect([label, optionMeant(list, label)]).toEqual([label, id])
  })

  test('whether an actor is of the territory', () => {
    const read = (cell: string) => readCell(cell, { option: 'boolean' }, new NameIndex(territory))
    for (const sides of [labels.sides, labels.sidesInShort]) {
      expect(read(sides.inside)).toEqual({ ok: true, value: true })
      expect(read(sides.outside)).toEqual({ ok: true, value: false })
    }
  })

  test('the content of a file', () => {
    for (const noun of nouns)
      for (const name of [called[noun].file, called[noun].table, called[noun].one])
        expect([name, nounOfFile(`${name}.csv`)]).toEqual([name, noun])
  })
})

test.each(nouns)('every column of a French file of %s is understood', (noun) => {
  for (const [field] of columnsOf(noun)) expect(fieldOfHeader(noun, frenchNouns.headerOf(field))).toBe(field)
})

test('a label that the territory gives a word of its own, or one of ours, is understood', () => {
  const labelled: Territory = applied(territory, [
    { put: 'vocabulary', value: { vocabulary: 'sphere', id: 'sante', fr: 'Santé, soins', en: 'Health care' } },
    { put: 'vocabulary', value: { vocabulary: 'role', id: 'pilot', fr: 'Capitaine' } },
  ])
  const understood = wordsMeant(labelled)
  for (const [list, id] of [
    ['sphere', 'sante'],
    ['role', 'pilot'],
  ] as const satisfies readonly (readonly [Vocabulary, string])[]) {
    for (const spoken of [
      { language: 'fr', words: french.words } as const,
      { language: 'en', words: english.words } as const,
    ]) {
      expect(understood(list, wordOf(spoken, labelled, list, id))).toBe(id)
    }
  }
})

test('the page says no word of the record but these', () => {
  expect(page.words).toBe(french.words)
  expect(page.rosterStatuses).toBe(french.rosterStatuses)
})

test.each(['équipe', 'Ce que l’équipe sait', 'informants', 'what the team knows', 'informateurs clés'])(
  '« %s » is the basis of a wave',
  (cell) => {
    expect(optionMeant('basis', cell)).toBe('informants')
  },
)
