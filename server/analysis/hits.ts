import { type Graph, type Rows, unweighted } from '../network/graph.ts'
import { addTimes, dot, largestEigenpair, type Operator } from './lanczos.ts'
import type { Analysis, Measure } from './measure.ts'

export interface HubsAndAuthorities {
  readonly authority: Float64Array
  readonly hub: Float64Array
}

/**
 * Good authorities are named by good hubs, good hubs name good authorities: the principal eigenvector of WᵀW and its
 * image under W, each summing to 1. Null where no arc is, or where that eigenvalue is degenerate (a directed cycle: every
 * actor could be the authority). J. M. Kleinberg (1999), Authoritative sources in a hyperlinked environment, JACM 46:604-632.
 */
export function hubsAndAuthorities(graph: Graph): HubsAndAuthorities | null {
  const { nodeCount: n, edgeCount, weights } = graph
  if (edgeCount === 0) return null
  const named = new Float64Array(n)
  const apply: Operator = (x, y) => {
    multiply(graph.out, weights, x, named)
    multiply(graph.in, weights, named, y)
  }
  const first = largestEigenpair(apply, new Float64Array(n).fill(1), 1e-14)
  // Without a pattern that a graph could have, so that it is not orthogonal to what is sought.
  const uneven = Float64Array.from({ length: n }, (_, u) => 2 + Math.sin(u * u + 1))
  const second = largestEigenpair(
    (x, y) => {
      apply(x, y)
      addTimes(y, first.vector, -first.value * dot(first.vector, x))
    },
    uneven,
    1e-12,
  )
  if (second.value >= first.value * (1 - 1e-9)) return null
  const authority = first.vector.map(Math.abs)
  const hub = new Float64Array(n)
  multiply(graph.out, weights, authority, hub)
  return { authority: toSum1(authority), hub: toSum1(hub) }
}

function multiply({ offsets, neighbors, edges }: Rows, weights: Float64Array | null, x: Float64Array, y: Float64Array) {
  for (let u = 0; u < y.length; u++) {
    let sum = 0
    for (let i = offsets[u]!; i < offsets[u + 1]!; i++) sum += (weights ? weights[edges[i]!]! : 1) * x[neighbors[i]!]!
    y[u] = sum
  }
}

/** Scaled to sum 1, with 0 for what is only rounding. */
function toSum1(values: Float64Array): Float64Array {
  const total = values.reduce((sum, value) => sum + value, 0)
  return values.map((value) => (value <= 1e-13 * total ? 0 : value / total))
}

const counted = ({ graph }: Analysis) => hubsAndAuthorities(unweighted(graph))
const weighed = ({ graph }: Analysis) => hubsAndAuthorities(graph)

const byKleinberg = {
  family: 'spectral',
  scope: 'node',
  range: '0..1',
  source: 'Kleinberg 1999, JACM 46:604',
  complexity: 'k (n + m), k some tens',
  cost: 'instant',
} as const

export const hitsMeasures: readonly Measure[] = [
  {
    ...byKleinberg,
    id: 'hits.authority',
    needs: { directed: true },
    convention:
      'Named by those who name well; sums to 1, strengths ignored; undefined when the principal eigenvalue is degenerate.',
    compute: (analysis) => ({ scope: 'node', values: analysis.once(counted)?.authority ?? null }),
  },
  {
    ...byKleinberg,
    id: 'hits.hub',
    needs: { directed: true },
    convention:
      'Names those who are named well; sums to 1, strengths ignored; undefined when the principal eigenvalue is degenerate.',
    compute: (analysis) => ({ scope: 'node', values: analysis.once(counted)?.hub ?? null }),
  },
  {
    ...byKleinberg,
    id: 'hits.authority.weighted',
    needs: { directed: true, weights: true },
    convention: 'As hits.authority, by strength (what NetworkX always prints).',
    compute: (analysis) => ({ scope: 'node', values: analysis.once(weighed)?.authority ?? null }),
  },
  {
    ...byKleinberg,
    id: 'hits.hub.weighted',
    needs: { directed: true, weights: true },
    convention: 'As hits.hub, by strength.',
    compute: (analysis) => ({ scope: 'node', values: analysis.once(weighed)?.hub ?? null }),
  },
]
