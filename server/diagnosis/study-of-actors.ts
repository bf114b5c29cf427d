import type { Case } from './case.ts'
import { type FindingOf, findingOf, type Reason } from './finding.ts'
import { type MixingDraws, type MixingField, proposalsPerDraw } from './null/mixing-draws.ts'
import type { Renewal } from './renewal.ts'
import type { DataQuality } from './response.ts'
import {
  type ActorFactsOf,
  type ActorJudgement,
  actorFacts,
  actorsUntestable,
  closedActorFinding,
  exceedsClustering,
  isInTheRace,
  judgeActors,
  mixingFieldOf,
  testActors,
  untestedActorFindings,
} from './rules/closed-actors.ts'
import { MixingSample } from './sampling.ts'
import type { Thresholds } from './thresholds.ts'
import type { RunPiece } from './work.ts'

/**
 * What Null B, then Null C, say of the actors of a case, from samples that grow. An actor is flagged when it is closed under both: Null B alone
 * takes a network that is clustered everywhere for one of closed actors.
 */
export class ActorStudy {
  findings: readonly FindingOf<'closed_actor'>[] = []
  /** The largest combined p among the actors flagged; 0 when there is none. */
  largestP = 0
  readonly #subject: Case
  readonly #thresholds: Thresholds
  readonly #renewal: Renewal | null
  readonly #field: MixingField
  readonly #clusteredField: MixingField
  readonly #facts: ActorFactsOf
  readonly #mixing: MixingSample
  readonly #clustered: MixingSample
  readonly #cannot: Reason | null

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
    this.#thresholds = thresholds
    this.#renewal = renewal
    this.#cannot = actorsUntestable(quality, thresholds) ?? (subject.actors.length > mostActors ? 'too_large' : null)
    this.#field = mixingFieldOf(subject, thresholds)
    this.#clusteredField = { ...this.#field, keeps: { placeOf: subject.places?.groupOf ?? null } }
    this.#facts = this.#cannot ? { actors: [], triangles: 0 } : actorFacts(this.#field)
    this.#mixing = new MixingSample(this.#field, `${seed}:B`, run)
    this.#clustered = new MixingSample(this.#clusteredField, `${seed}:C`, run)
  }

  /** Draws until nobody is in the race, at most `draws` of Null B and `clustered` of Null C, and says what follows. */
  async study(draws: number, clustered = 0): Promise<void> {
    const { actors } = this.#facts
    const untested = untestedActorFindings(this.#subject, this.#thresholds, this.#cannot)
    if (this.#cannot || actors.length === 0) {
      this.findings = untested.length > 0 ? untested : [nobody(this.#cannot ?? 'too_few_ties')]
      return
    }
    const mixing = await this.#mixing.growTo(draws, (drawn) => !this.#anyInTheRace(drawn))
    const judged = judgeActors(testActors(actors, mixing), this.#thresholds).map((judgement): ActorJudgement => {
      const isItsOwn = exceedsClustering(judgement.test, this.#facts.triangles, mixing, this.#thresholds)
      return isItsOwn ? judgement : { ...judgement, status: 'none' }
    })
    const candidates = [...judged.keys()].filter((i) => judged[i]!.status !== 'none')
    const again = await this.#judgeAgain(candidates, clustered)
    this.largestP = 0
    const tested = judged.map((judgement, i) => {
      const stricter = again?.judged[i]
      if (judgement.status === 'none' || !stricter || !again) {
        const status = judgement.status === 'none' ? 'none' : 'unresolved'
        const reference = { tally: mixing.tallies[i]!, stream: this.#mixing.stream, reference: 'B' } as const
        return closedActorFinding(this.#subject, { ...judgement, status }, reference, this.#renewal)
      }
      const status = weaker(judgement.status, stricter.status)
      if (status === 'signal') this.largestP = Math.max(this.largestP, judgement.test.p)
      return closedActorFinding(
        this.#subject,
        { test: stricter.test, q: Math.max(judgement.q, stricter.q), status },
        { tally: again.draws.tallies[i]!, stream: this.#clustered.stream, reference: 'C' },
        this.#renewal,
      )
    })
    this.findings = [...tested, ...untested]
  }

  /** Draws made so far. */
  get drawn(): number {
    return this.#mixing.drawn
  }

  /** Whether anybody is flagged, and whether anybody can only be judged with more draws. */
  get isUnderWay(): boolean {
    return this.isUnresolved || this.findings.some(({ status }) => status === 'signal')
  }

  get isUnresolved(): boolean {
    return this.findings.some(({ reason }) => reason === 'draws')
  }

  /** Proposals that one draw takes, of Null B and of Null C. */
  get proposals(): { readonly mixing: number; readonly clustered: number } {
    return {
      mixing: proposalsPerDraw(this.#field),
      clustered: proposalsPerDraw(this.#clusteredField),
    }
  }

  /** The same rule under Null C; null where nobody asks, or no draw may be made. */
  async #judgeAgain(candidates: readonly number[], draws: number) {
    if (candidates.length === 0 || draws === 0) return null
    const { actors } = this.#facts
    const drawn = await this.#clustered.growTo(draws, (sample) => {
      const judged = judgeActors(testActors(actors, sample), this.#thresholds)
      return candidates.every((i) => this.#isDecided(judged[i]!))
    })
    return { draws: drawn, judged: judgeActors(testActors(actors, drawn), this.#thresholds) }
  }

  /** Out of the race, or so far within the level that more draws would not take it back. */
  #isDecided({ test, q, status }: ActorJudgement): boolean {
    if (!isInTheRace(test, this.#thresholds)) return true
    return status === 'signal' && q <= this.#thresholds['actor.falseDiscovery'] / 2
  }

  #anyInTheRace(draws: MixingDraws): boolean {
    return testActors(this.#facts.actors, draws).some((test) => isInTheRace(test, this.#thresholds))
  }
}

type Status = ActorJudgement['status']

function weaker(a: Status, b: Status): Status {
  const order: readonly Status[] = ['none', 'unresolved', 'signal']
  return order.indexOf(a) < order.indexOf(b) ? a : b
}

function nobody(reason: Reason): FindingOf<'closed_actor'> {
  return findingOf('closed_actor', 'insufficient', { reason })
}
