import type { Graph, Rows } from '../network/graph.ts'
import { degrees } from './degree.ts'
import type { Analysis, Measure } from './measure.ts'

/**
 * Core number: the largest k such that the node is in a subgraph where every node has at least k.
 *
 * Nodes are taken away from the poorest on; the removal of one takes 1 from those it counted for, once per row of
 * `counts`. On ties, `counts` is the rows themselves; by in-degree it is the rows of arcs out, and so on.
 * S. B. Seidman (1983), Network structure and minimum degree, Social Networks 5:269-287; V. Batagelj, M. Zaveršnik (2003),
 * An O(m) algorithm for cores decomposition of networks, https://arxiv.org/abs/cs/0310049.
 */
export function coreNumbers(degree: Float64Array, counts: readonly Rows[]): Float64Array {
  const n = degree.length
  const core = Float64Array.from(degree)
  // Nodes sorted by what they have left; binStart[d] is where those of d begin.
  const binStart = new Int32Array(degree.reduce((most, d) => Math.max(most, d), 0) + 2)
  for (const d of degree) binStart[d + 1]!++
  for (let d = 1; d < binStart.length; d++) binStart[d]! += binStart[d - 1]!
  const place = new Int32Array(n)
  const sorted = new Int32Array(n)
  const next = binStart.slice()
  for (let u = 0; u < n; u++) {
    place[u] = next[degree[u]!]!++
    sorted[place[u]!] = u
  }
  for (let i = 0; i < n; i++) {
    const u = sorted[i]!
    for (const { offsets, neighbors } of counts) {
      for (let j = offsets[u]!; j < offsets[u + 1]!; j++) {
        const v = neighbors[j]!
        if (core[v]! <= core[u]!) continue
        // v swaps places with the first of its bin, which then begins one later.
        const first = binStart[core[v]!]!++
        const w = sorted[first]!
        sorted[place[v]!] = w
        place[w] = place[v]!
        sorted[first] = v
        place[v] = first
        core[v]!--
      }
    }
  }
  return core
}

/** Shared pass: core numbers on the undirected support. */
export const supportCores = ({ support }: Analysis): Float64Array => coreNumbers(degrees(support.out), [support.out])

function totalDegrees(graph: Graph): Float64Array {
  const incoming = degrees(graph.in)
  return degrees(graph.out).map((degree, u) => degree + incoming[u]!)
}

const byPeeling = {
  family: 'cohesion',
  scope: 'node',
  range: '0..n-1',
  source: 'Seidman 1983, Social Networks 5:269; Batagelj & Zaveršnik 2003',
  complexity: 'n + m',
  cost: 'instant',
} as const

const forComparison = 'igraph and NetworkX count arcs; for comparison only.'

export const coreMeasures: readonly Measure[] = [
  {
    ...byPeeling,
    id: 'coreNumber',
    needs: { directed: false },
    convention: 'Largest k of a subgraph around the actor where everyone has k partners; 0 for an isolate.',
    compute: (analysis) => ({ scope: 'node', values: analysis.once(supportCores) }),
  },
  {
    ...byPeeling,
    id: 'coreNumber.undirectedSupport',
    needs: { directed: true },
    convention: 'Largest k of a subgraph around the actor where everyone has k distinct partners; 0 for an isolate.',
    compute: (analysis) => ({ scope: 'node', values: analysis.once(supportCores) }),
  },
  {
    ...byPeeling,
    id: 'coreNumber.in',
    needs: { directed: true },
    convention: `Largest k of a subgraph where everyone receives k arcs; ${forComparison}`,
    compute: ({ graph }) => ({ scope: 'node', values: coreNumbers(degrees(graph.in), [graph.out]) }),
  },
  {
    ...byPeeling,
    id: 'coreNumber.out',
    needs: { directed: true },
    convention: `Largest k of a subgraph where everyone sends k arcs; ${forComparison}`,
    compute: ({ graph }) => ({ scope: 'node', values: coreNumbers(degrees(graph.out), [graph.in]) }),
  },
  {
    ...byPeeling,
    id: 'coreNumber.inPlusOut',
    needs: { directed: true },
    range: '0..2n-2',
    convention: `Largest k of a subgraph where everyone has k arcs in and out together, mutual partners twice; ${forComparison}`,
    compute: ({ graph }) => ({ scope: 'node', values: coreNumbers(totalDegrees(graph), [graph.out, graph.in]) }),
  },
]
