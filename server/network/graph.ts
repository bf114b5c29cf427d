/**
 * A simple graph in compressed sparse rows: nodes are 0..n-1, no loops, no parallel edges.
 *
 * Directed graphs have arcs; undirected ones have ties, each stored once in the edge list and twice in the rows, with
 * the same edge number. Rows are sorted by neighbour, so every sum over neighbours has one order.
 */
export interface Graph {
  readonly directed: boolean
  readonly nodeCount: number
  readonly edgeCount: number
  /** Ends of edge e, in input order. */
  readonly sources: Int32Array
  readonly targets: Int32Array
  /** Strength of edge e, > 0; null on an unweighted graph. A strength is never a length. */
  readonly weights: Float64Array | null
  /** Arcs leaving each node; all ties of an undirected graph. */
  readonly out: Rows
  /** Arcs entering each node; the same object as `out` on an undirected graph. */
  readonly in: Rows
}

/** Row u is the slots from offsets[u] to offsets[u + 1]. */
export interface Rows {
  readonly offsets: Int32Array
  readonly neighbors: Int32Array
  readonly edges: Int32Array
}

export interface EdgeList {
  readonly directed: boolean
  readonly nodeCount: number
  readonly sources: ArrayLike<number>
  readonly targets: ArrayLike<number>
  readonly weights?: ArrayLike<number> | null
}

/** The graph of an edge list that is already simple. Throws on a loop, a repeated edge, an end out of range or a weight that is not positive. */
export function graphOf(list: EdgeList): Graph {
  const { directed, nodeCount } = list
  const edgeCount = list.sources.length
  const sources = Int32Array.from(list.sources)
  const targets = Int32Array.from(list.targets)
  const weights = list.weights ? Float64Array.from(list.weights) : null
  if (targets.length !== edgeCount || (weights && weights.length !== edgeCount)) {
    throw new RangeError('sources, targets and weights differ in length')
  }
  for (let e = 0; e < edgeCount; e++) {
    const u = sources[e]!
    const v = targets[e]!
    if (u < 0 || v < 0 || u >= nodeCount || v >= nodeCount)
      throw new RangeError(`edge ${e} ends outside 0..${nodeCount - 1}`)
    if (u === v) throw new RangeError(`edge ${e} is a loop`)
    if (weights && !(weights[e]! > 0)) throw new RangeError(`edge ${e} has weight ${weights[e]}`)
  }
  const out = rowsOf(nodeCount, sources, targets, directed)
  const incoming = directed ? rowsOf(nodeCount, targets, sources, true) : out
  return { directed, nodeCount, edgeCount, sources, targets, weights, out, in: incoming }
}

/** U of the conventions: i~j when an arc goes either way. Weights are the larger of the two; a graph that is already undirected is returned as it is. Edge e keeps the direction of the first of its arcs. */
export function undirectedSupport(graph: Graph): Graph {
  return graph.directed ? symmetrised(graph, Math.max) : graph
}

/** z_ij = w_ij + w_ji on the undirected support: Burt's weights. An undirected graph keeps its weights (the common factor 2 cancels wherever z is used). Edge e keeps the direction of the first of its arcs. */
export function summedSupport(graph: Graph): Graph {
  return graph.directed ? symmetrised(graph, (a, b) => a + b) : graph
}

/** The same ties, all equal. */
export function unweighted(graph: Graph): Graph {
  return graph.weights ? { ...graph, weights: null } : graph
}

/** Sums and products of a few strengths between these two neither overflow nor vanish. */
const weakest = 2 ** -200
const strongest = 2 ** 200

/**
 * The graph with strengths in units of a power of two near the largest, so that any strengths a file can hold are reckoned
 * with: ordinary strengths stay as they are, in units of 1. What is 2^200 times weaker than the strongest counts as that weak.
 */
export function inSafeUnits(graph: Graph): { readonly graph: Graph; readonly unit: number } {
  const { weights } = graph
  if (!weights || weights.every((w) => w >= weakest && w <= strongest)) return { graph, unit: 1 }
  const unit = 2 ** Math.floor(Math.log2(weights.reduce((most, w) => Math.max(most, w), 0)))
  return { graph: { ...graph, weights: weights.map((w) => Math.max(weakest, w / unit)) }, unit }
}

/** The ties between the given nodes, which are numbered anew in the order given. */
export function inducedSubgraph(graph: Graph, nodes: ArrayLike<number>): Graph {
  const position = new Int32Array(graph.nodeCount).fill(-1)
  for (let i = 0; i < nodes.length; i++) position[nodes[i]!] = i
  const kept: number[] = []
  for (let e = 0; e < graph.edgeCount; e++) {
    if (position[graph.sources[e]!]! >= 0 && position[graph.targets[e]!]! >= 0) kept.push(e)
  }
  return graphOf({
    directed: graph.directed,
    nodeCount: nodes.length,
    sources: kept.map((e) => position[graph.sources[e]!]!),
    targets: kept.map((e) => position[graph.targets[e]!]!),
    weights: graph.weights && kept.map((e) => graph.weights![e]!),
  })
}

function symmetrised(graph: Graph, combine: (a: number, b: number) => number): Graph {
  const edgeOf = new Map<number, number>()
  const sources: number[] = []
  const targets: number[] = []
  const weights: number[] = []
  for (let e = 0; e < graph.edgeCount; e++) {
    const u = graph.sources[e]!
    const v = graph.targets[e]!
    const weight = graph.weights ? graph.weights[e]! : 1
    const pair = Math.min(u, v) * graph.nodeCount + Math.max(u, v)
    const known = edgeOf.get(pair)
    if (known === undefined) {
      edgeOf.set(pair, sources.length)
      sources.push(u)
      targets.push(v)
      weights.push(weight)
    } else {
      weights[known] = combine(weights[known]!, weight)
    }
  }
  return graphOf({
    directed: false,
    nodeCount: graph.nodeCount,
    sources,
    targets,
    weights: graph.weights || combine !== Math.max ? weights : null,
  })
}

function rowsOf(nodeCount: number, from: Int32Array, to: Int32Array, directed: boolean): Rows {
  const slots = directed ? from.length : 2 * from.length
  const offsets = new Int32Array(nodeCount + 1)
  for (let e = 0; e < from.length; e++) {
    offsets[from[e]! + 1]!++
    if (!directed) offsets[to[e]! + 1]!++
  }
  for (let u = 0; u < nodeCount; u++) offsets[u + 1]! += offsets[u]!

  // Filling rows in the order of a column-wise pass leaves each of them sorted: a counting sort by neighbour, then by row.
  const byNeighbor = sortedByNeighbor(nodeCount, from, to, directed)
  const next = offsets.slice(0, nodeCount)
  const neighbors = new Int32Array(slots)
  const edges = new Int32Array(slots)
  for (let i = 0; i < slots; i++) {
    const slot = next[byNeighbor.rows[i]!]!++
    neighbors[slot] = byNeighbor.neighbors[i]!
    edges[slot] = byNeighbor.edges[i]!
  }
  for (let u = 0; u < nodeCount; u++) {
    for (let i = offsets[u]! + 1; i < offsets[u + 1]!; i++) {
      if (neighbors[i] === neighbors[i - 1]) throw new RangeError(`edge ${u}-${neighbors[i]} is repeated`)
    }
  }
  return { offsets, neighbors, edges }
}

function sortedByNeighbor(nodeCount: number, from: Int32Array, to: Int32Array, directed: boolean) {
  const slots = directed ? from.length : 2 * from.length
  const start = new Int32Array(nodeCount + 1)
  for (let e = 0; e < from.length; e++) {
    start[to[e]! + 1]!++
    if (!directed) start[from[e]! + 1]!++
  }
  for (let v = 0; v < nodeCount; v++) start[v + 1]! += start[v]!
  const rows = new Int32Array(slots)
  const neighbors = new Int32Array(slots)
  const edges = new Int32Array(slots)
  const put = (row: number, neighbor: number, edge: number) => {
    const slot = start[neighbor]!++
    rows[slot] = row
    neighbors[slot] = neighbor
    edges[slot] = edge
  }
  for (let e = 0; e < from.length; e++) {
    put(from[e]!, to[e]!, e)
    if (!directed) put(to[e]!, from[e]!, e)
  }
  return { rows, neighbors, edges }
}
