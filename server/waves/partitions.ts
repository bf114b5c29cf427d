/** How far two divisions of the same nodes agree. */
export interface PartitionAgreement {
  /** contingency[x][y]: nodes in set x of the first and y of the second. */
  readonly contingency: readonly (readonly number[])[]
  /** Entropies and mutual information, nats. */
  readonly entropies: readonly [number, number]
  readonly mutualInformation: number
  /** Over the mean of the entropies, 0..1; 1 where neither divides. High with many small sets: not for sentences. */
  readonly nmi: number
  /** Variation of information in nats, and over ln n, 0..1; the latter null below two nodes. M. Meilă (2007), Journal of Multivariate Analysis 98:873-895. */
  readonly variation: number
  readonly variationShare: number | null
  /** Share of pairs of nodes on which they agree, and the same beyond chance (1 the same, 0 as by chance). L. Hubert, P. Arabie (1985), Journal of Classification 2:193-218. Null below two nodes. */
  readonly rand: number | null
  readonly adjustedRand: number | null
}

/** @param x a set per node, from 0; `y` likewise */
export function partitionAgreement(x: ArrayLike<number>, y: ArrayLike<number>): PartitionAgreement {
  if (x.length !== y.length) throw new RangeError('two divisions of other nodes')
  const n = x.length
  const [rows, columns] = [setCount(x), setCount(y)]
  const contingency = Array.from({ length: rows }, () => new Array<number>(columns).fill(0))
  for (let u = 0; u < n; u++) contingency[x[u]!]![y[u]!]!++
  const rowSums = contingency.map(sum)
  const columnSums = Array.from({ length: columns }, (_, j) => sum(contingency.map((row) => row[j]!)))
  const entropies = [entropy(rowSums, n), entropy(columnSums, n)] as const
  const joint = entropy(contingency.flat(), n)
  const mutualInformation = Math.max(0, entropies[0] + entropies[1] - joint)
  const halves = (entropies[0] + entropies[1]) / 2
  const variation = Math.max(0, 2 * joint - entropies[0] - entropies[1])
  const pairs = (count: number) => (count * (count - 1)) / 2
  const together = sum(contingency.flat().map(pairs))
  const [inX, inY, all] = [sum(rowSums.map(pairs)), sum(columnSums.map(pairs)), pairs(n)]
  const expected = (inX * inY) / all
  const most = (inX + inY) / 2
  return {
    contingency,
    entropies,
    mutualInformation,
    nmi: halves === 0 ? 1 : mutualInformation / halves,
    variation,
    variationShare: n < 2 ? null : variation / Math.log(n),
    rand: n < 2 ? null : (all + 2 * together - inX - inY) / all,
    adjustedRand: n < 2 ? null : most === expected ? 1 : (together - expected) / (most - expected),
  }
}

function setCount(labels: ArrayLike<number>): number {
  let most = -1
  for (let u = 0; u < labels.length; u++) most = Math.max(most, labels[u]!)
  return most + 1
}

function entropy(counts: readonly number[], n: number): number {
  return counts.reduce((total, count) => (count === 0 ? total : total - (count / n) * Math.log(count / n)), 0)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
