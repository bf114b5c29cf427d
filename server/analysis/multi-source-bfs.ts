import type { Rows } from '../network/graph.ts'

/** Called for each node that some of the sources reach for the first time at this distance; levels ascend, each node comes at most once per level. */
export type Reached = (distance: number, node: number, sources: number) => void

/** 32-bit words per node: 256 sources share one search. Wider rows would gain little and leave the cache. */
const words = 8
export const sourcesPerSearch = 32 * words

/**
 * Breadth-first search from up to 256 sources at once, one bit each: a tie is looked at once per level for all of them.
 * M. Then et al. (2014), The more the merrier: efficient multi-source graph traversal, PVLDB 8:449-460.
 *
 * Levels that few nodes carry are pushed along the arcs out; once they hold a quarter of all slots, nodes that some
 * source still misses pull from the arcs in. Long thin graphs then cost no more than their arcs.
 */
export class MultiSourceBfs {
  readonly #out: Rows
  readonly #in: Rows
  readonly #nodeCount: number
  /** Bit s of node v, at word v * words + (s >> 5): has source s met v; did it at this level; will it at the next. */
  readonly #seen: Int32Array
  #front: Int32Array
  #next: Int32Array
  /** Nodes with a bit in front. */
  #active: Int32Array
  #following: Int32Array
  readonly #isTouched: Uint8Array

  constructor(out: Rows, incoming: Rows) {
    const n = out.offsets.length - 1
    this.#out = out
    this.#in = incoming
    this.#nodeCount = n
    this.#seen = new Int32Array(n * words)
    this.#front = new Int32Array(n * words)
    this.#next = new Int32Array(n * words)
    this.#active = new Int32Array(n)
    this.#following = new Int32Array(n)
    this.#isTouched = new Uint8Array(n)
  }

  /** Searches from at most `sourcesPerSearch` distinct nodes, as if `without` (none: -1) were not there. */
  search(sources: Int32Array, without: number, reached: Reached): void {
    if (sources.length > sourcesPerSearch)
      throw new RangeError(`${sources.length} sources, at most ${sourcesPerSearch}`)
    this.#seen.fill(0)
    this.#front.fill(0)
    this.#next.fill(0)
    // A node that everybody has seen is never met, so it passes nothing on.
    if (without >= 0) this.#seen.fill(-1, without * words, (without + 1) * words)
    let active = 0
    sources.forEach((source, s) => {
      if (source === without) return
      const word = source * words + (s >> 5)
      this.#seen[word]! |= 1 << (s & 31)
      this.#front[word]! |= 1 << (s & 31)
      this.#active[active++] = source
    })
    const { offsets, neighbors } = this.#out
    for (let distance = 1; active > 0; distance++) {
      let slots = 0
      for (let i = 0; i < active; i++) slots += offsets[this.#active[i]! + 1]! - offsets[this.#active[i]!]!
      const met =
        4 * slots < neighbors.length
          ? this.#push(active, distance, reached)
          : this.#pull(sources.length, distance, reached)
      this.#clearFront(active)
      ;[this.#front, this.#next] = [this.#next, this.#front]
      ;[this.#active, this.#following] = [this.#following, this.#active]
      active = met
    }
  }

  /** Every active node hands its bits to its successors. Returns how many nodes are active next. */
  #push(active: number, distance: number, reached: Reached): number {
    const { offsets, neighbors } = this.#out
    const front = this.#front
    const next = this.#next
    const seen = this.#seen
    const following = this.#following
    const isTouched = this.#isTouched
    let touched = 0
    for (let i = 0; i < active; i++) {
      const v = this.#active[i]!
      const a = v * words
      for (let j = offsets[v]!, end = offsets[v + 1]!; j < end; j++) {
        const u = neighbors[j]!
        const b = u * words
        if (isTouched[u] === 0) {
          isTouched[u] = 1
          following[touched++] = u
        }
        for (let k = 0; k < words; k++) next[b + k]! |= front[a + k]!
      }
    }
    let kept = 0
    for (let i = 0; i < touched; i++) {
      const u = following[i]!
      const b = u * words
      isTouched[u] = 0
      let any = 0
      for (let k = 0; k < words; k++) {
        const fresh = next[b + k]! & ~seen[b + k]!
        next[b + k] = fresh
        seen[b + k]! |= fresh
        any |= fresh
      }
      if (any === 0) continue
      reached(distance, u, onesIn(next, b))
      following[kept++] = u
    }
    return kept
  }

  /** Every node that misses a source asks its predecessors for it. The eight words live in registers: unrolled, half the time. */
  #pull(sources: number, distance: number, reached: Reached): number {
    const { offsets, neighbors } = this.#in
    const front = this.#front
    const next = this.#next
    const seen = this.#seen
    const following = this.#following
    const full = (word: number) =>
      sources >= 32 * (word + 1) ? -1 : sources <= 32 * word ? 0 : 2 ** (sources - 32 * word) - 1
    const [f0, f1, f2, f3] = [full(0), full(1), full(2), full(3)]
    const [f4, f5, f6, f7] = [full(4), full(5), full(6), full(7)]
    let kept = 0
    for (let u = 0; u < this.#nodeCount; u++) {
      const b = u * words
      const m0 = f0 & ~seen[b]!
      const m1 = f1 & ~seen[b + 1]!
      const m2 = f2 & ~seen[b + 2]!
      const m3 = f3 & ~seen[b + 3]!
      const m4 = f4 & ~seen[b + 4]!
      const m5 = f5 & ~seen[b + 5]!
      const m6 = f6 & ~seen[b + 6]!
      const m7 = f7 & ~seen[b + 7]!
      if ((m0 | m1 | m2 | m3 | m4 | m5 | m6 | m7) === 0) continue
      let x0 = 0
      let x1 = 0
      let x2 = 0
      let x3 = 0
      let x4 = 0
      let x5 = 0
      let x6 = 0
      let x7 = 0
      for (let j = offsets[u]!, end = offsets[u + 1]!; j < end; j++) {
        const a = neighbors[j]! * words
        x0 |= front[a]!
        x1 |= front[a + 1]!
        x2 |= front[a + 2]!
        x3 |= front[a + 3]!
        x4 |= front[a + 4]!
        x5 |= front[a + 5]!
        x6 |= front[a + 6]!
        x7 |= front[a + 7]!
      }
      x0 &= m0
      x1 &= m1
      x2 &= m2
      x3 &= m3
      x4 &= m4
      x5 &= m5
      x6 &= m6
      x7 &= m7
      if ((x0 | x1 | x2 | x3 | x4 | x5 | x6 | x7) === 0) continue
      next[b] = x0
      next[b + 1] = x1
      next[b + 2] = x2
      next[b + 3] = x3
      next[b + 4] = x4
      next[b + 5] = x5
      next[b + 6] = x6
      next[b + 7] = x7
      for (let k = 0; k < words; k++) seen[b + k]! |= next[b + k]!
      reached(distance, u, onesIn(next, b))
      following[kept++] = u
    }
    return kept
  }

  #clearFront(active: number) {
    for (let i = 0; i < active; i++) {
      const a = this.#active[i]! * words
      for (let k = 0; k < words; k++) this.#front[a + k] = 0
    }
  }
}

/** Number of bits set in the eight words from b: sums of 2, 4 and 8 bits side by side, four words to a final multiplication. */
function onesIn(bits: Int32Array, b: number): number {
  let ones = 0
  for (let half = b; half < b + words; half += 4) {
    let bytes = 0
    for (let k = half; k < half + 4; k++) {
      let x = bits[k]!
      x -= (x >>> 1) & 0x55555555
      x = (x & 0x33333333) + ((x >>> 2) & 0x33333333)
      bytes += (x & 0x0f0f0f0f) + ((x >>> 4) & 0x0f0f0f0f)
    }
    ones += Math.imul(bytes, 0x01010101) >>> 24
  }
  return ones
}
