import type { Graph } from '../network/graph.ts'

/** Distances between all nodes; Infinity where no path leads. */
export class DistanceMatrix {
  readonly nodeCount: number
  /** Row u, column v; `unreachable` stands for no path. */
  readonly #distances: Uint16Array

  /** By a search from each node. O(n m), n² numbers. */
  constructor(graph: Graph) {
    const n = graph.nodeCount
    const { offsets, neighbors } = graph.out
    this.nodeCount = n
    this.#distances = new Uint16Array(n * n).fill(unreachable)
    const queue = new Int32Array(n)
    for (let source = 0; source < n; source++) {
      const row = this.#row(source)
      row[source] = 0
      queue[0] = source
      for (let head = 0, tail = 1; head < tail; head++) {
        const u = queue[head]!
        for (let i = offsets[u]!; i < offsets[u + 1]!; i++) {
          const v = neighbors[i]!
          if (row[v] !== unreachable) continue
          row[v] = row[u]! + 1
          queue[tail++] = v
        }
      }
    }
  }

  between(u: number, v: number): number {
    const distance = this.#distances[u * this.nodeCount + v]!
    return distance === unreachable ? Infinity : distance
  }

  /**
   * Gain in global efficiency from one more tie between u and v. A shorter path uses the new tie once, so the new distance from s to t is the
   * smallest of the old one, s…u–v…t and s…v–u…t. O(n²), and only pairs that one end of the tie brings nearer are looked at.
   */
  gainOf(u: number, v: number): number {
    const n = this.nodeCount
    const fromU = this.#row(u)
    const fromV = this.#row(v)
    // Via u to v is shorter only to those nearer to v than to u by more than the tie.
    const nearV: number[] = []
    const nearU: number[] = []
    for (let t = 0; t < n; t++) {
      if (fromU[t]! > fromV[t]! + 1) nearV.push(t)
      else if (fromV[t]! > fromU[t]! + 1) nearU.push(t)
    }
    let gain = 0
    for (const s of nearU) {
      const row = this.#row(s)
      const start = fromU[s]! + 1
      for (const t of nearV) {
        const now = start + fromV[t]!
        const before = row[t]!
        if (now < before) gain += 1 / now - (before === unreachable ? 0 : 1 / before)
      }
    }
    // Each unordered pair was met once: s on the side of u, t on that of v.
    return n < 2 ? 0 : (2 * gain) / (n * (n - 1))
  }

  #row(u: number): Uint16Array {
    return this.#distances.subarray(u * this.nodeCount, (u + 1) * this.nodeCount)
  }
}

/** Larger than any path: a graph of more nodes is refused long before. */
const unreachable = 60_000
