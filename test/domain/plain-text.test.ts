import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainLine, plainText, quotable } from '../../server/domain/plain-text.ts'

test.each([
  ['a NUL', 'Mai\u0000rie', 'Mairie'],
  ['marks that turn the writing round', '\u202e\u202aMai\u202cri\u2066e\u2069\u200f', 'Mairie'],
  ['spaces without width and a soft hyphen', '\ufeffMai\u200b\u2060ri\u00ade', 'Mairie'],
  ['joiners between letters', 'Mai\u200c\u200drie\ufe0f', 'Mairie'],
  ['fillers and tags', 'Mai\u3164\u115f\u{e0041}rie', 'Mairie'],
  ['half a letter', 'Mai\ud83d', 'Mai\ufffd'],
  ['an accent of its own', 'E\u0301cole', '\u00c9cole'],
  ['an accent behind what is not seen', 'E\u200b\u0301cole', '\u00c9cole'],
  ['a tab and line ends', 'a\tb\r\nc\u2028d', 'a b c d'],
])('%s does not stay in a line', (_, text, plain) => {
  expect(plainLine(text)).toBe(plain)
})

test('what can be seen stays: pictures made of several, no-break spaces, other scripts', () => {
  for (const text of ['👩‍🌾 👨🏽‍🔧 ❤️ 1️⃣', 'Cap 10\u00a0000\u202f!', '日本 支社', 'ﬀ', '𝒵']) {
    expect(plainLine(text)).toBe(text)
    expect(quotable(text)).toBe(text)
  }
})

test('lines and tabs stay in a text of several lines', () => {
  expect(plainText('un\tdeux\r\ntrois\rquatre')).toBe('un\tdeux\ntrois\nquatre')
})

test('made plain twice is made plain once, and quoted as it stands', () => {
  const unit = fc.oneof(
    fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    fc.constantFrom('👩', '🌾', '\u200d', '\ufe0f', '\u20e3', '1', 'e', '\u0301', '\u0327', '\u034f', '\r', '\n'),
  )
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
      for (const plain of [plainText, plainLine]) expect(plain(plain(text))).toBe(plain(text))
      expect(quotable(plainLine(text))).toBe(plainLine(text))
    }),
    { numRuns: 2_000 },
  )
})

test('the quick way of usual letters changes none that the slow way would change', () => {
  // After a letter that is not usual, each character goes the slow way.
  for (let code = 0; code < 0x3000; code++) {
    const letter = String.fromCharCode(code)
    const slowly = plainText(`𝒵${letter}`).slice('𝒵'.length)
    if (letter !== '\r') expect(plainText(letter), `U+${code.toString(16)}`).toBe(slowly)
  }
})
