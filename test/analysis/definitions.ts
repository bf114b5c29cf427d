import type { Graph } from '../../server/network/graph.ts'
import { matrixOf } from './arbitrary.ts'

/** Distances by R. W. Floyd and S. Warshall (1962), and the number of shortest paths by adding them up in order of distance. */
export interface AllPairs {
  readonly distance: readonly (readonly number[])[]
  readonly paths: readonly (readonly number[])[]
}

/** Lengths by `lengthOf` a tie's strength; whole numbers keep it exact. */
export function allPairs(graph: Graph, lengthOf: (strength: number) => number = () => 1): AllPairs {
  const lengths = matrixOf(graph).map((row) => row.map((w) => (w === 0 ? Number.POSITIVE_INFINITY : lengthOf(w))))
  const nodes = [...lengths.keys()]
  const distance = lengths.map((row, u) => row.map((length, v) => (u === v ? 0 : length)))
  for (const k of nodes) {
    for (const i of nodes) {
      for (const j of nodes) distance[i]![j] = Math.min(distance[i]![j]!, distance[i]![k]! + distance[k]![j]!)
    }
  }
  const paths = nodes.map((s) => {
    const count = nodes.map((t) => (s === t ? 1 : 0))
    for (const t of nodes.toSorted((a, b) => distance[s]![a]! - distance[s]![b]!)) {
      if (t === s || distance[s]![t] === Number.POSITIVE_INFINITY) continue
      for (const p of nodes) if (distance[s]![p]! + lengths[p]![t]! === distance[s]![t]) count[t]! += count[p]!
    }
    return count
  })
  return { distance, paths }
}

/** Freeman's sum over ordered pairs of the share of shortest paths through each node; halved for undirected graphs by the caller. */
export function betweennessByPairs({ distance, paths }: AllPairs): number[] {
  const nodes = [...distance.keys()]
  return nodes.map((v) => {
    let sum = 0
    for (const s of nodes) {
      for (const t of nodes) {
        if (s === t || s === v || t === v || distance[s]![t] === Number.POSITIVE_INFINITY) continue
        if (distance[s]![v]! + distance[v]![t]! === distance[s]![t]) {
          sum += (paths[s]![v]! * paths[v]![t]!) / paths[s]![t]!
        }
      }
    }
    return sum
  })
}

/** Are all nodes of a set joined by paths within it? The empty set is. */
export function isJoined(matrix: readonly (readonly number[])[], set: readonly number[]): boolean {
  const met = new Set(set.slice(0, 1))
  for (const u of met) for (const v of set) if (matrix[u]![v] || matrix[v]![u]) met.add(v)
  return met.size === set.length
}

export function subsets<T>(items: readonly T[]): T[][] {
  return Array.from({ length: 2 ** items.length }, (_, bits) => items.filter((_, i) => (bits >> i) & 1))
}
