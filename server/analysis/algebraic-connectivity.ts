import { type Graph, unweighted } from '../network/graph.ts'
import { connectedComponents } from './components.ts'
import { strengths } from './degree.ts'
import { addTimes, dot, largestEigenpair, norm } from './lanczos.ts'
import type { Measure } from './measure.ts'

/**
 * Algebraic connectivity: the second smallest eigenvalue of the Laplacian D − W; 0 exactly when disconnected, null below
 * two nodes. M. Fiedler (1973), Algebraic connectivity of graphs, Czech. Math. J. 23:298-305.
 *
 * It is the inverse of the largest eigenvalue of the Laplacian's pseudo-inverse, where it stands well apart, and a few
 * tens of Lanczos steps find it; each solves one system by conjugate gradients.
 *
 * @param graph undirected
 */
export function algebraicConnectivity(graph: Graph): number | null {
  const n = graph.nodeCount
  if (n < 2) return null
  if (connectedComponents(graph.out).count > 1) return 0
  const diagonal = strengths(graph.out, graph.weights)
  const laplacian = (x: Float64Array, y: Float64Array) => {
    for (let u = 0; u < n; u++) {
      let sum = diagonal[u]! * x[u]!
      for (let i = graph.out.offsets[u]!; i < graph.out.offsets[u + 1]!; i++) {
        const weight = graph.weights ? graph.weights[graph.out.edges[i]!]! : 1
        sum -= weight * x[graph.out.neighbors[i]!]!
      }
      y[u] = sum
    }
  }
  // Unequal, without a pattern a graph could have, and orthogonal to the constant.
  const start = Float64Array.from({ length: n }, (_, u) => Math.sin(u * u + 1))
  withoutMean(start)
  const { vector } = largestEigenpair((x, y) => solve(laplacian, diagonal, x, y), start, 1e-10)
  const image = new Float64Array(n)
  laplacian(vector, image)
  return dot(vector, image) / dot(vector, vector)
}

/**
 * Solves L y = b for b and y of mean 0: conjugate gradients preconditioned by the diagonal.
 * M. R. Hestenes, E. Stiefel (1952), J. Res. Nat. Bur. Standards 49:409-436.
 */
function solve(
  laplacian: (x: Float64Array, y: Float64Array) => void,
  diagonal: Float64Array,
  b: Float64Array,
  y: Float64Array,
) {
  const residual = b.slice()
  withoutMean(residual)
  const enough = 1e-13 * norm(b)
  const image = new Float64Array(b.length)
  const precondition = () => {
    const z = residual.map((value, u) => value / diagonal[u]!)
    withoutMean(z)
    return z
  }
  let z = precondition()
  const direction = z.slice()
  let along = dot(residual, z)
  for (let step = 0; step < 10 * b.length && norm(residual) > enough && along > 0; step++) {
    laplacian(direction, image)
    const length = along / dot(direction, image)
    addTimes(y, direction, length)
    addTimes(residual, image, -length)
    z = precondition()
    const next = dot(residual, z)
    for (let u = 0; u < direction.length; u++) direction[u] = z[u]! + (next / along) * direction[u]!
    along = next
  }
  withoutMean(y)
}

function withoutMean(x: Float64Array) {
  const mean = x.reduce((sum, value) => sum + value, 0) / x.length
  for (let u = 0; u < x.length; u++) x[u]! -= mean
}

const byFiedler = {
  family: 'spectral',
  scope: 'graph',
  range: '0..n',
  source: 'Fiedler 1973, Czech. Math. J. 23:298',
  complexity: 'k² (n + m), k some tens',
  cost: 'heavy',
} as const

export const algebraicConnectivityMeasures: readonly Measure[] = [
  {
    ...byFiedler,
    id: 'algebraicConnectivity',
    needs: {},
    convention:
      'Second smallest Laplacian eigenvalue of the undirected support, strengths ignored; 0 when disconnected.',
    compute: ({ support }) => ({ scope: 'graph', values: algebraicConnectivity(unweighted(support)) }),
  },
  {
    ...byFiedler,
    id: 'algebraicConnectivity.weighted',
    needs: { weights: true },
    range: '0..',
    convention: 'The same with strengths, those of both directions added (NetworkX’s default); 0 when disconnected.',
    compute: ({ summedSupport, unit }) => {
      const value = algebraicConnectivity(summedSupport)
      return { scope: 'graph', values: value === null ? null : value * unit }
    },
  },
]
