import type { Graph } from '../../network/graph.ts'
import { PairTally } from '../statistics/combination.ts'
import { DrawRows } from './draw-rows.ts'
import { Rewiring, type Slots, slotsOf } from './rewiring.ts'

/** What is counted on every draw of Null B. */
export interface MixingField {
  /** Undirected. */
  readonly graph: Graph
  /** See `Constraints.unasked`. */
  readonly unasked: Uint8Array | null
  /** Sphere of each node, kept in mixing; nodes of no sphere (-1) mix as one. */
  readonly sphereOf: Int32Array
  /** The nodes that are tested. */
  readonly tested: Int32Array
}

/** By tested node, in how many draws it had so many triangles (closed) and so many partners of another sphere (open). */
export type MixingDraws = readonly PairTally[]

/** Per tie, as for Null A: four fifths of the proposals break the mixing and hold, so there are more of them. */
const burnIn = 60
const spacing = 15

/** Draws of one chain, which `stream` names. */
export function drawMixing(field: MixingField, draws: number, stream: string): PairCounts[] {
  const chain = new Rewiring(field.graph, { unasked: field.unasked, mixing: field.sphereOf }, stream)
  const counter = new Counter(field, chain)
  chain.advance(burnIn * chain.movable)
  for (let draw = 0; draw < draws; draw++) {
    chain.advance(spacing * chain.movable)
    counter.take()
  }
  return counter.tallies.map((tally) => [...tally.cells()])
}

/** A tally as it travels between threads. */
export type PairCounts = readonly { readonly closed: number; readonly open: number; readonly times: number }[]

/** Samples end to end. `degrees` of the tested nodes bound what can be open. */
export function joinMixingDraws(parts: readonly (readonly PairCounts[])[], degrees: readonly number[]): MixingDraws {
  return degrees.map((degree, i) => {
    const tally = new PairTally(degree)
    for (const part of parts) for (const { closed, open, times } of part[i] ?? []) tally.add(closed, open, times)
    return tally
  })
}

/** Triangles and partners of another sphere of each tested node, as observed. */
export function observeMixing(field: MixingField): { closed: number; open: number }[] {
  const counter = new Counter(field, slotsOf(field.graph))
  counter.take()
  return counter.tallies.map((tally) => {
    const [cell] = tally.cells()
    return { closed: cell?.closed ?? 0, open: cell?.open ?? 0 }
  })
}

class Counter {
  readonly tallies: PairTally[]
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
