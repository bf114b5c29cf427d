import { DistanceMatrix } from '../analysis/distance-matrix.ts'
import { graphAfter } from '../analysis/what-if.ts'
import type { Graph } from '../network/graph.ts'
import type { Case } from './case.ts'
import type { Finding, ProposedTie, WhatIf } from './finding.ts'
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
    graph = graphAfter(graph, { add: 'tie', between: [best.member, best.partner] })
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
export function introducerOf({ out: { offsets, neighbors } }: Graph, u: number, v: number): number {
  const ofV = new Set(neighbors.subarray(offsets[v]!, offsets[v + 1]!))
  const common = [...neighbors.subarray(offsets[u]!, offsets[u + 1]!)].filter((node) => ofV.has(node))
  const degree = (node: number) => offsets[node + 1]! - offsets[node]!
  return common.reduce((best, node) => (best < 0 || degree(node) < degree(best) ? node : best), -1)
}

/** What one more tie between two actors would change. */
export interface Connection {
  readonly from: string
  readonly to: string
  /** They are tied already: nothing changes. */
  readonly tied: boolean
  /** Steps between them today; null: no path leads, or there are too many actors to say at once. */
  readonly distance: number | null
  /** How much nearer it would bring everybody: gain in global efficiency; null: too many actors to say at once. */
  readonly gain: number | null
  /** The groups that were judged and that one of the two belongs to. */
  readonly groups: readonly ConnectedGroup[]
}

export interface ConnectedGroup {
  /** Id of the finding on the group. */
  readonly finding: string
  readonly before: Opening
  readonly after: Opening
  /** A signal that the tie alone would end. */
  readonly lifted: boolean
}

/** Ties that leave a group, and what as many ties each give without preference. */
export interface Opening {
  readonly observed: number
  readonly expected: number
  readonly ratio: number
}

/** Distances between more actors than this take longer than somebody who moves a pointer waits. */
const mostConnected = 1_000

/** By the findings on the case, whose draws say what to expect. Both actors must be in it; nobody is connected to itself. O(n m) for the gain. */
export function connect(
  subject: Case,
  findings: readonly Finding[],
  from: string,
  to: string,
  mostOpening: number,
): Connection {
  const [u, v] = [subject.actors.indexOf(from), subject.actors.indexOf(to)]
  if (u < 0 || v < 0 || u === v) throw new RangeError(`no two actors ${from}, ${to}`)
  const { graph } = subject.declared
  const tied = isTied(graph, u, v)
  const distances = subject.actors.length > mostConnected ? null : new DistanceMatrix(graph)
  const connected = tied ? graph : graphAfter(graph, { add: 'tie', between: [u, v] })
  return {
    from,
    to,
    tied,
    distance: distances && finite(distances.between(u, v)),
    gain: tied ? 0 : (distances?.gainOf(u, v) ?? null),
    groups: findings.flatMap((finding): ConnectedGroup[] => {
      if (finding.kind !== 'closed_group') return []
      const dim = finding.dims.find(({ key }) => key === 'opening')
      const group = subject.groups.find(({ id, kind }) => id === finding.group?.id && kind === finding.group.kind)
      if (!group || !dim?.expected) return []
      const [hasU, hasV] = [group.members.includes(u), group.members.includes(v)]
      if (!hasU && !hasV) return []
      const before = openingOf(dim.observed, dim.expected)
      if (tied) return [{ finding: finding.id, before, after: before, lifted: false }]
      const leaving = dim.observed + (hasU === hasV ? 0 : 1)
      const opened = openingOf(leaving, expectedLeaving(graph, connected, group.members, dim.expected))
      const lifted = finding.status === 'signal' && opened.ratio > mostOpening
      return [{ finding: finding.id, before, after: opened, lifted }]
    }),
  }
}

function openingOf(observed: number, expected: number): Opening {
  return { observed, expected, ratio: observed / expected }
}

function isTied({ out: { offsets, neighbors } }: Graph, u: number, v: number): boolean {
  return neighbors.subarray(offsets[u]!, offsets[u + 1]!).includes(v)
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null
}
