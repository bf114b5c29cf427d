/** How many actors no list has named so far, or why nothing is said of it. */
export type Unseen =
  | {
      readonly state: 'estimated'
      readonly seen: number
      /** A lower bound of all there are, the seen included, when some are more visible than others. */
      readonly estimate: number
      /** Log-normal, 95 %. */
      readonly interval: readonly [number, number]
      /** Share of the mentions of one more list that would name somebody seen already, 0..1. */
      readonly coverage: number
    }
  /** Hardly anybody was named only once: the list is nearly complete, and the interval would collapse. */
  | { readonly state: 'saturated'; readonly seen: number }
  | { readonly state: 'silent'; readonly reason: SilentReason; readonly seen: number; readonly lists: number }

/** No figure: names were picked from a list; fewer than 15 lists; fewer than 8 actors named. */
export const silentReasons = ['roster_question', 'few_lists', 'few_named'] as const
type SilentReason = (typeof silentReasons)[number]

const fewestLists = 15
const fewestNamed = 8
/** Below, when nearly all are named, the interval covers 47 % of the time instead of 95 %. */
const fewestOnce = 3

/**
 * How many off-roster actors remain unseen, from the lists of those who answered (Chao2, bias-corrected).
 *
 * @param lists one a respondent, empty ones included; a name twice in a list counts once
 * @param recall `free`: people wrote names down; `roster`: they ticked a list, which nobody outside it can enter
 */
export function unseenActors(lists: readonly (readonly string[])[], recall: 'free' | 'roster'): Unseen {
  const mentions = new Map<string, number>()
  for (const list of lists) for (const name of new Set(list)) mentions.set(name, (mentions.get(name) ?? 0) + 1)
  const counts = [...mentions.values()]
  const seen = counts.length
  const silent = (reason: SilentReason): Unseen => ({ state: 'silent', reason, seen, lists: lists.length })
  if (recall === 'roster') return silent('roster_question')
  if (lists.length < fewestLists) return silent('few_lists')
  if (seen < fewestNamed) return silent('few_named')
  const once = counts.filter((count) => count === 1).length
  const twice = counts.filter((count) => count === 2).length
  if (once < fewestOnce) return { state: 'saturated', seen }
  const sample = { seen, once, twice, occasions: lists.length }
  const estimate = chao2(sample)
  const total = counts.reduce((sum, count) => sum + count, 0)
  return {
    state: 'estimated',
    seen,
    estimate,
    interval: logNormalInterval(sample, estimate),
    coverage: sampleCoverage(sample, total),
  }
}

/** What was seen on several occasions. */
export interface Incidence {
  /** Units seen at all. */
  readonly seen: number
  /** Units seen on exactly one occasion, and on two. */
  readonly once: number
  readonly twice: number
  /** Infinity gives Chao1, for counts without occasions. */
  readonly occasions: number
}

/**
 * Least number of units there are, bias-corrected.
 * A. Chao (1987), Estimating the population size for capture-recapture data with unequal catchability, Biometrics 43:783-791;
 * A. Chao, C.-H. Chiu (2016), Species richness: estimation and comparison.
 */
export function chao2({ seen, once, twice, occasions }: Incidence): number {
  return seen + ((1 - 1 / occasions) * once * (once - 1)) / (2 * (twice + 1))
}

/** 95 % of an estimate of all units, never below those seen; both ends are the seen when nothing is estimated beyond. Chao (1987). */
export function logNormalInterval(
  { seen, once, twice }: Pick<Incidence, 'seen' | 'once' | 'twice'>,
  estimate: number,
): readonly [number, number] {
  const unseen = estimate - seen
  if (unseen <= 0) return [seen, seen]
  const doubles = Math.max(twice, 1)
  const ratio = once / doubles
  const variance = doubles * (ratio ** 4 / 4 + ratio ** 3 + ratio ** 2 / 2)
  const spread = Math.exp(1.96 * Math.sqrt(Math.log(1 + variance / unseen ** 2)))
  return [seen + unseen / spread, seen + unseen * spread]
}

/** Turing's share of mentions that the seen account for. A. Chao, L. Jost (2012), Ecology 93:2533-2547. */
function sampleCoverage({ once, twice, occasions }: Incidence, mentions: number): number {
  const lone = (occasions - 1) * once
  return 1 - (once / mentions) * (lone / (lone + 2 * twice))
}

/**
 * How many there are from two independent lists and the number on both, with its standard error.
 * D. G. Chapman (1951), University of California Publications in Statistics 1:131-160; G. A. F. Seber (1970), Biometrika 26 for the variance.
 * Throws RangeError when more are on both than on either.
 */
export function chapman(first: number, second: number, both: number): { estimate: number; standardError: number } {
  if (both > Math.min(first, second)) throw new RangeError(`${both} on both lists of ${first} and ${second}`)
  const product = (first + 1) * (second + 1)
  const variance = (product * (first - both) * (second - both)) / ((both + 1) ** 2 * (both + 2))
  return { estimate: product / (both + 1) - 1, standardError: Math.sqrt(variance) }
}
