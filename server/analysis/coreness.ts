import { type Graph, graphOf } from '../network/graph.ts'
import { degrees } from './degree.ts'
import { largestEigenpair } from './lanczos.ts'
import type { Analysis, Measure } from './measure.ts'

/** How near each actor is to the core, when ties are explained by the product of the two ends' coreness. */
export interface Coreness {
  /** c ≥ 0; 0 for isolates. */
  readonly c: Float64Array
  /** False when the coordinates were still moving after the last sweep: star-like graphs have no finite optimum, and only the fit can be read. */
  readonly settled: boolean
  readonly sweeps: number
  /** Pearson's r between tie weights and c_i c_j over the pairs observed, -1..1; null when either does not vary. */
  readonly r: number | null
  /** Sum of (w_ij - c_i c_j)² over the pairs observed. */
  readonly sse: number
}

/**
 * The c that minimise Σ (w_ij - c_i c_j)² over i ≠ j, by Gauss-Seidel from the principal eigenvector: every sweep sets
 * c_i = Σ_j w_ij c_j / Σ_j c_j² in turn. A local minimum: a symmetric graph may fall to one side.
 *
 * S. P. Borgatti, M. G. Everett (1999), Models of core/periphery structures. Social Networks 21:375-395 (MINRES).
 *
 * @param graph undirected, weights 1 when it has none
 * @param silent 1 for actors that did not answer: pairs of two of them are left out; null: all answered
 */
export function coreness(graph: Graph, silent: Uint8Array | null): Coreness {
  const seen = observedTies(graph, silent)
  const c = start(seen)
  const { settled, sweeps } = descend(seen, silent, c)
  return { c, settled, sweeps, ...explained(seen, silent, c) }
}

const mostSweeps = 20_000
/** Share of the largest coordinate. */
const settledBelow = 1e-14

function descend({ nodeCount, out, weights }: Graph, silent: Uint8Array | null, c: Float64Array) {
  for (let sweeps = 1; sweeps <= mostSweeps; sweeps++) {
    let largest = 1
    let largestStep = 0
    let squares = c.reduce((sum, x) => sum + x * x, 0)
    let silentSquares = silent ? c.reduce((sum, x, u) => sum + silent[u]! * x * x, 0) : 0
    for (let u = 0; u < nodeCount; u++) {
      let reached = 0
      for (let slot = out.offsets[u]!; slot < out.offsets[u + 1]!; slot++) {
        reached += (weights ? weights[out.edges[slot]!]! : 1) * c[out.neighbors[slot]!]!
      }
      const own = c[u]! * c[u]!
      const others = silent?.[u] ? squares - silentSquares : squares - own
      const next = reached === 0 ? 0 : reached / others
      largestStep = Math.max(largestStep, Math.abs(next - c[u]!))
      largest = Math.max(largest, next)
      squares += next * next - own
      if (silent?.[u]) silentSquares += next * next - own
      c[u] = next
    }
    if (largestStep < settledBelow * largest) return { settled: true, sweeps }
  }
  return { settled: false, sweeps: mostSweeps }
}

function explained(graph: Graph, silent: Uint8Array | null, c: Float64Array): Pick<Coreness, 'r' | 'sse'> {
  const { edgeCount, sources, targets, weights } = graph
  const { count, products, squares } = observedProducts(silent, c)
  let [tied, tiedSquares, both, excess] = [0, 0, 0, 0]
  for (let e = 0; e < edgeCount; e++) {
    const w = weights ? weights[e]! : 1
    const product = c[sources[e]!]! * c[targets[e]!]!
    tied += w
    tiedSquares += w * w
    both += w * product
    excess += w * (w - 2 * product)
  }
  const tiedSpread = count * tiedSquares - tied * tied
  const productSpread = count * squares - products * products
  const varies = tiedSpread > 1e-12 * count * tiedSquares && productSpread > 1e-12 * count * squares
  return {
    r: varies ? (count * both - tied * products) / Math.sqrt(tiedSpread * productSpread) : null,
    sse: Math.max(0, excess + squares),
  }
}

/** Over the pairs observed: how many, Σ c_i c_j and Σ (c_i c_j)². Each actor meets the sum of those before it, so nothing cancels. */
function observedProducts(silent: Uint8Array | null, c: Float64Array) {
  let [count, products, squares] = [0, 0, 0]
  const everyone = { count: 0, sum: 0, squares: 0 }
  const answered = { count: 0, sum: 0, squares: 0 }
  for (const [u, x] of c.entries()) {
    const before = silent?.[u] ? answered : everyone
    count += before.count
    products += x * before.sum
    squares += x * x * before.squares
    for (const group of silent?.[u] ? [everyone] : [everyone, answered]) {
      group.count++
      group.sum += x
      group.squares += x * x
    }
  }
  return { count, products, squares }
}

/** √λ₁ times the principal eigenvector. */
function start({ nodeCount, out, weights }: Graph): Float64Array {
  if (out.neighbors.length === 0) return new Float64Array(nodeCount)
  const { value, vector } = largestEigenpair(
    (x, y) => {
      for (let u = 0; u < nodeCount; u++) {
        let sum = 0
        for (let slot = out.offsets[u]!; slot < out.offsets[u + 1]!; slot++) {
          sum += (weights ? weights[out.edges[slot]!]! : 1) * x[out.neighbors[slot]!]!
        }
        y[u] = sum
      }
    },
    degrees(out),
    1e-14,
  )
  // One sign (Perron, Frobenius): what is left of the other is rounding.
  return vector.map((x) => Math.sqrt(value) * Math.abs(x))
}

function observedTies(graph: Graph, silent: Uint8Array | null): Graph {
  if (!silent) return graph
  const { nodeCount, sources, targets, weights } = graph
  const seen = [...sources.keys()].filter((e) => !(silent[sources[e]!] && silent[targets[e]!]))
  return graphOf({
    directed: false,
    nodeCount,
    sources: seen.map((e) => sources[e]!),
    targets: seen.map((e) => targets[e]!),
    weights: weights && seen.map((e) => weights[e]!),
  })
}

/** Directed data are fitted by the mean of both directions. */
function fitted(analysis: Analysis): Coreness {
  const { graph, summedSupport, subject, unit } = analysis
  const halved = (weight: number) => weight / 2
  const found = coreness(
    graph.directed ? { ...summedSupport, weights: summedSupport.weights!.map(halved) } : graph,
    subject.silent,
  )
  return { ...found, c: found.c.map((x) => x * Math.sqrt(unit)), sse: found.sse * unit * unit }
}

const continuous = {
  family: 'network',
  needs: {},
  source: 'Borgatti & Everett 1999, Social Networks 21:375',
  complexity: 'sweeps (n + m)',
  cost: 'heavy',
  mostNodes: 5_000,
} as const

export const corenessMeasures: readonly Measure[] = [
  {
    ...continuous,
    id: 'corePeriphery.continuous',
    scope: 'node',
    range: '≥ 0',
    convention:
      'MINRES on strengths when ties have one, on the mean of both directions when directed; a local minimum, and without meaning on star-like graphs (see corePeriphery.continuous.state).',
    compute: (analysis) => ({ scope: 'node', values: analysis.once(fitted).c }),
  },
  {
    ...continuous,
    id: 'corePeriphery.continuous.fit',
    scope: 'graph',
    range: 'r -1..1, sse ≥ 0',
    convention: 'Pearson’s r and squared error over unordered pairs; r undefined when the products do not vary.',
    compute: (analysis) => {
      const { r, sse } = analysis.once(fitted)
      return { scope: 'graph', values: { r, sse } }
    },
  },
  {
    ...continuous,
    id: 'corePeriphery.continuous.state',
    scope: 'graph',
    range: 'true or false, 1..20000 sweeps',
    convention:
      'Whether the coordinates settled. Where they did not, as on a star, there is no finite optimum: only the fit counts.',
    compute: (analysis) => {
      const { settled, sweeps } = analysis.once(fitted)
      return { scope: 'graph', values: { settled, sweeps } }
    },
  },
]
