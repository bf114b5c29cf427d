import { type Random, randomStream } from '../../analysis/random.ts'
import type { Graph } from '../../network/graph.ts'

/**
 * A Markov chain over the simple directed graphs with the in- and out-degrees of a graph.
 *
 * Nine steps in ten swap the heads of two arcs: p→q and x→y propose p→y and x→q. The tenth picks an arc a→b, then an
 * arc b→c, and turns the cycle a→b→c→a round if it is one and no arc runs against it: without such turns some graphs cannot be
 * reached from others. A proposal that cannot be counts as a step all the same. The turn is symmetric because each
 * cycle is picked with probability (1/m)·(1/out(a) + 1/out(b) + 1/out(c)) in both directions.
 *
 * J. Roberts (2000), Simple methods for simulating sociomatrices with given marginal totals, Social Networks 22:273-283.
 * N. Verhelst (2008), An efficient MCMC algorithm to sample binary matrices with fixed marginals, Psychometrika 73:705-728.
 */
export class ArcRewiring {
  readonly nodeCount: number
  /** Tail and head of arc e: tails never move, arcs of one tail lie side by side. */
  readonly tails: Int32Array
  readonly heads: Int32Array
  readonly #offsets: Int32Array
  /** 1 where an arc exists, is unasked, or would be a loop. Row u is its arcs out. */
  readonly #blocked: Uint8Array
  readonly #unasked: Uint8Array | null
  readonly #random: Random

  /** `unasked` as in `Rewiring`: no arc is made between two nodes that share a bit, and those that exist do not move. */
  constructor(graph: Graph, unasked: Uint8Array | null, stream: string) {
    if (!graph.directed) throw new RangeError('an undirected graph has ties to rewire, not arcs')
    const n = graph.nodeCount
    this.nodeCount = n
    this.#offsets = graph.out.offsets
    this.#unasked = unasked
    this.#random = randomStream(stream)
    this.heads = graph.out.neighbors.slice()
    this.tails = new Int32Array(graph.edgeCount)
    this.#blocked = new Uint8Array(n * n)
    for (let u = 0; u < n; u++) {
      for (let v = 0; v < n; v++) if (u === v || this.#isUnasked(u, v)) this.#blocked[u * n + v] = 1
      for (let e = this.#offsets[u]!; e < this.#offsets[u + 1]!; e++) {
        this.tails[e] = u
        this.#blocked[u * n + this.heads[e]!] = 1
      }
    }
  }

  /** Makes so many proposals. Returns how many were accepted. */
  advance(proposals: number): number {
    if (this.heads.length < 2) return 0
    let accepted = 0
    for (let i = 0; i < proposals; i++) {
      const done = this.#random() < 0.1 ? this.#turnCycle() : this.#swapHeads()
      if (done) accepted++
    }
    return accepted
  }

  #swapHeads(): boolean {
    const { tails, heads, nodeCount: n } = this
    const blocked = this.#blocked
    const e = this.#pick(heads.length)
    const f = this.#pick(heads.length)
    const p = tails[e]!
    const q = heads[e]!
    const x = tails[f]!
    const y = heads[f]!
    if (blocked[p * n + y] || blocked[x * n + q] || this.#isUnasked(p, q) || this.#isUnasked(x, y)) return false
    heads[e] = y
    heads[f] = q
    blocked[p * n + q] = 0
    blocked[x * n + y] = 0
    blocked[p * n + y] = 1
    blocked[x * n + q] = 1
    return true
  }

  #turnCycle(): boolean {
    const { tails, heads, nodeCount: n } = this
    const blocked = this.#blocked
    const offsets = this.#offsets
    const ab = this.#pick(heads.length)
    const a = tails[ab]!
    const b = heads[ab]!
    const outOfB = offsets[b + 1]! - offsets[b]!
    if (outOfB === 0) return false
    const bc = offsets[b]! + this.#pick(outOfB)
    const c = heads[bc]!
    if (c === a || blocked[b * n + a] || blocked[c * n + b] || blocked[a * n + c]) return false
    const ca = heads.subarray(offsets[c]!, offsets[c + 1]!).indexOf(a)
    if (ca < 0) return false
    heads[ab] = c
    heads[bc] = a
    heads[offsets[c]! + ca] = b
    blocked[a * n + b] = 0
    blocked[b * n + c] = 0
    blocked[c * n + a] = 0
    blocked[a * n + c] = 1
    blocked[b * n + a] = 1
    blocked[c * n + b] = 1
    return true
  }

  #isUnasked(u: number, v: number): boolean {
    return this.#unasked !== null && (this.#unasked[u]! & this.#unasked[v]!) !== 0
  }

  #pick(count: number): number {
    return Math.floor(this.#random() * count)
  }
}
