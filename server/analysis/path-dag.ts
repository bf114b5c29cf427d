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
  for (let i = levelStart[dag.depth + 1]! - 1; i >= 0; i--) share[order[i]!] = 0
  for (let level = dag.depth; level >= 1; level--) {
    for (let i = levelStart[level]!, end = levelStart[level + 1]!; i < end; i++) {
      const v = order[i]!
      const paths = sigma[v]!
      const beyond = share[v]!
      through[v]! += times * beyond * paths
      share[v] = beyond + mass[v]! / paths
    }
    if (level === 1) break
    for (let a = firstArc[level]!, end = firstArc[level + 1]!; a < end; a += 2) share[arcs[a]!]! += share[arcs[a + 1]!]!
  }
}
