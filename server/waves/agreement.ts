import { stayersOf, witnessesOf } from './comparability.ts'
import { answered, type Side, speakers, type WavePair } from './ground.ts'
import type { ComparedPair } from './ties.ts'

/** Pairs, or arcs, that both waves observed. */
export interface Counts {
  readonly kept: number
  readonly ended: number
  readonly new: number
  /** Tied in neither wave. */
  readonly never: number
}

/** How far two waves agree. Null: nothing to divide by. */
export interface Agreement extends Counts {
  readonly dyads: number
  readonly densityBefore: number | null
  readonly densityAfter: number | null
  /** Kept among all that either tells, 0..1. At .3 or more the waves carry on from each other; below .2 they hardly describe one network (Snijders et al. 2010, Social Networks 32:44-60). */
  readonly jaccard: number | null
  /** Ended and new, and their share of all dyads. */
  readonly hamming: number
  readonly hammingShare: number | null
  /** Kept among the ties of the earlier wave. */
  readonly survival: number | null
  /** New among the ties of the later wave. */
  readonly novelty: number | null
  /** Kept or never. Above .9 in any sparse network: not a sign of stability. */
  readonly matching: number | null
  /** Pearson's correlation of the two waves, -1..1. */
  readonly phi: number | null
  /** J. Cohen (1960): agreement beyond that of the margins. */
  readonly kappa: number | null
  /** G. U. Yule (1900): of the odds ratio, (ad − bc) / (ad + bc). */
  readonly yulesQ: number | null
}

export function agreementOf(counts: Counts): Agreement {
  const { kept: a, ended: b, new: c, never: d } = counts
  const dyads = a + b + c + d
  const over = (part: number, whole: number) => (whole === 0 ? null : part / whole)
  const matching = over(a + d, dyads)
  const byChance = dyads === 0 ? 0 : ((a + b) * (a + c) + (c + d) * (b + d)) / dyads ** 2
  return {
    ...counts,
    dyads,
    densityBefore: over(a + b, dyads),
    densityAfter: over(a + c, dyads),
    jaccard: over(a, a + b + c),
    hamming: b + c,
    hammingShare: over(b + c, dyads),
    survival: over(a, a + b),
    novelty: over(c, a + c),
    matching,
    phi: over(a * d - b * c, Math.sqrt((a + b) * (c + d) * (a + c) * (b + d))),
    kappa: matching === null ? null : over(matching - byChance, 1 - byChance),
    yulesQ: over(a * d - b * c, a * d + b * c),
  }
}

/** Over the pairs compared, whoever tells. */
export function agreementOfPairs(pair: WavePair, compared: readonly ComparedPair[]): Agreement {
  const count = (fate: ComparedPair['fate']) => compared.filter((tie) => tie.fate === fate).length
  const told = { kept: count('kept'), ended: count('ended'), new: count('new') }
  return agreementOf({ ...told, never: comparableDyads(pair) - told.kept - told.ended - told.new })
}

/** Over ordered pairs of actors on both rosters whose first answered both times: who names whom. */
export function agreementOfArcs(pair: WavePair, compared: readonly ComparedPair[]): Agreement {
  const witnesses = witnessesOf(pair)
  const stays = stayersOf(pair)
  const told = { kept: 0, ended: 0, new: 0 }
  for (const { u, v, before, after, reason } of compared) {
    if (reason !== null) continue
    for (const [speaker, bit] of [
      [u, speakers.low],
      [v, speakers.high],
    ] as const) {
      if (!witnesses[speaker]) continue
      const [then, now] = [before & bit, after & bit]
      if (then && now) told.kept++
      else if (then) told.ended++
      else if (now) told.new++
    }
  }
  const { outside } = pair
  const staying = countWhere(stays, () => true)
  const stayingOut = countWhere(stays, (u) => outside[u] === 1)
  const arcs = witnesses.reduce((sum, flag, u) => {
    return flag ? sum + staying - (outside[u] ? stayingOut : 1) : sum
  }, 0)
  return agreementOf({ ...told, never: arcs - told.kept - told.ended - told.new })
}

/** Pairs on both rosters that somebody could tell of each time. O(n). */
export function comparableDyads(pair: WavePair): number {
  const { before, after, outside } = pair
  if (before.basis !== 'survey' || after.basis !== 'survey') return 0
  const stays = stayersOf(pair)
  const didAnswer = (side: Side, u: number) => (side.standing[u] === answered ? 1 : 0)
  // One bit each: answered then, answered now, outside.
  const sizes = new Float64Array(8)
  stays.forEach((flag, u) => {
    if (flag) sizes[didAnswer(before, u) | (didAnswer(after, u) << 1) | (outside[u] ? 4 : 0)]!++
  })
  let dyads = 0
  for (let a = 0; a < 8; a++) {
    for (let b = a; b < 8; b++) {
      if (((a | b) & 3) !== 3 || a & b & 4) continue
      dyads += a === b ? (sizes[a]! * (sizes[a]! - 1)) / 2 : sizes[a]! * sizes[b]!
    }
  }
  return dyads
}

function countWhere(flags: Uint8Array, holds: (u: number) => boolean): number {
  return flags.reduce((count, flag, u) => count + (flag && holds(u) ? 1 : 0), 0)
}
