import { connectedComponents, membersOf } from '../../analysis/components.ts'
import { coreNumbers } from '../../analysis/cores.ts'
import { degrees } from '../../analysis/degree.ts'
import { distancesTo } from '../../analysis/distances.ts'
import type { Case } from '../case.ts'
import { type Finding, findingOf, measured, type TieEvidence } from '../finding.ts'
import { type DataQuality, reaches } from '../response.ts'
import { quantile } from '../statistics/interval.ts'
import type { Thresholds } from '../thresholds.ts'

/**
 * The chance that nobody names an actor that did not answer although it has some ties: (1 − ρ q)^k for k ties, ρ the share of others that answer, q
 * the chance that an end reports a tie. Null when nobody was asked.
 */
export function chanceMissed(quality: DataQuality, thresholds: Thresholds): number | null {
  if (quality.responseRate === null) return null
  const recall = quality.recall ?? thresholds['isolated.recall']
  return (1 - quality.responseRate * recall) ** thresholds['isolated.ties']
}

/** I0: inside, and without any tie. Of those that did not answer, only when others would have named it had it ties. */
export function isolatedFindings(subject: Case, quality: DataQuality, thresholds: Thresholds): Finding[] {
  const missed = chanceMissed(quality, thresholds)
  const isolates = insideNodes(subject).filter((node) => degreeOf(subject, node) === 0)
  return isolates.map((node) => {
    const name = subject.actors[node]!
    if (quality.basis === 'documents') return findingOf('I0', 'actor', name, 'insufficient', { reason: 'documents' })
    const dims = missed === null ? [] : [measured('missed', missed)]
    const seen = !subject.silent[node] || isSeen(missed, thresholds)
    return findingOf('I0', 'actor', name, seen ? 'signal' : 'insufficient', {
      reason: seen ? null : 'not_observed',
      dims,
    })
  })
}

/** I1: inside, with a single tie. */
export function singleTieFindings(subject: Case, quality: DataQuality, thresholds: Thresholds): Finding[] {
  const missed = chanceMissed(quality, thresholds)
  const { graph, lastContact } = subject.all
  const single = insideNodes(subject).filter((node) => degreeOf(subject, node) === 1)
  return single.map((node) => {
    const slot = graph.out.offsets[node]!
    const partner = subject.actors[graph.out.neighbors[slot]!]!
    const seen = !subject.silent[node] || isSeen(missed, thresholds)
    const tie: TieEvidence = {
      from: subject.actors[node]!,
      to: partner,
      role: 'only',
      lastContact: lastContact[graph.out.edges[slot]!] ?? null,
    }
    return findingOf('I1', 'actor', subject.actors[node]!, seen ? 'signal' : 'insufficient', {
      reason: seen ? null : 'not_observed',
      partner,
      ties: [tie],
    })
  })
}

/** I2: a small component beside the largest one. Its `partner` is whom it could turn to: of the largest component, of a shared commune, then sphere, then with most ties. */
export function isletFindings(subject: Case, quality: DataQuality, thresholds: Thresholds): Finding[] {
  const { graph } = subject.all
  const sets = membersOf(connectedComponents(graph.out))
  const giant = sets.reduce((best, set) => (set.length > best.length ? set : best), new Int32Array())
  const limit = Math.max(thresholds['islet.mostMembers'], thresholds['islet.mostShare'] * graph.nodeCount)
  const missed = chanceMissed(quality, thresholds)
  const islets = sets.filter((set) => {
    return set !== giant && set.length > 1 && set.length < limit && set.some((node) => !subject.outside[node])
  })
  return islets.map((set) => {
    const seen = isSeen(missed, thresholds) || set.every((node) => !subject.silent[node])
    const nearest = nearestTo(subject, set, giant)
    return findingOf('I2', 'group', subject.actors[set[0]!]!, seen ? 'signal' : 'insufficient', {
      reason: seen ? null : 'not_observed',
      members: Array.from(set, (node) => subject.actors[node]!),
      partner: nearest === null ? null : subject.actors[nearest]!,
      ties: tiesAmong(subject, set),
    })
  })
}

/** I3: core number 1 and among the farthest tenth of those that have a tie. Both say little when answers are missing. */
export function peripheryFindings(subject: Case, quality: DataQuality, thresholds: Thresholds): Finding[] {
  const { graph } = subject.all
  if (graph.nodeCount < thresholds['periphery.leastActors']) {
    return [findingOf('I3', 'actor', '', 'insufficient', { reason: 'too_small' })]
  }
  if (!reaches(quality.gate, 'full')) {
    return [findingOf('I3', 'actor', '', 'insufficient', { reason: 'response_rate' })]
  }
  const cores = coreNumbers(degrees(graph.out), [graph.out])
  const { harmonic } = distancesTo(graph.out, graph.out)
  const closeness = harmonic.map((sum) => sum / (graph.nodeCount - 1))
  const tied = [...closeness.keys()].filter((node) => degreeOf(subject, node) > 0)
  const limit = quantile(
    tied.map((node) => closeness[node]!).sort((a, b) => a - b),
    thresholds['periphery.share'],
  )
  const center = closeness.reduce((best, value, node) => (value > closeness[best]! ? node : best), 0)
  return insideNodes(subject)
    .filter((node) => cores[node] === 1 && closeness[node]! <= limit)
    .map((node) =>
      findingOf('I3', 'actor', subject.actors[node]!, 'signal', {
        dims: [measured('closeness', closeness[node]!)],
        members: pathBetween(subject, node, center).map((step) => subject.actors[step]!),
        partner: subject.actors[center]!,
      }),
    )
}

export function insideNodes(subject: Case): number[] {
  return [...subject.actors.keys()].filter((node) => !subject.outside[node])
}

function degreeOf({ all }: Case, node: number): number {
  const { offsets } = all.graph.out
  return offsets[node + 1]! - offsets[node]!
}

/** Whether an actor that did not answer would have been named. */
function isSeen(missed: number | null, thresholds: Thresholds): boolean {
  return missed !== null && missed < thresholds['isolated.mostMissed']
}

function nearestTo(subject: Case, set: Int32Array, giant: Int32Array): number | null {
  const { communes, spheres } = subject
  const shares = (groupOf: Int32Array, node: number) =>
    groupOf[node]! >= 0 && set.some((member) => groupOf[member] === groupOf[node])
  let best: number | null = null
  let most = -1
  for (const node of giant) {
    if (subject.outside[node]) continue
    const ties = Math.min(degreeOf(subject, node), 99_999)
    const score = (shares(communes.groupOf, node) ? 200_000 : 0) + (shares(spheres.groupOf, node) ? 100_000 : 0) + ties
    if (score <= most) continue
    most = score
    best = node
  }
  return best
}

function tiesAmong(subject: Case, set: Int32Array): TieEvidence[] {
  const { graph, lastContact } = subject.all
  const evidence: TieEvidence[] = []
  for (let e = 0; e < graph.edgeCount; e++) {
    if (!set.includes(graph.sources[e]!)) continue
    const [from, to] = [subject.actors[graph.sources[e]!]!, subject.actors[graph.targets[e]!]!]
    evidence.push({ from, to, role: 'internal', lastContact: lastContact[e] ?? null })
  }
  return evidence
}

/** One shortest path, both ends included; empty when there is none. */
function pathBetween({ all }: Case, from: number, to: number): number[] {
  const { offsets, neighbors } = all.graph.out
  const towards = new Int32Array(all.graph.nodeCount).fill(-1)
  towards[to] = to
  const queue = [to]
  for (const u of queue) {
    if (u === from) break
    for (let i = offsets[u]!; i < offsets[u + 1]!; i++) {
      const v = neighbors[i]!
      if (towards[v]! >= 0) continue
      towards[v] = u
      queue.push(v)
    }
  }
  if (towards[from]! < 0) return []
  const path = [from]
  for (let u = from; u !== to; u = towards[u]!) path.push(towards[u]!)
  return path
}
