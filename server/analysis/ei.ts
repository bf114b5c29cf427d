import { type Graph, unweighted } from '../network/graph.ts'
import type { Analysis, Measure, Partition } from './measure.ts'

/**
 * E-I index of each actor: (E - I) / (E + I) over ties to other groups (E) and to its own (I), -1 all inside to 1 all
 * outside. Ties count their weight, 1 when there is none. A tie to an actor of no known group is left out; NaN where
 * nothing is left.
 * D. Krackhardt, R. N. Stern (1988), Informal networks and organizational crises. Soc. Psych. Quarterly 51:123-140.
 */
export function nodeEi(graph: Graph, { groupOf }: Partition): Float64Array {
  const { nodeCount, out, weights } = graph
  return Float64Array.from({ length: nodeCount }, (_, u) => {
    if (groupOf[u]! < 0) return Number.NaN
    let external = 0
    let internal = 0
    for (let slot = out.offsets[u]!; slot < out.offsets[u + 1]!; slot++) {
      const group = groupOf[out.neighbors[slot]!]!
      const weight = weights ? weights[out.edges[slot]!]! : 1
      if (group === groupOf[u]) internal += weight
      else if (group >= 0) external += weight
    }
    return (external - internal) / (external + internal)
  })
}

/** Ties that leave each group and ties inside it, each tie once; only between actors of known groups. */
export function groupTies({ edgeCount, sources, targets }: Graph, { names, groupOf }: Partition) {
  const leaving = new Float64Array(names.length)
  const inside = new Float64Array(names.length)
  for (let e = 0; e < edgeCount; e++) {
    const g = groupOf[sources[e]!]!
    const h = groupOf[targets[e]!]!
    if (g < 0 || h < 0) continue
    if (g === h) {
      inside[g]!++
    } else {
      leaving[g]!++
      leaving[h]!++
    }
  }
  return { leaving, inside }
}

/** The index of a whole network beside what the sizes of its groups alone would give. */
export interface NetworkEi {
  /** Ties between groups. */
  readonly E: number
  /** Ties inside groups. */
  readonly I: number
  readonly network: number | null
  /** When the same number of actors per group are tied at random. */
  readonly expected: number | null
  readonly max: number | null
  readonly min: number | null
  /** From -1 at the smallest index these sizes and this many ties allow to 1 at the largest; null when they allow one only. */
  readonly rescaled: number | null
}

export function networkEi(graph: Graph, partition: Partition): NetworkEi {
  const { leaving, inside } = groupTies(graph, partition)
  const E = sum(leaving) / 2
  const I = sum(inside)
  const sizes = new Float64Array(partition.names.length)
  for (const group of partition.groupOf) if (group >= 0) sizes[group]!++
  const internalPairs = sum(sizes.map(pairs))
  const externalPairs = pairs(sum(sizes)) - internalPairs
  const ties = E + I
  const mostExternal = Math.min(ties, externalPairs)
  const leastExternal = ties - Math.min(ties, internalPairs)
  return {
    E,
    I,
    network: index(E, I),
    expected: index(externalPairs, internalPairs),
    max: index(mostExternal, ties - mostExternal),
    min: index(leastExternal, ties - leastExternal),
    rescaled: mostExternal > leastExternal ? (2 * (E - leastExternal)) / (mostExternal - leastExternal) - 1 : null,
  }
}

/**
 * Share of an actor's partners that are outside the territory, 0..1; NaN for actors that are outside themselves and for
 * isolates.
 */
export function openness({ nodeCount, out }: Graph, external: Uint8Array): Float64Array {
  return Float64Array.from({ length: nodeCount }, (_, u) => {
    if (external[u]) return Number.NaN
    let outside = 0
    for (let slot = out.offsets[u]!; slot < out.offsets[u + 1]!; slot++) outside += external[out.neighbors[slot]!]!
    return outside / (out.offsets[u + 1]! - out.offsets[u]!)
  })
}

const index = (external: number, internal: number): number | null =>
  external + internal === 0 ? null : (external - internal) / (external + internal)
const pairs = (n: number) => (n * (n - 1)) / 2
const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0)

function groupEi({ support, subject }: Analysis): Record<string, number | null> {
  const partition = subject.partition!
  const { leaving, inside } = groupTies(support, partition)
  return Object.fromEntries(partition.names.map((name, g) => [name, index(leaving[g]!, inside[g]!)]))
}

const byGroup = {
  family: 'groups',
  needs: { partition: true },
  range: '-1..1',
  source: 'Krackhardt & Stern 1988, Soc. Psych. Quarterly 51:123',
  complexity: 'm',
  cost: 'instant',
} as const

export const eiMeasures: readonly Measure[] = [
  {
    ...byGroup,
    id: 'ei.node',
    scope: 'node',
    convention:
      'Over distinct partners of the undirected support; undefined for isolates and actors of no known group.',
    compute: ({ support, subject }) => ({
      scope: 'node',
      values: nodeEi(unweighted(support), subject.partition!),
    }),
  },
  {
    ...byGroup,
    id: 'ei.node.weighted',
    scope: 'node',
    needs: { partition: true, weights: true },
    convention: 'Over strengths, both directions added; undefined for isolates and actors of no known group.',
    compute: ({ summedSupport, subject }) => ({ scope: 'node', values: nodeEi(summedSupport, subject.partition!) }),
  },
  {
    ...byGroup,
    id: 'ei.group',
    scope: 'group',
    convention:
      'Ties leaving the group against ties inside it, on the undirected support; undefined for a group without ties. Small groups must go out: read it beside the expected value.',
    compute: (analysis) => ({ scope: 'group', values: groupEi(analysis) }),
  },
  {
    ...byGroup,
    id: 'ei.network',
    scope: 'graph',
    convention:
      'Each tie of the undirected support once, with the value expected from group sizes and the smallest and largest possible; undefined without ties.',
    compute: ({ support, subject }) => ({ scope: 'graph', values: { ...networkEi(support, subject.partition!) } }),
  },
  {
    ...byGroup,
    id: 'openness.out',
    scope: 'node',
    needs: { external: true },
    range: '0..1',
    source: 'Callois & Schmitt 2009, Rev. Agric. Env. Studies 90:257',
    convention: 'Share of distinct partners outside the territory; undefined for actors outside it and for isolates.',
    compute: ({ support, subject }) => ({ scope: 'node', values: openness(support, subject.external!) }),
  },
]
