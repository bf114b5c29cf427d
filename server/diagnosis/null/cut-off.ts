import type { DrawRows } from './draw-rows.ts'

/**
 * How many actors each one would cut off by leaving: those of its component, less itself, less the largest piece that remains. One depth-first search over
 * the rows of a draw, whose arrays every draw uses again. O(n + m).
 */
export class CutOff {
  /** By node, as last counted. */
  readonly counts: Int32Array
  readonly #rows: DrawRows
  readonly #found: Int32Array
  readonly #low: Int32Array
  readonly #parent: Int32Array
  readonly #slot: Int32Array
  /** Nodes in the order they were found. */
  readonly #order: Int32Array
  /** Below and with each node in the search. */
  readonly #size: Int32Array
  /** Of the pieces below each node that reach no further up: all, and the largest. */
  readonly #apart: Int32Array
  readonly #largest: Int32Array

  constructor(rows: DrawRows) {
    const n = rows.offsets.length - 1
    const array = () => new Int32Array(n)
    this.#rows = rows
    this.counts = array()
    this.#found = array()
    this.#low = array()
    this.#parent = array()
    this.#slot = array()
    this.#order = array()
    this.#size = array()
    this.#apart = array()
    this.#largest = array()
  }

  /** Counts for the rows as they are now; returns the most that one actor cuts off. */
  count(): number {
    this.#found.fill(-1)
    this.#parent.fill(-1)
    this.#size.fill(1)
    this.#apart.fill(0)
    this.#largest.fill(0)
    this.#slot.set(this.#rows.offsets.subarray(0, this.#slot.length))
    let most = 0
    let from = 0
    for (let root = 0; root < this.counts.length; root++) {
      if (this.#found[root]! >= 0) continue
      const to = this.#search(root, from)
      for (let i = from; i < to; i++) {
        const u = this.#order[i]!
        const others = to - from - 1
        const rest = others - this.#apart[u]!
        const count = others - Math.max(this.#largest[u]!, rest)
        this.counts[u] = count
        if (count > most) most = count
      }
      from = to
    }
    return most
  }

  /** Finds the component of a node, numbered from `time` on; returns the number after it. */
  #search(root: number, time: number): number {
    const { offsets, neighbors } = this.#rows
    const found = this.#found
    const low = this.#low
    const parent = this.#parent
    const slot = this.#slot
    let next = time
    let u = root
    found[u] = low[u] = next
    this.#order[next++] = u
    while (u >= 0) {
      if (slot[u]! < offsets[u + 1]!) {
        const v = neighbors[slot[u]!++]!
        if (found[v]! < 0) {
          parent[v] = u
          found[v] = low[v] = next
          this.#order[next++] = v
          u = v
        } else if (v !== parent[u] && found[v]! < low[u]!) low[u] = found[v]!
        continue
      }
      const above = parent[u]!
      if (above < 0) break
      this.#size[above]! += this.#size[u]!
      if (low[u]! < low[above]!) low[above] = low[u]!
      if (low[u]! >= found[above]!) {
        this.#apart[above]! += this.#size[u]!
        if (this.#size[u]! > this.#largest[above]!) this.#largest[above] = this.#size[u]!
      }
      u = above
    }
    return next
  }
}
