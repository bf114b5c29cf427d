import { randomStream } from '../analysis/random.ts'
import type { Case } from './case.ts'
import type { Code, Finding } from './finding.ts'
import { drawDegrees, observeDegrees } from './null/degree-draws.ts'
import { drawMixing, joinMixingDraws } from './null/mixing-draws.ts'
import type { DataQuality } from './response.ts'
import { Brokerage } from './rules/brokers.ts'
import { actorFacts, isClosedAt, mixingFieldOf, testActors } from './rules/closed-actors.ts'
import { degreeFieldOf, groupFacts, judgeGroups, testGroup } from './rules/closed-groups.ts'
import { judgePairs, testPairs } from './rules/excluded-spheres.ts'
import { fadingFindings } from './rules/fading.ts'
import { fragileOpeningFinding } from './rules/territory.ts'
import type { Thresholds } from './thresholds.ts'
import { furtherSilence, withoutRespondents } from './without-respondents.ts'

/** The findings whose survival is asked, and how often to try. */
export interface SurvivalQuestion {
  readonly subject: Case
  readonly quality: DataQuality
  readonly thresholds: Thresholds
  readonly findings: readonly Pick<Finding, 'id' | 'code' | 'level' | 'subject' | 'aspect' | 'members'>[]
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
  const asks = (code: Code, level?: Finding['level']) =>
    findings.some((finding) => finding.code === code && (level === undefined || finding.level === level))
  const quality: DataQuality = { ...question.quality, gate: 'full', responseRate: 1, recall: 1 }
  const left = poorer.declared.graph.edgeCount / Math.max(1, question.subject.declared.graph.edgeCount)
  const thresholds: Thresholds = {
    ...question.thresholds,
    'excluded.leastExpected': question.thresholds['excluded.leastExpected'] * left,
  }
  const signals = new Set<string>()
  const add = (found: readonly Finding[]) => {
    for (const { id, status } of found) if (status === 'signal') signals.add(id)
  }
  if (asks('lock_in', 'group') || asks('I5')) {
    for (const id of closedOrExcluded(poorer, thresholds, stream)) signals.add(id)
  }
  if (asks('lock_in', 'actor')) {
    for (const name of closedActors(poorer, question, stream)) signals.add(`lock_in:actor::${name}`)
  }
  if (asks('lock_in', 'territory')) add([fragileOpeningFinding(poorer, quality, thresholds)])
  if (asks('I6')) add(fadingFindings(poorer, thresholds))

  const brokerage = asks('I7') ? new Brokerage(poorer) : null
  return ({ id, code, subject }) =>
    code === 'I7' ? (brokerage?.isCritical(subject, thresholds) ?? false) : signals.has(id)
}

/** Draws enough for the smallest adjusted p-value to pass, with half as many again to spare. */
function drawsFor(tests: number, level: number): number {
  return Math.min(1_499, Math.max(299, Math.ceil((1.5 * tests) / level)))
}

function closedOrExcluded(poorer: Case, thresholds: Thresholds, stream: string): string[] {
  const field = degreeFieldOf(poorer)
  const facts = groupFacts(poorer, field)
  const testable = facts.flatMap((group, index) => {
    const large = group.group.members.length >= thresholds['group.leastMembers']
    return large && group.internal >= thresholds['group.leastInternalTies'] ? [index] : []
  })
  const spheres = field.sphereCount
  const count = Math.max(
    drawsFor(testable.length, thresholds['group.level']),
    drawsFor((spheres * (spheres - 1)) / 4, thresholds['excluded.falseDiscovery']),
  )
  const draws = drawDegrees(field, count, `${stream}:A`)
  const tests = testable.map((index) => testGroup(facts[index]!, index, draws, Infinity))
  const groups = judgeGroups(tests, thresholds).flatMap(({ test, status }) => {
    const { kind, id } = test.facts.group
    return status === 'signal' ? [`lock_in:group:${kind}:${id}`] : []
  })
  const { names } = poorer.spheres
  const pairs = judgePairs(testPairs(poorer, observeDegrees(field), draws, thresholds, Infinity), thresholds)
  const kind = poorer.groups.some((group) => group.kind === 'column') ? 'column' : 'sphere'
  const excluded = pairs.flatMap(({ pair, status }) =>
    status === 'signal' ? [`I5:group:${kind}:${names[pair.first]} / ${names[pair.second]}`] : [],
  )
  return [...groups, ...excluded]
}

const actorDraws = 399

/** Those who were tested first, whether they are among the silent now or not: the question is about the ties around them. */
function closedActors(poorer: Case, { subject, thresholds, actorLevel }: SurvivalQuestion, stream: string): string[] {
  const field = { ...mixingFieldOf(poorer, thresholds), tested: mixingFieldOf(subject, thresholds).tested }
  const facts = actorFacts(field)
  const tallies = joinMixingDraws(
    [drawMixing(field, actorDraws, `${stream}:B`)],
    facts.map(({ degree }) => degree),
  )
  return testActors(facts, tallies)
    .filter((test) => isClosedAt(test, Math.max(actorLevel, 1 / (actorDraws + 1)), thresholds))
    .map(({ facts: { node } }) => poorer.actors[node]!)
}
