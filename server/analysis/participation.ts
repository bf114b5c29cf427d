import { type Graph, unweighted } from '../network/graph.ts'
import type { Analysis, Measure, Partition } from './measure.ts'

/**
 * How evenly an actor's ties spread over the groups: P_i = 1 - Σ_g (k_ig / k_i)², 0..1 - 1/G, over partners of known
 * group; NaN without any.
 * R. Guimerà, L. A. N. Amaral (2005), Functional cartography of complex metabolic networks. Nature 433:895-900.
 */
export function participation(graph: Graph, { names, groupOf }: Partition): Float64Array {
  const { nodeCount, out, weights } = graph
  const toGroup = new Float64Array(names.length)
  return Float64Array.from({ length: nodeCount }, (_, u) => {
    toGroup.fill(0)
    let total = 0
    for (let slot = out.offsets[u]!; slot < out.offsets[u + 1]!; slot++) {
      const group = groupOf[out.neighbors[slot]!]!
      if (group < 0) continue
      const weight = weights ? weights[out.edges[slot]!]! : 1
      toGroup[group]! += weight
      total += weight
    }
    return total === 0 ? Number.NaN : toGroup.reduce((rest, part) => rest - (part / total) ** 2, 1)
  })
}

/**
 * How much better tied an actor is inside its own group than the others of it: (k_i,own - mean) / population standard
 * deviation over the group; 0 where all are equally tied, NaN for actors of no known group. Within ±√(n_g - 1).
 * Guimerà & Amaral 2005.
 */
export function withinModuleZ(graph: Graph, { names, groupOf }: Partition): Float64Array {
  const { nodeCount, out, weights } = graph
  const own = new Float64Array(nodeCount)
  const size = new Float64Array(names.length)
  const mean = new Float64Array(names.length)
  const spread = new Float64Array(names.length)
  for (let u = 0; u < nodeCount; u++) {
    const group = groupOf[u]!
    if (group < 0) continue
    for (let slot = out.offsets[u]!; slot < out.offsets[u + 1]!; slot++) {
      if (groupOf[out.neighbors[slot]!] === group) own[u]! += weights ? weights[out.edges[slot]!]! : 1
    }
    size[group]!++
    mean[group]! += own[u]!
  }
  for (let g = 0; g < names.length; g++) mean[g]! /= size[g]!
  for (let u = 0; u < nodeCount; u++) {
    const group = groupOf[u]!
    if (group >= 0) spread[group]! += (own[u]! - mean[group]!) ** 2 / size[group]!
  }
  return own.map((k, u) => {
    const group = groupOf[u]!
    if (group < 0) return Number.NaN
    const deviation = Math.sqrt(spread[group]!)
    // Equal strengths may miss their mean by a rounding.
    return deviation <= 1e-12 * mean[group]! ? 0 : (k - mean[group]!) / deviation
  })
}

const counted = ({ support }: Analysis): Graph => unweighted(support)
const strongest = (analysis: Analysis): Graph => (analysis.graph.weights ? analysis.summedSupport : counted(analysis))

const cartography = {
  family: 'groups',
  scope: 'node',
  needs: { partition: true },
  source: 'Guimerà & Amaral 2005, Nature 433:895',
  cost: 'instant',
} as const

const spread = { ...cartography, range: '0..1-1/G', complexity: 'm + n G' } as const
const standing = { ...cartography, range: '±√(n_g - 1)', complexity: 'm' } as const
const byStrength = 'By strength, both directions added, when ties have one; by distinct partner otherwise'

export const participationMeasures: readonly Measure[] = [
  {
    ...spread,
    id: 'participation',
    convention: `${byStrength}; undefined for isolates.`,
    compute: (analysis) => ({ scope: 'node', values: participation(strongest(analysis), analysis.subject.partition!) }),
  },
  {
    ...spread,
    id: 'participation.unweighted',
    needs: { partition: true, weights: true },
    convention: 'By distinct partner of the undirected support; undefined for isolates.',
    compute: (analysis) => ({ scope: 'node', values: participation(counted(analysis), analysis.subject.partition!) }),
  },
  {
    ...standing,
    id: 'withinModuleZ',
    convention: `${byStrength}; population standard deviation; 0 when all of the group are equal.`,
    compute: (analysis) => ({ scope: 'node', values: withinModuleZ(strongest(analysis), analysis.subject.partition!) }),
  },
  {
    ...standing,
    id: 'withinModuleZ.unweighted',
    needs: { partition: true, weights: true },
    convention: 'By distinct partner; population standard deviation; 0 when all of the group are equal.',
    compute: (analysis) => ({ scope: 'node', values: withinModuleZ(counted(analysis), analysis.subject.partition!) }),
  },
]
