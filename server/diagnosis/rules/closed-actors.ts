import { type Case, unaskedBits } from '../case.ts'
import {
  type Distribution,
  distributionOf,
  type FindingOf,
  findingOf,
  measured,
  type Reason,
  type TieEvidence,
} from '../finding.ts'
import { type MixingDraws, type MixingField, observeMixing } from '../null/mixing-draws.ts'
import { type Renewal, testRenewal } from '../renewal.ts'
import { type DataQuality, reaches } from '../response.ts'
import { type Combined, combineByRank, type PairTally } from '../statistics/combination.ts'
import { benjaminiHochberg } from '../statistics/multiplicity.ts'
import type { Thresholds } from '../thresholds.ts'

/** An actor that is tested: is it more closed than others of its own sphere with as many ties? */
export interface ActorFacts {
  readonly node: number
  readonly degree: number
  readonly triangles: number
  /** Partners outside its sphere. */
  readonly open: number
}

/** An actor against draws. */
export interface ActorTest extends Combined {
  readonly facts: ActorFacts
}

export interface ActorJudgement {
  readonly test: ActorTest
  readonly q: number
  readonly status: 'signal' | 'none' | 'unresolved'
}

/** Null B on the actors inside that answered and have ties enough. */
export function mixingFieldOf(subject: Case, thresholds: Thresholds): MixingField {
  const { graph } = subject.declared
  const { offsets } = graph.out
  const tested = [...subject.actors.keys()].filter((node) => {
    if (subject.outside[node] || subject.silent[node]) return false
    return offsets[node + 1]! - offsets[node]! >= thresholds['actor.leastDegree']
  })
  return {
    graph,
    unasked: unaskedBits(subject),
    sphereOf: subject.spheres.groupOf,
    tested: Int32Array.from(tested),
    keeps: null,
  }
}

export interface ActorFactsOf {
  readonly actors: readonly ActorFacts[]
  /** Of the whole network. */
  readonly triangles: number
}

export function actorFacts(field: MixingField): ActorFactsOf {
  const { offsets } = field.graph.out
  const { actors, triangles } = observeMixing(field)
  return {
    actors: actors.map(({ closed, open }, i) => {
      const node = field.tested[i]!
      return { node, degree: offsets[node + 1]! - offsets[node]!, triangles: closed, open }
    }),
    triangles,
  }
}

export function testActors(facts: readonly ActorFacts[], { tallies }: MixingDraws): ActorTest[] {
  return facts.map((actor, i) => ({
    ...combineByRank(tallies[i] as PairTally, actor.triangles, actor.open),
    facts: actor,
  }))
}

/**
 * Benjamini–Hochberg over all tested, and four gates: local clustering, few partners outside, and each half of the test alone. An actor that passes the gates
 * and that no draw has yet reached is unresolved when only more draws could tell.
 */
export function judgeActors(tests: readonly ActorTest[], thresholds: Thresholds): ActorJudgement[] {
  const level = thresholds['actor.falseDiscovery']
  const q = benjaminiHochberg(tests.map(({ p }) => p))
  const unreached = (test: ActorTest) => test.p * (test.draws + 1) < 1.5
  const floor = benjaminiHochberg(tests.map((test) => (unreached(test) ? 0 : test.p)))
  return tests.map((test, i) => {
    const passes = passesGates(test, thresholds)
    if (passes && q[i]! <= level) return { test, q: q[i]!, status: 'signal' }
    return { test, q: q[i]!, status: passes && unreached(test) && floor[i]! <= level ? 'unresolved' : 'none' }
  })
}

/** Twice the triangles that Null B gives an actor, in a network as much more clustered than its draws as the whole is: its closure is its own. */
export function exceedsClustering(
  test: ActorTest,
  triangles: number,
  { meanTriangles }: MixingDraws,
  thresholds: Thresholds,
): boolean {
  const { facts, meanClosed } = test
  return facts.triangles * meanTriangles >= thresholds['actor.leastExcess'] * triangles * meanClosed
}

function passesGates({ facts, pClosed, pOpen, meanOpen }: ActorTest, thresholds: Thresholds): boolean {
  return (
    clusteringOf(facts) >= thresholds['actor.leastClustering'] &&
    facts.open <= thresholds['actor.mostOpening'] * meanOpen &&
    pClosed <= thresholds['actor.partialLevel'] &&
    pOpen <= thresholds['actor.partialLevel']
  )
}

/** Whether an actor passes the gates with a combined p of at most `level`. */
export function isClosedAt(test: ActorTest, level: number, thresholds: Thresholds): boolean {
  return passesGates(test, thresholds) && test.p <= level
}

/** Whether an actor may still pass the gates after more draws: within three standard errors of each. */
export function isInTheRace({ facts, pClosed, pOpen, meanOpen, draws }: ActorTest, thresholds: Thresholds): boolean {
  const level = thresholds['actor.partialLevel']
  const margin = 3 * Math.sqrt((level * (1 - level)) / draws)
  return (
    clusteringOf(facts) >= thresholds['actor.leastClustering'] &&
    facts.open <= 1.25 * thresholds['actor.mostOpening'] * meanOpen &&
    pClosed <= level + margin &&
    pOpen <= level + margin
  )
}

/** Share of the pairs of partners that are tied. */
function clusteringOf({ triangles, degree }: ActorFacts): number {
  return degree < 2 ? 0 : triangles / ((degree * (degree - 1)) / 2)
}

/** Whether any actor may be tested; if not, why. */
export function actorsUntestable(quality: DataQuality, thresholds: Thresholds): Reason | null {
  if (quality.basis !== 'survey') return quality.basis
  if (!reaches(quality.gate, 'bands')) return 'response_rate'
  return quality.inside < thresholds['actor.leastActors'] ? 'too_small' : null
}

/** The draws that an actor is shown against. */
export interface ActorReference {
  readonly tally: PairTally
  readonly stream: string
  readonly reference: 'B' | 'C'
}

export function closedActorFinding(
  subject: Case,
  { test, q, status }: ActorJudgement,
  { tally, stream, reference }: ActorReference,
  renewal: Renewal | null,
): FindingOf<'closed_actor'> {
  const { facts } = test
  const signal = status === 'signal'
  const drawn = { q, null: reference, draws: test.draws, seed: stream }
  const values = signal ? spread(tally) : null
  return findingOf('closed_actor', status === 'unresolved' ? 'insufficient' : status, {
    actor: subject.actors[facts.node]!,
    reason: status === 'unresolved' ? 'draws' : null,
    reference,
    dims: [
      measured('closure', facts.triangles, {
        ...drawn,
        expected: test.meanClosed,
        p: test.pClosed,
        distribution: values?.closed ?? null,
      }),
      measured('opening', facts.open, {
        ...drawn,
        of: facts.degree,
        expected: test.meanOpen,
        p: test.pOpen,
        distribution: values?.open ?? null,
      }),
      ...renewalDim(subject, facts.node, renewal),
    ],
    ties: signal ? tiesOf(subject, facts.node) : [],
  })
}

/** An actor that has ties enough to be tested and that the data cannot judge. */
export function untestedActorFindings(
  subject: Case,
  thresholds: Thresholds,
  reason: Reason | null,
): FindingOf<'closed_actor'>[] {
  const { offsets } = subject.declared.graph.out
  return [...subject.actors.keys()].flatMap((node) => {
    const degree = offsets[node + 1]! - offsets[node]!
    if (subject.outside[node] || degree < thresholds['actor.leastDegree']) return []
    if (reason === null && !subject.silent[node]) return []
    const actor = subject.actors[node]!
    return [findingOf('closed_actor', 'insufficient', { actor, reason: reason ?? 'did_not_answer' })]
  })
}

/** « 0 nouveau lien sur 5 (attendu 0,9) »: said without a verdict, an actor has too few ties for one. */
function renewalDim(subject: Case, node: number, renewal: Renewal | null) {
  if (!renewal) return []
  const { sources, targets } = subject.declared.graph
  const test = testRenewal(renewal, (e) => sources[e] === node || targets[e] === node)
  return test ? [measured('renewal', test.newTies, { of: test.ties, expected: test.expected })] : []
}

function tiesOf(subject: Case, node: number): TieEvidence[] {
  const { graph, lastContact } = subject.declared
  const { offsets, neighbors, edges } = graph.out
  const evidence: TieEvidence[] = []
  for (let i = offsets[node]!; i < offsets[node + 1]!; i++) {
    const partner = neighbors[i]!
    const within = subject.spheres.groupOf[partner] === subject.spheres.groupOf[node]
    evidence.push({
      from: subject.actors[node]!,
      to: subject.actors[partner]!,
      role: within ? 'internal' : 'leaving',
      lastContact: lastContact[edges[i]!] ?? null,
    })
  }
  return evidence
}

function spread(tally: PairTally): { closed: Distribution | null; open: Distribution | null } {
  const closed: number[] = []
  const open: number[] = []
  for (const cell of tally.cells()) {
    for (let i = 0; i < cell.times; i++) {
      closed.push(cell.closed)
      open.push(cell.open)
    }
  }
  return { closed: distributionOf(closed), open: distributionOf(open) }
}
