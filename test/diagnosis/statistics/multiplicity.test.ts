import fc from 'fast-check'
import { expect, test } from 'vitest'
import { benjaminiHochberg, holm, weightedHolm } from '../../../server/diagnosis/statistics/multiplicity.ts'
import reference from '../../oracles/benjamini_hochberg.json' with { type: 'json' }

test('ten p-values: Benjamini–Hochberg and Benjamini–Yekutieli as R has them', () => {
  expectClose(benjaminiHochberg(reference.p), reference.q_BH)
  expectClose(benjaminiHochberg(reference.p, 'any'), reference.q_BY)
  expect(benjaminiHochberg(reference.p).filter((q) => q <= 0.05)).toHaveLength(reference.rejected_at_0_05)
  expect(benjaminiHochberg(reference.p).filter((q) => q <= 0.1)).toHaveLength(reference.rejected_at_0_10)
})

test('Holm: 0.01, 0.04, 0.03, 0.005 become 0.03, 0.06, 0.06, 0.02', () => {
  expectClose(holm([0.01, 0.04, 0.03, 0.005]), [0.03, 0.06, 0.06, 0.02])
})

const pValues = fc.array(fc.double({ min: 1e-6, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 })

test('with weights 1, 1, 2: the level shared out, and what was rejected handed on', () => {
  // 4 · .01 / 1, then 3 · .02 / 2, then 1 · .03 / 1, none below the one before.
  expectClose(weightedHolm([0.01, 0.03, 0.02], [1, 1, 2]), [0.04, 0.04, 0.04])
  expectClose(weightedHolm([0.2, 0.5, 0.004], [1, 1, 2]), [0.4, 0.5, 0.008])
})

test('with equal weights it is Holm’s', () => {
  fc.assert(
    fc.property(pValues, (p) => {
      const weights = p.map(() => 0.25)
      expectClose(weightedHolm(p, weights), holm(p))
    }),
  )
})

test('adjusted values lie between p and 1, Holm’s above the q-values, in the order of p', () => {
  fc.assert(
    fc.property(pValues, (p) => {
      const adjusted = holm(p)
      const q = benjaminiHochberg(p)
      p.forEach((value, i) => {
        expect(q[i]).toBeGreaterThanOrEqual(value - 1e-15)
        expect(adjusted[i]).toBeGreaterThanOrEqual((q[i] ?? 2) - 1e-12)
        expect(adjusted[i]).toBeLessThanOrEqual(1)
        p.forEach((other, j) => {
          if (value < other) {
            expect(q[i]).toBeLessThanOrEqual(q[j] ?? -1)
            expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j] ?? -1)
          }
        })
      })
    }),
  )
})

test('of no test there is nothing to adjust', () => {
  expect(holm([])).toEqual([])
  expect(benjaminiHochberg([])).toEqual([])
})

function expectClose(computed: readonly number[], expected: readonly number[]): void {
  expect(computed).toHaveLength(expected.length)
  computed.forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i] ?? Number.NaN, 10)
  })
}
