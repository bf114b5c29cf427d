import { availableParallelism } from 'node:os'
import { LRUCache } from 'lru-cache'
import type { PackedQuestion } from '../answer/question.ts'
import type { Diagnosis } from '../diagnosis/diagnosis.ts'
import { Problem } from '../problem.ts'
import { Pool } from '../threads/pool.ts'
import type { Conducting, DiagnosisNews } from './conductor.ts'
import { type Doing, type Follower, LongWork } from './long-work.ts'

export interface DiagnosesOptions {
  /** Default: as many as processors. */
  readonly threads?: number
  /** Diagnoses kept. Default 50 MB. */
  readonly cacheBytes?: number
}

/** Diagnoses under way; those beyond are refused rather than answered too late. */
const mostUnderWay = 16
/** As long as the threads of its pieces. */
const idleMs = 600_000

/** A diagnosis learns as it goes how many pieces of work it takes: of a hundred actors, about so many. */
const usualPieces = 66
/** Survival comes last, in few pieces, and takes half of the time. */
const lastWeighMost = 4

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
export class Diagnoses implements AsyncDisposable {
  readonly #conductor: Pool<Conducting>
  readonly #threads: number
  readonly #kept: LRUCache<string, Diagnosis>
  readonly #underWay = new Map<string, UnderWay>()

  constructor(options: DiagnosesOptions = {}) {
    this.#conductor = new Pool({
      module,
      most: 1,
      atOnce: mostUnderWay,
      background: true,
      // It hears between two pieces that nobody waits, and others go on beside.
      whenLeft: 'ask',
      idleMs,
    })
    this.#threads = options.threads ?? availableParallelism()
    this.#kept = new LRUCache({
      maxSize: options.cacheBytes ?? 50_000_000,
      sizeCalculation: (diagnosis) => JSON.stringify(diagnosis).length,
    })
  }

  /** Has the threads started that the first diagnosis would wait for, and run once what it will ask of them. */
  async prepare(): Promise<void> {
    await this.#conductor.run({ question: null, threads: this.#threads })
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

  /** Stops what still runs. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#conductor.close()
  }

  #known(key: string): Diagnosis | null {
    const underWay = this.#underWay.get(key)?.work.parts.at(-1)
    return this.#kept.get(`${key} refined`) ?? underWay ?? this.#kept.get(`${key} first`) ?? null
  }

  #undertake({ fingerprint: key, packed }: PackedQuestion): UnderWay {
    const same = this.#underWay.get(key)
    if (same) return same
    if (this.#underWay.size >= mostUnderWay) throw new Problem('overloaded', { reason: 'diagnosis' })
    const doing: Doing<Diagnosis> = async ({ found, progress }, signal) => {
      let share = 0
      const hear = (news: DiagnosisNews) => {
        if ('diagnosis' in news) {
          this.#kept.set(`${key} ${news.diagnosis.stage}`, news.diagnosis)
          found(news.diagnosis)
        } else {
          share = Math.max(share, (news.done / Math.max(usualPieces, news.asked)) ** lastWeighMost)
          progress(share, null)
        }
      }
      await this.#conductor.run({ question: packed, threads: this.#threads }, { signal, hear })
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

/** Module of the thread. From a clone Node runs the TypeScript; the package holds what tsc emitted. */
const module = new URL(import.meta.url.endsWith('.ts') ? './conductor.ts' : './conductor.js', import.meta.url)

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
