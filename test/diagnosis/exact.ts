import { type Graph, graphOf } from '../../server/network/graph.ts'
import { graphsLike } from './enumeration.ts'

/** Small graphs all of whose draws can be listed; a digit a node, a digit a sphere. */
export const drawings = {
  two_triangles_bridge: ['01 02 12 23 34 35 45', '000111'],
  three_spheres_8: ['01 02 13 23 24 35 45 46 57 67 04', '00011222'],
  broker_7: ['01 02 12 23 34 45 46 56', '0001222'],
  hub_pendants_8: ['01 02 03 04 45 56 67 47 46', '01110000'],
} as const
export type Drawing = keyof typeof drawings

export function exactGraph(name: Drawing): Graph {
  const pairs = drawings[name][0].split(' ').map(([u, v]) => [Number(u), Number(v)] as const)
  return graphOf({
    directed: false,
    nodeCount: drawings[name][1].length,
    sources: pairs.map(([u]) => u),
    targets: pairs.map(([, v]) => v),
  })
}

export function exactSpheres(name: Drawing): Int32Array {
  return Int32Array.from(drawings[name][1], Number)
}

/** One graph among all those that could be drawn. */
export interface Candidate {
  readonly ties: readonly (readonly [number, number])[]
  readonly key: string
}

/** Every graph with the degrees of one, and where asked the mixing of its spheres. */
export function candidatesOf(name: Drawing, keeping: 'degrees' | 'mixing'): Candidate[] {
  const graph = exactGraph(name)
  const n = graph.nodeCount
  return graphsLike(graph, null, keeping === 'mixing' ? exactSpheres(name) : null).map((dyads) => ({
    ties: dyads.map((dyad) => [Math.floor(dyad / n), dyad % n] as const),
    key: dyads.join(' '),
  }))
}

/** Triangles at each node. */
export function trianglesOf(n: number, ties: Candidate['ties']): number[] {
  const tied = Array.from({ length: n }, () => new Set<number>())
  for (const [u, v] of ties) {
    tied[u]?.add(v)
    tied[v]?.add(u)
  }
  const counts = new Array<number>(n).fill(0)
  for (const [u, v] of ties) {
    for (const w of tied[u] ?? []) if (tied[v]?.has(w)) counts[w] = (counts[w] ?? 0) + 1
  }
  return counts
}

/** Σ weight · value / Σ weight. */
export function weightedMean<T>(items: readonly T[], value: (item: T) => number, weight: (item: T) => number): number {
  let sum = 0
  let total = 0
  for (const item of items) {
    sum += weight(item) * value(item)
    total += weight(item)
  }
  return sum / total
}
