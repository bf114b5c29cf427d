/**
 * Adjusted p-values that keep the chance of any false claim: reject where the adjusted value is at most the level.
 *
 * S. Holm (1979), A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6:65-70.
 */
export function holm(p: readonly number[]): number[] {
  const adjusted = new Array<number>(p.length)
  let largest = 0
  ascending(p).forEach((index, rank) => {
    largest = Math.max(largest, (p.length - rank) * p[index]!)
    adjusted[index] = Math.min(1, largest)
  })
  return adjusted
}

/**
 * The same where some claims are expected more than others: the level is shared out in proportion to weights, and what a rejected claim had goes to those that are left. With equal weights, `holm`.
 * The same paper, section 4.
 *
 * @param weights > 0, fixed before the data are seen
 */
export function weightedHolm(p: readonly number[], weights: readonly number[]): number[] {
  const adjusted = new Array<number>(p.length)
  const shared = p.map((own, index) => own / weights[index]!)
  let left = weights.reduce((sum, weight) => sum + weight, 0)
  let largest = 0
  for (const index of ascending(shared)) {
    largest = Math.max(largest, left * shared[index]!)
    adjusted[index] = Math.min(1, largest)
    left -= weights[index]!
  }
  return adjusted
}

/**
 * q-values that keep the expected share of false claims among all claims: reject where q is at most the level. For tests that depend on each
 * other in any way, rather than positively, every q grows by 1 + 1/2 + … + 1/M.
 *
 * Y. Benjamini, Y. Hochberg (1995), Controlling the false discovery rate, Journal of the Royal Statistical Society B 57:289-300.
 * Y. Benjamini, D. Yekutieli (2001), The control of the false discovery rate under dependency, Annals of Statistics 29:1165-1188.
 */
export function benjaminiHochberg(p: readonly number[], dependence: 'positive' | 'any' = 'positive'): number[] {
  const factor = dependence === 'any' ? p.reduce((sum, _, index) => sum + 1 / (index + 1), 0) : 1
  const q = new Array<number>(p.length)
  let smallest = 1
  const order = ascending(p)
  for (let rank = p.length - 1; rank >= 0; rank--) {
    const index = order[rank]!
    smallest = Math.min(smallest, (factor * p.length * p[index]!) / (rank + 1))
    q[index] = smallest
  }
  return q
}

function ascending(p: readonly number[]): number[] {
  return p.map((_, index) => index).sort((a, b) => p[a]! - p[b]! || a - b)
}
