import type { Partition } from '../analysis/measure.ts'
import { partitionOf } from '../analysis/partition.ts'
import { compareText, defaultPerimeter, type Perimeter } from '../domain/perimeter.ts'
import type { Actor, Territory, Wave } from '../domain/territory.ts'
import { regularities, scopes } from '../domain/vocabulary.ts'
import { nodesWithin, readWave } from '../network/wave.ts'

/** What a wave rests on. `informants`: what a team knows, without anyone having been asked. */
export type Basis = Wave['basis'] | 'informants'

/**
 * How an actor stands in a wave. `absent`: the wave does not speak of it. `named`: others name it and it is on no roster. `silent`: on the roster, and its
 * word is not known (it did not answer, or was not asked). `answered`.
 */
export const standings = ['absent', 'named', 'silent', 'answered'] as const
export type Standing = (typeof standings)[number]
export const [absent, named, silent, answered] = [0, 1, 2, 3] as const

/** Who spoke, as bits: the lower end of the pair, the higher one, or somebody or something else. */
export const speakers = { low: 1, high: 2, elsewhere: 4 } as const

/** The end that a bit of `speakers` names; -1 for elsewhere. */
export function speakerOf(u: number, v: number, speaker: number): number {
  return speaker === speakers.low ? u : speaker === speakers.high ? v : -1
}

/** What one speaker says of one pair, u < v, about one kind of tie: declarations that differ in direction alone are one. */
export interface Said {
  readonly u: number
  readonly v: number
  /** One bit of `speakers`. */
  readonly speaker: number
  readonly kind: number
  /** The largest declared; NaN: unknown. */
  readonly strength: number
  /** Index into `regularities`, the most frequent declared; -1: unknown. */
  readonly regularity: number
}

/** One wave, on the numbering of its ground. */
export interface Side {
  readonly wave: string
  /** YYYY-MM-DD; null: unknown. */
  readonly date: string | null
  readonly basis: Basis
  /** Index into `standings` by actor. */
  readonly standing: Uint8Array
  /** 1 for actors that were asked, whether they answered or not. */
  readonly asked: Uint8Array
  /** 1 for actors that are noted as not having answered, and tell of ties all the same: how much of their word is there is not known. */
  readonly contradicted: Uint8Array
  /** Whether the data say which end told of a tie; otherwise both are taken to have. */
  readonly namesSpeakers: boolean
  /** In the order of u, v, kind, speaker. */
  readonly said: readonly Said[]
}

/** Waves on one numbering of all the actors that any of them speaks of. */
export interface Ground {
  /** Ids, in the order of `compareText`. */
  readonly actors: readonly string[]
  /** 1 for actors outside the territory, which are not asked about each other. */
  readonly outside: Uint8Array
  readonly spheres: Partition
  /** What kind of partner an actor outside is, by its type; names are fixed so that diversity is out of all there could be. */
  readonly outsideKinds: Partition
  /** Index of the scope, local 0 to foreign 4; null where nobody says. */
  readonly levels: Int8Array | null
  /** Kinds of tie that count. */
  readonly kinds: readonly string[]
  /** In the order asked for. */
  readonly sides: readonly Side[]
}

/** Two waves of a ground, the earlier one first, on the kinds of tie that both tell of. */
export interface WavePair extends Omit<Ground, 'sides'> {
  readonly before: Side
  readonly after: Side
  /** What one wave alone tells of: whether the other asked about ties of that kind is not known, so that none of them ended or began. */
  readonly toldOnce: readonly ToldOnce[]
}

export function pairOf({ sides, ...common }: Ground, before: number, after: number): WavePair {
  const [then, now] = [sides[before], sides[after]]
  if (!then || !now) throw new RangeError(`no waves ${before} and ${after} of ${sides.length}`)
  const toldOnce = [...common.kinds.keys()].flatMap((kind): ToldOnce[] => {
    const [own, ownNow] = [then, now].map(({ said }) => said.filter((tie) => tie.kind === kind)) as [Said[], Said[]]
    const [side, said] = own.length > 0 ? (['before', own] as const) : (['after', ownNow] as const)
    return Math.min(own.length, ownNow.length) === 0 && pairsIn(said) >= leastToldOnce ? [{ kind, side, said }] : []
  })
  const setAside = new Set(toldOnce.map(({ kind }) => kind))
  const isShared = ({ kind }: Said) => !setAside.has(kind)
  const shared = (side: Side) => (toldOnce.length === 0 ? side : { ...side, said: side.said.filter(isShared) })
  return { ...common, before: shared(then), after: shared(now), toldOnce }
}

/** Fewer ties of a kind may all have begun, or all have ended. */
const leastToldOnce = 5

/** How many pairs are spoken of. */
export function pairsIn(said: readonly Said[]): number {
  return new Set(said.map(({ u, v }) => `${u} ${v}`)).size
}

/** A kind of tie that one wave alone tells of. */
export interface ToldOnce {
  readonly kind: number
  readonly side: 'before' | 'after'
  readonly said: readonly Said[]
}

/** The same pair as if time ran the other way. */
export function reversed(pair: WavePair): WavePair {
  const toldOnce = pair.toldOnce.map(
    (told): ToldOnce => ({ ...told, side: told.side === 'before' ? 'after' : 'before' }),
  )
  return { ...pair, before: pair.after, after: pair.before, toldOnce }
}

/**
 * The waves of a territory, on what is declared: shared spaces tie nobody here, since they are compared as a programme.
 * Throws RangeError for an unknown wave.
 *
 * @param outsideKinds see `Ground.outsideKinds`, of the actors given
 * @param perimeter kinds of tie and actors that count; its wave, direction and weights do not. Default: all
 */
export function groundOf(
  territory: Territory,
  waves: readonly string[],
  outsideKinds: (actors: readonly Actor[]) => Partition,
  perimeter?: Perimeter,
): Ground {
  const readings = waves.map((id) => {
    const wave = territory.waves.get(id)
    if (!wave) throw new RangeError(`no wave ${id}`)
    const asked = perimeter ?? defaultPerimeter(territory, id)
    const reading = readWave(territory, id)
    return { wave, reading, asked, nodes: nodesWithin(reading, asked) }
  })
  const ids = [...new Set(readings.flatMap(({ nodes }) => nodes.ids))].sort(compareText)
  const nodeOf = new Map(ids.map((id, node) => [id, node]))
  const actors = ids.map((id) => territory.actors.get(id) as Actor)
  const kinds = [...new Set(readings.flatMap(({ asked }) => asked.tieKinds))].sort(compareText)
  const kindOf = new Map(kinds.map((kind, index) => [kind, index]))
  const sides = readings.map(({ wave, reading, nodes }): Side => {
    const statuses = statusesOf(territory, wave.id)
    const isNamed = new Set(nodes.ids)
    const standing = Uint8Array.from(ids, (id) => {
      if (!isNamed.has(id)) return absent
      const status = statuses.get(id)
      return status === undefined || status === 'named_only' ? named : status === 'answered' ? answered : silent
    })
    const asked = Uint8Array.from(ids, (id) => (isAsked(statuses.get(id)) ? 1 : 0))
    const said = new Sayings(ids.length, kinds.length)
    const { id, date, basis } = wave
    const namesSpeakers = basis !== 'survey' || reading.ties.length === 0 || reading.ties.some(isOwnWord)
    for (const { from, to, kind, reporter, strength, regularity } of reading.ties) {
      const [s, t, k] = [nodeOf.get(from), nodeOf.get(to), kindOf.get(kind)]
      if (s === undefined || t === undefined || k === undefined || !isNamed.has(from) || !isNamed.has(to)) continue
      const speaker = reporter === null ? -1 : (nodeOf.get(reporter) ?? -1)
      const heard = namesSpeakers ? [] : [s, t].filter((end) => standing[end] === answered)
      for (const who of heard.length === 0 ? [speaker] : heard) {
        said.add(s, t, who, k, strength ?? Number.NaN, regularity ? regularities.indexOf(regularity) : -1)
      }
    }
    const all = said.sorted()
    const contradicted = contradictedBy(all, standing)
    return { wave: id, date, basis, standing, asked, contradicted, namesSpeakers, said: all }
  })
  return {
    actors: ids,
    outside: Uint8Array.from(actors, ({ inside }) => (inside ? 0 : 1)),
    spheres: partitionOf(actors.map(({ sphere }) => sphere)),
    outsideKinds: outsideKinds(actors),
    levels: Int8Array.from(actors, ({ scope }) => scopes.indexOf(scope)),
    kinds,
    sides,
  }
}

function isOwnWord({ from, to, reporter }: { from: string; to: string; reporter: string | null }): boolean {
  return reporter === from || reporter === to
}

/** See `Side`. */
export function contradictedBy(said: readonly Said[], standing: Uint8Array): Uint8Array {
  const contradicted = new Uint8Array(standing.length)
  for (const { u, v, speaker } of said) {
    const who = speakerOf(u, v, speaker)
    if (who >= 0 && standing[who] === silent) contradicted[who] = 1
  }
  return contradicted
}

function statusesOf(territory: Territory, wave: string): Map<string, string> {
  const statuses = new Map<string, string>()
  for (const entry of territory.roster.values()) if (entry.wave === wave) statuses.set(entry.actor, entry.status)
  return statuses
}

function isAsked(status: string | undefined): boolean {
  return status === 'asked' || status === 'answered' || status === 'declined'
}

/** Declarations as they come, those of one speaker, pair and kind put together. */
export class Sayings {
  readonly #actors: number
  readonly #kinds: number
  readonly #said = new Map<number, { strength: number; paces: number[] }>()

  constructor(actors: number, kinds: number) {
    this.#actors = actors
    this.#kinds = Math.max(1, kinds)
  }

  /** What `speaker` says of the tie between two actors; a tie of an actor with itself is dropped. */
  add(s: number, t: number, speaker: number, kind: number, strength: number, regularity: number): void {
    if (s === t) return
    const [u, v] = s < t ? [s, t] : [t, s]
    const who = speaker === u ? speakers.low : speaker === v ? speakers.high : speakers.elsewhere
    const key = ((u * this.#actors + v) * this.#kinds + kind) * 8 + who
    const known = this.#said.get(key) ?? { strength: Number.NaN, paces: [] }
    if (!(known.strength >= strength)) known.strength = Number.isNaN(strength) ? known.strength : strength
    if (regularity >= 0) known.paces.push(regularity)
    this.#said.set(key, known)
  }

  sorted(): Said[] {
    const keys = [...this.#said.keys()].sort((a, b) => a - b)
    return keys.map((key) => {
      const { strength, paces } = this.#said.get(key) ?? { strength: Number.NaN, paces: [] }
      const place = Math.floor(key / 8)
      const pair = Math.floor(place / this.#kinds)
      return {
        u: Math.floor(pair / this.#actors),
        v: pair % this.#actors,
        speaker: key % 8,
        kind: place % this.#kinds,
        strength,
        regularity: paces.length === 0 ? -1 : Math.min(...paces),
      }
    })
  }
}
