import type { Random } from '../../analysis/random.ts'
import { addOneP } from './p-value.ts'

/** Actors of one stratum: the values of all of them, and how many have the label. */
export interface Stratum {
  readonly values: readonly number[]
  readonly labelled: number
}

export interface LabelTest {
  /** Mean of the labelled, over all ways to label. */
  readonly expected: number
  readonly p: number
  /** Ways to label, up to `mostListed`; Infinity beyond. */
  readonly labelings: number
  /** 0 where every way was listed. */
  readonly draws: number
}

/** Up to this many ways to label all are listed. */
const mostListed = 20_000
/** Sums that differ by less are equal. */
const epsilon = 1e-9

/**
 * Whether the labelled have smaller values than the same labels dealt anew within each stratum would give: the share of labelings whose sum is at
 * most the observed one, exact where few, else of so many dealt, stopping at the twentieth. R. Fisher (1935), The Design of Experiments.
 *
 * @param observed sum of the values of the labelled
 */
export function labelTest(strata: readonly Stratum[], observed: number, draws: number, random: Random): LabelTest {
  const drawn = strata.filter(({ labelled }) => labelled > 0)
  const count = drawn.reduce((sum, { labelled }) => sum + labelled, 0)
  const expected = drawn.reduce((sum, { values, labelled }) => sum + labelled * meanOf(values), 0) / count
  const ways = drawn.reduce((product, { values, labelled }) => product * choose(values.length, labelled), 1)
  if (ways <= mostListed) {
    const sums = drawn.reduce<number[]>(
      (all, stratum) => {
        const own = sumsOf(stratum)
        return all.flatMap((sum) => own.map((more) => sum + more))
      },
      [0],
    )
    const few = sums.filter((sum) => sum <= observed + epsilon).length
    return { expected, p: few / sums.length, labelings: sums.length, draws: 0 }
  }
  const pools = drawn.map(({ values, labelled }) => ({ pool: Float64Array.from(values), labelled }))
  let exceedances = 0
  for (let draw = 1; draw <= draws; draw++) {
    let sum = 0
    for (const { pool, labelled } of pools) sum += dealt(pool, labelled, random)
    if (sum > observed + epsilon) continue
    exceedances++
    if (exceedances === stopAfter) return { expected, p: exceedances / draw, labelings: Infinity, draws: draw }
  }
  return { expected, p: addOneP(exceedances, draws), labelings: Infinity, draws }
}

const stopAfter = 20

/** Sum of `count` of the pool, drawn without replacement; the pool is shuffled. */
function dealt(pool: Float64Array, count: number, random: Random): number {
  let sum = 0
  for (let i = 0; i < count; i++) {
    const j = i + Math.floor(random() * (pool.length - i))
    const value = pool[j]!
    pool[j] = pool[i]!
    pool[i] = value
    sum += value
  }
  return sum
}

/** The sum of every subset of so many values. */
function sumsOf({ values, labelled }: Stratum): number[] {
  const sums: number[] = []
  const extend = (from: number, left: number, sum: number) => {
    if (left === 0) {
      sums.push(sum)
      return
    }
    for (let i = from; i <= values.length - left; i++) extend(i + 1, left - 1, sum + values[i]!)
  }
  extend(0, labelled, 0)
  return sums
}

function choose(n: number, k: number): number {
  let ways = 1
  for (let i = 1; i <= Math.min(k, n - k); i++) ways = (ways * (n - Math.min(k, n - k) + i)) / i
  return ways
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
