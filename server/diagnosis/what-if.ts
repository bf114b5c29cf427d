import { DistanceMatrix } from '../analysis/distance-matrix.ts'
import type { Graph } from '../network/graph.ts'
import { graphOf } from '../network/graph.ts'
import type { Case } from './case.ts'
import type { ProposedTie, WhatIf } from './finding.ts'
import type { GroupTest } from './rules/closed-groups.ts'

/** Introductions one may reasonably ask for at once. */
const mostTies = 3
/** Distances between more actors than this are not held in memory: then nothing is proposed. */
const mostActors = 4_000
/** Of more candidates than this only the first in the order of preference are weighed. */
const mostWeighed = 2_000

/**
 * The fewest introductions between a closed group and the rest of the territory that would lift its flag, at most three.
 *
 * Preferred, in this order: partners of another sphere; pairs whom somebody can introduce; the largest gain in global efficiency. Nobody is
 * asked twice, which keeps the busiest from being everyone's answer.
 */
export function proposeOpenings(subject: Case, test: GroupTest, mostOpening: number): WhatIf {
  if (subject.actors.length > mostActors) return { ties: [], lifted: false }
  const { members } = test.facts.group
  const ties: ProposedTie[] = []
  const asked = new Set<number>()
  let graph = subject.declared.graph
  let lifted = false
  while (ties.length < mostTies && !lifted) {
    const best = bestPair(subject, graph, members, asked)
    if (!best) break
    graph = withTie(graph, best.member, best.partner)
    asked.add(best.member).add(best.partner)
    const ratio =
      (test.facts.leaving + ties.length + 1) /
      expectedLeaving(subject.declared.graph, graph, members, test.opening.expected)
    lifted = ratio > mostOpening
    ties.push({
      from: subject.actors[best.member]!,
      to: subject.actors[best.partner]!,
      ratio,
      gain: best.gain,
      introducer: best.introducer < 0 ? null : subject.actors[best.introducer]!,
    })
  }
  return { ties, lifted }
}

/**
 * Leaving ties to expect once ties were added: what the draws gave, moved by what the change of degrees moves K − Σ k_i k_j / 2m, the expectation for sparse
 * networks. Its own error is much larger than that of its small change.
 */
export function expectedLeaving(before: Graph, after: Graph, members: Int32Array, expectedBefore: number): number {
  return expectedBefore + approximation(after, members) - approximation(before, members)
}

function approximation({ out: { offsets }, edgeCount }: Graph, members: Int32Array): number {
  let sum = 0
  let squares = 0
  for (const node of members) {
    const degree = offsets[node + 1]! - offsets[node]!
    sum += degree
    squares += degree * degree
  }
  return sum - (sum * sum - squares) / (2 * edgeCount)
}

interface Pair {
  readonly member: number
  readonly partner: number
  readonly introducer: number
  readonly gain: number
}

function bestPair(subject: Case, graph: Graph, members: Int32Array, asked: ReadonlySet<number>): Pair | null {
  const { outside, spheres } = subject
  const inGroup = new Set(members)
  const distances = new DistanceMatrix(graph)
  const candidates: { member: number; partner: number; rank: number }[] = []
  for (const member of members) {
    if (asked.has(member) || outside[member]) continue
    for (let partner = 0; partner < graph.nodeCount; partner++) {
      if (outside[partner] || inGroup.has(partner) || asked.has(partner)) continue
      const distance = distances.between(member, partner)
      if (distance === 1) continue
      const other = spheres.groupOf[member] !== spheres.groupOf[partner]
      candidates.push({ member, partner, rank: (other ? 0 : 2) + (distance === 2 ? 0 : 1) })
    }
  }
  candidates.sort((a, b) => a.rank - b.rank || a.member - b.member || a.partner - b.partner)
  const rank = candidates[0]?.rank
  let best: Pair | null = null
  for (const pair of candidates.slice(0, mostWeighed)) {
    if (pair.rank !== rank) break
    const gain = distances.gainOf(pair.member, pair.partner)
    if (best && gain <= best.gain + 1e-15) continue
    best = {
      member: pair.member,
      partner: pair.partner,
      gain,
      introducer: introducerOf(graph, pair.member, pair.partner),
    }
  }
  return best
}

/** The common partner with fewest other ties, who has most time for it; -1 for none. L. Adamic, E. Adar (2003), Friends and neighbors on the web, Social Networks 25:211-230. */
function introducerOf({ out: { offsets, neighbors } }: Graph, u: number, v: number): number {
  const ofV = new Set(neighbors.subarray(offsets[v]!, offsets[v + 1]!))
  const common = [...neighbors.subarray(offsets[u]!, offsets[u + 1]!)].filter((node) => ofV.has(node))
  const degree = (node: number) => offsets[node + 1]! - offsets[node]!
  return common.reduce((best, node) => (best < 0 || degree(node) < degree(best) ? node : best), -1)
}

export function withTie({ nodeCount, sources, targets }: Graph, u: number, v: number): Graph {
  return graphOf({ directed: false, nodeCount, sources: [...sources, u], targets: [...targets, v] })
}
