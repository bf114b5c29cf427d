import { type Graph, unweighted } from '../network/graph.ts'
import type { Measure, Partition } from './measure.ts'

/**
 * Variety of the groups among an actor's partners, p_c being the share of group c out of K possible ones:
 * - blau 1 - Σ p², the chance that two ties drawn with return reach different groups, 0..1 - 1/K;
 * - iqv, blau over its maximum, 0..1 (Agresti & Agresti 1978);
 * - shannon -Σ p ln p, 0..ln K, and shannonNorm over ln K, 0..1;
 * - richness, the number of groups met, 0..K.
 * NaN for an actor without partners of known group, whose richness is 0.
 * P. M. Blau (1977), Inequality and Heterogeneity; D. A. Harrison, K. J. Klein (2007), AMR 32:1199-1228.
 */
export interface AlterDiversity {
  readonly blau: Float64Array
  readonly shannon: Float64Array
  readonly iqv: Float64Array
  readonly richness: Float64Array
  readonly shannonNorm: Float64Array
}

/** Ties count their weight, 1 when there is none. K is the number of names in the partition, met or not. */
export function alterDiversity(graph: Graph, partition: Partition): AlterDiversity {
  const K = partition.names.length
  const column = () => new Float64Array(graph.nodeCount).fill(Number.NaN)
  const [blau, shannon, iqv, richness, shannonNorm] = [column(), column(), column(), column(), column()]
  forEachAlterCount(graph, partition, (u, counts, total) => {
    richness[u] = counts.reduce((met, count) => met + (count > 0 ? 1 : 0), 0)
    if (total === 0) return
    const entropy = counts.reduce(
      (sum, count) => (count > 0 ? sum - (count / total) * Math.log(count / total) : sum),
      0,
    )
    const differing = counts.reduce((rest, count) => rest - (count / total) ** 2, 1)
    blau[u] = differing
    shannon[u] = entropy
    // One possible group only: 0/0, undefined.
    iqv[u] = (differing * K) / (K - 1)
    shannonNorm[u] = entropy / Math.log(K)
  })
  return { blau, shannon, iqv, richness, shannonNorm }
}

/**
 * Chance that two different partners are of different groups, 1 - Σ k_c (k_c - 1) / (k (k - 1)), 0..1: the only of the
 * indices whose mean does not depend on how many partners actors have. NaN below two.
 */
export function unbiasedBlau(graph: Graph, partition: Partition): Float64Array {
  const values = new Float64Array(graph.nodeCount).fill(Number.NaN)
  forEachAlterCount(unweighted(graph), partition, (u, counts, k) => {
    if (k >= 2) values[u] = counts.reduce((rest, count) => rest - (count * (count - 1)) / (k * (k - 1)), 1)
  })
  return values
}

/**
 * Effective numbers of groups, 1..K: as many equally frequent groups give the same diversity. `q1` is exp of Shannon's,
 * `q2` is 1 / Σ p². M. O. Hill (1973), Diversity and evenness. Ecology 54:427-432.
 */
export function effectiveGroups({ shannon, blau }: AlterDiversity): { q1: Float64Array; q2: Float64Array } {
  return { q1: shannon.map(Math.exp), q2: blau.map((differing) => 1 / (1 - differing)) }
}

function forEachAlterCount(
  { nodeCount, out, weights }: Graph,
  { names, groupOf }: Partition,
  visit: (u: number, counts: Float64Array, total: number) => void,
): void {
  const counts = new Float64Array(names.length)
  for (let u = 0; u < nodeCount; u++) {
    counts.fill(0)
    let total = 0
    for (let slot = out.offsets[u]!; slot < out.offsets[u + 1]!; slot++) {
      const group = groupOf[out.neighbors[slot]!]!
      if (group < 0) continue
      const weight = weights ? weights[out.edges[slot]!]! : 1
      counts[group]! += weight
      total += weight
    }
    visit(u, counts, total)
  }
}

const variety = {
  family: 'groups',
  scope: 'node',
  needs: { partition: true },
  complexity: 'm + n G',
  cost: 'instant',
} as const

export const diversityMeasures: readonly Measure[] = [
  {
    ...variety,
    id: 'alterDiversity',
    range: 'blau 0..1-1/K, iqv and shannonNorm 0..1, shannon 0..ln K, richness 0..K',
    convention:
      'Over distinct partners; K counts every possible group, met or not; undefined for isolates, whose richness is 0. At most 1 - 1/k with k partners.',
    source: 'Blau 1977; Agresti & Agresti 1978; Harrison & Klein 2007',
    compute: ({ support, subject }) => ({
      scope: 'node',
      values: { ...alterDiversity(unweighted(support), subject.partition!) },
    }),
  },
  {
    ...variety,
    id: 'alterDiversity.weighted',
    needs: { partition: true, weights: true },
    range: 'blau 0..1-1/K, iqv and shannonNorm 0..1, shannon 0..ln K, richness 0..K',
    convention: 'Over strengths, both directions added; otherwise as alterDiversity.',
    source: 'Blau 1977; Agresti & Agresti 1978; Harrison & Klein 2007',
    compute: ({ summedSupport, subject }) => ({
      scope: 'node',
      values: { ...alterDiversity(summedSupport, subject.partition!) },
    }),
  },
  {
    ...variety,
    id: 'alterDiversity.effective',
    range: '1..K',
    convention:
      'Effective number of groups among distinct partners, Hill numbers of order 1 and 2; undefined for isolates.',
    source: 'Hill 1973, Ecology 54:427',
    compute: ({ support, subject }) => ({
      scope: 'node',
      values: effectiveGroups(alterDiversity(unweighted(support), subject.partition!)),
    }),
  },
  {
    ...variety,
    id: 'alterDiversity.unbiasedBlau',
    range: '0..1',
    convention: 'Over pairs of distinct partners, for averages across actors; undefined below two partners.',
    source: 'Blau 1977; Harrison & Klein 2007',
    compute: ({ support, subject }) => ({ scope: 'node', values: unbiasedBlau(support, subject.partition!) }),
  },
]
