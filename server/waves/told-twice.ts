import { z95 } from '../diagnosis/statistics/interval.ts'
import { type Judged, judged, pairsAmong, unsaid, witnessesOf } from './comparability.ts'
import { speakers, type WavePair } from './ground.ts'
import { cautionLevel, recallAmong, recallChange } from './recall.ts'
import { binomialAtLeast, binomialMidP } from './sign-test.ts'
import type { ComparedPair } from './ties.ts'
import { dyadicMoments, dyadicVariance, type Estimate, type Residual } from './uncertainty.ts'

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
  const heardTwice = pairsAmong(pair, (u) => witnesses[u] === 1) / pairsAmong(pair, () => true)
  const then = oddsOf(heard, 'before')
  const now = oddsOf(heard, 'after')
  const share = (wave: 'before' | 'after', pattern: 'ended' | 'new') => {
    const [own, other] = wave === 'before' ? [then, now] : [now, then]
    const forgotten = isForgotten ? (wave === 'before' ? lostOdds / wonOdds : wonOdds / lostOdds) : 1
    const seen = heardTwice * (wave === 'before' ? r : q) ** 2
    const moves = (tie: ComparedPair) => (isForgotten ? own(tie) - other(tie) : 0)
    return trulyChanged(pair.actors.length, heard, { wave, pattern, forgotten, seen, moves })
  }
  return judged({
    pairs: heard.length,
    ended,
    new: begun,
    crossed,
    byForgetting,
    p: test(ended + begun, ended + begun + crossed, byForgetting),
    endedShare: share('before', 'ended'),
    newShare: share('after', 'new'),
  })
}

const bothEnds = speakers.low | speakers.high

function patternOf({ before, after }: ComparedPair): Pattern | null {
  const [then, now] = [before & bothEnds, after & bothEnds]
  if (then === bothEnds && now === 0) return 'ended'
  if (then === 0 && now === bothEnds) return 'new'
  return then !== 0 && now !== 0 && (then & now) === 0 ? 'crossed' : null
}

/** What a pair brings to the logarithm of the odds that an end tells of a tie in a wave, 2c / s, c told by both and s by one. */
function oddsOf(heard: readonly ComparedPair[], wave: 'before' | 'after'): (tie: ComparedPair) => number {
  const isConfirmed = (tie: ComparedPair) => (tie[wave] & bothEnds) === bothEnds
  const isSingle = (tie: ComparedPair) => !isConfirmed(tie) && (tie[wave] & bothEnds) !== 0
  const [confirmed, single] = [heard.filter(isConfirmed).length, heard.filter(isSingle).length]
  return (tie) => (isConfirmed(tie) ? 1 / confirmed : isSingle(tie) ? -1 / single : 0)
}

interface Changed {
  readonly wave: 'before' | 'after'
  readonly pattern: 'ended' | 'new'
  /** So many times half of the crossed are what forgetting makes of the pattern. */
  readonly forgotten: number
  /** What a pair brings to the logarithm of that. */
  readonly moves: (tie: ComparedPair) => number
  /** Share of the ties on both rosters that are told by both ends: so much of the truth is seen, and no sample of it. */
  readonly seen: number
}

/**
 * Share of the ties told by both ends in a wave that truly ended, or began: x − k c / 2 of y, x of the pattern, c crossed, k the odds of forgetting. Its interval is of all shares that a score
 * test does not refuse: its variance is what that share, and as much forgetting as then is likeliest, would make. With the variance of what was found, which is small where little was found, the
 * interval of a share of 0 held in 99 of 100 worlds, and it reached too low elsewhere. Null without a tie told by both.
 */
function trulyChanged(
  actors: number,
  heard: readonly ComparedPair[],
  { wave, pattern, forgotten, seen, moves }: Changed,
): Estimate | null {
  const isOf = (tie: ComparedPair) => (tie[wave] & bothEnds) === bothEnds
  const found = heard.filter((tie) => patternOf(tie) === pattern)
  const crossed = heard.filter((tie) => patternOf(tie) === 'crossed')
  const told = heard.filter(isOf).length
  if (told === 0) return null
  const [foundMove, crossedMove] = [found, crossed].map(([tie]) => (tie ? moves(tie) : 0)) as [number, number]
  const others = heard.filter((tie) => patternOf(tie) !== pattern && patternOf(tie) !== 'crossed')
  const holding = others.filter(isOf)
  const holdingMove = holding.reduce((all, tie) => all + moves(tie), 0) / Math.max(1, holding.length)
  const squaredMoves = others.reduce((all, tie) => all + moves(tie) ** 2, 0)
  /** The likeliest number that forgetting makes of the pattern, were `share` what changed. */
  const likeliest = (share: number) => {
    const per = 1 + 2 / forgotten
    const free = found.length + crossed.length - per * share * told
    return (free + Math.sqrt(free ** 2 + 4 * per * crossed.length * share * told)) / (2 * per)
  }
  const varianceAt = (share: number) => {
    const lost = likeliest(share)
    const held = Math.max(0, told * (1 - share) - lost)
    return Math.max(
      0,
      (share * told + lost) * (1 - share - lost * foundMove) ** 2 +
        ((2 * lost) / forgotten) * (forgotten / 2 + lost * crossedMove) ** 2 +
        held * share * (share + 2 * lost * holdingMove) +
        lost ** 2 * squaredMoves -
        seen * share * (1 - share) * told,
    )
  }
  const count = found.length - (forgotten * crossed.length) / 2
  const value = Math.min(1, Math.max(0, count / told))
  const lost = likeliest(value)
  const moments = dyadicMoments(
    actors,
    heard.map((tie): Residual => {
      const x = patternOf(tie) === pattern ? 1 : patternOf(tie) === 'crossed' ? -forgotten / 2 : 0
      return [tie.u, tie.v, x - (isOf(tie) ? value : 0) - lost * moves(tie)]
    }),
  )
  const together = moments.squares > 0 ? dyadicVariance(moments) / moments.squares : 1
  const deviates = (share: number) => (count - share * told) / Math.sqrt(together * varianceAt(share))
  return {
    value,
    standardError: Math.sqrt(together * varianceAt(value)) / told,
    interval: { low: crossing(deviates, z95, 0, value), high: crossing(deviates, -z95, value, 1) },
  }
}

/** Where a falling function passes a level between two places; the nearer end where it does not. */
function crossing(falling: (at: number) => number, level: number, from: number, to: number): number {
  if (falling(from) <= level) return from
  if (falling(to) >= level) return to
  let [low, high] = [from, to]
  while (high - low > 1e-9) {
    const middle = (low + high) / 2
    if (falling(middle) > level) low = middle
    else high = middle
  }
  return (low + high) / 2
}
