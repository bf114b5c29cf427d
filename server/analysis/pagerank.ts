import { type Graph, unweighted } from '../network/graph.ts'
import { strengths } from './degree.ts'
import type { Measure } from './measure.ts'

/** Chance that a walker follows an arc rather than starting anywhere. */
const damping = 0.85
/** Far more than any network needs: the error falls by a seventh per sweep at the slowest. */
const mostSweeps = 1000

/**
 * PageRank: where a random walker is found who follows arcs in proportion to their strength, ties both ways, and now and
 * then, or at a dead end, starts anywhere. Sums to 1.
 *
 * Starting anywhere from dead ends only scales the answer, so they are left out of the equations, which Gauss–Seidel
 * sweeps solve; after each, all ranks are scaled so that what arrives is what was sent, which is where plain sweeps lose
 * most of their time. S. Brin, L. Page (1998), The anatomy of a large-scale hypertextual Web search engine, Computer
 * Networks 30:107-117; G. M. Del Corso, A. Gullì, F. Romani (2005), Fast PageRank computation via a sparse linear system,
 * Internet Math. 2:251-273.
 */
export function pageRank(graph: Graph): Float64Array {
  const { nodeCount: n, weights } = graph
  const { offsets, neighbors, edges } = graph.in
  const sent = strengths(graph.out, weights)
  // Rank per unit of strength sent: what each arc carries, for a dead end the rank itself.
  const carried = Float64Array.from(sent, (strength) => 1 / (n * (strength || 1)))
  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    let change = 0
    let total = 0
    let stuck = 0
    for (let v = 0; v < n; v++) {
      let received = 0
      for (let i = offsets[v]!, end = offsets[v + 1]!; i < end; i++) {
        received += weights ? carried[neighbors[i]!]! * weights[edges[i]!]! : carried[neighbors[i]!]!
      }
      const rank = (1 - damping) / n + damping * received
      const strength = sent[v]!
      if (strength === 0) stuck += rank
      change += Math.abs(rank - carried[v]! * (strength || 1))
      carried[v] = rank / (strength || 1)
      total += rank
    }
    // All of it: total = (1 - damping) + damping × (total - stuck).
    const scale = (1 - damping) / ((1 - damping) * total + damping * stuck)
    for (let v = 0; v < n; v++) carried[v]! *= scale
    if (change <= 1e-13 * total) break
  }
  const rank = carried.map((value, v) => value * (sent[v] || 1))
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
