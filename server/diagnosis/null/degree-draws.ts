import type { Graph } from '../../network/graph.ts'
import { placePenalty } from './class-penalty.ts'
import { CutOff } from './cut-off.ts'
import { DrawRows } from './draw-rows.ts'
import { Rewiring, type Slots, slotsOf } from './rewiring.ts'

/** What is counted on every draw of Null A. */
export interface DegreeField {
  /** Undirected. */
  readonly graph: Graph
  /** See `Constraints.unasked`. */
  readonly unasked: Uint8Array | null
  /** Members of each group. */
  readonly groups: readonly Int32Array[]
  /** Ends of the ties, 2i and 2i + 1, that are there in every draw when it is asked who cuts off whom: those that shared spaces make. */
  readonly staying: Int32Array
  /** Class of a tie between two nodes in each reading of the profile, see `TieClasses`; null: none. */
  readonly classes: TieClasses | null
  /** Place of each node, -1 unknown: ties inside places are kept too, softly and in all. Null: places play no part, which is Null A. */
  readonly placeOf: Int32Array | null
}

/**
 * Readings sort every tie into one class, by its two ends and by whether its kind is vertical, which it stays in every draw: what is attached to a tie
 * travels with it. `classOf(u, v)` is `table[labelOf[u] * labelCount + labelOf[v]]`.
 */
export interface TieClasses {
  readonly labelOf: Int32Array
  readonly labelCount: number
  readonly readings: readonly {
    readonly classCount: number
    /** -1: counted in no class. */
    readonly table: Int32Array
    /** Class of a vertical tie instead, where the table has one at all; -1: verticality plays no part. */
    readonly vertical: number
  }[]
  readonly vertical: Uint8Array
  /** 1 for actors whose partners with `beyond` 1 make them open: breadth counts those that have one. */
  readonly counted: Uint8Array
  readonly beyond: Uint8Array
}

/** Rows are statistics, columns are draws. */
export interface DegreeDraws {
  readonly draws: number
  /** By group: ties and triangles inside. */
  readonly groupTies: readonly Int32Array[]
  readonly groupTriangles: readonly Int32Array[]
  /** In the whole network. */
  readonly triangles: Int32Array
  /** The most actors that one cuts off by leaving. */
  readonly largestCut: Int32Array
  /** By reading, then class. */
  readonly classTies: readonly (readonly Int32Array[])[]
  /** Counted actors with a partner beyond. */
  readonly openActors: Int32Array
}

/** How strongly draws hold to the ties inside places: at 1 two dozen of them slip away where communes bring actors together ten times as much. */
const hold = 3
/**
 * Proposals before the first draw and between two draws, per tie: lag-1 autocorrelation of transitivity is then below 0.04. Where places are kept
 * some proposals are refused, and there are more.
 */
const pace = { anywhere: { burnIn: 30, spacing: 5 }, places: { burnIn: 60, spacing: 10 } } as const

/** Draws of one chain, which `stream` names. Chains with other names are independent: any number of them make one sample. */
export function drawDegrees(field: DegreeField, draws: number, stream: string): DegreeDraws {
  const { graph, unasked, placeOf } = field
  const chain = new Rewiring(graph, { unasked, mixing: null }, stream, placeOf && placePenalty(placeOf, hold))
  const { burnIn, spacing } = placeOf ? pace.places : pace.anywhere
  const count = new Counter(field, chain, draws)
  chain.advance(burnIn * chain.movable)
  for (let draw = 0; draw < draws; draw++) {
    chain.advance(spacing * chain.movable)
    count.take(draw)
  }
  return count.counts
}

/** The same counts on the network itself: one draw that is what was observed. */
export function observeDegrees(field: DegreeField): DegreeDraws {
  const count = new Counter(field, slotsOf(field.graph), 1)
  count.take(0)
  return count.counts
}

/** Samples end to end. */
export function joinDegreeDraws(parts: readonly DegreeDraws[]): DegreeDraws {
  const [first] = parts
  if (!first) throw new RangeError('no draws to join')
  const join = (pick: (part: DegreeDraws) => Int32Array) => {
    const joined = new Int32Array(parts.reduce((sum, part) => sum + part.draws, 0))
    let offset = 0
    for (const part of parts) {
      joined.set(pick(part), offset)
      offset += part.draws
    }
    return joined
  }
  const joinEach = (pick: (part: DegreeDraws) => readonly Int32Array[]) =>
    pick(first).map((_, row) => join((part) => pick(part)[row]!))
  return {
    draws: parts.reduce((sum, part) => sum + part.draws, 0),
    groupTies: joinEach((part) => part.groupTies),
    groupTriangles: joinEach((part) => part.groupTriangles),
    triangles: join((part) => part.triangles),
    largestCut: join((part) => part.largestCut),
    classTies: first.classTies.map((_, reading) => joinEach((part) => part.classTies[reading]!)),
    openActors: join((part) => part.openActors),
  }
}

class Counter {
  readonly counts: DegreeDraws
  readonly #field: DegreeField
  readonly #slots: Slots
  readonly #rows: DrawRows
  /** Groups of each node, one bit each, `#words` words of 32 a node. */
  readonly #membership: Int32Array
  readonly #words: number
  /** The last draw in which each actor was found open. */
  readonly #openAt: Int32Array
  /** Ties of the draw and those that stay. */
  readonly #allEnds: Int32Array
  readonly #allRows: DrawRows
  readonly #cutOff: CutOff

  constructor(field: DegreeField, slots: Slots, draws: number) {
    const { groups, classes, staying } = field
    const rows = (count: number) => Array.from({ length: count }, () => new Int32Array(draws))
    this.#field = field
    this.#slots = slots
    this.#rows = new DrawRows(slots.nodeCount, slots.ends)
    this.#words = (groups.length + 31) >>> 5
    this.#membership = new Int32Array(slots.nodeCount * this.#words)
    groups.forEach((members, group) => {
      for (const node of members) this.#membership[node * this.#words + (group >>> 5)]! |= 1 << group
    })
    this.#openAt = new Int32Array(slots.nodeCount).fill(-1)
    this.#allEnds = staying.length === 0 ? slots.ends : Int32Array.from([...slots.ends, ...staying])
    this.#allRows = staying.length === 0 ? this.#rows : new DrawRows(slots.nodeCount, this.#allEnds)
    this.#cutOff = new CutOff(this.#allRows)
    this.counts = {
      draws,
      groupTies: rows(groups.length),
      groupTriangles: rows(groups.length),
      triangles: new Int32Array(draws),
      largestCut: new Int32Array(draws),
      classTies: (classes?.readings ?? []).map(({ classCount }) => rows(classCount)),
      openActors: new Int32Array(draws),
    }
  }

  take(draw: number): void {
    this.#countTies(draw)
    this.#countTriangles(draw)
    this.#countCuts(draw)
    if (this.#field.classes) this.#countClasses(this.#field.classes, draw)
  }

  #countTies(draw: number): void {
    const { groupTies } = this.counts
    const { ends } = this.#slots
    const membership = this.#membership
    const words = this.#words
    for (let i = 0; i < ends.length; i += 2) {
      const u = ends[i]!
      const v = ends[i + 1]!
      for (let word = 0; word < words; word++) {
        let shared = membership[u * words + word]! & membership[v * words + word]!
        while (shared !== 0) {
          groupTies[32 * word + 31 - Math.clz32(shared & -shared)]![draw]!++
          shared &= shared - 1
        }
      }
    }
  }

  #countTriangles(draw: number): void {
    const { groupTriangles, triangles } = this.counts
    const membership = this.#membership
    const words = this.#words
    this.#rows.read(this.#slots.ends)
    this.#rows.forEachTriangle((u, v, w) => {
      triangles[draw]!++
      for (let word = 0; word < words; word++) {
        let shared = membership[u * words + word]! & membership[v * words + word]! & membership[w * words + word]!
        while (shared !== 0) {
          groupTriangles[32 * word + 31 - Math.clz32(shared & -shared)]![draw]!++
          shared &= shared - 1
        }
      }
    })
  }

  #countCuts(draw: number): void {
    if (this.#allRows !== this.#rows) {
      this.#allEnds.set(this.#slots.ends)
      this.#allRows.read(this.#allEnds)
    }
    this.counts.largestCut[draw] = this.#cutOff.count()
  }

  #countClasses({ labelOf, labelCount, readings, vertical, counted, beyond }: TieClasses, draw: number): void {
    const { ends, edgeOf } = this.#slots
    const { classTies, openActors } = this.counts
    const openAt = this.#openAt
    for (let slot = 0; slot < edgeOf.length; slot++) {
      const u = ends[2 * slot]!
      const v = ends[2 * slot + 1]!
      const pair = labelOf[u]! * labelCount + labelOf[v]!
      for (let reading = 0; reading < readings.length; reading++) {
        const { table, vertical: verticalClass } = readings[reading]!
        const byLabels = table[pair]!
        if (byLabels < 0) continue
        const tieClass = verticalClass >= 0 && vertical[edgeOf[slot]!] ? verticalClass : byLabels
        classTies[reading]![tieClass]![draw]!++
      }
      if (beyond[v] && counted[u] && openAt[u] !== draw) {
        openAt[u] = draw
        openActors[draw]!++
      }
      if (beyond[u] && counted[v] && openAt[v] !== draw) {
        openAt[v] = draw
        openActors[draw]!++
      }
    }
  }
}
