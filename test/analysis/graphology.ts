import { DirectedGraph, UndirectedGraph } from 'graphology'
import louvain from 'graphology-communities-louvain'
import { coreNumber } from 'graphology-cores'
import betweenness from 'graphology-metrics/centrality/betweenness.js'
import closeness from 'graphology-metrics/centrality/closeness.js'
import edgeBetweenness from 'graphology-metrics/centrality/edge-betweenness.js'
import eigenvector from 'graphology-metrics/centrality/eigenvector.js'
import pagerank from 'graphology-metrics/centrality/pagerank.js'
import type { Graph } from '../../server/network/graph.ts'

type ByName = Readonly<Record<string, number>>

/** A library that says the same: its functions take graphs that hold names and attributes. Their types describe other module systems than the one they are imported through. */
function library<Options>(imported: unknown) {
  return imported as (graph: UndirectedGraph, options?: Options) => ByName
}

const weighing = (byStrength: boolean) => ({ getEdgeWeight: byStrength ? 'weight' : null })

/** What graphology's libraries compute, by node or edge number. */
export const graphology = {
  betweenness: (graph: Graph) =>
    byNode(graph, library(betweenness)(graphologyOf(graph), { ...weighing(false), normalized: false })),
  edgeBetweenness: (graph: Graph) =>
    byEdge(graph, library(edgeBetweenness)(graphologyOf(graph), { ...weighing(false), normalized: false })),
  wassermanFaust: (graph: Graph) => byNode(graph, library(closeness)(graphologyOf(graph), { wassermanFaust: true })),
  pageRank: (graph: Graph, byStrength: boolean) =>
    byNode(
      graph,
      library(pagerank)(graphologyOf(graph), { ...weighing(byStrength), tolerance: 1e-13, maxIterations: 1000 }),
    ),
  eigenvector: (graph: Graph) =>
    byNode(
      graph,
      library(eigenvector)(graphologyOf(graph), { ...weighing(false), tolerance: 1e-12, maxIterations: 10_000 }),
    ),
  coreNumbers: (graph: Graph) => byNode(graph, library(coreNumber)(graphologyOf(graph))),
  louvain: (graph: Graph, rng: () => number) =>
    Int32Array.from(byNode(graph, library(louvain)(graphologyOf(graph), { ...weighing(true), rng }))),
  /** Calls to be timed, on a graph that is already held. */
  hold: (graph: Graph): Readonly<Record<string, () => ByName>> => {
    const held = graphologyOf(graph)
    return {
      betweenness: () => library(betweenness)(held, { ...weighing(false), normalized: false }),
      closeness: () => library(closeness)(held, { wassermanFaust: true }),
      pagerank: () => library(pagerank)(held, { ...weighing(false), tolerance: 1e-10, maxIterations: 1000 }),
      eigenvector: () => library(eigenvector)(held, { ...weighing(false), tolerance: 1e-9, maxIterations: 10_000 }),
      cores: () => library(coreNumber)(held),
      communities: () => library(louvain)(held, weighing(false)),
    }
  },
}

function graphologyOf({ directed, nodeCount, edgeCount, sources, targets, weights }: Graph): UndirectedGraph {
  const graph = directed ? new DirectedGraph() : new UndirectedGraph()
  for (let u = 0; u < nodeCount; u++) graph.addNode(u)
  for (let e = 0; e < edgeCount; e++) {
    graph.addEdgeWithKey(e, sources[e], targets[e], { weight: weights ? weights[e] : 1 })
  }
  return graph
}

function byNode({ nodeCount }: Graph, values: ByName): Float64Array {
  return Float64Array.from({ length: nodeCount }, (_, u) => values[u] ?? Number.NaN)
}

function byEdge({ edgeCount }: Graph, values: ByName): Float64Array {
  return Float64Array.from({ length: edgeCount }, (_, e) => values[e] ?? Number.NaN)
}
