import { expect, test } from 'vitest'
import { en } from '../../../client/text/en.ts'
import { fr } from '../../../client/text/fr.ts'
import { bound } from '../../../client/text/lines.ts'
import { defaultVocabulary } from '../../../server/domain/vocabulary.ts'
import { shortName } from '../../../server/drawing/short-name.ts'
import type { ProblemCode } from '../../../server/problem.ts'
import { importedSchema } from '../../../server/wire/exchange.ts'

// A code without a sentence does not compile.
const sentences: readonly Readonly<Record<ProblemCode, unknown>>[] = [fr.problems, en.problems]

test('every refusal has a sentence in both languages', () => {
  const codes = importedSchema.shape.refusals.element.shape.code.options
  for (const { refused } of [fr, en]) {
    const reasons = codes.map((code) => refused(code, 'G', 'date'))
    expect(new Set(reasons).size).toBe(codes.length)
    expect(reasons.filter((reason) => / [:;?!»]|« /.test(reason))).toEqual([])
  }
  for (const problems of sentences) expect(Object.keys(problems)).toContain('no_wave')
})

test.each(['fr', 'en'] as const)('%s names every word of the default vocabularies, in their order', (language) => {
  const { words } = language === 'fr' ? fr : en
  for (const [vocabulary, list] of Object.entries(defaultVocabulary)) {
    expect(Object.keys(words[vocabulary as keyof typeof words])).toEqual([...list])
  }
})

test('French is set as French is: no plain space before high punctuation or inside guillemets, no straight apostrophe', () => {
  const faults = textsOf(fr).filter((text) => / [:;?!»]|« |\p{L}'\p{L}/u.test(text))
  expect(faults).toEqual([])
})

test('the page names no option of the command line', () => {
  const codes = importedSchema.shape.refusals.element.shape.code.options
  for (const language of [fr, en]) {
    const reasons = codes.map((code) => language.refused(code, 'G', 'date'))
    expect([...textsOf(language), ...reasons].filter((text) => /(?<![-–\p{L}])--?[a-z]{2,}/u.test(text))).toEqual([])
  }
})

test('a figure stays on the line of what it counts', () => {
  expect(bound('Les 6 membres ont 13 liens entre eux.')).toBe('Les 6\u00a0membres ont 13\u00a0liens entre eux.')
})

test('counts agree in number: French says zero in the singular', () => {
  expect(fr.status.ties(0, 0)).toBe('0 lien')
  expect(fr.status.ties(2, 2)).toBe('2 liens')
  expect(en.status.ties(0, 0)).toBe('0 ties')
  expect(en.status.ties(1, 1)).toBe('1 tie')
})

test('ties that shared spaces make are told from declared ones', () => {
  expect(fr.status.ties(20, 7)).toBe('20 liens, dont 7 déclarés')
  expect(fr.status.ties(20, 1)).toBe('20 liens, dont 1 déclaré')
  expect(fr.status.ties(20, 0)).toBe('20 liens, dont aucun déclaré')
  expect(en.status.ties(20, 7)).toBe('20 ties, 7 of them declared')
  expect(en.status.ties(20, 0)).toBe('20 ties, none of them declared')
})

test('a short name drops what stands in brackets and breaks between words', () => {
  expect(shortName('CARENE (communauté d’agglomération)')).toBe('CARENE')
  expect(shortName('Agence de développement économique de la Région Pays de la Loire')).toBe(
    'Agence de développement économique de la…',
  )
})

/** Every text of the language, functions called with samples. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'function') return textsOf(sampled(value as (...given: unknown[]) => unknown))
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsOf)
  return []
}

function sampled(make: (...given: unknown[]) => unknown): unknown {
  for (const sample of [['x', 'x', 'x'], [2, 2, 2], ['2019-12-31'], [2, ['x']], [(name: string) => name]]) {
    try {
      return make(...sample)
    } catch {
      // Made for other arguments.
    }
  }
  return ''
}
