import type { Graph } from '../network/graph.ts'

/**
 * How many pairs of an undirected network are at which distance once one or two nodes have left, by searches in bitsets. Made for trying every pair of a hundred nodes: whoever searches without one
 * node notes by whom alone some others are reached a step further on; without a second node, only searches that noted it are made again.
 */
export class SmallDistances {
  readonly #n: number
  readonly #words: number
  /** Neighbours of each node, one bit each. */
  readonly #rows: Int32Array
  #gone = -1
  /** By source, then distance: how many the source reaches. */
  readonly #reached: Int32Array
  /** By source and node. 0: not reached. */
  readonly #distance: Int32Array
  /** By source: the nodes that are alone in reaching some other a step further on. */
  readonly #needed: Int32Array
  /** Of all sources, by distance. */
  readonly #total: Int32Array
  readonly #visited: Int32Array
  readonly #frontier: Int32Array
  readonly #next: Int32Array
  readonly #twice: Int32Array

  constructor({ nodeCount, out: { offsets, neighbors } }: Graph) {
    const words = (nodeCount + 31) >>> 5
    this.#n = nodeCount
    this.#words = words
    this.#rows = new Int32Array(nodeCount * words)
    for (let u = 0; u < nodeCount; u++) {
      for (const v of neighbors.subarray(offsets[u]!, offsets[u + 1]!)) this.#rows[u * words + (v >>> 5)]! |= 1 << v
    }
    this.#reached = new Int32Array(nodeCount * nodeCount)
    this.#distance = new Int32Array(nodeCount * nodeCount)
    this.#needed = new Int32Array(nodeCount * words)
    this.#total = new Int32Array(nodeCount)
    this.#visited = new Int32Array(words)
    this.#frontier = new Int32Array(words)
    this.#next = new Int32Array(words)
    this.#twice = new Int32Array(words)
  }

  /** One node leaves; whoever left before is back. */
  leave(gone: number): void {
    this.#gone = gone
    this.#reached.fill(0)
    this.#distance.fill(0)
    this.#needed.fill(0)
    this.#total.fill(0)
    for (let source = 0; source < this.#n; source++) if (source !== gone) this.#searchNoting(source)
    for (let i = 0; i < this.#reached.length; i++) this.#total[i % this.#n]! += this.#reached[i]!
  }

  /** Ordered pairs of those left at each distance; [0] is 0. */
  pairsAt(): number[] {
    return [...this.#total]
  }

  /** The same were `other` to leave too. */
  pairsAtWithout(other: number): number[] {
    const n = this.#n
    const words = this.#words
    const reached = this.#reached
    const pairs = [...this.#total]
    // Paths that begin at `other`, and as many that end there.
    for (let d = 1; d < n; d++) pairs[d]! -= 2 * reached[other * n + d]!
    for (let source = 0; source < n; source++) {
      if (((this.#needed[source * words + (other >>> 5)]! >>> other) & 1) === 0) continue
      if (source === other) continue
      for (let d = 1; d < n; d++) {
        const count = reached[source * n + d]!
        if (count === 0) break
        pairs[d]! -= count
      }
      pairs[this.#distance[source * n + other]!]!++
      this.#searchWithout(source, other, pairs)
    }
    return pairs
  }

  #begin(source: number): void {
    this.#visited.fill(0)
    this.#frontier.fill(0)
    this.#visited[source >>> 5]! |= 1 << source
    this.#frontier[source >>> 5]! |= 1 << source
    this.#visited[this.#gone >>> 5]! |= 1 << this.#gone
  }

  #searchNoting(source: number): void {
    const n = this.#n
    const words = this.#words
    const rows = this.#rows
    const visited = this.#visited
    const frontier = this.#frontier
    const next = this.#next
    const twice = this.#twice
    this.#begin(source)
    for (let d = 1; ; d++) {
      next.fill(0)
      twice.fill(0)
      for (let word = 0; word < words; word++) {
        for (let left = frontier[word]!; left !== 0; left &= left - 1) {
          const row = (32 * word + 31 - Math.clz32(left & -left)) * words
          for (let w = 0; w < words; w++) {
            const found = rows[row + w]! & ~visited[w]!
            twice[w]! |= next[w]! & found
            next[w]! |= found
          }
        }
      }
      for (let word = 0; word < words; word++) {
        for (let left = frontier[word]!; left !== 0; left &= left - 1) {
          const u = 32 * word + 31 - Math.clz32(left & -left)
          for (let w = 0; w < words; w++) {
            if ((rows[u * words + w]! & next[w]! & ~twice[w]!) === 0) continue
            this.#needed[source * words + word]! |= 1 << u
            break
          }
        }
      }
      let count = 0
      for (let word = 0; word < words; word++) {
        frontier[word] = next[word]!
        visited[word]! |= next[word]!
        for (let left = next[word]!; left !== 0; left &= left - 1) {
          this.#distance[source * n + 32 * word + 31 - Math.clz32(left & -left)] = d
          count++
        }
      }
      if (count === 0) return
      this.#reached[source * n + d] = count
    }
  }

  /** Adds whom a source reaches, by distance. */
  #searchWithout(source: number, other: number, pairs: number[]): void {
    const words = this.#words
    const rows = this.#rows
    const visited = this.#visited
    const frontier = this.#frontier
    const next = this.#next
    this.#begin(source)
    visited[other >>> 5]! |= 1 << other
    for (let d = 1; ; d++) {
      next.fill(0)
      for (let word = 0; word < words; word++) {
        for (let left = frontier[word]!; left !== 0; left &= left - 1) {
          const row = (32 * word + 31 - Math.clz32(left & -left)) * words
          for (let w = 0; w < words; w++) next[w]! |= rows[row + w]!
        }
      }
      let count = 0
      for (let word = 0; word < words; word++) {
        const found = next[word]! & ~visited[word]!
        frontier[word] = found
        visited[word]! |= found
        count += bitCount(found)
      }
      if (count === 0) return
      pairs[d]! += count
    }
  }
}

/** H. Warren (2013), Hacker's Delight, figure 5-2. */
function bitCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
