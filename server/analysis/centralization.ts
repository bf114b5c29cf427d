import { mostExact, nodeBetweenness } from './betweenness.ts'
import { harmonicCloseness, wassermanFaustCloseness } from './closeness.ts'
import { connectedness, weakComponents } from './components.ts'
import { degrees } from './degree.ts'
import { distancesToEach } from './distances.ts'
import type { Analysis, Measure } from './measure.ts'

/**
 * How far the network is from one whose centre has everything: Σ (max - c_v) over the most it can be, 0..1; null where
 * that is 0. L. C. Freeman (1979), Centrality in social networks, Social Networks 1:215-239.
 */
export function centralization(scores: Float64Array, most: number): number | null {
  if (!(most > 0) || scores.length < 2) return null
  const highest = scores.reduce((max, score) => Math.max(max, score), Number.NEGATIVE_INFINITY)
  // A star has the most there is, but for rounding.
  return Math.min(1, scores.reduce((sum, score) => sum + highest - score, 0) / most)
}

const byFreeman = {
  family: 'network',
  scope: 'graph',
  range: '0..1',
  source: 'Freeman 1979, Social Networks 1:215',
} as const

const ofScores =
  (scores: (analysis: Analysis) => Float64Array, most: (n: number, directed: boolean) => number): Measure['compute'] =>
  (analysis) => ({
    scope: 'graph',
    values: centralization(scores(analysis), most(analysis.graph.nodeCount, analysis.graph.directed)),
  })

export const centralizationMeasures: readonly Measure[] = [
  {
    ...byFreeman,
    id: 'centralization.degree',
    needs: { directed: false },
    convention: 'Over (n - 1)(n - 2), which a star reaches; undefined below three actors.',
    complexity: 'n + m',
    cost: 'instant',
    compute: ofScores(
      ({ graph }) => degrees(graph.out),
      (n) => (n < 3 ? 0 : (n - 1) * (n - 2)),
    ),
  },
  {
    ...byFreeman,
    id: 'centralization.degree.igraphDefault',
    needs: { directed: false },
    convention:
      'Over n (n - 1), as if actors could have a tie to themselves (R igraph’s default). For comparison only.',
    complexity: 'n + m',
    cost: 'instant',
    compute: ofScores(
      ({ graph }) => degrees(graph.out),
      (n) => n * (n - 1),
    ),
  },
  {
    ...byFreeman,
    id: 'centralization.degree.in',
    needs: { directed: true },
    convention: 'Arcs received, over (n - 1)²; undefined below two actors.',
    complexity: 'n + m',
    cost: 'instant',
    compute: ofScores(
      ({ graph }) => degrees(graph.in),
      (n) => (n - 1) ** 2,
    ),
  },
  {
    ...byFreeman,
    id: 'centralization.degree.out',
    needs: { directed: true },
    convention: 'Arcs sent, over (n - 1)²; undefined below two actors.',
    complexity: 'n + m',
    cost: 'instant',
    compute: ofScores(
      ({ graph }) => degrees(graph.out),
      (n) => (n - 1) ** 2,
    ),
  },
  {
    ...byFreeman,
    id: 'centralization.betweenness',
    needs: {},
    convention:
      'Of raw betweenness, over (n - 1)²(n - 2), half of that when undirected; undefined below three actors. Not computed above 20,000, where betweenness is sampled.',
    complexity: 'n m',
    cost: 'paths',
    mostNodes: mostExact,
    compute: ofScores(
      (analysis) => analysis.once(nodeBetweenness).nodes,
      (n, directed) => ((n - 1) ** 2 * (n - 2)) / (directed ? 1 : 2),
    ),
  },
  {
    ...byFreeman,
    id: 'centralization.closeness',
    needs: { directed: false },
    convention:
      'Over (n - 1)(n - 2)/(2n - 3); undefined on a disconnected network, where centralization.harmonic replaces it.',
    complexity: 'n m / 256 per level',
    cost: 'paths',
    compute: (analysis) => {
      const n = analysis.graph.nodeCount
      if (connectedness(analysis.once(weakComponents), n) !== 1) return { scope: 'graph', values: null }
      const most = ((n - 1) * (n - 2)) / (2 * n - 3)
      return { scope: 'graph', values: centralization(wassermanFaustCloseness(analysis.once(distancesToEach)), most) }
    },
  },
  {
    ...byFreeman,
    id: 'centralization.harmonic',
    needs: { directed: false },
    convention: 'Of harmonic closeness, over (n - 2)/2, which a star reaches; undefined below three actors.',
    complexity: 'n m / 256 per level',
    cost: 'paths',
    compute: ofScores(
      (analysis) => harmonicCloseness(analysis.once(distancesToEach)),
      (n) => (n - 2) / 2,
    ),
  },
]
