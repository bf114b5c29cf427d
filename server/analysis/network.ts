import type { Graph } from '../network/graph.ts'
import type { Analysis, Measure } from './measure.ts'

/**
 * Ties over the dyads that were observed, 0..1; null when none was.
 *
 * A dyad was observed when either end answered; an arc when its sender did. What runs between two silent actors, or out
 * of one, is left out of both counts.
 *
 * @param silent 1 for actors that did not answer; null: all did
 */
export function density(graph: Graph, silent: Uint8Array | null): number | null {
  const { nodeCount: n, edgeCount, directed, sources, targets } = graph
  const silentCount = silent ? silent.reduce((sum, flag) => sum + flag, 0) : 0
  const observed = directed ? (n - silentCount) * (n - 1) : pairs(n) - pairs(silentCount)
  if (observed <= 0) return null
  let unobserved = 0
  if (silent) {
    for (let e = 0; e < edgeCount; e++) {
      if (silent[sources[e]!] && (directed || silent[targets[e]!])) unobserved++
    }
  }
  return (edgeCount - unobserved) / observed
}

/**
 * Density among the actors of degree above k, for every k that leaves at least two: φ(k) = 2 E_{>k} / (N_{>k} (N_{>k} - 1)).
 * V. Colizza, A. Flammini, M. A. Serrano, A. Vespignani (2006), Detecting rich-club ordering. Nature Physics 2:110-115.
 */
export function richClub({ nodeCount, edgeCount, sources, targets, out }: Graph): Record<string, number> {
  const degree = (u: number) => out.offsets[u + 1]! - out.offsets[u]!
  const nodesOf = new Int32Array(nodeCount + 1)
  const tiesOf = new Int32Array(nodeCount + 1)
  for (let u = 0; u < nodeCount; u++) nodesOf[degree(u)]!++
  for (let e = 0; e < edgeCount; e++) tiesOf[Math.min(degree(sources[e]!), degree(targets[e]!))]!++
  const phi: Record<string, number> = {}
  let nodes = nodeCount
  let ties = edgeCount
  for (let k = 0; k <= nodeCount; k++) {
    nodes -= nodesOf[k]!
    ties -= tiesOf[k]!
    if (nodes < 2) break
    phi[k] = ties / pairs(nodes)
  }
  return phi
}

/**
 * Pearson correlation of the degrees at the two ends of a tie, -1..1: of the sender's out-degree with the receiver's
 * in-degree when directed. Null when either does not vary.
 * M. E. J. Newman (2002), Assortative mixing in networks. PRL 89:208701.
 */
export function degreeAssortativity(graph: Graph): number | null {
  const { directed, edgeCount, sources, targets } = graph
  const outDegree = (u: number) => graph.out.offsets[u + 1]! - graph.out.offsets[u]!
  const inDegree = (u: number) => graph.in.offsets[u + 1]! - graph.in.offsets[u]!
  let [count, sumX, sumY, sumXX, sumYY, sumXY] = [0, 0, 0, 0, 0, 0]
  const add = (x: number, y: number) => {
    count++
    sumX += x
    sumY += y
    sumXX += x * x
    sumYY += y * y
    sumXY += x * y
  }
  for (let e = 0; e < edgeCount; e++) {
    add(outDegree(sources[e]!), inDegree(targets[e]!))
    if (!directed) add(outDegree(targets[e]!), inDegree(sources[e]!))
  }
  // Whole numbers: a variance of zero is exactly zero.
  const varianceX = count * sumXX - sumX * sumX
  const varianceY = count * sumYY - sumY * sumY
  if (varianceX === 0 || varianceY === 0) return null
  return (count * sumXY - sumX * sumY) / Math.sqrt(varianceX * varianceY)
}

const pairs = (n: number) => (n * (n - 1)) / 2

const wholeNetwork = { family: 'network', scope: 'graph', needs: {}, complexity: 'm', cost: 'instant' } as const

export const networkMeasures: readonly Measure[] = [
  {
    ...wholeNetwork,
    id: 'density',
    range: '0..1',
    convention:
      'Over observed dyads: at least one end answered (undirected), the sender answered (directed). Undefined when none was observed.',
    source: 'Wasserman & Faust 1994, §4.2',
    compute: ({ graph, subject }) => ({ scope: 'graph', values: density(graph, subject.silent) }),
  },
  {
    ...wholeNetwork,
    id: 'assortativity.degree',
    range: '-1..1',
    convention:
      'Directed: out-degree of the sender with in-degree of the receiver. Undefined when degrees do not vary.',
    source: 'Newman 2002, Phys. Rev. Lett. 89:208701',
    compute: ({ graph }) => ({ scope: 'graph', values: degreeAssortativity(graph) }),
  },
  {
    ...wholeNetwork,
    id: 'richClub.raw',
    scope: 'byDegree',
    range: '0..1',
    convention: 'On the undirected support, not normalised; only degrees that at least two actors exceed.',
    source: 'Colizza et al. 2006, Nature Physics 2:110',
    compute: ({ support }: Analysis) => ({ scope: 'byDegree', values: richClub(support) }),
  },
]
