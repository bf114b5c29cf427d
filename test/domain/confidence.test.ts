import { expect, test } from 'vitest'
import { leastSure, surest } from '../../server/domain/confidence.ts'

test.each([
  [[], undefined, undefined],
  [[undefined], 'certain', 'certain'],
  [['likely', undefined], 'certain', 'likely'],
  [['uncertain', 'likely'], 'likely', 'uncertain'],
  [['likely', 'certain', 'uncertain'], 'certain', 'uncertain'],
  [['uncertain', 'uncertain'], 'uncertain', 'uncertain'],
] as const)('of %j the surest is %s, the least sure %s', (confidences, most, least) => {
  expect(surest(confidences)).toBe(most)
  expect(leastSure(confidences)).toBe(least)
})
