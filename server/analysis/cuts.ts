import type { Graph } from '../network/graph.ts'
import type { Analysis, EdgeValue, Measure } from './measure.ts'

/** Where a graph comes apart. */
export interface Cuts {
  /** Nodes whose removal leaves more components than before, in node order. */
  readonly articulationPoints: Int32Array
  /** Edge numbers of ties whose removal does, in order. */
  readonly bridges: Int32Array
  /** Maximal sets that no single node disconnects, a bridge being one of two; they overlap in articulation points. Isolates belong to none. Each in node order. */
  readonly biconnected: readonly Int32Array[]
}

/**
 * One depth-first search, without recursion. The way back over the same edge, not to the same node, is left out.
 * J. Hopcroft, R. Tarjan (1973), Algorithm 447: efficient algorithms for graph manipulation, CACM 16:372-378. O(n + m).
 *
 * @param graph undirected; weights are ignored
 */
export function cutsOf(graph: Graph): Cuts {
  const n = graph.nodeCount
  const { offsets, neighbors, edges } = graph.out
  const found = new Int32Array(n).fill(-1)
  const low = new Int32Array(n)
  const slot = offsets.slice(0, n)
  const parentEdge = new Int32Array(n).fill(-1)
  const isArticulation = new Uint8Array(n)
  const bridges: number[] = []
  const biconnected: Int32Array[] = []
  const path: number[] = []
  // Nodes met whose block is not complete.
  const open: number[] = []
  let time = 0
  const enter = (u: number, edge: number) => {
    found[u] = low[u] = time++
    parentEdge[u] = edge
    path.push(u)
    open.push(u)
  }
  for (let root = 0; root < n; root++) {
    if (found[root]! >= 0) continue
    let rootBlocks = 0
    enter(root, -1)
    while (path.length > 0) {
      const u = path[path.length - 1]!
      if (slot[u]! < offsets[u + 1]!) {
        const i = slot[u]!++
        if (edges[i] === parentEdge[u]) continue
        const v = neighbors[i]!
        if (found[v]! < 0) enter(v, edges[i]!)
        else low[u] = Math.min(low[u]!, found[v]!)
        continue
      }
      path.pop()
      const parent = path[path.length - 1]
      if (parent === undefined) continue
      low[parent] = Math.min(low[parent]!, low[u]!)
      if (low[u]! < found[parent]!) continue
      // Nothing below u climbs past its parent: together they are a block.
      const block = [parent, ...open.splice(open.lastIndexOf(u))]
      biconnected.push(Int32Array.from(block).sort())
      if (low[u]! > found[parent]!) bridges.push(parentEdge[u]!)
      if (parent === root) rootBlocks++
      if (parent !== root || rootBlocks > 1) isArticulation[parent] = 1
    }
    open.length = 0
  }
  return {
    articulationPoints: Int32Array.from(isArticulation.keys().filter((u) => isArticulation[u] === 1)),
    bridges: Int32Array.from(bridges).sort(),
    biconnected,
  }
}

/** Shared pass, on the undirected support. */
export const supportCuts = (analysis: Analysis): Cuts => cutsOf(analysis.support)

const byDepth = {
  family: 'cohesion',
  needs: {},
  source: 'Hopcroft & Tarjan 1973, CACM 16:372',
  complexity: 'n + m',
  cost: 'instant',
} as const

export const cutMeasures: readonly Measure[] = [
  {
    ...byDepth,
    id: 'articulationPoints',
    scope: 'nodeset',
    range: '0..n-2 actors',
    convention: 'Actors of the undirected support without whom some others are no longer joined.',
    compute: (analysis) => ({ scope: 'nodeset', values: analysis.once(supportCuts).articulationPoints }),
  },
  {
    ...byDepth,
    id: 'bridges',
    scope: 'edgeset',
    range: '0..n-1 ties',
    convention: 'Ties of the undirected support without which some actors are no longer joined.',
    compute: (analysis) => ({
      scope: 'edgeset',
      values: Array.from(
        analysis.once(supportCuts).bridges,
        (e): EdgeValue => [analysis.support.sources[e]!, analysis.support.targets[e]!],
      ),
    }),
  },
  {
    ...byDepth,
    id: 'biconnectedComponents',
    scope: 'nodesets',
    range: '0..m sets',
    convention:
      'Sets of the undirected support that stay joined whoever leaves; a bridge is one of two actors; isolates are in none.',
    compute: (analysis) => ({ scope: 'nodesets', values: analysis.once(supportCuts).biconnected }),
  },
]
