import type { Graph, Rows } from '../network/graph.ts'
import { componentCloseness, harmonicCloseness, wassermanFaustCloseness } from './closeness.ts'
import { type Lengths, lengthsOf } from './lengths.ts'
import { type Analysis, alone, type Chunks, type Measure, type Workers } from './measure.ts'
import { gather } from './path-dag.ts'
import { degreeOrder, renumbered } from './relabelling.ts'
import { WeightedPaths } from './weighted-paths.ts'

/** Everything that shortest weighted paths from all sources tell, in one pass. Distances are sums of 1 / strength. */
export interface WeightedSums {
  /** Over the nodes that reach each node. */
  readonly to: PathSums
  /** Over the nodes that each node reaches. */
  readonly from: PathSums
  /** Betweenness, raw: directed pairs each way, undirected pairs once. */
  readonly nodes: Float64Array
  readonly edges: Float64Array
}

/** Per node: how many others, sum of their distances, sum of 1 / distance. */
export interface PathSums {
  readonly reached: Float64Array
  readonly far: Float64Array
  readonly harmonic: Float64Array
}

/** Planned once, computed by chunks of sources anywhere, added in order: see BetweennessPlan. */
export interface WeightedPlan {
  readonly directed: boolean
  readonly out: Rows
  readonly in: Rows
  readonly lengths: Lengths
  /** Renumbered node i is node order[i]. */
  readonly order: Int32Array
  readonly chunkCount: number
}

const chunkCount = 16

/** Strengths are taken as 1 where the graph has none. */
export function planWeighted(graph: Graph): WeightedPlan {
  const order = degreeOrder(graph.out)
  const out = renumbered(graph.out, order)
  return {
    directed: graph.directed,
    out,
    in: graph.directed ? renumbered(graph.in, order) : out,
    lengths: lengthsOf(graph.weights ?? new Float64Array(graph.edgeCount).fill(1), graph.nodeCount),
    order,
    chunkCount,
  }
}

/** What the sources of one chunk add, by renumbered node. Undirected pairs are counted from both ends. */
export function weightedChunk(plan: WeightedPlan, chunk: number): WeightedSums {
  const n = plan.order.length
  const paths = new WeightedPaths(plan.out, plan.in, plan.lengths)
  const ones = new Float64Array(n).fill(1)
  const share = new Float64Array(n)
  const nodes = new Float64Array(n)
  const edges = new Float64Array(plan.lengths.of.length)
  const to = emptySums(n)
  const from = emptySums(n)
  const end = Math.floor(((chunk + 1) * n) / plan.chunkCount)
  for (let source = Math.floor((chunk * n) / plan.chunkCount); source < end; source++) {
    paths.grow(source)
    gather(paths, ones, 1, share, nodes)
    addEdgeFlow(edges, paths, share)
    addDistances(to, from, source, paths, plan.lengths.unit)
  }
  return { to, from, nodes, edges }
}

export const weightedChunks: Chunks<WeightedPlan, WeightedSums> = {
  name: 'weighted',
  count: (plan) => plan.chunkCount,
  chunk: weightedChunk,
}

/** Adds the chunks of a plan, in order, by node and edge. */
export function weightedOf(plan: WeightedPlan, chunks: readonly WeightedSums[]): WeightedSums {
  const pairs = plan.directed ? 1 : 2
  const byNode = (pick: (chunk: WeightedSums) => Float64Array, divisor = 1) => {
    const total = new Float64Array(plan.order.length)
    for (const values of chunks.map(pick)) {
      for (let i = 0; i < values.length; i++) total[plan.order[i]!]! += values[i]! / divisor
    }
    return total
  }
  const sumsOf = (pick: (chunk: WeightedSums) => PathSums): PathSums => ({
    reached: byNode((chunk) => pick(chunk).reached),
    far: byNode((chunk) => pick(chunk).far),
    harmonic: byNode((chunk) => pick(chunk).harmonic),
  })
  const edges = new Float64Array(plan.lengths.of.length)
  for (const chunk of chunks) for (let e = 0; e < edges.length; e++) edges[e]! += chunk.edges[e]! / pairs
  return {
    to: sumsOf((chunk) => chunk.to),
    from: sumsOf((chunk) => chunk.from),
    nodes: byNode((chunk) => chunk.nodes, pairs),
    edges,
  }
}

/** Brandes 2001 with lengths 1 / strength, all sources. O(n m). */
export function weightedSums(graph: Graph, workers: Workers = alone): WeightedSums {
  const plan = planWeighted(graph)
  return weightedOf(plan, workers(weightedChunks, plan))
}

/** Shared pass. */
export const weightedPass = ({ graph, unit, workers }: Analysis): WeightedSums => {
  const sums = weightedSums(graph, workers)
  if (unit === 1) return sums
  const inOnes = ({ reached, far, harmonic }: PathSums): PathSums => ({
    reached,
    far: far.map((length) => length / unit),
    harmonic: harmonic.map((inverse) => inverse * unit),
  })
  return { ...sums, to: inOnes(sums.to), from: inOnes(sums.from) }
}

/** Mean of 1 / distance over ordered pairs; null below two nodes. Passes 1 where strengths do. */
export function weightedEfficiency({ to }: WeightedSums): number | null {
  const n = to.harmonic.length
  return n < 2 ? null : to.harmonic.reduce((sum, value) => sum + value, 0) / (n * (n - 1))
}

function emptySums(n: number): PathSums {
  return { reached: new Float64Array(n), far: new Float64Array(n), harmonic: new Float64Array(n) }
}

function addEdgeFlow(
  edges: Float64Array,
  { depth, firstArc, arcs, arcEdges, sigma }: WeightedPaths,
  share: Float64Array,
) {
  for (let a = 0, end = firstArc[depth + 1]!; a < end; a += 2) {
    edges[arcEdges[a >> 1]!]! += sigma[arcs[a]!]! * share[arcs[a + 1]!]!
  }
}

function addDistances(to: PathSums, from: PathSums, source: number, paths: WeightedPaths, unit: number) {
  const { order, distance, levelStart, depth } = paths
  const count = levelStart[depth + 1]!
  let far = 0
  let harmonic = 0
  for (let i = 1; i < count; i++) {
    const v = order[i]!
    const length = distance[v]! / unit
    const inverse = unit / distance[v]!
    to.reached[v]!++
    to.far[v]! += length
    to.harmonic[v]! += inverse
    far += length
    harmonic += inverse
  }
  from.reached[source] = count - 1
  from.far[source] = far
  from.harmonic[source] = harmonic
}

const byStrength = {
  family: 'paths',
  range: '0..',
  complexity: 'n m',
  cost: 'paths',
  mostNodes: 20_000,
} as const

const opsahl = 'Newman 2001, PRE 64:016132; Opsahl et al. 2010, Social Networks 32:245'

const ofNodes =
  (values: (sums: WeightedSums) => Float64Array): Measure['compute'] =>
  (analysis) => ({
    scope: 'node',
    values: values(analysis.once(weightedPass)),
  })

export const weightedMeasures: readonly Measure[] = [
  {
    ...byStrength,
    id: 'betweenness.weighted.raw',
    scope: 'node',
    needs: { weights: true },
    convention: 'As betweenness.raw along the paths of least Σ 1 / strength, which are compared exactly.',
    source: `Brandes 2001, J. Math. Sociol. 25:163; ${opsahl}`,
    compute: ofNodes(({ nodes }) => nodes),
  },
  {
    ...byStrength,
    id: 'edgeBetweenness.weighted.raw',
    scope: 'edge',
    needs: { weights: true },
    convention: 'As edgeBetweenness.raw along the paths of least Σ 1 / strength, which are compared exactly.',
    source: `Brandes 2008, Social Networks 30:136; ${opsahl}`,
    compute: (analysis) => ({ scope: 'edge', values: analysis.once(weightedPass).edges }),
  },
  {
    ...byStrength,
    id: 'efficiency.global.weighted',
    scope: 'graph',
    needs: { weights: true },
    convention: 'As efficiency.global with distances Σ 1 / strength: passes 1 where strengths do.',
    source: 'Latora & Marchiori 2001, PRL 87:198701',
    compute: (analysis) => ({ scope: 'graph', values: weightedEfficiency(analysis.once(weightedPass)) }),
  },
  ...['', '.in', '.out'].flatMap((direction): Measure[] => {
    const needs = { weights: true, directed: direction !== '' } as const
    const sums = ({ to, from }: WeightedSums) => (direction === '.out' ? from : to)
    const convention = (id: string) =>
      `As ${id}${direction} with distances Σ 1 / strength: passes 1 where strengths do.`
    return [
      {
        ...byStrength,
        id: `harmonic.normalized${direction}.weighted`,
        scope: 'node',
        needs,
        convention: convention('harmonic.normalized'),
        source: opsahl,
        compute: ofNodes((pass) => harmonicCloseness(sums(pass))),
      },
      {
        ...byStrength,
        id: `closeness.wf${direction}.weighted`,
        scope: 'node',
        needs,
        convention: convention('closeness.wf'),
        source: opsahl,
        compute: ofNodes((pass) => wassermanFaustCloseness(sums(pass))),
      },
      {
        ...byStrength,
        id: `closeness.component${direction}.weighted`,
        scope: 'node',
        needs,
        convention: convention('closeness.component'),
        source: opsahl,
        compute: ofNodes((pass) => componentCloseness(sums(pass))),
      },
    ]
  }),
]
