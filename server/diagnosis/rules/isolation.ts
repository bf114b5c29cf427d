import { connectedComponents, membersOf } from '../../analysis/components.ts'
import { coreNumbers } from '../../analysis/cores.ts'
import { degrees } from '../../analysis/degree.ts'
import { distancesTo } from '../../analysis/distances.ts'
import { type Graph, graphOf } from '../../network/graph.ts'
import type { Case } from '../case.ts'
import { type Dependences, dependences } from '../dependence.ts'
import { type Finding, findingOf, measured, type TieEvidence } from '../finding.ts'
import { piecesWithout } from '../pieces.ts'
import { drawUntold, fewTies, type Reconstruction } from '../reconstruction.ts'
import { type DataQuality, reaches } from '../response.ts'
import { quantile } from '../statistics/interval.ts'
import type { Thresholds } from '../thresholds.ts'

/** What seems to be missing around actors inside, in the ties that are known. */
export interface Absences {
  /** Nodes without any tie, and with a single one. */
  readonly isolated: readonly number[]
  readonly single: readonly number[]
  /** Small components beside the largest one, each in node order, and the largest. */
  readonly islets: readonly Int32Array[]
  readonly giant: Int32Array
  /** Nodes that depend on one other, and on whom. */
  readonly dependent: readonly number[]
  readonly dependences: Dependences
  /** Nodes of core number 1: tied to the others by a branch. */
  readonly branches: readonly number[]
}

export function absencesIn(subject: Case, thresholds: Thresholds): Absences {
  const { graph } = subject.all
  const inside = insideNodes(subject)
  const sets = membersOf(connectedComponents(graph.out))
  const giant = sets.reduce((best, set) => (set.length > best.length ? set : best), new Int32Array())
  const limit = Math.max(thresholds['islet.mostMembers'], thresholds['islet.mostShare'] * graph.nodeCount)
  const found = dependences(graph, thresholds)
  const cores = coreNumbers(degrees(graph.out), [graph.out])
  return {
    isolated: inside.filter((node) => degreeOf(graph, node) === 0),
    single: inside.filter((node) => degreeOf(graph, node) === 1),
    islets: sets.filter((set) => {
      return set !== giant && set.length > 1 && set.length < limit && set.some((node) => !subject.outside[node])
    }),
    giant,
    dependent: inside.filter((node) => found.on[node]! >= 0),
    dependences: found,
    branches: inside.filter((node) => cores[node] === 1),
  }
}

/** How often, among draws of the ties that nobody told of, each islet is still apart, each dependence holds and each branch is one: in the order of the absences. */
export interface AbsenceCounts {
  readonly islets: Int32Array
  readonly dependent: Int32Array
  readonly branches: Int32Array
}

export interface AbsenceDraws {
  readonly graph: Graph
  readonly reconstruction: Reconstruction
  readonly thresholds: Thresholds
  readonly absences: Pick<Absences, 'islets' | 'dependent' | 'branches'>
  /** Draws from, and up to but not including. */
  readonly from: number
  readonly to: number
  readonly stream: string
}

export function countAbsences(asked: AbsenceDraws): AbsenceCounts {
  const { graph, reconstruction, thresholds } = asked
  const { islets, dependent, branches } = asked.absences
  const n = graph.nodeCount
  const dyad = (u: number, v: number) => Math.min(u, v) * n + Math.max(u, v)
  const known = new Set(Array.from(graph.sources, (u, e) => dyad(u, graph.targets[e]!)))
  const isletOf = new Int32Array(n).fill(-1)
  islets.forEach((set, i) => {
    for (const node of set) isletOf[node] = i
  })
  const counts = {
    islets: new Int32Array(islets.length),
    dependent: new Int32Array(dependent.length),
    branches: new Int32Array(branches.length),
  }
  for (let draw = asked.from; draw < asked.to; draw++) {
    const untold = drawUntold(reconstruction, draw, asked.stream)
    const sources = [...graph.sources]
    const targets = [...graph.targets]
    const joined = new Set<number>()
    for (let i = 0; i < untold.length; i += 2) {
      const [u, v] = [untold[i]!, untold[i + 1]!]
      if (known.has(dyad(u, v))) continue
      sources.push(u)
      targets.push(v)
      if (isletOf[u] === isletOf[v]) continue
      joined.add(isletOf[u]!).add(isletOf[v]!)
    }
    const drawn = graphOf({ directed: false, nodeCount: n, sources, targets })
    const { on } = dependences(drawn, thresholds)
    const cores = coreNumbers(degrees(drawn.out), [drawn.out])
    count(counts.islets, (i) => !joined.has(i))
    count(counts.dependent, (i) => on[dependent[i]!]! >= 0)
    count(counts.branches, (i) => cores[branches[i]!] === 1)
  }
  return counts
}

function count(counts: Int32Array, holds: (i: number) => boolean): void {
  for (let i = 0; i < counts.length; i++) if (holds(i)) counts[i]!++
}

/**
 * Who has no tie, is tied among few alone, hangs by one other, has a single tie. Said of those who answered, with the
 * probability that it is true given who did and how often two answers confirm each other, and where that passes one half; of those who did not answer only that it cannot
 * be told. Each actor stands once, under the widest: an islet before a dependence, a dependence before a single tie.
 */
export function absenceFindings(
  subject: Case,
  absences: Absences,
  reconstruction: Reconstruction,
  counts: AbsenceCounts,
  draws: number,
  thresholds: Thresholds,
): Finding[] {
  const least = thresholds['absence.leastProbability']
  const said = new Set<number>()
  const findings: Finding[] = []
  const judge = (nodes: ArrayLike<number>, finding: Finding, probability: number) => {
    const insiders = Array.from(nodes).filter((node) => !subject.outside[node])
    const isSilent = insiders.some((node) => subject.silent[node])
    if (!isSilent && !(probability > least)) return
    for (const node of insiders) said.add(node)
    const verdict = isSilent
      ? ({ status: 'insufficient', reason: 'did_not_answer' } as const)
      : ({ probability } as const)
    findings.push({ ...finding, ...verdict })
  }
  for (const node of absences.isolated) {
    judge(
      [node],
      findingOf('isolated_actor', 'signal', { actor: nameOf(subject, node) }),
      fewTies(reconstruction, node, 0).none,
    )
  }
  absences.islets.forEach((set, i) => {
    judge(set, isletFinding(subject, set, absences.giant), counts.islets[i]! / draws)
  })
  absences.dependent.forEach((node, i) => {
    if (said.has(node)) return
    judge([node], dependenceFinding(subject, node, absences.dependences), counts.dependent[i]! / draws)
  })
  for (const node of absences.single) {
    if (!said.has(node)) judge([node], singleTieFinding(subject, node), fewTies(reconstruction, node, 1).one)
  }
  return findings
}

/** Where nobody was asked: that no tie of the actor is told, which proves nothing. */
export function unnamedFindings(subject: Case, reason: 'documents' | 'informants'): Finding[] {
  return insideNodes(subject)
    .filter((node) => degreeOf(subject.all.graph, node) === 0)
    .map((node) => findingOf('isolated_actor', 'insufficient', { actor: nameOf(subject, node), reason }))
}

/** `nearest` is whom it could turn to: of the largest component, of a shared commune, then sphere, then with most ties. */
function isletFinding(subject: Case, set: Int32Array, giant: Int32Array): Finding {
  const nearest = nearestTo(subject, set, giant)
  return findingOf('islet', 'signal', {
    members: Array.from(set, (node) => nameOf(subject, node)),
    nearest: nearest === null ? null : nameOf(subject, nearest),
    ties: tiesAmong(subject, set),
  })
}

/** A fact about an actor, which an ordinary network has many of. */
function dependenceFinding(subject: Case, node: number, { on, piece, component }: Dependences): Finding {
  const { graph } = subject.all
  const broker = on[node]!
  const cutOff = piecesWithout(graph, broker)
    .slice(1)
    .flatMap((part) => [...part])
  cutOff.sort((a, b) => a - b)
  return findingOf('dependent_actor', 'fact', {
    actor: nameOf(subject, node),
    dims: [
      measured('dependence', (component[node]! - piece[node]!) / (component[node]! - 1)),
      measured('cut_off', cutOff.length),
    ],
    broker: nameOf(subject, broker),
    cutOff: cutOff.map((other) => nameOf(subject, other)),
    ties: degreeOf(graph, node) === 1 ? [onlyTie(subject, node)] : [],
  })
}

/** A fact likewise. */
function singleTieFinding(subject: Case, node: number): Finding {
  const tie = onlyTie(subject, node)
  return findingOf('single_tie', 'fact', { actor: nameOf(subject, node), partner: tie.to, ties: [tie] })
}

/** Before its probability is known: core number 1 and among the farthest tenth of those that have a tie, of those who answered. Both say little when answers are missing. */
export function peripheryFindings(subject: Case, quality: DataQuality, thresholds: Thresholds): Finding[] {
  const { graph } = subject.all
  if (graph.nodeCount < thresholds['periphery.leastActors']) {
    return [findingOf('peripheral_actor', 'insufficient', { reason: 'too_small' })]
  }
  if (!reaches(quality.gate, 'full')) {
    return [findingOf('peripheral_actor', 'insufficient', { reason: 'response_rate' })]
  }
  const cores = coreNumbers(degrees(graph.out), [graph.out])
  const { harmonic } = distancesTo(graph.out, graph.out)
  const closeness = harmonic.map((sum) => sum / (graph.nodeCount - 1))
  const tied = [...closeness.keys()].filter((node) => degreeOf(graph, node) > 0)
  const limit = quantile(
    tied.map((node) => closeness[node]!).sort((a, b) => a - b),
    thresholds['periphery.share'],
  )
  const center = closeness.reduce((best, value, node) => (value > closeness[best]! ? node : best), 0)
  return insideNodes(subject)
    .filter((node) => !subject.silent[node] && cores[node] === 1 && closeness[node]! <= limit)
    .map((node) =>
      findingOf('peripheral_actor', 'fact', {
        actor: nameOf(subject, node),
        dims: [measured('closeness', closeness[node]!)],
        path: pathBetween(subject, node, center).map((step) => nameOf(subject, step)),
        center: nameOf(subject, center),
      }),
    )
}

export function insideNodes(subject: Case): number[] {
  return [...subject.actors.keys()].filter((node) => !subject.outside[node])
}

function nameOf({ actors }: Case, node: number): string {
  return actors[node]!
}

function degreeOf({ out: { offsets } }: Graph, node: number): number {
  return offsets[node + 1]! - offsets[node]!
}

function onlyTie({ actors, all: { graph, lastContact } }: Case, node: number): TieEvidence {
  const slot = graph.out.offsets[node]!
  const partner = actors[graph.out.neighbors[slot]!]!
  return { from: actors[node]!, to: partner, role: 'only', lastContact: lastContact[graph.out.edges[slot]!] ?? null }
}

function nearestTo(subject: Case, set: Int32Array, giant: Int32Array): number | null {
  const { communes, spheres } = subject
  const shares = (groupOf: Int32Array, node: number) =>
    groupOf[node]! >= 0 && set.some((member) => groupOf[member] === groupOf[node])
  let best: number | null = null
  let most = -1
  for (const node of giant) {
    if (subject.outside[node]) continue
    const ties = Math.min(degreeOf(subject.all.graph, node), 99_999)
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
