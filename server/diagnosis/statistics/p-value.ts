/** Which draws are at least as extreme as what was observed: the larger ones or the smaller ones. */
export type Tail = 'upper' | 'lower'

export interface MonteCarlo {
  /** Draws at least as extreme as what was observed. */
  readonly exceedances: number
  /** Draws that were looked at. */
  readonly draws: number
  readonly p: number
}

/**
 * p = (1 + exceedances) / (1 + draws), never 0: what was observed is itself one of the equally likely outcomes.
 *
 * B. Phipson, G. Smyth (2010), Permutation p-values should never be zero, Statistical Applications in Genetics and Molecular Biology 9:39.
 */
export function addOneP(exceedances: number, draws: number): number {
  return (1 + exceedances) / (1 + draws)
}

/**
 * The p-value of draws looked at one after the other, stopping at the `stopAfter`-th that is at least as extreme as what was observed: p is
 * then exceedances / draws; it is the add-one p when the draws end first. Both are exact under the null. Infinity never stops.
 *
 * J. Besag, P. Clifford (1991), Sequential Monte Carlo p-values, Biometrika 78:301-304.
 */
export function sequentialP(draws: ArrayLike<number>, observed: number, tail: Tail, stopAfter: number): MonteCarlo {
  let exceedances = 0
  for (let i = 0; i < draws.length; i++) {
    if (tail === 'upper' ? draws[i]! < observed : draws[i]! > observed) continue
    exceedances++
    if (exceedances >= stopAfter) return { exceedances, draws: i + 1, p: exceedances / (i + 1) }
  }
  return { exceedances, draws: draws.length, p: addOneP(exceedances, draws.length) }
}
