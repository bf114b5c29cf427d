import { alone, type Chunks, type Workers } from '../analysis/measure.ts'
import { type Random, randomStream } from '../analysis/random.ts'
import { type Interval, percentileInterval, standardDeviation } from '../diagnosis/statistics/interval.ts'
import { jackknifeError } from '../diagnosis/statistics/resampling.ts'
import { dyadicMoments, dyadicVariance, type Residual, type Tested, testedChange } from './uncertainty.ts'
import { classCount, observedBetween, type WitnessedDyads } from './witnessed.ts'

export interface DensityChange {
  /** Observed pairs, or arcs, of either wave: the same. */
  readonly dyads: number
  readonly before: number
  readonly after: number
  readonly change: number
  /** Actors on both rosters drawn with replacement, both waves at once. */
  readonly bootstrap: Resampled
  /** One actor left out at a time, Tukey's factor. */
  readonly jackknife: StandardErrors
  /** Pairs that share an actor go together, and no other: of the change. Neither counts a pair twice, as the jackknife does, nor draws one twice. */
  readonly dyadic: Tested & { readonly standardError: number }
}

interface StandardErrors {
  readonly before: number
  readonly after: number
  readonly change: number
}

interface Resampled {
  readonly draws: number
  readonly standardErrors: StandardErrors
  /** 95 %, percentiles of the change. */
  readonly interval: Interval
  readonly stream: string
}

/**
 * The change of density between waves, over the pairs that the same witnesses observe in both. Null without one.
 *
 * T. Snijders, S. Borgatti (1999), Non-parametric standard errors and tests for network statistics, Connections 22:161-170.
 *
 * @param stream name of the stream of chance, see analysis/random.ts
 */
export function densityChange(
  witnessed: WitnessedDyads,
  draws: number,
  stream: string,
  workers: Workers = alone,
): DensityChange | null {
  const all = new Counter(witnessed)
  const everyone = Float64Array.from(witnessed.classOf, (a) => (a < 0 ? 0 : 1))
  const { observed: dyads, before: then, after: now } = all.count(everyone)
  if (dyads === 0) return null
  const change = (now - then) / dyads
  const { standardError } = dyadic(witnessed, change, dyads, all.squaresObserved())
  return {
    dyads,
    before: then / dyads,
    after: now / dyads,
    change,
    bootstrap: bootstrap(witnessed, draws, stream, workers),
    jackknife: jackknife(witnessed, { then, now, dyads }),
    dyadic: { standardError, ...testedChange(change, standardError) },
  }
}

interface Counted {
  readonly before: number
  readonly after: number
  readonly observed: number
}

/** Ties and observed pairs of a sample in which actor u is there `times[u]` times, over pairs of different actors. O(n + m). */
class Counter {
  readonly #witnessed: WitnessedDyads

  constructor(witnessed: WitnessedDyads) {
    this.#witnessed = witnessed
  }

  count(times: Float64Array): Counted {
    let [before, after] = [0, 0]
    for (const dyad of this.#witnessed.dyads) {
      const weight = times[dyad.u]! * times[dyad.v]!
      if (weight === 0) continue
      before += weight * dyad.before
      after += weight * dyad.after
    }
    return { before, after, observed: this.#sumObserved(times, (observed) => observed) }
  }

  /** Σ observed² over all pairs. */
  squaresObserved(): number {
    const everyone = Float64Array.from(this.#witnessed.classOf, (a) => (a < 0 ? 0 : 1))
    return this.#sumObserved(everyone, (observed) => observed * observed)
  }

  #sumObserved(times: Float64Array, value: (observed: number) => number): number {
    const { unit, classOf } = this.#witnessed
    const sizes = new Float64Array(classCount)
    const squares = new Float64Array(classCount)
    for (let u = 0; u < times.length; u++) {
      if (times[u] === 0 || classOf[u]! < 0) continue
      sizes[classOf[u]!]! += times[u]!
      squares[classOf[u]!]! += times[u]! ** 2
    }
    let sum = 0
    for (let a = 0; a < classCount; a++) {
      sum += (value(observedBetween(unit, a, a)) * (sizes[a]! ** 2 - squares[a]!)) / 2
      for (let b = a + 1; b < classCount; b++) sum += value(observedBetween(unit, a, b)) * sizes[a]! * sizes[b]!
    }
    return sum
  }
}

/** As `vertexBootstrap` of both waves at once, without making the sampled networks. */
function bootstrap(witnessed: WitnessedDyads, draws: number, stream: string, workers: Workers): Resampled {
  const chunks = workers(densityDraws, { witnessed, draws, stream })
  const all = (of: keyof Drawn) => Float64Array.from(chunks.flatMap((chunk) => [...chunk[of]]))
  const change = all('change')
  return {
    draws: change.length,
    standardErrors: {
      before: standardDeviation(all('before')),
      after: standardDeviation(all('after')),
      change: standardDeviation(change),
    },
    interval: percentileInterval(change) ?? { low: Number.NaN, high: Number.NaN },
    stream,
  }
}

/** Densities then and now, and their difference, by draw; draws that observe nothing are left out. */
interface Drawn {
  readonly before: Float64Array
  readonly after: Float64Array
  readonly change: Float64Array
}

/** Draws by one stream of chance. */
const drawsInChunk = 50

export const densityDraws: Chunks<
  { readonly witnessed: WitnessedDyads; readonly draws: number; readonly stream: string },
  Drawn
> = {
  name: 'densityDraws',
  count: ({ draws }) => Math.ceil(draws / drawsInChunk),
  chunk: ({ witnessed, draws, stream }, index) =>
    drawDensities(witnessed, Math.min(drawsInChunk, draws - index * drawsInChunk), randomStream(`${stream}:${index}`)),
}

function drawDensities(witnessed: WitnessedDyads, draws: number, random: Random): Drawn {
  const { unit, classOf, dyads } = witnessed
  const counter = new Counter(witnessed)
  const actors = Int32Array.from(classOf.keys()).filter((u) => classOf[u]! >= 0)
  const n = actors.length
  const placeOf = new Map(dyads.map((dyad, i) => [dyad.u * witnessed.actors + dyad.v, i]))
  const values = { before: new Float64Array(draws), after: new Float64Array(draws), change: new Float64Array(draws) }
  const times = new Float64Array(classOf.length)
  let made = 0
  for (let draw = 0; draw < draws; draw++) {
    times.fill(0)
    for (let i = 0; i < n; i++) times[actors[Math.floor(random() * n)]!]!++
    let { before, after, observed } = counter.count(times)
    // Two copies of one actor have no pair between them: one drawn at random from the whole network stands in.
    const copies = actors.reduce((sum, u) => sum + (times[u]! * (times[u]! - 1)) / 2, 0)
    for (let copy = 0; copy < copies && n > 1; copy++) {
      const i = Math.floor(random() * n)
      const other = Math.floor(random() * (n - 1))
      const [u, v] = [actors[i]!, actors[other >= i ? other + 1 : other]!].sort((a, b) => a - b) as [number, number]
      observed += observedBetween(unit, classOf[u]!, classOf[v]!)
      const dyad = dyads[placeOf.get(u * witnessed.actors + v) ?? -1]
      if (!dyad) continue
      before += dyad.before
      after += dyad.after
    }
    if (observed === 0) continue
    values.before[made] = before / observed
    values.after[made] = after / observed
    values.change[made] = (after - before) / observed
    made++
  }
  const kept = (drawn: Float64Array) => drawn.slice(0, made)
  return { before: kept(values.before), after: kept(values.after), change: kept(values.change) }
}

/** Ties of each actor then and now, and the pairs it is observed in. */
function atActors({ unit, actors, classOf, dyads }: WitnessedDyads) {
  const [before, after, observed] = [new Float64Array(actors), new Float64Array(actors), new Float64Array(actors)]
  for (const dyad of dyads) {
    for (const end of [dyad.u, dyad.v]) {
      before[end]! += dyad.before
      after[end]! += dyad.after
    }
  }
  const sizes = new Float64Array(classCount)
  for (const a of classOf) if (a >= 0) sizes[a]!++
  classOf.forEach((a, u) => {
    for (let b = 0; a >= 0 && b < classCount; b++) {
      observed[u]! += observedBetween(unit, a, b) * (sizes[b]! - (a === b ? 1 : 0))
    }
  })
  return { before, after, observed }
}

function jackknife(witnessed: WitnessedDyads, all: { then: number; now: number; dyads: number }): StandardErrors {
  const { before, after, observed } = atActors(witnessed)
  const actors = [...witnessed.classOf.keys()].filter((u) => witnessed.classOf[u]! >= 0 && observed[u]! < all.dyads)
  const left = (u: number) => all.dyads - observed[u]!
  return {
    before: jackknifeError(actors.map((u) => (all.then - before[u]!) / left(u))),
    after: jackknifeError(actors.map((u) => (all.now - after[u]!) / left(u))),
    change: jackknifeError(actors.map((u) => (all.now - after[u]! - all.then + before[u]!) / left(u))),
  }
}

function dyadic(witnessed: WitnessedDyads, change: number, dyads: number, squaresObserved: number) {
  const { observed } = atActors(witnessed)
  const moved = dyadicMoments(
    witnessed.actors,
    witnessed.dyads.map(({ u, v, before, after }): Residual => [u, v, (after - before) / dyads]),
  )
  const sums = moved.sums.map((sum, u) => sum - (change * observed[u]!) / dyads)
  // Pairs without a tie differ from the mean change by it alone.
  let squares = change ** 2 * squaresObserved
  for (const dyad of witnessed.dyads) {
    squares += (dyad.after - dyad.before - change * dyad.observed) ** 2 - (change * dyad.observed) ** 2
  }
  return { standardError: Math.sqrt(dyadicVariance({ ...moved, sums, squares: squares / dyads ** 2 })) }
}
