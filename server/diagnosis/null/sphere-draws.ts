import type { Graph } from '../../network/graph.ts'
import { type Affinities, ClassPenalty } from './class-penalty.ts'
import { DrawRows } from './draw-rows.ts'
import { Rewiring, type Slots, slotsOf } from './rewiring.ts'

/** What is counted between spheres on every draw of Null D. */
export interface SphereField {
  /** Undirected. */
  readonly graph: Graph
  /** See `Constraints.unasked`. */
  readonly unasked: Uint8Array | null
  /** Sphere of each node, -1 for one that no pair of spheres counts. */
  readonly sphereOf: Int32Array
  readonly sphereCount: number
  /** What is kept besides degrees; null: nothing, which is Null A. */
  readonly keeps: Pick<Affinities, 'inside' | 'placeOf'> | null
}

/** Rows are statistics, columns are draws. */
export interface SphereDraws {
  readonly draws: number
  /** By pair of spheres, see `pairIndex`. */
  readonly pairTies: readonly Int32Array[]
  /** Of actors who are not all of one sphere. */
  readonly triangles: Int32Array
}

/** Proposals per tie before the first draw and between two draws. */
const burnIn = 60
const spacing = 10

/** The place of an unordered pair of spheres, g = h included, among n (n + 1) / 2. */
export function pairIndex(g: number, h: number, sphereCount: number): number {
  const low = Math.min(g, h)
  const high = Math.max(g, h)
  return low * sphereCount - (low * (low - 1)) / 2 + high - low
}

/** Draws of one chain, which `stream` names. */
export function drawSpheres(field: SphereField, draws: number, stream: string): SphereDraws {
  const { graph, unasked, keeps } = field
  const penalty = keeps ? new ClassPenalty({ ...field, ...keeps }) : null
  const chain = new Rewiring(graph, { unasked, mixing: null }, stream, penalty)
  const counts = emptyDraws(field, draws)
  const rows = new DrawRows(chain.nodeCount, chain.ends)
  chain.advance(burnIn * chain.movable)
  for (let draw = 0; draw < draws; draw++) {
    chain.advance(spacing * chain.movable)
    take(field, chain, rows, counts, draw)
  }
  return counts
}

/** The same counts on the network itself: one draw that is what was observed. */
export function observeSpheres(field: SphereField): SphereDraws {
  const slots = slotsOf(field.graph)
  const counts = emptyDraws(field, 1)
  take(field, slots, new DrawRows(slots.nodeCount, slots.ends), counts, 0)
  return counts
}

/** Samples end to end. */
export function joinSphereDraws(parts: readonly SphereDraws[]): SphereDraws {
  const [first] = parts
  if (!first) throw new RangeError('no draws to join')
  const join = (pick: (part: SphereDraws) => Int32Array) => Int32Array.from(parts.flatMap((part) => [...pick(part)]))
  return {
    draws: parts.reduce((sum, part) => sum + part.draws, 0),
    pairTies: first.pairTies.map((_, pair) => join((part) => part.pairTies[pair]!)),
    triangles: join(({ triangles }) => triangles),
  }
}

function emptyDraws({ sphereCount }: SphereField, draws: number): SphereDraws {
  const pairs = (sphereCount * (sphereCount + 1)) / 2
  return {
    draws,
    pairTies: Array.from({ length: pairs }, () => new Int32Array(draws)),
    triangles: new Int32Array(draws),
  }
}

function take({ sphereOf, sphereCount }: SphereField, slots: Slots, rows: DrawRows, counts: SphereDraws, draw: number) {
  const { ends } = slots
  for (let i = 0; i < ends.length; i += 2) {
    const g = sphereOf[ends[i]!]!
    const h = sphereOf[ends[i + 1]!]!
    if (g >= 0 && h >= 0) counts.pairTies[pairIndex(g, h, sphereCount)]![draw]!++
  }
  rows.read(ends)
  rows.forEachTriangle((u, v, w) => {
    const sphere = sphereOf[u]!
    if (sphere < 0 || sphereOf[v] !== sphere || sphereOf[w] !== sphere) counts.triangles[draw]!++
  })
}
