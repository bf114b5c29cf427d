import { type Gate, gates } from '../diagnosis/response.ts'
import { absent, answered, type Basis, named, type Side, silent, speakerOf, type WavePair } from './ground.ts'

/** Why something is not said. */
export const reasons = [
  /** A wave rests on something else than a survey: what it leaves out is not known to be absent. */
  'basis',
  /** In a wave nobody answered. */
  'nobody_answered',
  /** The waves tell of no kind of tie in common. */
  'other_kinds',
  /** Too few of those asked answered, in one wave or the other. */
  'response_rate',
  /** Enough answered, but one of those whom most others name did not. */
  'often_named_silent',
  /** Fewer than twelve actors were heard both times. */
  'too_few_witnesses',
  'too_small',
  'too_large',
  'no_ties',
  'too_few_ties',
  /** Both waves ask about the same relation: that they are alike is known beforehand. */
  'same_relation',
  /** The data do not say who told of a tie. */
  'no_reporters',
  /** Not enough was told twice, or differently. */
  'too_few_differences',
  'no_spheres',
  'no_outside_actors',
  'no_strengths',
  'no_regularities',
  'no_programme',
  'no_dates',
  /** The figure has no value in one of the waves. */
  'undefined_figure',
  /** Ties were told more or less readily, which moves the figure by an unknown amount. */
  'told_otherwise',
  /** Fewer than three territories have two surveys that say it. */
  'too_few_territories',
  /** The draws gave nothing to compare with. */
  'no_draws',
] as const
export type Reason = (typeof reasons)[number]

/** A value, or why there is none. */
export type Judged<T> = { readonly value: T; readonly reason: null } | { readonly value: null; readonly reason: Reason }

export const judged = <T>(value: T): Judged<T> => ({ value, reason: null })
export const unsaid = (reason: Reason): { readonly value: null; readonly reason: Reason } => ({ value: null, reason })

/** Convention C12: tests between waves need a common roster of twelve. */
export const leastWitnesses = 12

/** Shares of those asked who answered, from which each gate is open. */
export interface ResponseLevels {
  readonly full: number
  readonly bands: number
  readonly composition: number
}
export const responseLevels: ResponseLevels = { full: 0.8, bands: 0.7, composition: 0.5 }

/**
 * What two waves can be compared in. `presence`: who is there, and what both name. `ties`: kept, ended, new. `levels`: density, turnover, tests. `positions`: actors,
 * ranks, communities. `programme`: projects, pilots, meetings.
 */
export const matters = ['presence', 'ties', 'levels', 'positions', 'programme'] as const
export type Matter = (typeof matters)[number]

export interface Comparability {
  readonly bases: readonly [before: Basis, after: Basis]
  /** Of the wave that allows less. */
  readonly gate: Gate
  /** Answered among those asked; null where nobody was. */
  readonly response: readonly [before: number | null, after: number | null]
  /** Actors on both rosters that answered both times: those whose word can be set beside their own. */
  readonly witnesses: number
  /** Null: it may be compared. */
  readonly barrier: Readonly<Record<Matter, Reason | null>>
}

/**
 * What may be compared. Only a survey observes what is not there, so a wave made from documents, or from what a team knows, is compared with any other
 * in who is there, what both name, and the programme it lists. Gates by the share that answered, one lower when one of the five actors
 * that most others name is silent. R. Smith, J. Moody (2013), Social Networks 35:652-668.
 */
export function comparabilityOf(pair: WavePair, levels: ResponseLevels = responseLevels): Comparability {
  const { before, after } = pair
  // Nobody answers a document, whatever its roster says.
  const areSurveys = before.basis === 'survey' && after.basis === 'survey'
  const witnesses = areSurveys ? witnessesOf(pair).reduce((count, flag) => count + flag, 0) : 0
  const gate = [before, after].map((side) => gateOf(side, levels)).reduce(lower)
  const ties = tieBarrier(pair)
  const few = witnesses < leastWitnesses ? 'too_few_witnesses' : null
  const coverage = gate === 'coverage' ? 'response_rate' : null
  const isRateEnough = [before, after].every((side) => gateByRate(side, levels) !== 'composition')
  const composition = gate === 'composition' ? (isRateEnough ? 'often_named_silent' : 'response_rate') : null
  return {
    bases: [before.basis, after.basis],
    gate,
    response: [responseOf(before), responseOf(after)],
    witnesses,
    barrier: {
      presence: null,
      ties,
      levels: ties ?? coverage ?? few,
      positions: ties ?? coverage ?? composition ?? few,
      programme: null,
    },
  }
}

/** 1 for actors on both rosters, of which both waves say one thing. */
export function stayersOf({ before, after }: WavePair): Uint8Array {
  const isListed = ({ standing, contradicted }: Side, u: number) => standing[u]! >= silent && !contradicted[u]
  return before.standing.map((_, u) => (isListed(before, u) && isListed(after, u) ? 1 : 0))
}

/** 1 for actors that answered both times. */
export function witnessesOf({ before, after }: WavePair): Uint8Array {
  return before.standing.map((then, u) => (then === answered && after.standing[u] === answered ? 1 : 0))
}

/** How many pairs there are of some of those on both rosters, at least one end inside. */
export function pairsAmong(pair: WavePair, isOne: (u: number) => boolean): number {
  const stays = stayersOf(pair)
  let [all, outside] = [0, 0]
  for (const [u, flag] of stays.entries()) {
    if (!flag || !isOne(u)) continue
    all++
    outside += pair.outside[u] ?? 0
  }
  return (all * (all - 1) - outside * (outside - 1)) / 2
}

export interface Roster {
  /** On both rosters; of them, those that answered both times, and those that answered once or never. */
  readonly stayers: readonly string[]
  readonly witnesses: readonly string[]
  /** On the roster of the later wave, and in no way in the earlier one; and the other way round. */
  readonly joiners: readonly string[]
  readonly leavers: readonly string[]
  /** On one roster at most, and named in a wave where they are on none: whether they came, left, or were forgotten is not known. */
  readonly named: readonly string[]
}

export function rosterOf(pair: WavePair): Roster {
  const { actors, before, after } = pair
  const [stays, witnesses] = [stayersOf(pair), witnessesOf(pair)]
  const idsWhere = (holds: (u: number) => boolean) => actors.filter((_, u) => holds(u))
  const isIn = (side: Side, u: number) => side.standing[u]! >= silent
  // Whoever a wave without a roster does not speak of may have been there.
  const areListed = hasRoster(before) && hasRoster(after)
  return {
    stayers: idsWhere((u) => stays[u] === 1),
    witnesses: idsWhere((u) => witnesses[u] === 1),
    joiners: idsWhere((u) => areListed && before.standing[u] === absent && isIn(after, u)),
    leavers: idsWhere((u) => areListed && after.standing[u] === absent && isIn(before, u)),
    named: idsWhere((u) => stays[u] === 0 && (before.standing[u] === named || after.standing[u] === named)),
  }
}

/** How many are on the roster of a wave. */
export function listedIn({ standing }: Side): number {
  return standing.reduce((count, code) => count + (code >= silent ? 1 : 0), 0)
}

/** Of a wave without one, nobody is known to be missing. */
export function hasRoster(side: Side): boolean {
  return listedIn(side) > 0
}

/** Answered among those asked; null where nobody was, and in a wave that is no survey. */
export function responseOf({ basis, asked, standing }: Side): number | null {
  let [of, did] = [0, 0]
  for (let u = 0; u < asked.length; u++) {
    of += asked[u]!
    did += asked[u] && standing[u] === answered ? 1 : 0
  }
  return basis === 'survey' && of > 0 ? did / of : null
}

function tieBarrier({ before, after, toldOnce }: WavePair): Reason | null {
  if (before.basis !== 'survey' || after.basis !== 'survey') return 'basis'
  if (![before, after].every(({ standing }) => standing.includes(answered))) return 'nobody_answered'
  return toldOnce.length > 0 && before.said.length + after.said.length === 0 ? 'other_kinds' : null
}

function gateOf(side: Side, levels: ResponseLevels): Gate {
  const gate = gateByRate(side, levels)
  if (gate === 'full' && missesTop(side)) return 'bands'
  return gate === 'bands' && missesTop(side) ? 'composition' : gate
}

function gateByRate(side: Side, levels: ResponseLevels): Gate {
  if (side.basis !== 'survey') return 'documents'
  const rate = responseOf(side)
  return (
    (rate !== null && (['full', 'bands', 'composition'] as const).find((level) => rate >= levels[level])) || 'coverage'
  )
}

function lower(a: Gate, b: Gate): Gate {
  return gates.indexOf(a) > gates.indexOf(b) ? a : b
}

const topActors = 5

/** Whether one of the five actors that most others name was asked and did not answer. */
function missesTop({ said, asked, standing }: Side): boolean {
  const naming = new Map<number, Set<number>>()
  for (const { u, v, speaker } of said) {
    const who = speakerOf(u, v, speaker)
    if (who < 0) continue
    const whom = who === u ? v : u
    const by = naming.get(whom)
    if (by) by.add(who)
    else naming.set(whom, new Set([who]))
  }
  const candidates = [...naming].filter(([whom]) => asked[whom])
  candidates.sort(([a, byA], [b, byB]) => byB.size - byA.size || a - b)
  return candidates.slice(0, topActors).some(([whom]) => standing[whom] !== answered)
}
