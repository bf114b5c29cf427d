import { describe, expect, test } from 'vitest'
import { nouns } from '../../server/domain/territory.ts'
import { type ClosedList, closedLists } from '../../server/domain/vocabulary.ts'
import { columnsOf, fieldOfHeader, nounOfFile } from '../../server/exchange/columns.ts'
import { optionMeant } from '../../server/exchange/words.ts'
import * as english from '../../server/words/en/refusals.ts'
import * as french from '../../server/words/fr/refusals.ts'

const lists = Object.keys(closedLists) as ClosedList[]

describe.each([
  ['fr', french],
  ['en', english],
])('a refusal in %s', (language, { refused, refusedPlace }) => {
  /** What stands after the last colon. */
  const listed = (sentence: string) => sentence.replace(/^.*[\s:] ?: ?|^.*: /u, '').split(', ')

  test.each(lists)('lists the words of %s, and each of them is read', (list) => {
    const told = listed(refused('unreadable_value', 'lunaire', { oneOf: list }))
    expect(told.map((word) => optionMeant(list, word))).toEqual(closedLists[list])
  })

  test('names the files, and each of them is read', () => {
    const told = listed(refused('unknown_file', 'photo.jpg', { files: nouns }))
    expect(told.map((name) => nounOfFile(`${name}.csv`))).toEqual(nouns)
  })

  test.each(nouns)('names the columns of %s, and each of them is read', (noun) => {
    const fields = columnsOf(noun).map(([field]) => field)
    const told = listed(refused('missing_header', '', { fields }))
    expect(told.map((header) => fieldOfHeader(noun, header))).toEqual(fields)
    for (const field of fields) {
      const place = refusedPlace({ file: 'f', row: 1, column: field, code: 'missing_column' })
      const [, header = ''] = /[«“]\s?(.*?)\s?[»”]$/u.exec(place) ?? []
      expect(fieldOfHeader(noun, header)).toBe(field)
    }
  })

  test('quotes the beginning of a very long cell', () => {
    expect(refused('invalid_value', `Début ${'long '.repeat(4_000)}`, 'text').length).toBeLessThan(300)
    expect(refused('invalid_value', 'Tout', 'text')).toContain('Tout')
  })

  test('may quote what is called as what every object has', () => {
    for (const got of ['constructor', '__proto__']) {
      expect(refused('unknown_word', got, { word: 'sphere' })).toContain(got)
      expect(refused('malformed_file', got, 'csv')).toContain(got)
      expect(refusedPlace({ file: got, row: 1, column: got, code: 'missing_column' })).toContain(got)
    }
  })

  test('says of a text that may not stand what may', () => {
    for (const limit of ['id', 'line', 'text'] as const) {
      expect(refused('invalid_value', 'x', limit)).toMatch(/NFC/)
      expect(refused('missing_value', '', limit)).not.toMatch(/NFC/)
    }
  })

  test('has a word for all that may be expected', () => {
    const all = [
      { digits: 9 },
      { between: [-90, 90] },
      { whole: [1, 5] },
      { notBefore: '2025-12-31' },
      { row: 3 },
      { atMost: 64 },
      { oneColumnOf: ['A', 'C'] },
      { words: 'role' },
      { fact: 'wave' },
    ] as const
    const said = all.map((expected) => refused('invalid_value', 'G', expected))
    expect(new Set(said).size).toBe(all.length)
    for (const sentence of said) expect(sentence).not.toMatch(/\[object|undefined|: $/)
    expect(language === 'fr' ? said.filter((sentence) => / [:;?!»]|« /.test(sentence)) : []).toEqual([])
  })
})

describe('in French', () => {
  const { refused } = french

  test('no word of a list is English', () => {
    for (const list of lists) {
      expect(refused('unreadable_value', 'lunaire', { oneOf: list })).not.toMatch(
        /\b(departmental|foreign|likely|survey|weekly|asked|declined|actorType|tieKind)\b/,
      )
    }
    const sentence = refused('missing_header', '', { fields: ['wave', 'kind', 'from', 'to', 'lastContact'] })
    expect(sentence).toContain('vague, nature, de, à, dernier contact')
  })

  test('says what a strength, a file, a column given twice is', () => {
    expect(refused('invalid_value', '2,5', { whole: [1, 5] })).toMatch(
      /^«\u00a02,5\u00a0» ne convient pas, attendu\u00a0: un nombre entier de 1 à 5$/,
    )
    expect(refused('malformed_file', 'binary', 'csv')).toMatch(/^format binaire\s; /)
    expect(refused('file_too_large', '70', { atMost: 64 })).toMatch(/70 octets, au plus 64 octets$/)
    expect(refused('repeated_column', 'Nom', { oneColumnOf: ['A', 'C'] })).toBe('colonne en double (A, C)')
  })
})
