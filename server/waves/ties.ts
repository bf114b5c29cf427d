import { stayersOf, witnessesOf } from './comparability.ts'
import { absent, answered, named, type Said, type Side, speakerOf, speakers, type WavePair } from './ground.ts'

export const fates = ['kept', 'ended', 'new', 'not_comparable'] as const
export type Fate = (typeof fates)[number]

/** Why a tie that one wave or both tell of cannot be compared, the first that holds. */
export const tieReasons = [
  /** A wave is no survey. */
  'basis',
  /** An end is on the later roster and not spoken of in the earlier wave; and the other way round. */
  'joined',
  'left',
  /** An end is on no roster in a wave, only named. */
  'off_roster',
  /** Both ends lie outside: nobody was asked about them. */
  'both_outside',
  /** In a wave neither end answered. */
  'not_heard',
  /** An end is noted as not having answered, and tells of ties all the same. */
  'contradicted',
  /** The other wave tells of no tie of that kind at all: whether it asked is not known. */
  'told_once',
  /** Of a declaration: its speaker answered one wave only, or it is nobody's word. */
  'speaker_not_heard',
] as const
export type TieReason = (typeof tieReasons)[number]

/** A pair of actors, u < v, that at least one wave tells a tie of. */
export interface ComparedPair {
  readonly u: number
  readonly v: number
  /** Bits of `speakers`, those that told of a tie of any kind; 0: nobody. */
  readonly before: number
  readonly after: number
  readonly fate: Fate
  /** Null where it can be compared. */
  readonly reason: TieReason | null
  /**
   * Of ended and new ties: whether an end that tells of it in one wave was heard in the other and does not. Otherwise another end was heard than the one that told, and
   * it may be their words that differ.
   */
  readonly sameWitness: boolean
}

/** What one speaker said of one pair about one kind, in one wave or both. */
export interface ComparedDeclaration {
  readonly before: Said | null
  readonly after: Said | null
  readonly fate: Fate
  readonly reason: TieReason | null
}

/**
 * Every pair that either wave tells of, in the order of u, v. A pair is compared when its ends are on both rosters and at least one of them answered each time
 * (convention C9): nothing else is ever ended or new. M. Huisman, T. Snijders (2003), Sociological Methods & Research 32:253-287.
 */
export function comparePairs(pair: WavePair, tells: (said: Said) => boolean = () => true): ComparedPair[] {
  const seen = new Map<number, [before: number, after: number]>()
  const n = pair.actors.length
  const keyOf = ({ u, v }: Said) => u * n + v
  for (const [wave, side] of [pair.before, pair.after].entries()) {
    for (const said of side.said) {
      if (!tells(said)) continue
      const bits = seen.get(keyOf(said)) ?? [0, 0]
      bits[wave as 0 | 1] |= said.speaker
      seen.set(keyOf(said), bits)
    }
  }
  const toldOnce = new Set<number>()
  for (const { side, said } of pair.toldOnce) {
    for (const own of said.filter(tells)) {
      if (seen.has(keyOf(own)) && !toldOnce.has(keyOf(own))) continue
      const bits = seen.get(keyOf(own)) ?? [0, 0]
      bits[side === 'before' ? 0 : 1] |= own.speaker
      seen.set(keyOf(own), bits)
      toldOnce.add(keyOf(own))
    }
  }
  const stays = stayersOf(pair)
  const keys = [...seen.keys()].sort((a, b) => a - b)
  return keys.map((key): ComparedPair => {
    const [u, v] = [Math.floor(key / n), key % n]
    const [before, after] = seen.get(key) ?? [0, 0]
    const reason = barrierBetween(pair, stays, u, v) ?? (toldOnce.has(key) ? 'told_once' : null)
    const fate = reason ? 'not_comparable' : fateOf(before !== 0, after !== 0)
    return { u, v, before, after, fate, reason, sameWitness: isOfSameWitness(pair, u, v, before, after) }
  })
}

/** Every declaration of either wave, in the order of pair, kind and speaker, those of kinds told once last. It is compared when its speaker answered both times. */
export function compareDeclarations(pair: WavePair): ComparedDeclaration[] {
  const n = pair.actors.length
  const keyOf = ({ u, v, kind, speaker }: Said) => ((u * n + v) * (pair.kinds.length + 1) + kind) * 8 + speaker
  const then = new Map(pair.before.said.map((said) => [keyOf(said), said]))
  const now = new Map(pair.after.said.map((said) => [keyOf(said), said]))
  const stays = stayersOf(pair)
  const witnesses = witnessesOf(pair)
  const keys = [...new Set([...then.keys(), ...now.keys()])].sort((a, b) => a - b)
  const aside = pair.toldOnce.flatMap(({ side, said }) =>
    said.map((own): ComparedDeclaration => {
      const reason = barrierBetween(pair, stays, own.u, own.v) ?? 'told_once'
      const nobody = { before: null, after: null }
      return { ...nobody, [side]: own, fate: 'not_comparable', reason }
    }),
  )
  const declared = keys.flatMap((key): ComparedDeclaration[] => {
    const before = then.get(key) ?? null
    const after = now.get(key) ?? null
    const said = before ?? after
    if (!said) return []
    const who = speakerOf(said.u, said.v, said.speaker)
    const reason =
      barrierBetween(pair, stays, said.u, said.v) ?? (who < 0 || !witnesses[who] ? 'speaker_not_heard' : null)
    return [{ before, after, reason, fate: reason ? 'not_comparable' : fateOf(before !== null, after !== null) }]
  })
  return [...declared, ...aside]
}

/** Why the two waves do not tell the same of a pair; null where they do. */
export function barrierBetween(
  { before, after, outside }: WavePair,
  stays: Uint8Array,
  u: number,
  v: number,
): TieReason | null {
  if (before.basis !== 'survey' || after.basis !== 'survey') return 'basis'
  const ends = [u, v]
  const isAt = ({ standing }: Side, code: number) => ends.some((end) => standing[end] === code)
  if (isAt(before, named) || isAt(after, named)) return 'off_roster'
  if (isAt(before, absent)) return 'joined'
  if (isAt(after, absent)) return 'left'
  if (ends.some((end) => before.contradicted[end] || after.contradicted[end])) return 'contradicted'
  if (!stays[u] || !stays[v]) return 'off_roster'
  if (outside[u] && outside[v]) return 'both_outside'
  const isHeard = ({ standing }: Side) => standing[u] === answered || standing[v] === answered
  return isHeard(before) && isHeard(after) ? null : 'not_heard'
}

export interface Confirmation {
  /** Pairs compared whose two ends answered both times, and of which either wave tells. */
  readonly pairs: number
  /** Of them, told by both ends then, now, and both times. */
  readonly before: number
  readonly after: number
  readonly both: number
}

export function confirmationOf(pair: WavePair, compared: readonly ComparedPair[]): Confirmation {
  const witnesses = witnessesOf(pair)
  const heard = compared.filter(({ u, v, reason }) => reason === null && witnesses[u] && witnesses[v])
  const isConfirmed = (bits: number) => (bits & bothEnds) === bothEnds
  return {
    pairs: heard.length,
    before: heard.filter(({ before }) => isConfirmed(before)).length,
    after: heard.filter(({ after }) => isConfirmed(after)).length,
    both: heard.filter(({ before, after }) => isConfirmed(before) && isConfirmed(after)).length,
  }
}

const bothEnds = speakers.low | speakers.high

/** Row: null, asymmetric, mutual then; column: now. */
export type Transitions = readonly [Row, Row, Row]
type Row = readonly [number, number, number]

/**
 * How pairs moved between being named by neither end, by one and by both, over pairs on both rosters whose two ends answered both times. Who names whom, whatever the
 * direction of the tie declared. P. Holland, S. Leinhardt (1977), Journal of Mathematical Sociology 5:5-20.
 */
export function dyadTransitions(pair: WavePair, compared: readonly ComparedPair[]): Transitions {
  const witnesses = witnessesOf(pair)
  const table = [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ] satisfies [number, number, number][] as [
    [number, number, number],
    [number, number, number],
    [number, number, number],
  ]
  const ends = (bits: number) => ((bits & speakers.low ? 1 : 0) + (bits & speakers.high ? 1 : 0)) as 0 | 1 | 2
  let told = 0
  for (const { u, v, before, after, reason } of compared) {
    if (reason !== null || !witnesses[u] || !witnesses[v]) continue
    table[ends(before)][ends(after)]++
    told++
  }
  const inside = witnesses.filter((flag, u) => flag && !pair.outside[u]).length
  const out = witnesses.filter((flag, u) => flag && pair.outside[u]).length
  table[0][0] += (inside * (inside - 1)) / 2 + inside * out - told
  return table
}

function fateOf(before: boolean, after: boolean): Fate {
  return before && after ? 'kept' : before ? 'ended' : 'new'
}

function isOfSameWitness({ before, after }: WavePair, u: number, v: number, then: number, now: number): boolean {
  const heardAgain = (bits: number, { standing }: Side) =>
    (bits & speakers.low && standing[u] === answered) || (bits & speakers.high && standing[v] === answered)
  if (then && now) return (then & now) !== 0
  return Boolean(then ? heardAgain(then, after) : heardAgain(now, before))
}
