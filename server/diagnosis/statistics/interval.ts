/** Two-sided, 95 % unless said otherwise. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** Of the standard normal: 97.5 % lie below. */
export const z95 = 1.959963984540054

/**
 * Interval of a proportion; null of nothing at all.
 *
 * E. B. Wilson (1927), Probable inference, the law of succession, and statistical inference, Journal of the American Statistical Association 22:209-212.
 */
export function wilson(successes: number, trials: number, z = z95): Interval | null {
  if (trials === 0) return null
  const share = successes / trials
  const scale = 1 + (z * z) / trials
  const center = (share + (z * z) / (2 * trials)) / scale
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials))
  // At the ends of the scale the exact bound is 0 or 1; a rounded one would pass it.
  return { low: successes === 0 ? 0 : center - half, high: successes === trials ? 1 : center + half }
}

export function normalInterval(estimate: number, standardError: number, z = z95): Interval {
  return { low: estimate - z * standardError, high: estimate + z * standardError }
}

/** The values between which the middle `share` of a sample lies; null of an empty one. */
export function percentileInterval(sample: ArrayLike<number>, share = 0.95): Interval | null {
  if (sample.length === 0) return null
  const sorted = Float64Array.from(sample).sort()
  return { low: quantile(sorted, (1 - share) / 2), high: quantile(sorted, (1 + share) / 2) }
}

/**
 * The quantile of a sorted sample that interpolates between its values: definition 7 of R. Hyndman, Y. Fan (1996), Sample quantiles in statistical
 * packages, The American Statistician 50:361-365. NaN of an empty one.
 */
export function quantile(sorted: ArrayLike<number>, probability: number): number {
  if (sorted.length === 0) return Number.NaN
  const place = probability * (sorted.length - 1)
  const below = Math.floor(place)
  const above = Math.min(below + 1, sorted.length - 1)
  return sorted[below]! + (place - below) * (sorted[above]! - sorted[below]!)
}

export function mean(sample: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < sample.length; i++) sum += sample[i]!
  return sum / sample.length
}

/** Of a sample: divided by one less than its size. NaN of fewer than two values. */
export function standardDeviation(sample: ArrayLike<number>): number {
  const center = mean(sample)
  let sum = 0
  for (let i = 0; i < sample.length; i++) sum += (sample[i]! - center) ** 2
  return Math.sqrt(sum / (sample.length - 1))
}
