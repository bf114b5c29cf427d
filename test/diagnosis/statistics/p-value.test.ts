import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomStream } from '../../../server/analysis/random.ts'
import { addOneP, sequentialP } from '../../../server/diagnosis/statistics/p-value.ts'
import { sampleWithout } from '../../../server/diagnosis/statistics/resampling.ts'
import { oracle } from '../../analysis/oracle.ts'
import exact from '../../oracles/exact_permutation.json' with { type: 'json' }

describe('exact permutation distributions', () => {
  test.each(exact.ei)('E-I of $graph by $attr', ({ graph: id, ei, pLessEq, pGreaterEq }) => {
    const { graph, partition } = oracle(id).subject
    const draws = 20_000
    const random = randomStream(id)
    const labels = partition?.groupOf ?? new Int32Array()
    const eiOf = (groupOf: Int32Array) => {
      const external = graph.sources.reduce(
        (sum, u, e) => sum + (groupOf[u] === groupOf[graph.targets[e] ?? -1] ? 0 : 1),
        0,
      )
      return (2 * external - graph.edgeCount) / graph.edgeCount
    }
    const drawn = Array.from({ length: draws }, () => eiOf(sampleWithout(labels, labels.length, random)))
    expect(eiOf(labels)).toBeCloseTo(ei, 10)
    expectNear(sequentialP(drawn, eiOf(labels), 'lower', Infinity).p, pLessEq, draws)
    expectNear(sequentialP(drawn, eiOf(labels), 'upper', Infinity).p, pGreaterEq, draws)
  })

  test('phi between two waves of six actors', () => {
    const { n, wave1, wave2, phi, pGreaterEq } = exact.qap
    const draws = 20_000
    const random = randomStream('qap')
    const numbers = (wave: string[][]) => wave.map((tie) => tie.map((name) => name.charCodeAt(0) - 97))
    const second = new Set(numbers(wave2).map(([u = 0, v = 0]) => Math.min(u, v) * n + Math.max(u, v)))
    const phiOf = (order: ArrayLike<number>) => {
      const first = numbers(wave1).map(([u = 0, v = 0]) => [order[u] ?? 0, order[v] ?? 0])
      const both = first.filter(([u = 0, v = 0]) => second.has(Math.min(u, v) * n + Math.max(u, v))).length
      const dyads = (n * (n - 1)) / 2
      const [a, b] = [first.length, second.size]
      return (dyads * both - a * b) / Math.sqrt(a * (dyads - a) * b * (dyads - b))
    }
    const order = Int32Array.from({ length: n }, (_, i) => i)
    const drawn = Array.from({ length: draws }, () => phiOf(sampleWithout(order, n, random)))
    expect(phiOf(order)).toBeCloseTo(phi, 10)
    expectNear(sequentialP(drawn, phiOf(order), 'upper', Infinity).p, pGreaterEq, draws)
  })
})

describe('p-values', () => {
  test('are never 0', () => {
    expect(addOneP(0, 1999)).toBe(1 / 2000)
    expect(addOneP(1999, 1999)).toBe(1)
  })

  test('of a sequence stop at the 20th exceedance', () => {
    const draws = Array.from({ length: 100 }, (_, i) => i % 2)
    expect(sequentialP(draws, 1, 'upper', 20)).toEqual({ exceedances: 20, draws: 40, p: 0.5 })
  })

  test('are at most α in at most a share α of null worlds, stopped or not', () => {
    // What is observed is one more draw: ranks are uniform, so each p has P(p ≤ α) ≤ α.
    const random = randomStream('validity')
    for (const stopAfter of [5, Infinity]) {
      const p = Array.from({ length: 4_000 }, () => {
        const draws = Array.from({ length: 99 }, () => Math.floor(random() * 50))
        return sequentialP(draws, Math.floor(random() * 50), 'upper', stopAfter).p
      })
      for (const alpha of [0.05, 0.1, 0.3]) {
        const share = p.filter((value) => value <= alpha + 1e-12).length / p.length
        expect(share).toBeLessThan(alpha + 3 * Math.sqrt((alpha * (1 - alpha)) / p.length))
      }
    }
  })

  test('of the two tails cover all draws', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 1 }), fc.nat(9), (draws, observed) => {
        const upper = sequentialP(draws, observed, 'upper', Infinity)
        const lower = sequentialP(draws, observed, 'lower', Infinity)
        const equal = draws.filter((value) => value === observed).length
        expect(upper.exceedances + lower.exceedances).toBe(draws.length + equal)
      }),
    )
  })
})

function expectNear(p: number, reference: number, draws: number): void {
  expect(Math.abs(p - reference)).toBeLessThanOrEqual(4 * Math.sqrt((reference * (1 - reference)) / draws) + 1 / draws)
}
