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

/** Two-sided p of a change against none, and its 95 % interval. */
export interface Tested {
  readonly interval: Interval
  readonly p: number
}

/**
 * What a change amounts to, whose standard error is itself estimated from what so many actors tell: by Student's t of one degree of freedom less. With the normal deviate, intervals of forty
 * witnesses held too seldom, see docs/calibration.md.
 */
export function testedChange(change: number, standardError: number, actors: number): Tested {
  const degreesOfFreedom = Math.max(1, actors - 1)
  return {
    interval: normalInterval(change, standardError, studentQuantile(degreesOfFreedom)),
    p: standardError > 0 ? studentP(change / standardError, degreesOfFreedom) : change === 0 ? 1 : 0,
  }
}

/** Below which 97.5 % of Student's t lie, to 1e-9. */
export function studentQuantile(degreesOfFreedom: number): number {
  let [low, high] = [1.9, 13]
  while (high - low > 1e-9) {
    const middle = (low + high) / 2
    if (studentP(middle, degreesOfFreedom) > 0.05) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/**
 * Two-sided p of a deviate of Student's t, of whole degrees of freedom. M. Abramowitz, I. Stegun (1964), Handbook of Mathematical Functions, 26.7.3 and 26.7.4. To about 1e-15, no more than
 * that of p itself.
 */
export function studentP(deviate: number, degreesOfFreedom: number): number {
  const angle = Math.atan(Math.abs(deviate) / Math.sqrt(degreesOfFreedom))
  const squaredCosine = Math.cos(angle) ** 2
  const isOdd = degreesOfFreedom % 2 === 1
  let term = isOdd ? Math.cos(angle) : 1
  let sum = degreesOfFreedom === 1 ? 0 : term
  for (let k = isOdd ? 3 : 2; k < degreesOfFreedom; k += 2) {
    term *= (squaredCosine * (k - 1)) / k
    sum += term
  }
  const within = isOdd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum
  return Math.max(0, 1 - within)
}
