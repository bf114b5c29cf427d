/**
 * Kendall's tau-b: concordant less discordant pairs, ties allowed for, -1..1; null where one of the two does not vary. O(n²). M. Kendall (1945), The treatment of ties in
 * ranking problems, Biometrika 33:239-251.
 */
export function kendallTauB(x: ArrayLike<number>, y: ArrayLike<number>): number | null {
  let [balance, untiedX, untiedY] = [0, 0, 0]
  for (let i = 0; i < x.length; i++) {
    for (let j = i + 1; j < x.length; j++) {
      const dx = Math.sign(x[i]! - x[j]!)
      const dy = Math.sign(y[i]! - y[j]!)
      balance += dx * dy
      untiedX += dx * dx
      untiedY += dy * dy
    }
  }
  return untiedX === 0 || untiedY === 0 ? null : balance / Math.sqrt(untiedX * untiedY)
}

/** Spearman's rho: correlation of ranks, those of equals shared; null where one of the two does not vary. */
export function spearman(x: ArrayLike<number>, y: ArrayLike<number>): number | null {
  const [a, b] = [sharedRanks(x), sharedRanks(y)]
  const middle = (x.length + 1) / 2
  let [xy, xx, yy] = [0, 0, 0]
  for (let i = 0; i < a.length; i++) {
    xy += (a[i]! - middle) * (b[i]! - middle)
    xx += (a[i]! - middle) ** 2
    yy += (b[i]! - middle) ** 2
  }
  return xx === 0 || yy === 0 ? null : xy / Math.sqrt(xx * yy)
}

/**
 * Share of the k highest of the first that are among the k highest of the second; equals at the border are all in, and each side's set may be larger than k: shared over united.
 * Null of nothing.
 */
export function topOverlap(x: ArrayLike<number>, y: ArrayLike<number>, k: number): number | null {
  const [a, b] = [topOf(x, k), topOf(y, k)]
  const shared = [...a].filter((i) => b.has(i)).length
  const united = a.size + b.size - shared
  return united === 0 ? null : shared / united
}

function topOf(values: ArrayLike<number>, k: number): Set<number> {
  const sorted = Array.from(values).sort((a, b) => b - a)
  const border = sorted[Math.min(k, sorted.length) - 1]
  return new Set(border === undefined ? [] : Array.from(values).flatMap((value, i) => (value >= border ? [i] : [])))
}

/** From 1; equals have the mean of their ranks. */
function sharedRanks(values: ArrayLike<number>): Float64Array {
  const order = Array.from(values, (_, i) => i).sort((a, b) => values[a]! - values[b]!)
  const ranks = new Float64Array(values.length)
  for (let first = 0, end = 0; first < order.length; first = end) {
    end = first
    while (end < order.length && values[order[end]!] === values[order[first]!]) end++
    for (let i = first; i < end; i++) ranks[order[i]!] = (first + 1 + end) / 2
  }
  return ranks
}
