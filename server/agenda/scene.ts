import type { Case } from '../diagnosis/case.ts'
import { piecesWithout } from '../diagnosis/pieces.ts'
import type { Thresholds } from '../diagnosis/thresholds.ts'
import type { Actor, Territory } from '../domain/territory.ts'
import type { Graph } from '../network/graph.ts'

/** A wave as the agenda looks at it: the case, and who the nodes are. */
export class Scene {
  readonly territory: Territory
  readonly subject: Case
  readonly thresholds: Thresholds
  readonly #nodeOf: ReadonlyMap<string, number>
  readonly #asked = new Set<string>()
  readonly #concentrating: ReadonlySet<string>

  /** @param concentrating who pilots more projects than chance makes */
  constructor(
    territory: Territory,
    subject: Case,
    thresholds: Thresholds,
    concentrating: ReadonlySet<string> = new Set(),
  ) {
    this.#concentrating = concentrating
    this.territory = territory
    this.subject = subject
    this.thresholds = thresholds
    this.#nodeOf = new Map(subject.actors.map((id, node) => [id, node]))
  }

  /** All who are tied in any way. */
  get graph(): Graph {
    return this.subject.all.graph
  }

  /** -1: not in the wave. */
  nodeOf(id: string): number {
    return this.#nodeOf.get(id) ?? -1
  }

  nodesOf(ids: readonly string[]): number[] {
    return ids.map((id) => this.nodeOf(id)).filter((node) => node >= 0)
  }

  idOf(node: number): string {
    return this.subject.actors[node] ?? ''
  }

  actor(id: string): Actor | undefined {
    return this.territory.actors.get(id)
  }

  /** Whom one can ask or introduce: an organisation inside, with a name of its own. */
  isAddressable(id: string): boolean {
    const actor = this.actor(id)
    return actor?.inside === true && !actor.collective
  }

  /** Notes whom an item asks something of. */
  ask(ids: readonly string[]): void {
    for (const id of ids) this.#asked.add(id)
  }

  /** 1 of whom another item asks something already, else 0: those come last. */
  burden(id: string): number {
    return this.#asked.has(id) ? 1 : 0
  }

  /** Whom one does not ask to pilot yet another project. */
  pilotsTooMuch(id: string): boolean {
    return this.#concentrating.has(id)
  }

  partners(node: number): Int32Array {
    const { offsets, neighbors } = this.graph.out
    return neighbors.subarray(offsets[node]!, offsets[node + 1]!)
  }

  degree(node: number): number {
    const { offsets } = this.graph.out
    return offsets[node + 1]! - offsets[node]!
  }

  isTied(u: number, v: number): boolean {
    return this.partners(u).includes(v)
  }

  /** What two actors share, the nearest first; null: nothing known. */
  shared(a: string, b: string): 'same_commune' | 'same_sphere' | null {
    const [one, other] = [this.actor(a), this.actor(b)]
    if (!one || !other) return null
    if (one.commune !== undefined && one.commune === other.commune) return 'same_commune'
    return one.sphere === other.sphere ? 'same_sphere' : null
  }

  /** Actors that the largest piece is left without once `broker` leaves. */
  cutOffBy(broker: number, graph: Graph = this.graph): number[] {
    return piecesWithout(graph, broker)
      .slice(1)
      .flatMap((piece) => [...piece])
  }
}

/** Whether a wave tells of a contact between two actors after a day. */
export function tiedSince({ territory, subject }: Scene, [a, b]: readonly [string, string], day: string): boolean {
  return [...territory.ties.values()].some(
    ({ wave, from, to, lastContact = '' }) =>
      wave === subject.wave && ((from === a && to === b) || (from === b && to === a)) && lastContact > day,
  )
}

/** The best by an order of numbers, the least of each first; null of none. Equals: the first. */
export function leastBy<T>(of: Iterable<T>, keysOf: (one: T) => readonly number[]): T | null {
  let best: { readonly one: T; readonly keys: readonly number[] } | null = null
  for (const one of of) {
    const keys = keysOf(one)
    if (!best || isLess(keys, best.keys)) best = { one, keys }
  }
  return best?.one ?? null
}

function isLess(keys: readonly number[], others: readonly number[]): boolean {
  for (const [i, key] of keys.entries()) {
    const other = others[i] ?? key
    if (key !== other) return key < other
  }
  return false
}
