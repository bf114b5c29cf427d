import type { Rows } from '../network/graph.ts'

/**
 * The shortest paths from one source to all nodes: a directed acyclic graph grown level by level and recorded as it is
 * found, so that walking it backwards touches its arcs only (about half of the ties) and compares no distances.
 *
 * U. Brandes (2001), A faster algorithm for betweenness centrality, J. Math. Sociol. 25:163-177, with the two
 * directions of S. Beamer, K. Asanović, D. Patterson (2012), Direction-optimizing breadth-first search: a level is
 * found by its predecessors, or, once they hold most ties, by the nodes not yet seen looking back. The search ends
 * when it has met `reachable` nodes; the last level, often the widest, is never scanned.
 *
 * Inner loops carry no branch: which slots lead down is a coin toss (half of them), and each miss costs more than the
 * store that a comparison saves. Arrays are allocated once and serve every source.
 */
export class ShortestPaths {
  /** Nodes by distance from the source, the source first; those of distance d from levelStart[d] to levelStart[d + 1]. */
  readonly order: Int32Array
  readonly levelStart: Int32Array
  /** Largest finite distance. */
  depth = 0
  /** Number of nodes met, the source included. */
  count = 0
  /** Number of shortest paths to each node met. A double: counts pass 2^53 on large grids, where it loses digits instead of wrapping. */
  readonly sigma: Float64Array
  /** Distance + 1 of the nodes met, 0 elsewhere. */
  readonly level: Int32Array
  /** Slots looked at since the object was made. */
  scanned = 0

  readonly #out: Rows
  readonly #in: Rows
  /** Arcs of the DAG, grouped: group k is from #groupStart[k] to #groupStart[k + 1]; the groups of the arcs into level d start at #firstGroup[d]. */
  readonly #arcs: Int32Array
  readonly #groupStart: Int32Array
  readonly #firstGroup: Int32Array
  /** 1: level d was found looking back, one group per node of it, of predecessors. 0: one group per node of the level before, of successors. */
  readonly #lookedBack: Uint8Array
  readonly #unseen: Int32Array

  constructor(out: Rows, incoming: Rows) {
    const n = out.offsets.length - 1
    this.#out = out
    this.#in = incoming
    // One more than can be filled: a branch-free loop writes first and counts after.
    this.order = new Int32Array(n + 1)
    this.levelStart = new Int32Array(n + 2)
    this.sigma = new Float64Array(n)
    this.level = new Int32Array(n)
    this.#arcs = new Int32Array(out.neighbors.length + 1)
    this.#groupStart = new Int32Array(2 * n + 2)
    this.#firstGroup = new Int32Array(n + 2)
    this.#lookedBack = new Uint8Array(n + 2)
    this.#unseen = new Int32Array(n + 1)
  }

  /** Grows the paths from `source`. `reachable` is the number of nodes it can reach, itself included, or more. */
  grow(source: number, reachable: number): void {
    const { order, levelStart, sigma, level } = this
    const { offsets, neighbors } = this.#out
    const { offsets: backOffsets, neighbors: backNeighbors } = this.#in
    const arcs = this.#arcs
    const groupStart = this.#groupStart
    const unseen = this.#unseen
    level.fill(0)
    level[source] = 1
    sigma[source] = 1
    order[0] = source
    levelStart[0] = 0
    levelStart[1] = 1
    let head = 0
    let tail = 1
    let distance = 0
    let top = 0
    let groups = 0
    let unseenCount = -1
    let scanned = 0
    while (head < tail && tail < reachable) {
      const end = tail
      distance++
      this.#firstGroup[distance] = groups
      let slots = 0
      for (let i = head; i < end; i++) slots += offsets[order[i]! + 1]! - offsets[order[i]!]!
      // Looking back pays from about a third of all slots on (measured between an eighth and a half).
      if (3 * slots < neighbors.length) {
        this.#lookedBack[distance] = 0
        scanned += slots
        for (let i = head; i < end; i++) {
          const v = order[i]!
          for (let j = offsets[v]!, last = offsets[v + 1]!; j < last; j++) {
            const u = neighbors[j]!
            const found = level[u]!
            const isNew = (found - 1) >>> 31
            arcs[top] = u
            order[tail] = u
            top += isNew + (((found ^ (distance + 1)) - 1) >>> 31)
            tail += isNew
            level[u] = found + Math.imul(isNew, distance + 1)
          }
          groupStart[++groups] = top
        }
        for (let i = end; i < tail; i++) sigma[order[i]!] = 0
        for (let i = head, group = this.#firstGroup[distance]!; i < end; i++, group++) {
          const paths = sigma[order[i]!]!
          for (let j = groupStart[group]!, last = groupStart[group + 1]!; j < last; j++) sigma[arcs[j]!]! += paths
        }
      } else {
        this.#lookedBack[distance] = 1
        if (unseenCount < 0) {
          unseenCount = 0
          for (let u = 0; u < level.length; u++) {
            unseen[unseenCount] = u
            unseenCount += (level[u]! - 1) >>> 31
          }
        }
        let left = 0
        for (let i = 0; i < unseenCount; i++) {
          const u = unseen[i]!
          if (level[u] !== 0) continue
          const first = top
          for (let j = backOffsets[u]!, last = backOffsets[u + 1]!; j < last; j++) {
            const p = backNeighbors[j]!
            arcs[top] = p
            top += ((level[p]! ^ distance) - 1) >>> 31
          }
          scanned += backOffsets[u + 1]! - backOffsets[u]!
          if (top === first) {
            unseen[left++] = u
            continue
          }
          let paths = 0
          for (let j = first; j < top; j++) paths += sigma[arcs[j]!]!
          sigma[u] = paths
          order[tail++] = u
          groupStart[++groups] = top
        }
        unseenCount = left
        for (let i = end; i < tail; i++) level[order[i]!] = distance + 1
      }
      head = end
      levelStart[distance + 1] = tail
    }
    this.depth = head < tail ? distance : distance - 1
    this.count = tail
    this.scanned += scanned
  }

  /**
   * Walks the paths backwards: share[v] becomes (mass_v + δ_v) / σ_v for each node met but the source, where the pair
   * dependency δ_v is the mass of the targets beyond v, each divided among its shortest paths.
   *
   * Dividing by σ once per node instead of once per arc leaves one addition in the inner loop. δ_v itself, weighted,
   * is added to `through`: through[v] += times × δ_v.
   */
  gather(mass: Float64Array, times: number, share: Float64Array, through: Float64Array): void {
    const { order, levelStart, sigma, depth } = this
    const arcs = this.#arcs
    const groupStart = this.#groupStart
    for (let i = 0; i < this.count; i++) share[order[i]!] = 0
    for (let distance = depth; distance >= 1; distance--) {
      const first = levelStart[distance]!
      const end = levelStart[distance + 1]!
      for (let i = first; i < end; i++) {
        const v = order[i]!
        const paths = sigma[v]!
        const beyond = share[v]!
        through[v]! += times * beyond * paths
        share[v] = beyond + mass[v]! / paths
      }
      let group = this.#firstGroup[distance]!
      if (this.#lookedBack[distance] === 1) {
        for (let i = first; i < end; i++, group++) {
          const s = share[order[i]!]!
          for (let j = groupStart[group]!, last = groupStart[group + 1]!; j < last; j++) share[arcs[j]!]! += s
        }
      } else {
        for (let i = levelStart[distance - 1]!; i < first; i++, group++) {
          let beyond = 0
          for (let j = groupStart[group]!, last = groupStart[group + 1]!; j < last; j++) beyond += share[arcs[j]!]!
          share[order[i]!] = beyond
        }
      }
    }
  }
}
