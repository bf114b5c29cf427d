import type { Graph } from '../network/graph.ts'
import { type Betweenness, betweenness, nodeBetweenness, planBetweenness } from './betweenness.ts'
import { supportCuts } from './cuts.ts'
import { type DistanceSums, sourceGroups, supportDistances } from './distances.ts'
import { type Analysis, alone, type Chunks, type Measure, type Result, type Workers } from './measure.ts'
import { MultiSourceBfs } from './multi-source-bfs.ts'

/** What the network becomes without an actor. Undirected, unweighted; NaN where not computed or not defined. */
export interface Removal {
  /** Share of their mutual accessibility (Σ 1/d) that the others lose, 0..1; NaN when they had none. */
  readonly lossForOthers: Float64Array
  /** Relative loss of global efficiency; below 0 for peripheral actors, whose removal raises the mean. */
  readonly efficiencyLoss: Float64Array
  /** Pairs of others that were joined and are no longer. */
  readonly pairsDisconnected: Float64Array
  /** Share of pairs of others that no path joins. */
  readonly fragmentation: Float64Array
  /** One minus the mean 1/d of the others. */
  readonly distanceFragmentation: Float64Array
  /** How many nodes were removed in turn. */
  readonly computed: number
}

/**
 * Removes each of `candidates` in turn and searches again: O(n m / 256 per level) each. Nothing is searched for a node
 * that no shortest path between others needs.
 *
 * V. Latora, M. Marchiori (2004), How the science of complex networks can help to develop strategies against terrorism,
 * Chaos, Solitons & Fractals 20:69-75 (efficiencyLoss); S. P. Borgatti (2006), Identifying sets of key players in a social
 * network, CMOT 12:21-34 (fragmentation F and distance-weighted DF of KPP-NEG).
 *
 * @param graph undirected
 * @param isBetween whether the node lies on a shortest path between two others, or may
 */
export function removalEffects(
  graph: Graph,
  distances: DistanceSums,
  candidates: Iterable<number>,
  isBetween: (node: number) => boolean,
  workers: Workers = alone,
): Removal {
  const n = graph.nodeCount
  const removed = Int32Array.from(candidates)
  const searched = removed.filter(isBetween)
  const remains = workers(removalChunks, { graph, nodes: searched }).flat()
  const without = new Map(Array.from(searched, (v, i) => [v, remains[i]]))
  const whole = totals(distances.pairsAt)
  const efficiency = whole.access / (n * (n - 1))
  const pairs = (n - 1) * (n - 2)
  const undefinedYet = () => new Float64Array(n).fill(Number.NaN)
  const removal = {
    lossForOthers: undefinedYet(),
    efficiencyLoss: undefinedYet(),
    pairsDisconnected: undefinedYet(),
    fragmentation: undefinedYet(),
    distanceFragmentation: undefinedYet(),
    computed: removed.length,
  }
  for (const v of removed) {
    const before = {
      access: whole.access - 2 * distances.harmonic[v]!,
      joined: whole.joined - 2 * distances.reached[v]!,
    }
    const after = without.get(v) ?? before
    removal.lossForOthers[v] = before.joined === 0 ? Number.NaN : Math.max(0, 1 - after.access / before.access)
    removal.efficiencyLoss[v] = (efficiency - after.access / pairs) / efficiency
    removal.pairsDisconnected[v] = (before.joined - after.joined) / 2
    removal.fragmentation[v] = 1 - after.joined / pairs
    removal.distanceFragmentation[v] = 1 - after.access / pairs
  }
  return removal
}

interface Totals {
  /** Over ordered pairs: Σ 1/d, and how many are joined. */
  readonly access: number
  readonly joined: number
}

const mostChunks = 64

/** What remains without each of some nodes. */
export const removalChunks: Chunks<{ readonly graph: Graph; readonly nodes: Int32Array }, Totals[]> = {
  name: 'removal',
  count: ({ nodes }) => Math.min(mostChunks, nodes.length),
  chunk: ({ graph, nodes }, index) => {
    const bfs = new MultiSourceBfs(graph.out, graph.out)
    const groups = sourceGroups(graph.nodeCount)
    const at = (chunk: number) => Math.floor((chunk * nodes.length) / Math.min(mostChunks, nodes.length))
    return Array.from(nodes.subarray(at(index), at(index + 1)), (v) => totals(pairsAtWithout(bfs, groups, v)))
  },
}

function totals(pairsAt: readonly number[]): Totals {
  let access = 0
  let joined = 0
  for (let distance = 1; distance < pairsAt.length; distance++) {
    access += pairsAt[distance]! / distance
    joined += pairsAt[distance]!
  }
  return { access, joined }
}

function pairsAtWithout(bfs: MultiSourceBfs, groups: readonly Int32Array[], without: number): number[] {
  const pairsAt: number[] = [0]
  for (const sources of groups) {
    bfs.search(sources, without, (distance, _, count) => {
      pairsAt[distance] = (pairsAt[distance] ?? 0) + count
    })
  }
  return pairsAt
}

/** Above this many actors only articulation points and the actors of most betweenness are removed. */
const mostRemoved = 500
const mostBetween = 20

const removals = (analysis: Analysis): Removal => {
  const { support, subject } = analysis
  const { nodes, sample } = analysis.once(supportBetweenness)
  const everyone = Array.from(nodes.keys())
  const some = everyone.toSorted((u, v) => nodes[v]! - nodes[u]! || u - v).slice(0, mostBetween)
  const candidates =
    subject.exact || support.nodeCount <= mostRemoved
      ? everyone
      : new Set([...analysis.once(supportCuts).articulationPoints, ...some])
  const isBetween = (v: number) => sample !== null || nodes[v]! > 0
  return removalEffects(support, analysis.once(supportDistances), candidates, isBetween, analysis.workers)
}

const supportBetweenness = (analysis: Analysis): Betweenness =>
  analysis.graph.directed
    ? betweenness(planBetweenness(analysis.support), false, analysis.workers)
    : analysis.once(nodeBetweenness)

function ofEach(pick: (removal: Removal) => Float64Array): (analysis: Analysis) => Result {
  return (analysis) => {
    const removal = analysis.once(removals)
    const of = analysis.graph.nodeCount
    const caveat = removal.computed < of ? ({ kind: 'partial', nodes: removal.computed, of } as const) : undefined
    return { scope: 'node', values: pick(removal), ...(caveat ? { caveat } : {}) }
  }
}

const byRemoval = {
  family: 'removal',
  scope: 'node',
  needs: {},
  complexity: 'n² m / 256 per level',
  cost: 'heavy',
} as const

const gate = 'above 500 actors only for articulation points and the twenty actors of most betweenness'

export const removalMeasures: readonly Measure[] = [
  {
    ...byRemoval,
    id: 'removal.lossForOthers',
    range: '0..1',
    convention: `Share of their mutual accessibility (Σ 1 / distance, undirected support) that the others lose if the actor leaves; undefined where they have none; ${gate}.`,
    source: 'after Latora & Marchiori 2004, Chaos Solitons Fractals 20:69',
    compute: ofEach((removal) => removal.lossForOthers),
  },
  {
    ...byRemoval,
    id: 'removal.efficiencyLoss',
    range: '-2/(n-2)..1',
    convention: `Relative loss of global efficiency if the actor leaves; negative for peripheral actors, so for comparison only; ${gate}.`,
    source: 'Latora & Marchiori 2004, Chaos Solitons Fractals 20:69',
    compute: ofEach((removal) => removal.efficiencyLoss),
  },
  {
    ...byRemoval,
    id: 'removal.pairsDisconnected',
    range: '0..(n-1)(n-2)/2',
    convention: `Pairs of others that a path joins only with the actor there; ${gate}.`,
    source: 'Borgatti 2006, CMOT 12:21',
    compute: ofEach((removal) => removal.pairsDisconnected),
  },
  {
    ...byRemoval,
    id: 'removal.fragmentation',
    range: '0..1',
    convention: `Share of pairs of others that no path joins once the actor has left (KPP-NEG F); ${gate}.`,
    source: 'Borgatti 2006, CMOT 12:21',
    compute: ofEach((removal) => removal.fragmentation),
  },
  {
    ...byRemoval,
    id: 'removal.distanceFragmentation',
    range: '0..1',
    convention: `One minus the mean 1 / distance of the others once the actor has left (KPP-NEG DF); ${gate}.`,
    source: 'Borgatti 2006, CMOT 12:21',
    compute: ofEach((removal) => removal.distanceFragmentation),
  },
]
