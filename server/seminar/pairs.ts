import type { Partition } from '../analysis/measure.ts'
import type { Graph } from '../network/graph.ts'
import { partnersOf } from './known-ties.ts'

/** What an elected official's and an industrial's houses reach together: help for thought about a pair, never a score of a person. */
export interface LeadPair {
  readonly official: number
  readonly industrial: number
  /** Share of the others that count within one step, and two, of either, 0..1; null without others. */
  readonly reach1: number | null
  readonly reach2: number | null
  /** 1 − Jaccard of their partners, the pair left out; 1 when neither has any. */
  readonly nonRedundancy: number
  /** Spheres of those within one step. */
  readonly spheresReached: number
  /** The lower of the two percentiles of trust received within the own sphere, 0..1; null: no trust was declared, or one is alone in its sphere. */
  readonly legitimacy: number | null
  readonly tied: boolean
}

/** Where trust was told of. */
export interface Trust {
  /** Distinct actors of the own sphere that say they trust the node. */
  readonly receivedWithinSphere: ArrayLike<number>
}

/**
 * The pairs that no other pair equals on reach2, non-redundancy and legitimacy and passes on one of them: the Pareto front, by reach2, then nodes.
 * Legitimacy decides between two pairs only where both have one.
 *
 * @param graph undirected
 * @param hierarchy pairs of which one has authority over the other: left out, since a pair coalesces without authority
 */
export function leadPairs(
  graph: Graph,
  officials: readonly number[],
  industrials: readonly number[],
  spheres: Partition,
  options: LeadOptions = {},
): LeadPair[] {
  const pairs = allLeadPairs(graph, officials, industrials, spheres, options)
  return pairs
    .filter((pair) => !pairs.some((other) => dominates(other, pair)))
    .sort((a, b) => (b.reach2 ?? 0) - (a.reach2 ?? 0) || a.official - b.official || a.industrial - b.industrial)
}

export interface LeadOptions {
  readonly trust?: Trust | null
  readonly hierarchy?: readonly (readonly [number, number])[]
  /** How many actors count, the two of a pair included; unless said, all nodes. Those that do not have no tie. */
  readonly counted?: number
}

/** Every pair that may be, in the order given; nobody pairs with itself. */
export function allLeadPairs(
  graph: Graph,
  officials: readonly number[],
  industrials: readonly number[],
  spheres: Partition,
  { trust = null, hierarchy = [], counted = graph.nodeCount }: LeadOptions = {},
): LeadPair[] {
  const over = new Set(hierarchy.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]))
  const percentile = trust ? percentiles(trust, spheres) : null
  const balls = new Map([...officials, ...industrials].map((node) => [node, within(graph, node)]))
  return officials.flatMap((official) =>
    industrials
      .filter((industrial) => industrial !== official && !over.has(`${official} ${industrial}`))
      .map((industrial): LeadPair => {
        const [e1, e2] = balls.get(official)!
        const [i1, i2] = balls.get(industrial)!
        const others = (set: Iterable<number>) => [...set].filter((node) => node !== official && node !== industrial)
        const share = (nodes: readonly number[]) => (counted > 2 ? nodes.length / (counted - 2) : null)
        const one = others(new Set([...e1, ...i1]))
        const shared = others(e1).filter((node) => i1.has(node)).length
        const legitimacies = [official, industrial].map((node) => percentile?.[node] ?? Number.NaN)
        const least = Math.min(...legitimacies)
        return {
          official,
          industrial,
          reach1: share(one),
          reach2: share(others(new Set([...e2, ...i2]))),
          nonRedundancy: one.length === 0 ? 1 : 1 - shared / one.length,
          spheresReached: new Set(one.map((node) => spheres.groupOf[node]!).filter((group) => group >= 0)).size,
          legitimacy: Number.isNaN(least) ? null : least,
          tied: e1.has(industrial),
        }
      }),
  )
}

function dominates(a: LeadPair, b: LeadPair): boolean {
  const knowsBoth = a.legitimacy !== null && b.legitimacy !== null
  const differences = [
    (a.reach2 ?? 0) - (b.reach2 ?? 0),
    a.nonRedundancy - b.nonRedundancy,
    knowsBoth ? (a.legitimacy ?? 0) - (b.legitimacy ?? 0) : 0,
  ]
  return differences.every((by) => by >= -1e-12) && differences.some((by) => by > 1e-12)
}

/** The node's partners, and all within two steps; without itself. */
function within(graph: Graph, node: number): readonly [ReadonlySet<number>, ReadonlySet<number>] {
  const one = new Set(partnersOf(graph, node))
  const two = new Set([...one].flatMap((partner) => [partner, ...partnersOf(graph, partner)]))
  two.delete(node)
  return [one, two]
}

/** Share of the others of its sphere that receive less trust, half of those that receive as much; NaN alone in its sphere or in none. */
function percentiles({ receivedWithinSphere }: Trust, { groupOf }: Partition): number[] {
  return Array.from(groupOf, (group, node) => {
    const others = [...groupOf.keys()].filter((other) => other !== node && group >= 0 && groupOf[other] === group)
    const own = receivedWithinSphere[node]!
    const below = others.reduce((sum, other) => {
      const received = receivedWithinSphere[other]!
      return sum + (received < own ? 1 : received === own ? 0.5 : 0)
    }, 0)
    return others.length === 0 ? Number.NaN : below / others.length
  })
}
