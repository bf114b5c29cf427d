/** Called once for each triangle. */
export type TriangleVisitor = (u: number, v: number, w: number) => void

/**
 * The neighbours of each node in a draw. Degrees never change from draw to draw, so rows keep their places and only their contents are written anew.
 */
export class DrawRows {
  readonly offsets: Int32Array
  readonly neighbors: Int32Array
  readonly #next: Int32Array
  /** The last node that marked each node as its neighbour. */
  readonly #markedBy: Int32Array

  constructor(nodeCount: number, ends: Int32Array) {
    this.offsets = new Int32Array(nodeCount + 1)
    for (const node of ends) this.offsets[node + 1]!++
    for (let u = 0; u < nodeCount; u++) this.offsets[u + 1]! += this.offsets[u]!
    this.neighbors = new Int32Array(ends.length)
    this.#next = new Int32Array(nodeCount)
    this.#markedBy = new Int32Array(nodeCount).fill(-1)
    this.read(ends)
  }

  /** Takes over the ties of a draw: ends 2s and 2s + 1 are tied. */
  read(ends: Int32Array): void {
    const next = this.#next
    next.set(this.offsets.subarray(0, next.length))
    for (let i = 0; i < ends.length; i += 2) {
      const u = ends[i]!
      const v = ends[i + 1]!
      this.neighbors[next[u]!++] = v
      this.neighbors[next[v]!++] = u
    }
  }

  forEachTriangle(visit: TriangleVisitor): void {
    const { offsets, neighbors } = this
    const markedBy = this.#markedBy.fill(-1)
    const nodeCount = markedBy.length
    for (let u = 0; u < nodeCount; u++) {
      const first = offsets[u]!
      const end = offsets[u + 1]!
      for (let i = first; i < end; i++) markedBy[neighbors[i]!] = u
      for (let i = first; i < end; i++) {
        const v = neighbors[i]!
        if (v < u) continue
        for (let j = offsets[v]!, last = offsets[v + 1]!; j < last; j++) {
          const w = neighbors[j]!
          if (w > v && markedBy[w] === u) visit(u, v, w)
        }
      }
    }
  }
}
