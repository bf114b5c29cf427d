import type { Graph, Rows } from '../network/graph.ts'
import type { Measure } from './measure.ts'

/** Number of neighbours in each row. L. C. Freeman (1979), Centrality in social networks, Social Networks 1:215-239. */
export function degrees(rows: Rows): Float64Array {
  return Float64Array.from({ length: rows.offsets.length - 1 }, (_, u) => rows.offsets[u + 1]! - rows.offsets[u]!)
}

/** Sum of the weights in each row; the degree where nothing is weighted. A. Barrat et al. (2004), PNAS 101:3747-3752. */
export function strengths(rows: Rows, weights: Float64Array | null): Float64Array {
  if (!weights) return degrees(rows)
  const sums = new Float64Array(rows.offsets.length - 1)
  for (let u = 0; u < sums.length; u++) {
    for (let i = rows.offsets[u]!; i < rows.offsets[u + 1]!; i++) sums[u]! += weights[rows.edges[i]!]!
  }
  return sums
}

/**
 * Degree over its maximum n - 1; in a two-mode network over the size of the other mode (S. P. Borgatti, M. G. Everett
 * 1997, Network analysis of 2-mode data, Social Networks 19:243-269). NaN where nobody else is there.
 */
export function normalizedDegrees(graph: Graph, modes: Uint8Array | null): Float64Array {
  const sizes = [0, 0]
  for (const mode of modes ?? []) sizes[mode]!++
  return degrees(graph.out).map((degree, u) => {
    const most = modes ? sizes[1 - modes[u]!]! : graph.nodeCount - 1
    return most > 0 ? degree / most : NaN
  })
}

const byDegree = { family: 'degree', scope: 'node', complexity: 'n + m', cost: 'instant' } as const

const freeman = 'Freeman 1979, Social Networks 1:215'
const barrat = 'Barrat et al. 2004, PNAS 101:3747'

export const degreeMeasures: readonly Measure[] = [
  {
    ...byDegree,
    id: 'size',
    scope: 'graph',
    needs: { twoMode: 'also' },
    range: '0..',
    convention: 'Actors, ties (arcs when directed) and actors without any tie; loops and repeats are gone before.',
    source: 'Wasserman & Faust 1994',
    compute: ({ graph, support }) => {
      const isolates = degrees(support.out).filter((degree) => degree === 0).length
      return { scope: 'graph', values: { n: graph.nodeCount, edges: graph.edgeCount, isolates } }
    },
  },
  {
    ...byDegree,
    id: 'degree',
    needs: { directed: false, twoMode: 'also' },
    range: '0..n-1',
    convention: 'Number of ties; 0 for an isolate.',
    source: freeman,
    compute: ({ graph }) => ({ scope: 'node', values: degrees(graph.out) }),
  },
  {
    ...byDegree,
    id: 'degree.normalized',
    needs: { directed: false, twoMode: 'also' },
    range: '0..1',
    convention:
      'Degree over n - 1, in a two-mode network over the size of the other mode; undefined where nobody else is.',
    source: 'Freeman 1979; Borgatti & Everett 1997, Social Networks 19:243',
    compute: ({ graph, subject }) => ({ scope: 'node', values: normalizedDegrees(graph, subject.modes) }),
  },
  {
    ...byDegree,
    id: 'degree.in',
    needs: { directed: true },
    range: '0..n-1',
    convention: 'Number of arcs received: the only degree observed of actors who did not answer.',
    source: freeman,
    compute: ({ graph }) => ({ scope: 'node', values: degrees(graph.in) }),
  },
  {
    ...byDegree,
    id: 'degree.out',
    needs: { directed: true },
    range: '0..n-1',
    convention: 'Number of arcs sent.',
    source: freeman,
    compute: ({ graph }) => ({ scope: 'node', values: degrees(graph.out) }),
  },
  {
    ...byDegree,
    id: 'degree.undirectedSupport',
    needs: { directed: true },
    range: '0..n-1',
    convention: 'Number of distinct partners, whichever way the arc goes.',
    source: freeman,
    compute: ({ support }) => ({ scope: 'node', values: degrees(support.out) }),
  },
  {
    ...byDegree,
    id: 'strength',
    needs: { directed: false },
    range: '0..',
    convention: 'Sum of the strengths of an actor’s ties; the degree when ties have none.',
    source: barrat,
    compute: ({ subject }) => ({ scope: 'node', values: strengths(subject.graph.out, subject.graph.weights) }),
  },
  {
    ...byDegree,
    id: 'strength.in',
    needs: { directed: true },
    range: '0..',
    convention: 'Sum of the strengths of the arcs received.',
    source: barrat,
    compute: ({ subject }) => ({ scope: 'node', values: strengths(subject.graph.in, subject.graph.weights) }),
  },
  {
    ...byDegree,
    id: 'strength.out',
    needs: { directed: true },
    range: '0..',
    convention: 'Sum of the strengths of the arcs sent.',
    source: barrat,
    compute: ({ subject }) => ({ scope: 'node', values: strengths(subject.graph.out, subject.graph.weights) }),
  },
]
