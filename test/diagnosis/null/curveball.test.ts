import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Curveball } from '../../../server/diagnosis/null/curveball.ts'
import { unevenness } from '../enumeration.ts'

test('a 4 × 4 table with margins 2 has 90 fillings, all equally often', () => {
  const chain = new Curveball(
    [
      [0, 1],
      [0, 1],
      [2, 3],
      [2, 3],
    ],
    4,
    'margins',
  )
  const counts = new Map<string, number>()
  for (let b = 0; b < 40_000; b++) {
    chain.advance(8)
    const key = filling(chain)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  // 90: sequence A001499 of the OEIS.
  expect(counts.size).toBe(90)
  expect(unevenness([...counts.values()])).toBeLessThan(5)
})

test('both degree sequences are kept', () => {
  const rows = fc.array(fc.uniqueArray(fc.nat(9), { maxLength: 6 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(rows, (spaces) => {
      const chain = new Curveball(spaces, 10, 'laws')
      chain.advance(50)
      expect(chain.spaces.map((row) => new Set(row).size)).toEqual(spaces.map((row) => row.length))
      expect(chain.spaces.flatMap((row) => [...row]).sort()).toEqual(spaces.flat().sort())
    }),
  )
})

function filling({ spaces }: Curveball): string {
  return spaces.map((row) => [...row].sort((a, b) => a - b).join('')).join(' ')
}
