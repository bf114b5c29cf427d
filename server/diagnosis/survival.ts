import { randomStream } from '../analysis/random.ts'
import { findingId } from '../domain/note.ts'
import type { Case } from './case.ts'
import type { Finding, Kind } from './finding.ts'
import { drawDegrees } from './null/degree-draws.ts'
import { drawMixing, joinMixingDraws } from './null/mixing-draws.ts'
import { drawSpheres, observeSpheres } from './null/sphere-draws.ts'
import type { DataQuality } from './response.ts'
import { actorFacts, exceedsClustering, isClosedAt, mixingFieldOf, testActors } from './rules/closed-actors.ts'
import { degreeFieldOf, groupFacts, passesFloors, testGroup } from './rules/closed-groups.ts'
import { cutOffBy, isCritical, testBrokers } from './rules/critical-brokers.ts'
import { sphereFieldOf, testPairs } from './rules/excluded-spheres.ts'
import { fadingFindings } from './rules/fading.ts'
import { judgeSpheresApart, testSpheresApart } from './rules/spheres-apart.ts'
import { fragileOpeningFinding } from './rules/territory.ts'
import type { Thresholds } from './thresholds.ts'
import { furtherSilence, withoutRespondents } from './without-respondents.ts'

/** The findings whose survival is asked, and how often to try. */
export interface SurvivalQuestion {
  readonly subject: Case
  readonly quality: DataQuality
  readonly thresholds: Thresholds
  readonly findings: readonly Pick<Finding, 'id' | 'kind'>[]
  /** The largest combined p among the actors flagged. */
  readonly actorLevel: number
  /** Replicates from, and up to but not including. */
  readonly from: number
  readonly to: number
  readonly seed: string
}

/** By finding asked, in how many of the replicates it was still a signal. */
export function countSurvivals(question: SurvivalQuestion): Int32Array {
  const survived = new Int32Array(question.findings.length)
  const rate = question.quality.responseRate
  for (let replicate = question.from; replicate < question.to; replicate++) {
    const stream = `${question.seed}:survival:${replicate}`
    const dropped = furtherSilence(question.subject, rate ?? 1, randomStream(stream))
    const poorer = withoutRespondents(question.subject, dropped)
    const holds = signalsOf(poorer, question, stream)
    question.findings.forEach((finding, i) => {
      if (holds(finding)) survived[i]!++
    })
  }
  return survived
}

type Asked = SurvivalQuestion['findings'][number]

/**
 * Whether a finding holds on poorer data. Gates on data quality are left open: the question is whether what was seen would still be seen, not whether so little data would do.
 */
function signalsOf(poorer: Case, question: SurvivalQuestion, stream: string): (finding: Asked) => boolean {
  const { findings } = question
  const asks = (kind: Kind) => findings.some((finding) => finding.kind === kind)
  const quality: DataQuality = { ...question.quality, gate: 'full', responseRate: 1, recall: 1 }
  const left = poorer.declared.graph.edgeCount / Math.max(1, question.subject.declared.graph.edgeCount)
  const thresholds: Thresholds = {
    ...question.thresholds,
    'excluded.leastExpected': question.thresholds['excluded.leastExpected'] * left,
    'apart.leastActors': 0,
  }
  const signals = new Set<string>()
  const add = (found: readonly Finding[]) => {
    for (const { id, status } of found) if (status === 'signal') signals.add(id)
  }
  const addAll = (ids: readonly string[]) => {
    for (const id of ids) signals.add(id)
  }
  if (asks('closed_group') || asks('critical_broker')) addAll(underNullA(poorer, thresholds, stream))
  if (asks('excluded_spheres')) addAll(excludedPairs(poorer, thresholds, stream))
  if (asks('sphere_kept_apart')) addAll(spheresApart(poorer, { ...thresholds, 'group.leastResponse': 0 }, stream))
  if (asks('closed_actor')) addAll(closedActors(poorer, question, stream))
  if (asks('fragile_opening')) add([fragileOpeningFinding(poorer, quality, thresholds)])
  if (asks('fading_ties')) add(fadingFindings(poorer, thresholds))

  return ({ id }) => signals.has(id)
}

const degreeDraws = 199

/** Closed groups and critical go-betweens: both stand before the same draws. */
function underNullA(poorer: Case, thresholds: Thresholds, stream: string): string[] {
  const field = degreeFieldOf(poorer)
  const facts = groupFacts(poorer, field)
  const testable = facts.flatMap((group, index) => {
    const large = group.group.members.length >= thresholds['group.leastMembers']
    return large && group.internal >= thresholds['group.leastInternalTies'] ? [index] : []
  })
  const draws = drawDegrees(field, degreeDraws, `${stream}:A`)
  // So few draws cannot reach the level of many groups: the smallest p they have passes, and effects decide.
  const level = Math.max(thresholds['group.level'] / testable.length, 1 / (degreeDraws + 1))
  const groups = testable
    .map((index) => testGroup(facts[index]!, index, draws, Infinity))
    .filter((test) => passesFloors(test, thresholds) && test.p <= level)
    .map(({ facts: { group } }) => findingId('closed_group', { [group.kind]: group.id }))
  const brokers = testBrokers(cutOffBy(poorer), draws, thresholds, Infinity)
    .filter((broker) => isCritical(broker, thresholds))
    .map(({ node }) => findingId('critical_broker', { actor: poorer.actors[node]! }))
  return [...groups, ...brokers]
}

const sphereDraws = 99

/** Pairs of spheres with at most half of what Null D gives and, as draws are few, fewer than any of them. */
function excludedPairs(poorer: Case, thresholds: Thresholds, stream: string): string[] {
  const field = sphereFieldOf(poorer)
  const draws = drawSpheres(field, sphereDraws, `${stream}:D`)
  const { names } = poorer.spheres
  return testPairs(poorer, observeSpheres(field), draws, thresholds, Infinity)
    .filter(({ ties, expected, test }) => {
      return ties <= thresholds['excluded.mostRatio'] * expected && test.p <= thresholds['excluded.falseDiscovery']
    })
    .map(({ first, second }) => findingId('excluded_spheres', { spheres: [names[first]!, names[second]!] }))
}

function spheresApart(poorer: Case, thresholds: Thresholds, stream: string): string[] {
  const tested = testSpheresApart(poorer, thresholds, false, 399, `${stream}:labels`)
  return judgeSpheresApart(tested, thresholds).flatMap(({ sphere, status }) =>
    status === 'signal' ? [findingId('sphere_kept_apart', { sphere: poorer.spheres.names[sphere]! })] : [],
  )
}

const actorDraws = 399

/**
 * Those who were flagged, whether they are among the silent now or not: the question is about the ties around them. Null C, which takes long,
 * is left out: its closest kin, that triangles exceed what the clustering of the whole explains, is not.
 */
function closedActors(poorer: Case, { findings, thresholds, actorLevel }: SurvivalQuestion, stream: string): string[] {
  const flagged = new Set(findings.map(({ id }) => id))
  const isFlagged = (node: number) => flagged.has(findingId('closed_actor', { actor: poorer.actors[node]! }))
  const tested = Int32Array.from([...poorer.actors.keys()].filter(isFlagged))
  const field = { ...mixingFieldOf(poorer, thresholds), tested }
  const { actors, triangles } = actorFacts(field)
  const draws = joinMixingDraws(
    [drawMixing(field, actorDraws, `${stream}:B`)],
    actors.map(({ degree }) => degree),
  )
  return testActors(actors, draws)
    .filter((test) => isClosedAt(test, Math.max(actorLevel, 1 / (actorDraws + 1)), thresholds))
    .filter((test) => exceedsClustering(test, triangles, draws, thresholds))
    .map(({ facts: { node } }) => findingId('closed_actor', { actor: poorer.actors[node]! }))
}
