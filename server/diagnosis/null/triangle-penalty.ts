import type { Graph } from '../../network/graph.ts'
import { DrawRows } from './draw-rows.ts'
import { type Penalty, slotsOf } from './rewiring.ts'

/** How strongly Null C holds to the number of triangles. */
const strength = 2

/**
 * 2 |T − T₀|, T the triangles of a draw and T₀ those of the graph it starts at: draws are then as clustered as what was observed, wherever
 * their triangles lie (Null C). What a swap changes is counted from the partners its four ends share.
 */
export class TrianglePenalty implements Penalty {
  /** Triangles more than at the start. */
  #more = 0
  /** Of the swap last weighed. */
  #gain = 0
  readonly #offsets: Int32Array
  readonly #neighbors: Int32Array
  readonly #words: number
  readonly #tied: Int32Array

  constructor(graph: Graph) {
    const { ends, nodeCount } = slotsOf(graph)
    const rows = new DrawRows(nodeCount, ends)
    this.#offsets = rows.offsets
    this.#neighbors = rows.neighbors
    this.#words = (nodeCount + 31) >>> 5
    this.#tied = new Int32Array(nodeCount * this.#words)
    for (let i = 0; i < ends.length; i += 2) this.#flip(ends[i]!, ends[i + 1]!)
  }

  changeBy(u: number, v: number, s: number, t: number): number {
    // Each of the four ends keeps its partners and exchanges one end for the other: those of two of them tell of all.
    const offsets = this.#offsets
    const degrees = (a: number, b: number) => offsets[a + 1]! - offsets[a]! + offsets[b + 1]! - offsets[b]!
    const shared =
      degrees(u, s) <= degrees(v, t)
        ? this.#exchanged(u, v, t) + this.#exchanged(s, t, v)
        : this.#exchanged(v, u, s) + this.#exchanged(t, s, u)
    // A partner shared over a tie that goes, v of u and t or s of them, is none; likewise for s and v.
    this.#gain = shared - 2 * (this.#isTied(v, t) + this.#isTied(u, s))
    return strength * (Math.abs(this.#more + this.#gain) - Math.abs(this.#more))
  }

  swap(u: number, v: number, s: number, t: number): void {
    this.#more += this.#gain
    this.#replace(u, v, t)
    this.#replace(v, u, s)
    this.#replace(s, t, v)
    this.#replace(t, s, u)
    this.#flip(u, v)
    this.#flip(s, t)
    this.#flip(u, t)
    this.#flip(s, v)
  }

  /** Partners of a node that are partners of `to`, less those that are of `from`. */
  #exchanged(node: number, from: number, to: number): number {
    const neighbors = this.#neighbors
    const tied = this.#tied
    const fromRow = from * this.#words
    const toRow = to * this.#words
    let more = 0
    for (let i = this.#offsets[node]!, end = this.#offsets[node + 1]!; i < end; i++) {
      const w = neighbors[i]!
      const word = w >>> 5
      more += ((tied[toRow + word]! >>> w) & 1) - ((tied[fromRow + word]! >>> w) & 1)
    }
    return more
  }

  #isTied(u: number, v: number): number {
    return (this.#tied[u * this.#words + (v >>> 5)]! >>> v) & 1
  }

  #replace(node: number, old: number, partner: number): void {
    let i = this.#offsets[node]!
    while (this.#neighbors[i] !== old) i++
    this.#neighbors[i] = partner
  }

  #flip(u: number, v: number): void {
    this.#tied[u * this.#words + (v >>> 5)]! ^= 1 << v
    this.#tied[v * this.#words + (u >>> 5)]! ^= 1 << u
  }
}
