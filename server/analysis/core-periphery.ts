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
  /** How many climbs, and the fits they ended at. */
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
  const division = new Division(graph, model, silent)
  return graph.nodeCount <= mostEnumerated ? everyDivision(division) : searchedDivision(division, random)
}

function everyDivision(division: Division): ProvenCore {
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
 * Climbs from the actors of most ties, for up to 64 sizes of core, then from the best core with a random fifth or less
 * of the actors moved, until 200 such starts in a row bring nothing.
 */
function searchedDivision(division: Division, random: Random): FoundCore {
  const { nodeCount } = division
  let best = Number.NEGATIVE_INFINITY
  let lowest = Number.POSITIVE_INFINITY
  let runs = 0
  let core = new Int32Array(0)
  const climbTo = (members: Iterable<number>): boolean => {
    division.become(members)
    const r = division.climb()
    runs++
    lowest = Math.min(lowest, r)
    if (!(r > best + rounding)) return false
    best = r
    core = division.core()
    return true
  }
  const byTies = division.byTies()
  const sizes = nodeCount - 1 - division.leastCore
  for (let i = 0; i < Math.min(sizes, 64); i++) {
    climbTo(byTies.subarray(0, division.leastCore + Math.floor((i * sizes) / Math.min(sizes, 64))))
  }
  for (let barren = 0; barren < 200 && core.length > 0; barren++) {
    const members = new Set(core)
    const moves = 2 + random() * (nodeCount / 5)
    for (let i = 0; i < moves; i++) toggle(members, Math.floor(random() * nodeCount))
    if (climbTo(members)) barren = 0
  }
  return { r: core.length === 0 ? null : best, core, provenOptimal: false, runs, between: [lowest, best] }
}

/** Fits closer than this are the same fit. */
const rounding = 1e-12

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
      const step = this.#bestMove() ?? this.#bestSwap()
      if (!step) return this.fit
      for (const u of step) this.move(u)
    }
  }

  #bestMove(): readonly number[] | null {
    let best = this.#toBeat()
    let step: readonly number[] | null = null
    for (let u = 0; u < this.nodeCount; u++) {
      const sign = this.#inCore[u] ? -1 : 1
      const r = this.#fitOf(
        this.#coreSize + sign,
        this.#silentInCore + sign * this.#silent[u]!,
        this.#tiesInCore + sign * this.#toCore[u]!,
        this.#tiesInPeriphery - sign * (this.#ties[u]! - this.#toCore[u]!),
      )
      if (r > best) {
        best = r
        step = [u]
      }
    }
    return step
  }

  #bestSwap(): readonly number[] | null {
    let best = this.#toBeat()
    let step: readonly number[] | null = null
    const tiedToLeaver = new Uint8Array(this.nodeCount)
    for (let u = 0; u < this.nodeCount; u++) {
      if (!this.#inCore[u]) continue
      for (let i = this.#offsets[u]!; i < this.#offsets[u + 1]!; i++) tiedToLeaver[this.#neighbors[i]!] = 1
      const coreWithout = this.#tiesInCore - this.#toCore[u]!
      const peripheryWith = this.#tiesInPeriphery + this.#ties[u]! - this.#toCore[u]!
      for (let v = 0; v < this.nodeCount; v++) {
        if (this.#inCore[v]) continue
        const r = this.#fitOf(
          this.#coreSize,
          this.#silentInCore + this.#silent[v]! - this.#silent[u]!,
          coreWithout + this.#toCore[v]! - tiedToLeaver[v]!,
          peripheryWith - (this.#ties[v]! - this.#toCore[v]!) - tiedToLeaver[v]!,
        )
        if (r > best) {
          best = r
          step = [u, v]
        }
      }
      for (let i = this.#offsets[u]!; i < this.#offsets[u + 1]!; i++) tiedToLeaver[this.#neighbors[i]!] = 0
    }
    return step
  }

  #toBeat(): number {
    const { fit } = this
    return Number.isNaN(fit) ? Number.NEGATIVE_INFINITY : fit + rounding
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
