import { expect, test } from 'vitest'
import { kinds } from '../../../client/screens/findings/findings.ts'
import { en } from '../../../client/text/en.ts'
import { fr } from '../../../client/text/fr.ts'

test.each([
  ['fr', fr],
  ['en', en],
])('%s: every kind of findings has to do with a mechanism, and no sentence serves two', (_, { mechanisms }) => {
  const told = Object.values(mechanisms.parts).flatMap(({ findings }) => Object.entries(findings))
  expect(new Set(told.map(([kind]) => kind))).toEqual(new Set(kinds))
  const sentences = told.map(([, sentence]) => sentence)
  expect(new Set(sentences).size).toBe(sentences.length)
})

test('the ten territories of the benchmark are named in both languages, in the order of the publication', () => {
  expect(fr.benchmark.territories).toHaveLength(10)
  const ofFrance = ({ name }: { name: string }) => !['Bilbao', 'Brême', 'Bremen', 'Liberec', 'Sheffield'].includes(name)
  expect(en.benchmark.territories.filter(ofFrance)).toEqual(fr.benchmark.territories.filter(ofFrance))
})
