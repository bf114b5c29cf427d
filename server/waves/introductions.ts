import { hypergeometricAtMost } from '../diagnosis/statistics/hypergeometric.ts'
import { type Interval, wilson } from '../diagnosis/statistics/interval.ts'
import { type Judged, judged, stayersOf, unsaid } from './comparability.ts'
import type { WavePair } from './ground.ts'
import { barrierBetween, type ComparedPair } from './ties.ts'

export interface SuggestedFate {
  readonly pair: readonly [string, string]
  /** `happened`: not tied then, tied now. `not_yet`. `already`: tied when it was suggested. `unknown`: not observed in both waves, or not two actors of theirs. */
  readonly fate: 'happened' | 'not_yet' | 'already' | 'unknown'
}

export interface IntroductionOutcome {
  readonly suggested: readonly SuggestedFate[]
  /** Suggested pairs that could happen, and that did. */
  readonly open: number
  readonly happened: number
  /** Pairs of the same kinds that nobody suggested, and those that became tied. */
  readonly others: number
  readonly othersHappened: number
  readonly share: number
  readonly shareInterval: Interval
  /** Share that the others would have had, were they of the kinds suggested in the same numbers; with its interval. */
  readonly expectedShare: number
  readonly expectedInterval: Interval
  /** share − expectedShare, with R. Newcombe's interval (1998, Statistics in Medicine 17:873-890, method 10). */
  readonly difference: number
  readonly interval: Interval
  /** Chance of so many among the suggested, had suggesting changed nothing: exact, within kinds (W. Cochran, N. Mantel, W. Haenszel). Pairs of one actor go together, so it is indicative. */
  readonly p: number
}

/**
 * What became of suggested introductions, beside pairs of the same kind that were not: both ends on both rosters, observed in both waves and not tied in the earlier one;
 * alike in whether their spheres are one and in whether they had a partner in common, as what is suggested is often what would happen anyway.
 */
export function introductionOutcome(
  pair: WavePair,
  compared: readonly ComparedPair[],
  suggested: readonly (readonly [string, string])[],
): Judged<IntroductionOutcome> {
  const n = pair.actors.length
  const nodeOf = new Map(pair.actors.map((id, node) => [id, node]))
  const stays = stayersOf(pair)
  const ties = new Map(compared.map((tie) => [tie.u * n + tie.v, tie]))
  const partners = partnersThen(n, compared)
  const kindOf = (u: number, v: number) => {
    const { groupOf } = pair.spheres
    const isAlike = groupOf[u]! >= 0 && groupOf[u] === groupOf[v]
    const [few, many] =
      partners[u]!.size <= partners[v]!.size ? [partners[u]!, partners[v]!] : [partners[v]!, partners[u]!]
    return (isAlike ? 1 : 0) | ([...few].some((w) => many.has(w)) ? 2 : 0)
  }
  const picked = new Set<number>()
  const strata = [0, 1, 2, 3].map(() => ({ suggested: 0, happened: 0, others: 0, othersHappened: 0 }))
  const fates = suggested.map(([a, b]): SuggestedFate => {
    const [s, t] = [nodeOf.get(a) ?? -1, nodeOf.get(b) ?? -1]
    const [u, v] = s < t ? [s, t] : [t, s]
    if (u < 0 || u === v || barrierBetween(pair, stays, u, v)) return { pair: [a, b], fate: 'unknown' }
    const tie = ties.get(u * n + v)
    if (tie?.before) return { pair: [a, b], fate: 'already' }
    if (!picked.has(u * n + v)) {
      picked.add(u * n + v)
      const stratum = strata[kindOf(u, v)]!
      stratum.suggested++
      if (tie?.after) stratum.happened++
    }
    return { pair: [a, b], fate: tie?.after ? 'happened' : 'not_yet' }
  })
  if (picked.size === 0) return unsaid('no_ties')
  const isSuggestedKind = strata.map(({ suggested: count }) => count > 0)
  for (let u = 0; u < n; u++) {
    for (let v = u + 1; stays[u] && v < n; v++) {
      const tie = ties.get(u * n + v)
      if (tie?.before || picked.has(u * n + v) || barrierBetween(pair, stays, u, v)) continue
      const kind = kindOf(u, v)
      if (!isSuggestedKind[kind]) continue
      strata[kind]!.others++
      if (tie?.after) strata[kind]!.othersHappened++
    }
  }
  return outcomeOf(fates, strata)
}

interface Stratum {
  readonly suggested: number
  readonly happened: number
  readonly others: number
  readonly othersHappened: number
}

function outcomeOf(fates: readonly SuggestedFate[], strata: readonly Stratum[]): Judged<IntroductionOutcome> {
  const used = strata.filter(({ suggested, others }) => suggested > 0 && others > 0)
  const total = (of: (stratum: Stratum) => number) => used.reduce((sum, stratum) => sum + of(stratum), 0)
  const [open, happened] = [total((s) => s.suggested), total((s) => s.happened)]
  const [others, othersHappened] = [total((s) => s.others), total((s) => s.othersHappened)]
  const shareInterval = wilson(happened, open)
  if (!shareInterval) return unsaid('too_few_ties')
  const rateOf = ({ othersHappened: did, others: of }: Stratum) => did / of
  const expectedShare = total((s) => (s.suggested / open) * rateOf(s))
  // As many independent pairs as would give the variance of the standardised share.
  const variance = total((s) => (s.suggested / open) ** 2 * ((rateOf(s) * (1 - rateOf(s))) / s.others))
  const worth = variance > 0 ? (expectedShare * (1 - expectedShare)) / variance : others
  const expectedInterval = wilson(expectedShare * worth, worth) ?? { low: 0, high: 1 }
  const share = happened / open
  const difference = share - expectedShare
  return judged({
    suggested: fates,
    open,
    happened,
    others,
    othersHappened,
    share,
    shareInterval,
    expectedShare,
    expectedInterval,
    difference,
    interval: {
      low: difference - Math.hypot(share - shareInterval.low, expectedInterval.high - expectedShare),
      high: difference + Math.hypot(shareInterval.high - share, expectedShare - expectedInterval.low),
    },
    p: stratifiedP(used, happened),
  })
}

/** P(at least so many happened among the suggested), the number that happened in each stratum given: a convolution of hypergeometrics. */
function stratifiedP(strata: readonly Stratum[], happened: number): number {
  let chances = [1]
  for (const { suggested, others, happened: did, othersHappened } of strata) {
    const [total, marked] = [suggested + others, did + othersHappened]
    const atMost = (k: number) => (k < 0 ? 0 : hypergeometricAtMost(k, total, marked, suggested))
    const own = Array.from({ length: Math.min(suggested, marked) + 1 }, (_, k) => atMost(k) - atMost(k - 1))
    const next = new Array<number>(chances.length + own.length - 1).fill(0)
    chances.forEach((chance, i) => {
      own.forEach((more, k) => {
        next[i + k]! += chance * more
      })
    })
    chances = next
  }
  return Math.min(
    1,
    chances.slice(happened).reduce((sum, chance) => sum + chance, 0),
  )
}

function partnersThen(actors: number, compared: readonly ComparedPair[]): Set<number>[] {
  const partners = Array.from({ length: actors }, () => new Set<number>())
  for (const { u, v, before } of compared) {
    if (!before) continue
    partners[u]!.add(v)
    partners[v]!.add(u)
  }
  return partners
}
