import { type Random, randomStream, randomWords } from '../../analysis/random.ts'
import type { Graph } from '../../network/graph.ts'

/** What every draw keeps, besides the degree of each node. */
export interface Constraints {
  /**
   * Bits of each node: two nodes that share a bit were never asked about each other (both silent, both outside), so a
   * draw makes no tie between them. Null: every dyad was observed.
   */
  readonly unasked: Uint8Array | null
  /** Group of each node: the number of ties between any two groups is kept (Null B). Null: degrees alone (Null A). */
  readonly mixing: Int32Array | null
}

/** What draws keep softly: a graph is as likely as exp(−penalty). */
export interface Penalty {
  /** What the penalty would gain were u–v and s–t, four distinct nodes, replaced by u–t and s–v. */
  changeBy(u: number, v: number, s: number, t: number): number
  /** They are replaced. Called after `changeBy` with the same nodes. */
  swap(u: number, v: number, s: number, t: number): void
}

/** Two penalties at once. */
export class BothPenalties implements Penalty {
  readonly #first: Penalty
  readonly #second: Penalty

  constructor(first: Penalty, second: Penalty) {
    this.#first = first
    this.#second = second
  }

  changeBy(u: number, v: number, s: number, t: number): number {
    return this.#first.changeBy(u, v, s, t) + this.#second.changeBy(u, v, s, t)
  }

  swap(u: number, v: number, s: number, t: number): void {
    this.#first.swap(u, v, s, t)
    this.#second.swap(u, v, s, t)
  }
}

/** Ties in numbered slots, as counters read them. */
export interface Slots {
  readonly nodeCount: number
  /** Ends of the tie in slot s: 2s and 2s + 1. Which end comes first means nothing. */
  readonly ends: Int32Array
  /** The edge of the graph that started in each slot: what is attached to a tie stays with its slot. */
  readonly edgeOf: Int32Array
}

/** A graph as it is, each edge in its slot. */
export function slotsOf({ nodeCount, edgeCount, sources, targets }: Graph): Slots {
  const ends = new Int32Array(2 * edgeCount)
  for (let e = 0; e < edgeCount; e++) {
    ends[2 * e] = sources[e]!
    ends[2 * e + 1] = targets[e]!
  }
  return { nodeCount, ends, edgeOf: Int32Array.from({ length: edgeCount }, (_, e) => e) }
}

/**
 * A Markov chain over the simple graphs with the degrees of an undirected graph, by double-edge swaps.
 *
 * A step picks two distinct ties (p,q) and (x,y), one of them turned round at random, and proposes (p,y) and (x,q). A proposal that would
 * make a loop, a tie that exists or a tie of an unasked dyad is refused and the step counts all the same: holding is
 * what makes every graph equally likely. Ties that were seen within unasked dyads (in documents, say) stay where they
 * are: they could be swapped away but never back.
 *
 * With a penalty a swap is accepted with chance min(1, exp(−its change)). N. Metropolis et al. (1953), Journal of Chemical Physics 21:1087-1092.
 *
 * With no `mixing` and at most two bits of `unasked` every such graph can be reached: of the three long diagonals of an alternating
 * 6-cycle at least one is then an asked dyad, because three disjoint dyads within two sets would put two neighbours
 * of the cycle into one set.
 *
 * With `mixing` the ends that change places, q and y, are picked from one group: any end, then any other end of its group. Each pair is as likely as it is
 * the other way round, and every swap that keeps the mixing by either pair of ends can be proposed, so that no proposal is lost on one that would not. Null B is
 * not known to be connected in general.
 *
 * B. Fosdick, D. Larremore, J. Nishimura, J. Ugander (2018), Configuring random graph models with fixed degree
 * sequences, SIAM Review 60(2):315-355.
 */
export class Rewiring implements Slots {
  readonly nodeCount: number
  readonly ends: Int32Array
  readonly edgeOf: Int32Array
  /** Slots 0..movable - 1 take part in swaps. */
  readonly movable: number
  readonly #words: number
  /** Adjacency, unasked dyads and the diagonal in one bitset: where no tie can be made. */
  readonly #blocked: Int32Array
  readonly #alike: AlikeEnds | null
  readonly #penalty: Penalty | null
  /** Asked only when a swap raises the penalty. */
  readonly #chance: Random
  readonly #fill: (block: Uint32Array) => void

  /** The chain starts at the graph itself; `stream` names its chance. A penalty starts at the same graph and is the chain's own. Refuses a directed graph with RangeError. */
  constructor(graph: Graph, { unasked, mixing }: Constraints, stream: string, penalty: Penalty | null = null) {
    if (graph.directed) throw new RangeError('a directed graph has arcs to rewire, not ties')
    const n = graph.nodeCount
    this.nodeCount = n
    this.#words = (n + 31) >>> 5
    this.#blocked = new Int32Array(n * this.#words)
    this.#penalty = penalty
    this.#fill = randomWords(stream)
    this.#chance = randomStream(`${stream}:penalty`)

    const isUnasked = (u: number, v: number) => unasked !== null && (unasked[u]! & unasked[v]!) !== 0
    const edges = Array.from({ length: graph.edgeCount }, (_, e) => e)
    const moving = edges.filter((e) => !isUnasked(graph.sources[e]!, graph.targets[e]!))
    const staying = edges.filter((e) => isUnasked(graph.sources[e]!, graph.targets[e]!))
    this.movable = moving.length
    this.edgeOf = Int32Array.from([...moving, ...staying])
    this.ends = new Int32Array(2 * graph.edgeCount)
    this.edgeOf.forEach((e, slot) => {
      this.ends[2 * slot] = graph.sources[e]!
      this.ends[2 * slot + 1] = graph.targets[e]!
    })

    this.#alike = mixing && alikeEnds(this.ends.subarray(0, 2 * this.movable), mixing)

    for (let u = 0; u < n; u++) {
      this.#block(u, u)
      if (!unasked?.[u]) continue
      for (let v = 0; v < n; v++) if (isUnasked(u, v)) this.#block(u, v)
    }
    for (let e = 0; e < graph.edgeCount; e++) {
      this.#block(graph.sources[e]!, graph.targets[e]!)
      this.#block(graph.targets[e]!, graph.sources[e]!)
    }
  }

  /** Makes so many proposals. Returns how many were accepted. */
  advance(proposals: number): number {
    if (this.movable < 2) return 0
    let accepted = 0
    for (let left = proposals; left > 0; left -= mostProposals) {
      const count = Math.min(left, mostProposals)
      const block = count === mostProposals ? fullBlock : fullBlock.subarray(0, 2 * count)
      this.#fill(block)
      accepted += this.#swap(block)
    }
    return accepted
  }

  /** One proposal for every two words of chance. */
  #swap(chance: Uint32Array): number {
    const { ends, movable } = this
    const words = this.#words
    const blocked = this.#blocked
    const alike = this.#alike
    const penalty = this.#penalty
    const firstScale = movable / 4294967296
    const endScale = (2 * movable) / 4294967296
    const secondScale = (2 * movable - 2) / 4294967296
    let accepted = 0
    for (let i = 0; i < chance.length; i += 2) {
      let q: number
      let y: number
      if (alike === null) {
        const p = 2 * ((chance[i]! * firstScale) | 0)
        q = p + 1
        // The second tie is any other one, from either end. Past the first it moves up by 2: the sign bit spares a branch nobody can predict.
        const pick = (chance[i + 1]! * secondScale) | 0
        y = (pick + (((p - 1 - pick) >>> 31) << 1)) ^ 1
      } else {
        const rank = (chance[i]! * endScale) | 0
        const from = alike.from[rank]!
        const other = from + ((chance[i + 1]! * alike.others[rank]!) | 0)
        q = alike.order[rank]!
        // The other end of the same tie would make a loop, and is refused as one; so is the same end again, where a group has but one.
        y = alike.order[other + (other >= rank && alike.others[rank]! > 0 ? 1 : 0)]!
      }
      const p = q ^ 1
      const x = y ^ 1
      const u = ends[p]!
      const v = ends[q]!
      const s = ends[x]!
      const t = ends[y]!
      const ut = u * words + (t >>> 5)
      const sv = s * words + (v >>> 5)
      // Shifts count modulo 32: the low five bits of a node are its bit.
      if ((((blocked[ut]! >>> t) | (blocked[sv]! >>> v)) & 1) !== 0) continue
      if (penalty !== null) {
        const change = penalty.changeBy(u, v, s, t)
        if (change > 0 && this.#chance() >= (likelihoods[change] ?? Math.exp(-change))) continue
        penalty.swap(u, v, s, t)
      }
      accepted++
      ends[q] = t
      ends[y] = v
      const uBit = 1 << u
      const vBit = 1 << v
      const sBit = 1 << s
      const tBit = 1 << t
      blocked[u * words + (v >>> 5)]! ^= vBit
      blocked[v * words + (u >>> 5)]! ^= uBit
      blocked[s * words + (t >>> 5)]! ^= tBit
      blocked[t * words + (s >>> 5)]! ^= sBit
      blocked[ut]! ^= tBit
      blocked[t * words + (u >>> 5)]! ^= uBit
      blocked[sv]! ^= vBit
      blocked[v * words + (s >>> 5)]! ^= sBit
    }
    return accepted
  }

  #block(u: number, v: number): void {
    this.#blocked[u * this.#words + (v >>> 5)]! |= 1 << v
  }
}

/** Ends of ties, group after group: a swap puts a node of the same group in the place of each, so that the order never changes. */
interface AlikeEnds {
  readonly order: Int32Array
  /** By rank in the order: the first rank of its group, and the ranks beside it over 2³². */
  readonly from: Int32Array
  readonly others: Float64Array
}

function alikeEnds(ends: Int32Array, groupOf: Int32Array): AlikeEnds {
  const order = Int32Array.from(ends.keys()).sort((a, b) => groupOf[ends[a]!]! - groupOf[ends[b]!]! || a - b)
  const from = new Int32Array(ends.length)
  const others = new Float64Array(ends.length)
  for (let first = 0; first < order.length; ) {
    let last = first + 1
    while (last < order.length && groupOf[ends[order[last]!]!] === groupOf[ends[order[first]!]!]) last++
    from.fill(first, first, last)
    others.fill((last - first - 1) / 4294967296, first, last)
    first = last
  }
  return { order, from, others }
}

/** exp(−change) of the changes that most swaps would make, which are whole. */
const likelihoods = Float64Array.from({ length: 64 }, (_, change) => Math.exp(-change))

const mostProposals = 2048
/** Scratch of one call: JavaScript threads share no memory unless told to. */
const fullBlock = new Uint32Array(2 * mostProposals)
