import type { Graph } from '../network/graph.ts'
import type { Analysis, Measure } from './measure.ts'
import { type Random, randomStream } from './random.ts'

/**
 * Ideal patterns of a core and its periphery, one value per unordered pair:
 * - `missing`: 1 inside the core, 0 inside the periphery, pairs across left out; 2 to n - 2 actors in the core;
 * - `or`: 1 as soon as one end is in the core, 0 inside the periphery; 1 to n - 2 actors in the core.
 */
export type CoreModel = 'missing' | 'or'

/** Every division was tried: the optimum is proven, and so is the number of divisions that reach it. */
export interface ProvenCore {
  readonly provenOptimal: true
  /** Null when no division is defined: too few actors, no tie, or every pair tied. */
  readonly r: number | null
  readonly nOptima: number
  /** The first eight optimal cores in the order of a Gray code, node numbers ascending. */
  readonly cores: readonly Int32Array[]
}

/** The best of a search: r is a lower bound of the optimum. */
export interface FoundCore {
  readonly provenOptimal: false
  readonly r: number | null
  readonly core: Int32Array
  /** How many searches, and the fits they ended at. */
  readonly runs: number
  readonly between: readonly [lowest: number, highest: number]
}

/** Most actors for which every division is tried: 2^20 of them take some 80 ms. */
const mostEnumerated = 20

/**
 * The division of the actors into core and periphery whose ideal pattern correlates best with who is tied to whom:
 * Pearson's r over unordered pairs, -1..1.
 *
 * Many ordinary degree sequences reach r > 0.4, and `missing` has several optima on star-like graphs: read r beside
 * nOptima and a null model.
 * S. P. Borgatti, M. G. Everett (1999), Models of core/periphery structures. Social Networks 21:375-395.
 *
 * @param graph undirected; weights are ignored
 * @param silent 1 for actors that did not answer: pairs of two of them are left out; null: all answered
 */
export function coreAndPeriphery(
  graph: Graph,
  model: CoreModel,
  silent: Uint8Array | null,
  random: Random,
): ProvenCore | FoundCore {
  return graph.nodeCount <= mostEnumerated
    ? provenCore(graph, model, silent)
    : searchedCore(graph, model, silent, random)
}

function provenCore(graph: Graph, model: CoreModel, silent: Uint8Array | null): ProvenCore {
  const division = new Division(graph, model, silent)
  const cores: Int32Array[] = []
  let best = Number.NEGATIVE_INFINITY
  let nOptima = 0
  // A Gray code: each step moves one actor, the next one's number is how often the step divides by two.
  for (let step = 1; step < 2 ** division.nodeCount; step++) {
    division.move(31 - Math.clz32(step & -step))
    const r = division.fit
    if (Number.isNaN(r) || r < best - rounding) continue
    if (r > best + rounding) {
      best = r
      nOptima = 0
      cores.length = 0
    }
    nOptima++
    if (cores.length < 8) cores.push(division.core())
  }
  return { r: nOptima === 0 ? null : best, nOptima, cores, provenOptimal: true }
}

/**
 * Tabu search at every size of core (64 of them, evenly spread, when there are more), from the actors of most ties and from
 * the better of what the size before ended at; around each actor (the 128 of most ties); then, from the best core with a random fifth or less of the actors
 * moved, a free climb and a tabu search at the size it ends at, until 200 such starts in a row bring nothing.
 *
 * A core one actor larger is another problem, and r has a local optimum at nearly every size: climbs that may change the
 * size end at whichever is nearest to where they started.
 * F. Glover (1989), Tabu search. Part I. ORSA Journal on Computing 1:190-206.
 */
export function searchedCore(graph: Graph, model: CoreModel, silent: Uint8Array | null, random: Random): FoundCore {
  const division = new Division(graph, model, silent)
  const { nodeCount } = division
  let best = Number.NEGATIVE_INFINITY
  let lowest = Number.POSITIVE_INFINITY
  let runs = 0
  let core = new Int32Array(0)
  const reached = (r: number): boolean => {
    runs++
    lowest = Math.min(lowest, r)
    if (!(r > best + rounding)) return false
    best = r
    core = division.core()
    return true
  }
  const byTies = division.byTies()
  const sizes = Math.max(0, nodeCount - 1 - division.leastCore)
  const tried = Math.min(sizes, 64)
  for (let i = 0; i < tried; i++) {
    const size = division.leastCore + Math.floor((i * sizes) / tried)
    if (i > 0) {
      division.growTo(size)
      reached(division.searchSize(random))
    }
    const ended = division.core()
    const r = division.fit
    division.become(byTies.subarray(0, size))
    reached(division.searchSize(random))
    if (r > division.fit) division.become(ended)
  }
  const grownFrom = byTies.subarray(0, sizes > 0 ? 128 : 0)
  for (const u of grownFrom) {
    division.become([u])
    division.growToBest()
    division.climb()
    reached(division.searchSize(random))
  }
  for (let barren = 0; barren < 200 && core.length > 0; barren++) {
    const members = new Set(core)
    const moves = 2 + random() * (nodeCount / 5)
    for (let i = 0; i < moves; i++) toggle(members, Math.floor(random() * nodeCount))
    division.become(members)
    division.climb()
    if (reached(division.searchSize(random))) barren = 0
  }
  return { r: core.length === 0 ? null : best, core, provenOptimal: false, runs, between: [lowest, best] }
}

/** Fits closer than this are the same fit. */
const rounding = 1e-12

/** Swaps are sought among the pairs of so many leavers and joiners: of more, the best is seldom another. */
const mostShort = 8

/** r: the fit it leads to. */
interface Swap {
  readonly leaver: number
  readonly joiner: number
  readonly r: number
}

/** A core being changed actor by actor, with the counts from which its fit follows in O(1). */
class Division {
  readonly nodeCount: number
  readonly leastCore: number
  readonly #offsets: Int32Array
  readonly #neighbors: Int32Array
  readonly #model: CoreModel
  readonly #silent: Uint8Array
  readonly #silentCount: number
  /** Ties of each node, and those of them that reach the core. */
  readonly #ties: Int32Array
  readonly #toCore: Int32Array
  readonly #inCore: Uint8Array
  readonly #tieCount: number
  #coreSize = 0
  #silentInCore = 0
  #tiesInCore = 0
  #tiesInPeriphery: number

  constructor(graph: Graph, model: CoreModel, silent: Uint8Array | null) {
    const { nodeCount, out } = graph
    this.nodeCount = nodeCount
    this.leastCore = model === 'or' ? 1 : 2
    this.#model = model
    this.#silent = silent ?? new Uint8Array(nodeCount)
    this.#silentCount = this.#silent.reduce((sum, flag) => sum + flag, 0)
    this.#inCore = new Uint8Array(nodeCount)
    this.#toCore = new Int32Array(nodeCount)
    this.#ties = new Int32Array(nodeCount)
    this.#offsets = new Int32Array(nodeCount + 1)
    this.#neighbors = new Int32Array(out.neighbors.length)
    let slot = 0
    for (let u = 0; u < nodeCount; u++) {
      for (let i = out.offsets[u]!; i < out.offsets[u + 1]!; i++) {
        const v = out.neighbors[i]!
        if (!(this.#silent[u] && this.#silent[v])) this.#neighbors[slot++] = v
      }
      this.#offsets[u + 1] = slot
      this.#ties[u] = slot - this.#offsets[u]!
    }
    this.#tieCount = slot / 2
    this.#tiesInPeriphery = this.#tieCount
  }

  core(): Int32Array<ArrayBuffer> {
    const core = new Int32Array(this.#coreSize)
    let size = 0
    for (let u = 0; u < this.nodeCount; u++) if (this.#inCore[u]) core[size++] = u
    return core
  }

  byTies(): Int32Array {
    const nodes = Int32Array.from({ length: this.nodeCount }, (_, u) => u)
    return nodes.sort((u, v) => this.#ties[v]! - this.#ties[u]! || u - v)
  }

  become(members: Iterable<number>): void {
    const wanted = new Uint8Array(this.nodeCount)
    for (const u of members) wanted[u] = 1
    for (let u = 0; u < this.nodeCount; u++) if (wanted[u] !== this.#inCore[u]) this.move(u)
  }

  /** Into the core, or out of it. */
  move(u: number): void {
    const sign = this.#inCore[u] ? -1 : 1
    this.#inCore[u]! += sign
    this.#coreSize += sign
    this.#silentInCore += sign * this.#silent[u]!
    this.#tiesInCore += sign * this.#toCore[u]!
    this.#tiesInPeriphery -= sign * (this.#ties[u]! - this.#toCore[u]!)
    for (let i = this.#offsets[u]!; i < this.#offsets[u + 1]!; i++) this.#toCore[this.#neighbors[i]!]! += sign
  }

  /** NaN where it is not defined. */
  get fit(): number {
    return this.#fitOf(this.#coreSize, this.#silentInCore, this.#tiesInCore, this.#tiesInPeriphery)
  }

  /** Moves, then swaps, the most rewarding first, until none helps; the fit reached. */
  climb(): number {
    for (;;) {
      const before = this.fit
      const move = this.#bestMove()
      if (move.r > beaten(before)) {
        this.move(move.node)
        continue
      }
      const swap = this.#bestSwap(() => true)
      if (!(swap && swap.r > beaten(before))) return before
      this.#swap(swap)
    }
  }

  /** Actors join one by one, the one that fits best first, until the core has this size. */
  growTo(size: number): void {
    while (this.#coreSize < size) {
      const { node } = this.#bestMove((u) => this.#inCore[u] === 0)
      this.move(node)
    }
  }

  /** Actors join one by one, the one that fits best first, up to half of all; leaves the best size met. */
  growToBest(): void {
    let best = Number.NEGATIVE_INFINITY
    let core = this.core()
    while (this.#coreSize < this.nodeCount / 2) {
      const { node, r } = this.#bestMove((u) => this.#inCore[u] === 0)
      this.move(node)
      if (!(r > beaten(best))) continue
      best = r
      core = this.core()
    }
    this.become(core)
  }

  /**
   * Tabu search among the cores of this size: the best swap is made even where it loses, those it moved stay put for a
   * while, until as many swaps in a row as there are actors (50 to 200) bring nothing. Leaves the best core met; its fit.
   */
  searchSize(random: Random): number {
    let best = this.fit
    let core = this.core()
    const freeAt = new Int32Array(this.nodeCount)
    const patience = Math.min(200, Math.max(50, this.nodeCount))
    for (let now = 1, barren = 0; barren < patience; now++, barren++) {
      const swap = this.#bestSwap((u) => freeAt[u]! <= now)
      if (!swap) break
      this.#swap(swap)
      for (const u of [swap.leaver, swap.joiner]) freeAt[u] = now + 4 + Math.floor(random() * 8)
      if (!(this.fit > beaten(best))) continue
      best = this.fit
      core = this.core()
      barren = 0
    }
    this.become(core)
    return best
  }

  /** The move that fits best, of those allowed; node -1 without any. */
  #bestMove(isAllowed: (u: number) => boolean = () => true): { node: number; r: number } {
    const best = { node: -1, r: Number.NEGATIVE_INFINITY }
    for (let u = 0; u < this.nodeCount; u++) {
      if (!isAllowed(u)) continue
      const r = this.#fitWith(u, this.#inCore[u] ? -1 : 1)
      if (best.node >= 0 && !(r > best.r)) continue
      best.node = u
      best.r = Number.isNaN(r) ? Number.NEGATIVE_INFINITY : r
    }
    return best
  }

  /** The best swap of those who may move, among the pairs of the actors whose leaving, and whose joining, fits best. */
  #bestSwap(isFree: (u: number) => boolean): Swap | null {
    let best: Swap | null = null
    const joiners = this.#shortlist(0, isFree)
    const tiedToLeaver = new Uint8Array(this.nodeCount)
    for (const leaver of this.#shortlist(1, isFree)) {
      const row = this.#neighbors.subarray(this.#offsets[leaver]!, this.#offsets[leaver + 1]!)
      for (const v of row) tiedToLeaver[v] = 1
      for (const joiner of joiners) {
        const tied = tiedToLeaver[joiner]!
        const r = this.#fitOf(
          this.#coreSize,
          this.#silentInCore + this.#silent[joiner]! - this.#silent[leaver]!,
          this.#tiesInCore - this.#toCore[leaver]! + this.#toCore[joiner]! - tied,
          this.#tiesInPeriphery +
            this.#ties[leaver]! -
            this.#toCore[leaver]! -
            this.#ties[joiner]! +
            this.#toCore[joiner]! -
            tied,
        )
        if (best === null || r > best.r) best = { leaver, joiner, r }
      }
      for (const v of row) tiedToLeaver[v] = 0
    }
    return best
  }

  /** Up to `mostShort` of those inside (1) or outside (0) the core, whose move fits best at this size, ties by number. */
  #shortlist(side: 0 | 1, isFree: (u: number) => boolean): number[] {
    const list: number[] = []
    const score = new Float64Array(this.nodeCount)
    for (let u = 0; u < this.nodeCount; u++) {
      if (this.#inCore[u] !== side || !isFree(u)) continue
      score[u] = this.#fitWith(u, side ? -1 : 1, 0)
      if (list.length === mostShort && !(score[u]! > score[list[mostShort - 1]!]!)) continue
      let place = Math.min(list.length, mostShort - 1)
      while (place > 0 && score[u]! > score[list[place - 1]!]!) {
        list[place] = list[place - 1]!
        place--
      }
      list[place] = u
    }
    return list
  }

  #swap({ leaver, joiner }: Swap): void {
    this.move(leaver)
    this.move(joiner)
  }

  /** The fit if u joined (1) or left (-1) a core that then has `grown` more members. */
  #fitWith(u: number, sign: 1 | -1, grown: number = sign): number {
    return this.#fitOf(
      this.#coreSize + grown,
      this.#silentInCore + sign * this.#silent[u]!,
      this.#tiesInCore + sign * this.#toCore[u]!,
      this.#tiesInPeriphery - sign * (this.#ties[u]! - this.#toCore[u]!),
    )
  }

  /** Pearson's r of two 0/1 variables over `cells` pairs, from their sums and the sum of their product. */
  #fitOf(coreSize: number, silentInCore: number, tiesInCore: number, tiesInPeriphery: number): number {
    const n = this.nodeCount
    if (coreSize < this.leastCore || coreSize > n - 2) return Number.NaN
    const corePairs = pairs(coreSize) - pairs(silentInCore)
    const peripheryPairs = pairs(n - coreSize) - pairs(this.#silentCount - silentInCore)
    const isOr = this.#model === 'or'
    const cells = isOr ? pairs(n) - pairs(this.#silentCount) : corePairs + peripheryPairs
    const tied = isOr ? this.#tieCount : tiesInCore + tiesInPeriphery
    const ideal = isOr ? cells - peripheryPairs : corePairs
    const both = isOr ? this.#tieCount - tiesInPeriphery : tiesInCore
    const spread = tied * (cells - tied) * ideal * (cells - ideal)
    return spread > 0 ? (cells * both - tied * ideal) / Math.sqrt(spread) : Number.NaN
  }
}

/** What a fit must pass to be better than this one; anything is better than none. */
const beaten = (fit: number) => (Number.isNaN(fit) ? Number.NEGATIVE_INFINITY : fit + rounding)

const pairs = (n: number) => (n * (n - 1)) / 2

function toggle(members: Set<number>, u: number): void {
  if (!members.delete(u)) members.add(u)
}

function searched(model: CoreModel): Measure['compute'] {
  return ({ support, subject }: Analysis) => {
    const random = randomStream(`${subject.seed}:corePeriphery.discrete.${model}`)
    const found = coreAndPeriphery(support, model, subject.silent, random)
    if (found.provenOptimal) return { scope: 'graph', values: { ...found } }
    const { r, core, provenOptimal, runs, between } = found
    const values = { r, core, provenOptimal }
    return r === null
      ? { scope: 'graph', values }
      : { scope: 'graph', values, caveat: { kind: 'heuristic', runs, between } }
  }
}

const discrete = {
  family: 'network',
  scope: 'graph',
  needs: {},
  range: 'r -1..1',
  source: 'Borgatti & Everett 1999, Social Networks 21:375',
  complexity: '2^n up to 20 nodes, then a search of some n³',
  cost: 'heavy',
  mostNodes: 1_000,
} as const

const howFound =
  'Proven up to 20 actors, with the number of optima; above, the best found, a lower bound. Pairs that nobody reported on are left out.'

export const corePeripheryMeasures: readonly Measure[] = [
  {
    ...discrete,
    id: 'corePeriphery.discrete.missing',
    convention: `Pairs between core and periphery ignored (UCINET default). ${howFound}`,
    compute: searched('missing'),
  },
  {
    ...discrete,
    id: 'corePeriphery.discrete.or',
    convention: `A tie is expected as soon as one end is in the core (Borgatti and Everett’s first model). ${howFound}`,
    compute: searched('or'),
  },
]
