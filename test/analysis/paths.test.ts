import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type BetweennessPlan,
  betweenness,
  betweennessChunk,
  betweennessOf,
  betweennessPlan,
  planBetweenness,
} from '../../server/analysis/betweenness.ts'
import {
  componentCloseness,
  harmonicCloseness,
  reachWithin2,
  wassermanFaustCloseness,
} from '../../server/analysis/closeness.ts'
import { brokerDependence } from '../../server/analysis/dependence.ts'
import {
  averagePathLength,
  type DistanceSums,
  distancesTo,
  globalEfficiency,
  reachablePairs,
} from '../../server/analysis/distances.ts'
import { lengthsOf } from '../../server/analysis/lengths.ts'
import { Analysis } from '../../server/analysis/measure.ts'
import { randomStream } from '../../server/analysis/random.ts'
import { ShortestPaths } from '../../server/analysis/shortest-paths.ts'
import { weightedEfficiency, weightedSums } from '../../server/analysis/weighted.ts'
import { type Graph, graphOf, undirectedSupport, unweighted } from '../../server/network/graph.ts'
import { bothWays, graphs } from './arbitrary.ts'
import { allPairs, betweennessByPairs } from './definitions.ts'
import { arcs, nodesOf, ties } from './drawing.ts'
import { oracle } from './oracle.ts'
import { attached, grown } from './worlds.ts'

const between = (graph: Graph) => betweenness(planBetweenness(graph), true)
const distances = (graph: Graph) => distancesTo(graph.out, graph.in)
const total = (values: Iterable<number>) => [...values].reduce((sum, value) => sum + value, 0)

/** The drawn graph's values by name. */
function named(drawing: string, values: ArrayLike<number>): Record<string, number> {
  return Object.fromEntries([...nodesOf(drawing)].map(([name, node]) => [name, values[node] ?? Number.NaN]))
}

describe('betweenness', () => {
  test('Krackhardt kite: Heather lies between 14 pairs, Fernando and Garth between 8 1/3, Ike between 8', () => {
    const { ids, subject } = oracle('krackhardt_kite')
    const { nodes } = between(subject.graph)
    const of = (id: string) => nodes[ids.indexOf(id)]
    expect(of('Heather')).toBeCloseTo(14, 12)
    expect(of('Fernando')).toBeCloseTo(25 / 3, 12)
    expect(of('Garth')).toBeCloseTo(25 / 3, 12)
    expect(of('Ike')).toBeCloseTo(8, 12)
  })

  test('the centre of a star lies between all pairs of leaves, of a tree each node between the pieces it joins', () => {
    expect(between(ties('c-1 c-2 c-3 c-4 c-5')).nodes[0]).toBe(10)
    expect(named('a-b b-c c-d', between(ties('a-b b-c c-d')).nodes)).toEqual({ a: 0, b: 2, c: 2, d: 0 })
  })

  test('is the sum over pairs that defines it', () => {
    fc.assert(
      fc.property(fc.oneof(graphs({ most: 9 }), graphs({ directed: true })), (graph) => {
        const expected = betweennessByPairs(allPairs(graph)).map((sum) => (graph.directed ? sum : sum / 2))
        expectClose(between(graph).nodes, expected)
      }),
    )
  })

  test('of all nodes adds up to the steps between, of all edges to the steps', () => {
    fc.assert(
      fc.property(fc.oneof(graphs({ most: 12 }), graphs({ directed: true, most: 12 })), (graph) => {
        const { nodes, edges } = between(graph)
        const { pairsAt } = distances(graph)
        const ends = graph.directed ? 1 : 2
        expect(total(nodes)).toBeCloseTo(total(pairsAt.map((pairs, d) => (pairs * Math.max(0, d - 1)) / ends)), 9)
        expect(total(edges ?? [])).toBeCloseTo(total(pairsAt.map((pairs, d) => (pairs * d) / ends)), 9)
      }),
    )
  })

  test('of a digraph with all arcs returned counts every pair twice', () => {
    fc.assert(
      fc.property(graphs({ most: 10 }), (graph) => {
        expectClose(
          between(bothWays(graph)).nodes,
          Array.from(between(graph).nodes, (pairs) => 2 * pairs),
        )
      }),
    )
  })

  test('chunks can be computed in any order, anywhere, without changing a bit', () => {
    const graph = grown(300, 3, 'chunks')
    const plan = structuredClone(planBetweenness(graph))
    const backwards = plan.chunks.map((_, chunk) => plan.chunks.length - 1 - chunk)
    const flows = backwards.map((chunk) => betweennessChunk(plan, chunk, true)).reverse()
    expect(betweennessOf(plan, flows)).toEqual(between(graph))
  })

  test('folding a tree onto a core changes nothing', () => {
    const core = grown(60, 2, 'core')
    const graph = attached(core, 90, 'tree')
    expectClose(
      between(graph).nodes,
      betweennessByPairs(allPairs(graph)).map((sum) => sum / 2),
    )
    expect(planBetweenness(graph).coreNodes.length).toBe(60)
  })

  test('a sample of all sources is exact', () => {
    const graph = grown(400, 3, 'sample')
    const plan = planBetweenness(graph, { sources: 400, random: randomStream('all') })
    expectClose(betweenness(plan, true).nodes, between(graph).nodes)
    expectClose(betweenness(plan, true).edges ?? [], between(graph).edges ?? [])
  })

  test('a sample of sources is right on average and states the size of its error', () => {
    const graph = grown(400, 3, 'sample')
    const exact = between(graph).nodes
    const samples = Array.from({ length: 200 }, (_, i) =>
      betweenness(planBetweenness(graph, { sources: 100, random: randomStream(`sample ${i}`) }), false),
    )
    // Of the actors that matter: who has little betweenness has it from few sources, which most samples miss.
    const first = [...exact.keys()].sort((u, v) => exact[v]! - exact[u]!).slice(0, 20)
    for (const v of first) {
      const mean = total(samples.map(({ nodes }) => nodes[v]!)) / samples.length
      const spread = Math.sqrt(total(samples.map(({ nodes }) => (nodes[v]! - mean) ** 2)) / (samples.length - 1))
      expect(Math.abs(mean - exact[v]!)).toBeLessThan((4 * spread) / Math.sqrt(samples.length))
      const stated = Math.sqrt(total(samples.map(({ sample }) => sample!.nodeError[v]! ** 2)) / samples.length)
      // Sampling a quarter without replacement errs √(3/4) as much as the batches, taken as independent, say.
      expect(spread / stated).toBeGreaterThan(0.7)
      expect(spread / stated).toBeLessThan(1.05)
    }
  })

  test('is exact up to 20,000 actors; above, estimated from a twentieth of them unless exact figures are asked for', () => {
    const plan = (actors: number, exact: boolean) => {
      const graph = grown(actors, 2, 'size')
      const subject = { graph, partition: null, external: null, modes: null, silent: null, seed: 'size', exact }
      return betweennessPlan(new Analysis(subject))
    }
    const sources = ({ chunks }: BetweennessPlan) => total(chunks.map((chunk) => chunk.length))
    expect(plan(20_000, false).sampled).toBe(false)
    const large = plan(20_100, false)
    expect([large.sampled, sources(large)]).toEqual([true, 1005])
    const asked = plan(20_100, true)
    expect([asked.sampled, sources(asked)]).toEqual([false, asked.coreNodes.length])
  })

  test('looks at fewer than 1.3 slots per tie and source on a network with hubs, textbook search at 2', () => {
    const graph = grown(2000, 5, 'hubs')
    const plan = planBetweenness(graph)
    const paths = new ShortestPaths(plan.out, plan.in)
    for (let source = 0; source < 100; source++) paths.grow(source, plan.reachable[source]!)
    expect(paths.scanned / (100 * graph.edgeCount)).toBeLessThan(1.3)
  })
})

describe('distances', () => {
  test('are those of Floyd and Warshall', () => {
    fc.assert(
      fc.property(fc.oneof(graphs({ most: 12 }), graphs({ directed: true, most: 12 })), (graph) => {
        expectSumsOf(allPairs(graph).distance, distances(graph))
      }),
    )
  })

  test('of more sources than one search carries, short and long ways alike', () => {
    for (const graph of [grown(300, 4, 'short'), attached(ties('a-b b-c c-a'), 300, 'long')]) {
      expectSumsOf(allPairs(graph).distance, distances(graph))
    }
  })

  test('a path of 3,000 is searched in time', () => {
    const nodeCount = 3000
    const path = graphOf({
      directed: false,
      nodeCount,
      sources: Int32Array.from({ length: nodeCount - 1 }, (_, u) => u),
      targets: Int32Array.from({ length: nodeCount - 1 }, (_, u) => u + 1),
    })
    expect(averagePathLength(distances(path))).toBeCloseTo((nodeCount + 1) / 3, 9)
  })

  test('mean harmonic closeness is global efficiency', () => {
    fc.assert(
      fc.property(fc.oneof(graphs({ most: 12 }), graphs({ directed: true, most: 12 })), (graph) => {
        if (graph.nodeCount < 2) return
        const sums = distances(graph)
        expect(total(harmonicCloseness(sums)) / graph.nodeCount).toBeCloseTo(
          globalEfficiency(sums, graph.nodeCount)!,
          12,
        )
      }),
    )
  })

  test('a newcomer without ties changes only what is divided by the number of actors', () => {
    fc.assert(
      fc.property(graphs({ most: 10 }), (graph) => {
        const joined = { ...graphOf({ ...graph, nodeCount: graph.nodeCount + 1 }) }
        const [before, after] = [distances(graph), distances(joined)]
        const n = graph.nodeCount
        expectClose(componentCloseness(after).slice(0, n), componentCloseness(before))
        expectClose(between(joined).nodes.slice(0, n), between(graph).nodes)
        expect(averagePathLength(after)).toBe(averagePathLength(before))
        if (n < 2) return
        expectClose(
          harmonicCloseness(after).slice(0, n),
          harmonicCloseness(before).map((h) => (h * (n - 1)) / n),
        )
        expectClose(
          wassermanFaustCloseness(after).slice(0, n),
          wassermanFaustCloseness(before).map((c) => (c * (n - 1)) / n),
        )
        expectClose(
          reachWithin2(after).slice(0, n),
          reachWithin2(before).map((r) => (r * (n - 1)) / n),
        )
        expect(reachablePairs(after, n + 1)).toBeCloseTo((reachablePairs(before, n)! * (n - 1)) / (n + 1), 12)
      }),
    )
  })

  test('along arcs and against them are those of the reverse', () => {
    const graph = arcs('a>b b>c a>d')
    expect([...distancesTo(graph.out, graph.in).far]).toEqual([0, 1, 3, 1])
    expect([...distancesTo(graph.in, graph.out).far]).toEqual([4, 1, 0, 0])
  })
})

describe('weighted paths', () => {
  test('strengths 1 to 5 have lengths 60, 30, 20, 15 and 12', () => {
    expect(lengthsOf(Float64Array.of(1, 2, 3, 4, 5), 10)).toEqual({
      of: Float64Array.of(60, 30, 20, 15, 12),
      unit: 60,
      epsilon: 0,
    })
  })

  test('halves are scaled to whole numbers, irrational strengths are compared with a tolerance', () => {
    const halves = lengthsOf(Float64Array.of(0.5, 1.5), 10)
    expect(halves.epsilon).toBe(0)
    expect(Array.from(halves.of, (length) => length / halves.unit)).toEqual([2, 2 / 3])
    expect(lengthsOf(Float64Array.of(Math.SQRT2, 1), 10)).toEqual({
      of: Float64Array.of(1 / Math.SQRT2, 1),
      unit: 1,
      epsilon: 1e-10,
    })
  })

  test('the strong way round counts: 1/4 + 1/4 is less than 1/1', () => {
    const drawing = 'a-b:1 a-c:4 c-b:4'
    expect(named(drawing, weightedSums(ties(drawing)).nodes)).toEqual({ a: 0, b: 0, c: 1 })
  })

  test('three ties of 1/3 are as long as one tie of 1: karate, node 3 has 177 (NetworkX 178)', () => {
    const { ids, subject } = oracle('karate_weighted')
    expect(weightedSums(subject.graph).nodes[ids.indexOf('3')]).toBeCloseTo(177, 9)
    const triangleWay = ties('a-b:1 a-c:3 c-d:3 d-b:3')
    expect(weightedSums(triangleWay).edges[0]).toBeCloseTo(0.5, 12)
  })

  test('are the sums over pairs that define them', () => {
    const weighted = fc.oneof(graphs({ weighted: true, most: 9 }), graphs({ weighted: true, directed: true }))
    fc.assert(
      fc.property(weighted, (graph) => {
        const pairs = allPairs(graph, (strength) => 60 / strength)
        const sums = weightedSums(graph)
        expectClose(
          sums.nodes,
          betweennessByPairs(pairs).map((sum) => (graph.directed ? sum : sum / 2)),
        )
        const real = pairs.distance.map((row) => row.map((length) => length / 60))
        const transposed = real.map((_, v) => real.map((row) => row[v]!))
        expectClose(sums.from.far, real.map(finiteSum))
        expectClose(sums.to.far, transposed.map(finiteSum))
      }),
    )
  })

  test('of equal strengths s are the unweighted ones, 1/s long', () => {
    fc.assert(
      fc.property(graphs({ most: 9 }), fc.constantFrom(1, 3, 7, Math.PI), (graph, strength) => {
        const weighted = { ...graph, weights: new Float64Array(graph.edgeCount).fill(strength) }
        const sums = weightedSums(weighted)
        const { nodes, edges } = between(graph)
        expectClose(sums.nodes, nodes)
        expectClose(sums.edges, edges ?? [])
        expectClose(
          harmonicCloseness(sums.to),
          harmonicCloseness(distances(graph)).map((h) => h * strength),
        )
        if (graph.nodeCount < 2) return
        expect(weightedEfficiency(sums)).toBeCloseTo(strength * globalEfficiency(distances(graph), graph.nodeCount)!, 9)
      }),
    )
  })

  test('very unequal strengths keep their order', () => {
    const sums = weightedSums(ties('a-b:1000000 b-c:0.000001 c-d:1 d-e:31 e-f:0.37'))
    expect(sums.from.far[0]).toBeCloseTo(1e-6 * 5 + 4e6 + 3 + 2 / 31 + 1 / 0.37, 3)
    expect([...sums.nodes]).toEqual([0, 4, 6, 6, 4, 0])
  })
})

describe('broker dependence', () => {
  test('Florentine families: all that Acciaiuoli reaches goes through Medici, half of what Castellani does through Barbadori', () => {
    const { ids, subject } = oracle('florentine_marriage')
    const { share, broker } = brokerDependence(subject.graph)
    const of = (id: string) => [share[ids.indexOf(id)], ids[broker[ids.indexOf(id)]!]]
    expect(of('Acciaiuoli')).toEqual([1, 'Medici'])
    expect(of('Castellani')).toEqual([expect.closeTo(0.5, 12), 'Barbadori'])
    expect(of('Albizzi')).toEqual([expect.closeTo(7 / 13, 12), 'Medici'])
  })

  test('names the broker that the reference names', () => {
    for (const id of ['krackhardt_kite', 'karate', 'emon_texas', 'random200', 'two_brokers']) {
      const { ids, subject, metrics } = oracle(id)
      const { broker } = brokerDependence(undirectedSupport(unweighted(subject.graph)))
      const named = Array.from(broker, (node) => ids[node] ?? null)
      expect(named).toEqual(metrics.brokerDependence?.broker)
    }
  })
})

function expectSumsOf(distance: AllDistances, sums: DistanceSums) {
  const to = distance.map((_, v) => distance.map((row) => row[v]!).filter((d) => d > 0 && Number.isFinite(d)))
  expectClose(
    sums.reached,
    to.map((column) => column.length),
  )
  expectClose(sums.far, to.map(total))
  expectClose(
    sums.harmonic,
    to.map((column) => total(column.map((d) => 1 / d))),
  )
  expectClose(
    sums.within2,
    to.map((column) => column.filter((d) => d <= 2).length),
  )
}

type AllDistances = readonly (readonly number[])[]

const finiteSum = (row: readonly number[]) => total(row.filter(Number.isFinite))

function expectClose(values: ArrayLike<number>, expected: ArrayLike<number>) {
  expect(values.length).toBe(expected.length)
  for (let i = 0; i < values.length; i++) {
    const [value, wanted] = [values[i]!, expected[i]!]
    if (Number.isNaN(wanted)) expect(value).toBeNaN()
    else expect(Math.abs(value - wanted)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(wanted)))
  }
}
