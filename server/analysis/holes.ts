import type { Graph } from '../network/graph.ts'
import { countedTriangles, declaredTies } from './closure.ts'
import type { Analysis, Measure } from './measure.ts'
import { type TriangleSums, triangleSums } from './triangles.ts'

/**
 * Burt's structural holes of every actor; NaN for isolates.
 *
 * With z the tie weights, p_ij = z_ij / Σ_k z_ik, m_jq = z_jq / max_k z_jk:
 * - constraint C_i = Σ_j c_ij, c_ij = (p_ij + Σ_q p_iq p_qj)². From 1/k; not bounded by 1 (9/8 in a triangle).
 * - effective size ES_i = Σ_j [1 - Σ_q p_iq m_jq], 1..k; k - 2t/k without weights.
 * - efficiency ES_i / k, k the number of distinct partners.
 * - hierarchy Σ_j r_j ln r_j / (k ln k), r_j = c_ij / (C_i / k), the Coleman-Theil disorder of the c_ij, 0..1; 1 for a
 *   single partner, by Burt's convention.
 *
 * R. S. Burt (1992), Structural Holes, Harvard University Press, p. 50-71;
 * S. P. Borgatti (1997), Structural holes: unpacking Burt's redundancy measures. Connections 20:35-38.
 */
export interface StructuralHoles {
  readonly constraint: Float64Array
  readonly effectiveSize: Float64Array
  readonly efficiency: Float64Array
  readonly hierarchy: Float64Array
}

/**
 * Whole-network model: a partner's ties to third parties count in its p_qj.
 *
 * `graph` is undirected and weighs ties by z (1 when it has no weights); `sums` are its triangle sums. Since
 * Σ_q p_iq p_qj = Σ_q z_iq z_qj / s_q / s_i, the inner sum belongs to the tie and both its ends share it.
 */
export function structuralHoles(graph: Graph, sums: TriangleSums): StructuralHoles {
  const { nodeCount, out, weights } = graph
  const holes = undefinedHoles(nodeCount)
  const strongest = strongestTies(graph)
  for (let i = 0; i < nodeCount; i++) {
    const start = out.offsets[i]!
    const end = out.offsets[i + 1]!
    const k = end - start
    if (k === 0) continue
    const strength = sums.strength[i]!
    let constraint = 0
    let disorder = 0
    let redundancy = 0
    for (let slot = start; slot < end; slot++) {
      const e = out.edges[slot]!
      const c = square(((weights ? weights[e]! : 1) + sums.indirect[e]!) / strength)
      constraint += c
      disorder += c * Math.log(c)
      redundancy += sums.joint[e]! / (strength * strongest[out.neighbors[slot]!]!)
    }
    holes.constraint[i] = constraint
    holes.effectiveSize[i] = k - redundancy
    holes.efficiency[i] = (k - redundancy) / k
    // Σ r ln r = k (Σ c ln c / C + ln k - ln C), since r = c k / C and Σ c = C; rounding may pass below 0.
    holes.hierarchy[i] = k === 1 ? 1 : Math.max(0, 1 + (disorder / constraint - Math.log(constraint)) / Math.log(k))
  }
  return holes
}

/**
 * Ego-network model: the same formulas inside the network of the actor and its partners, as when each actor was asked
 * about its own partners only (UCINET's option 1). O(Σ_i Σ_j∈N(i) k_j), by marking.
 */
export function egoStructuralHoles(graph: Graph): Pick<StructuralHoles, 'constraint' | 'effectiveSize'> {
  const { nodeCount, out } = graph
  const { constraint, effectiveSize } = undefinedHoles(nodeCount)
  const z = graph.weights ?? new Float64Array(graph.edgeCount).fill(1)
  const toEgo = new Float64Array(nodeCount)
  const total = new Float64Array(nodeCount)
  const strongest = new Float64Array(nodeCount)
  for (let i = 0; i < nodeCount; i++) {
    const start = out.offsets[i]!
    const end = out.offsets[i + 1]!
    if (start === end) continue
    let strength = 0
    for (let slot = start; slot < end; slot++) {
      toEgo[out.neighbors[slot]!] = z[out.edges[slot]!]!
      strength += z[out.edges[slot]!]!
    }
    for (let slot = start; slot < end; slot++) {
      const q = out.neighbors[slot]!
      total[q] = strongest[q] = toEgo[q]!
      for (let a = out.offsets[q]!; a < out.offsets[q + 1]!; a++) {
        if (toEgo[out.neighbors[a]!]! === 0) continue
        total[q]! += z[out.edges[a]!]!
        strongest[q] = Math.max(strongest[q]!, z[out.edges[a]!]!)
      }
    }
    constraint[i] = 0
    effectiveSize[i] = end - start
    for (let slot = start; slot < end; slot++) {
      const j = out.neighbors[slot]!
      let indirect = 0
      let joint = 0
      for (let a = out.offsets[j]!; a < out.offsets[j + 1]!; a++) {
        const q = out.neighbors[a]!
        if (toEgo[q]! === 0) continue
        const through = toEgo[q]! * z[out.edges[a]!]!
        indirect += through / total[q]!
        joint += through
      }
      constraint[i]! += square((toEgo[j]! + indirect) / strength)
      effectiveSize[i]! -= joint / (strength * strongest[j]!)
    }
    for (let slot = start; slot < end; slot++) toEgo[out.neighbors[slot]!] = 0
  }
  return { constraint, effectiveSize }
}

function undefinedHoles(nodeCount: number): StructuralHoles {
  const column = () => new Float64Array(nodeCount).fill(Number.NaN)
  return { constraint: column(), effectiveSize: column(), efficiency: column(), hierarchy: column() }
}

function strongestTies({ nodeCount, edgeCount, sources, targets, weights }: Graph): Float64Array {
  const strongest = new Float64Array(nodeCount)
  for (let e = 0; e < edgeCount; e++) {
    const z = weights ? weights[e]! : 1
    if (z > strongest[sources[e]!]!) strongest[sources[e]!] = z
    if (z > strongest[targets[e]!]!) strongest[targets[e]!] = z
  }
  return strongest
}

const square = (x: number) => x * x

const counted = (analysis: Analysis) => structuralHoles(analysis.once(declaredTies), analysis.once(countedTriangles))

const weighted = ({ summedSupport: z }: Analysis) => structuralHoles(z, triangleSums(z))

const ego = (analysis: Analysis) => egoStructuralHoles(analysis.once(declaredTies))

const burt = {
  family: 'holes',
  scope: 'node',
  complexity: 'm^1.5',
  cost: 'instant',
  source: 'Burt 1992, p. 50-71',
} as const

const bothWays = 'z_ij = w_ij + w_ji; whole-network model; undefined for isolates.'

export const holesMeasures: readonly Measure[] = [
  {
    ...burt,
    id: 'burt.constraint',
    needs: {},
    range: '≥ 1/k',
    convention: 'Ties counted 1 in each direction declared; whole-network model; undefined for isolates; may pass 1.',
    compute: (analysis) => ({ scope: 'node', values: analysis.once(counted).constraint }),
  },
  {
    ...burt,
    id: 'burt.effectiveSize',
    needs: {},
    range: '1..k',
    convention: 'Ties counted 1 in each direction declared; whole-network model; undefined for isolates.',
    compute: (analysis) => ({ scope: 'node', values: analysis.once(counted).effectiveSize }),
  },
  {
    ...burt,
    id: 'burt.efficiency',
    needs: {},
    range: '1/k..1',
    convention: 'Effective size over the number of distinct partners; undefined for isolates.',
    compute: (analysis) => ({ scope: 'node', values: analysis.once(counted).efficiency }),
  },
  {
    ...burt,
    id: 'burt.hierarchy',
    needs: {},
    range: '0..1',
    convention: 'Ties counted 1 in each direction declared; 1 for a single partner; undefined for isolates.',
    compute: (analysis) => ({ scope: 'node', values: analysis.once(counted).hierarchy }),
  },
  {
    ...burt,
    id: 'burt.constraint.egoModel',
    needs: {},
    range: '≥ 1/k',
    convention:
      'Ties outside the actor’s own network ignored, as in ego surveys (UCINET option 1); undefined for isolates.',
    complexity: 'Σ_i Σ_j∈N(i) k_j',
    compute: (analysis) => ({ scope: 'node', values: analysis.once(ego).constraint }),
  },
  {
    ...burt,
    id: 'burt.effectiveSize.egoModel',
    needs: {},
    range: '1..k',
    convention:
      'Ties outside the actor’s own network ignored, as in ego surveys (UCINET option 1); undefined for isolates.',
    complexity: 'Σ_i Σ_j∈N(i) k_j',
    compute: (analysis) => ({ scope: 'node', values: analysis.once(ego).effectiveSize }),
  },
  {
    ...burt,
    id: 'burt.constraint.weighted',
    needs: { weights: true },
    range: '≥ 1/k',
    convention: `${bothWays} May pass 1.`,
    compute: (analysis) => ({ scope: 'node', values: analysis.once(weighted).constraint }),
  },
  {
    ...burt,
    id: 'burt.effectiveSize.weighted',
    needs: { weights: true },
    range: '1..k',
    convention: bothWays,
    compute: (analysis) => ({ scope: 'node', values: analysis.once(weighted).effectiveSize }),
  },
  {
    ...burt,
    id: 'burt.efficiency.weighted',
    needs: { weights: true },
    range: '1/k..1',
    convention: `${bothWays} Over the number of distinct partners.`,
    compute: (analysis) => ({ scope: 'node', values: analysis.once(weighted).efficiency }),
  },
  {
    ...burt,
    id: 'burt.hierarchy.weighted',
    needs: { weights: true },
    range: '0..1',
    convention: `${bothWays} 1 for a single partner.`,
    compute: (analysis) => ({ scope: 'node', values: analysis.once(weighted).hierarchy }),
  },
]
