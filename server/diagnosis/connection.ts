import { DistanceMatrix } from '../analysis/distance-matrix.ts'
import type { Graph } from '../network/graph.ts'
import type { Case } from './case.ts'
import type { Finding } from './finding.ts'
import { expectedLeaving, withTie } from './what-if.ts'

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
const mostActors = 1_000

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
  const distances = subject.actors.length > mostActors ? null : new DistanceMatrix(graph)
  const connected = tied ? graph : withTie(graph, u, v)
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
