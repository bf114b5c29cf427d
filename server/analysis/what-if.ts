import { type Graph, graphOf } from '../network/graph.ts'
import { type Betweenness, mostExact, nodeBetweenness } from './betweenness.ts'
import { type DistanceSums, distancesToEach } from './distances.ts'
import { betweennessGain, brought, distanceGain, type Link, regionOf, rerouted, spreadOf } from './link.ts'
import { Analysis, type Partition, type Subject } from './measure.ts'

/** One tie or one actor more or less; actors by node number. An arc of a directed graph goes from the first to the second. */
export type Change =
  | { readonly add: 'tie'; readonly between: readonly [number, number]; readonly strength?: number }
  | { readonly remove: 'tie'; readonly between: readonly [number, number] }
  /** The newcomer gets the next number, is inside, answers, and belongs to no group. */
  | { readonly add: 'actor'; readonly tiedTo: readonly number[] }
  /** Those after it move up by one number. */
  | { readonly remove: 'actor'; readonly actor: number }

/**
 * The analysis of what a network would be after one change. All measures can be taken of it, with the same results as of
 * a network made anew, doubles to 1e-9.
 *
 * What is dear is taken from the analysis before, where that is less work: the distances of all actors, by searching again
 * from those whom the change brings nearer or farther; betweenness, from those some of whose shortest paths it changes,
 * within the block that holds it. What remains is computed anew: directed graphs, samples, and whatever takes no more than
 * a walk over the ties. Throws RangeError for a change that cannot be made.
 */
export function afterChange(before: Analysis, change: Change): Analysis {
  const { subject } = before
  const after = subjectAfter(subject, change)
  if (subject.graph.directed) return new Analysis(after, before.workers)
  let made: Known | undefined
  const known = () => (made ??= new Known(subject.graph, after.graph, change))
  const sampled = !subject.exact && Math.max(subject.graph.nodeCount, after.graph.nodeCount) > mostExact
  return new Analysis(
    after,
    before.workers,
    new Map<unknown, (analysis: Analysis) => unknown>([
      [distancesToEach, (analysis) => known().distances(before) ?? distancesToEach(analysis)],
      [nodeBetweenness, (analysis) => (sampled ? null : known().betweenness(before)) ?? nodeBetweenness(analysis)],
    ]),
  )
}

/** From the sums before to those after. */
class Known {
  readonly #link: Link
  readonly #isGain: boolean
  /** Node before of each node after; -1 for a newcomer. */
  readonly #origin: Int32Array
  readonly #brought: Int32Array
  readonly #rerouted: Int32Array
  readonly #region: ReturnType<typeof regionOf>

  constructor(before: Graph, after: Graph, change: Change) {
    this.#link = linkOf(before, after, change)
    this.#isGain = 'add' in change
    this.#origin = originOf(before.nodeCount, change)
    const spread = spreadOf(this.#link)
    this.#brought = brought(this.#link, spread)
    this.#region = regionOf(this.#link)
    const isChanged = new Set(rerouted(this.#link, spread))
    this.#rerouted = this.#region.nodes.filter((u) => isChanged.has(u))
  }

  /** Searches that it takes, of as many as there are actors when everything is computed anew. */
  get #distanceEffort(): number {
    return 2 * this.#brought.length
  }

  /** In searches of the whole network: those of a block count by its share of the ties. */
  get #betweennessEffort(): number {
    const { nodes } = this.#region
    if (nodes.length === 2) return 2
    const isInside = new Set(nodes)
    const { edgeCount, sources, targets } = this.#link.with
    const inside = sources.filter((u, e) => isInside.has(u) && isInside.has(targets[e]!)).length
    return (2 * this.#rerouted.length * inside) / Math.max(1, edgeCount)
  }

  /** Null: computing anew is less work. */
  distances(before: Analysis): DistanceSums | null {
    if (this.#distanceEffort >= this.#origin.length) return null
    const known = before.once(distancesToEach)
    const { gain } = distanceGain(this.#link, this.#brought)
    const reached = this.#changed(known.reached, gain.reached)
    const harmonic = this.#changed(known.harmonic, gain.harmonic)
    return {
      reached,
      far: this.#changed(known.far, gain.far),
      // Rounding leaves crumbs where nobody is reached any more.
      harmonic: harmonic.map((sum, v) => (reached[v] === 0 ? 0 : sum)),
      within2: this.#changed(known.within2, gain.within2),
      pairsAt: this.#changedPairs(known.pairsAt, gain.pairsAt),
    }
  }

  /** Null: computing anew is less work. */
  betweenness(before: Analysis): Betweenness | null {
    if (dearness * this.#betweennessEffort >= this.#origin.length) return null
    const { nodes } = before.once(nodeBetweenness)
    const { gain } = betweennessGain(this.#link, this.#region, this.#rerouted)
    const changed = this.#changed(nodes, gain)
    const crumbs = (u: number) => 1e-12 * (nodes[this.#origin[u]!] ?? 0)
    return { nodes: changed.map((value, u) => (value <= crumbs(u) ? 0 : value)), edges: null, sample: null }
  }

  #changed(known: Float64Array, gain: Float64Array): Float64Array {
    const sign = this.#isGain ? 1 : -1
    // Only a newcomer has no number before; it has the last one with the link.
    return Float64Array.from(this.#origin, (u) => (u < 0 ? gain[gain.length - 1]! : known[u]! + sign * gain[u]!))
  }

  #changedPairs(known: readonly number[], gain: readonly number[]): number[] {
    const sign = this.#isGain ? 1 : -1
    const length = Math.max(known.length, gain.length)
    const pairs = Array.from({ length }, (_, distance) => (known[distance] ?? 0) + sign * (gain[distance] ?? 0))
    while (pairs.length > 1 && pairs.at(-1) === 0) pairs.pop()
    return pairs
  }
}

/** What a search by itself takes, in searches of a whole betweenness, whose core is folded and searched from several at once. */
const dearness = 3

function linkOf(before: Graph, after: Graph, change: Change): Link {
  if ('between' in change) {
    const ends = Int32Array.from(change.between)
    const [larger, smaller] = 'add' in change ? [after, before] : [before, after]
    return { with: larger, without: smaller, ends, newcomer: null }
  }
  if ('add' in change) {
    const without = graphOf({ ...before, nodeCount: after.nodeCount })
    return { with: after, without, ends: Int32Array.from(change.tiedTo), newcomer: before.nodeCount }
  }
  const { actor } = change
  const ends = before.out.neighbors.slice(before.out.offsets[actor]!, before.out.offsets[actor + 1]!)
  return { with: before, without: keeping(before, (u, v) => u !== actor && v !== actor), ends, newcomer: actor }
}

function originOf(nodeCount: number, change: Change): Int32Array {
  const same = Int32Array.from({ length: nodeCount }, (_, u) => u)
  if ('tiedTo' in change) return Int32Array.of(...same, -1)
  return 'actor' in change ? same.filter((u) => u !== change.actor) : same
}

function subjectAfter(subject: Subject, change: Change): Subject {
  const { partition, external, modes, silent } = subject
  if (modes && 'tiedTo' in change) throw new RangeError('of a network of two modes only actors can be removed')
  const origin = originOf(subject.graph.nodeCount, change)
  const marks = (column: Uint8Array | null) => column && Uint8Array.from(origin, (u) => (u < 0 ? 0 : column[u]!))
  const groups = ({ names, groupOf }: Partition) => ({
    names,
    groupOf: Int32Array.from(origin, (u) => (u < 0 ? -1 : groupOf[u]!)),
  })
  return {
    ...subject,
    graph: graphAfter(subject.graph, change),
    partition: partition && groups(partition),
    external: marks(external),
    modes: marks(modes),
    silent: marks(silent),
  }
}

/** Throws RangeError for a change that cannot be made. */
export function graphAfter(graph: Graph, change: Change): Graph {
  const { nodeCount, directed } = graph
  const isSame = (u: number, v: number, [a, b]: readonly [number, number]) =>
    (u === a && v === b) || (!directed && u === b && v === a)
  if ('tiedTo' in change) {
    return withTies(
      graph,
      nodeCount + 1,
      change.tiedTo.map((u) => [nodeCount, u] as const),
      1,
    )
  }
  if ('actor' in change) {
    const { actor } = change
    if (!(actor >= 0 && actor < nodeCount)) throw new RangeError(`no actor ${actor} among ${nodeCount}`)
    const kept = keeping(graph, (u, v) => u !== actor && v !== actor)
    const moved = (u: number) => (u > actor ? u - 1 : u)
    const { sources, targets } = kept
    return graphOf({ ...kept, nodeCount: nodeCount - 1, sources: sources.map(moved), targets: targets.map(moved) })
  }
  const [u, v] = change.between
  if ('add' in change) return withTies(graph, nodeCount, [change.between], change.strength ?? 1)
  const kept = keeping(graph, (a, b) => !isSame(a, b, change.between))
  if (kept.edgeCount === graph.edgeCount) throw new RangeError(`no tie between ${u} and ${v} to remove`)
  return kept
}

/** Throws on a tie that is there already. */
function withTies(
  graph: Graph,
  nodeCount: number,
  ties: readonly (readonly [number, number])[],
  strength: number,
): Graph {
  const { directed, sources, targets, weights } = graph
  const known = new Set(Array.from(sources, (u, e) => pairName(u, targets[e]!, directed)))
  for (const [u, v] of ties) {
    const name = pairName(u, v, directed)
    if (known.has(name)) throw new RangeError(`${u} and ${v} are tied already`)
    known.add(name)
  }
  return graphOf({
    directed,
    nodeCount,
    sources: [...sources, ...ties.map(([u]) => u)],
    targets: [...targets, ...ties.map(([, v]) => v)],
    weights: weights && [...weights, ...ties.map(() => strength)],
  })
}

function pairName(u: number, v: number, directed: boolean): string {
  return directed || u < v ? `${u} ${v}` : `${v} ${u}`
}

function keeping(graph: Graph, isKept: (u: number, v: number) => boolean): Graph {
  const { sources, targets, weights } = graph
  const kept = [...sources.keys()].filter((e) => isKept(sources[e]!, targets[e]!))
  return graphOf({
    ...graph,
    sources: kept.map((e) => sources[e]!),
    targets: kept.map((e) => targets[e]!),
    weights: weights && kept.map((e) => weights[e]!),
  })
}
