import type { Random } from '../../analysis/random.ts'

/**
 * A draw from the gamma distribution of a shape above 0 and rate 1: mean = variance = shape.
 * G. Marsaglia, W. W. Tsang (2000), A simple method for generating gamma variables, ACM Transactions on Mathematical Software 26:363-372.
 */
export function drawGamma(shape: number, random: Random): number {
  // Below 1 by the shape above it, G(s) = G(s + 1) U^(1/s); 1 − U is never 0.
  if (shape < 1) return drawGamma(shape + 1, random) * (1 - random()) ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = drawNormal(random)
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(1 - random()) < x * x * 0.5 + d - d * v + d * Math.log(v)) return d * v
  }
}

/** A draw from the beta distribution: 0..1. */
export function drawBeta(a: number, b: number, random: Random): number {
  const x = drawGamma(a, random)
  return x / (x + drawGamma(b, random))
}

/** G. E. P. Box, M. E. Muller (1958), A note on the generation of random normal deviates, Annals of Mathematical Statistics 29:610-611. */
function drawNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
