import type { Penalty } from './rewiring.ts'

/** What Null D keeps of who is tied with whom. */
export interface Affinities {
  /** Sphere of each node; -1: ties with it are of no sphere. */
  readonly sphereOf: Int32Array
  readonly sphereCount: number
  /** Ties inside each sphere, or inside spheres in all: with three spheres the former would leave nothing to draw. */
  readonly inside: 'each' | 'total'
  /** Place of each node; -1: unknown, near to nobody. Null: places play no part. */
  readonly placeOf: Int32Array | null
}

/** `strength` times Σ |count − count at the start| over classes of ties: inside spheres, between spheres, with somebody of no sphere; within a place, between places. */
export class ClassPenalty implements Penalty {
  readonly #spheres: ClassCounts
  readonly #places: ClassCounts | null
  readonly #strength: number

  constructor({ sphereOf, sphereCount, inside, placeOf }: Affinities, strength = 1) {
    this.#strength = strength
    const between = inside === 'each' ? sphereCount : 1
    this.#spheres = new ClassCounts(sphereOf, sphereCount, between + 2, (g, h) => {
      if (g < 0 || h < 0) return between + 1
      return g !== h ? between : inside === 'each' ? g : 0
    })
    const placeCount = placeOf ? Math.max(0, ...placeOf) + 1 : 0
    this.#places = placeOf && new ClassCounts(placeOf, placeCount, 2, (a, b) => (a >= 0 && a === b ? 0 : 1))
  }

  changeBy(u: number, v: number, s: number, t: number): number {
    const change = this.#spheres.changeBy(u, v, s, t)
    return this.#strength * (this.#places === null ? change : change + this.#places.changeBy(u, v, s, t))
  }

  swap(): void {
    this.#spheres.swap()
    this.#places?.swap()
  }
}

/** Places alone, held to so many times as strongly. */
export function placePenalty(placeOf: Int32Array, strength: number): ClassPenalty {
  const everybody = { sphereOf: new Int32Array(placeOf.length), sphereCount: 1, inside: 'total' } as const
  return new ClassPenalty({ ...everybody, placeOf }, strength)
}

/** Ties by a class that the groups of their ends make. */
class ClassCounts {
  readonly #groupOf: Int32Array
  readonly #width: number
  /** Class of a tie between groups g and h, -1 first. */
  readonly #classOf: Int32Array
  /** How far each class is from where it started. */
  readonly #excess: Int32Array
  /** Classes that the swap last weighed would leave, and enter; the same where it changes nothing. */
  #left = 0
  #alsoLeft = 0
  #entered = 0
  #alsoEntered = 0

  constructor(groupOf: Int32Array, groups: number, classes: number, classOf: (g: number, h: number) => number) {
    this.#groupOf = groupOf.map((group) => group + 1)
    this.#width = groups + 1
    this.#classOf = Int32Array.from({ length: this.#width ** 2 }, (_, pair) => {
      return classOf(Math.floor(pair / this.#width) - 1, (pair % this.#width) - 1)
    })
    this.#excess = new Int32Array(classes)
  }

  changeBy(u: number, v: number, s: number, t: number): number {
    const groupOf = this.#groupOf
    const classOf = this.#classOf
    const ofU = groupOf[u]! * this.#width
    const ofS = groupOf[s]! * this.#width
    const left = classOf[ofU + groupOf[v]!]!
    const alsoLeft = classOf[ofS + groupOf[t]!]!
    const entered = classOf[ofU + groupOf[t]!]!
    const alsoEntered = classOf[ofS + groupOf[v]!]!
    this.#left = left
    this.#alsoLeft = alsoLeft
    this.#entered = entered
    this.#alsoEntered = alsoEntered
    // Most swaps exchange like for like.
    if ((left === entered && alsoLeft === alsoEntered) || (left === alsoEntered && alsoLeft === entered)) return 0
    const change = this.#move(left, -1) + this.#move(alsoLeft, -1) + this.#move(entered, 1) + this.#move(alsoEntered, 1)
    this.#move(alsoEntered, -1)
    this.#move(entered, -1)
    this.#move(alsoLeft, 1)
    this.#move(left, 1)
    return change
  }

  swap(): void {
    const excess = this.#excess
    excess[this.#left]!--
    excess[this.#alsoLeft]!--
    excess[this.#entered]!++
    excess[this.#alsoEntered]!++
  }

  #move(tieClass: number, by: 1 | -1): number {
    const before = this.#excess[tieClass]!
    this.#excess[tieClass] = before + by
    return Math.abs(before + by) - Math.abs(before)
  }
}
