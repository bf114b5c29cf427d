import { type Judged, judged, unsaid, witnessesOf } from './comparability.ts'
import { speakers, type WavePair } from './ground.ts'
import { cautionLevel, recallAmong, recallChange } from './recall.ts'
import { binomialAtLeast, binomialMidP } from './sign-test.ts'
import type { ComparedPair } from './ties.ts'
import { type DyadTerm, type Estimate, ratioOf } from './uncertainty.ts'

/** Whether ties truly changed, or were only told otherwise. */
export interface ToldTwice {
  /** Pairs told of whose two ends answered both times. */
  readonly pairs: number
  /** Told by both ends in one wave and by neither in the other: ended, and new. */
  readonly ended: number
  readonly new: number
  /** Told by one end then and by the other now: what forgetting alone makes. */
  readonly crossed: number
  /** Of those three, the share of the first two that forgetting would make: one half where ties are told as readily in both waves. */
  readonly byForgetting: number
  /** Chance of so many, had nothing changed: mid-p, or exact where recall may have moved; see `toldTwice`. */
  readonly p: number
  /** Estimates of the true shares, what forgetting makes taken off: ended among the ties both told then, new among those both tell now. 0 where less was found than forgetting makes. */
  readonly endedShare: Estimate | null
  readonly newShare: Estimate | null
}

/** Fewer such pairs say nothing: five that all go one way are p = .031. */
const leastDifferences = 5

type Pattern = 'ended' | 'new' | 'crossed'

/**
 * A tie that is there both times, that one end tells with chance r and the other with s, is told by both then and by neither now as often as by one then and only by the other
 * now: r s (1 − r)(1 − s), each way. Only a change makes more of the first than of the second, whatever the chances and however they differ from tie to tie, so that a sign test
 * of one against the other is a test of change that forgetting does not fool. Where recall differs between waves, r then and q now, forgetting makes
 * (r − q)² more of the first, and the test is against that. It stands on the two ends answering apart from each other. Half of the chance of just so many counts, since with a dozen pairs the exact
 * p is far above what it stands for, but where recall may have moved, and (r − q)² is only estimated: M. Fagerland, S. Lydersen, P. Laake (2013), The McNemar test for binary matched-pairs data: mid-p and asymptotic are better than exact conditional, BMC Medical
 * Research Methodology 13:91.
 */
export function toldTwice(pair: WavePair, compared: readonly ComparedPair[]): Judged<ToldTwice> {
  if (!pair.before.namesSpeakers || !pair.after.namesSpeakers) return unsaid('no_reporters')
  const witnesses = witnessesOf(pair)
  const heard = compared.filter(({ u, v, reason }) => reason === null && witnesses[u] && witnesses[v])
  if (heard.length === 0) return unsaid('too_few_ties')
  const count = (pattern: Pattern) => heard.filter((tie) => patternOf(tie) === pattern).length
  const [ended, begun, crossed] = [count('ended'), count('new'), count('crossed')]
  if (ended + begun + crossed < leastDifferences) return unsaid('too_few_differences')
  const [r, q] = [recallAmong(heard, 'before'), recallAmong(heard, 'after')]
  const lostOdds = r * (1 - q)
  const wonOdds = q * (1 - r)
  const isForgotten = lostOdds > 0 && wonOdds > 0
  const byForgetting = lostOdds + wonOdds > 0 ? (lostOdds ** 2 + wonOdds ** 2) / (lostOdds + wonOdds) ** 2 : 0.5
  const isToldAlike = (recallChange(pair).value?.p ?? 0) > cautionLevel
  const test = isToldAlike ? binomialMidP : binomialAtLeast
  const share = (wave: 'before' | 'after', pattern: 'ended' | 'new', forgotten: number) =>
    bounded(ratioOf(pair.actors.length, termsOf(heard, wave, pattern, forgotten)))
  return judged({
    pairs: heard.length,
    ended,
    new: begun,
    crossed,
    byForgetting,
    p: test(ended + begun, ended + begun + crossed, byForgetting),
    endedShare: share('before', 'ended', isForgotten ? lostOdds / wonOdds : 1),
    newShare: share('after', 'new', isForgotten ? wonOdds / lostOdds : 1),
  })
}

const bothEnds = speakers.low | speakers.high

function patternOf({ before, after }: ComparedPair): Pattern | null {
  const [then, now] = [before & bothEnds, after & bothEnds]
  if (then === bothEnds && now === 0) return 'ended'
  if (then === 0 && now === bothEnds) return 'new'
  return then !== 0 && now !== 0 && (then & now) === 0 ? 'crossed' : null
}

/** Half of the crossed, times the odds of forgetting, are what it makes of the pattern. */
function termsOf(heard: readonly ComparedPair[], wave: 'before' | 'after', pattern: Pattern, forgotten: number) {
  return heard.flatMap((tie): DyadTerm[] => {
    const found = patternOf(tie)
    const y = (tie[wave] & bothEnds) === bothEnds ? 1 : 0
    const x = found === pattern ? 1 : found === 'crossed' ? -forgotten / 2 : 0
    return x === 0 && y === 0 ? [] : [{ u: tie.u, v: tie.v, x, y }]
  })
}

function bounded(estimate: Estimate | null): Estimate | null {
  if (!estimate) return null
  const within = (value: number) => Math.min(1, Math.max(0, value))
  const { low, high } = estimate.interval
  return { ...estimate, value: within(estimate.value), interval: { low: within(low), high: within(high) } }
}
