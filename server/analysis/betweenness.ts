import type { Graph, Rows } from '../network/graph.ts'
import { componentSizes, connectedComponents } from './components.ts'
import { foldPendants } from './folding.ts'
import { kernelOf } from './kernel.ts'
import { type Analysis, alone, type Caveat, type Chunks, type Measure, type Workers } from './measure.ts'
import { gather } from './path-dag.ts'
import { type Random, randomStream } from './random.ts'
import { degreeOrder, renumbered } from './relabelling.ts'
import { ShortestPaths } from './shortest-paths.ts'

/**
 * Betweenness, in pieces that can be computed anywhere: `plan` once, `betweennessChunk` for each chunk of sources on
 * whatever thread, `betweennessOf` to put them together. The number of chunks does not depend on the machine and they
 * are added in order, so one worker or four give the same bits. Everything here is data that crosses threads.
 */
export interface BetweennessPlan {
  readonly nodeCount: number
  readonly directed: boolean
  /** Nodes that are searched, renumbered: core node i is node coreNodes[i]. */
  readonly coreNodes: Int32Array
  readonly out: Rows
  readonly in: Rows
  /** Number of nodes each core node stands for. */
  readonly mass: Float64Array
  /** Number of core nodes that each core node can reach, itself included, or more. */
  readonly reachable: Int32Array
  /** Ends (core numbers) and number of each edge of the core. */
  readonly sources: Int32Array
  readonly targets: Int32Array
  readonly edges: Int32Array
  /** What folding settled: per node, per edge. */
  readonly folded: { readonly nodes: Float64Array; readonly edges: Float64Array }
  /** Core nodes to search from, in chunks. */
  readonly chunks: readonly Int32Array[]
  /** true: the chunks hold a sample of the core, each an estimate by itself. */
  readonly sampled: boolean
}

/** Per core node and per edge of the core; edges null when not asked. Undirected pairs are counted from both ends. */
export interface Flow {
  readonly nodes: Float64Array
  readonly edges: Float64Array | null
}

export interface Betweenness {
  readonly nodes: Float64Array
  readonly edges: Float64Array | null
  /** When sampled: how many sources of how many, and the standard error of each value. */
  readonly sample: Sample | null
}

interface Sample {
  readonly sources: number
  readonly of: number
  readonly nodeError: Float64Array
  readonly edgeError: Float64Array | null
}

const exactChunks = 16
/** Few enough to be printed, enough for the standard error of their mean to have a meaning. */
const sampleChunks = 10

/**
 * Prepares betweenness of a graph, weights ignored. Undirected graphs are folded first; the core is renumbered by degree.
 */
export function planBetweenness(
  graph: Graph,
  sample?: { readonly sources: number; readonly random: Random },
): BetweennessPlan {
  const componentSize = componentSizes(connectedComponents(graph.out))
  const folded = graph.directed ? null : foldPendants(graph, componentSize)
  const kept = folded?.core ?? Int32Array.from({ length: graph.nodeCount }, (_, u) => u)
  const order = degreeOrder(renumbered(graph.out, kept))
  const coreNodes = order.map((i) => kept[i]!)
  const out = renumbered(graph.out, coreNodes)
  const picked = sample ? sampled(coreNodes.length, sample.sources, sample.random) : null
  return {
    nodeCount: graph.nodeCount,
    directed: graph.directed,
    coreNodes,
    out,
    in: graph.directed ? renumbered(graph.in, coreNodes) : out,
    mass: folded ? Float64Array.from(coreNodes, (u) => folded.mass[u]!) : new Float64Array(coreNodes.length).fill(1),
    reachable: graph.directed
      ? new Int32Array(coreNodes.length).fill(coreNodes.length)
      : componentSizes(connectedComponents(out)),
    ...coreEdges(out, graph.directed),
    folded: folded ?? { nodes: new Float64Array(graph.nodeCount), edges: new Float64Array(graph.edgeCount) },
    chunks: picked
      ? split(picked, sampleChunks)
      : split(
          order.map((_, i) => i),
          exactChunks,
        ),
    sampled: picked !== null,
  }
}

/** What the sources of one chunk contribute. `withEdges` they are searched one by one: four times the time. */
export function betweennessChunk(plan: BetweennessPlan, chunk: number, withEdges: boolean): Flow {
  const kernel = withEdges ? null : kernelOf(plan.out, plan.in)
  if (kernel) return { nodes: kernel.flow(plan.chunks[chunk]!, plan.mass, plan.reachable), edges: null }
  return flowOneByOne(plan, chunk, withEdges)
}

/** The same without the kernel. */
export function flowOneByOne(plan: BetweennessPlan, chunk: number, withEdges: boolean): Flow {
  const paths = new ShortestPaths(plan.out, plan.in)
  const { mass, reachable, sources, targets } = plan
  const share = new Float64Array(mass.length)
  const nodes = new Float64Array(mass.length)
  const edges = withEdges ? new Float64Array(sources.length) : null
  for (const source of plan.chunks[chunk]!) {
    paths.grow(source, reachable[source]!)
    gather(paths, mass, mass[source]!, share, nodes)
    if (edges) addEdgeFlow(edges, sources, targets, paths, share, mass[source]!, plan.directed)
  }
  return { nodes, edges }
}

export const nodeFlows: Chunks<BetweennessPlan, Flow> = {
  name: 'nodeFlows',
  count: ({ chunks }) => chunks.length,
  chunk: (plan, index) => betweennessChunk(plan, index, false),
}

export const edgeFlows: Chunks<BetweennessPlan, Flow> = {
  name: 'edgeFlows',
  count: ({ chunks }) => chunks.length,
  chunk: (plan, index) => betweennessChunk(plan, index, true),
}

/** Puts the chunks of a plan together. Each pair counts once in an undirected graph, once per direction in a directed one. */
export function betweennessOf(plan: BetweennessPlan, flows: readonly Flow[]): Betweenness {
  const ofNodes = estimate(
    plan,
    plan.folded.nodes,
    plan.coreNodes,
    flows.map((flow) => flow.nodes),
  )
  const onEdges = flows.flatMap((flow) => flow.edges ?? [])
  const ofEdges = onEdges.length === flows.length ? estimate(plan, plan.folded.edges, plan.edges, onEdges) : null
  const sample = plan.sampled && {
    sources: plan.chunks.reduce((sum, chunk) => sum + chunk.length, 0),
    of: plan.coreNodes.length,
    nodeError: ofNodes.error,
    edgeError: ofEdges?.error ?? null,
  }
  return { nodes: ofNodes.values, edges: ofEdges?.values ?? null, sample: sample || null }
}

/**
 * Betweenness of every node, raw; of every edge too when asked.
 * L. C. Freeman (1977), A set of measures of centrality based on betweenness, Sociometry 40:35-41; U. Brandes (2001;
 * 2008), On variants of shortest-path betweenness centrality, Social Networks 30:136-145. O(n m).
 */
export function betweenness(plan: BetweennessPlan, withEdges: boolean, workers: Workers = alone): Betweenness {
  return betweennessOf(plan, workers(withEdges ? edgeFlows : nodeFlows, plan))
}

/** Above this many actors betweenness is estimated from a sample of sources, unless the subject asks for exact figures. */
export const mostExact = 20_000

/** The plan an analysis is served with: exact up to `mostExact` actors, else from max(256, n / 20) sources. */
export const betweennessPlan = ({ graph, subject }: Analysis): BetweennessPlan => {
  if (subject.exact || graph.nodeCount <= mostExact) return planBetweenness(graph)
  const sources = Math.max(256, Math.ceil(graph.nodeCount / 20))
  return planBetweenness(graph, { sources, random: randomStream(`${subject.seed}:betweenness`) })
}

export const nodeBetweenness = (analysis: Analysis): Betweenness =>
  betweenness(analysis.once(betweennessPlan), false, analysis.workers)
export const edgeBetweenness = (analysis: Analysis): Betweenness =>
  betweenness(analysis.once(betweennessPlan), true, analysis.workers)

/**
 * σ_v (mass_u + δ_u) / σ_u on each arc v → u of the paths: what `gather` left in `share` is all but the first factor.
 *
 * Of an edge whose ends are equally far, or not met, the factor is 0; without a branch on it this takes half the time.
 */
function addEdgeFlow(
  edges: Float64Array,
  sources: Int32Array,
  targets: Int32Array,
  { level, sigma }: ShortestPaths,
  share: Float64Array,
  times: number,
  directed: boolean,
) {
  if (directed) {
    for (let e = 0; e < edges.length; e++) {
      const a = sources[e]!
      const b = targets[e]!
      const sideways = (level[b]! - level[a]!) ^ 1
      const isDown = 1 ^ ((sideways | -sideways) >>> 31)
      edges[e]! += isDown * times * sigma[a]! * share[b]!
    }
    return
  }
  for (let e = 0; e < edges.length; e++) {
    const a = sources[e]!
    const b = targets[e]!
    const down = level[b]! - level[a]!
    const swapped = (a ^ b) & (down >> 31)
    edges[e]! += Math.abs(down) * times * sigma[a ^ swapped]! * share[b ^ swapped]!
  }
}

/**
 * What folding settled plus what the chunks found, scaled from the sources searched to the whole core. The chunks of a
 * sample are as many independent estimates: their spread gives the standard error.
 */
function estimate(plan: BetweennessPlan, folded: Float64Array, numbers: Int32Array, flows: readonly Float64Array[]) {
  const values = folded.slice()
  const error = new Float64Array(folded.length)
  const pairs = plan.directed ? 1 : 2
  const searched = plan.chunks.reduce((sum, chunk) => sum + chunk.length, 0)
  for (let i = 0; i < numbers.length; i++) {
    let total = 0
    for (const flow of flows) total += flow[i]!
    const mean = total / searched
    values[numbers[i]!]! += (mean * plan.coreNodes.length) / pairs
    if (!plan.sampled) continue
    let spread = 0
    for (let c = 0; c < flows.length; c++) spread += (flows[c]![i]! / plan.chunks[c]!.length - mean) ** 2
    const deviation = Math.sqrt(spread / (flows.length * (flows.length - 1)))
    error[numbers[i]!] = (deviation * plan.coreNodes.length) / pairs
  }
  return { values, error }
}

function coreEdges({ offsets, neighbors, edges }: Rows, directed: boolean) {
  const count = directed ? neighbors.length : neighbors.length / 2
  const core = { sources: new Int32Array(count), targets: new Int32Array(count), edges: new Int32Array(count) }
  let filled = 0
  for (let u = 0; u < offsets.length - 1; u++) {
    for (let i = offsets[u]!; i < offsets[u + 1]!; i++) {
      if (!directed && neighbors[i]! < u) continue
      core.sources[filled] = u
      core.targets[filled] = neighbors[i]!
      core.edges[filled++] = edges[i]!
    }
  }
  return core
}

/** `count` of 0..n-1 without replacement, in random order. */
function sampled(n: number, count: number, random: Random): Int32Array {
  const numbers = Int32Array.from({ length: n }, (_, i) => i)
  for (let i = 0; i < Math.min(count, n); i++) {
    const j = i + Math.floor(random() * (n - i))
    const picked = numbers[j]!
    numbers[j] = numbers[i]!
    numbers[i] = picked
  }
  return numbers.slice(0, count)
}

function split(items: Int32Array, count: number): Int32Array[] {
  const at = (i: number) => Math.floor((i * items.length) / count)
  return Array.from({ length: count }, (_, i) => items.slice(at(i), at(i + 1)))
}

const byBrandes = { family: 'paths', range: '0..', needs: {}, complexity: 'n m', cost: 'paths' } as const

const freeman = 'Freeman 1977, Sociometry 40:35'

/** The number of pairs a node can lie between; NaN below three nodes. */
function pairsBetween({ nodeCount: n, directed }: Graph): number {
  return n < 3 ? Number.NaN : ((n - 1) * (n - 2)) / (directed ? 1 : 2)
}

/** What a result says of figures that a sample of sources gave. */
export function sampledFrom(
  sample: Sample | null,
  standardError: Float64Array | null | undefined,
): { caveat?: Caveat } {
  return sample && standardError
    ? { caveat: { kind: 'sampled', sources: sample.sources, of: sample.of, standardError } }
    : {}
}

export const betweennessMeasures: readonly Measure[] = [
  {
    ...byBrandes,
    id: 'betweenness.raw',
    scope: 'node',
    needs: { twoMode: 'also' },
    convention:
      'Pairs that the actor lies between, each shared among its shortest paths; ends excluded, undirected pairs once, along the arcs when directed; sampled above 20,000 actors unless exact figures are asked for.',
    source: freeman,
    compute: (analysis) => {
      const { nodes, sample } = analysis.once(nodeBetweenness)
      return { scope: 'node', values: nodes, ...sampledFrom(sample, sample?.nodeError) }
    },
  },
  {
    ...byBrandes,
    id: 'betweenness.normalized',
    scope: 'node',
    range: '0..1',
    convention:
      'Raw betweenness over the pairs of the whole network, (n - 1)(n - 2), half of that when undirected; undefined below three actors.',
    source: freeman,
    compute: (analysis) => {
      const { nodes, sample } = analysis.once(nodeBetweenness)
      const share = (value: number) => value / pairsBetween(analysis.graph)
      return { scope: 'node', values: nodes.map(share), ...sampledFrom(sample, sample?.nodeError.map(share)) }
    },
  },
  {
    ...byBrandes,
    id: 'edgeBetweenness.raw',
    scope: 'edge',
    convention:
      'Pairs that the tie joins, each shared among its shortest paths, the ends of the tie included; undirected pairs once.',
    source: 'Brandes 2008, Social Networks 30:136',
    compute: (analysis) => {
      const { edges, sample } = analysis.once(edgeBetweenness)
      return { scope: 'edge', values: edges ?? new Float64Array(0), ...sampledFrom(sample, sample?.edgeError) }
    },
  },
]
