import type { Rows } from '../network/graph.ts'
import { kernelOf } from './kernel.ts'
import { type Analysis, alone, type Chunks, type Measure, type Workers } from './measure.ts'
import { MultiSourceBfs, sourcesPerSearch } from './multi-source-bfs.ts'
import { breadthFirstOrder, renumbered } from './relabelling.ts'

/** Distances along one direction of the arcs, summed at each node over the others that it reaches (or that reach it). */
export interface DistanceSums {
  /** How many others. */
  readonly reached: Float64Array
  /** Sum of their distances. */
  readonly far: Float64Array
  /** Sum of 1 / distance, 1 / ∞ = 0. */
  readonly harmonic: Float64Array
  /** How many at distance 1 or 2. */
  readonly within2: Float64Array
  /** Ordered pairs at each distance; [0] is 0. */
  readonly pairsAt: readonly number[]
}

/** Like betweenness: planned once, computed by chunks of sources anywhere, added in order. */
export interface DistancePlan {
  readonly out: Rows
  readonly in: Rows
  /** Renumbered node i is node order[i]. */
  readonly order: Int32Array
  readonly chunkCount: number
}

const mostChunks = 16
/** What the kernel searches from at once. */
const sourcesPerChunk = 512

/** Prepares the distances *to* each node along the arcs of `out`, `incoming` being their reverse. */
export function planDistances(out: Rows, incoming: Rows): DistancePlan {
  const order = breadthFirstOrder(out)
  const renumberedOut = renumbered(out, order)
  return {
    out: renumberedOut,
    in: incoming === out ? renumberedOut : renumbered(incoming, order),
    order,
    chunkCount: Math.min(mostChunks, Math.ceil(order.length / sourcesPerChunk)),
  }
}

export const distanceChunks: Chunks<DistancePlan, DistanceSums> = {
  name: 'distances',
  count: (plan) => plan.chunkCount,
  chunk: (plan, index) => distanceChunk(plan, index),
}

/** What the sources of one chunk add, by renumbered node. */
export function distanceChunk(plan: DistancePlan, chunk: number): DistanceSums {
  const sources = sourcesOf(plan, chunk)
  return kernelOf(plan.out, plan.in)?.distances(sources) ?? distancesFrom(sources, plan)
}

/** The same without the kernel. */
export function distancesFrom(sources: Int32Array, plan: Pick<DistancePlan, 'out' | 'in'>): DistanceSums {
  const n = plan.out.offsets.length - 1
  const reached = new Float64Array(n)
  const far = new Float64Array(n)
  const harmonic = new Float64Array(n)
  const within2 = new Float64Array(n)
  const pairsAt: number[] = [0]
  const bfs = new MultiSourceBfs(plan.out, plan.in)
  for (let i = 0; i < sources.length; i += sourcesPerSearch) {
    bfs.search(sources.subarray(i, i + sourcesPerSearch), -1, (distance, v, count) => {
      reached[v]! += count
      far[v]! += distance * count
      harmonic[v]! += count / distance
      if (distance <= 2) within2[v]! += count
      pairsAt[distance] = (pairsAt[distance] ?? 0) + count
    })
  }
  return { reached, far, harmonic, within2, pairsAt }
}

/** Whole groups of `sourcesPerChunk`, but for the last. */
function sourcesOf({ order, chunkCount }: DistancePlan, chunk: number): Int32Array {
  const groups = Math.ceil(order.length / sourcesPerChunk)
  const at = (i: number) => Math.min(order.length, sourcesPerChunk * Math.floor((i * groups) / chunkCount))
  return Int32Array.from({ length: at(chunk + 1) - at(chunk) }, (_, i) => at(chunk) + i)
}

/** Adds the chunks of a plan, in order, by node. */
export function distanceSums(plan: DistancePlan, chunks: readonly DistanceSums[]): DistanceSums {
  const sum = (pick: (chunk: DistanceSums) => Float64Array) => {
    const total = new Float64Array(plan.order.length)
    for (const values of chunks.map(pick)) {
      for (let i = 0; i < values.length; i++) total[plan.order[i]!]! += values[i]!
    }
    return total
  }
  const pairsAt: number[] = [0]
  for (const chunk of chunks) {
    for (const [distance, pairs] of chunk.pairsAt.entries()) pairsAt[distance] = (pairsAt[distance] ?? 0) + pairs
  }
  return {
    reached: sum((chunk) => chunk.reached),
    far: sum((chunk) => chunk.far),
    harmonic: sum((chunk) => chunk.harmonic),
    within2: sum((chunk) => chunk.within2),
    pairsAt,
  }
}

/** Distances to each node along the arcs, all sources. Symmetric rows: distances from it just as well. O(n m / 256) tie visits per level. */
export function distancesTo(out: Rows, incoming: Rows, workers: Workers = alone): DistanceSums {
  const plan = planDistances(out, incoming)
  return distanceSums(plan, workers(distanceChunks, plan))
}

/** Sources for as many searches as it takes to start once from every node. */
export function sourceGroups(n: number): Int32Array[] {
  const first = Array.from({ length: Math.ceil(n / sourcesPerSearch) }, (_, group) => group * sourcesPerSearch)
  return first.map((from) => Int32Array.from({ length: Math.min(sourcesPerSearch, n - from) }, (_, s) => from + s))
}

/** Of the pairs that a path joins, the mean distance; null when there are none. */
export function averagePathLength({ pairsAt }: DistanceSums): number | null {
  const pairs = sum(pairsAt)
  return pairs === 0 ? null : sum(pairsAt.map((count, distance) => count * distance)) / pairs
}

/** Share of the ordered pairs of n nodes that a path joins, 0..1; null below two nodes. */
export function reachablePairs({ pairsAt }: Pick<DistanceSums, 'pairsAt'>, n: number): number | null {
  return n < 2 ? null : sum(pairsAt) / (n * (n - 1))
}

/**
 * Mean of 1 / distance over ordered pairs, 1 / ∞ = 0; 0..1, null below two nodes.
 * V. Latora, M. Marchiori (2001), Efficient behavior of small-world networks, PRL 87:198701.
 */
export function globalEfficiency({ pairsAt }: Pick<DistanceSums, 'pairsAt'>, n: number): number | null {
  return n < 2 ? null : sum(pairsAt.map((count, distance) => (count === 0 ? 0 : count / distance))) / (n * (n - 1))
}

/** Distances along the arcs, to each node and from each node; on the undirected support. The three are one on an undirected graph. */
export const distancesToEach = ({ graph, workers }: Analysis): DistanceSums => distancesTo(graph.out, graph.in, workers)

export const distancesFromEach = (analysis: Analysis): DistanceSums => {
  const { graph, workers } = analysis
  return graph.directed ? distancesTo(graph.in, graph.out, workers) : analysis.once(distancesToEach)
}

export const supportDistances = (analysis: Analysis): DistanceSums => {
  const { graph, support, workers } = analysis
  return graph.directed ? distancesTo(support.out, support.in, workers) : analysis.once(distancesToEach)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

const byDistance = {
  family: 'paths',
  scope: 'graph',
  needs: {},
  source: 'Wasserman & Faust 1994',
  complexity: 'n m / 256 per level',
  cost: 'paths',
} as const

export const distanceMeasures: readonly Measure[] = [
  {
    ...byDistance,
    id: 'avgPathLength',
    range: '1..n-1',
    convention:
      'Along the arcs, over the pairs that a path joins: read it with reachablePairs; undefined when there is none.',
    compute: (analysis) => ({ scope: 'graph', values: averagePathLength(analysis.once(distancesToEach)) }),
  },
  {
    ...byDistance,
    id: 'diameter',
    range: '0..n-1',
    convention: 'Largest finite distance along the arcs; undefined without actors.',
    compute: (analysis) => ({
      scope: 'graph',
      values: analysis.graph.nodeCount === 0 ? null : analysis.once(distancesToEach).pairsAt.length - 1,
    }),
  },
  {
    ...byDistance,
    id: 'reachablePairs',
    range: '0..1',
    convention: 'Share of ordered pairs that a path along the arcs joins; undefined below two actors.',
    compute: (analysis) => ({
      scope: 'graph',
      values: reachablePairs(analysis.once(distancesToEach), analysis.graph.nodeCount),
    }),
  },
  {
    ...byDistance,
    id: 'efficiency.global',
    range: '0..1',
    convention: 'Mean of 1 / distance along the arcs, 0 for pairs that no path joins: the mean of harmonic closeness.',
    source: 'Latora & Marchiori 2001, PRL 87:198701',
    compute: (analysis) => ({
      scope: 'graph',
      values: globalEfficiency(analysis.once(distancesToEach), analysis.graph.nodeCount),
    }),
  },
  {
    ...byDistance,
    id: 'fragmentation',
    range: '0..1',
    convention:
      'On the undirected support: F, share of pairs that no path joins; DF, one minus the mean of 1 / distance; undefined below two actors.',
    source: 'Borgatti 2006, CMOT 12:21',
    compute: (analysis) => {
      const n = analysis.graph.nodeCount
      const sums = analysis.once(supportDistances)
      const complement = (share: number | null) => (share === null ? null : 1 - share)
      return {
        scope: 'graph',
        values: { F: complement(reachablePairs(sums, n)), DF: complement(globalEfficiency(sums, n)) },
      }
    },
  },
]
