/**
 * How long each tie is, for paths along strong ties: 1 / strength, written as whole numbers wherever strengths allow.
 *
 * Passing strengths as lengths is the commonest error of weighted networks, and adding up floating thirds and fifths the
 * second: paths that are equally long must come out equal, or ties between brokers are decided by rounding.
 * M. E. J. Newman (2001), Scientific collaboration networks II, PRE 64:016132; T. Opsahl, F. Agneessens, J. Skvoretz
 * (2010), Node centrality in weighted networks, Social Networks 32:245-251 (α = 1).
 */
export interface Lengths {
  /** By edge. */
  readonly of: Float64Array
  /** A sum of lengths over this is the distance. */
  readonly unit: number
  /** Sums that differ by less than this share of themselves are equal; 0 where they are exact. */
  readonly epsilon: number
}

/**
 * L / w for strengths w that are whole numbers after scaling by some f up to 100 (halves, tenths…), with L their least
 * common multiple: 60 for strengths 1 to 5. Where no such scale exists, or sums of `hops` lengths would pass 2^53:
 * 1 / w, compared with a relative tolerance of 1e-10.
 */
export function lengthsOf(strengths: Float64Array, hops: number): Lengths {
  const scale = wholeScale(strengths)
  if (scale !== null) {
    const wholes = strengths.map((w) => Math.round(w * scale))
    const multiple = leastCommonMultiple(new Set(wholes), Number.MAX_SAFE_INTEGER / Math.max(1, hops))
    if (multiple !== null) return { of: wholes.map((w) => multiple / w), unit: multiple / scale, epsilon: 0 }
  }
  return { of: strengths.map((w) => 1 / w), unit: 1, epsilon: 1e-10 }
}

function wholeScale(strengths: Float64Array): number | null {
  for (let scale = 1; scale <= 100; scale++) {
    if (strengths.every((w) => Math.abs(w * scale - Math.round(w * scale)) <= 1e-12 * w && w * scale >= 0.5))
      return scale
  }
  return null
}

/** Null when it would pass `most`. */
function leastCommonMultiple(numbers: Iterable<number>, most: number): number | null {
  let multiple = 1
  for (const number of numbers) {
    multiple = (multiple / greatestCommonDivisor(multiple, number)) * number
    if (multiple > most) return null
  }
  return multiple
}

function greatestCommonDivisor(a: number, b: number): number {
  while (b > 0) [a, b] = [b, a % b]
  return a
}
