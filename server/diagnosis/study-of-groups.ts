import { type Case, type Group, presentOf } from './case.ts'
import { type Families, type Finding, findingOf, type Reason } from './finding.ts'
import type { DegreeDraws, DegreeField } from './null/degree-draws.ts'
import type { Renewal } from './renewal.ts'
import { type DataQuality, dataQualityOf, reaches } from './response.ts'
import {
  closedGroupFinding,
  degreeFieldOf,
  type GroupFacts,
  type GroupTest,
  gradeOf,
  groupFacts,
  type Judgement,
  judgeGroups,
  passesFloors,
  renewalQs,
  testGroup,
  untestable,
  untestedGroupFinding,
} from './rules/closed-groups.ts'
import { criticalBrokerFinding, cutOffBy, isCritical, testBrokers } from './rules/critical-brokers.ts'
import { DegreeSample } from './sampling.ts'
import type { Thresholds } from './thresholds.ts'
import { tieClassesOf } from './tie-classes.ts'
import { ofFamily, tieFamilies } from './tie-families.ts'
import type { RunPiece } from './work.ts'

/** A test is over once this many draws were at least as extreme as what was observed. */
const stopAfter = 20
/** How far from a floor, as a share of it, an effect must lie for more draws not to matter. */
const margin = 0.15

/** What Null A says of a case: closed groups and critical go-betweens, from one sample that grows. */
export class GroupStudy {
  findings: readonly Finding[] = []
  /** Null when nothing may be drawn. */
  draws: DegreeDraws | null = null
  readonly #subject: Case
  readonly #quality: DataQuality
  readonly #thresholds: Thresholds
  readonly #renewal: Renewal | null
  readonly #seed: string
  readonly #run: RunPiece
  readonly #field: DegreeField
  readonly #facts: readonly GroupFacts[]
  readonly #testable: readonly number[]
  readonly #cutOff: Int32Array
  readonly #sample: DegreeSample
  readonly #cannot: Reason | null
  /** Groups flagged at the earlier wave; asked once, when a group is flagged now. */
  #before: Promise<ReadonlySet<string>> | null = null
  /** Of groups flagged, whether places leave them closed; asked once. */
  readonly #withinPlaces = new Map<string, Promise<boolean>>()
  /** Of groups flagged, family by family; asked once. */
  readonly #families = new Map<string, Promise<Families>>()

  constructor(
    subject: Case,
    quality: DataQuality,
    thresholds: Thresholds,
    renewal: Renewal | null,
    seed: string,
    run: RunPiece,
    mostActors: number,
  ) {
    this.#subject = subject
    this.#quality = quality
    this.#thresholds = thresholds
    this.#renewal = renewal
    this.#seed = seed
    this.#run = run
    this.#field = { ...degreeFieldOf(subject), classes: tieClassesOf(subject) }
    this.#facts = groupFacts(subject, this.#field)
    this.#cutOff = cutOffBy(subject)
    this.#testable = this.#facts.flatMap((facts, i) => (untestable(facts, quality, thresholds) === null ? [i] : []))
    this.#sample = new DegreeSample(this.#field, `${seed}:A`, run)
    this.#cannot = cannotDraw(subject, quality, mostActors)
  }

  /** Draws until every test is settled, at most `draws`, and says what follows. */
  async study(draws: number): Promise<void> {
    if (this.#cannot) {
      this.findings = [...this.#untested(this.#cannot), noBroker('insufficient', this.#cannot)]
      return
    }
    this.draws = await this.#sample.growTo(draws, (sample) => this.#isSettled(sample))
    await this.#conclude(this.draws)
  }

  /** Draws made so far. */
  get drawn(): number {
    return this.draws?.draws ?? 0
  }

  /** Whether anything found, or left open, deserves more draws. */
  get isUnderWay(): boolean {
    return this.findings.some(({ status, reason }) => status === 'signal' || reason === 'draws')
  }

  async #conclude(draws: DegreeDraws): Promise<void> {
    const judged = judgeGroups(this.#tests(draws), this.#thresholds)
    const flagged = judged.filter(({ status }) => status === 'signal')
    const before = flagged.length > 0 ? await this.#flaggedBefore() : new Set<string>()
    const renewal = renewalQs(
      this.#subject,
      flagged.map(({ test }) => test.facts.group),
      this.#renewal,
    )
    const renewalOf = new Map(flagged.map((judgement, i) => [judgement, renewal[i] ?? null]))
    const tested = await Promise.all(
      judged.map((judgement, i) => this.#findingOn(judgement, i, draws, renewalOf.get(judgement) ?? null, before)),
    )
    this.findings = [...tested, ...this.#untested(null), ...this.#brokers(draws)]
  }

  async #findingOn(
    judgement: Judgement,
    i: number,
    draws: DegreeDraws,
    renewalQ: number | null,
    before: ReadonlySet<string>,
  ): Promise<Finding> {
    const { group } = judgement.test.facts
    const signal = judgement.status === 'signal'
    const grade = signal
      ? gradeOf(this.#subject, group, this.#renewal, renewalQ, before.has(keyOf(judgement.test)), this.#thresholds)
      : null
    const finding = closedGroupFinding(
      this.#subject,
      judgement,
      draws,
      this.#testable[i]!,
      this.#sample.stream,
      this.#renewal,
      renewalQ,
      grade,
    )
    if (!signal) return finding
    const mostOpening = this.#thresholds['group.mostOpening']
    return {
      ...finding,
      explainedBy: (await this.#holdsWithinPlaces(group)) ? null : 'places',
      families: await this.#familiesOf(group),
      whatIf: await this.#run('whatIf', { subject: presentOf(this.#subject), test: judgement.test, mostOpening }),
    }
  }

  /** Whether a group is as closed beside draws that keep the ties inside places as well; asked once. True where places are not recorded, or are the group. */
  #holdsWithinPlaces(group: Group): Promise<boolean> {
    const key = `${group.kind}:${group.id}`
    const known = this.#withinPlaces.get(key) ?? this.#studyPlaces(group)
    this.#withinPlaces.set(key, known)
    return known
  }

  async #studyPlaces(group: Group): Promise<boolean> {
    const { places } = this.#subject
    if (!places || group.kind === 'commune') return true
    const field = { ...degreeFieldOf({ ...this.#subject, groups: [group] }), placeOf: places.groupOf }
    const facts = this.#facts.find((known) => known.group === group)
    if (!facts) return true
    const sample = new DegreeSample(field, `${this.#seed}:A:places:${group.kind}:${group.id}`, this.#run)
    const test = testGroup(facts, 0, await sample.growTo(drawsWithinPlaces, () => false), stopAfter)
    return test.p <= this.#thresholds['group.level'] && passesFloors(test, this.#thresholds)
  }

  /** In which families of ties, each taken alone, a group is as closed: by the same draws and floors. */
  #familiesOf(group: Group): Promise<Families> {
    const key = `${group.kind}:${group.id}`
    const known = this.#families.get(key) ?? this.#studyFamilies(group)
    this.#families.set(key, known)
    return known
  }

  #studyFamilies(group: Group): Promise<Families> {
    if (this.#subject.declared.families.every((bits) => bits === 0)) return Promise.resolve([])
    return Promise.all(
      tieFamilies.map(async (family) => {
        const alone: Case = {
          ...this.#subject,
          declared: ofFamily(this.#subject.declared, family),
          groups: [group],
        }
        const field = degreeFieldOf(alone)
        const [facts] = groupFacts(alone, field)
        if (!facts || facts.internal < this.#thresholds['group.leastInternalTies']) return { family, holds: null }
        const sample = new DegreeSample(field, `${this.#seed}:A:${family}`, this.#run)
        const test = testGroup(facts, 0, await sample.growTo(drawsOfFamily, () => false), stopAfter)
        return { family, holds: test.p <= this.#thresholds['group.level'] && passesFloors(test, this.#thresholds) }
      }),
    )
  }

  #tests(draws: DegreeDraws): GroupTest[] {
    return this.#testable.map((index) => testGroup(this.#facts[index]!, index, draws, stopAfter))
  }

  #isSettled(draws: DegreeDraws): boolean {
    const mostOpening = this.#thresholds['group.mostOpening'] * (1 + margin)
    const leastClosure = this.#thresholds['group.leastClosure'] * (1 - margin)
    const groups = this.#tests(draws).every(({ facts, closure, opening }) => {
      const clear = closure.exceedances >= stopAfter || opening.exceedances >= stopAfter
      return (
        clear || facts.leaving > mostOpening * opening.expected || facts.triangles < leastClosure * closure.expected
      )
    })
    const brokers = testBrokers(this.#cutOff, draws, this.#thresholds, stopAfter)
    return groups && brokers.every(({ test }) => test.exceedances >= stopAfter)
  }

  #untested(reason: Reason | null): Finding[] {
    if (this.#facts.length === 0) return [findingOf('closed_group', 'insufficient', { reason: 'no_groups' })]
    return this.#facts.flatMap((facts) => {
      const why = reason ?? untestable(facts, this.#quality, this.#thresholds)
      return why === null || isNoGroup(facts) ? [] : [untestedGroupFinding(this.#subject, facts, why)]
    })
  }

  #brokers(draws: DegreeDraws): Finding[] {
    const tested = testBrokers(this.#cutOff, draws, this.#thresholds, stopAfter)
    if (tested.length === 0) return [noBroker('none', null)]
    return tested.map((broker) =>
      criticalBrokerFinding(this.#subject, broker, draws, this.#sample.stream, isCritical(broker, this.#thresholds)),
    )
  }

  /** The same rule on the earlier wave. */
  #flaggedBefore(): Promise<ReadonlySet<string>> {
    this.#before ??= this.#studyBefore()
    return this.#before
  }

  async #studyBefore(): Promise<ReadonlySet<string>> {
    const before = this.#subject.previous?.case
    if (!before) return new Set()
    const quality = dataQualityOf(before, this.#thresholds)
    const field = degreeFieldOf(before)
    const facts = groupFacts(before, field)
    const testable = facts.flatMap((group, i) => (untestable(group, quality, this.#thresholds) === null ? [i] : []))
    if (testable.length === 0) return new Set()
    const sample = new DegreeSample(field, `${this.#seed}:A:before`, this.#run)
    const draws = await sample.growTo(drawsBefore, () => false)
    const tests = testable.map((index) => testGroup(facts[index]!, index, draws, stopAfter))
    const flagged = judgeGroups(tests, this.#thresholds).filter(({ status }) => status === 'signal')
    return new Set(flagged.map(({ test }) => keyOf(test)))
  }
}

const drawsBefore = 1_999
const drawsOfFamily = 499
const drawsWithinPlaces = 999

function noBroker(status: 'none' | 'insufficient', reason: Reason | null): Finding {
  return findingOf('critical_broker', status, { reason })
}

/** The only actor of a sphere or a commune is no group; one of a column is there because somebody asks about it. */
function isNoGroup({ group: { kind, members } }: GroupFacts): boolean {
  return members.length < (kind === 'column' ? 1 : 2)
}

function keyOf({ facts: { group } }: GroupTest): string {
  return `${group.kind}:${group.id}`
}

/** Why Null A may not be drawn at all; null when it may. */
function cannotDraw(subject: Case, { basis, gate }: DataQuality, mostActors: number): Reason | null {
  if (basis !== 'survey') return basis
  if (!reaches(gate, 'composition')) return 'response_rate'
  return subject.actors.length > mostActors ? 'too_large' : null
}
