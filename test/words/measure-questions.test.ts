import { expect, test } from 'vitest'
import { measures as catalogue } from '../../server/analysis/measures.ts'
import { english, french } from '../../server/words/formats.ts'
import { measureQuestions, questionOf, recommendedMeasures } from '../../server/words/measure-questions.ts'
import { measureNumber } from '../../server/words/measures.ts'

// Several numbers of each actor: roles of brokerage, kinds of diversity.
const several = /^(gf\.|alterDiversity(\.weighted)?$)/

test('every measure that is one number of an actor answers one question, and nothing else does', () => {
  const asked = Object.values(measureQuestions).flat()
  const ofActors = catalogue.filter(
    ({ scope, needs, id }) => scope === 'node' && needs.twoMode !== true && !several.test(id),
  )
  expect([...asked].sort()).toEqual(ofActors.map(({ id }) => id).sort())
})

test.each([true, false])('three are recommended, each of another question, where ties are directed: %s', (directed) => {
  const first = catalogue.filter(
    ({ id, needs }) =>
      recommendedMeasures.includes(id) && (needs.directed === undefined || needs.directed === directed),
  )
  expect(new Set(first.map(({ id }) => questionOf(id)))).toEqual(new Set(['surrounded', 'connects', 'depends']))
  expect(first).toHaveLength(3)
})

test('a value is written with the digits that mean something', () => {
  expect(measureNumber(french, 'betweenness.raw', 492.667)).toBe('493')
  expect(measureNumber(french, 'betweenness.normalized', 0.12345)).toBe('12\u202f%')
  expect(measureNumber(french, 'burt.constraint', 0.2345)).toBe('0,23')
  expect(measureNumber(english, 'burt.effectiveSize', 3.26)).toBe('3.3')
  expect(measureNumber(english, 'degree', 13)).toBe('13')
  expect(measureNumber(english, 'eigenvector', 0)).toBe('0')
  expect(measureNumber(french, 'ei.node', -0.456)).toBe('−0,46')
})
