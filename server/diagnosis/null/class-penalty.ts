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
  /** Where the row of the group of each node begins in `#classOf`, and its column. */
  readonly #rowOf: Int32Array
  readonly #columnOf: Int32Array
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
    const width = groups + 1
    this.#columnOf = groupOf.map((group) => group + 1)
    this.#rowOf = this.#columnOf.map((column) => column * width)
    this.#classOf = Int32Array.from({ length: width ** 2 }, (_, pair) => {
      return classOf(Math.floor(pair / width) - 1, (pair % width) - 1)
    })
    this.#excess = new Int32Array(classes)
  }

  changeBy(u: number, v: number, s: number, t: number): number {
    const columnOf = this.#columnOf
    const classOf = this.#classOf
    const ofU = this.#rowOf[u]!
    const ofS = this.#rowOf[s]!
    const left = classOf[ofU + columnOf[v]!]!
    const alsoLeft = classOf[ofS + columnOf[t]!]!
    const entered = classOf[ofU + columnOf[t]!]!
    const alsoEntered = classOf[ofS + columnOf[v]!]!
    this.#left = left
    this.#alsoLeft = alsoLeft
    this.#entered = entered
    this.#alsoEntered = alsoEntered
    // A class left and entered at once does not change. Most swaps exchange like for like.
    if (left === entered) return this.#exchange(alsoLeft, alsoEntered)
    if (left === alsoEntered) return this.#exchange(alsoLeft, entered)
    if (alsoLeft === entered) return this.#exchange(left, alsoEntered)
    if (alsoLeft === alsoEntered) return this.#exchange(left, entered)
    return this.#together(left, alsoLeft, -1) + this.#together(entered, alsoEntered, 1)
  }

  swap(): void {
    const excess = this.#excess
    excess[this.#left]!--
    excess[this.#alsoLeft]!--
    excess[this.#entered]!++
    excess[this.#alsoEntered]!++
  }

  /** By one tie less of a class and one more of another. */
  #exchange(left: number, entered: number): number {
    return left === entered ? 0 : step(this.#excess[left]!, -1) + step(this.#excess[entered]!, 1)
  }

  /** By two ties more, or less, which may be of one class. */
  #together(one: number, other: number, by: 1 | -1): number {
    const excess = this.#excess[one]!
    return step(excess, by) + step(one === other ? excess + by : this.#excess[other]!, by)
  }
}

/** What |excess| gains. */
function step(excess: number, by: 1 | -1): number {
  return Math.abs(excess + by) - Math.abs(excess)
}
