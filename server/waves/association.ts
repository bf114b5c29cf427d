import { type Random, randomStream } from '../analysis/random.ts'
import { addOneP } from '../diagnosis/statistics/p-value.ts'
import type { Graph } from '../network/graph.ts'
import { agreementOf } from './agreement.ts'
import { type Judged, judged, unsaid } from './comparability.ts'

/** How far two relations among the same actors go together. */
export interface Association {
  /** Over observed pairs, -1..1. */
  readonly phi: number
  /** Ties of both. */
  readonly overlap: number
  readonly expectedOverlap: number
  readonly permuted: { readonly mean: number; readonly standardDeviation: number }
  readonly upperP: number
  readonly lowerP: number
  /** Of |phi|. */
  readonly twoSidedP: number
  /** Ways to permute, all of them listed; 0: drawn. */
  readonly listed: number
  readonly draws: number
  readonly stream: string
}

/** Up to this many ways are listed: those of eight actors. */
const mostListed = 40_320
const epsilon = 1e-12

/**
 * Quadratic assignment: rows and columns of the second relation are permuted together, and phi compared. Exact where the permutations are few, else of
 * `draws`, add-one. Of two waves of one relation it would only say that they are of one relation: `same_relation`; their phi is in `agreementOf`.
 *
 * Only those who answered are permuted, and only pairs that one of them could tell of are looked at.
 *
 * D. Krackhardt (1988), Predicting with networks, Social Networks 10:359-381.
 *
 * @param first on the same nodes as `second`; both directed or neither
 * @param answered 1 for those who answered; null: all did
 */
export function association(
  first: Graph,
  second: Graph,
  options: {
    readonly sameRelation: boolean
    readonly answered: Uint8Array | null
    readonly draws: number
    readonly stream: string
  },
): Judged<Association> {
  const { sameRelation, draws, stream } = options
  if (sameRelation) return unsaid('same_relation')
  const n = first.nodeCount
  if (second.nodeCount !== n || first.directed !== second.directed) throw new RangeError('two relations on other nodes')
  const answered = options.answered ?? new Uint8Array(n).fill(1)
  const movable = [...answered.keys()].filter((u) => answered[u])
  if (movable.length < 3) return unsaid('too_small')
  const isObserved = (u: number, v: number) => (first.directed ? answered[u] : answered[u] || answered[v])
  const observedEdges = (graph: Graph) =>
    [...graph.sources.keys()].flatMap((e): (readonly [number, number])[] => {
      const [u, v] = [graph.sources[e]!, graph.targets[e]!]
      return isObserved(u, v) ? [[u, v]] : []
    })
  const [a, b] = [observedEdges(first), observedEdges(second)]
  const silent = n - movable.length
  const dyads = first.directed ? movable.length * (n - 1) : (n * (n - 1) - silent * (silent - 1)) / 2
  if (a.length === 0 || b.length === 0) return unsaid('no_ties')
  if (a.length === dyads || b.length === dyads) return unsaid('undefined_figure')
  const phiOf = (overlap: number) => {
    const counts = { kept: overlap, ended: a.length - overlap, new: b.length - overlap }
    return agreementOf({ ...counts, never: dyads - a.length - b.length + overlap }).phi ?? 0
  }
  const tied = tableOf(n, first.directed, a)
  const overlapUnder = (to: Int32Array) => b.reduce((sum, [u, v]) => sum + tied[to[u]! * n + to[v]!]!, 0)
  const identity = Int32Array.from({ length: n }, (_, u) => u)
  const overlap = overlapUnder(identity)
  const isFew = factorial(movable.length) <= mostListed
  const overlaps = isFew
    ? listed(identity, movable).map(overlapUnder)
    : drawn(identity, movable, draws, randomStream(stream), overlapUnder)
  const phi = phiOf(overlap)
  const values = overlaps.map(phiOf)
  const p = (isAsExtreme: (value: number) => boolean) => {
    const count = values.filter(isAsExtreme).length
    return isFew ? count / values.length : addOneP(count, values.length)
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
  return judged({
    phi,
    overlap,
    expectedOverlap: (a.length * b.length) / dyads,
    permuted: { mean, standardDeviation: Math.sqrt(variance) },
    upperP: p((value) => value >= phi - epsilon),
    lowerP: p((value) => value <= phi + epsilon),
    twoSidedP: p((value) => Math.abs(value) >= Math.abs(phi) - epsilon),
    listed: isFew ? values.length : 0,
    draws: isFew ? 0 : values.length,
    stream: isFew ? '' : stream,
  })
}

function tableOf(n: number, directed: boolean, edges: readonly (readonly [number, number])[]): Uint8Array {
  const tied = new Uint8Array(n * n)
  for (const [u, v] of edges) {
    tied[u * n + v] = 1
    if (!directed) tied[v * n + u] = 1
  }
  return tied
}

function drawn(
  identity: Int32Array,
  movable: readonly number[],
  draws: number,
  random: Random,
  overlapUnder: (to: Int32Array) => number,
): number[] {
  const to = identity.slice()
  return Array.from({ length: draws }, () => {
    for (let i = movable.length - 1; i > 0; i--) {
      const [u, v] = [movable[i]!, movable[Math.floor(random() * (i + 1))]!]
      const moved = to[u]!
      to[u] = to[v]!
      to[v] = moved
    }
    return overlapUnder(to)
  })
}

/** Every permutation of the movable nodes. */
function listed(identity: Int32Array, movable: readonly number[]): Int32Array[] {
  const all: Int32Array[] = []
  const extend = (to: Int32Array, place: number) => {
    if (place === movable.length) {
      all.push(to.slice())
      return
    }
    for (let i = place; i < movable.length; i++) {
      swap(to, movable[place]!, movable[i]!)
      extend(to, place + 1)
      swap(to, movable[place]!, movable[i]!)
    }
  }
  extend(identity.slice(), 0)
  return all
}

function swap(values: Int32Array, i: number, j: number): void {
  const value = values[i]!
  values[i] = values[j]!
  values[j] = value
}

function factorial(n: number): number {
  return n > 12 ? Number.POSITIVE_INFINITY : n < 2 ? 1 : n * factorial(n - 1)
}
