import { describe, expect, test } from 'vitest'
import type { Noun } from '../../server/domain/territory.ts'
import { columnsOf, fieldOfHeader, fileNames, nounOfFile } from '../../server/exchange/columns.ts'
import { optionMeant, wordsOfOption } from '../../server/exchange/words.ts'
import * as english from '../../server/words/en/refusals.ts'
import { acceptedWords, refused } from '../../server/words/fr/refusals.ts'

describe('a refusal in French', () => {
  test.each(['scope', 'confidence', 'basis', 'regularity', 'status'] as const)(
    'lists the words of %s in French, and each of them is read',
    (list) => {
      const words = wordsOfOption(list)
      const said = refused('unreadable_value', 'lunaire', words.join(', '))
      const told = said.replace(/^.*attendu : /, '').split(', ')
      expect(told.map((word) => optionMeant(list, word))).toEqual(words)
      expect(said).not.toMatch(/\b(departmental|foreign|likely|survey|weekly|asked|declined)\b/)
    },
  )

  test('names the files in French, and each of them is read', () => {
    for (const [noun, [name]] of Object.entries(fileNames)) {
      expect(nounOfFile(`${acceptedWords.get(name)}.csv`)).toBe(noun)
    }
  })

  test('names columns in French, and each of them is read', () => {
    for (const noun of Object.keys(fileNames) as Noun[]) {
      const fields = columnsOf(noun).map(([field]) => field)
      const told = refused('missing_header', '', fields.join(', '))
        .replace(/^.*attendues\s: /, '')
        .split(', ')
      expect(told.map((header) => fieldOfHeader(noun, header))).toEqual(fields)
    }
    const sentence = refused('missing_header', '', 'wave, kind, from, to, lastContact')
    expect(sentence).toContain('vague, nature, de, à, dernier contact')
  })

  test('says what a strength is', () => {
    expect(refused('invalid_value', '2,5', '1, 2, 3, 4, 5')).toBe(
      '« 2,5 » ne convient pas, attendu : un nombre entier de 1 à 5',
    )
    expect(refused('invalid_value', '-1', '1, 2, 3, 4, 5')).toContain('« -1 »')
  })

  test('says what a file is, and how large', () => {
    expect(refused('malformed_file', 'binary', 'csv')).toMatch(/^format binaire\s;/)
    expect(refused('file_too_large', '70 bytes', '64 bytes')).toMatch(/70 octets, au plus 64 octets$/)
  })

  test('says where a column stands twice', () => {
    expect(refused('repeated_column', 'Nom', 'A, C')).toBe('colonne en double (A, C)')
  })
})

test.each(['constructor', 'toString', '__proto__'])('a refusal may expect what is called %s', (word) => {
  expect(refused('unknown_word', 'x', word)).toMatch(new RegExp(`: ${word}$`))
  expect(english.refused('unknown_word', 'x', word)).toMatch(new RegExp(`expected: ${word}$`))
})
