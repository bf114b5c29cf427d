import type { Partition } from '../analysis/measure.ts'
import { partitionOf } from '../analysis/partition.ts'
import { type Graph, undirectedSupport, unweighted } from '../network/graph.ts'
import { type Case, type Group, type Tied, vouching } from './case.ts'
import { placesOfColumn } from './places.ts'

/** A network that came without a territory: an edge list and a table of its nodes. */
export interface BareNetwork {
  readonly actors: readonly string[]
  /** Arcs are what their source says; ties are vouched for by every end that answered. */
  readonly graph: Graph
  /** Words for what its ties are; absent: nobody says. */
  readonly relation?: readonly string[]
  /** The group of each node; null: none. A declared group is what is tested, so each name is one. */
  readonly groups: readonly (string | null)[]
  /** The place of each node; null: unknown; absent: not recorded. */
  readonly places?: readonly (string | null)[]
  /** Whether each node answered; null for one that was not asked, and for all: everyone did. */
  readonly answered: readonly (boolean | null)[] | null
  /** Whether each node lies outside the territory; null: none does. */
  readonly outside: readonly boolean[] | null
  /** The same network earlier. */
  readonly previous?: Omit<BareNetwork, 'previous'>
}

/** The case of a bare network: a survey whose roster is the nodes inside, but those that were not asked. */
export function caseOfNetwork(network: BareNetwork): Case {
  const { actors, graph, groups } = network
  const outside = flags(network.outside, actors.length)
  const silent = network.answered ? Uint8Array.from(network.answered, (did) => (did ? 0 : 1)) : outside.map(() => 0)
  const tied = tiedOf(graph, silent)
  const spheres = partitionOf(groups)
  return {
    actors,
    wave: '',
    basis: 'survey',
    relation: network.relation ?? [],
    declared: tied,
    namesReporters: graph.directed,
    all: tied,
    shared: new Int32Array(),
    silent,
    asked: outside.map((flag, node) => (flag || network.answered?.[node] === null ? 0 : 1)),
    outside,
    spheres,
    communes: partitionOf(actors.map(() => null)),
    places: network.places ? placesOfColumn(partitionOf(network.places)) : null,
    outsideKinds: { names: spheres.names, groupOf: spheres.groupOf.map((group, node) => (outside[node] ? group : -1)) },
    levels: null,
    groups: groupsOf(spheres, outside),
    previous: network.previous ? previousOf(network.previous, actors) : null,
    programme: null,
  }
}

function previousOf(network: Omit<BareNetwork, 'previous'>, actors: readonly string[]) {
  const nodeOf = new Map(network.actors.map((name, node) => [name, node]))
  return { case: caseOfNetwork(network), nodeOf: Int32Array.from(actors, (name) => nodeOf.get(name) ?? -1) }
}

/** Like a sphere, a group of the column is its actors inside: a partner of the same name outside the territory is an opening. */
function groupsOf({ names, groupOf }: Partition, outside: Uint8Array): Group[] {
  const inside = [...groupOf.keys()].filter((node) => !outside[node])
  return names.map((id, group) => ({
    id,
    kind: 'column',
    members: Int32Array.from(inside.filter((node) => groupOf[node] === group)),
  }))
}

function tiedOf(graph: Graph, silent: Uint8Array): Tied {
  const support = unweighted(undirectedSupport(graph))
  const { sources, targets, edgeCount } = support
  const vouched = new Uint8Array(edgeCount)
  if (graph.directed) {
    const arcs = new Set<number>()
    const arc = (u: number, v: number) => u * graph.nodeCount + v
    for (let e = 0; e < graph.edgeCount; e++) arcs.add(arc(graph.sources[e]!, graph.targets[e]!))
    for (let e = 0; e < edgeCount; e++) {
      const [u, v] = [sources[e]!, targets[e]!]
      vouched[e] =
        (arcs.has(arc(u, v)) ? vouchedBy(silent, u, vouching.source) : 0) |
        (arcs.has(arc(v, u)) ? vouchedBy(silent, v, vouching.target) : 0)
    }
  } else {
    for (let e = 0; e < edgeCount; e++) {
      const [u, v] = [sources[e]!, targets[e]!]
      vouched[e] = (silent[u] ? 0 : vouching.source) | (silent[v] ? 0 : vouching.target) || vouching.elsewhere
    }
  }
  const weights = graph.weights ? undirectedSupport(graph).weights : null
  return {
    graph: support,
    vouched,
    families: new Uint8Array(edgeCount),
    strength: weights ? Float64Array.from(weights) : new Float64Array(edgeCount).fill(Number.NaN),
    vertical: new Uint8Array(edgeCount),
    silence: new Float64Array(edgeCount).fill(Number.NaN),
    vitality: new Float64Array(edgeCount).fill(Number.NaN),
    lastContact: new Array<null>(edgeCount).fill(null),
  }
}

/** What an arc says although its source did not answer is known from elsewhere. */
function vouchedBy(silent: Uint8Array, node: number, end: number): number {
  return silent[node] ? vouching.elsewhere : end
}

function flags(marks: readonly boolean[] | null, length: number): Uint8Array {
  return marks ? Uint8Array.from(marks, Number) : new Uint8Array(length)
}
