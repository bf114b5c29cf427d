import type { Graph } from '../network/graph.ts'
import { sourceGroups } from './distances.ts'
import type { Analysis, Measure } from './measure.ts'
import { MultiSourceBfs, sourcesPerSearch } from './multi-source-bfs.ts'
import { renumbered } from './relabelling.ts'

/**
 * How well an actor's partners would do among themselves: global efficiency of the subgraph that they induce, the actor
 * left out; 0 below two partners.
 * V. Latora, M. Marchiori (2001), Efficient behavior of small-world networks, PRL 87:198701.
 *
 * @param graph undirected; weights are ignored
 */
export function localEfficiency(graph: Graph): Float64Array {
  const numberOf = new Int32Array(graph.nodeCount).fill(-1)
  return Float64Array.from({ length: graph.nodeCount }, (_, v) => {
    const partners = partnersOf(graph, v)
    const rows = renumbered(graph.out, partners, numberOf)
    if (partners.length < 2 || rows.neighbors.length === 0) return 0
    const bfs = new MultiSourceBfs(rows, rows)
    let access = 0
    for (const sources of sourceGroups(partners.length)) {
      bfs.search(sources, -1, (distance, _partner, count) => {
        access += count / distance
      })
    }
    return access / (partners.length * (partners.length - 1))
  })
}

/**
 * igraph's local efficiency: distances between partners in the whole network without the actor, by whatever way.
 * I. Vragović, E. Louis, A. Díaz-Guilera (2005), Efficiency of informational transfer in regular and complex networks,
 * PRE 71:036122.
 */
export function outerLocalEfficiency(graph: Graph): Float64Array {
  const bfs = new MultiSourceBfs(graph.out, graph.out)
  const isPartner = new Uint8Array(graph.nodeCount)
  return Float64Array.from({ length: graph.nodeCount }, (_, v) => {
    const partners = partnersOf(graph, v)
    if (partners.length < 2) return 0
    for (const u of partners) isPartner[u] = 1
    let access = 0
    for (let from = 0; from < partners.length; from += sourcesPerSearch) {
      bfs.search(partners.subarray(from, from + sourcesPerSearch), v, (distance, u, count) => {
        if (isPartner[u] === 1) access += count / distance
      })
    }
    for (const u of partners) isPartner[u] = 0
    return access / (partners.length * (partners.length - 1))
  })
}

function partnersOf({ out }: Graph, v: number): Int32Array {
  return out.neighbors.subarray(out.offsets[v]!, out.offsets[v + 1]!)
}

const inner = ({ support }: Analysis): Float64Array => localEfficiency(support)

const byPartners = { family: 'closure', needs: {}, range: '0..1', cost: 'paths' } as const

export const localEfficiencyMeasures: readonly Measure[] = [
  {
    ...byPartners,
    id: 'efficiency.local',
    scope: 'node',
    convention:
      'Global efficiency among the actor’s partners alone, undirected support; 0 below two partners (NetworkX).',
    source: 'Latora & Marchiori 2001, PRL 87:198701',
    complexity: 'Σ k² + Σ k m_k / 256 per level',
    compute: (analysis) => ({ scope: 'node', values: analysis.once(inner) }),
  },
  {
    ...byPartners,
    id: 'efficiency.local.avg',
    scope: 'graph',
    convention: 'Mean of efficiency.local over all actors; undefined without any.',
    source: 'Latora & Marchiori 2001, PRL 87:198701',
    complexity: 'Σ k² + Σ k m_k / 256 per level',
    compute: (analysis) => {
      const values = analysis.once(inner)
      const sum = values.reduce((total, value) => total + value, 0)
      return { scope: 'graph', values: values.length === 0 ? null : sum / values.length }
    },
  },
  {
    ...byPartners,
    id: 'efficiency.local.igraph',
    scope: 'node',
    convention:
      'Another quantity of the same name: partners may pass through the rest of the network (igraph). For comparison only.',
    source: 'Vragović et al. 2005, PRE 71:036122',
    complexity: 'n m per level',
    cost: 'heavy',
    mostNodes: 5_000,
    compute: ({ support }) => ({ scope: 'node', values: outerLocalEfficiency(support) }),
  },
]
