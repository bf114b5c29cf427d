/**
 * The shortest paths from one source to all nodes: a directed acyclic graph, its nodes and arcs in levels such that every
 * arc leads from a lower level into a higher one.
 */
export interface PathDag {
  /** Nodes met, the source first; those of level d from levelStart[d] to levelStart[d + 1], level 0 being the source. */
  readonly order: Int32Array
  readonly levelStart: Int32Array
  /** The last level. */
  readonly depth: number
  /** Arcs, each its upper and its lower end; those into level d from firstArc[d] to firstArc[d + 1]. */
  readonly arcs: Int32Array
  readonly firstArc: Int32Array
  /** Number of shortest paths to each node. A double: counts pass 2^53 on large grids, where it loses digits instead of wrapping. */
  readonly sigma: Float64Array
}

/**
 * Walks the paths back: share[v] becomes (mass_v + δ_v) / σ_v for each node met but the source, where the pair dependency
 * δ_v is the mass of the targets beyond v, each divided among its shortest paths.
 *
 * Dividing by σ once per node instead of once per arc leaves one addition in the inner loop; no loop is within another,
 * since where a row ends is nearly a coin toss, and a miss costs more than five arcs. δ_v itself, weighted, is added to
 * `through`: through[v] += times × δ_v.
 *
 * Eight arcs at a time: not for their own sake, but a function of this size is left alone by the compiler, which makes its
 * loops a fifth slower when it moves them into their caller.
 *
 * U. Brandes (2001), A faster algorithm for betweenness centrality, J. Math. Sociol. 25:163-177.
 */
export function gather(
  dag: PathDag,
  mass: Float64Array,
  times: number,
  share: Float64Array,
  through: Float64Array,
): void {
  const { order, levelStart, arcs, firstArc, sigma } = dag
  const met = levelStart[dag.depth + 1]!
  if (4 * met > share.length) share.fill(0)
  else for (let i = 0; i < met; i++) share[order[i]!] = 0
  for (let level = dag.depth; level >= 1; level--) {
    for (let i = levelStart[level]!, end = levelStart[level + 1]!; i < end; i++) {
      const v = order[i]!
      const paths = sigma[v]!
      const beyond = share[v]!
      through[v]! += times * beyond * paths
      share[v] = beyond + mass[v]! / paths
    }
    if (level === 1) break
    let a = firstArc[level]!
    const end = firstArc[level + 1]!
    for (; a < end - 14; a += 16) {
      share[arcs[a]!]! += share[arcs[a + 1]!]!
      share[arcs[a + 2]!]! += share[arcs[a + 3]!]!
      share[arcs[a + 4]!]! += share[arcs[a + 5]!]!
      share[arcs[a + 6]!]! += share[arcs[a + 7]!]!
      share[arcs[a + 8]!]! += share[arcs[a + 9]!]!
      share[arcs[a + 10]!]! += share[arcs[a + 11]!]!
      share[arcs[a + 12]!]! += share[arcs[a + 13]!]!
      share[arcs[a + 14]!]! += share[arcs[a + 15]!]!
    }
    for (; a < end; a += 2) share[arcs[a]!]! += share[arcs[a + 1]!]!
  }
}
