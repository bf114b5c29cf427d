import { type Graph, inducedSubgraph, type Rows } from '../network/graph.ts'
import { cutsOf } from './cuts.ts'
import type { DistanceSums } from './distances.ts'
import { MultiSourceBfs, sourcesPerSearch } from './multi-source-bfs.ts'
import { gather } from './path-dag.ts'
import { ShortestPaths } from './shortest-paths.ts'

/** A tie more, or a newcomer with its ties: the same nodes with it and without it. Undirected, strengths ignored. */
export interface Link {
  readonly with: Graph
  /** The newcomer is there, but alone. */
  readonly without: Graph
  /** What it joins: the two ends of a tie, or all whom a newcomer is tied to. */
  readonly ends: Int32Array
  /** The newcomer; null: a tie. */
  readonly newcomer: number | null
}

/** What one more link adds to raw sums; taking it away takes as much. */
export interface Gain<T> {
  /** Sources that were searched from, each with the link and without it. */
  readonly searched: number
  readonly gain: T
}

/**
 * How far the ends differ in distance from each node, without the link; Infinity when the node reaches some and not all.
 *
 * From a node to which two ends are equally far (to a newcomer's: at most one step apart) the link leads nowhere sooner
 * and nowhere as soon: no shortest path of that node changes. One step more, and there are more shortest paths; yet one,
 * and there are shorter ones.
 *
 * F. Jamour, S. Skiadopoulos, P. Kalnis (2018), Parallel algorithm for incremental betweenness centrality on large graphs,
 * IEEE TPDS 29:659-672, lemma 1, for ties.
 */
export function spreadOf({ without, ends }: Link): Float64Array {
  const nearest = new Float64Array(without.nodeCount).fill(Number.POSITIVE_INFINITY)
  const farthest = new Float64Array(without.nodeCount)
  for (const end of ends) {
    const distance = distancesOf(without.out, end)
    for (let s = 0; s < distance.length; s++) {
      nearest[s] = Math.min(nearest[s]!, distance[s]!)
      farthest[s] = Math.max(farthest[s]!, distance[s]!)
    }
  }
  return nearest.map((near, s) => (near === Number.POSITIVE_INFINITY ? 0 : farthest[s]! - near))
}

/** Nodes, the newcomer aside, some of whose shortest paths the link changes. */
export function rerouted(link: Link, spread: Float64Array): Int32Array {
  return spreadFrom(link, spread, stepsAcross(link))
}

/** Nodes, the newcomer aside, some of whose distances the link changes. */
export function brought(link: Link, spread: Float64Array): Int32Array {
  return spreadFrom(link, spread, stepsAcross(link) + 1)
}

/** What the link adds to the distances of everybody: both ends of a pair that it brings nearer are among `sources`. */
export function distanceGain(link: Link, sources: Int32Array): Gain<DistanceSums> {
  const { newcomer } = link
  const gain = sumsFrom(link.with, sources, newcomer)
  subtract(gain, sumsFrom(link.without, sources, newcomer))
  if (newcomer !== null) addNewcomer(gain, link.with, newcomer)
  return { searched: sources.length, gain }
}

/** Where the paths that a link changes run: in the block that holds it, each of whose nodes stands for those beyond it. */
export interface Region {
  readonly nodes: Int32Array
  readonly mass: Float64Array
}

/** Everywhere for a newcomer, which may hold several blocks together. */
export function regionOf(link: Link): Region {
  const { nodeCount } = link.with
  const everybody = () => Int32Array.from({ length: nodeCount }, (_, u) => u)
  const [u, v] = link.ends
  if (link.newcomer !== null) return { nodes: everybody(), mass: new Float64Array(nodeCount).fill(1) }
  const nodes = cutsOf(link.with).biconnected.find((block) => block.includes(u!) && block.includes(v!)) ?? everybody()
  return { nodes, mass: massOf(link.with.out, nodes) }
}

/** What the link adds to raw betweenness. `sources`: those of the region whose shortest paths it changes. */
export function betweennessGain(link: Link, region: Region, sources: Int32Array): Gain<Float64Array> {
  const { newcomer } = link
  const joins = newcomer === null && region.nodes.length === 2
  if (joins) return { searched: 2, gain: bridgeGain(link) }
  const gain = new Float64Array(link.with.nodeCount)
  const position = new Map(Array.from(region.nodes, (u, i) => [u, i]))
  // Pairs that a newcomer is an end of are counted apart.
  const mass = region.mass.map((count, i) => (region.nodes[i] === newcomer ? 0 : count))
  const from = Array.from(sources, (s) => position.get(s)!)
  const after = flowsFrom(inducedSubgraph(link.with, region.nodes), from, mass)
  const before = flowsFrom(inducedSubgraph(link.without, region.nodes), from, mass)
  for (const [i, u] of region.nodes.entries()) gain[u] = (after[i]! - before[i]!) / 2
  if (newcomer !== null) addDependencies(gain, link.with, newcomer, 1)
  return { searched: sources.length, gain }
}

/** A bridge: every path from one side to the other meets its ends, so one search from each end tells them all. */
function bridgeGain({ without, ends }: Link): Float64Array {
  const gain = new Float64Array(without.nodeCount)
  const sizes = Array.from(ends, (end) => distancesOf(without.out, end).filter(Number.isFinite).length)
  for (const [side, end] of ends.entries()) {
    const beyond = sizes[1 - side]!
    addDependencies(gain, without, end, beyond)
    gain[end]! += beyond * (sizes[side]! - 1)
  }
  return gain
}

function addDependencies(gain: Float64Array, graph: Graph, source: number, times: number): void {
  const n = graph.nodeCount
  const paths = new ShortestPaths(graph.out, graph.out)
  paths.grow(source, n)
  gather(paths, new Float64Array(n).fill(1), times, new Float64Array(n), gain)
}

function flowsFrom(graph: Graph, sources: readonly number[], mass: Float64Array): Float64Array {
  const flow = new Float64Array(graph.nodeCount)
  const share = new Float64Array(graph.nodeCount)
  const paths = new ShortestPaths(graph.out, graph.out)
  for (const source of sources) {
    paths.grow(source, graph.nodeCount)
    gather(paths, mass, mass[source]!, share, flow)
  }
  return flow
}

/** How many nodes are reached through each node of a block without another of it, itself included. */
function massOf({ offsets, neighbors }: Rows, block: Int32Array): Float64Array {
  const isMet = new Uint8Array(offsets.length - 1)
  for (const u of block) isMet[u] = 1
  return Float64Array.from(block, (root) => {
    const met = [root]
    for (const u of met) {
      for (let i = offsets[u]!; i < offsets[u + 1]!; i++) {
        const v = neighbors[i]!
        if (isMet[v]) continue
        isMet[v] = 1
        met.push(v)
      }
    }
    return met.length
  })
}

/** Sums of the pairs from `sources` to everybody but the newcomer. */
function sumsFrom(graph: Graph, sources: Int32Array, newcomer: number | null): Sums {
  const sums = noSums(graph.nodeCount)
  const bfs = new MultiSourceBfs(graph.out, graph.out)
  for (let i = 0; i < sources.length; i += sourcesPerSearch) {
    bfs.search(sources.subarray(i, i + sourcesPerSearch), -1, (distance, v, count) => {
      if (v !== newcomer) addPairs(sums, v, distance, count)
    })
  }
  return sums
}

function addNewcomer(sums: Sums, graph: Graph, newcomer: number): void {
  for (const [v, distance] of distancesOf(graph.out, newcomer).entries()) {
    if (v === newcomer || !Number.isFinite(distance)) continue
    addPairs(sums, v, distance, 1)
    addPairs(sums, newcomer, distance, 1)
  }
}

interface Sums extends DistanceSums {
  readonly pairsAt: number[]
}

function noSums(n: number): Sums {
  const column = () => new Float64Array(n)
  return { reached: column(), far: column(), harmonic: column(), within2: column(), pairsAt: [0] }
}

function addPairs(sums: Sums, v: number, distance: number, count: number): void {
  sums.reached[v]! += count
  sums.far[v]! += distance * count
  sums.harmonic[v]! += count / distance
  if (distance <= 2) sums.within2[v]! += count
  sums.pairsAt[distance] = (sums.pairsAt[distance] ?? 0) + count
}

function subtract(from: Sums, sums: Sums): void {
  for (const column of ['reached', 'far', 'harmonic', 'within2'] as const) {
    for (let v = 0; v < sums[column].length; v++) from[column][v]! -= sums[column][v]!
  }
  for (const [distance, count] of sums.pairsAt.entries()) from.pairsAt[distance] = (from.pairsAt[distance] ?? 0) - count
}

function spreadFrom({ newcomer }: Link, spread: Float64Array, least: number): Int32Array {
  return Int32Array.from(spread.keys().filter((s) => s !== newcomer && spread[s]! >= least))
}

/** From one end to another along the link. */
function stepsAcross({ newcomer }: Link): number {
  return newcomer === null ? 1 : 2
}

/** Infinity where no path leads. */
function distancesOf({ offsets, neighbors }: Rows, source: number): Float64Array {
  const distance = new Float64Array(offsets.length - 1).fill(Number.POSITIVE_INFINITY)
  distance[source] = 0
  const met = [source]
  for (const u of met) {
    for (let i = offsets[u]!; i < offsets[u + 1]!; i++) {
      const v = neighbors[i]!
      if (distance[v] !== Number.POSITIVE_INFINITY) continue
      distance[v] = distance[u]! + 1
      met.push(v)
    }
  }
  return distance
}
