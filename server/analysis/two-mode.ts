import type { Graph } from '../network/graph.ts'
import { nodeBetweenness, sampledFrom } from './betweenness.ts'
import { type DistanceSums, supportDistances } from './distances.ts'
import type { Analysis, EdgeValue, Measure } from './measure.ts'

/** Actors are the first mode, the spaces where they meet the second. */
export type Mode = 0 | 1

/** Ties over the n₁ n₂ that two modes allow, 0..1; null when a mode is empty. */
export function twoModeDensity(graph: Graph, modes: Uint8Array): number | null {
  const [first, second] = modeSizes(modes)
  return first * second === 0 ? null : graph.edgeCount / (first * second)
}

/**
 * Betweenness over the largest a node of its mode can have in two modes of these sizes, 0..1; NaN where that is 0.
 * S. P. Borgatti, M. G. Everett (1997), Network analysis of 2-mode data. Social Networks 19:243-269.
 */
export function twoModeBetweenness(raw: Float64Array, modes: Uint8Array): Float64Array {
  const [first, second] = modeSizes(modes)
  const most = [mostBetweenness(first, second), mostBetweenness(second, first)]
  return raw.map((value, u) => (most[modes[u]!]! > 0 ? value / most[modes[u]!]! : Number.NaN))
}

/**
 * The smallest sum of distances a node of its mode can have over its own, times the share of the others that it
 * reaches; 0 where it reaches nobody. Above 1 for a node that reaches only a few, all nearby. Borgatti & Everett 1997.
 */
export function twoModeCloseness({ reached, far }: DistanceSums, modes: Uint8Array): Float64Array {
  const sizes = modeSizes(modes)
  return far.map((sum, u) => {
    if (sum === 0) return 0
    const least = sizes[1 - modes[u]!]! + 2 * (sizes[modes[u]!]! - 1)
    return (least / sum) * (reached[u]! / (modes.length - 1))
  })
}

/** Pairs of one mode that share at least one neighbour of the other, u < v, in order of u then v. */
export interface Projection {
  readonly pairs: readonly EdgeValue[]
  /** Neighbours shared. */
  readonly count: Float64Array
  /**
   * Σ over shared neighbours of 1 / (size - 1): each meeting is one unit of an actor's attention, divided among the
   * others present. M. E. J. Newman (2001), Scientific collaboration networks II. PRE 64:016132.
   */
  readonly newman: Float64Array
  /** Shared over all neighbours of either. */
  readonly jaccard: Float64Array
  /** Shared over the neighbours of the one that has fewer. */
  readonly overlapMin: Float64Array
  /** Shared over the neighbours of the one that has more. */
  readonly overlapMax: Float64Array
}

export function projection(graph: Graph, modes: Uint8Array, mode: Mode): Projection {
  const { nodeCount, out } = graph
  const pairs: EdgeValue[] = []
  const count: number[] = []
  const newman: number[] = []
  const shared = new Float64Array(nodeCount)
  const attention = new Float64Array(nodeCount)
  for (let u = 0; u < nodeCount; u++) {
    if (modes[u] !== mode) continue
    const partners: number[] = []
    for (let i = out.offsets[u]!; i < out.offsets[u + 1]!; i++) {
      const a = out.neighbors[i]!
      const others = degree(graph, a) - 1
      for (let j = out.offsets[a]!; j < out.offsets[a + 1]!; j++) {
        const v = out.neighbors[j]!
        if (v <= u) continue
        if (shared[v]!++ === 0) partners.push(v)
        attention[v]! += 1 / others
      }
    }
    for (const v of partners.sort((a, b) => a - b)) {
      pairs.push([u, v])
      count.push(shared[v]!)
      newman.push(attention[v]!)
      shared[v] = 0
      attention[v] = 0
    }
  }
  const over = (whole: (ku: number, kv: number, common: number) => number) =>
    Float64Array.from(pairs, ([u, v], i) => count[i]! / whole(degree(graph, u), degree(graph, v), count[i]!))
  return {
    pairs,
    count: Float64Array.from(count),
    newman: Float64Array.from(newman),
    jaccard: over((ku, kv, common) => ku + kv - common),
    overlapMin: over((ku, kv) => Math.min(ku, kv)),
    overlapMax: over((ku, kv) => Math.max(ku, kv)),
  }
}

/** Sum of each node's Newman weights: the number of its neighbours that somebody else has too. Values follow the nodes of the mode. */
export function newmanStrength(
  graph: Graph,
  modes: Uint8Array,
  mode: Mode,
): { nodes: Int32Array; values: Float64Array } {
  const nodes = Int32Array.from([...modes.keys()].filter((u) => modes[u] === mode))
  const values = Float64Array.from(nodes, (u) => {
    let meetings = 0
    for (let i = graph.out.offsets[u]!; i < graph.out.offsets[u + 1]!; i++) {
      if (degree(graph, graph.out.neighbors[i]!) > 1) meetings++
    }
    return meetings
  })
  return { nodes, values }
}

/**
 * Mean overlap of a node's neighbourhood with those it shares a neighbour with, 0..1; 0 where it shares none.
 * M. Latapy, C. Magnien, N. Del Vecchio (2008), Basic notions for the analysis of large two-mode networks. Social
 * Networks 30:31-48.
 *
 * @param sides projections on both modes
 */
export function pairwiseClustering(
  nodeCount: number,
  sides: readonly Projection[],
  overlap: (side: Projection) => Float64Array,
): Float64Array {
  const sum = new Float64Array(nodeCount)
  const partners = new Float64Array(nodeCount)
  for (const side of sides) {
    const values = overlap(side)
    for (const [i, pair] of side.pairs.entries()) {
      for (const u of [pair[0], pair[1]]) {
        sum[u]! += values[i]!
        partners[u]!++
      }
    }
  }
  return sum.map((total, u) => (partners[u] === 0 ? 0 : total / partners[u]!))
}

/**
 * Share of the pairs of a node's neighbours that another node links too, 0..1; NaN below two neighbours. What of a
 * projection would stay without it. Latapy, Magnien & Del Vecchio 2008.
 */
export function redundancy(graph: Graph): Float64Array {
  const { nodeCount, out } = graph
  const linked = new Float64Array(nodeCount)
  const shared = new Int32Array(nodeCount)
  const forEachTwoPath = (u: number, visit: (middle: number, end: number) => void) => {
    for (let i = out.offsets[u]!; i < out.offsets[u + 1]!; i++) {
      const a = out.neighbors[i]!
      for (let j = out.offsets[a]!; j < out.offsets[a + 1]!; j++) {
        if (out.neighbors[j]! > u) visit(a, out.neighbors[j]!)
      }
    }
  }
  for (let u = 0; u < nodeCount; u++) {
    forEachTwoPath(u, (_, v) => shared[v]!++)
    forEachTwoPath(u, (a, v) => {
      if (shared[v]! > 1) linked[a]!++
    })
    forEachTwoPath(u, (_, v) => {
      shared[v] = 0
    })
  }
  return linked.map((count, u) => {
    const k = degree(graph, u)
    return k < 2 ? Number.NaN : (2 * count) / (k * (k - 1))
  })
}

/**
 * Share of three-paths that close into a four-cycle, 4 C₄ / L₃, 0..1; 0 without three-paths.
 * G. Robins, M. Alexander (2004), Small worlds among interlocking directors. CMOT 10:69-94.
 */
export function robinsAlexander(graph: Graph, side: Projection): number {
  let paths = 0
  for (let e = 0; e < graph.edgeCount; e++) {
    paths += (degree(graph, graph.sources[e]!) - 1) * (degree(graph, graph.targets[e]!) - 1)
  }
  const cycles = side.count.reduce((sum, common) => sum + (common * (common - 1)) / 2, 0)
  return paths === 0 ? 0 : (4 * cycles) / paths
}

/** In a mode of n nodes facing one of m. */
function mostBetweenness(n: number, m: number): number {
  if (n === 0 || m === 0) return 0
  const s = Math.floor((n - 1) / m)
  const t = (n - 1) % m
  return (m ** 2 * (s + 1) ** 2 + m * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3)) / 2
}

function modeSizes(modes: Uint8Array): [first: number, second: number] {
  const second = modes.reduce((sum, mode) => sum + mode, 0)
  return [modes.length - second, second]
}

const degree = ({ out }: Graph, u: number) => out.offsets[u + 1]! - out.offsets[u]!

const top = ({ graph, subject }: Analysis) => projection(graph, subject.modes!, 0)
const bottom = ({ graph, subject }: Analysis) => projection(graph, subject.modes!, 1)
const sides = { top: { mode: 0, pass: top }, bottom: { mode: 1, pass: bottom } } as const

const dot = (analysis: Analysis) => clustered(analysis, ({ jaccard }) => jaccard)
const min = (analysis: Analysis) => clustered(analysis, ({ overlapMin }) => overlapMin)
const max = (analysis: Analysis) => clustered(analysis, ({ overlapMax }) => overlapMax)

function clustered(analysis: Analysis, overlap: (side: Projection) => Float64Array): Float64Array {
  return pairwiseClustering(analysis.graph.nodeCount, [analysis.once(top), analysis.once(bottom)], overlap)
}

function meanOfFirstMode(values: Float64Array, modes: Uint8Array): number | null {
  const [first] = modeSizes(modes)
  return first === 0 ? null : values.reduce((sum, value, u) => (modes[u] === 0 ? sum + value : sum), 0) / first
}

const twoMode = { family: 'twoMode', needs: { twoMode: true }, range: '0..1', cost: 'instant' } as const
const latapy = { source: 'Latapy, Magnien & Del Vecchio 2008, Social Networks 30:31', complexity: 'Σ k²' } as const

const overlaps = { dot, min, max }
const overlapWords = {
  dot: 'shared neighbours over all neighbours of either',
  min: 'shared neighbours over those of the one that has fewer',
  max: 'shared neighbours over those of the one that has more',
}

const clusteringMeasures: readonly Measure[] = (['dot', 'min', 'max'] as const).flatMap((kind) => [
  {
    ...twoMode,
    ...latapy,
    id: `latapy.clustering.${kind}`,
    scope: 'node',
    convention: `Mean of ${overlapWords[kind]}, over the nodes that share at least one; 0 where there is none.`,
    compute: (analysis) => ({ scope: 'node', values: analysis.once(overlaps[kind]) }),
  },
  {
    ...twoMode,
    ...latapy,
    id: `latapy.clustering.${kind}.avgTop`,
    scope: 'graph',
    convention: `Mean of latapy.clustering.${kind} over the first mode.`,
    compute: (analysis) => ({
      scope: 'graph',
      values: meanOfFirstMode(analysis.once(overlaps[kind]), analysis.subject.modes!),
    }),
  },
])

const pairMeasures = {
  count: { range: '≥ 1', convention: 'Neighbours shared by the pair.', source: 'Breiger 1974, Social Forces 53:181' },
  newman: {
    range: '> 0',
    convention: 'Sum over shared neighbours of 1 / (size - 1); those of size 1 contribute nothing.',
    source: 'Newman 2001, Phys. Rev. E 64:016132',
  },
  jaccard: { range: '0..1', convention: 'Shared neighbours over all neighbours of either.', source: 'Jaccard 1901' },
  overlapMin: {
    range: '0..1',
    convention: 'Shared neighbours over those of the one that has fewer.',
    source: 'Szymkiewicz 1934; Simpson 1960',
  },
} as const
const pairKinds = ['count', 'newman', 'jaccard', 'overlapMin'] as const

const projectionMeasures: readonly Measure[] = (['top', 'bottom'] as const).flatMap((side) => {
  const { mode, pass } = sides[side]
  const which = side === 'top' ? 'first' : 'second'
  const shared = { ...twoMode, complexity: 'Σ k²', cost: 'heavy' } as const
  return [
    {
      ...shared,
      id: `projection.${side}.edges`,
      scope: 'edgeset',
      range: 'pairs',
      convention: `Pairs of the ${which} mode with at least one common neighbour. Every meeting becomes a clique: no closure test on it.`,
      source: 'Breiger 1974, Social Forces 53:181',
      compute: (analysis) => ({ scope: 'edgeset', values: analysis.once(pass).pairs }),
    },
    ...pairKinds.map(
      (kind): Measure => ({
        ...shared,
        ...pairMeasures[kind],
        id: `projection.${side}.${kind}`,
        scope: 'edgearray',
        convention: `${pairMeasures[kind].convention} In the order of projection.${side}.edges.`,
        compute: (analysis) => {
          const side = analysis.once(pass)
          return { scope: 'edgearray', pairs: side.pairs, values: side[kind] }
        },
      }),
    ),
    {
      ...shared,
      id: `projection.${side}.newmanStrength`,
      scope: 'node',
      range: '0..k',
      convention: `Sum of Newman weights of each node of the ${which} mode: its neighbours that somebody else has too.`,
      source: 'Newman 2001, Phys. Rev. E 64:016132',
      complexity: 'm',
      compute: ({ graph, subject }) => ({ scope: 'node', ...newmanStrength(graph, subject.modes!, mode) }),
    },
  ]
})

export const twoModeMeasures: readonly Measure[] = [
  {
    ...twoMode,
    id: 'density',
    scope: 'graph',
    convention: 'Ties over the product of the sizes of the two modes; undefined when one is empty.',
    source: 'Borgatti & Everett 1997, Social Networks 19:243',
    complexity: 'n',
    compute: ({ graph, subject }) => ({ scope: 'graph', values: twoModeDensity(graph, subject.modes!) }),
  },
  {
    ...twoMode,
    id: 'betweenness.bipartiteNormalized',
    scope: 'node',
    convention: 'Raw betweenness over the largest that a node of its mode can have; undefined where that is 0.',
    source: 'Borgatti & Everett 1997, Social Networks 19:243',
    complexity: 'n m',
    cost: 'paths',
    compute: (analysis) => {
      const { nodes, sample } = analysis.once(nodeBetweenness)
      const share = (raw: Float64Array) => twoModeBetweenness(raw, analysis.subject.modes!)
      return { scope: 'node', values: share(nodes), ...sampledFrom(sample, sample && share(sample.nodeError)) }
    },
  },
  {
    ...twoMode,
    id: 'closeness.bipartiteNormalized',
    scope: 'node',
    range: '≥ 0',
    convention:
      'Smallest possible sum of distances over the actual one, times the share of nodes reached; 0 for isolates; may pass 1 in a small component (NetworkX).',
    source: 'Borgatti & Everett 1997, Social Networks 19:243',
    complexity: 'n m',
    cost: 'paths',
    compute: (analysis) => ({
      scope: 'node',
      values: twoModeCloseness(analysis.once(supportDistances), analysis.subject.modes!),
    }),
  },
  ...clusteringMeasures,
  {
    ...twoMode,
    ...latapy,
    id: 'latapy.redundancy',
    scope: 'node',
    convention: 'Share of the pairs of neighbours that another node links too; undefined below two neighbours.',
    compute: ({ graph }) => ({ scope: 'node', values: redundancy(graph) }),
  },
  {
    ...twoMode,
    id: 'robinsAlexander',
    scope: 'graph',
    convention: '4 × four-cycles over three-paths; 0 without three-paths.',
    source: 'Robins & Alexander 2004, CMOT 10:69',
    complexity: 'Σ k²',
    compute: (analysis) => ({ scope: 'graph', values: robinsAlexander(analysis.graph, analysis.once(top)) }),
  },
  ...projectionMeasures,
]
