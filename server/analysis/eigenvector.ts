import { type Graph, type Rows, unweighted } from '../network/graph.ts'
import { type Components, connectedComponents, membersOf, strongComponents } from './components.ts'
import { degrees } from './degree.ts'
import { largestEigenpair, norm, scaled } from './lanczos.ts'
import type { Analysis, Measure } from './measure.ts'
import { renumbered } from './relabelling.ts'

export interface EigenvectorCentrality {
  /** Members of the largest component; null when two components tie for it. */
  readonly giant: Int32Array | null
  /** Of the largest component, ≥ 0, of length 1, in the order of its members; null without one. */
  readonly scores: Float64Array | null
  /** Largest eigenvalue of the whole graph; null without nodes. */
  readonly lambda: number | null
  /** Another component has the eigenvalue of the largest one: tools then print any mixture of the two. */
  readonly isDegenerate: boolean
}

/**
 * Being tied to those who are tied: the x ≥ 0 with A x = λ₁ x, A the strengths where there are some.
 * P. Bonacich (1972), Factoring and weighting approaches to status scores, J. Math. Sociol. 2:113-120; (1987), Power and
 * centrality, AJS 92:1170-1182.
 *
 * @param graph undirected
 */
export function eigenvectorCentrality(graph: Graph): EigenvectorCentrality {
  const components = connectedComponents(graph.out)
  const giant = largestOf(components)
  if (graph.nodeCount === 0) return { giant, scores: null, lambda: null, isDegenerate: false }
  if (!giant) return { giant, scores: null, lambda: principal(graph, everyNode(graph)).value, isDegenerate: false }
  const { value, vector } = principal(graph, giant)
  const rest = everyNode(graph).filter((u) => components.label[u] !== components.label[giant[0]!])
  const other = rest.length === 0 ? 0 : principal(graph, rest).value
  return {
    giant,
    // One sign within a component (Perron, Frobenius): what is left of the other is rounding.
    scores: vector.map(Math.abs),
    lambda: Math.max(value, other),
    isDegenerate: rest.length > 0 && Math.abs(value - other) <= 1e-9 * value,
  }
}

/**
 * Being named by those who are named: the x ≥ 0 of length 1 with Aᵀ x = λ₁ x. It is null where there is no cycle of arcs
 * (everything would be 0), or where no one cycle rules, so that every start leads elsewhere. Bonacich 1987.
 *
 * Power iteration on Aᵀ + I, whose shift keeps cycles from swinging for ever.
 */
export function leftEigenvector(graph: Graph): Float64Array | null {
  const n = graph.nodeCount
  if (strongComponents(graph.out).count === n) return null
  const one = powerIterated(graph, new Float64Array(n).fill(1))
  // Without a pattern that a graph could have.
  const other = powerIterated(
    graph,
    Float64Array.from({ length: n }, (_, u) => 2 + Math.sin(u * u + 1)),
  )
  return one && other && one.every((x, u) => Math.abs(x - other[u]!) < 1e-9) ? one : null
}

function powerIterated(graph: Graph, start: Float64Array): Float64Array | null {
  const { offsets, neighbors } = graph.in
  let x = start
  for (let step = 0; step < 10_000; step++) {
    const y = x.slice()
    for (let v = 0; v < y.length; v++) {
      for (let i = offsets[v]!; i < offsets[v + 1]!; i++) y[v]! += x[neighbors[i]!]!
    }
    const unit = scaled(y, 1 / norm(y))
    const change = unit.reduce((most, value, v) => Math.max(most, Math.abs(value - x[v]!)), 0)
    x = unit
    if (change < 1e-13) return x.map((value) => (value < 1e-12 ? 0 : value))
  }
  return null
}

function principal(graph: Graph, members: Int32Array) {
  const rows = renumbered(graph.out, members)
  const start = degrees(rows).map((degree) => degree + 1)
  const { weights } = graph
  return largestEigenpair(weights ? (x, y) => weigh(rows, weights, x, y) : (x, y) => count(rows, x, y), start, 1e-12)
}

function count({ offsets, neighbors }: Rows, x: Float64Array, y: Float64Array): void {
  for (let u = 0; u < x.length; u++) {
    let sum = 0
    for (let i = offsets[u]!, end = offsets[u + 1]!; i < end; i++) sum += x[neighbors[i]!]!
    y[u] = sum
  }
}

function weigh({ offsets, neighbors, edges }: Rows, weights: Float64Array, x: Float64Array, y: Float64Array): void {
  for (let u = 0; u < x.length; u++) {
    let sum = 0
    for (let i = offsets[u]!, end = offsets[u + 1]!; i < end; i++) sum += weights[edges[i]!]! * x[neighbors[i]!]!
    y[u] = sum
  }
}

function largestOf(components: Components): Int32Array | null {
  const [first, second] = membersOf(components).toSorted((a, b) => b.length - a.length)
  return first && first.length !== second?.length ? first : null
}

function everyNode(graph: Graph): Int32Array {
  return Int32Array.from({ length: graph.nodeCount }, (_, u) => u)
}

const counted = ({ graph }: Analysis) => eigenvectorCentrality(unweighted(graph))
const weighed = ({ graph, unit }: Analysis) => {
  const found = eigenvectorCentrality(graph)
  return { ...found, lambda: found.lambda === null ? null : found.lambda * unit }
}

function spread({ graph }: Analysis, { giant, scores, isDegenerate }: EigenvectorCentrality, elsewhere: number) {
  if (graph.nodeCount === 0) return new Float64Array(0)
  if (!giant || !scores || isDegenerate) return null
  const values = new Float64Array(graph.nodeCount).fill(elsewhere)
  giant.forEach((u, i) => {
    values[u] = scores[i]!
  })
  return values
}

const bySpectrum = { family: 'spectral', complexity: 'k (n + m), k some tens', cost: 'instant' } as const
const bonacich = 'Bonacich 1972, J. Math. Sociol. 2:113; 1987, AJS 92:1170'

const undirectedMeasures: readonly Measure[] = [
  { suffix: '', pass: counted, needs: { directed: false }, of: 'tie' },
  { suffix: '.weighted', pass: weighed, needs: { directed: false, weights: true }, of: 'strength' },
].flatMap(({ suffix, pass, needs, of }): Measure[] => [
  {
    ...bySpectrum,
    id: `eigenvector${suffix}`,
    scope: 'node',
    needs: needs as Measure['needs'],
    range: '0..1',
    convention: `Principal eigenvector by ${of} of the largest component, length 1, 0 elsewhere (as tools print); undefined when two components tie.`,
    source: bonacich,
    compute: (analysis) => ({ scope: 'node', values: spread(analysis, analysis.once(pass), 0) }),
  },
  {
    ...bySpectrum,
    id: `eigenvector.giant${suffix}`,
    scope: 'node',
    needs: needs as Measure['needs'],
    range: '0..1',
    convention: `Principal eigenvector by ${of} of the largest component, length 1, undefined elsewhere, and everywhere when two components tie.`,
    source: bonacich,
    compute: (analysis) => ({ scope: 'node', values: spread(analysis, analysis.once(pass), Number.NaN) }),
  },
  {
    ...bySpectrum,
    id: `eigenvector.lambda1${suffix}`,
    scope: 'graph',
    needs: needs as Measure['needs'],
    range: '0..',
    convention: `Largest eigenvalue of the matrix of ${of === 'tie' ? 'ties' : 'strengths'}, whatever the component; undefined without actors.`,
    source: bonacich,
    compute: (analysis) => ({ scope: 'graph', values: analysis.once(pass).lambda }),
  },
])

export const eigenvectorMeasures: readonly Measure[] = [
  ...undirectedMeasures,
  {
    ...bySpectrum,
    id: 'eigenvector.in',
    scope: 'node',
    needs: { directed: true },
    range: '0..1',
    convention:
      'Left eigenvector, length 1, strengths ignored (NetworkX); undefined without a cycle of arcs or where no one cycle rules: PageRank is always defined.',
    source: bonacich,
    compute: ({ graph }) => ({ scope: 'node', values: leftEigenvector(graph) }),
  },
]
