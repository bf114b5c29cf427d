import type { Perimeter } from '../domain/perimeter.ts'
import type { Tie } from '../domain/territory.ts'

/** What mentions make of pairs of nodes, ordered by ends: arcs of a directed perimeter, ties with source < target otherwise. */
export interface Gathered {
  readonly sources: readonly number[]
  readonly targets: readonly number[]
  /** NaN where nobody told any. */
  readonly strengths: readonly number[]
  /** Number of shared spaces. */
  readonly shared: readonly number[]
  /** Number of distinct kinds of tie. */
  readonly multiplexity: readonly number[]
  /** Keys of the declarations and ids of the spaces behind an edge, in the order they were mentioned. */
  behind(edge: number): { readonly ties: string[]; readonly spaces: string[] }
}

/** Ways between nodes u < v, as bits. */
const up = 1
const down = 2
const both = 3

/**
 * What is said of pairs of nodes, by declarations and by spaces that two take part in; gathered pair by pair. Parallel
 * arrays: nothing is allocated per declaration or pair.
 */
export class Mentions {
  readonly #perimeter: Perimeter
  readonly #silent: Uint8Array
  /** Whether a way stands for the word of its origin, rather than for the way a tie goes. */
  readonly #vouched: boolean
  readonly #kinds: ReadonlyMap<string, number>
  readonly #low: number[] = []
  readonly #high: number[] = []
  readonly #ways: number[] = []
  /** Number of a kind of tie; -1 for a space. */
  readonly #kind: number[] = []
  /** 0 when it was not told. */
  readonly #strength: number[] = []
  /** Key of the declaration, id of the space. */
  readonly #name: string[] = []

  /** @param silent 1 for nodes that did not answer */
  constructor(perimeter: Perimeter, silent: Uint8Array) {
    const { direction, endStrength, tieKinds } = perimeter
    this.#perimeter = perimeter
    this.#silent = silent
    this.#vouched = direction === 'confirmed' || (direction === 'either' && endStrength === 'mean')
    this.#kinds = new Map(tieKinds.map((kind, number) => [kind, number]))
  }

  /** A tie of a kind that counts, between two different nodes. */
  declare(key: string, tie: Tie, from: number, to: number): void {
    const ways = waysOf(tie, this.#vouched, from < to ? up : down)
    this.#mention(key, from, to, ways, this.#kinds.get(tie.kind) ?? -1, tie.strength ?? 0)
  }

  share(space: string, u: number, v: number): void {
    this.#mention(space, u, v, both, -1, 0)
  }

  gather(): Gathered {
    const order = orderByPair(this.#low, this.#high, this.#silent.length)
    const edges = new Edges()
    const rising = new Word(this.#perimeter, this.#kinds.size)
    const falling = new Word(this.#perimeter, this.#kinds.size)
    for (let first = 0, end = 0; first < order.length; first = end) {
      const low = this.#low[order[first]!]!
      const high = this.#high[order[first]!]!
      let ways = 0
      let shared = 0
      rising.clear()
      falling.clear()
      for (end = first; end < order.length; end++) {
        const mention = order[end]!
        if (this.#low[mention] !== low || this.#high[mention] !== high) break
        const way = this.#ways[mention]!
        const kind = this.#kind[mention]!
        ways |= way
        if (kind < 0) shared++
        if (kind >= 0 && way & up) rising.say(kind, this.#strength[mention]!)
        if (kind >= 0 && way & down) falling.say(kind, this.#strength[mention]!)
      }
      if (this.#perimeter.direction === 'directed') {
        if (ways & up) edges.add(low, high, rising.strength, shared, rising.kinds, first, up)
        if (ways & down) edges.add(high, low, falling.strength, shared, falling.kinds, first, down)
      } else if (ways === both || this.#perimeter.direction === 'either') {
        const strength = this.#strengthOf(low, high, ways, rising.strength, falling.strength)
        edges.add(low, high, strength, shared, rising.kindsWith(falling), first, both)
      }
    }
    // The arcs down of a pair were found with its arcs up.
    const sorted = this.#perimeter.direction === 'directed' ? edges.sorted(this.#silent.length) : edges
    const { sources, targets, strengths, shared, multiplexity } = sorted
    const behind = (edge: number) => this.#behind(order, sorted, edge)
    return { sources, targets, strengths, shared, multiplexity, behind }
  }

  #mention(name: string, u: number, v: number, ways: number, kind: number, strength: number): void {
    this.#low.push(Math.min(u, v))
    this.#high.push(Math.max(u, v))
    this.#ways.push(ways)
    this.#kind.push(kind)
    this.#strength.push(strength)
    this.#name.push(name)
  }

  /** Of a tie, from what was said each way. */
  #strengthOf(low: number, high: number, ways: number, rising: number, falling: number): number {
    if (Number.isNaN(rising) && Number.isNaN(falling)) return Number.NaN
    const isMean = this.#perimeter.endStrength === 'mean'
    if (!Number.isNaN(rising) && !Number.isNaN(falling)) {
      return isMean ? (rising + falling) / 2 : Math.max(rising, falling)
    }
    const known = Number.isNaN(rising) ? falling : rising
    // Whoever answered and left the tie out said zero; whoever was not heard said nothing.
    return isMean && ways !== both && !this.#silent[ways === up ? high : low] ? known / 2 : known
  }

  #behind(order: Int32Array, edges: Edges, edge: number) {
    const ties: string[] = []
    const spaces: string[] = []
    const first = edges.firsts[edge]!
    const [low, high] = [this.#low[order[first]!], this.#high[order[first]!]]
    for (let i = first; i < order.length; i++) {
      const mention = order[i]!
      if (this.#low[mention] !== low || this.#high[mention] !== high) break
      if (!(this.#ways[mention]! & edges.ways[edge]!)) continue
      if (this.#kind[mention]! < 0) spaces.push(this.#name[mention]!)
      else ties.push(this.#name[mention]!)
    }
    return { ties, spaces }
  }
}

/**
 * The ways a declaration speaks for, `way` being that from its `from` to its `to`; both when it is not directed.
 *
 * Where ends vouch, u → v is the word of u about its tie with v, whichever way the tie goes; documents and third parties
 * speak as they declare.
 */
function waysOf(tie: Tie, vouched: boolean, way: number): number {
  if (vouched && tie.reporter === tie.from) return way
  if (vouched && tie.reporter === tie.to) return both - way
  return tie.directed ? way : both
}

/** What was said one way between two nodes: the largest strength of each kind. */
class Word {
  readonly #kindStrength: Perimeter['kindStrength']
  /** -1: nothing said of this kind; 0: no strength told. */
  readonly #largest: Float64Array

  constructor({ kindStrength }: Perimeter, kinds: number) {
    this.#kindStrength = kindStrength
    this.#largest = new Float64Array(kinds)
  }

  clear(): void {
    this.#largest.fill(-1)
  }

  say(kind: number, strength: number): void {
    if (strength > this.#largest[kind]!) this.#largest[kind] = strength
  }

  /** Over the kinds, their largest or their sum; NaN when none was told. */
  get strength(): number {
    let most = 0
    let sum = 0
    for (const strength of this.#largest) {
      if (strength <= 0) continue
      most = Math.max(most, strength)
      sum += strength
    }
    return sum === 0 ? Number.NaN : this.#kindStrength === 'max' ? most : sum
  }

  get kinds(): number {
    return this.kindsWith(this)
  }

  /** How many kinds either speaks of. */
  kindsWith(other: Word): number {
    let count = 0
    for (let kind = 0; kind < this.#largest.length; kind++) {
      if (this.#largest[kind]! >= 0 || other.#largest[kind]! >= 0) count++
    }
    return count
  }
}

/** Edges as they are found, in parallel arrays. */
class Edges {
  readonly sources: number[] = []
  readonly targets: number[] = []
  readonly strengths: number[] = []
  readonly shared: number[] = []
  readonly multiplexity: number[] = []
  /** Place of the first mention of the pair, and the ways that count for the edge. */
  readonly firsts: number[] = []
  readonly ways: number[] = []

  add(u: number, v: number, strength: number, shared: number, kinds: number, first: number, ways: number): void {
    this.sources.push(u)
    this.targets.push(v)
    this.strengths.push(strength)
    this.shared.push(shared)
    this.multiplexity.push(kinds)
    this.firsts.push(first)
    this.ways.push(ways)
  }

  sorted(nodeCount: number): Edges {
    const edges = new Edges()
    for (const e of orderByPair(this.sources, this.targets, nodeCount)) {
      edges.add(
        this.sources[e]!,
        this.targets[e]!,
        this.strengths[e]!,
        this.shared[e]!,
        this.multiplexity[e]!,
        this.firsts[e]!,
        this.ways[e]!,
      )
    }
    return edges
  }
}

/** Indexes in the order of first, then second, equal pairs as they stand: one counting sort for each, O(pairs + n). */
function orderByPair(first: readonly number[], second: readonly number[], n: number): Int32Array {
  const bySecond = countingSort(
    second,
    Int32Array.from(second, (_, i) => i),
    n,
  )
  return countingSort(first, bySecond, n)
}

/** `items` in the order of their values 0..n-1, equal ones as they stand. */
function countingSort(values: readonly number[], items: Int32Array, n: number): Int32Array {
  const start = new Int32Array(n + 1)
  for (const item of items) start[values[item]! + 1]!++
  for (let value = 0; value < n; value++) start[value + 1]! += start[value]!
  const sorted = new Int32Array(items.length)
  for (const item of items) sorted[start[values[item]!]!++] = item
  return sorted
}
