import { expect, test } from 'vitest'
import { isWithin } from '../../../client/map/gestures.ts'

test('a point is within a line that closes on itself, hollows left out', () => {
  const at = (x: number, y: number) => ({ x, y })
  // A horseshoe, open upwards.
  const line = [at(0, 0), at(2, 0), at(2, 8), at(8, 8), at(8, 0), at(10, 0), at(10, 10), at(0, 10)]
  expect([at(1, 1), at(9, 1), at(5, 9)].map((point) => isWithin(point, line))).toEqual([true, true, true])
  expect([at(5, 4), at(-1, 5), at(11, 5), at(5, 11)].map((point) => isWithin(point, line))).toEqual(
    Array.from({ length: 4 }, () => false),
  )
  expect(isWithin(at(0, 0), [])).toBe(false)
})
