import type { Case } from './case.ts'
import { type Finding, findingOf, type Reason } from './finding.ts'
import type { MixingDraws, MixingField } from './null/mixing-draws.ts'
import type { Renewal } from './renewal.ts'
import type { DataQuality } from './response.ts'
import {
  type ActorFacts,
  actorFacts,
  actorsUntestable,
  closedActorFinding,
  isInTheRace,
  judgeActors,
  mixingFieldOf,
  testActors,
  untestedActorFindings,
} from './rules/closed-actors.ts'
import { MixingSample } from './sampling.ts'
import type { Thresholds } from './thresholds.ts'
import type { Run } from './work.ts'

/** What Null B says of the actors of a case, from one sample that grows. */
export class ActorStudy {
  findings: readonly Finding[] = []
  /** The largest combined p among the actors flagged; 0 when there is none. */
  largestP = 0
  readonly #subject: Case
  readonly #thresholds: Thresholds
  readonly #renewal: Renewal | null
  readonly #field: MixingField
  readonly #facts: readonly ActorFacts[]
  readonly #sample: MixingSample
  readonly #cannot: 'documents' | 'response_rate' | 'too_large' | null

  constructor(
    subject: Case,
    quality: DataQuality,
    thresholds: Thresholds,
    renewal: Renewal | null,
    seed: string,
    run: Run,
    mostActors: number,
  ) {
    this.#subject = subject
    this.#thresholds = thresholds
    this.#renewal = renewal
    this.#cannot = actorsUntestable(quality) ?? (subject.actors.length > mostActors ? 'too_large' : null)
    this.#field = mixingFieldOf(subject, thresholds)
    this.#facts = this.#cannot ? [] : actorFacts(this.#field)
    this.#sample = new MixingSample(this.#field, `${seed}:B`, run)
  }

  /** Draws until nobody is in the race, at most `draws`, and says what follows. */
  async study(draws: number): Promise<void> {
    const untested = untestedActorFindings(this.#subject, this.#thresholds, this.#cannot)
    if (this.#cannot || this.#facts.length === 0) {
      this.findings = untested.length > 0 ? untested : [nobody(this.#cannot ?? 'too_few_ties')]
      return
    }
    const sample = await this.#sample.growTo(draws, (tallies) => !this.#anyInTheRace(tallies))
    const judged = judgeActors(testActors(this.#facts, sample), this.#thresholds)
    this.largestP = judged.reduce((most, { test, status }) => (status === 'signal' ? Math.max(most, test.p) : most), 0)
    const tested = judged.map((judgement, i) =>
      closedActorFinding(this.#subject, judgement, sample[i]!, this.#sample.stream, this.#renewal),
    )
    this.findings = [...tested, ...untested]
  }

  /** Whether anybody is flagged, and whether anybody can only be judged with more draws. */
  get isUnderWay(): boolean {
    return this.isUnresolved || this.findings.some(({ status }) => status === 'signal')
  }

  get isUnresolved(): boolean {
    return this.findings.some(({ reason }) => reason === 'draws')
  }

  /** Proposals that one draw takes. */
  get proposals(): number {
    return 15 * this.#field.graph.edgeCount
  }

  #anyInTheRace(tallies: MixingDraws): boolean {
    return testActors(this.#facts, tallies).some((test) => isInTheRace(test, this.#thresholds))
  }
}

function nobody(reason: Reason): Finding {
  return findingOf('lock_in', 'actor', '', 'insufficient', { reason })
}
