import { type Case, type Group, unaskedBits } from '../case.ts'
import {
  type Dim,
  distributionOf,
  type Finding,
  type FindingOf,
  findingOf,
  type Grade,
  measured,
  type Reason,
  type TieEvidence,
} from '../finding.ts'
import { type DegreeDraws, type DegreeField, observeDegrees } from '../null/degree-draws.ts'
import { type Renewal, type RenewalTest, testRenewal } from '../renewal.ts'
import { type DataQuality, reaches } from '../response.ts'
import { mean } from '../statistics/interval.ts'
import { benjaminiHochberg, holm } from '../statistics/multiplicity.ts'
import { type MonteCarlo, sequentialP } from '../statistics/p-value.ts'
import type { Thresholds } from '../thresholds.ts'

/** A group as it is, whatever is concluded. */
export interface GroupFacts {
  readonly group: Group
  /** Ties and triangles among its members, ties that leave it. */
  readonly internal: number
  readonly triangles: number
  readonly leaving: number
  /** Sum of the degrees of its members, which no draw changes: twice the internal ties, once the leaving ones. */
  readonly degrees: number
  /** Share of the members asked who answered; null when none was asked. */
  readonly response: number | null
}

/** A group against draws. */
export interface GroupTest {
  readonly facts: GroupFacts
  readonly closure: MonteCarlo & { readonly expected: number }
  readonly opening: MonteCarlo & { readonly expected: number }
  /** Both must hold: the larger of the two (R. Berger 1982, Technometrics 24:295-300). */
  readonly p: number
}

export function groupFacts(subject: Case, field: DegreeField): GroupFacts[] {
  const observed = observeDegrees(field)
  const { offsets } = field.graph.out
  return subject.groups.map((group, i) => {
    const internal = observed.groupTies[i]![0]!
    const degrees = group.members.reduce((sum, node) => sum + offsets[node + 1]! - offsets[node]!, 0)
    const asked = group.members.filter((node) => subject.asked[node])
    const answered = asked.filter((node) => !subject.silent[node])
    return {
      group,
      internal,
      triangles: observed.groupTriangles[i]![0]!,
      leaving: degrees - 2 * internal,
      degrees,
      response: asked.length > 0 ? answered.length / asked.length : null,
    }
  })
}

/** Why a group is not tested; null when it is. */
export function untestable(
  { group, internal, response }: GroupFacts,
  quality: DataQuality,
  thresholds: Thresholds,
): Reason | null {
  if (quality.basis !== 'survey') return quality.basis
  if (group.members.length < thresholds['group.leastMembers']) return 'too_small'
  if (!reaches(quality.gate, 'composition')) return 'response_rate'
  if (response === null || response < thresholds['group.leastResponse']) return 'group_response'
  if (internal < thresholds['group.leastInternalTies']) return 'too_few_ties'
  return null
}

/**
 * Triangles inside, more than the degrees imply; ties that leave, fewer. As degrees are kept, few ties leave exactly where many stay.
 * `stopAfter` as in `sequentialP`.
 */
export function testGroup(facts: GroupFacts, index: number, draws: DegreeDraws, stopAfter: number): GroupTest {
  const triangles = draws.groupTriangles[index]!
  const internal = draws.groupTies[index]!
  const closure = { ...sequentialP(triangles, facts.triangles, 'upper', stopAfter), expected: mean(triangles) }
  const opening = {
    ...sequentialP(internal, facts.internal, 'upper', stopAfter),
    expected: facts.degrees - 2 * mean(internal),
  }
  return { facts, closure, opening, p: Math.max(closure.p, opening.p) }
}

/** Whether a closed group is an effect worth a word, beyond chance: homophily alone makes most groups significant. */
export function passesFloors({ facts, closure, opening }: GroupTest, thresholds: Thresholds): boolean {
  const open = facts.leaving <= thresholds['group.mostOpening'] * opening.expected
  return (
    open && opening.expected > 0 && facts.triangles >= Math.max(1, thresholds['group.leastClosure'] * closure.expected)
  )
}

export interface Judgement {
  readonly test: GroupTest
  readonly adjusted: number
  readonly status: 'signal' | 'none' | 'unresolved'
}

/** Holm over the groups tested. A group that only more draws could flag is unresolved. */
export function judgeGroups(tests: readonly GroupTest[], thresholds: Thresholds): Judgement[] {
  const level = thresholds['group.level']
  const adjusted = holm(tests.map(({ p }) => p))
  // What the p-values would be had no draw reached the observation: nothing smaller can be had from so many draws.
  const floor = holm(tests.map((test) => (undecided(test) ? 0 : test.p)))
  return tests.map((test, i) => {
    const passes = passesFloors(test, thresholds)
    if (passes && adjusted[i]! <= level) return { test, adjusted: adjusted[i]!, status: 'signal' }
    const could = passes && undecided(test) && floor[i]! <= level
    return { test, adjusted: adjusted[i]!, status: could ? 'unresolved' : 'none' }
  })
}

/** No draw was as extreme on either side. */
function undecided({ closure, opening }: GroupTest): boolean {
  return closure.exceedances === 0 && opening.exceedances === 0
}

/** What the earlier wave and the renewal of ties add to the verdict. */
export function gradeOf(
  subject: Case,
  group: Group,
  renewal: Renewal | null,
  renewalQ: number | null,
  flaggedBefore: boolean,
  thresholds: Thresholds,
): Grade {
  if (!renewal || renewal.ties === 0) return 'structural'
  const inGroup = membership(subject, group)
  const { sources, targets } = subject.declared.graph
  const leaving = testRenewal(renewal, (e) => inGroup[sources[e]!] !== inGroup[targets[e]!])
  const everywhere = renewal.newTies / renewal.ties
  if (flaggedBefore && leaving && leaving.newTies / leaving.ties > everywhere) return 'opening'
  return renewalQ !== null && renewalQ <= thresholds['group.renewalLevel'] ? 'confirmed' : 'structural'
}

/** By group, how likely so few new ties are by chance, adjusted for the groups beside it (Benjamini–Hochberg); null where there is nothing to compare. */
export function renewalQs(subject: Case, groups: readonly Group[], renewal: Renewal | null): (number | null)[] {
  const tests = groups.map((group) => renewal && renewalOfGroup(subject, group, renewal))
  const adjusted = benjaminiHochberg(tests.flatMap((test) => (test ? [test.p] : [])))
  let next = 0
  return tests.map((test) => (test ? adjusted[next++]! : null))
}

function renewalOfGroup(subject: Case, group: Group, renewal: Renewal): RenewalTest | null {
  const inGroup = membership(subject, group)
  const { sources, targets } = subject.declared.graph
  return testRenewal(renewal, (e) => inGroup[sources[e]!] === 1 || inGroup[targets[e]!] === 1)
}

/** The finding on a group that was tested. */
export function closedGroupFinding(
  subject: Case,
  { test, adjusted, status }: Judgement,
  draws: DegreeDraws,
  index: number,
  stream: string,
  renewal: Renewal | null,
  renewalQ: number | null,
  grade: Grade | null,
): FindingOf<'closed_group'> {
  const { facts, closure, opening } = test
  const { group } = facts
  const drawn = { q: adjusted, null: 'A', seed: stream } as const
  const signal = status === 'signal'
  const leaving = draws.groupTies[index]!.map((internal) => facts.degrees - 2 * internal)
  const dims: Dim[] = [
    measured('closure', facts.triangles, {
      ...drawn,
      expected: closure.expected,
      p: closure.p,
      draws: closure.draws,
      distribution: distributionOf(draws.groupTriangles[index]!),
    }),
    measured('opening', facts.leaving, {
      ...drawn,
      expected: opening.expected,
      p: opening.p,
      draws: opening.draws,
      distribution: distributionOf(leaving),
    }),
    ...renewalDim(subject, group, renewal, renewalQ),
    ...diversityDim(subject, group),
  ]
  return findingOf('closed_group', status === 'unresolved' ? 'insufficient' : status, {
    ...aboutGroup(subject, facts),
    reason: status === 'unresolved' ? 'draws' : null,
    reference: 'A',
    grade: signal ? grade : null,
    dims,
    ties: signal ? tiesOf(subject, group) : [],
  })
}

/** The finding on a group that could not be tested, with what was seen of it. */
export function untestedGroupFinding(subject: Case, facts: GroupFacts, reason: Reason): Finding {
  const seen =
    reason === 'documents' || reason === 'informants'
      ? []
      : [measured('closure', facts.triangles), measured('opening', facts.leaving)]
  return findingOf('closed_group', 'insufficient', {
    ...aboutGroup(subject, facts),
    reason,
    dims: seen,
  })
}

/** The field of Null A for the groups and go-betweens of a case. */
export function degreeFieldOf(subject: Case): DegreeField {
  return {
    graph: subject.declared.graph,
    unasked: unaskedBits(subject),
    groups: subject.groups.map(({ members }) => members),
    staying: subject.shared,
    classes: null,
    placeOf: null,
  }
}

function aboutGroup(subject: Case, { group, response }: GroupFacts) {
  return {
    group: { kind: group.kind, id: group.id },
    members: Array.from(group.members, (node) => subject.actors[node]!),
    response,
  }
}

function renewalDim(subject: Case, group: Group, renewal: Renewal | null, q: number | null): Dim[] {
  const test = renewal && renewalOfGroup(subject, group, renewal)
  if (!test) return []
  const { newTies, ties, expected, p } = test
  return [measured('renewal', newTies, { of: ties, expected, p, q, null: 'hypergeometric' })]
}

/** Spread of the ties that leave over the spheres they lead to: K/(K − 1) (1 − Σ p²). Said, not tested. */
function diversityDim(subject: Case, group: Group): Dim[] {
  const inGroup = membership(subject, group)
  const { sources, targets, edgeCount } = subject.declared.graph
  const counts = new Float64Array(subject.spheres.names.length)
  let total = 0
  for (let e = 0; e < edgeCount; e++) {
    const [u, v] = [sources[e]!, targets[e]!]
    if (inGroup[u] === inGroup[v]) continue
    const sphere = subject.spheres.groupOf[inGroup[u] ? v : u]!
    if (sphere < 0) continue
    counts[sphere]!++
    total++
  }
  if (total === 0 || counts.length < 2) return []
  const concentration = counts.reduce((sum, count) => sum + (count / total) ** 2, 0)
  return [measured('diversity', (counts.length / (counts.length - 1)) * (1 - concentration))]
}

function tiesOf(subject: Case, group: Group): TieEvidence[] {
  const inGroup = membership(subject, group)
  const { graph, lastContact } = subject.declared
  const evidence: TieEvidence[] = []
  for (const role of ['internal', 'leaving'] as const) {
    for (let e = 0; e < graph.edgeCount; e++) {
      const ends = inGroup[graph.sources[e]!]! + inGroup[graph.targets[e]!]!
      if (ends !== (role === 'internal' ? 2 : 1)) continue
      const [from, to] = [subject.actors[graph.sources[e]!]!, subject.actors[graph.targets[e]!]!]
      evidence.push({ from, to, role, lastContact: lastContact[e] ?? null })
    }
  }
  return evidence
}

function membership(subject: Case, group: Group): Uint8Array {
  const inGroup = new Uint8Array(subject.actors.length)
  for (const node of group.members) inGroup[node] = 1
  return inGroup
}
