import { randomStream } from '../analysis/random.ts'
import { type Case, unaskedBits, vouching } from './case.ts'
import { doubleReports } from './response.ts'
import { drawBeta, drawGamma } from './statistics/gamma.ts'

/**
 * Which ties the silent and the forgetful may have kept from a survey: a network is reconstructed from who answered and how often two who
 * answered confirm each other. Every actor has a propensity θ, gamma of shape and rate a; a dyad is a tie with odds θ θ w; of a tie each end that
 * answers tells with chance ρ; nobody tells of a tie that is not there.
 *
 * M. E. J. Newman (2018), Network structure from rich but noisy data, Nature Physics 14:542-545. C. T. Butts (2003), Network inference, error, and
 * informant (in)accuracy: a Bayesian approach, Social Networks 25:103-140.
 */
export interface Reconstruction {
  /** By node, bits: 1 it did not answer, 2 it lies outside. Two outside were not asked of each other and are left out. */
  readonly unasked: Uint8Array
  /** By node, partners that an end which answered told of. */
  readonly told: Int32Array
  /** By node, what is known of its propensity: gamma of shape a + told and rate a + exposure. */
  readonly exposure: Float64Array
  readonly propensity: Float64Array
  /** By node, expected ties that nobody told of, per unit of its own propensity. */
  readonly missing: Float64Array
  /** Scale of the odds of a tie. */
  readonly scale: number
  /** Mean of ρ, beta of shapes 8 + 2 confirmed and 2 + single: four ties in five where nothing tells. */
  readonly recall: number
  /** Ties between two who answered that both told of, and that one alone did. */
  readonly confirmed: number
  readonly single: number
  /** Of a, on `shapes`; adds up to 1. */
  readonly shapeWeights: Float64Array
}

/** Values of a: the smaller, the more unequal the propensities. */
export const shapes: Float64Array = Float64Array.from({ length: 40 }, (_, i) => 0.5 * 200 ** (i / 39))

const rounds = 30
/** Of dyads neither of whose ends answered nor is outside; of those one end of which did; of those both ends of which did. */
type ByClass = readonly number[]

export function reconstruct(subject: Case): Reconstruction {
  const unasked = unaskedBits(subject)
  const { told, ties } = toldBy(subject)
  const { confirmed, single } = doubleReports(subject)
  const recall = (8 + 2 * confirmed) / (10 + 2 * confirmed + single)
  const n = unasked.length
  const seen = betweenClasses((reporters) => 1 - (1 - recall) ** reporters)
  const unseen = betweenClasses((reporters) => (1 - recall) ** reporters)

  let propensity: Float64Array = new Float64Array(n).fill(1)
  let exposure: Float64Array = new Float64Array(n)
  let shapeWeights: Float64Array = new Float64Array(shapes.length)
  const dyads = total(sumsOver(propensity, seen, unasked))
  const scaleAtFirst = dyads > 0 ? (2 * ties + 1) / dyads : 0
  let scale = scaleAtFirst
  const rising = logRisingFactorials(told)
  for (let round = 0; round < rounds; round++) {
    const sums = sumsOver(propensity, seen, unasked)
    const pairs = propensity.reduce((sum, theta, i) => sum + theta * sums[i]!, 0) / 2
    scale = (2 + ties) / (2 / scaleAtFirst + pairs)
    exposure = sums.map((sum) => scale * sum)
    shapeWeights = weightsOfShapes(rising, told, exposure)
    const shape = Math.exp(shapes.reduce((sum, a, k) => sum + shapeWeights[k]! * Math.log(a), 0))
    propensity = exposure.map((e, i) => (shape + told[i]!) / (shape + e))
  }
  const missing = sumsOver(propensity, unseen, unasked).map((sum) => scale * sum)
  return { unasked, told, exposure, propensity, missing, scale, recall, confirmed, single, shapeWeights }
}

/** Probabilities that a node truly has no tie at all, and exactly one. */
export interface FewTies {
  readonly none: number
  readonly one: number
}

/** Of a node of which `known` ties are known; those that nobody told of are Poisson given its propensity. Zero from two known ties on. */
export function fewTies({ shapeWeights, exposure, missing }: Reconstruction, node: number, known: number): FewTies {
  let [none, one] = [0, 0]
  shapes.forEach((a, k) => {
    const few = fewTiesAt(a, exposure[node]!, missing[node]!, known)
    none += shapeWeights[k]! * few.none
    one += shapeWeights[k]! * few.one
  })
  return { none, one }
}

/** With the shape known: its propensity is gamma of shape a + known and rate a + exposure. */
export function fewTiesAt(a: number, exposure: number, missing: number, known: number): FewTies {
  const q = (a + exposure) / (a + exposure + missing)
  if (known === 0) return { none: q ** a, one: a * (1 - q) * q ** a }
  return { none: 0, one: known === 1 ? q ** (a + 1) : 0 }
}

/** Probability that two nodes are tied although nobody told of it. */
export function chanceUntold({ unasked, propensity, scale, recall }: Reconstruction, u: number, v: number): number {
  const [a, b] = [unasked[u]!, unasked[v]!]
  if (a & b & 2) return 0
  const odds = propensity[u]! * propensity[v]! * scale * (1 - recall) ** (answers(a) + answers(b))
  return odds / (1 + odds)
}

/** Ties that nobody told of, as pairs u, v one after the other, by the draw numbered `draw`: the same on any thread. Known ties may be among them. O(n + their number). */
export function drawUntold(reconstruction: Reconstruction, draw: number, stream: string): Int32Array {
  const { unasked, told, exposure, scale, confirmed, single, shapeWeights } = reconstruction
  const random = randomStream(`${stream}:${draw}`)
  const a = shapes[pickFrom(shapeWeights, random())]!
  const theta = Float64Array.from(told, (d, i) => drawGamma(a + d, random) / (a + exposure[i]!))
  const recall = drawBeta(8 + 2 * confirmed, 2 + single, random)
  const classes = membersByClass(unasked)
  const most = classes.map((members) => members.reduce((best, node) => Math.max(best, theta[node]!), 0))
  const untold = betweenClasses((reporters) => (1 - recall) ** reporters)
  const drawn: number[] = []
  for (let c = 0; c < 4; c++) {
    for (let c2 = c; c2 < 4; c2++) {
      const factor = scale * untold[c * 4 + c2]!
      if (factor === 0) continue
      const partners = classes[c2]!
      classes[c]!.forEach((u, position) => {
        // Dyads are passed over in strides, as if each had the largest chance of the row; the one met is kept in proportion to its own.
        const largest = theta[u]! * most[c2]! * factor
        const bound = largest / (1 + largest)
        if (bound === 0) return
        const stride = 1 / Math.log1p(-bound)
        let at = c === c2 ? position : -1
        for (;;) {
          at += 1 + Math.floor(Math.log(1 - random()) * stride)
          if (at >= partners.length) return
          const v = partners[at]!
          const odds = theta[u]! * theta[v]! * factor
          if (random() * bound < odds / (1 + odds)) drawn.push(u, v)
        }
      })
    }
  }
  return Int32Array.from(drawn)
}

function answers(bits: number): number {
  return bits & 1 ? 0 : 1
}

/** By classes of two nodes, 4 c + c′, a class being its bits: what the number of ends that answered makes of a dyad; 0 for two outside. */
function betweenClasses(of: (reporters: number) => number): ByClass {
  return Array.from({ length: 16 }, (_, pair) => {
    const [a, b] = [pair >> 2, pair & 3]
    return a & b & 2 ? 0 : of(answers(a) + answers(b))
  })
}

/** For each node, the sum over all others of their value times what the classes of the two make of it. O(n). */
function sumsOver(values: Float64Array, factors: ByClass, unasked: Uint8Array): Float64Array {
  const sums = [0, 0, 0, 0]
  values.forEach((value, i) => {
    sums[unasked[i]!]! += value
  })
  const ofClass = sums.map((_, c) => sums.reduce((sum, value, c2) => sum + value * factors[c * 4 + c2]!, 0))
  // What is left of a difference may come out a little below nothing.
  return values.map((value, i) => Math.max(0, ofClass[unasked[i]!]! - value * factors[unasked[i]! * 5]!))
}

function weightsOfShapes(rising: Float64Array, told: Int32Array, exposure: Float64Array): Float64Array {
  const logs = shapes.map((a, k) => {
    let sum = rising[k]!
    for (let i = 0; i < told.length; i++) {
      const [d, e] = [told[i]!, exposure[i]!]
      sum += a * Math.log(a / (a + e))
      if (d > 0 && e > 0) sum += d * Math.log(e / (a + e))
    }
    return sum
  })
  const most = logs.reduce((best, log) => Math.max(best, log), -Infinity)
  const weights = logs.map((log) => Math.exp(log - most))
  const whole = total(weights)
  return weights.map((weight) => weight / whole)
}

/** For each shape a, Σ ln Γ(a + d) / Γ(a) over the nodes: products a (a + 1) … (a + d − 1). */
function logRisingFactorials(told: Int32Array): Float64Array {
  const reaching = new Int32Array(told.reduce((most, d) => Math.max(most, d), 0))
  for (const d of told) for (let i = 0; i < d; i++) reaching[i]!++
  return shapes.map((a) => reaching.reduce((sum, nodes, i) => sum + nodes * Math.log(a + i), 0))
}

function membersByClass(unasked: Uint8Array): number[][] {
  const nodes = [...unasked.keys()]
  return [0, 1, 2, 3].map((bits) => nodes.filter((node) => unasked[node] === bits))
}

function pickFrom(weights: Float64Array, chance: number): number {
  let left = chance
  for (let k = 0; k < weights.length - 1; k++) {
    left -= weights[k]!
    if (left < 0) return k
  }
  return weights.length - 1
}

/** Ties that an end told of; those known from elsewhere say nothing about who tells what. */
function toldBy({ declared: { graph, vouched } }: Case): { told: Int32Array; ties: number } {
  const told = new Int32Array(graph.nodeCount)
  let ties = 0
  for (let e = 0; e < graph.edgeCount; e++) {
    if ((vouched[e]! & (vouching.source | vouching.target)) === 0) continue
    told[graph.sources[e]!]!++
    told[graph.targets[e]!]!++
    ties++
  }
  return { told, ties }
}

function total(values: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i]!
  return sum
}
