import { transitivity } from '../analysis/closure.ts'
import { triangleSums } from '../analysis/triangles.ts'
import type { Graph } from '../network/graph.ts'
import { jackknifeError } from './statistics/resampling.ts'

/**
 * K = (T − E[T]) / (1 − E[T]), T the transitivity of a network and E[T] that of the networks of the same degrees (Null A): 0 as closed as chance makes
 * it, 1 when every pair of partners is tied, below 0 when less than chance. Comparable over sizes. Null where chance closes everything, or there is no
 * path of two ties.
 */
export function closureBeyondChance(graph: Graph, expected: number): number | null {
  return pathsOf(graph) === 0 ? null : beyondChance(transitivity(graph, triangleSums(graph).atNode), expected)
}

/** The same of a transitivity that is known; null where chance closes everything. */
export function beyondChance(transitivity: number, expected: number): number | null {
  return expected >= 1 ? null : (transitivity - expected) / (1 - expected)
}

/**
 * What K would be without each actor in turn, E[T] moved as its degrees move (⟨k²⟩ − ⟨k⟩)² / (n ⟨k⟩³), the expectation for sparse networks. NaN where it
 * is not defined. M. Newman (2010), Networks: An Introduction, ch. 13. O(m^1.5).
 */
export function closuresWithout(graph: Graph, expected: number): Float64Array {
  const { nodeCount, out } = graph
  const degreeOf = (u: number) => out.offsets[u + 1]! - out.offsets[u]!
  const { atNode } = triangleSums(graph)
  const triangles = atNode.reduce((sum, t) => sum + t, 0) / 3
  const paths = pathsOf(graph)
  const moments = new Moments()
  for (let u = 0; u < nodeCount; u++) moments.add(degreeOf(u), 1)
  const approximation = moments.approximation(nodeCount)
  return Float64Array.from({ length: nodeCount }, (_, u) => {
    const k = degreeOf(u)
    let pathsLeft = paths - (k * (k - 1)) / 2
    moments.add(k, -1)
    for (let i = out.offsets[u]!; i < out.offsets[u + 1]!; i++) {
      const partner = degreeOf(out.neighbors[i]!)
      pathsLeft -= partner - 1
      moments.add(partner, -1)
      moments.add(partner - 1, 1)
    }
    const moved = approximation > 0 ? expected * (moments.approximation(nodeCount - 1) / approximation) : expected
    for (let i = out.offsets[u]!; i < out.offsets[u + 1]!; i++) {
      const partner = degreeOf(out.neighbors[i]!)
      moments.add(partner, 1)
      moments.add(partner - 1, -1)
    }
    moments.add(k, 1)
    if (pathsLeft <= 0 || moved >= 1) return Number.NaN
    return ((3 * (triangles - atNode[u]!)) / pathsLeft - moved) / (1 - moved)
  })
}

/** Standard error of K by leaving out one actor at a time; null for fewer than two actors whose leaving leaves a K. Tukey's factor: 95 % intervals hold in 99 % of worlds or more. */
export function closureError(graph: Graph, expected: number): number | null {
  const defined = closuresWithout(graph, expected).filter((value) => !Number.isNaN(value))
  return defined.length < 2 ? null : jackknifeError(defined)
}

/** E[T] as degrees change from one network to another of the same actors: by what the sparse expectation changes. */
export function expectedWithDegreesOf(graph: Graph, before: Graph, expected: number): number {
  const [now, then] = [graph, before].map(({ nodeCount, out: { offsets } }) => {
    const moments = new Moments()
    for (let u = 0; u < nodeCount; u++) moments.add(offsets[u + 1]! - offsets[u]!, 1)
    return moments.approximation(nodeCount)
  }) as [number, number]
  return then > 0 ? expected * (now / then) : expected
}

/** Paths of two ties, which no draw of Null A changes. */
export function pathsOf({ nodeCount, out: { offsets } }: Graph): number {
  let paths = 0
  for (let u = 0; u < nodeCount; u++) {
    const degree = offsets[u + 1]! - offsets[u]!
    paths += (degree * (degree - 1)) / 2
  }
  return paths
}

/** Sums of degrees and of their squares. */
class Moments {
  #sum = 0
  #squares = 0

  add(degree: number, times: 1 | -1): void {
    this.#sum += times * degree
    this.#squares += times * degree * degree
  }

  approximation(n: number): number {
    if (n === 0 || this.#sum === 0) return 0
    const mean = this.#sum / n
    return (this.#squares / n - mean) ** 2 / (n * mean ** 3)
  }
}
