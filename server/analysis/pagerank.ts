import { type Graph, unweighted } from '../network/graph.ts'
import { strengths } from './degree.ts'
import type { Measure } from './measure.ts'

/** Where a random walker is found who follows arcs with probability `damping` and else, or at a dead end, starts anywhere. */
const damping = 0.85
/** Sweeps halve the error at least every five; the stop comes long before. */
const mostSweeps = 1000

/**
 * PageRank, summing to 1; arcs are followed in proportion to their strength, ties both ways.
 *
 * Starting anywhere from dead ends only scales the answer, so they are left out of the equations, which Gauss–Seidel
 * sweeps solve. S. Brin, L. Page (1998), The anatomy of a large-scale hypertextual Web search engine, Computer Networks
 * 30:107-117; G. M. Del Corso, A. Gullì, F. Romani (2005), Fast PageRank computation via a sparse linear system, Internet
 * Math. 2:251-273.
 */
export function pageRank(graph: Graph): Float64Array {
  const { nodeCount: n, weights } = graph
  const { offsets, neighbors, edges } = graph.in
  const rank = new Float64Array(n).fill(1 / n)
  // What each arc out of v carries, per unit of strength.
  const passed = strengths(graph.out, weights).map((sent) => (sent > 0 ? damping / sent : 0))
  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    let change = 0
    let total = 0
    for (let v = 0; v < n; v++) {
      let received = (1 - damping) / n
      for (let i = offsets[v]!; i < offsets[v + 1]!; i++) {
        const u = neighbors[i]!
        received += rank[u]! * passed[u]! * (weights ? weights[edges[i]!]! : 1)
      }
      change += Math.abs(received - rank[v]!)
      total += received
      rank[v] = received
    }
    if (change <= 1e-14 * total) break
  }
  const total = rank.reduce((sum, value) => sum + value, 0)
  return rank.map((value) => value / total)
}

const byWalk = {
  family: 'spectral',
  scope: 'node',
  range: '0..1',
  complexity: 'k (n + m), k some tens',
  cost: 'instant',
} as const

const brinPage = 'Brin & Page 1998, Computer Networks 30:107'

export const pageRankMeasures: readonly Measure[] = [
  {
    ...byWalk,
    id: 'pagerank',
    needs: {},
    convention: 'Damping 0.85, dead ends start anywhere, ties walked both ways, strengths ignored; sums to 1.',
    source: brinPage,
    compute: ({ graph }) => ({ scope: 'node', values: pageRank(unweighted(graph)) }),
  },
  {
    ...byWalk,
    id: 'pagerank.weighted',
    needs: { weights: true },
    convention: 'As pagerank, arcs followed in proportion to their strength.',
    source: brinPage,
    compute: ({ graph }) => ({ scope: 'node', values: pageRank(graph) }),
  },
]
