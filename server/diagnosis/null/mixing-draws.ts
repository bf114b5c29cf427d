import type { Graph } from '../../network/graph.ts'
import { PairTally } from '../statistics/combination.ts'
import { placePenalty } from './class-penalty.ts'
import { DrawRows } from './draw-rows.ts'
import { BothPenalties, type Penalty, Rewiring, type Slots, slotsOf } from './rewiring.ts'
import { TrianglePenalty } from './triangle-penalty.ts'

/** What is counted on every draw of Null B, or of Null C. */
export interface MixingField {
  /** Undirected. */
  readonly graph: Graph
  /** See `Constraints.unasked`. */
  readonly unasked: Uint8Array | null
  /** Sphere of each node, kept in mixing; nodes of no sphere (-1) mix as one. */
  readonly sphereOf: Int32Array
  /** The nodes that are tested. */
  readonly tested: Int32Array
  /** Null C: the triangles of the whole network are kept too, and the ties inside places where those are known. Null: Null B. */
  readonly keeps: { readonly placeOf: Int32Array | null } | null
}

export interface MixingDraws {
  /** By tested node, in how many draws it had so many triangles (closed) and so many partners of another sphere (open). */
  readonly tallies: readonly PairTally[]
  /** Triangles of the whole network, on average. */
  readonly meanTriangles: number
}

/**
 * Proposals per tie before the first draw and between two draws: the lag-1 autocorrelation of what is counted of an actor is then 0.01 on average.
 * Those that change the number of triangles are mostly refused.
 */
const pace = { mixing: { burnIn: 24, spacing: 6 }, triangles: { burnIn: 80, spacing: 24 } } as const

function paceOf({ keeps }: MixingField) {
  return keeps ? pace.triangles : pace.mixing
}

/** Proposals that one draw takes. */
export function proposalsPerDraw(field: MixingField): number {
  return paceOf(field).spacing * field.graph.edgeCount
}

/** Draws of one chain, which `stream` names. */
export function drawMixing(field: MixingField, draws: number, stream: string): MixingCounts {
  const { graph, unasked, sphereOf } = field
  const chain = new Rewiring(graph, { unasked, mixing: sphereOf }, stream, penaltyOf(field))
  const counter = new Counter(field, chain)
  const { burnIn, spacing } = paceOf(field)
  chain.advance(burnIn * chain.movable)
  for (let draw = 0; draw < draws; draw++) {
    chain.advance(spacing * chain.movable)
    counter.take()
  }
  return { draws, pairs: counter.tallies.map((tally) => [...tally.cells()]), triangles: counter.allTriangles }
}

function penaltyOf({ graph, keeps }: MixingField): Penalty | null {
  if (!keeps) return null
  const triangles = new TrianglePenalty(graph)
  const { placeOf } = keeps
  if (!placeOf) return triangles
  // Mixing is kept as it is: of the classes of ties only places are left.
  return new BothPenalties(triangles, placePenalty(placeOf, 1))
}

/** A sample as it travels between threads. */
export interface MixingCounts {
  readonly draws: number
  /** By tested node. */
  readonly pairs: readonly (readonly { readonly closed: number; readonly open: number; readonly times: number }[])[]
  /** Over all draws. */
  readonly triangles: number
}

/** Samples end to end. `degrees` of the tested nodes bound what can be open. */
export function joinMixingDraws(parts: readonly MixingCounts[], degrees: readonly number[]): MixingDraws {
  const sum = (value: (part: MixingCounts) => number) => parts.reduce((total, part) => total + value(part), 0)
  return {
    tallies: degrees.map((degree, i) => {
      const tally = new PairTally(degree)
      for (const { pairs } of parts)
        for (const { closed, open, times } of pairs[i] ?? []) tally.add(closed, open, times)
      return tally
    }),
    meanTriangles: sum(({ triangles }) => triangles) / sum(({ draws }) => draws),
  }
}

/** Triangles and partners of another sphere of each tested node, and triangles of the whole network, as observed. */
export function observeMixing(field: MixingField): {
  readonly actors: readonly { readonly closed: number; readonly open: number }[]
  readonly triangles: number
} {
  const counter = new Counter(field, slotsOf(field.graph))
  counter.take()
  return {
    actors: counter.tallies.map((tally) => {
      const [cell] = tally.cells()
      return { closed: cell?.closed ?? 0, open: cell?.open ?? 0 }
    }),
    triangles: counter.allTriangles,
  }
}

class Counter {
  readonly tallies: PairTally[]
  /** Over all draws taken. */
  allTriangles = 0
  readonly #field: MixingField
  readonly #slots: Slots
  readonly #rows: DrawRows
  readonly #triangles: Int32Array

  constructor(field: MixingField, slots: Slots) {
    this.#field = field
    this.#slots = slots
    this.#rows = new DrawRows(slots.nodeCount, slots.ends)
    this.#triangles = new Int32Array(slots.nodeCount)
    const { offsets } = this.#rows
    this.tallies = Array.from(field.tested, (node) => new PairTally(offsets[node + 1]! - offsets[node]!))
  }

  take(): void {
    const { tested, sphereOf } = this.#field
    const triangles = this.#triangles.fill(0)
    this.#rows.read(this.#slots.ends)
    this.#rows.forEachTriangle((u, v, w) => {
      this.allTriangles++
      triangles[u]!++
      triangles[v]!++
      triangles[w]!++
    })
    const { offsets, neighbors } = this.#rows
    for (let i = 0; i < tested.length; i++) {
      const node = tested[i]!
      let open = 0
      for (let j = offsets[node]!, end = offsets[node + 1]!; j < end; j++) {
        if (sphereOf[neighbors[j]!] !== sphereOf[node]) open++
      }
      this.tallies[i]!.add(triangles[node]!, open)
    }
  }
}
