import { partitionOf } from '../analysis/partition.ts'
import { compareText } from '../domain/perimeter.ts'
import type { Graph } from '../network/graph.ts'
import {
  absent,
  answered,
  type Basis,
  contradictedBy,
  type Ground,
  named,
  Sayings,
  type Side,
  silent,
} from './ground.ts'

/** One wave that came without a territory: an edge list and a roster. */
export interface BareWave {
  readonly wave: string
  readonly date?: string
  readonly basis?: Basis
  /** Names of the nodes of the graph: the roster, and those named in `offRoster`. */
  readonly actors: readonly string[]
  /** Arcs are what their source says. An undirected tie is what both its ends say, if they answered, and known otherwise. */
  readonly graph: Graph
  /** Whether each node answered; null for one that was not asked, and for all: everyone did. */
  readonly answered?: readonly (boolean | null)[] | null
  /** Actors that are on no roster: whether they were there is not known. */
  readonly offRoster?: ReadonlySet<string>
  /** By name. */
  readonly spheres?: ReadonlyMap<string, string>
  readonly outside?: ReadonlySet<string>
}

/** Waves of bare networks, on one kind of tie. An actor is of the sphere that the latest wave to name one says. */
export function groundOfNetworks(waves: readonly BareWave[], kind = 'tie'): Ground {
  const ids = [...new Set(waves.flatMap(({ actors }) => actors))].sort(compareText)
  const nodeOf = new Map(ids.map((id, node) => [id, node]))
  const latest = waves.toReversed()
  const sphereOf = (id: string) => latest.map(({ spheres }) => spheres?.get(id)).find((name) => name !== undefined)
  const outside = Uint8Array.from(ids, (id) => (waves.some((wave) => wave.outside?.has(id)) ? 1 : 0))
  const spheres = partitionOf(ids.map(sphereOf))
  return {
    actors: ids,
    outside,
    spheres,
    outsideKinds: { names: spheres.names, groupOf: spheres.groupOf.map((group, u) => (outside[u] ? group : -1)) },
    levels: null,
    kinds: [kind],
    sides: waves.map((wave) => sideOf(wave, ids.length, nodeOf)),
  }
}

function sideOf(bare: BareWave, size: number, nodeOf: ReadonlyMap<string, number>): Side {
  const { wave, date = null, basis = 'survey', actors, graph, answered: replies, offRoster } = bare
  const nodes = actors.map((id) => nodeOf.get(id) ?? -1)
  const standing = new Uint8Array(size).fill(absent)
  const asked = new Uint8Array(size)
  nodes.forEach((node, i) => {
    const isListed = !offRoster?.has(actors[i] ?? '')
    const reply = replies ? replies[i] : true
    standing[node] = !isListed ? named : reply ? answered : silent
    asked[node] = !isListed || reply === null ? 0 : 1
  })
  const said = new Sayings(size, 1)
  const say = (s: number, t: number, speaker: number, strength: number) => said.add(s, t, speaker, 0, strength, -1)
  for (let e = 0; e < graph.edgeCount; e++) {
    const [s, t] = [nodes[graph.sources[e]!]!, nodes[graph.targets[e]!]!]
    const strength = graph.weights ? graph.weights[e]! : Number.NaN
    if (graph.directed) {
      say(s, t, s, strength)
      continue
    }
    const heard = [s, t].filter((node) => standing[node] === answered)
    for (const node of heard) say(s, t, node, strength)
    if (heard.length === 0) say(s, t, -1, strength)
  }
  const all = said.sorted()
  const contradicted = contradictedBy(all, standing)
  return { wave, date, basis, standing, asked, contradicted, namesSpeakers: graph.directed, said: all }
}
