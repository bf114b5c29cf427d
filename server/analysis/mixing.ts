import type { Graph } from '../network/graph.ts'
import type { Measure, Partition } from './measure.ts'

/**
 * Ends of ties by group: row the group they leave, column the group they reach. A tie of an undirected graph counts in
 * both directions, so twice on the diagonal. Ties of actors of no known group are left out.
 */
export function mixingMatrix(
  { directed, edgeCount, sources, targets }: Graph,
  { names, groupOf }: Partition,
): number[][] {
  const counts = names.map(() => names.map(() => 0))
  for (let e = 0; e < edgeCount; e++) {
    const g = groupOf[sources[e]!]!
    const h = groupOf[targets[e]!]!
    if (g < 0 || h < 0) continue
    counts[g]![h]!++
    if (!directed) counts[h]![g]!++
  }
  return counts
}

/**
 * Whether ties join actors of the same group more than the groups' shares of ends imply, by the counts c of a mixing
 * matrix: r = (Σ e_ii - Σ a_i b_i) / (1 - Σ a_i b_i), e = c / Σ c. 1 all inside, 0 indifferent; null without ties or
 * when one group has them all.
 * M. E. J. Newman (2003), Mixing patterns in networks. PRE 67:026126.
 */
export function nominalAssortativity(counts: readonly (readonly number[])[]): number | null {
  let total = 0
  let inside = 0
  const leaving = counts.map(() => 0)
  const reaching = counts.map(() => 0)
  for (const [g, row] of counts.entries()) {
    inside += row[g]!
    for (const [h, count] of row.entries()) {
      total += count
      leaving[g]! += count
      reaching[h]! += count
    }
  }
  // In whole numbers, e times total: a denominator of zero is exactly zero.
  const implied = leaving.reduce((sum, count, g) => sum + count * reaching[g]!, 0)
  const room = total * total - implied
  return room === 0 ? null : (total * inside - implied) / room
}

const byGroup = {
  family: 'groups',
  scope: 'graph',
  needs: { partition: true },
  complexity: 'm + G²',
  cost: 'instant',
  source: 'Newman 2003, Phys. Rev. E 67:026126',
} as const

export const mixingMeasures: readonly Measure[] = [
  {
    ...byGroup,
    id: 'mixingMatrix',
    range: 'counts',
    convention: 'Arcs from row group to column group; an undirected tie counts in both directions.',
    compute: ({ graph, subject }) => {
      const partition = subject.partition!
      return { scope: 'graph', values: { groups: partition.names, counts: mixingMatrix(graph, partition) } }
    },
  },
  {
    ...byGroup,
    id: 'assortativity.nominal',
    range: '-1..1',
    convention: 'Along arcs when directed; undefined when all ends are of one group.',
    compute: ({ graph, subject }) => ({
      scope: 'graph',
      values: nominalAssortativity(mixingMatrix(graph, subject.partition!)),
    }),
  },
]
