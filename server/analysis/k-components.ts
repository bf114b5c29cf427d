import type { Graph } from '../network/graph.ts'
import type { Analysis, Measure } from './measure.ts'

/**
 * k-components: maximal sets of more than k nodes that no k - 1 of them disconnect, for k = 1, 2, … as long as there are
 * any. Sets of one level may share up to k - 1 nodes; each lies within one of the level below.
 *
 * Take the k-core; of a part that fewer than k nodes S cut, whatever is k-connected survives whole on one side, so each
 * piece together with S is taken again. Cutting at one cut at a time is what keeps blocks that larger steps lose.
 * D. R. White, F. Harary (2001), The cohesiveness of blocks in social networks, Sociol. Methodology 31:305-359; J. Moody,
 * D. R. White (2003), Structural cohesion and embeddedness, ASR 68:103-127.
 *
 * @param graph undirected; weights are ignored
 */
export function kComponents(graph: Graph): Int32Array[][] {
  const adjacency = Array.from({ length: graph.nodeCount }, (_, u) => new Set(neighborsOf(graph, u)))
  const levels: Int32Array[][] = []
  let found: NodeSet[] = [new Set(adjacency.keys())]
  for (let k = 1; found.length > 0; k++) {
    found = maximal(found.flatMap((set) => componentsWithin(adjacency, set, k)))
    if (found.length > 0) levels.push(found.map((set) => Int32Array.from(set).sort()))
  }
  return levels
}

type NodeSet = ReadonlySet<number>
type Adjacency = readonly NodeSet[]

function componentsWithin(adjacency: Adjacency, nodes: NodeSet, k: number): NodeSet[] {
  return partsOf(adjacency, coreWithin(adjacency, nodes, k)).flatMap((part) => {
    if (part.size <= k) return []
    const cut = cutBelow(adjacency, part, k)
    if (!cut) return [part]
    return partsOf(adjacency, part.difference(cut)).flatMap((piece) => componentsWithin(adjacency, piece.union(cut), k))
  })
}

/** What remains of the nodes when those with fewer than k neighbours among them are taken away again and again. */
function coreWithin(adjacency: Adjacency, nodes: NodeSet, k: number): NodeSet {
  const core = new Set(nodes)
  const poor = [...core].filter((u) => adjacency[u]!.intersection(core).size < k)
  for (const u of poor) {
    if (!core.delete(u)) continue
    for (const v of adjacency[u]!) if (core.has(v) && adjacency[v]!.intersection(core).size < k) poor.push(v)
  }
  return core
}

function partsOf(adjacency: Adjacency, nodes: NodeSet): NodeSet[] {
  const parts: NodeSet[] = []
  const left = new Set(nodes)
  for (const start of nodes) {
    if (!left.delete(start)) continue
    const part = new Set([start])
    for (const u of part) {
      for (const v of adjacency[u]!) if (left.delete(v)) part.add(v)
    }
    parts.push(part)
  }
  return parts
}

function maximal(sets: readonly NodeSet[]): NodeSet[] {
  const bySize = sets.toSorted((a, b) => b.size - a.size)
  const kept: NodeSet[] = []
  for (const set of bySize) if (!kept.some((larger) => set.isSubsetOf(larger))) kept.push(set)
  return kept
}

/**
 * Fewer than k nodes that disconnect a connected set of more than k, or null when there are none.
 *
 * Such a cut leaves out one of any k nodes. Either two of those lie on its two sides, or all that it leaves out lie on
 * one, and it parts a node tied to the k of them from someone else: k² + n flows, each stopped at k.
 * S. Even (1975), An algorithm for determining whether the connectivity of a graph is at least k, SIAM J. Comput. 4:393-396.
 */
function cutBelow(adjacency: Adjacency, nodes: NodeSet, k: number): NodeSet | null {
  const flows = new VertexFlows(adjacency, nodes)
  const order = [...nodes]
  const some = order.slice(0, k)
  for (const [i, u] of some.entries()) {
    for (const v of some.slice(i + 1)) {
      const cut = adjacency[u]!.has(v) ? null : flows.cutBetween(u, v, k)
      if (cut) return cut
    }
  }
  for (const v of order.slice(k)) {
    const cut = flows.cutFromAny(some, v, k)
    if (cut) return cut
  }
  return null
}

/**
 * Vertex-disjoint paths (K. Menger 1927): every node is an arc of capacity 1 from its entrance to its exit, every tie an
 * arc of any capacity each way between exits and entrances. Paths are added one at a time (Ford & Fulkerson 1956).
 */
class VertexFlows {
  readonly #nodes: readonly number[]
  readonly #numberOf: ReadonlyMap<number, number>
  /** Arcs leaving each place: entrance of node i at 2i, exit at 2i + 1. Arc a ends at #to[a]; a ^ 1 is its reverse. */
  readonly #arcsOf: readonly number[][]
  readonly #to: number[] = []
  readonly #capacities: number[] = []

  constructor(adjacency: Adjacency, nodes: NodeSet) {
    this.#nodes = [...nodes]
    this.#numberOf = new Map(this.#nodes.map((node, i) => [node, i]))
    this.#arcsOf = Array.from({ length: 2 * this.#nodes.length }, () => [])
    for (const [i, node] of this.#nodes.entries()) {
      this.#connect(2 * i, 2 * i + 1, 1)
      for (const neighbor of adjacency[node]!) {
        const j = this.#numberOf.get(neighbor)
        if (j !== undefined) this.#connect(2 * i + 1, 2 * j, Number.POSITIVE_INFINITY)
      }
    }
  }

  /** Fewer than k nodes that part u from v, which are not tied; null when k disjoint paths join them. */
  cutBetween(u: number, v: number, k: number): NodeSet | null {
    return this.#cut([2 * this.#numberOf.get(u)! + 1], v, k)
  }

  /** Fewer than k nodes, perhaps of `sources`, that part v from the rest of `sources`; null when k disjoint paths join them. */
  cutFromAny(sources: readonly number[], v: number, k: number): NodeSet | null {
    return this.#cut(
      sources.map((u) => 2 * this.#numberOf.get(u)!),
      v,
      k,
    )
  }

  #connect(from: number, to: number, capacity: number) {
    this.#arcsOf[from]!.push(this.#to.push(to) - 1)
    this.#arcsOf[to]!.push(this.#to.push(from) - 1)
    this.#capacities.push(capacity, 0)
  }

  #cut(starts: readonly number[], sink: number, k: number): NodeSet | null {
    const end = 2 * this.#numberOf.get(sink)!
    const left = [...this.#capacities]
    for (let paths = 0; paths < k; paths++) {
      const arcTo = this.#search(starts, end, left)
      if (arcTo[end] === undefined) {
        return new Set(this.#nodes.filter((_, i) => arcTo[2 * i] !== undefined && arcTo[2 * i + 1] === undefined))
      }
      for (let arc = arcTo[end]; arc >= 0; arc = arcTo[this.#to[arc ^ 1]!]!) {
        left[arc]!--
        left[arc ^ 1]!++
      }
    }
    return null
  }

  /** The arc by which each place is first reached over arcs with capacity left: -1 for the starts, undefined beyond reach. */
  #search(starts: readonly number[], end: number, left: readonly number[]): (number | undefined)[] {
    const arcTo = new Array<number | undefined>(this.#arcsOf.length)
    const queue = [...starts]
    for (const start of starts) arcTo[start] = -1
    for (const place of queue) {
      for (const arc of this.#arcsOf[place]!) {
        const next = this.#to[arc]!
        if (left[arc] === 0 || arcTo[next] !== undefined) continue
        arcTo[next] = arc
        if (next === end) return arcTo
        queue.push(next)
      }
    }
    return arcTo
  }
}

/** For each node the largest k of a k-component around it; 0 for an isolate. */
export function cohesionOf(levels: readonly Int32Array[][], nodeCount: number): Float64Array {
  const largest = new Float64Array(nodeCount)
  for (const [i, sets] of levels.entries()) for (const set of sets) for (const u of set) largest[u] = i + 1
  return largest
}

function neighborsOf({ out }: Graph, u: number): Int32Array {
  return out.neighbors.subarray(out.offsets[u]!, out.offsets[u + 1]!)
}

const levelsOf = ({ support }: Analysis): Int32Array[][] => kComponents(support)

const bySingleCuts = {
  family: 'cohesion',
  needs: {},
  source: 'White & Harary 2001, Sociol. Methodology 31:305; Moody & White 2003, ASR 68:103',
  complexity: 'k n² m at worst, per level',
  cost: 'heavy',
  // Some seconds there, for graphs of 5 ties per actor.
  mostNodes: 1_000,
} as const

export const kComponentMeasures: readonly Measure[] = [
  {
    ...bySingleCuts,
    id: 'kComponents',
    scope: 'nodesets',
    range: 'k = 1..n-1',
    convention:
      'Maximal sets of more than k actors that stay joined whichever k - 1 of them leave, on the undirected support; they may overlap. Not computed above 1,000 actors.',
    compute: (analysis) => {
      const levels = analysis.once(levelsOf).map((sets, i): [string, Int32Array[]] => [String(i + 1), sets])
      return { scope: 'nodesets', values: Object.fromEntries(levels) }
    },
  },
  {
    ...bySingleCuts,
    id: 'cohesion.maxK',
    scope: 'node',
    range: '0..n-1',
    convention: 'Largest k of a k-component around the actor; 0 for an isolate. Not computed above 1,000 actors.',
    compute: (analysis) => ({
      scope: 'node',
      values: cohesionOf(analysis.once(levelsOf), analysis.graph.nodeCount),
    }),
  },
]
