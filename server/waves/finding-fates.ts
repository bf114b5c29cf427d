import type { Interval } from '../diagnosis/statistics/interval.ts'
import { type Roster, responseOf } from './comparability.ts'
import type { WavePair } from './ground.ts'
import type { ComparedPair } from './ties.ts'

/** What a comparison needs to know of a finding of either diagnosis. */
export interface ComparableFinding {
  /** The same finding in either wave has the same key. */
  readonly key: string
  readonly kind: string
  /** `signal`, `fact`: said. `none`: looked for and not there. `insufficient`: not to be judged. */
  readonly status: 'signal' | 'fact' | 'none' | 'insufficient'
  /** Ids of the actors, and of the pairs of actors, that it is about. */
  readonly actors: readonly string[]
  readonly pairs: readonly (readonly [string, string])[]
  /** The numbers it stands on, each under its name. */
  readonly numbers: readonly FindingNumber[]
  /** Version of the rules and thresholds. */
  readonly rule: string
}

export interface FindingNumber {
  readonly name: string
  readonly observed: number
  readonly interval: Interval | null
}

export const findingFates = ['appeared', 'vanished', 'persisted', 'unknown'] as const
/**
 * Why a finding is said in one wave and not in the other, the first that holds. `thresholds`: other rules. `data`: in the other wave it could not be judged, or those it is about
 * were not heard in one of them. `roster`: actors it is about came or left. `threshold`: its numbers hardly moved: within its margin, or while no tie that it is about
 * changed, it fell just on the other side of a border. `real`: ties among those it is about ended or began, as the same witnesses tell, or its numbers moved beyond their
 * margins. `unexplained`: none of these.
 */
export const findingReasons = ['thresholds', 'data', 'roster', 'threshold', 'real', 'unexplained'] as const

export interface FindingFate {
  readonly key: string
  readonly kind: string
  /** `unknown`: the other wave cannot tell. */
  readonly fate: (typeof findingFates)[number]
  /** Null where it persisted. */
  readonly why: (typeof findingReasons)[number] | null
  readonly before: ComparableFinding | null
  readonly after: ComparableFinding | null
  /** Actors it is about that came, left, or were heard in one wave only. */
  readonly joined: readonly string[]
  readonly left: readonly string[]
  readonly unheard: readonly string[]
  /** Ties among its actors, or of its pairs, that the same witnesses say ended or began. */
  readonly ended: number
  readonly begun: number
  /** Numbers that both waves give. */
  readonly moves: readonly NumberMove[]
}

interface NumberMove {
  readonly name: string
  readonly before: number
  readonly after: number
  /** Whether the margins of the two are apart; null: one has none. */
  readonly isApart: boolean | null
}

/** What became of every finding that is said in either wave, in the order of keys: persisted, appeared, vanished, and why. */
export function findingFatesOf(
  pair: WavePair,
  roster: Roster,
  compared: readonly ComparedPair[],
  before: readonly ComparableFinding[],
  after: readonly ComparableFinding[],
): FindingFate[] {
  const then = new Map(before.map((finding) => [finding.key, finding]))
  const now = new Map(after.map((finding) => [finding.key, finding]))
  const keys = [...new Set([...then.keys(), ...now.keys()])].sort()
  const rules = [before[0]?.rule, after[0]?.rule] as const
  const near = new Neighborhood(pair, roster, compared)
  return keys.flatMap((key): FindingFate[] => {
    const [old, recent] = [then.get(key) ?? null, now.get(key) ?? null]
    const [wasSaid, isSaid] = [isThere(old), isThere(recent)]
    const finding = isSaid ? recent : old
    if (!finding || (!wasSaid && !isSaid)) return []
    const about = near.of(old, recent)
    const moves = movesOf(old, recent)
    const base = { key, kind: finding.kind, before: old, after: recent, moves, ...about }
    if (wasSaid && isSaid) return [{ ...base, fate: 'persisted', why: null }]
    const other = isSaid ? old : recent
    const isBlind =
      other?.status === 'insufficient' || (other === null && !isJudging(pair, isSaid ? 'before' : 'after'))
    const sameRules =
      (old?.rule ?? rules[0] ?? '') === (recent?.rule ?? rules[1] ?? '') || before.length * after.length === 0
    const why = whyOf({ sameRules, isBlind, ...about, moves })
    const fate = isBlind ? 'unknown' : isSaid ? 'appeared' : 'vanished'
    return [{ ...base, fate, why }]
  })
}

interface Circumstances {
  readonly sameRules: boolean
  readonly isBlind: boolean
  readonly joined: readonly string[]
  readonly left: readonly string[]
  readonly unheard: readonly string[]
  readonly ended: number
  readonly begun: number
  readonly moves: readonly NumberMove[]
}

function whyOf({ sameRules, isBlind, joined, left, unheard, ended, begun, moves }: Circumstances) {
  if (!sameRules) return 'thresholds'
  if (isBlind) return 'data'
  if (joined.length + left.length > 0) return 'roster'
  if (moves.some(({ isApart }) => isApart)) return 'real'
  if (ended + begun > 0 && moves.every(({ isApart }) => isApart === null)) return 'real'
  if (unheard.length > 0) return 'data'
  return moves.length > 0 || ended + begun === 0 ? 'threshold' : 'unexplained'
}

function isThere(finding: ComparableFinding | null): boolean {
  return finding?.status === 'signal' || finding?.status === 'fact'
}

/** Whether a wave was asked at all: rules that look for absences are silent in documents. */
function isJudging(pair: WavePair, wave: 'before' | 'after'): boolean {
  return responseOf(pair[wave]) !== null
}

function movesOf(before: ComparableFinding | null, after: ComparableFinding | null): NumberMove[] {
  const now = new Map(after?.numbers.map((number) => [number.name, number]))
  return (before?.numbers ?? []).flatMap((old): NumberMove[] => {
    const recent = now.get(old.name)
    if (!recent) return []
    const [a, b] = [old.interval, recent.interval]
    const isApart = a && b ? a.high < b.low || b.high < a.low : null
    return [{ name: old.name, before: old.observed, after: recent.observed, isApart }]
  })
}

/** What changed around the actors and pairs of a finding. */
class Neighborhood {
  readonly #roster: { joiners: Set<string>; leavers: Set<string>; witnesses: Set<string>; stayers: Set<string> }
  readonly #changes: readonly { ends: readonly [string, string]; fate: 'ended' | 'new' }[]

  constructor({ actors }: WavePair, roster: Roster, compared: readonly ComparedPair[]) {
    const { joiners, leavers, witnesses, stayers } = roster
    this.#roster = {
      joiners: new Set(joiners),
      leavers: new Set(leavers),
      witnesses: new Set(witnesses),
      stayers: new Set(stayers),
    }
    this.#changes = compared.flatMap(({ u, v, fate, sameWitness }) =>
      sameWitness && (fate === 'ended' || fate === 'new')
        ? [{ ends: [actors[u] ?? '', actors[v] ?? ''] as const, fate }]
        : [],
    )
  }

  of(before: ComparableFinding | null, after: ComparableFinding | null) {
    const said = [before, after].filter((finding) => finding !== null)
    const about = new Set(said.flatMap(({ actors, pairs }) => [...actors, ...pairs.flat()]))
    const pairs = new Set(said.flatMap(({ pairs }) => pairs.map(([a, b]) => JSON.stringify(a < b ? [a, b] : [b, a]))))
    const { joiners, leavers, witnesses, stayers } = this.#roster
    // A finding about one actor is about all its ties; about several, about those among them.
    const concerns = (ends: readonly [string, string]) =>
      pairs.size > 0
        ? pairs.has(JSON.stringify(ends))
        : ends.filter((end) => about.has(end)).length >= Math.min(2, about.size)
    const changes = about.size === 0 ? [] : this.#changes.filter(({ ends }) => concerns(ends))
    const sorted = [...about].sort()
    return {
      joined: sorted.filter((id) => joiners.has(id)),
      left: sorted.filter((id) => leavers.has(id)),
      unheard: sorted.filter((id) => stayers.has(id) && !witnesses.has(id)),
      ended: changes.filter(({ fate }) => fate === 'ended').length,
      begun: changes.filter(({ fate }) => fate === 'new').length,
    }
  }
}
