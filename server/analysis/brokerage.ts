import type { Graph } from '../network/graph.ts'
import type { Analysis, Measure, Partition } from './measure.ts'

/**
 * Brokerage roles of an actor v on a two-path a → v → b that no arc a → b shortens, by the groups of a, v and b:
 * coordinator AAA, itinerant BAB, gatekeeper BAA, representative AAB, liaison ABC.
 */
export const roles = ['coordinator', 'itinerant', 'gatekeeper', 'representative', 'liaison'] as const
type Role = (typeof roles)[number]
export type PerRole = Readonly<Record<Role, Float64Array>>

/**
 * Open two-paths that each actor brokers, by role: `raw` counts them, `partial` shares each pair (a, b) equally among
 * all its brokers. On an undirected graph a pair is brokered in both directions, so counts are double and gatekeeper
 * equals representative. Two-paths with an actor of no known group are left out; NaN for a broker of none. O(Σ k_in k_out).
 *
 * R. V. Gould, R. M. Fernandez (1989), Structures of mediation: a formal approach to brokerage in transaction networks.
 * Sociological Methodology 19:89-126.
 */
export function brokerage(graph: Graph, partition: Partition): { raw: PerRole; partial: PerRole } {
  const { nodeCount, out } = graph
  const { groupOf } = partition
  const counts = { raw: perRole(nodeCount, partition), partial: perRole(nodeCount, partition) }
  // By number of the role: the loop below meets every two-path.
  const raw = roles.map((role) => counts.raw[role])
  const partial = roles.map((role) => counts.partial[role])
  const tied = new Uint8Array(nodeCount)
  const brokers = new Float64Array(nodeCount)
  for (let a = 0; a < nodeCount; a++) {
    if (groupOf[a]! < 0) continue
    const start = out.offsets[a]!
    const end = out.offsets[a + 1]!
    tied[a] = 1
    for (let i = start; i < end; i++) tied[out.neighbors[i]!] = 1
    for (let i = start; i < end; i++) {
      const v = out.neighbors[i]!
      for (let j = out.offsets[v]!; j < out.offsets[v + 1]!; j++) brokers[out.neighbors[j]!]!++
    }
    for (let i = start; i < end; i++) {
      const v = out.neighbors[i]!
      if (groupOf[v]! < 0) continue
      for (let j = out.offsets[v]!; j < out.offsets[v + 1]!; j++) {
        const b = out.neighbors[j]!
        if (tied[b] || groupOf[b]! < 0) continue
        const role = roleOf(groupOf[a]!, groupOf[v]!, groupOf[b]!)
        raw[role]![v]!++
        partial[role]![v]! += 1 / brokers[b]!
      }
    }
    for (let i = start; i < end; i++) {
      const v = out.neighbors[i]!
      tied[v] = 0
      for (let j = out.offsets[v]!; j < out.offsets[v + 1]!; j++) brokers[out.neighbors[j]!] = 0
    }
    tied[a] = 0
  }
  return counts
}

/**
 * Mean and standard deviation of `raw` when the n(n-1) arcs are drawn independently with the density observed and the
 * groups stay as they are. Exact for one actor, checked by 200,000 drawn digraphs. The scale of a display, not a test:
 * means below 5 are far from normal. Gould & Fernandez 1989, with the covariances of two-paths that share an end.
 */
export function expectedBrokerage(graph: Graph, partition: Partition): { expected: PerRole; sd: PerRole } {
  const { nodeCount: n } = graph
  const { groupOf } = partition
  const arcs = graph.directed ? graph.edgeCount : 2 * graph.edgeCount
  const d = n > 1 ? arcs / (n * (n - 1)) : 0
  const q = 1 - d
  const open = d * d * q
  const sizes = new Float64Array(partition.names.length)
  for (const group of groupOf) if (group >= 0) sizes[group]!++
  const N = sizes.reduce((sum, size) => sum + size, 0)
  const moments = [...sizes.keys()].map((own) => pathCounts(sizes, own, N))

  const expected = perRole(n, partition)
  const sd = perRole(n, partition)
  for (let v = 0; v < n; v++) {
    const group = groupOf[v]!
    if (group < 0) continue
    for (const role of roles) {
      const { paths, overlaps } = moments[group]![role]
      expected[role][v] = open * paths
      sd[role][v] = Math.sqrt(open * paths * (1 - open) + overlaps * d ** 3 * q ** 3)
    }
  }
  return { expected, sd }
}

/** For a broker of group `own`: the two-paths it could broker in each role, and twice the pairs of them that share one arc. */
function pathCounts(sizes: Float64Array, own: number, N: number) {
  const n = sizes[own]!
  let [others, squares, twice, thrice, ends] = [0, 0, 0, 0, 0]
  for (const [g, size] of sizes.entries()) {
    if (g === own) continue
    others += size
    squares += size * size
    twice += size * (size - 1)
    thrice += size * (size - 1) * (size - 2)
    ends += size * pairs(N - size - n)
  }
  const across = {
    paths: others * (n - 1),
    overlaps: 2 * ((n - 1) * pairs(others) + others * pairs(n - 1)),
  }
  return {
    coordinator: { paths: (n - 1) * (n - 2), overlaps: 2 * (n - 1) * (n - 2) * (n - 3) },
    itinerant: { paths: twice, overlaps: 2 * thrice },
    gatekeeper: across,
    representative: across,
    liaison: { paths: others * others - squares, overlaps: 4 * ends },
  }
}

/** Index into `roles`, from the groups of a two-path. */
function roleOf(a: number, v: number, b: number): number {
  if (a === v) return b === v ? 0 : 3
  if (b === v) return 2
  return a === b ? 1 : 4
}

/** Zeros; NaN for actors of no known group. */
function perRole(nodeCount: number, { groupOf }: Partition): PerRole {
  const column = () => Float64Array.from({ length: nodeCount }, (_, v) => (groupOf[v]! < 0 ? Number.NaN : 0))
  return {
    coordinator: column(),
    itinerant: column(),
    gatekeeper: column(),
    representative: column(),
    liaison: column(),
  }
}

const pairs = (n: number) => (n * (n - 1)) / 2

const observed = ({ graph, subject }: Analysis) => brokerage(graph, subject.partition!)
const expectation = ({ graph, subject }: Analysis) => expectedBrokerage(graph, subject.partition!)

const gouldFernandez = {
  family: 'groups',
  scope: 'node',
  needs: { partition: true },
  range: '≥ 0',
  source: 'Gould & Fernandez 1989, Sociol. Methodology 19:89',
  complexity: 'Σ k_in k_out',
  cost: 'paths',
} as const

export const brokerageMeasures: readonly Measure[] = [
  {
    ...gouldFernandez,
    id: 'gf.raw',
    convention: 'Open ordered two-paths by role; an undirected tie is an arc each way, so each pair counts twice.',
    compute: (analysis) => ({ scope: 'node', values: analysis.once(observed).raw }),
  },
  {
    ...gouldFernandez,
    id: 'gf.partial',
    convention: 'Each ordered pair shared equally among all its brokers (UCINET "weighted").',
    compute: (analysis) => ({ scope: 'node', values: analysis.once(observed).partial }),
  },
  {
    ...gouldFernandez,
    id: 'gf.expected',
    convention: 'Mean of gf.raw over random digraphs of this size, density and these groups.',
    complexity: 'n + G²',
    cost: 'instant',
    compute: (analysis) => ({ scope: 'node', values: analysis.once(expectation).expected }),
  },
  {
    ...gouldFernandez,
    id: 'gf.sd',
    convention: 'Standard deviation of gf.raw over the same digraphs, actor by actor; a display scale, not a test.',
    complexity: 'n + G²',
    cost: 'instant',
    compute: (analysis) => ({ scope: 'node', values: analysis.once(expectation).sd }),
  },
]
