import { type Random, randomStream } from '../../analysis/random.ts'

/**
 * A Markov chain over the two-mode networks with both degree sequences kept: how many actors each space has, and in how many spaces
 * each actor is.
 *
 * A trade picks two spaces, pools the actors that only one of them has, and deals these out again at random to the same sizes. Every
 * network can be reached and all are equally likely.
 *
 * G. Strona, D. Nappo, F. Boccacci, S. Fattorini, J. San-Miguel-Ayanz (2014), A fast and unbiased procedure to randomize
 * ecological binary matrices with fixed row and column totals, Nature Communications 5:4114. C. Carstens (2015), Proof
 * of uniform sampling of binary matrices with fixed row sums and column sums for the fast Curveball algorithm, Physical Review E 91:042812.
 */
export class Curveball {
  /** Actors of each space, in no order. */
  readonly spaces: Int32Array[]
  readonly #random: Random
  /** Where an actor is met during a trade: bit 1 in the first space, bit 2 in the second. */
  readonly #met: Uint8Array
  /** Scratch of a trade: those that only one of the two has. */
  readonly #pool: Int32Array

  /** Lists of distinct actors 0..actorCount - 1, one for each space. */
  constructor(spaces: readonly ArrayLike<number>[], actorCount: number, stream: string) {
    this.spaces = spaces.map((actors) => Int32Array.from(actors))
    this.#met = new Uint8Array(actorCount)
    this.#pool = new Int32Array(actorCount)
    this.#random = randomStream(stream)
  }

  /** Makes so many trades. */
  advance(trades: number): void {
    const count = this.spaces.length
    if (count < 2) return
    for (let i = 0; i < trades; i++) {
      const first = this.#pick(count)
      const other = this.#pick(count - 1)
      this.#trade(this.spaces[first]!, this.spaces[other < first ? other : other + 1]!)
    }
  }

  #trade(a: Int32Array, b: Int32Array): void {
    const met = this.#met
    const pool = this.#pool
    for (let i = 0; i < a.length; i++) met[a[i]!]! |= 1
    for (let i = 0; i < b.length; i++) met[b[i]!]! |= 2
    let size = 0
    for (let i = 0; i < a.length; i++) if (met[a[i]!] === 1) pool[size++] = a[i]!
    const ofA = size
    for (let i = 0; i < b.length; i++) if (met[b[i]!] === 2) pool[size++] = b[i]!

    if (ofA > 0 && ofA < size) {
      // The first part of a shuffle is a uniform choice of who goes to a.
      for (let i = 0; i < ofA; i++) {
        const j = i + this.#pick(size - i)
        const actor = pool[i]!
        pool[i] = pool[j]!
        pool[j] = actor
      }
      let next = 0
      for (let i = 0; i < a.length; i++) if (met[a[i]!] === 1) a[i] = pool[next++]!
      for (let i = 0; i < b.length; i++) if (met[b[i]!] === 2) b[i] = pool[next++]!
    }
    for (let i = 0; i < a.length; i++) met[a[i]!] = 0
    for (let i = 0; i < b.length; i++) met[b[i]!] = 0
  }

  #pick(count: number): number {
    return Math.floor(this.#random() * count)
  }
}
