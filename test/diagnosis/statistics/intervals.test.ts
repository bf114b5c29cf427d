import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomStream } from '../../../server/analysis/random.ts'
import { hypergeometricAtMost } from '../../../server/diagnosis/statistics/hypergeometric.ts'
import {
  percentileInterval,
  quantile,
  standardDeviation,
  wilson,
} from '../../../server/diagnosis/statistics/interval.ts'
import {
  jackknifeError,
  type Matrix,
  sampleWithout,
  vertexBootstrap,
} from '../../../server/diagnosis/statistics/resampling.ts'
import { inducedSubgraph } from '../../../server/network/graph.ts'
import { oracle } from '../../analysis/oracle.ts'
import bootstrap from '../../oracles/bootstrap_florentine.json' with { type: 'json' }
import demo from '../../oracles/territory_demo.json' with { type: 'json' }

describe('renewal', () => {
  test('the club of territory_demo: 0 new ties of 20, where 23 of 135 are new', () => {
    expect(hypergeometricAtMost(0, 135, 23, 20)).toBeCloseTo(0.017258571, 9)
  })

  test.each(Object.entries(demo.reference.novelty.groups.bySphere))(
    'sphere %s',
    (_, { ties, new: found, pNovelty }) => {
      expect(hypergeometricAtMost(found, 135, 23, ties)).toBeCloseTo(pNovelty, 9)
    },
  )

  test('the largest count possible has everything at or below it', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), fc.nat(60), (total, marked, drawn) => {
        fc.pre(marked <= total && drawn <= total)
        expect(hypergeometricAtMost(Math.min(marked, drawn), total, marked, drawn)).toBeCloseTo(1, 10)
        expect(hypergeometricAtMost(-1, total, marked, drawn)).toBe(0)
      }),
    )
  })

  test('refuses more drawn than there are', () => {
    expect(() => hypergeometricAtMost(0, 3, 1, 4)).toThrow('0 of 4 drawn from 3, 1 of them marked')
  })
})

describe('Wilson', () => {
  test('10 of 10 and 0 of 10: (0.722, 1) and (0, 0.278)', () => {
    expect(wilson(10, 10)?.low).toBeCloseTo(0.7225, 4)
    expect(wilson(10, 10)?.high).toBe(1)
    expect(wilson(0, 10)?.low).toBe(0)
    expect(wilson(0, 10)?.high).toBeCloseTo(0.2775, 4)
  })

  test('15 of 50: (0.191, 0.438)', () => {
    expect(wilson(15, 50)?.low).toBeCloseTo(0.191, 3)
    expect(wilson(15, 50)?.high).toBeCloseTo(0.438, 3)
  })

  test('of nothing there is none', () => expect(wilson(0, 0)).toBeNull())
})

test('quantiles interpolate as R’s default', () => {
  // quantile(c(1, 2, 4, 8), c(.1, .5, .9)) in R.
  expect(quantile([1, 2, 4, 8], 0.1)).toBeCloseTo(1.3, 12)
  expect(quantile([1, 2, 4, 8], 0.5)).toBe(3)
  expect(quantile([1, 2, 4, 8], 0.9)).toBeCloseTo(6.8, 12)
})

describe('Florentine marriages', () => {
  const { graph } = oracle('florentine_marriage').subject
  const matrix: Matrix = { size: graph.nodeCount, cells: new Uint8Array(graph.nodeCount ** 2) }
  graph.sources.forEach((u, e) => {
    const v = graph.targets[e] ?? -1
    matrix.cells[u * matrix.size + v] = 1
    matrix.cells[v * matrix.size + u] = 1
  })
  const density = ({ size, cells }: Matrix) => cells.reduce((sum, cell) => sum + cell, 0) / (size * (size - 1))

  test('standard error of the density by the vertex bootstrap', () => {
    const values = vertexBootstrap(matrix, density, 4_000, randomStream('florentine'))
    expect(Math.abs(standardDeviation(values) / bootstrap.density.bootSE - 1)).toBeLessThan(0.05)
    const interval = percentileInterval(values)
    expect(Math.abs((interval?.low ?? 0) - (bootstrap.density.ci95Percentile[0] ?? 1))).toBeLessThan(0.009)
    expect(Math.abs((interval?.high ?? 0) - (bootstrap.density.ci95Percentile[1] ?? 1))).toBeLessThan(0.009)
  })

  test('by the jackknife with Tukey’s factor', () => {
    const leftOut = Array.from({ length: graph.nodeCount }, (_, gone) => {
      const others = Array.from({ length: graph.nodeCount }, (_, u) => u).filter((u) => u !== gone)
      const { nodeCount: n, edgeCount } = inducedSubgraph(graph, others)
      return edgeCount / ((n * (n - 1)) / 2)
    })
    expect(jackknifeError(leftOut)).toBeCloseTo(bootstrap.density.jackknife.seTukey, 10)
  })
})

test('of 5 actors every 2 are drawn as often as any other 2', () => {
  const random = randomStream('pairs')
  const counts = new Map<string, number>()
  for (let i = 0; i < 10_000; i++) {
    const pair = [...sampleWithout([0, 1, 2, 3, 4], 2, random)].sort().join('')
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  expect(counts.size).toBe(10)
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(4 * Math.sqrt(900))
})
