import { LRUCache } from 'lru-cache'
import type { PackedQuestion } from '../answer/question.ts'
import type { Diagnosis } from '../diagnosis/diagnosis.ts'
import { Problem } from '../problem.ts'
import { type Compute, mostConducted } from './compute.ts'
import { type Doing, type Follower, LongWork } from './long-work.ts'

interface UnderWay {
  readonly work: LongWork<Diagnosis>
  /** Where it goes on although nobody waits. */
  place: string | null
}

/**
 * Diagnoses, each made once whoever asks, and kept by what they were made on, so that a change elsewhere in a territory costs nothing.
 *
 * Whoever wants to know what is known gets the first findings, and the diagnosis goes on behind their back until it is refined or the same wave is
 * asked about anew, with other data.
 */
export class Diagnoses {
  readonly #compute: Compute
  readonly #kept: LRUCache<string, Diagnosis>
  readonly #underWay = new Map<string, UnderWay>()

  /** @param cacheBytes diagnoses kept */
  constructor(compute: Compute, cacheBytes = 50_000_000) {
    this.#compute = compute
    this.#kept = new LRUCache({
      maxSize: cacheBytes,
      sizeCalculation: (diagnosis) => JSON.stringify(diagnosis).length,
    })
  }

  /** The stage that would be answered without waiting; null: nothing is known yet. */
  stageOf(question: PackedQuestion): Diagnosis['stage'] | null {
    return this.#known(question.fingerprint)?.stage ?? null
  }

  /** The best that is known, at least the first complete findings; then goes on. `place`: the wave of which territory. Refuses `overloaded`. */
  async latest(question: PackedQuestion, place: string, signal?: AbortSignal): Promise<Diagnosis> {
    const key = question.fingerprint
    const kept = this.#kept.get(`${key} refined`)
    if (kept) return kept
    for (const [other, underWay] of this.#underWay) if (other !== key) giveWay(underWay, place)
    const underWay = this.#undertake(question)
    underWay.place = place
    return underWay.work.parts.at(-1) ?? (await firstOf(underWay, signal))
  }

  /** The first complete findings, whether more is known or not. Refuses `overloaded`. */
  async first(question: PackedQuestion, signal?: AbortSignal): Promise<Diagnosis> {
    return this.#kept.get(`${question.fingerprint} first`) ?? (await firstOf(this.#undertake(question), signal))
  }

  /**
   * The refined diagnosis; a follower hears all that is known each time. Refuses `overloaded`; rejects with the reason of
   * the signal once it aborts.
   */
  async refined(question: PackedQuestion, follower: Omit<Follower<Diagnosis>, 'isEnough'> = {}): Promise<Diagnosis> {
    const kept = this.#kept.get(`${question.fingerprint} refined`)
    if (kept) {
      follower.found?.(kept)
      return kept
    }
    const { work } = this.#undertake(question)
    await work.follow({ ...follower, isEnough: () => work.parts.at(-1)?.stage === 'refined' })
    return work.parts.at(-1) as Diagnosis
  }

  #known(key: string): Diagnosis | null {
    const underWay = this.#underWay.get(key)?.work.parts.at(-1)
    return this.#kept.get(`${key} refined`) ?? underWay ?? this.#kept.get(`${key} first`) ?? null
  }

  #undertake({ fingerprint: key, packed }: PackedQuestion): UnderWay {
    const same = this.#underWay.get(key)
    if (same) return same
    // Rather than answered too late.
    if (this.#underWay.size >= mostConducted) throw new Problem('overloaded', { reason: 'diagnosis' })
    const doing: Doing<Diagnosis> = ({ found, progress }, signal) => {
      const keeping = (diagnosis: Diagnosis) => {
        this.#kept.set(`${key} ${diagnosis.stage}`, diagnosis)
        found(diagnosis)
      }
      return this.#compute.diagnosing(packed)({ found: keeping, progress }, signal)
    }
    const underWay: UnderWay = {
      work: new LongWork(doing, {
        // First findings that nobody waits for any more are not worth their work; once there, they are worth refining.
        goesOn: () => underWay.place !== null && underWay.work.parts.length > 0,
        over: () => {
          if (this.#underWay.get(key) === underWay) this.#underWay.delete(key)
        },
      }),
      place: null,
    }
    this.#underWay.set(key, underWay)
    return underWay
  }
}

async function firstOf({ work }: UnderWay, signal: AbortSignal | undefined): Promise<Diagnosis> {
  await work.follow({ signal, isEnough: () => work.parts.length > 0 })
  return work.parts[0] as Diagnosis
}

/** Something newer is asked for there: stops unless somebody waits. */
function giveWay(underWay: UnderWay, place: string): void {
  if (underWay.place !== place) return
  underWay.place = null
  underWay.work.cancelIfLeft()
}
