import { type Graph, unweighted } from '../network/graph.ts'
import { strengths } from './degree.ts'
import { leiden } from './leiden.ts'
import { type Analysis, alone, type Chunks, type Measure, type Result, type Workers } from './measure.ts'
import { type Random, randomStream } from './random.ts'

/**
 * Modularity of a division: the share of ties inside its sets, less what degrees alone would put there, γ times; strengths
 * count when there are some. Null without ties.
 * M. E. J. Newman, M. Girvan (2004), Finding and evaluating community structure in networks, PRE 69:026113; γ: J. Reichardt,
 * S. Bornholdt (2006), PRE 74:016110.
 *
 * @param graph undirected
 * @param label a set per node; -1: alone
 */
export function modularity(graph: Graph, label: Int32Array, resolution = 1): number | null {
  const { sources, targets, weights } = graph
  const strength = strengths(graph.out, weights)
  const total = strength.reduce((sum, value) => sum + value, 0)
  if (total === 0) return null
  const sets = label.reduce((most, l) => Math.max(most, l), -1) + 1
  const setStrength = new Float64Array(sets)
  let expected = 0
  for (let u = 0; u < strength.length; u++) {
    if (label[u]! >= 0) setStrength[label[u]!]! += strength[u]!
    else expected += (strength[u]! / total) ** 2
  }
  for (const value of setStrength) expected += (value / total) ** 2
  let inside = 0
  for (let e = 0; e < graph.edgeCount; e++) {
    const isInside = label[sources[e]!] === label[targets[e]!] && label[sources[e]!]! >= 0
    if (isInside) inside += weights ? weights[e]! : 1
  }
  return (2 * inside) / total - resolution * expected
}

export interface Communities {
  /** Null without ties. */
  readonly modularity: number | null
  /** A community per node, numbered by lowest node. */
  readonly membership: Int32Array
  /** Per node, the mean over all runs of how far its community there is the same: shared over united members, 0..1. */
  readonly stability: Float64Array
  readonly runs: number
  /** Modularity of the worst and of the best run. */
  readonly between: readonly [number, number]
}

/** What so many seeds find differently is told as stability. */
const mostRuns = 50

/**
 * Kicks after each run, fewer where a run takes long. Leiden is greedy: on a network of 14 actors whose optimum is known,
 * one run in thirty finds it, and with ten kicks seven in ten do.
 */
const kicksOf = (graph: Graph) => Math.min(10, Math.floor(5_000 / (graph.nodeCount + graph.edgeCount)))

/**
 * The best of some Leiden runs, each with some kicks from where it ended, and how far the runs without kicks agree with it.
 * Stability is in the spirit of A. Lancichinetti, S. Fortunato (2012), Consensus clustering in complex networks, Sci. Rep.
 * 2:336, with P. Jaccard's coefficient in place of co-membership, so that merging counts against it as splitting does.
 *
 * @param graph undirected
 * @param stream name of the random streams, see random.ts
 */
export function communities(
  graph: Graph,
  stream: string,
  resolution = 1,
  workers: Workers = alone,
  runs = mostRuns,
): Communities {
  const ends = workers(leidenChunks, { graph, stream, resolution, runs })
  const found = ends.map(({ kicked }) => kicked)
  const scores = found.map((membership) => modularity(graph, membership, resolution) ?? 0)
  // Equal divisions differ by the order of their sums: the first of equals is the best.
  const highest = Math.max(...scores)
  const membership = found[scores.findIndex((score) => score >= highest - 1e-12)]!
  const stability = new Float64Array(graph.nodeCount)
  for (const { plain } of ends) {
    const overlap = overlaps(membership, plain)
    for (let u = 0; u < stability.length; u++) stability[u]! += overlap(u)
  }
  for (let u = 0; u < stability.length; u++) stability[u] = Math.min(1, stability[u]! / runs)
  return {
    modularity: modularity(graph, membership, resolution),
    membership,
    stability,
    runs,
    between: [Math.min(...scores), highest],
  }
}

/** One run each. */
export const leidenChunks: Chunks<
  { readonly graph: Graph; readonly stream: string; readonly resolution: number; readonly runs: number },
  { readonly plain: Int32Array; readonly kicked: Int32Array }
> = {
  name: 'leiden',
  count: ({ runs }) => runs,
  chunk: ({ graph, stream, resolution }, run) => {
    const random = randomStream(`${stream}:${run}`)
    const plain = leiden(graph, random, { resolution })
    return { plain, kicked: kickedFrom(graph, plain, resolution, random) }
  },
}

/**
 * Iterated local search: a fifth of the nodes join the community of a node drawn at random, Leiden runs on from there, and
 * what is better is kept. H. R. Lourenço, O. C. Martin, T. Stützle (2003), Iterated local search, Handbook of Metaheuristics.
 */
function kickedFrom(graph: Graph, start: Int32Array, resolution: number, random: Random): Int32Array {
  let best = start
  let highest = modularity(graph, start, resolution) ?? 0
  for (let kick = 0; kick < kicksOf(graph); kick++) {
    const shaken = best.map((label) => (random() < 0.2 ? best[Math.floor(random() * best.length)]! : label))
    const label = leiden(graph, random, { start: shaken, resolution })
    const score = modularity(graph, label, resolution) ?? 0
    if (!(score > highest + 1e-12)) continue
    best = label
    highest = score
  }
  return best
}

/** For each node, the Jaccard coefficient of its sets in two divisions. */
function overlaps(a: Int32Array, b: Int32Array): (node: number) => number {
  const both = new Map<number, number>()
  const sizeA = new Int32Array(a.length)
  const sizeB = new Int32Array(b.length)
  const pairOf = (u: number) => a[u]! * a.length + b[u]!
  for (let u = 0; u < a.length; u++) {
    sizeA[a[u]!]!++
    sizeB[b[u]!]!++
    both.set(pairOf(u), (both.get(pairOf(u)) ?? 0) + 1)
  }
  return (u) => {
    const shared = both.get(pairOf(u)) ?? 0
    return shared / (sizeA[a[u]!]! + sizeB[b[u]!]! - shared)
  }
}

const counted = ({ support, subject, workers }: Analysis) =>
  communities(unweighted(support), `${subject.seed}:modularity`, 1, workers)
const weighed = ({ support, subject, workers }: Analysis) =>
  communities(support, `${subject.seed}:modularity.weighted`, 1, workers)

function best(found: Communities): Result {
  return {
    scope: 'graph',
    values: {
      Q: found.modularity,
      membership: Array.from(found.membership),
      stability: Array.from(found.stability),
      runs: found.runs,
    },
    caveat: { kind: 'heuristic', runs: found.runs, between: found.between },
  }
}

const byModularity = { family: 'communities', scope: 'graph', range: '-0.5..1' } as const
const newmanGirvan = 'Newman & Girvan 2004, PRE 69:026113'
const traag = `${newmanGirvan}; Traag, Waltman & van Eck 2019, Sci. Rep. 9:5233`

export const communityMeasures: readonly Measure[] = [
  {
    ...byModularity,
    id: 'modularity.partition',
    needs: { partition: true },
    convention:
      'Of the groups given, γ = 1, undirected support, strengths ignored; an actor of no known group is alone; undefined without ties.',
    source: newmanGirvan,
    complexity: 'n + m',
    cost: 'instant',
    compute: ({ support, subject }) => ({
      scope: 'graph',
      values: subject.partition && modularity(unweighted(support), subject.partition.groupOf),
    }),
  },
  {
    ...byModularity,
    id: 'modularity.partition.weighted',
    needs: { partition: true, weights: true },
    convention:
      'Of the groups given, γ = 1, undirected support with the larger strength; an actor of no known group is alone; undefined without ties.',
    source: newmanGirvan,
    complexity: 'n + m',
    cost: 'instant',
    compute: ({ support, subject }) => ({
      scope: 'graph',
      values: subject.partition && modularity(support, subject.partition.groupOf),
    }),
  },
  {
    ...byModularity,
    id: 'modularity.best',
    needs: {},
    convention:
      'Best of 50 seeded Leiden runs, γ = 1, undirected support, strengths ignored: Q, a community per actor, and how stable each membership is over the runs. A random network has a high Q too: compare with one.',
    source: traag,
    complexity: '50 × some n + m',
    cost: 'heavy',
    compute: (analysis) => best(analysis.once(counted)),
  },
  {
    ...byModularity,
    id: 'modularity.best.weighted',
    needs: { weights: true },
    convention: 'As modularity.best, with strengths (the larger of both directions).',
    source: traag,
    complexity: '50 × some n + m',
    cost: 'heavy',
    compute: (analysis) => best(analysis.once(weighed)),
  },
]
