import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { betweenness, planBetweenness } from '../../server/analysis/betweenness.ts'
import { distancesTo } from '../../server/analysis/distances.ts'
import {
  newmanStrength,
  pairwiseClustering,
  projection,
  redundancy,
  robinsAlexander,
  twoModeBetweenness,
  twoModeCloseness,
  twoModeDensity,
} from '../../server/analysis/two-mode.ts'
import { type Graph, graphOf } from '../../server/network/graph.ts'
import { matrixOf } from './arbitrary.ts'
import { ties } from './drawing.ts'
import { oracle } from './oracle.ts'

const women = oracle('southern_women_2mode')
const woman = (name: string) => women.ids.findIndex((id) => id.startsWith(name))

interface TwoMode {
  readonly graph: Graph
  readonly modes: Uint8Array
}

const twoModes: fc.Arbitrary<TwoMode> = fc
  .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 5 }))
  .chain(([actors, spaces]) => {
    const pairs = Array.from(
      { length: actors * spaces },
      (_, i) => [i % actors, actors + Math.floor(i / actors)] as const,
    )
    return fc.subarray(pairs).map((kept) => ({
      graph: graphOf({
        directed: false,
        nodeCount: actors + spaces,
        sources: kept.map(([actor]) => actor),
        targets: kept.map(([, space]) => space),
      }),
      modes: Uint8Array.from({ length: actors + spaces }, (_, u) => (u < actors ? 0 : 1)),
    }))
  })

function neighborsOf(graph: Graph): Set<number>[] {
  return matrixOf(graph).map((row) => new Set(row.flatMap((tie, v) => (tie ? [v] : []))))
}

describe('southern women', () => {
  const { graph, modes } = women.subject
  const top = projection(graph, modes!, 0)
  const sides = [top, projection(graph, modes!, 1)]
  const mean = (values: Float64Array) => values.subarray(0, 18).reduce((sum, value) => sum + value, 0) / 18

  test('density .3532, four-cycle share .4678', () => {
    expect(twoModeDensity(graph, modes!)).toBeCloseTo(0.353175, 6)
    expect(robinsAlexander(graph, top)).toBeCloseTo(0.467764, 6)
  })

  test('pairwise clustering of the women: .3171, .6140, .3771', () => {
    const { nodeCount } = graph
    expect(mean(pairwiseClustering(nodeCount, sides, (side) => side.jaccard))).toBeCloseTo(0.31714, 6)
    expect(mean(pairwiseClustering(nodeCount, sides, (side) => side.overlapMin))).toBeCloseTo(0.614041, 6)
    expect(mean(pairwiseClustering(nodeCount, sides, (side) => side.overlapMax))).toBeCloseTo(0.377089, 6)
  })

  test('redundancy: Evelyn .9643, Laura 1', () => {
    expect(redundancy(graph)[woman('Evelyn')]).toBeCloseTo(0.964286, 6)
    expect(redundancy(graph)[woman('Laura')]).toBe(1)
  })

  test('Brenda and Charlotte met at four events: Newman weight .7873', () => {
    const pair = top.pairs.findIndex(([u, v]) => u === woman('Brenda') && v === woman('Charlotte'))
    expect(top.count[pair]).toBe(4)
    expect(top.newman[pair]).toBeCloseTo(0.787302, 6)
  })
})

describe('centrality in two modes', () => {
  test('one actor that holds every meeting together has all the betweenness there can be', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (n, m) => {
        const { graph, modes } = wheel(n, m)
        const raw = betweenness(planBetweenness(graph), false).nodes
        expect(twoModeBetweenness(raw, modes)[0]).toEqual(m === 1 ? Number.NaN : expect.closeTo(1, 10))
      }),
    )
  })

  test('one actor at every meeting is as close as can be', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (n, m) => {
        const { graph, modes } = wheel(n, m)
        expect(twoModeCloseness(distancesTo(graph.out, graph.in), modes)[0]).toBeCloseTo(1, 12)
      }),
    )
  })

  test('no mode can pass the maximum', () => {
    fc.assert(
      fc.property(twoModes, ({ graph, modes }) => {
        for (const value of twoModeBetweenness(betweenness(planBetweenness(graph), false).nodes, modes)) {
          if (!Number.isNaN(value)) expect(value).toBeLessThanOrEqual(1 + 1e-12)
        }
      }),
    )
  })

  test('southern women: Evelyn .0966', () => {
    const { graph, modes } = women.subject
    const raw = betweenness(planBetweenness(graph), false).nodes
    expect(twoModeBetweenness(raw, modes!)[woman('Evelyn')]).toBeCloseTo(0.096585, 6)
  })
})

describe('projections', () => {
  test('join the pairs that share a neighbour, by how many and what share', () => {
    fc.assert(
      fc.property(twoModes, fc.constantFrom(0, 1), ({ graph, modes }, mode) => {
        const around = neighborsOf(graph)
        const { pairs, count, jaccard, overlapMin, overlapMax } = projection(graph, modes, mode as 0 | 1)
        const expected = []
        for (let u = 0; u < graph.nodeCount; u++) {
          for (let v = u + 1; v < graph.nodeCount; v++) {
            if (modes[u] !== mode || modes[v] !== mode || around[u]!.isDisjointFrom(around[v]!)) continue
            const [a, b] = [around[u]!, around[v]!]
            const shared = a.intersection(b).size
            expected.push([
              u,
              v,
              shared,
              shared / a.union(b).size,
              shared / Math.min(a.size, b.size),
              shared / Math.max(a.size, b.size),
            ])
          }
        }
        expect(pairs.map((pair, i) => [...pair, count[i], jaccard[i], overlapMin[i], overlapMax[i]])).toEqual(expected)
      }),
    )
  })

  test('each meeting with others is one unit of attention', () => {
    fc.assert(
      fc.property(twoModes, ({ graph, modes }) => {
        const { pairs, newman } = projection(graph, modes, 0)
        const sums = new Map<number, number>()
        for (const [i, [u, v]] of pairs.entries()) {
          for (const node of [u, v]) sums.set(node, (sums.get(node) ?? 0) + newman[i]!)
        }
        const { nodes, values } = newmanStrength(graph, modes, 0)
        expect([...values]).toEqual([...nodes].map((u) => expect.closeTo(sums.get(u) ?? 0, 10)))
      }),
    )
  })
})

describe('closure in two modes', () => {
  test('redundancy is what a projection would keep without the node', () => {
    fc.assert(
      fc.property(twoModes, ({ graph, modes }) => {
        const values = redundancy(graph)
        const around = neighborsOf(graph)
        for (const [u, own] of around.entries()) {
          const without = graphOf({
            ...graph,
            ...edgesWithout(graph, u),
          })
          const kept = projection(without, modes, modes[u] === 0 ? 1 : 0).pairs.filter(
            ([v, w]) => own.has(v) && own.has(w),
          )
          const pairs = (own.size * (own.size - 1)) / 2
          expect(values[u]).toBe(pairs === 0 ? Number.NaN : kept.length / pairs)
        }
      }),
    )
  })

  test('two actors at two meetings close their only cycle', () => {
    const square = ties('a-p a-q b-p b-q')
    const modes = Uint8Array.of(0, 1, 1, 0)
    expect(robinsAlexander(square, projection(square, modes, 0))).toBe(1)
    expect(robinsAlexander(ties('a-p'), projection(ties('a-p'), Uint8Array.of(0, 1), 0))).toBe(0)
  })

  test('either mode counts the same four-cycles', () => {
    fc.assert(
      fc.property(twoModes, ({ graph, modes }) => {
        const of = (mode: 0 | 1) => robinsAlexander(graph, projection(graph, modes, mode))
        expect(of(0)).toBeCloseTo(of(1), 12)
      }),
    )
  })
})

test('density is undefined when there is nobody, or nowhere, to meet', () => {
  expect(twoModeDensity(ties('a b'), Uint8Array.of(0, 0))).toBeNull()
})

/** The first actor at every meeting, each of the others at one, by turns. */
function wheel(actors: number, spaces: number): TwoMode {
  const hub = Array.from({ length: spaces }, (_, space) => [0, actors + space] as const)
  const rim = Array.from({ length: actors - 1 }, (_, i) => [i + 1, actors + (i % spaces)] as const)
  return {
    graph: graphOf({
      directed: false,
      nodeCount: actors + spaces,
      sources: [...hub, ...rim].map(([actor]) => actor),
      targets: [...hub, ...rim].map(([, space]) => space),
    }),
    modes: Uint8Array.from({ length: actors + spaces }, (_, u) => (u < actors ? 0 : 1)),
  }
}

function edgesWithout({ sources, targets }: Graph, u: number) {
  const kept = [...sources.keys()].filter((e) => sources[e] !== u && targets[e] !== u)
  return { sources: kept.map((e) => sources[e]!), targets: kept.map((e) => targets[e]!), weights: null }
}
