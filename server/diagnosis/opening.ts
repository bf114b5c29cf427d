import type { Partition } from '../analysis/measure.ts'
import type { Random } from '../analysis/random.ts'
import type { Graph } from '../network/graph.ts'
import type { Case } from './case.ts'
import { type Interval, normalInterval, percentileInterval, wilson } from './statistics/interval.ts'
import { jackknifeError } from './statistics/resampling.ts'

/** Breadth × diversity of the ties out of the territory, 0..1. */
export interface Opening {
  readonly value: number
  /** Share of the actors inside that answered which have a partner outside. */
  readonly breadth: number
  /** Shannon entropy of the ties out over kinds of partner, over its maximum. */
  readonly diversity: number
  readonly externalTies: number
}

export interface Carrier {
  readonly node: number
  /** Share of the ties out that this actor carries. */
  readonly share: number
}

/** What opening is read from. */
export interface Openness {
  readonly outside: Uint8Array
  readonly outsideKinds: Partition
  readonly silent: Uint8Array
  readonly declared: { readonly graph: Graph }
}

/** Ties out of the territory of each actor inside, by kind of partner: all that opening is computed from. */
export class ExternalTies {
  /** Nodes inside. */
  readonly actors: Int32Array
  readonly #kindCount: number
  /** By actor, then kind of partner, the last column for partners of no known kind. */
  readonly #counts: Int32Array
  readonly #answered: Uint8Array

  /** `only`: the actors inside that count; default: all. */
  constructor(subject: Openness, only?: (node: number) => boolean) {
    const { outside, outsideKinds, declared, silent } = subject
    this.#kindCount = outsideKinds.names.length
    const inside = [...outside.keys()].filter((node) => !outside[node] && (!only || only(node)))
    this.actors = Int32Array.from(inside)
    this.#answered = Uint8Array.from(inside, (node) => (silent[node] ? 0 : 1))
    const placeOf = new Map(inside.map((node, place) => [node, place]))
    this.#counts = new Int32Array(inside.length * (this.#kindCount + 1))
    const { sources, targets, edgeCount } = declared.graph
    for (let e = 0; e < edgeCount; e++) {
      const [u, v] = [sources[e]!, targets[e]!]
      if (outside[u] === outside[v]) continue
      const place = placeOf.get(outside[u] ? v : u)
      const kind = outsideKinds.groupOf[outside[u] ? u : v]!
      if (place !== undefined) this.#counts[place * (this.#kindCount + 1) + (kind < 0 ? this.#kindCount : kind)]!++
    }
  }

  /** Opening of the actors at these places, each as often as it is named; null when none of them answered. */
  openingOf(places: Iterable<number> = this.actors.keys()): Opening | null {
    const byKind = new Float64Array(this.#kindCount + 1)
    let answered = 0
    let open = 0
    let externalTies = 0
    for (const place of places) {
      const ties = this.#tiesOf(place, byKind)
      externalTies += ties
      answered += this.#answered[place]!
      if (ties > 0) open += this.#answered[place]!
    }
    if (answered === 0) return null
    const breadth = open / answered
    const diversity = normalizedEntropy(byKind.subarray(0, this.#kindCount))
    return { value: breadth * diversity, breadth, diversity, externalTies }
  }

  get answered(): number {
    return this.#answered.reduce((sum, flag) => sum + flag, 0)
  }

  /** The actor that carries most ties out, and the Herfindahl–Hirschman index over all carriers; null without such ties. */
  concentration(): { first: Carrier; index: number } | null {
    const carried = [...this.actors.keys()].map((place) => this.#tiesOf(place, new Float64Array(this.#kindCount + 1)))
    const all = carried.reduce((sum, ties) => sum + ties, 0)
    if (all === 0) return null
    const first = carried.reduce((best, ties, place) => (ties > carried[best]! ? place : best), 0)
    return {
      first: { node: this.actors[first]!, share: carried[first]! / all },
      index: carried.reduce((sum, ties) => sum + (ties / all) ** 2, 0),
    }
  }

  /** Breadth by Wilson; diversity and opening by drawing actors, with their ties, with replacement. */
  intervals(draws: number, random: Random): Record<'breadth' | 'diversity' | 'value', Interval | null> {
    const n = this.actors.length
    const drawn = Array.from({ length: draws }, () =>
      this.openingOf(Int32Array.from({ length: n }, () => Math.floor(random() * n))),
    ).filter((opening) => opening !== null)
    const observed = this.openingOf()
    return {
      breadth: observed ? wilson(Math.round(observed.breadth * this.answered), this.answered) : null,
      diversity: percentileInterval(drawn.map(({ diversity }) => diversity)),
      value: percentileInterval(drawn.map(({ value }) => value)),
    }
  }

  #tiesOf(place: number, byKind: Float64Array): number {
    let ties = 0
    for (let kind = 0; kind <= this.#kindCount; kind++) {
      const count = this.#counts[place * (this.#kindCount + 1) + kind]!
      byKind[kind]! += count
      ties += count
    }
    return ties
  }
}

export interface OpeningChange {
  readonly before: number
  readonly now: number
  readonly interval: Interval
  /** Actors inside that answered both times: those compared. */
  readonly stayers: number
}

/** Opening of those who answered in both waves, then and now, with a paired jackknife over them; null for fewer than `leastStayers`. */
export function openingChange(subject: Case): OpeningChange | null {
  const { previous } = subject
  if (!previous) return null
  const { nodeOf, case: before } = previous
  const stayers = new Set(stayersOf(subject))
  const now = new ExternalTies(subject, (node) => stayers.has(node))
  const places = [...now.actors.keys()]
  const stayed = new Set(now.actors.map((node) => nodeOf[node]!))
  const then = new ExternalTies(before, (node) => stayed.has(node))
  const placeThen = new Map([...then.actors].map((node, place) => [node, place]))
  const thenOf = now.actors.map((node) => placeThen.get(nodeOf[node]!) ?? -1)
  if (places.length < leastStayers) return null
  const difference = (kept: readonly number[]) =>
    (now.openingOf(kept)?.value ?? 0) - (then.openingOf(kept.map((place) => thenOf[place]!))?.value ?? 0)
  const leftOut = places.map((gone) => difference(places.filter((place) => place !== gone)))
  return {
    before: then.openingOf()?.value ?? 0,
    now: now.openingOf()?.value ?? 0,
    interval: normalInterval(difference(places), jackknifeError(leftOut)),
    stayers: places.length,
  }
}

/** Nodes inside that answered in both waves, in ascending order. */
export function stayersOf({ actors, silent, outside, previous }: Case): number[] {
  if (!previous) return []
  const { nodeOf, case: before } = previous
  return [...actors.keys()].filter((node) => {
    const then = nodeOf[node]!
    return then >= 0 && !silent[node] && !outside[node] && !before.silent[then] && !before.outside[then]
  })
}

/** Convention C12: tests between waves need a common roster of twelve. */
export const leastStayers = 12

/** −Σ p ln p over ln K, for K kinds; 0 without ties to a known kind. */
function normalizedEntropy(counts: Float64Array): number {
  const all = counts.reduce((sum, count) => sum + count, 0)
  if (all === 0 || counts.length < 2) return 0
  const entropy = counts.reduce((sum, count) => (count === 0 ? sum : sum - (count / all) * Math.log(count / all)), 0)
  return entropy / Math.log(counts.length)
}
