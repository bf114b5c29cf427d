import type { Partition } from '../analysis/measure.ts'
import type { Random } from '../analysis/random.ts'
import { sampleWithout } from '../diagnosis/statistics/resampling.ts'
import { type Graph, graphOf } from '../network/graph.ts'
import { answered, type Ground, type Said, type Side, silent, speakers } from './ground.ts'

/** The network of some actors in one wave, as some of them tell of it. */
export interface Snapshot {
  /** Actors of the ground, in ascending order: node i is actor nodes[i]. */
  readonly nodes: Int32Array
  /** Undirected: tied when one that is listened to says so. */
  readonly graph: Graph
  /** Bits of `speakers` of each edge: who of those listened to told of it. */
  readonly told: Uint8Array
  /** 1 for those whose word counts. */
  readonly speaks: Uint8Array
  readonly outside: Uint8Array
  readonly spheres: Partition
  readonly outsideKinds: Partition
  /** Pairs that somebody listened to was asked about. */
  readonly observedPairs: number
}

export interface Listening {
  /** Actors of the ground. */
  readonly among: (actor: number) => boolean
  readonly to: (actor: number) => boolean
  /** Whether what is nobody's word counts too. */
  readonly elsewhere: boolean
}

type Common = Pick<Ground, 'outside' | 'spheres' | 'outsideKinds'>

export function snapshotOf(common: Common, side: Side, listening: Listening): Snapshot {
  const { among, to, elsewhere } = listening
  const nodes = Int32Array.from(side.standing.keys()).filter((actor) => among(actor))
  const nodeOf = new Int32Array(side.standing.length).fill(-1)
  nodes.forEach((actor, node) => {
    nodeOf[actor] = node
  })
  const isHeard = ({ u, v, speaker }: Said) => {
    // As in `observedPairs`: not between two outside, nor where neither end is listened to.
    if ((common.outside[u] && common.outside[v]) || (!to(u) && !to(v))) return false
    return speaker === speakers.elsewhere ? elsewhere : to(speaker === speakers.low ? u : v)
  }
  const [sources, targets, told] = [[] as number[], [] as number[], [] as number[]]
  for (const said of side.said) {
    const [u, v] = [nodeOf[said.u]!, nodeOf[said.v]!]
    if (u < 0 || v < 0 || !isHeard(said)) continue
    const last = sources.length - 1
    // Declarations come pair by pair.
    if (last >= 0 && sources[last] === u && targets[last] === v) {
      told[last]! |= said.speaker
      continue
    }
    sources.push(u)
    targets.push(v)
    told.push(said.speaker)
  }
  return {
    nodes,
    graph: graphOf({ directed: false, nodeCount: nodes.length, sources, targets }),
    told: Uint8Array.from(told),
    ...attributesOf(common, nodes, to),
  }
}

/** The whole of a wave: its roster, as all that answered and all else that is known tell of it. */
export function wholeOf(common: Common, side: Side): Snapshot {
  return snapshotOf(common, side, {
    among: (u) => side.standing[u]! >= silent,
    to: (u) => side.standing[u] === answered,
    elsewhere: true,
  })
}

/** The same without some nodes. */
export function without(snapshot: Snapshot, isGone: (node: number) => boolean): Snapshot {
  const { nodes, graph, told, speaks, outside, spheres, outsideKinds } = snapshot
  const kept = Int32Array.from(nodes.keys()).filter((node) => !isGone(node))
  const place = new Int32Array(nodes.length).fill(-1)
  kept.forEach((node, i) => {
    place[node] = i
  })
  const edges = [...told.keys()].filter((e) => place[graph.sources[e]!]! >= 0 && place[graph.targets[e]!]! >= 0)
  const [left, out] = [kept.map((node) => speaks[node]!), kept.map((node) => outside[node]!)]
  return {
    nodes: kept.map((node) => nodes[node]!),
    graph: graphOf({
      directed: false,
      nodeCount: kept.length,
      sources: edges.map((e) => place[graph.sources[e]!]!),
      targets: edges.map((e) => place[graph.targets[e]!]!),
    }),
    told: Uint8Array.from(edges, (e) => told[e]!),
    speaks: Uint8Array.from(left),
    outside: Uint8Array.from(out),
    spheres: picked(spheres, kept),
    outsideKinds: picked(outsideKinds, kept),
    observedPairs: observedPairs(left, out),
  }
}

function attributesOf({ outside, spheres, outsideKinds }: Common, nodes: Int32Array, to: (actor: number) => boolean) {
  const speaks = Uint8Array.from(nodes, (actor) => (to(actor) ? 1 : 0))
  const out = Uint8Array.from(nodes, (actor) => outside[actor]!)
  return {
    speaks,
    outside: out,
    spheres: picked(spheres, nodes),
    outsideKinds: picked(outsideKinds, nodes),
    observedPairs: observedPairs(speaks, out),
  }
}

function picked({ names, groupOf }: Partition, nodes: Int32Array): Partition {
  return { names, groupOf: nodes.map((node) => groupOf[node]!) }
}

function observedPairs(speaks: ArrayLike<number>, outside: ArrayLike<number>): number {
  const sizes = [0, 0, 0, 0]
  for (let u = 0; u < speaks.length; u++) sizes[speaks[u]! | (outside[u]! << 1)]!++
  const pairs = (n: number) => (n * (n - 1)) / 2
  const [mute = 0, speaking = 0, muteOut = 0, speakingOut = 0] = sizes
  const all = pairs(speaks.length)
  const unheard = pairs(mute + muteOut)
  const bothOut = pairs(muteOut + speakingOut)
  return speaking + speakingOut === 0 ? 0 : all - unheard - bothOut + pairs(muteOut)
}

/** The same without a share of its ties, drawn at random. */
export function thinned(snapshot: Snapshot, share: number, random: Random): Snapshot {
  const { graph, told } = snapshot
  const all = new Int32Array(told.length)
  for (let e = 0; e < all.length; e++) all[e] = e
  const count = Math.round((1 - share) * told.length)
  const isKept = new Uint8Array(told.length)
  for (const e of sampleWithout(all, count, random)) isKept[e] = 1
  const edges = all.filter((e) => isKept[e] === 1)
  return withTies(snapshot, {
    sources: edges.map((e) => graph.sources[e]!),
    targets: edges.map((e) => graph.targets[e]!),
    told: told.filter((_, e) => isKept[e] === 1),
  })
}

/** The same actors with other ties, each of two nodes and told by some. */
export function withTies(
  snapshot: Snapshot,
  { sources, targets, told }: Readonly<Record<'sources' | 'targets' | 'told', ArrayLike<number>>>,
): Snapshot {
  const { nodeCount } = snapshot.graph
  return { ...snapshot, graph: graphOf({ directed: false, nodeCount, sources, targets }), told: Uint8Array.from(told) }
}
