import type { Random } from '../../analysis/random.ts'
import { mean } from './interval.ts'

/** A square 0/1 matrix by rows; row u, column v: a tie or arc from u to v. */
export interface Matrix {
  readonly size: number
  readonly cells: Uint8Array
}

/**
 * Values of a statistic on networks whose actors were drawn with replacement: their standard deviation is the standard error of the statistic.
 *
 * Two copies of one actor have no dyad between them; a dyad drawn at random from the whole network stands in, both
 * directions together. Made for averages over dyads (density, block density): copies are structural twins at distance 2,
 * which distorts anything about distances.
 *
 * T. Snijders, S. Borgatti (1999), Non-parametric standard errors and tests for network statistics, Connections 22:161-170.
 */
export function vertexBootstrap(
  matrix: Matrix,
  statistic: (sample: Matrix) => number,
  draws: number,
  random: Random,
): Float64Array {
  const n = matrix.size
  const values = new Float64Array(draws)
  const sample: Matrix = { size: n, cells: new Uint8Array(n * n) }
  const drawn = new Int32Array(n)
  for (let b = 0; b < draws; b++) {
    for (let i = 0; i < n; i++) drawn[i] = Math.floor(random() * n)
    for (let i = 0; i < n; i++) {
      for (let j = i + 1; j < n; j++) {
        let u = drawn[i]!
        let v = drawn[j]!
        if (u === v) {
          u = Math.floor(random() * n)
          v = Math.floor(random() * (n - 1))
          if (v >= u) v++
        }
        sample.cells[i * n + j] = matrix.cells[u * n + v]!
        sample.cells[j * n + i] = matrix.cells[v * n + u]!
      }
    }
    values[b] = statistic(sample)
  }
  return values
}

/**
 * Standard error from the values of a statistic when one actor, or one of g equal parts of the actors, is left out at a time.
 *
 * Tukey's factor (g − 1)/g: right for networks of unequal actors, where the dyadic factor (n − 2)/2n that is also in use is too small. NaN of fewer than
 * two values. Q. Lin, R. Lunde, P. Sarkar (2020), On the theoretical properties of the network jackknife, ICML, PMLR 119:6105-6115.
 */
export function jackknifeError(leftOut: ArrayLike<number>): number {
  const g = leftOut.length
  if (g < 2) return Number.NaN
  const center = mean(leftOut)
  let sum = 0
  for (let i = 0; i < g; i++) sum += (leftOut[i]! - center) ** 2
  return Math.sqrt(((g - 1) / g) * sum)
}

/** `count` of the items, each subset equally likely; `items` is left as it is. */
export function sampleWithout(items: ArrayLike<number>, count: number, random: Random): Int32Array {
  const pool = Int32Array.from(items)
  for (let i = 0; i < count; i++) {
    const j = i + Math.floor(random() * (pool.length - i))
    const item = pool[i]!
    pool[i] = pool[j]!
    pool[j] = item
  }
  return pool.slice(0, count)
}
