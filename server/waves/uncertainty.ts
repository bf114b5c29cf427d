import { type Interval, normalInterval, wilson } from '../diagnosis/statistics/interval.ts'

/** What a pair of actors brings to a ratio Σx / Σy. */
export interface DyadTerm {
  readonly u: number
  readonly v: number
  readonly x: number
  readonly y: number
}

export interface Estimate {
  readonly value: number
  readonly standardError: number
  /** 95 %. */
  readonly interval: Interval
}

/**
 * Variance of a sum over pairs of actors: every two pairs that share an actor may go together. V = Σ_u S_u² − Σ_d e_d², S_u the sum over the pairs of u; never
 * less than Σ e², what independent pairs would have. P. Aronow, C. Samii, V. Assenova (2015), Cluster-robust variance estimation for dyadic data, Political Analysis
 * 23:564-577.
 *
 * @param sums S_u, by actor
 * @param squares Σ_d e_d²
 */
export function dyadicVariance(sums: ArrayLike<number>, squares: number): number {
  let clustered = 0
  for (let u = 0; u < sums.length; u++) clustered += sums[u]! ** 2
  return Math.max(clustered - squares, squares)
}

/**
 * A share of ties, 0 ≤ x ≤ y ≤ 1, with Wilson's interval for as many independent ties as the dyadic variance is worth, at most as many as there are.
 * Null of nothing.
 */
export function shareOf(actors: number, terms: readonly DyadTerm[]): Estimate | null {
  const { x, y } = totals(terms)
  if (y === 0) return null
  const value = x / y
  const variance = varianceOfRatio(actors, terms)
  const worth = variance > 0 ? Math.min(y, (value * (1 - value)) / variance) : y
  const interval = wilson(value * worth, worth)
  return interval && { value, standardError: Math.sqrt(variance), interval }
}

/** A ratio Σx / Σy with its normal interval; null of nothing. */
export function ratioOf(actors: number, terms: readonly DyadTerm[]): Estimate | null {
  const { x, y } = totals(terms)
  if (y === 0) return null
  const standardError = Math.sqrt(varianceOfRatio(actors, terms))
  return { value: x / y, standardError, interval: normalInterval(x / y, standardError) }
}

/** Difference of two shares, of the first less the second; null where one is of nothing. Their pairs may overlap. */
export function gapOf(actors: number, first: readonly DyadTerm[], second: readonly DyadTerm[]): Estimate | null {
  const [a, b] = [totals(first), totals(second)]
  if (a.y === 0 || b.y === 0) return null
  const value = a.x / a.y - b.x / b.y
  const residuals = [...residualsOf(first, a, 1), ...residualsOf(second, b, -1)]
  const standardError = Math.sqrt(varianceOfResiduals(actors, residuals))
  return { value, standardError, interval: normalInterval(value, standardError) }
}

function varianceOfRatio(actors: number, terms: readonly DyadTerm[]): number {
  return varianceOfResiduals(actors, residualsOf(terms, totals(terms), 1))
}

type Residual = readonly [u: number, v: number, e: number]

function residualsOf(terms: readonly DyadTerm[], { x, y }: { x: number; y: number }, sign: 1 | -1): Residual[] {
  return terms.map((term) => [term.u, term.v, (sign * (term.x - (x / y) * term.y)) / y])
}

function varianceOfResiduals(actors: number, residuals: readonly Residual[]): number {
  const sums = new Float64Array(actors)
  let squares = 0
  for (const [u, v, e] of residuals) {
    sums[u]! += e
    sums[v]! += e
    squares += e * e
  }
  return dyadicVariance(sums, squares)
}

function totals(terms: readonly DyadTerm[]): { x: number; y: number } {
  let [x, y] = [0, 0]
  for (const term of terms) {
    x += term.x
    y += term.y
  }
  return { x, y }
}

/** Two-sided p of a normal deviate. */
export function twoSidedP(deviate: number): number {
  return erfc(Math.abs(deviate) / Math.SQRT2)
}

/** 1 − erf, for x ≥ 0, to 1.2e-7 of its value. W. Press et al. (1992), Numerical Recipes, 6.2: a Chebyshev fit. */
function erfc(x: number): number {
  const t = 1 / (1 + x / 2)
  const terms = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
    0.17087277,
  ]
  return t * Math.exp(-x * x + terms.reduceRight((sum, term) => term + t * sum, 0))
}
