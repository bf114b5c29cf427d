import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomStream } from '../../../server/analysis/random.ts'
import { combineByRank, PairTally } from '../../../server/diagnosis/statistics/combination.ts'

test('three draws by hand', () => {
  const tally = tallyOf([
    [0, 5],
    [1, 4],
    [2, 2],
  ])
  // Observed (2, 3): closed at least 2 in it and one draw, open at most 3 in it and one draw; F of that draw is larger.
  const combined = combineByRank(tally, 2, 3)
  expect(combined.pClosed).toBe(2 / 4)
  expect(combined.pOpen).toBe(2 / 4)
  expect(combined.p).toBe(2 / 4)
  expect([combined.meanClosed, combined.meanOpen]).toEqual([1, 11 / 3])
})

test('more extreme on both sides than every draw: 1 / (draws + 1)', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 9 })), { minLength: 1 }), (draws) => {
      const combined = combineByRank(tallyOf(draws), 41, 0)
      expect(combined.p).toBe(1 / (draws.length + 1))
    }),
  )
})

test('every draw in the place of the observation: each p is at most α in at most a share α of the places', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(6), fc.nat(9)), { minLength: 5, maxLength: 40 }), (rows) => {
      const p = rows.map(([closed, open], place) => combineByRank(tallyOf(rows.toSpliced(place, 1)), closed, open).p)
      for (const alpha of [0.1, 0.25, 0.5]) {
        expect(p.filter((value) => value <= alpha).length).toBeLessThanOrEqual(alpha * rows.length + 1e-9)
      }
    }),
  )
})

test('power does not suffer from dependent halves', () => {
  const random = randomStream('dependent')
  const draws = Array.from({ length: 999 }, (): [number, number] => {
    const shared = Math.floor(random() * 10)
    return [shared, 9 - shared]
  })
  // Closed and open tell the same: together they are as extreme as each alone.
  const combined = combineByRank(tallyOf(draws), 9, 0)
  expect(combined.p).toBeCloseTo(combined.pClosed, 10)
})

function tallyOf(draws: readonly (readonly [number, number])[]): PairTally {
  const tally = new PairTally(9)
  for (const [closed, open] of draws) tally.add(closed, open)
  return tally
}
