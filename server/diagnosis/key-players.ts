import { distancesTo, globalEfficiency, reachablePairs } from '../analysis/distances.ts'
import { type Graph, inducedSubgraph } from '../network/graph.ts'
import { SmallDistances } from './small-distances.ts'

/** How broken a network is without some of its actors. */
export interface Fragmentation {
  /** F: share of the pairs left that no path joins. */
  readonly pairs: number
  /** DF: one minus the mean of 1 / distance over the pairs left. */
  readonly distances: number
}

/** Null when fewer than two actors are left. */
export function fragmentationWithout(graph: Graph, gone: readonly number[]): Fragmentation | null {
  const left = [...Array(graph.nodeCount).keys()].filter((node) => !gone.includes(node))
  const rest = inducedSubgraph(graph, left)
  return fragmentationAt(distancesTo(rest.out, rest.out).pairsAt, left.length)
}

function fragmentationAt(pairsAt: readonly number[], left: number): Fragmentation | null {
  const joined = reachablePairs({ pairsAt }, left)
  const efficiency = globalEfficiency({ pairsAt }, left)
  return joined === null || efficiency === null ? null : { pairs: 1 - joined, distances: 1 - efficiency }
}

/**
 * The one or two actors without whom the distances among the others are largest, by trying all; of equals, the first by node number. Of an undirected network.
 * S. Borgatti (2006), Identifying sets of key players in a social network, CMOT 12:21-34 (KPP-NEG).
 */
export function keyPlayers(graph: Graph, count: 1 | 2): { nodes: number[]; fragmentation: Fragmentation } | null {
  const n = graph.nodeCount
  let best: { nodes: number[]; fragmentation: Fragmentation } | null = null
  const consider = (nodes: number[], pairsAt: readonly number[]) => {
    const fragmentation = fragmentationAt(pairsAt, n - nodes.length)
    // Sums taken in another order differ by rounding, and the first of equals is to win.
    if (fragmentation && fragmentation.distances > (best?.fragmentation.distances ?? -1) + 1e-12) {
      best = { nodes, fragmentation }
    }
  }
  const distances = new SmallDistances(graph)
  for (let u = 0; u < n; u++) {
    distances.leave(u)
    if (count === 1) consider([u], distances.pairsAt())
    else for (let v = u + 1; v < n; v++) consider([u, v], distances.pairsAtWithout(v))
  }
  return best
}
