import { expect, test } from 'vitest'
import { ranksOf } from '../../../client/view/ranks.ts'

test('equal values share the first of their ranks, and those without a value have none', () => {
  const ranks = ranksOf([3, 10, null, 3, 1])
  expect(ranks.get(10)).toEqual({ rank: 1, of: 4, shared: false })
  expect(ranks.get(3)).toEqual({ rank: 2, of: 4, shared: true })
  expect(ranks.get(1)).toEqual({ rank: 4, of: 4, shared: false })
})
