import { type Graph, summedSupport, unweighted } from '../network/graph.ts'
import type { Analysis, Measure } from './measure.ts'
import { forEachTriangle, triangleSums } from './triangles.ts'

/**
 * Share of pairs of partners that are partners themselves, C_i = 2 t_i / (k_i (k_i - 1)), 0..1; NaN below two partners.
 * D. J. Watts, S. H. Strogatz (1998), Collective dynamics of 'small-world' networks. Nature 393:440-442.
 */
export function localClustering(graph: Graph, triangles: Float64Array): Float64Array {
  return Float64Array.from(triangles, (t, u) => {
    const k = degree(graph, u)
    return k < 2 ? Number.NaN : (2 * t) / (k * (k - 1))
  })
}

/**
 * Share of connected triples that are closed: 3 × triangles / triples, 0..1; 0 where there is no triple.
 * M. E. J. Newman, S. H. Strogatz, D. J. Watts (2001), Random graphs with arbitrary degree distributions. PRE 64:026118.
 */
export function transitivity(graph: Graph, triangles: Float64Array): number {
  let closed = 0
  let triples = 0
  for (let u = 0; u < graph.nodeCount; u++) {
    const k = degree(graph, u)
    closed += triangles[u]!
    triples += (k * (k - 1)) / 2
  }
  return triples === 0 ? 0 : closed / triples
}

/**
 * Share of ordered two-paths i → j → k (i ≠ k) that the arc i → k closes, 0..1; 0 where there is no two-path.
 * P. W. Holland, S. Leinhardt (1971), Transitivity in structural models of small groups. CGS 2:107-124.
 */
export function weakTransitivity({ nodeCount, out }: Graph): number {
  const isPartner = new Uint8Array(nodeCount)
  let paths = 0
  let closed = 0
  for (let i = 0; i < nodeCount; i++) {
    for (let a = out.offsets[i]!; a < out.offsets[i + 1]!; a++) isPartner[out.neighbors[a]!] = 1
    for (let a = out.offsets[i]!; a < out.offsets[i + 1]!; a++) {
      const j = out.neighbors[a]!
      for (let b = out.offsets[j]!; b < out.offsets[j + 1]!; b++) {
        const k = out.neighbors[b]!
        if (k === i) continue
        paths++
        closed += isPartner[k]!
      }
    }
    for (let a = out.offsets[i]!; a < out.offsets[i + 1]!; a++) isPartner[out.neighbors[a]!] = 0
  }
  return paths === 0 ? 0 : closed / paths
}

/**
 * Closure weighted by the actor's own ties: C_i = 1/(s_i (k_i - 1)) Σ (w_ij + w_ih)/2 over ordered pairs of adjacent
 * partners j, h. 0..1, equal to local clustering when strengths are equal; NaN below two partners.
 * A. Barrat, M. Barthélemy, R. Pastor-Satorras, A. Vespignani (2004), PNAS 101:3747-3752, eq. 5.
 */
export function barratClustering(graph: Graph): Float64Array {
  const weight = graph.weights ?? new Float64Array(graph.edgeCount).fill(1)
  const around = new Float64Array(graph.nodeCount)
  forEachTriangle(graph, (u, v, w, uv, uw, vw) => {
    around[u]! += weight[uv]! + weight[uw]!
    around[v]! += weight[uv]! + weight[vw]!
    around[w]! += weight[uw]! + weight[vw]!
  })
  const strength = new Float64Array(graph.nodeCount)
  for (let e = 0; e < graph.edgeCount; e++) {
    strength[graph.sources[e]!]! += weight[e]!
    strength[graph.targets[e]!]! += weight[e]!
  }
  return around.map((sum, u) => {
    const k = degree(graph, u)
    // Where all partners are tied, the two sums are one in another order.
    return k < 2 ? Number.NaN : Math.min(1, sum / (strength[u]! * (k - 1)))
  })
}

/**
 * Closure by the intensity of triangles: mean over pairs of partners of (w_ij w_ih w_jh)^(1/3), strengths divided by
 * `scale`. 0..1 when no strength passes the scale; 0 below two partners, as NetworkX prints.
 * J.-P. Onnela, J. Saramäki, J. Kertész, K. Kaski (2005), Intensity and coherence of motifs. PRE 71:065103.
 */
export function onnelaClustering(graph: Graph, scale: number): Float64Array {
  const weight = graph.weights ?? new Float64Array(graph.edgeCount).fill(1)
  const intensity = new Float64Array(graph.nodeCount)
  forEachTriangle(graph, (u, v, w, uv, uw, vw) => {
    const geometricMean = Math.cbrt(weight[uv]! * weight[uw]! * weight[vw]!) / scale
    intensity[u]! += geometricMean
    intensity[v]! += geometricMean
    intensity[w]! += geometricMean
  })
  return intensity.map((sum, u) => {
    const k = degree(graph, u)
    return k < 2 ? 0 : (2 * sum) / (k * (k - 1))
  })
}

/** Triangles of the support, unweighted: closure and structural holes share the pass. Strengths in it count declarations, 1 or 2. */
export const countedTriangles = (analysis: Analysis) => triangleSums(analysis.once(declaredTies))

/** U with each tie counted once per direction declared: z is 1 or 2, always 1 on an undirected graph. */
export const declaredTies = (analysis: Analysis) => summedSupport(unweighted(analysis.graph))

const clustering = (analysis: Analysis) => localClustering(analysis.support, analysis.once(countedTriangles).atNode)

const degree = ({ out }: Graph, u: number) => out.offsets[u + 1]! - out.offsets[u]!

function meanOf(values: Iterable<number>): number | null {
  let sum = 0
  let count = 0
  for (const value of values) {
    if (Number.isNaN(value)) continue
    sum += value
    count++
  }
  return count === 0 ? null : sum / count
}

const zeroIfUndefined = (value: number) => (Number.isNaN(value) ? 0 : value)

const byTriangles = { family: 'closure', complexity: 'm^1.5', cost: 'instant' } as const

const wattsStrogatz = 'Watts & Strogatz 1998, Nature 393:440'

export const closureMeasures: readonly Measure[] = [
  {
    ...byTriangles,
    id: 'triangles',
    scope: 'node',
    needs: {},
    range: '0..(n-1)(n-2)/2',
    convention: 'Triangles of the undirected support that the actor belongs to.',
    source: 'Holland & Leinhardt 1971, Comparative Group Studies 2:107',
    compute: (analysis) => ({ scope: 'node', values: analysis.once(countedTriangles).atNode }),
  },
  {
    ...byTriangles,
    id: 'clustering.local',
    scope: 'node',
    needs: {},
    range: '0..1',
    convention: 'On the undirected support, unweighted; undefined below two partners.',
    source: wattsStrogatz,
    compute: (analysis) => ({ scope: 'node', values: analysis.once(clustering) }),
  },
  {
    ...byTriangles,
    id: 'clustering.localZero',
    scope: 'node',
    needs: {},
    range: '0..1',
    convention: 'As clustering.local, with 0 below two partners (NetworkX).',
    source: wattsStrogatz,
    compute: (analysis) => ({ scope: 'node', values: analysis.once(clustering).map(zeroIfUndefined) }),
  },
  {
    ...byTriangles,
    id: 'clustering.avgDefined',
    scope: 'graph',
    needs: {},
    range: '0..1',
    convention: 'Mean local clustering over actors with at least two partners (igraph, UCINET); undefined without any.',
    source: wattsStrogatz,
    compute: (analysis) => ({ scope: 'graph', values: meanOf(analysis.once(clustering)) }),
  },
  {
    ...byTriangles,
    id: 'clustering.avgZero',
    scope: 'graph',
    needs: {},
    range: '0..1',
    convention: 'Mean local clustering over all actors, 0 below two partners (NetworkX): pendants pull it down.',
    source: wattsStrogatz,
    compute: (analysis) => ({ scope: 'graph', values: meanOf(analysis.once(clustering).map(zeroIfUndefined)) }),
  },
  {
    ...byTriangles,
    id: 'transitivity',
    scope: 'graph',
    needs: {},
    range: '0..1',
    convention: 'On the undirected support; 0 where there is no two-path (NetworkX; sna prints 1).',
    source: 'Newman, Strogatz & Watts 2001, Phys. Rev. E 64:026118',
    compute: (analysis) => ({
      scope: 'graph',
      values: transitivity(analysis.support, analysis.once(countedTriangles).atNode),
    }),
  },
  {
    ...byTriangles,
    id: 'transitivity.directed.weak',
    scope: 'graph',
    needs: { directed: true },
    range: '0..1',
    convention: 'Share of two-paths i → j → k, i ≠ k, that an arc i → k closes (sna gtrans); 0 where there is none.',
    source: 'Holland & Leinhardt 1971, Comparative Group Studies 2:107',
    complexity: 'Σ k_in k_out',
    compute: (analysis) => ({ scope: 'graph', values: weakTransitivity(analysis.graph) }),
  },
  {
    ...byTriangles,
    id: 'clustering.barrat',
    scope: 'node',
    needs: { weights: true },
    range: '0..1',
    convention:
      'On the undirected support with the larger strength; weighs the actor’s own ties only; undefined below two partners.',
    source: 'Barrat et al. 2004, PNAS 101:3747',
    compute: (analysis) => ({ scope: 'node', values: barratClustering(analysis.support) }),
  },
  {
    ...byTriangles,
    id: 'clustering.onnela',
    scope: 'node',
    needs: { weights: true },
    range: '0..1',
    convention:
      'On the undirected support with the larger strength, divided by the largest of this network, so not comparable between waves; 0 below two partners.',
    source: 'Onnela et al. 2005, Phys. Rev. E 71:065103',
    compute: ({ support }) => ({ scope: 'node', values: onnelaClustering(support, largest(support.weights)) }),
  },
]

/** 1 when there is nothing to compare with. */
function largest(weights: Float64Array | null): number {
  return weights ? weights.reduce((most, weight) => Math.max(most, weight), 0) || 1 : 1
}
