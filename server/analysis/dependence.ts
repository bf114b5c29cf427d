import type { Graph, Rows } from '../network/graph.ts'
import { componentSizes, connectedComponents } from './components.ts'
import { type Analysis, alone, type Chunks, type Measure, type Workers } from './measure.ts'
import { gather } from './path-dag.ts'
import { breadthFirstOrder, renumbered } from './relabelling.ts'
import { ShortestPaths } from './shortest-paths.ts'

export interface Dependence {
  /** For each node i, max over j of δ_i(j) / (r_i - 1), r_i the number of others it reaches: 0..1; NaN where r_i < 2. */
  readonly share: Float64Array
  /** The j that attains it, the lowest of equals; -1 where nothing goes through anybody. */
  readonly broker: Int32Array
}

/**
 * How much of what an actor can reach goes through one other: pair dependency δ_i(j), the shortest paths from i that
 * pass through j, each target counting one.
 * L. C. Freeman (1980), The gatekeeper, pair-dependency and structural centrality, Quality & Quantity 14:585-592. O(n m).
 *
 * @param graph undirected; weights are ignored
 */
export function brokerDependence(graph: Graph, workers: Workers = alone): Dependence {
  const n = graph.nodeCount
  const order = breadthFirstOrder(graph.out)
  const rows = renumbered(graph.out, order)
  const numberOf = new Int32Array(n)
  for (let i = 0; i < n; i++) numberOf[order[i]!] = i
  const plan = { rows, numberOf, reachable: componentSizes(connectedComponents(rows)) }
  const dependence = { share: new Float64Array(n), broker: new Int32Array(n) }
  let next = 0
  for (const chunk of workers(dependenceChunks, plan)) {
    dependence.share.set(chunk.share, next)
    dependence.broker.set(chunk.broker, next)
    next += chunk.share.length
  }
  return dependence
}

interface DependencePlan {
  readonly rows: Rows
  /** By node, its number in the rows. */
  readonly numberOf: Int32Array
  /** By number, the size of its component. */
  readonly reachable: Int32Array
}

const chunkCount = 16

/** Some nodes each, in node order. */
export const dependenceChunks: Chunks<DependencePlan, Dependence> = {
  name: 'dependence',
  count: () => chunkCount,
  chunk: (plan, index) => {
    const at = (chunk: number) => Math.floor((chunk * plan.numberOf.length) / chunkCount)
    return dependenceOf(plan, at(index), at(index + 1))
  },
}

function dependenceOf({ rows, numberOf, reachable }: DependencePlan, first: number, end: number): Dependence {
  const n = numberOf.length
  const paths = new ShortestPaths(rows, rows)
  const ones = new Float64Array(n).fill(1)
  const share = new Float64Array(n)
  const through = new Float64Array(n)
  const size = end - first
  const dependence = { share: new Float64Array(size).fill(Number.NaN), broker: new Int32Array(size).fill(-1) }
  for (let i = first; i < end; i++) {
    const targets = reachable[numberOf[i]!]! - 2
    if (targets < 1) continue
    paths.grow(numberOf[i]!, reachable[numberOf[i]!]!)
    through.fill(0)
    gather(paths, ones, 1, share, through)
    let most = 0
    for (let j = 0; j < n; j++) {
      // Equal shares differ by rounding, and the lowest of equals is to win.
      if (through[numberOf[j]!]! <= most * (1 + 1e-12)) continue
      most = through[numberOf[j]!]!
      dependence.broker[i - first] = j
    }
    dependence.share[i - first] = Math.min(1, most / targets)
  }
  return dependence
}

/** Shared pass, on the undirected support. */
export const brokers = ({ support, workers }: Analysis): Dependence => brokerDependence(support, workers)

export const dependenceMeasures: readonly Measure[] = [
  {
    id: 'brokerDependence',
    family: 'paths',
    scope: 'node',
    needs: {},
    range: '0..1',
    convention:
      'Largest share of what an actor reaches that goes through a single other, on the undirected support; undefined for whoever reaches fewer than two.',
    source: 'Freeman 1980, Quality & Quantity 14:585',
    complexity: 'n m',
    cost: 'paths',
    mostNodes: 20_000,
    compute: (analysis) => ({ scope: 'node', values: analysis.once(brokers).share }),
  },
]
