import type { Penalty } from './rewiring.ts'

/** What Null D keeps of who is tied with whom. */
export interface Affinities {
  /** Sphere of each node; -1: ties with it are of no sphere. */
  readonly sphereOf: Int32Array
  readonly sphereCount: number
  /** Ties inside each sphere, or inside spheres in all: with three spheres the former would leave nothing to draw. */
  readonly inside: 'each' | 'total'
  /** Place of each node, -1: unknown, a place of its own. Null: places play no part. */
  readonly placeOf: Int32Array | null
}

/** Σ |count − count at the start| over classes of ties: inside spheres, between spheres, with somebody of no sphere; within a place, between places. */
export class ClassPenalty implements Penalty {
  readonly #affinities: Affinities
  /** How far each class is from where it started: spheres, then between and of none, then within a place and not. */
  readonly #excess: Int32Array
  readonly #between: number

  constructor(affinities: Affinities) {
    this.#affinities = affinities
    this.#between = affinities.inside === 'each' ? affinities.sphereCount : 1
    this.#excess = new Int32Array(this.#between + 4)
  }

  changeBy(u: number, v: number, s: number, t: number): number {
    const change = this.#move(u, v, -1) + this.#move(s, t, -1) + this.#move(u, t, 1) + this.#move(s, v, 1)
    this.#move(s, v, -1)
    this.#move(u, t, -1)
    this.#move(s, t, 1)
    this.#move(u, v, 1)
    return change
  }

  swap(u: number, v: number, s: number, t: number): void {
    this.#move(u, v, -1)
    this.#move(s, t, -1)
    this.#move(u, t, 1)
    this.#move(s, v, 1)
  }

  /** Takes a tie in or out of its classes; returns what the penalty gains. */
  #move(u: number, v: number, by: 1 | -1): number {
    const { sphereOf, placeOf, inside } = this.#affinities
    const g = sphereOf[u]!
    const h = sphereOf[v]!
    const between = this.#between
    const bySphere = g < 0 || h < 0 ? between + 1 : g !== h ? between : inside === 'each' ? g : 0
    const change = this.#count(bySphere, by)
    if (placeOf === null) return change
    return change + this.#count(between + (placeOf[u]! >= 0 && placeOf[u] === placeOf[v] ? 2 : 3), by)
  }

  #count(tieClass: number, by: 1 | -1): number {
    const before = this.#excess[tieClass]!
    this.#excess[tieClass] = before + by
    return Math.abs(before + by) - Math.abs(before)
  }
}
