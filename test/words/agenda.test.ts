import { beforeAll, describe, expect, test } from 'vitest'
import { namesIn } from '../../server/cli/findings-text.ts'
import { type AgendaItemWire, agendaSchema } from '../../server/wire/agenda.ts'
import type { AgendaWords } from '../../server/words/agenda.ts'
import { agenda as inEnglish } from '../../server/words/en/agenda.ts'
import { vocabulary as englishWords } from '../../server/words/en/vocabulary.ts'
import type { Names } from '../../server/words/findings.ts'
import { agenda as inFrench } from '../../server/words/fr/agenda.ts'
import { vocabulary as frenchWords } from '../../server/words/fr/vocabulary.ts'
import type { DefaultWords } from '../../server/words/vocabulary.ts'
import { type Read, readAll } from '../agenda/agendas.ts'

let all: readonly Read[] = []
beforeAll(async () => {
  all = await readAll()
}, 300_000)

/** A word that stands for a name, which nobody chose the length of. */
const shortened = (names: Names): Names => {
  const one = () => 'Airbus'
  return { ...names, actor: one, space: one, sphere: one, actorType: one, group: one }
}

interface Said {
  readonly item: AgendaItemWire
  readonly headline: string
  readonly all: readonly string[]
}

function said(
  { agenda, territory }: Read,
  words: AgendaWords,
  vocabulary: DefaultWords,
  names = namesIn(territory, vocabulary as never),
): Said[] {
  const { basis, items, ...counts } = agendaSchema.parse(agenda)
  return items.map((item) => {
    const headline = words.headline(item, names, basis)
    const sentences = [
      headline,
      words.found(item, names, basis),
      ...item.acts.map((act) => words.act(act, names)),
      item.change && words.change(item.change),
      words.sure(item, basis),
      words.disproof(item, names),
      words.stake(item),
      words.caution({ basis, ...counts }),
      words.others(counts.others),
    ]
    return { item, headline, all: sentences.filter((sentence) => sentence !== null) }
  })
}

const french: DefaultWords = { language: 'fr', ...frenchWords }
const english: DefaultWords = { language: 'en', ...englishWords }

describe.each([
  ['French', inFrench, french],
  ['English', inEnglish, english],
] as const)('in %s', (_, words, vocabulary) => {
  test('a headline is one sentence of 25 words at most, a name counting for one', () => {
    for (const one of all) {
      for (const { headline } of said(one, words, vocabulary, shortened(namesIn(one.territory, vocabulary as never)))) {
        const count = headline.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
        expect(count, headline).toBeLessThanOrEqual(25)
        expect(headline.match(/[.!?](\s|$)/g), headline).toHaveLength(1)
      }
    }
  })

  test('no sentence tells how it was computed, nor calls anybody isolated', () => {
    const forbidden =
      /\b(p|q)\s*[=<]|p-valeur|p-value|demi-vie|half-life|modèle nul|null model|tirage|simulation|efficacité|efficiency|centralité|centrality|betweenness|graphe?\b|nœud|node|isolée?s?\b|isolated/iu
    for (const one of all)
      for (const { all: sentences } of said(one, words, vocabulary)) {
        for (const sentence of sentences) {
          expect(sentence).not.toMatch(forbidden)
          expect(sentence).not.toMatch(/\b(undefined|NaN|null|n\.\sd\.|n\/a)/)
        }
      }
  })

  test('every item tells who does what: nobody is left with a finding alone', () => {
    for (const one of all)
      for (const { item } of said(one, words, vocabulary)) {
        if (
          item.calling !== 'fact' &&
          item.named &&
          item.cause.kind !== 'withdrawal' &&
          item.cause.kind !== 'outward_ties'
        )
          expect(item.acts.length, item.id).toBeGreaterThan(0)
      }
  })

  test('no two sentences of an agenda are the same headline', () => {
    for (const one of all) {
      const headlines = said(one, words, vocabulary).map(({ headline }) => headline)
      expect(new Set(headlines).size).toBe(headlines.length)
    }
  })
})

test('French sentences keep their articles, elisions and unbreakable spaces', () => {
  for (const one of all)
    for (const { all: sentences } of said(one, inFrench, french)) {
      for (const sentence of sentences) {
        expect(sentence).not.toMatch(/\b(de|à|auprès de) (le|les)\s/)
        expect(sentence).not.toMatch(/(?<!\p{L})(de|que|le|la|ne) (?:[aeiouâàéèêëîïôûœ])/iu)
        expect(sentence).not.toMatch(/[^\u00a0\u202f][;:?!](\s|$)/)
        expect(sentence).not.toMatch(/«[^\u00a0]|[^\u00a0]»/)
        expect(sentence).not.toMatch(/'|\.\.|\s\s|\s[.,]/)
      }
    }
})
