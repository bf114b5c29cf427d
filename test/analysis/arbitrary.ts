import fc from 'fast-check'
import type { Partition } from '../../server/analysis/measure.ts'
import { type Graph, graphOf } from '../../server/network/graph.ts'

interface Kind {
  readonly directed?: boolean
  readonly weighted?: boolean
  readonly most?: number
}

/** Small graphs of every density, empty and complete ones included; strengths are 1 to 5. */
export function graphs({ directed = false, weighted = false, most = 8 }: Kind = {}): fc.Arbitrary<Graph> {
  return fc.integer({ min: 0, max: most }).chain((nodeCount) => {
    const dyads = dyadsOf(nodeCount, directed)
    const ties = fc.double({ min: 0, max: 1, noNaN: true }).chain((density) =>
      fc
        .array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 5 })), {
          minLength: dyads.length,
          maxLength: dyads.length,
        })
        .map((draws) => draws.map(([draw, weight]) => (draw < density ? weight : 0))),
    )
    return ties.map((weights) => {
      const kept = [...weights.keys()].filter((i) => weights[i])
      return graphOf({
        directed,
        nodeCount,
        sources: kept.map((i) => dyads[i]![0]),
        targets: kept.map((i) => dyads[i]![1]),
        weights: weighted ? kept.map((i) => weights[i]!) : null,
      })
    })
  })
}

/** Groups A to D, of which some may be empty; `unknown` leaves some nodes in none. */
export function partitionsOf({ nodeCount }: Graph, { unknown = false } = {}): fc.Arbitrary<Partition> {
  return fc
    .array(fc.integer({ min: unknown ? -1 : 0, max: 3 }), { minLength: nodeCount, maxLength: nodeCount })
    .map((groupOf) => ({ names: ['A', 'B', 'C', 'D'], groupOf: Int32Array.from(groupOf) }))
}

export function orderOf({ nodeCount }: Graph): fc.Arbitrary<number[]> {
  return fc.shuffledSubarray([...Array(nodeCount).keys()], { minLength: nodeCount, maxLength: nodeCount })
}

/** The same graph with node u called names[u]; edges keep their numbers. */
export function renamed(graph: Graph, names: readonly number[]): Graph {
  return graphOf({
    ...graph,
    sources: Array.from(graph.sources, (u) => names[u]!),
    targets: Array.from(graph.targets, (v) => names[v]!),
  })
}

/** An undirected graph with each tie as two arcs. */
export function bothWays(graph: Graph): Graph {
  const twice = (a: ArrayLike<number>, b: ArrayLike<number>) => [...Array.from(a), ...Array.from(b)]
  return graphOf({
    directed: true,
    nodeCount: graph.nodeCount,
    sources: twice(graph.sources, graph.targets),
    targets: twice(graph.targets, graph.sources),
    weights: graph.weights && twice(graph.weights, graph.weights),
  })
}

/** Strength from u to v, 0 where there is no tie: what a definition is written in. */
export function matrixOf({ directed, nodeCount, edgeCount, sources, targets, weights }: Graph): number[][] {
  const matrix = Array.from({ length: nodeCount }, () => Array<number>(nodeCount).fill(0))
  for (let e = 0; e < edgeCount; e++) {
    const weight = weights ? weights[e]! : 1
    matrix[sources[e]!]![targets[e]!] = weight
    if (!directed) matrix[targets[e]!]![sources[e]!] = weight
  }
  return matrix
}

function dyadsOf(nodeCount: number, directed: boolean): [number, number][] {
  const dyads: [number, number][] = []
  for (let u = 0; u < nodeCount; u++) {
    for (let v = directed ? 0 : u + 1; v < nodeCount; v++) if (u !== v) dyads.push([u, v])
  }
  return dyads
}
