import type { DistanceMatrix } from '../analysis/distance-matrix.ts'
import type { Partition } from '../analysis/measure.ts'

/** What an invitation list reaches of a network of n actors. Members count themselves; null without actors. */
export interface Reach {
  /** Share of the actors on the list or one step from it, 0..1 (KPP-POS). */
  readonly within1: number | null
  readonly within2: number | null
  /** Mean of 1 / distance to the list, 1 for members, 0 where no path leads. */
  readonly weighted: number | null
}

/** What a list reaches of one sphere or community. */
export interface GroupReach {
  readonly group: string
  readonly actors: number
  readonly invited: number
  /** As many as the group would have if the list were shared out by size. */
  readonly proportional: number
  readonly within1: number
  readonly within2: number
}

/** Worth of a distance to the list: what a choice of invitees maximises. All are monotone and submodular in the list. */
export const reachings = ['within1', 'within2', 'weighted'] as const
export type Reaching = (typeof reachings)[number]

const worth: { readonly [R in Reaching]: (distance: number) => number } = {
  within1: (distance) => (distance <= 1 ? 1 : 0),
  within2: (distance) => (distance <= 2 ? 1 : 0),
  weighted: (distance) => (distance === 0 ? 1 : 1 / distance),
}

/**
 * The coverage of a list that changes one chip at a time: distance of every actor to the nearest invitee.
 * S. Borgatti (2006), Identifying sets of key players in a social network, CMOT 12:21-34.
 *
 * An addition looks at n distances; a removal also at the other invitees, for the actors nearest to the one that leaves. `work.looks` counts the distances looked at, by it and its copies.
 */
export class Coverage {
  readonly distances: DistanceMatrix
  /** Nodes that count, each once: the n. Whoever else is on the list may reach them. */
  readonly counted: readonly number[]
  readonly #members = new Set<number>()
  readonly #nearest: Float64Array
  readonly work: { looks: number }

  constructor(
    distances: DistanceMatrix,
    members: Iterable<number> = [],
    counted: readonly number[] = Array.from({ length: distances.nodeCount }, (_, node) => node),
    work = { looks: 0 },
  ) {
    this.distances = distances
    this.counted = counted
    this.work = work
    this.#nearest = new Float64Array(distances.nodeCount).fill(Infinity)
    for (const node of members) this.add(node)
  }

  copy(): Coverage {
    const copy = new Coverage(this.distances, [], this.counted, this.work)
    for (const node of this.#members) copy.#members.add(node)
    copy.#nearest.set(this.#nearest)
    return copy
  }

  get members(): number[] {
    return [...this.#members].sort((a, b) => a - b)
  }

  has(node: number): boolean {
    return this.#members.has(node)
  }

  /** Steps from the nearest invitee; Infinity where no path leads. */
  distanceTo(node: number): number {
    return this.#nearest[node] ?? Infinity
  }

  add(node: number): void {
    if (this.#members.has(node)) return
    this.#members.add(node)
    const nearest = this.#nearest
    this.work.looks += nearest.length
    for (let v = 0; v < nearest.length; v++) {
      const distance = this.distances.between(node, v)
      if (distance < nearest[v]!) nearest[v] = distance
    }
  }

  remove(node: number): void {
    if (!this.#members.delete(node)) return
    const nearest = this.#nearest
    this.work.looks += nearest.length
    for (let v = 0; v < nearest.length; v++) {
      if (nearest[v] === Infinity || this.distances.between(node, v) > nearest[v]!) continue
      nearest[v] = Infinity
      this.work.looks += this.#members.size
      for (const member of this.#members) nearest[v] = Math.min(nearest[v]!, this.distances.between(member, v))
    }
  }

  /** Worth of the list, 0..n: actors within reach, or the sum of 1 / distance. Summed anew, so that it depends on the list alone. */
  value(by: Reaching): number {
    const of = worth[by]
    return this.counted.reduce((sum, v) => sum + of(this.#nearest[v]!), 0)
  }

  /** What one more invitee would add to `value`. */
  gain(node: number, by: Reaching): number {
    const of = worth[by]
    const nearest = this.#nearest
    this.work.looks += this.counted.length
    let gain = 0
    for (const v of this.counted) {
      const distance = this.distances.between(node, v)
      if (distance < nearest[v]!) gain += of(distance) - of(nearest[v]!)
    }
    return gain
  }

  get reach(): Reach {
    const n = this.counted.length
    const share = (by: Reaching) => (n === 0 ? null : this.value(by) / n)
    return { within1: share('within1'), within2: share('within2'), weighted: share('weighted') }
  }

  /** Of each group with somebody who counts, in the order of the partition; nodes in no group are left out. */
  groups({ names, groupOf }: Partition): GroupReach[] {
    const n = this.counted.length
    const listed = this.counted.filter((node) => this.#members.has(node)).length
    return names.flatMap((group, index) => {
      const nodes = this.counted.filter((node) => groupOf[node] === index)
      if (nodes.length === 0) return []
      const within = (steps: number) => nodes.filter((node) => this.#nearest[node]! <= steps).length
      return {
        group,
        actors: nodes.length,
        invited: within(0),
        proportional: (listed * nodes.length) / n,
        within1: within(1),
        within2: within(2),
      }
    })
  }
}
