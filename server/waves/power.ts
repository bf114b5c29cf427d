import { transitivity } from '../analysis/closure.ts'
import { type Random, randomStream } from '../analysis/random.ts'
import { triangleSums } from '../analysis/triangles.ts'
import { type Interval, percentileInterval } from '../diagnosis/statistics/interval.ts'
import { sampleWithout } from '../diagnosis/statistics/resampling.ts'
import { type Graph, graphOf } from '../network/graph.ts'
import { comparabilityOf, type Judged, judged, leastWitnesses, responseOf, unsaid } from './comparability.ts'
import { type Claim, claimLevel, compareWaves, weightOf } from './compare.ts'
import { densityChange } from './density.ts'
import { figureChanges, witnessedSnapshots } from './figures.ts'
import {
  absent,
  answered,
  type Ground,
  type Said,
  Sayings,
  type Side,
  silent,
  speakers,
  type WavePair,
} from './ground.ts'
import { cautionLevel, recallChange } from './recall.ts'
import { comparePairs } from './ties.ts'
import { toldTwice } from './told-twice.ts'
import { witnessedDyads } from './witnessed.ts'

/**
 * What may happen between two surveys, by a share of the ties there are. `turnover`: so many end, and as many begin between any two. `growth`: so many begin. `decline`: so many end.
 * `closure`: so many move to where they close a triangle.
 */
export const changeKinds = ['turnover', 'growth', 'decline', 'closure'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** How large a change is seen in at least `target` of all surveys. */
export interface DetectableChange {
  readonly kind: ChangeKind
  /** Share of the ties; null: not even the largest tried. */
  readonly size: number | null
  /** 95 %, of the simulation alone; an end that is null lies beyond the largest tried. */
  readonly interval: { readonly low: number | null; readonly high: number | null }
  /** Of what was tried: how often it was seen. */
  readonly curve: readonly { readonly size: number; readonly seen: number; readonly draws: number }[]
  /** Of `closure`: mean transitivity of the true network, before and after a change of that size. */
  readonly transitivity: readonly [before: number, after: number] | null
}

export interface PowerAt {
  /** Of those asked. */
  readonly answers: number
  readonly response: number
  readonly changes: readonly DetectableChange[]
}

/** What a survey to come would show, were the same actors asked. */
export interface SurveyPower {
  readonly asked: number
  /** Chance that an end that answers tells of a tie, as the latest survey shows it. */
  readonly recall: number
  readonly target: number
  /** All kinds of change at the response expected. */
  readonly expected: PowerAt
  /** Turnover, growth and decline if more answered, up to all. */
  readonly more: readonly PowerAt[]
  /** The fewest answers tried beyond which what is seen no longer differs from what all would show, but by chance of the simulation; null: of none. */
  readonly enough: number | null
  readonly seed: string
}

export interface PowerOptions {
  readonly seed: string
  /** Expected share of those asked that answer; default: that of the latest survey. */
  readonly response?: number
  /** Surveys simulated of each size of each change. Default 25. */
  readonly draws?: number
}

const target = 0.8
const sizes = [0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5] as const
/** More answers are tried in so many steps. */
const steps = 3
/** Once so many of a size were seen, twice over, larger ones are too. */
const surely = 0.95
const resamples = 400
/** Each of hundreds of surveys of more would take seconds. */
const mostActors = 600

/**
 * How large a change the next survey would show, were the roster of the latest one asked again and so many answered, whoever they are.
 *
 * From the latest survey networks are drawn that may be true: what it tells, and what it may have missed, in proportion to how many ties each actor has. Each is surveyed, by those that answered
 * the latest survey, changes by a known share, and is surveyed again, as readily told of as the first time. Were the latest survey itself compared with the second, its own chance would be taken
 * for the truth, and more would seem to be seen than is. Seen: what a comparison would call real, each test at its share of the level (Bonferroni, so that Holm sees at least as much).
 *
 * @param ground of one wave
 */
export function surveyPower(ground: Ground, { seed, response, draws = 25 }: PowerOptions): Judged<SurveyPower> {
  const { sides, ...common } = ground
  const [side] = sides
  if (side?.basis !== 'survey') return unsaid('basis')
  if (!side.namesSpeakers) return unsaid('no_reporters')
  const rate = responseOf(side)
  const asked = [...side.asked.keys()].filter((u) => side.asked[u] === 1)
  if (rate === null || !side.standing.includes(answered)) return unsaid('nobody_answered')
  if (asked.length < leastWitnesses) return unsaid('too_small')
  if (common.actors.length > mostActors) return unsaid('too_large')
  const latest = new LatestSurvey(common, side)
  if (latest.told.length === 0) return unsaid('no_ties')
  const expected = Math.round((response ?? rate) * asked.length)
  const powerAt = (answers: number, kinds: readonly ChangeKind[]): PowerAt => {
    const weights = latest.weightsAmong(answers, `${seed}:power:tests`)
    const changes = kinds.map((kind) => {
      // The same networks, changes and words whoever many answer, so that more answers never show less but by what they tell.
      const stream = `${seed}:power:${side.wave}:${kind}`
      return detectable(
        kind,
        draws,
        stream,
        (size, random) => latest.isSeen(kind, size, answers, weights, random),
        latest,
      )
    })
    return { answers, response: answers / asked.length, changes }
  }
  const many = Array.from({ length: steps }, (_, i) =>
    Math.round(expected + ((asked.length - expected) * (i + 1)) / steps),
  ).filter((answers, i, all) => answers > expected && answers !== all[i - 1])
  const tried = [
    powerAt(expected, changeKinds),
    ...many.map((answers) => powerAt(answers, ['turnover', 'growth', 'decline'])),
  ]
  const [first, ...more] = tried as [PowerAt, ...PowerAt[]]
  const all = tried.at(-1) ?? first
  const enough = tried.find((some) => some === all || isAlike(some, all))
  return judged({
    asked: asked.length,
    recall: latest.recall,
    target,
    expected: first,
    more,
    enough: enough === all && tried.length > 1 ? null : (enough?.answers ?? null),
    seed,
  })
}

/** Whether the intervals of what is seen overlap, change by change. */
function isAlike(some: PowerAt, all: PowerAt): boolean {
  return all.changes.every(({ kind, interval: best }) => {
    const own = some.changes.find((change) => change.kind === kind)?.interval
    return own === undefined || (own.low ?? Number.POSITIVE_INFINITY) <= (best.high ?? Number.POSITIVE_INFINITY)
  })
}

function detectable(
  kind: ChangeKind,
  draws: number,
  stream: string,
  isSeen: (size: number, random: Random) => boolean,
  latest: LatestSurvey,
): DetectableChange {
  const random = randomStream(stream)
  const curve: { size: number; seen: number; draws: number }[] = []
  for (const size of sizes) {
    let seen = 0
    for (let draw = 0; draw < draws; draw++) if (isSeen(size, randomStream(`${stream}:${size}:${draw}`))) seen++
    curve.push({ size, seen, draws })
    if (curve.length > 1 && curve.slice(-2).every((point) => point.seen >= surely * draws)) break
  }
  const shares = monotone(curve.map(({ seen }) => seen / draws))
  const size = crossing(curve, shares)
  const again = Array.from({ length: resamples }, () => {
    const drawn = shares.map((share) => binomial(draws, share, random) / draws)
    return crossing(curve, monotone(drawn)) ?? Number.POSITIVE_INFINITY
  })
  return {
    kind,
    size,
    interval: finite(percentileInterval(again)),
    curve,
    transitivity: kind === 'closure' && size !== null ? latest.transitivityMoved(size, random) : null,
  }
}

function finite(interval: Interval | null): DetectableChange['interval'] {
  const within = (value: number | undefined) => (value === undefined || !Number.isFinite(value) ? null : value)
  return { low: within(interval?.low), high: within(interval?.high) }
}

/** The size at which the target is reached, between those tried, as if nothing were ever seen of no change; null: of none. */
function crossing(curve: readonly { readonly size: number }[], shares: readonly number[]): number | null {
  const at = shares.findIndex((share) => share >= target)
  if (at < 0) return null
  const [below, above] = [at === 0 ? 0 : (shares[at - 1] ?? 0), shares[at] ?? 1]
  const [from, to] = [at === 0 ? 0 : (curve[at - 1]?.size ?? 0), curve[at]?.size ?? 0]
  return from + ((to - from) * (target - below)) / (above - below)
}

/** The nearest values that do not fall, by least squares. M. Ayer et al. (1955), Annals of Mathematical Statistics 26:641-647: pool adjacent violators. */
function monotone(values: readonly number[]): number[] {
  const blocks: { sum: number; count: number }[] = []
  for (const value of values) {
    blocks.push({ sum: value, count: 1 })
    for (
      let last = blocks.at(-1), other = blocks.at(-2);
      last && other && other.sum / other.count > last.sum / last.count;
    ) {
      blocks.splice(-2, 2, { sum: other.sum + last.sum, count: other.count + last.count })
      last = blocks.at(-1)
      other = blocks.at(-2)
    }
  }
  return blocks.flatMap(({ sum, count }) => new Array<number>(count).fill(sum / count))
}

function binomial(draws: number, share: number, random: Random): number {
  let successes = 0
  for (let draw = 0; draw < draws; draw++) if (random() < share) successes++
  return successes
}

type Common = Omit<Ground, 'sides'>

/** Ends are nodes of the ground, u < v. */
type Tie = readonly [u: number, v: number]

/** The survey that the next one will be compared with, and the networks that may stand behind it. */
class LatestSurvey {
  readonly told: readonly Tie[]
  readonly recall: number
  readonly #common: Common
  readonly #side: Side
  /** On the roster. */
  readonly #roster: readonly number[]
  readonly #asked: readonly number[]
  readonly #answered: ReadonlySet<number>
  readonly #n: number
  /** Up to each actor of the roster, the sum of ties told of plus a half: who has many is likelier to have one that nobody told of. */
  readonly #weights: Float64Array
  /** Expected number of pairs drawn by weight, before those that would have been told of are taken off. */
  readonly #draws: number

  constructor(common: Common, side: Side) {
    this.#common = common
    this.#side = side
    this.#n = common.actors.length
    this.#roster = [...side.standing.keys()].filter((u) => side.standing[u]! >= silent)
    this.#asked = [...side.asked.keys()].filter((u) => side.asked[u] === 1)
    this.#answered = new Set([...side.standing.keys()].filter((u) => side.standing[u] === answered))
    const bits = new Map<number, number>()
    for (const { u, v, speaker } of side.said) {
      if (!this.#isPair(u, v)) continue
      bits.set(u * this.#n + v, (bits.get(u * this.#n + v) ?? 0) | speaker)
    }
    this.told = [...bits.keys()].map((key) => [Math.floor(key / this.#n), key % this.#n] as const)
    let [both, one] = [0, 0]
    for (const [key, told] of bits) {
      if (this.#heard(Math.floor(key / this.#n), key % this.#n) < 2) continue
      if ((told & bothEnds) === bothEnds) both++
      else one++
    }
    // As if eight of ten had been told of before: few double answers say little.
    this.recall = (8 + 2 * both) / (10 + 2 * both + one)
    const degree = new Float64Array(this.#n).fill(0.5)
    for (const tie of this.told) for (const end of tie) degree[end]!++
    let sum = 0
    this.#weights = Float64Array.from(this.#roster, (u) => {
      sum += degree[u]!
      return sum
    })
    let seen = 0
    let all = 0
    for (const [i, u] of this.#roster.entries()) {
      for (const v of this.#roster.slice(i + 1)) {
        if (!this.#isPair(u, v)) continue
        const weight = degree[u]! * degree[v]!
        all += weight
        seen += weight * (1 - (1 - this.recall) ** this.#heard(u, v))
      }
    }
    this.#draws = seen === 0 ? 0 : (this.told.length * all) / seen
  }

  /** What all tests of one comparison weigh. */
  weightsAmong(answers: number, stream: string): number {
    const random = randomStream(stream)
    const truth = this.#truth(random)
    return compareWaves(this.#surveyedTwice(truth, truth, answers, random), {
      seed: stream,
      bootstrapDraws: 0,
      noiseDraws: 0,
    }).verdict.claims.reduce((sum, { about }) => sum + weightOf(about), 0)
  }

  isSeen(kind: ChangeKind, size: number, answers: number, weights: number, random: Random): boolean {
    const truth = this.#truth(random)
    const pair = this.#surveyedTwice(truth, this.#changed(kind, size, truth, random), answers, random)
    if (comparabilityOf(pair).barrier.levels) return false
    return isReal(kind, pair, weights)
  }

  /** Means of the true network, before and after. */
  transitivityMoved(size: number, random: Random): readonly [number, number] {
    const count = 20
    const sum = [0, 0]
    for (let draw = 0; draw < count; draw++) {
      const truth = this.#truth(random)
      sum[0]! += this.#transitivityOf(truth)
      sum[1]! += this.#transitivityOf(this.#changed('closure', size, truth, random))
    }
    return [sum[0]! / count, sum[1]! / count]
  }

  /** Pairs that a survey could tell of. */
  #isPair(u: number, v: number): boolean {
    const { standing } = this.#side
    return (
      u !== v &&
      standing[u]! >= silent &&
      standing[v]! >= silent &&
      !(this.#common.outside[u] && this.#common.outside[v])
    )
  }

  #heard(u: number, v: number): number {
    const { standing } = this.#side
    return (standing[u] === answered ? 1 : 0) + (standing[v] === answered ? 1 : 0)
  }

  /** What was told, and what may have been missed. */
  #truth(random: Random): Set<number> {
    const ties = new Set(this.told.map(([u, v]) => u * this.#n + v))
    const total = this.#weights.at(-1) ?? 0
    const count = roundedAtRandom(this.#draws, random)
    for (let i = 0; i < count; i++) {
      const ends = [this.#byWeight(random() * total), this.#byWeight(random() * total)]
      const [u, v] = [Math.min(...ends), Math.max(...ends)]
      if (this.#isPair(u, v) && random() < (1 - this.recall) ** this.#heard(u, v)) ties.add(u * this.#n + v)
    }
    return ties
  }

  #byWeight(place: number): number {
    let [low, high] = [0, this.#weights.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#weights[middle]! > place) high = middle
      else low = middle + 1
    }
    return this.#roster[low]!
  }

  #changed(kind: ChangeKind, size: number, truth: ReadonlySet<number>, random: Random): Set<number> {
    const ends = kind === 'growth' ? 0 : size
    const later = new Set([...truth].filter(() => random() >= ends))
    if (kind === 'decline') return later
    const begun = kind === 'closure' ? truth.size - later.size : roundedAtRandom(size * truth.size, random)
    const partners = kind === 'closure' ? this.#partners(later) : null
    let tries = 0
    for (let made = 0; made < begun && tries < 100 * begun; tries++) {
      const [u, v] = partners ? this.#openTriad(partners, random) : this.#anyPair(random)
      const key = Math.min(u, v) * this.#n + Math.max(u, v)
      if (!this.#isPair(u, v) || later.has(key) || truth.has(key)) continue
      later.add(key)
      if (partners) join(partners, u, v)
      made++
    }
    return later
  }

  #anyPair(random: Random): Tie {
    const any = () => this.#roster[Math.floor(random() * this.#roster.length)]!
    return [any(), any()]
  }

  /** Two partners of one actor. */
  #openTriad(partners: readonly number[][], random: Random): Tie {
    const own = partners[this.#roster[Math.floor(random() * this.#roster.length)]!]!
    const any = () => own[Math.floor(random() * own.length)] ?? 0
    return [any(), any()]
  }

  #partners(ties: ReadonlySet<number>): number[][] {
    const partners = Array.from({ length: this.#n }, (): number[] => [])
    for (const key of ties) {
      const [u, v] = [Math.floor(key / this.#n), key % this.#n]
      join(partners, u, v)
    }
    return partners
  }

  #transitivityOf(ties: ReadonlySet<number>): number {
    const keys = [...ties]
    const graph: Graph = graphOf({
      directed: false,
      nodeCount: this.#n,
      sources: keys.map((key) => Math.floor(key / this.#n)),
      targets: keys.map((key) => key % this.#n),
    })
    return transitivity(graph, triangleSums(graph).atNode)
  }

  /** What those who answered the latest survey may have told of a network, and what so many would tell of what it became. */
  #surveyedTwice(then: ReadonlySet<number>, now: ReadonlySet<number>, answers: number, random: Random): WavePair {
    const order = sampleWithout(this.#asked, this.#asked.length, random)
    const before = this.#surveyed(then, this.#answered, this.#side.wave, random)
    const after = this.#surveyed(now, new Set(order.slice(0, answers)), 'next', random)
    return { ...this.#common, before, after, toldOnce: [] }
  }

  #surveyed(ties: ReadonlySet<number>, heard: ReadonlySet<number>, wave: string, random: Random): Side {
    const standing = this.#side.standing.map((then, u) => (then < silent ? absent : heard.has(u) ? answered : silent))
    const sayings = new Sayings(this.#n, this.#common.kinds.length)
    const tell = (u: number, v: number, end: number) => {
      if (random() < this.recall && heard.has(end)) sayings.add(u, v, end, 0, Number.NaN, -1)
    }
    for (const key of ties) {
      const [u, v] = [Math.floor(key / this.#n), key % this.#n]
      tell(u, v, u)
      tell(u, v, v)
    }
    const said: readonly Said[] = sayings.sorted()
    return { ...this.#side, wave, date: null, standing, contradicted: new Uint8Array(this.#n), said }
  }
}

const bothEnds = speakers.low | speakers.high

/** Whether the test that is to see the change makes a real claim, as in the verdict of a comparison. */
function isReal(kind: ChangeKind, pair: WavePair, weights: number): boolean {
  const level = (about: Claim['about'], left = weights) => (claimLevel * weightOf(about)) / left
  const turnover = () => (toldTwice(pair, comparePairs(pair)).value?.p ?? 1) <= level('turnover')
  if (kind === 'turnover') return turnover()
  const recall = recallChange(pair).value
  if (kind === 'closure') {
    if (recall !== null && recall.p <= cautionLevel) return false
    const closed = figureChanges(['transitivity'], witnessedSnapshots(pair), 'power').get('transitivity')?.value
    if (!closed) return false
    // What moved ends and begins too: once that is told of, its share of the level is free.
    return (
      closed.p <= level('transitivity') ||
      (closed.p <= level('transitivity', weights - weightOf('turnover')) && turnover())
    )
  }
  const density = densityChange(witnessedDyads(pair), 0, '')
  return density !== null && Math.max(density.dyadic.p, recall?.growthP ?? 0) <= level('density')
}

function join(partners: readonly number[][], u: number, v: number): void {
  partners[u]!.push(v)
  partners[v]!.push(u)
}

/** A whole number whose mean is the value. */
function roundedAtRandom(value: number, random: Random): number {
  return Math.floor(value) + (random() < value - Math.floor(value) ? 1 : 0)
}
