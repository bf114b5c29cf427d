import type { Rows } from '../network/graph.ts'
import type { Lengths } from './lengths.ts'
import type { PathDag } from './path-dag.ts'

/** Buckets in use at a time; what lies beyond them waits in one list. Strengths 1 to 5 use five per step. */
const bucketCount = 1024

/**
 * Shortest paths from one source after another over ties of different lengths: Dijkstra's algorithm on buckets no wider
 * than the shortest tie. Nothing that starts in a bucket ends in the same one, so its nodes are final in any order, no heap
 * is kept, and buckets are the levels of the paths.
 *
 * R. B. Dial (1969), Algorithm 360: shortest-path forest with topological ordering, CACM 12:632-633; E. V. Denardo,
 * B. L. Fox (1979), Shortest-route methods, Oper. Res. 27:161-186. A node's predecessors are looked up once it is final, so
 * paths are counted once and recorded for the way back. Arrays are allocated once for all sources.
 */
export class WeightedPaths implements PathDag {
  readonly order: Int32Array
  readonly levelStart: Int32Array
  depth = 0
  readonly arcs: Int32Array
  readonly firstArc: Int32Array
  readonly sigma: Float64Array
  /** Edge number of each arc. */
  readonly arcEdges: Int32Array
  /** Sum of lengths, Infinity for nodes that are not met. */
  readonly distance: Float64Array

  readonly #out: Rows
  readonly #in: Rows
  /** By slot. */
  readonly #outLengths: Float64Array
  readonly #inLengths: Float64Array
  readonly #epsilon: number
  readonly #bucketsPerLength: number
  readonly #isFinal: Uint8Array
  /** First entry of bucket b, which is number base + b counted from the source; -1 when empty. */
  readonly #buckets = new Int32Array(bucketCount).fill(-1)
  #base = 0
  /** First entry beyond the buckets. */
  #ahead = -1
  /** Entry i: a node, and the entry after it in its bucket. One per improvement, at most one per arc. */
  readonly #entryNode: Int32Array
  readonly #entryNext: Int32Array
  #entries = 0

  constructor(out: Rows, incoming: Rows, lengths: Lengths) {
    const n = out.offsets.length - 1
    this.#out = out
    this.#in = incoming
    this.#outLengths = Float64Array.from(out.edges, (e) => lengths.of[e]!)
    this.#inLengths = incoming === out ? this.#outLengths : Float64Array.from(incoming.edges, (e) => lengths.of[e]!)
    this.#epsilon = lengths.epsilon
    // A little narrower than the shortest tie, so that rounding does not put both its ends into one bucket.
    const shortest = lengths.of.reduce((least, length) => Math.min(least, length), Number.POSITIVE_INFINITY)
    this.#bucketsPerLength = (1 + 1e-9) / shortest
    this.order = new Int32Array(n)
    this.levelStart = new Int32Array(n + 2)
    this.arcs = new Int32Array(2 * incoming.neighbors.length)
    this.arcEdges = new Int32Array(incoming.neighbors.length)
    this.firstArc = new Int32Array(n + 2)
    this.sigma = new Float64Array(n)
    this.distance = new Float64Array(n)
    this.#isFinal = new Uint8Array(n)
    this.#entryNode = new Int32Array(out.neighbors.length + 1)
    this.#entryNext = new Int32Array(out.neighbors.length + 1)
  }

  grow(source: number): void {
    const { order, levelStart, arcs, arcEdges, firstArc, sigma, distance } = this
    const { offsets, neighbors } = this.#out
    const { offsets: backOffsets, neighbors: backNeighbors, edges: backEdges } = this.#in
    const lengths = this.#outLengths
    const backLengths = this.#inLengths
    const buckets = this.#buckets
    const isFinal = this.#isFinal
    distance.fill(Number.POSITIVE_INFINITY)
    isFinal.fill(0)
    this.#entries = 0
    this.#base = 0
    // Ties lead both ways: one look along the row serves the way back and the way on.
    const isSymmetric = this.#in === this.#out
    this.#reach(source, 0)
    let count = 0
    let top = 0
    let levels = 0
    for (let bucket = 0; bucket < bucketCount || this.#refill(); bucket++) {
      if (bucket === bucketCount) bucket = 0
      if (buckets[bucket]! < 0) continue
      levelStart[levels] = count
      firstArc[levels++] = top
      for (let entry = buckets[bucket]!; entry >= 0; entry = buckets[bucket]!) {
        buckets[bucket] = this.#entryNext[entry]!
        const v = this.#entryNode[entry]!
        // Left behind by an improvement, which put the node into an earlier bucket or into this one twice.
        if (isFinal[v] === 1) continue
        isFinal[v] = 1
        order[count++] = v
        const here = distance[v]!
        const slack = here * this.#epsilon
        let paths = v === source ? 1 : 0
        for (let i = backOffsets[v]!, end = backOffsets[v + 1]!; i < end; i++) {
          const p = backNeighbors[i]!
          const length = backLengths[i]!
          const known = distance[p]!
          if (Math.abs(known + length - here) <= slack && known < here) {
            arcs[2 * top] = p
            arcs[2 * top + 1] = v
            arcEdges[top++] = backEdges[i]!
            paths += sigma[p]!
          }
          if (isSymmetric && here + length < known) this.#reach(p, here + length)
        }
        sigma[v] = paths
        if (isSymmetric) continue
        for (let i = offsets[v]!, end = offsets[v + 1]!; i < end; i++) {
          const there = here + lengths[i]!
          if (there < distance[neighbors[i]!]!) this.#reach(neighbors[i]!, there)
        }
      }
      // Every entry was stale.
      if (levelStart[levels - 1] === count) levels--
    }
    levelStart[levels] = count
    firstArc[levels] = top
    for (let level = 0; level <= levels; level++) firstArc[level]! *= 2
    this.depth = levels - 1
  }

  #reach(node: number, distance: number) {
    this.distance[node] = distance
    const entry = this.#entries++
    this.#entryNode[entry] = node
    this.#place(entry, Math.floor(distance * this.#bucketsPerLength) - this.#base)
  }

  #place(entry: number, bucket: number) {
    if (bucket < bucketCount) {
      this.#entryNext[entry] = this.#buckets[bucket]!
      this.#buckets[bucket] = entry
    } else {
      this.#entryNext[entry] = this.#ahead
      this.#ahead = entry
    }
  }

  /** Once the buckets are empty, takes up again at the nearest entry that waits. False when none does. */
  #refill(): boolean {
    let nearest = Number.POSITIVE_INFINITY
    for (let entry = this.#ahead; entry >= 0; entry = this.#entryNext[entry]!) {
      const node = this.#entryNode[entry]!
      if (this.#isFinal[node] === 0) nearest = Math.min(nearest, this.distance[node]!)
    }
    let waiting = this.#ahead
    this.#ahead = -1
    if (nearest === Number.POSITIVE_INFINITY) return false
    this.#base = Math.floor(nearest * this.#bucketsPerLength)
    while (waiting >= 0) {
      const entry = waiting
      const node = this.#entryNode[entry]!
      waiting = this.#entryNext[entry]!
      if (this.#isFinal[node] === 0) {
        this.#place(entry, Math.floor(this.distance[node]! * this.#bucketsPerLength) - this.#base)
      }
    }
    return true
  }
}
