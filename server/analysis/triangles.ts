import type { Graph } from '../network/graph.ts'

/** Ends u, v, w and edge numbers of one triangle. */
export type TriangleVisitor = (u: number, v: number, w: number, uv: number, uw: number, vw: number) => void

/**
 * Visits every triangle of an undirected graph exactly once, in an order that depends on the graph alone.
 *
 * Each tie points from its end of lower degree to the other, so no node has more than √(2m) ties ahead of it and the
 * whole walk is O(m^1.5), hubs included.
 * N. Chiba, T. Nishizeki (1985), Arboricity and subgraph listing algorithms. SIAM J. Comput. 14:210-223;
 * T. Schank, D. Wagner (2005), Finding, counting and listing all triangles in large graphs.
 */
export function forEachTriangle(graph: Graph, visit: TriangleVisitor): void {
  const { nodeCount } = graph
  const { order, offsets, neighbors, edges } = forwardTies(graph)
  // Edge from a to each node ahead of it, plus one; 0 elsewhere.
  const edgeTo = new Int32Array(nodeCount)
  for (let a = 0; a < nodeCount; a++) {
    const end = offsets[a + 1]!
    for (let i = offsets[a]!; i < end; i++) edgeTo[neighbors[i]!] = edges[i]! + 1
    for (let i = offsets[a]!; i < end; i++) {
      const b = neighbors[i]!
      for (let j = offsets[b]!; j < offsets[b + 1]!; j++) {
        const ac = edgeTo[neighbors[j]!]!
        if (ac > 0) visit(order[a]!, order[b]!, order[neighbors[j]!]!, edges[i]!, ac - 1, edges[j]!)
      }
    }
    for (let i = offsets[a]!; i < end; i++) edgeTo[neighbors[i]!] = 0
  }
}

/** What closure and structural holes need to know of the triangles of a graph. */
export interface TriangleSums {
  /** Triangles at each node. */
  readonly atNode: Float64Array
  /** Triangles on each edge: partners that its two ends share. */
  readonly onEdge: Float64Array
  /** Sum of z over the ties of each node; its degree when z = 1. */
  readonly strength: Float64Array
  /** For edge ij, the sum over shared partners q of z_iq z_qj: `onEdge` when z = 1. */
  readonly joint: Float64Array
  /** For edge ij, the sum over shared partners q of z_iq z_qj / strength_q: what passes between i and j through others. */
  readonly indirect: Float64Array
}

/**
 * One pass over the triangles of an undirected graph with tie weights z (1 when it has none).
 *
 * Clustering, embeddedness, constraint and effective size all follow from it in O(m) more.
 */
export function triangleSums(graph: Graph): TriangleSums {
  const { nodeCount, edgeCount, sources, targets, weights } = graph
  const atNode = new Float64Array(nodeCount)
  const onEdge = new Float64Array(edgeCount)
  const strength = new Float64Array(nodeCount)
  const indirect = new Float64Array(edgeCount)
  for (let e = 0; e < edgeCount; e++) {
    const z = weights ? weights[e]! : 1
    strength[sources[e]!]! += z
    strength[targets[e]!]! += z
  }
  if (!weights) {
    forEachTriangle(graph, (u, v, w, uv, uw, vw) => {
      atNode[u]!++
      atNode[v]!++
      atNode[w]!++
      onEdge[uv]!++
      onEdge[uw]!++
      onEdge[vw]!++
      indirect[uv]! += 1 / strength[w]!
      indirect[uw]! += 1 / strength[v]!
      indirect[vw]! += 1 / strength[u]!
    })
    return { atNode, onEdge, strength, joint: onEdge, indirect }
  }
  const joint = new Float64Array(edgeCount)
  forEachTriangle(graph, (u, v, w, uv, uw, vw) => {
    atNode[u]!++
    atNode[v]!++
    atNode[w]!++
    onEdge[uv]!++
    onEdge[uw]!++
    onEdge[vw]!++
    const throughU = weights[uv]! * weights[uw]!
    const throughV = weights[uv]! * weights[vw]!
    const throughW = weights[uw]! * weights[vw]!
    joint[vw]! += throughU
    joint[uw]! += throughV
    joint[uv]! += throughW
    indirect[vw]! += throughU / strength[u]!
    indirect[uw]! += throughV / strength[v]!
    indirect[uv]! += throughW / strength[w]!
  })
  return { atNode, onEdge, strength, joint, indirect }
}

/** The ties of each node to nodes after it in order of degree, nodes being numbered by that order. */
function forwardTies(graph: Graph) {
  const { nodeCount, edgeCount, out } = graph
  const order = byDegree(graph)
  const rank = new Int32Array(nodeCount)
  for (let a = 0; a < nodeCount; a++) rank[order[a]!] = a
  const offsets = new Int32Array(nodeCount + 1)
  const neighbors = new Int32Array(edgeCount)
  const edges = new Int32Array(edgeCount)
  let slot = 0
  for (let a = 0; a < nodeCount; a++) {
    const u = order[a]!
    for (let i = out.offsets[u]!; i < out.offsets[u + 1]!; i++) {
      const b = rank[out.neighbors[i]!]!
      if (b < a) continue
      neighbors[slot] = b
      edges[slot++] = out.edges[i]!
    }
    offsets[a + 1] = slot
  }
  return { order, offsets, neighbors, edges }
}

/** Nodes by degree, then number: a counting sort. */
function byDegree({ nodeCount, out }: Graph): Int32Array {
  const starts = new Int32Array(nodeCount + 1)
  const degree = (u: number) => out.offsets[u + 1]! - out.offsets[u]!
  for (let u = 0; u < nodeCount; u++) starts[degree(u) + 1]!++
  for (let k = 0; k < nodeCount; k++) starts[k + 1]! += starts[k]!
  const order = new Int32Array(nodeCount)
  for (let u = 0; u < nodeCount; u++) order[starts[degree(u)]!++] = u
  return order
}
