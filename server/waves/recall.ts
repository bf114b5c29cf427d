import type { Interval } from '../diagnosis/statistics/interval.ts'
import { type Judged, judged, pairsAmong, stayersOf, unsaid, witnessesOf } from './comparability.ts'
import { type Side, speakers, type WavePair } from './ground.ts'
import { barrierBetween, type ComparedPair } from './ties.ts'
import { dyadicMoments, dyadicVariance, type Residual, testedChange, togetherness } from './uncertainty.ts'

/** How readily ends told of their ties in two waves, and how many there then were. */
export interface RecallChange {
  /** Chance that an end that answered tells of a tie, q = 2c / (2c + s), c told by both and s by one of two that were heard; M. Newman (2018), Nature Physics 14:542. */
  readonly before: number
  readonly after: number
  /** Of no change of it, where small, the waves were not answered alike, and what they tell differs for that reason. */
  readonly p: number
  /** Relative change of the number of ties once forgetting is taken off: reports over recall, after over before, less one. */
  readonly growth: number
  readonly growthInterval: Interval
  /** Of the logarithm of one plus the growth. */
  readonly growthError: number
  readonly growthP: number
}

/** A change of recall that is missed would pass for one of ties or of figures, so that more is asked of these where it is only likely. */
export const cautionLevel = 0.2

/** Fewer ties told by both say too little of how readily they are told. */
const leastConfirmed = 10

/**
 * Recall of the two waves and the growth between them, by those on both rosters that answered both times. A tie may be easier to tell than another: as long as it is so in
 * both waves, that leaves the growth as it is. Standard errors of the logarithms by what each pair brings to them, see `dyadicVariance`.
 */
export function recallChange(pair: WavePair): Judged<RecallChange> {
  if (!pair.before.namesSpeakers || !pair.after.namesSpeakers) return unsaid('no_reporters')
  const tallies = [talliesOf(pair, pair.before), talliesOf(pair, pair.after)] as const
  const all = tallies.map(sumOf) as [Tally, Tally]
  if (all.some(({ confirmed }) => confirmed < leastConfirmed)) return unsaid('too_few_ties')
  const [before, after] = all.map(recallOf) as [number, number]
  const recallError = Math.sqrt(dyadicVariance(momentsOf(pair, tallies, (own, wave) => ofLogRecall(own, all[wave]))))
  const growthError = Math.sqrt(growthVariance(pair, tallies, all))
  const logGrowth = Math.log(all[1].reports / after) - Math.log(all[0].reports / before)
  const grown = testedChange(logGrowth, growthError)
  const { low, high } = grown.interval
  return judged({
    before,
    after,
    p: testedChange(Math.log(after / before), recallError).p,
    growth: Math.expm1(logGrowth),
    growthInterval: { low: Math.expm1(low), high: Math.expm1(high) },
    growthError,
    growthP: grown.p,
  })
}

/** Recall among pairs whose two ends answered both times; 1 where no tie was told twice or by one alone. */
export function recallAmong(heard: readonly ComparedPair[], wave: 'before' | 'after'): number {
  const tally = { confirmed: 0, single: 0 }
  for (const tie of heard) {
    const bits = tie[wave] & bothEnds
    if (bits === bothEnds) tally.confirmed++
    else if (bits !== 0) tally.single++
  }
  return tally.confirmed + tally.single === 0 ? 1 : recallOf(tally)
}

interface Tally {
  /** Pairs of two that were heard, told by both, by one. */
  readonly confirmed: number
  readonly single: number
  /** Whatever those who answered both times tell. */
  readonly reports: number
}
/** By pair, u · actors + v. */
type Tallies = ReadonlyMap<number, Tally>

const bothEnds = speakers.low | speakers.high

function recallOf({ confirmed, single }: Omit<Tally, 'reports'>): number {
  return (2 * confirmed) / (2 * confirmed + single)
}

/** What a pair brings to the logarithm of recall. */
function ofLogRecall(own: Tally, all: Tally): number {
  return own.confirmed / all.confirmed - (2 * own.confirmed + own.single) / (2 * all.confirmed + all.single)
}

function talliesOf(pair: WavePair, { said }: Side): Tallies {
  const [stays, witnesses] = [stayersOf(pair), witnessesOf(pair)]
  const n = stays.length
  const bits = new Map<number, number>()
  for (const { u, v, speaker } of said) {
    if (speaker === speakers.elsewhere || !witnesses[speaker === speakers.low ? u : v]) continue
    if (!barrierBetween(pair, stays, u, v)) bits.set(u * n + v, (bits.get(u * n + v) ?? 0) | speaker)
  }
  return new Map(
    [...bits].map(([key, told]) => {
      const isHeardTwice = witnesses[Math.floor(key / n)] && witnesses[key % n]
      const isConfirmed = told === bothEnds
      return [
        key,
        {
          confirmed: isHeardTwice && isConfirmed ? 1 : 0,
          single: isHeardTwice && !isConfirmed ? 1 : 0,
          reports: isConfirmed ? 2 : 1,
        },
      ]
    }),
  )
}

function sumOf(tallies: Tallies): Tally {
  const sum = { confirmed: 0, single: 0, reports: 0 }
  for (const { confirmed, single, reports } of tallies.values()) {
    sum.confirmed += confirmed
    sum.single += single
    sum.reports += reports
  }
  return sum
}

/**
 * Variance of the logarithm of the growth of this very network, which its ties are the whole of and no sample: of what forgetting makes of it in either wave, and of what changed between pairs
 * that nobody heard. To take ties that began and ended for chance too made the intervals hold in 99 of 100 worlds.
 */
function growthVariance(pair: WavePair, tallies: readonly Tallies[], all: readonly [Tally, Tally]): number {
  const brought = (own: Tally, wave: 0 | 1) => own.reports / all[wave].reports - ofLogRecall(own, all[wave])
  const moments = momentsOf(pair, tallies, brought)
  const forgotten = ([0, 1] as const).reduce<number>((sum, wave) => {
    let squares = 0
    for (const own of tallies[wave]?.values() ?? []) squares += brought(own, wave) ** 2
    return sum + squares - ofTrueTies(all[wave])
  }, 0)
  const changed = Math.max(0, moments.squares - forgotten)
  const witnesses = witnessesOf(pair)
  const unheard = pairsAmong(pair, (u) => !witnesses[u]) / pairsAmong(pair, () => true)
  return forgotten + unheard * changed + togetherness(moments)
}

/** Σ N g² over the true ties, forgotten ones among them, g the mean that one brings: of ties that were heard from both ends, and of those heard from one. */
function ofTrueTies({ confirmed, single, reports }: Tally): number {
  const recall = recallOf({ confirmed, single })
  return (recall * (reports + 2 * confirmed + single)) / reports ** 2
}

/** Of the later less the earlier sum of what each pair brings. */
function momentsOf(pair: WavePair, tallies: readonly Tallies[], brings: (own: Tally, wave: 0 | 1) => number) {
  const n = pair.actors.length
  const residuals = new Map<number, number>()
  for (const [wave, sign] of [
    [0, -1],
    [1, 1],
  ] as const) {
    for (const [key, own] of tallies[wave] ?? [])
      residuals.set(key, (residuals.get(key) ?? 0) + sign * brings(own, wave))
  }
  return dyadicMoments(
    n,
    Array.from(residuals, ([key, e]): Residual => [Math.floor(key / n), key % n, e]),
  )
}
