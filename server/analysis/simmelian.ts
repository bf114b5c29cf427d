import { type Graph, graphOf } from '../network/graph.ts'
import { countedTriangles, declaredTies } from './closure.ts'
import type { Analysis, EdgeValue, Measure } from './measure.ts'
import { triangleSums } from './triangles.ts'

/**
 * Simmelian ties: reciprocated ties whose two ends share a partner that both reciprocate with. In undirected data every
 * tie is reciprocated, so it means a tie in a triangle. Such ties are strong, bound by norms and hard to leave.
 * D. Krackhardt (1999), The ties that torture: Simmelian tie analysis in organizations. Res. Sociol. Org. 16:183-210.
 */
export interface SimmelianTies {
  /** u < v and the number of partners they share, in order of u then v. */
  readonly ties: readonly EdgeValue[]
  /** Simmelian ties of each actor. */
  readonly degree: Float64Array
  /** Share of the reciprocated ties that are Simmelian, 0..1; null without any. */
  readonly share: number | null
}

/**
 * @param reciprocated undirected graph of the reciprocated ties
 * @param onEdge triangles on each of its edges
 */
export function simmelianTies(reciprocated: Graph, onEdge: Float64Array): SimmelianTies {
  const { nodeCount, edgeCount, sources, targets } = reciprocated
  const ties: [u: number, v: number, shared: number][] = []
  const degree = new Float64Array(nodeCount)
  for (let e = 0; e < edgeCount; e++) {
    if (onEdge[e] === 0) continue
    const u = sources[e]!
    const v = targets[e]!
    ties.push([Math.min(u, v), Math.max(u, v), onEdge[e]!])
    degree[u]!++
    degree[v]!++
  }
  ties.sort(([u, v], [x, y]) => u - x || v - y)
  return { ties, degree, share: edgeCount === 0 ? null : ties.length / edgeCount }
}

/** Ties declared both ways; every tie of an undirected graph. */
export function reciprocatedTies(ties: Graph): Graph {
  const both = [...ties.weights!.keys()].filter((e) => ties.weights![e] === 2)
  return graphOf({
    directed: false,
    nodeCount: ties.nodeCount,
    sources: both.map((e) => ties.sources[e]!),
    targets: both.map((e) => ties.targets[e]!),
  })
}

function simmelian(analysis: Analysis): SimmelianTies {
  if (!analysis.graph.directed) return simmelianTies(analysis.graph, analysis.once(countedTriangles).onEdge)
  const reciprocated = reciprocatedTies(analysis.once(declaredTies))
  return simmelianTies(reciprocated, triangleSums(reciprocated).onEdge)
}

const krackhardt = {
  family: 'closure',
  needs: {},
  source: 'Krackhardt 1999, Res. Sociol. Org. 16:183',
  complexity: 'm^1.5',
  cost: 'instant',
} as const

export const simmelianMeasures: readonly Measure[] = [
  {
    ...krackhardt,
    id: 'simmelian.ties',
    scope: 'edgeset',
    range: '1..n-2',
    convention:
      'Reciprocated ties in a triangle of reciprocated ties, with the number of such triangles; every undirected tie is reciprocated.',
    compute: (analysis) => ({ scope: 'edgeset', values: analysis.once(simmelian).ties }),
  },
  {
    ...krackhardt,
    id: 'simmelian.degree',
    scope: 'node',
    range: '0..n-1',
    convention: 'Number of Simmelian ties of the actor.',
    compute: (analysis) => ({ scope: 'node', values: analysis.once(simmelian).degree }),
  },
  {
    ...krackhardt,
    id: 'simmelian.share',
    scope: 'graph',
    range: '0..1',
    convention: 'Simmelian ties over reciprocated ties; undefined without any of the latter.',
    compute: (analysis) => ({ scope: 'graph', values: analysis.once(simmelian).share }),
  },
]
