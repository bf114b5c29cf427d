import type { Rows } from '../network/graph.ts'
import type { Lengths } from './lengths.ts'

/** Buckets in use at a time; what lies beyond them waits in one list. Strengths 1 to 5 use five per step. */
const bucketCount = 1024

/**
 * Shortest paths from one source over ties of different lengths: Dijkstra's algorithm on buckets as wide as the shortest
 * tie. Nothing that starts in a bucket ends in the same one, so its nodes are final in any order and no heap is kept.
 * R. B. Dial (1969), Algorithm 360, CACM 12:632-633; E. V. Denardo, B. L. Fox (1979), Shortest-route methods, Oper. Res.
 * 27:161-186. Arrays are allocated once and serve every source.
 */
export class WeightedPaths {
  /** The nodes met, `count` of them, the source first, each after all that lie on its shortest paths. */
  readonly order: Int32Array
  count = 0
  /** Sum of lengths, Infinity for nodes that are not met. */
  readonly distance: Float64Array
  /** Number of shortest paths. */
  readonly sigma: Float64Array

  readonly #out: Rows
  readonly #in: Rows
  readonly #lengths: Lengths
  readonly #isFinal: Uint8Array
  /** A little less than the shortest tie, so that rounding cannot put both its ends into one bucket. */
  readonly #width: number
  /** First entry of bucket b, which is number base + b counted from the source; -1 when empty. */
  readonly #buckets = new Int32Array(bucketCount)
  /** Entry i: a node, and the entry after it in its bucket. One per improvement, at most one per arc. */
  readonly #entryNode: Int32Array
  readonly #entryNext: Int32Array
  #entries = 0
  #base = 0
  /** First entry beyond the buckets. */
  #ahead = -1

  constructor(out: Rows, incoming: Rows, lengths: Lengths) {
    const n = out.offsets.length - 1
    this.#out = out
    this.#in = incoming
    this.#lengths = lengths
    this.order = new Int32Array(n)
    this.distance = new Float64Array(n)
    this.sigma = new Float64Array(n)
    this.#isFinal = new Uint8Array(n)
    const shortest = lengths.of.reduce((least, length) => Math.min(least, length), Number.POSITIVE_INFINITY)
    this.#width = lengths.epsilon > 0 ? shortest * (1 - 1e-9) : shortest
    this.#entryNode = new Int32Array(out.neighbors.length + 1)
    this.#entryNext = new Int32Array(out.neighbors.length + 1)
  }

  grow(source: number): void {
    const { order, distance, sigma } = this
    const { offsets, neighbors, edges } = this.#out
    const { of: length, epsilon } = this.#lengths
    const isFinal = this.#isFinal
    distance.fill(Number.POSITIVE_INFINITY)
    isFinal.fill(0)
    this.#buckets.fill(-1)
    this.#entries = 0
    this.#base = 0
    this.#ahead = -1
    distance[source] = 0
    sigma[source] = 1
    this.#put(source, 0)
    let count = 0
    for (let bucket = 0; bucket < bucketCount || this.#refill(); bucket++) {
      if (bucket === bucketCount) bucket = 0
      for (let entry = this.#buckets[bucket]!; entry >= 0; entry = this.#entryNext[entry]!) {
        const v = this.#entryNode[entry]!
        // Left behind by an improvement, which put the node into an earlier bucket or into this one twice.
        if (isFinal[v] === 1) continue
        isFinal[v] = 1
        order[count++] = v
        const here = distance[v]!
        const paths = sigma[v]!
        for (let i = offsets[v]!, end = offsets[v + 1]!; i < end; i++) {
          const u = neighbors[i]!
          // Within the tolerance of what is behind: not a way forward.
          if (isFinal[u] === 1) continue
          const there = here + length[edges[i]!]!
          const known = distance[u]!
          if (there < known - known * epsilon || known === Number.POSITIVE_INFINITY) {
            distance[u] = there
            sigma[u] = paths
            this.#put(u, there)
          } else if (there <= known + known * epsilon) {
            sigma[u]! += paths
          }
        }
      }
      this.#buckets[bucket] = -1
    }
    this.count = count
  }

  /**
   * Walks the paths backwards, once, see ShortestPaths: share[v] becomes (1 + δ_v) / σ_v, through[v] and flow[e] gain the pairs
   * of this source whose paths meet node v or edge e.
   */
  gather(share: Float64Array, through: Float64Array, flow: Float64Array): void {
    const { order, distance, sigma } = this
    const { offsets, neighbors, edges } = this.#in
    const { of: length, epsilon } = this.#lengths
    const isBefore = this.#isFinal
    for (let i = 0; i < this.count; i++) share[order[i]!] = 0
    for (let i = this.count - 1; i > 0; i--) {
      const v = order[i]!
      isBefore[v] = 0
      const beyond = share[v]!
      const here = distance[v]!
      const slack = here * epsilon
      through[v]! += beyond * sigma[v]!
      const s = beyond + 1 / sigma[v]!
      share[v] = s
      for (let j = offsets[v]!, end = offsets[v + 1]!; j < end; j++) {
        const p = neighbors[j]!
        const e = edges[j]!
        if (isBefore[p] === 0 || Math.abs(distance[p]! + length[e]! - here) > slack) continue
        share[p]! += s
        flow[e]! += s * sigma[p]!
      }
    }
  }

  #put(node: number, distance: number) {
    const entry = this.#entries++
    this.#entryNode[entry] = node
    this.#place(entry, Math.floor(distance / this.#width) - this.#base)
  }

  #place(entry: number, bucket: number) {
    const list = bucket < bucketCount ? this.#buckets[bucket]! : this.#ahead
    this.#entryNext[entry] = list
    if (bucket < bucketCount) this.#buckets[bucket] = entry
    else this.#ahead = entry
  }

  /** Once the buckets are empty, takes up again at the nearest entry that waits. False when none does. */
  #refill(): boolean {
    let nearest = Number.POSITIVE_INFINITY
    for (let entry = this.#ahead; entry >= 0; entry = this.#entryNext[entry]!) {
      const node = this.#entryNode[entry]!
      if (this.#isFinal[node] === 0) nearest = Math.min(nearest, this.distance[node]!)
    }
    if (nearest === Number.POSITIVE_INFINITY) return false
    this.#base = Math.floor(nearest / this.#width)
    let waiting = this.#ahead
    this.#ahead = -1
    while (waiting >= 0) {
      const entry = waiting
      const node = this.#entryNode[entry]!
      waiting = this.#entryNext[entry]!
      if (this.#isFinal[node] === 0) this.#place(entry, Math.floor(this.distance[node]! / this.#width) - this.#base)
    }
    return true
  }
}
