import { availableParallelism } from 'node:os'
import { ByteCache } from '../answer/cache.ts'
import type { PackedQuestion } from '../answer/question.ts'
import type { Diagnosis } from '../diagnosis/diagnosis.ts'
import { Problem } from '../problem.ts'
import { Pool } from '../threads/pool.ts'
import type { Conducting, DiagnosisNews } from './conductor.ts'

export interface DiagnosesOptions {
  /** Default: as many as processors. */
  readonly threads?: number
  /** Diagnoses kept. Default 50 MB. */
  readonly cacheBytes?: number
}

export interface Following {
  /** Leaves; the diagnosis is called off once nobody is left who waits for it. */
  readonly signal?: AbortSignal
  /** Pieces of work done and asked for so far; both only grow. */
  readonly progress?: (done: number, asked: number) => void
  /** Everything known so far: at once if there is something, and again when it is refined. */
  readonly report?: (diagnosis: Diagnosis) => void
}

/** Diagnoses under way; those beyond are refused rather than answered too late. */
const mostUnderWay = 16
const idleMs = 30_000

/**
 * Diagnoses, each made once whoever asks, and kept by what they were made on, so that a change elsewhere in a territory costs nothing.
 *
 * Whoever wants to know what is known gets the first findings, and the diagnosis goes on behind their back until it is refined or the same wave is
 * asked about anew, with other data.
 */
export class Diagnoses implements AsyncDisposable {
  readonly #conductor: Pool<Conducting>
  readonly #threads: number
  readonly #kept: ByteCache<Diagnosis>
  readonly #underWay = new Map<string, Undertaking>()

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
    this.#kept = new ByteCache(options.cacheBytes ?? 50_000_000)
  }

  /** The stage that would be answered without waiting; null: nothing is known yet. */
  stageOf(question: PackedQuestion): Diagnosis['stage'] | null {
    return this.#known(question.fingerprint)?.stage ?? null
  }

  /** The best that is known, at least the first complete findings; then goes on. `place`: the wave of which territory. Refuses `overloaded`. */
  async latest(question: PackedQuestion, place: string, signal?: AbortSignal): Promise<Diagnosis> {
    const key = question.fingerprint
    if (this.#kept.get(`${key} refined`)) return this.#known(key) as Diagnosis
    for (const [other, undertaking] of this.#underWay) if (other !== key) undertaking.giveWayIn(place)
    const undertaking = this.#undertake(question, key)
    undertaking.goOnIn(place)
    return undertaking.known ?? (await undertaking.first(signal))
  }

  /** The first complete findings, whether more is known or not. Refuses `overloaded`. */
  async first(question: PackedQuestion, signal?: AbortSignal): Promise<Diagnosis> {
    const key = question.fingerprint
    return this.#kept.get(`${key} first`) ?? (await this.#undertake(question, key).first(signal))
  }

  /** The refined diagnosis. Refuses `overloaded`; rejects with the reason of the signal once it aborts. */
  async refined(question: PackedQuestion, following: Following = {}): Promise<Diagnosis> {
    const key = question.fingerprint
    const kept = this.#kept.get(`${key} refined`)
    if (!kept) return await this.#undertake(question, key).refined(following)
    following.report?.(kept)
    return kept
  }

  /** Stops what still runs. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#conductor.close()
  }

  #known(key: string): Diagnosis | null {
    return this.#kept.get(`${key} refined`) ?? this.#underWay.get(key)?.known ?? this.#kept.get(`${key} first`) ?? null
  }

  #undertake(question: PackedQuestion, key: string): Undertaking {
    const same = this.#underWay.get(key)
    if (same) return same
    if (this.#underWay.size >= mostUnderWay) throw new Problem('overloaded', { reason: 'diagnosis' })
    const undertaking = new Undertaking(
      async (signal, hear) => await this.#conduct(question, signal, hear),
      (diagnosis) => this.#kept.set(`${key} ${diagnosis.stage}`, diagnosis),
      () => {
        if (this.#underWay.get(key) === undertaking) this.#underWay.delete(key)
      },
    )
    this.#underWay.set(key, undertaking)
    return undertaking
  }

  async #conduct(question: PackedQuestion, signal: AbortSignal, hear: (news: DiagnosisNews) => void): Promise<void> {
    await this.#conductor.run({ question: question.packed, threads: this.#threads }, { signal, hear })
  }
}

/** Module of the thread. From a clone Node runs the TypeScript; the package holds what tsc emitted. */
const module = new URL(import.meta.url.endsWith('.ts') ? './conductor.ts' : './conductor.js', import.meta.url)

/** A diagnosis under way, and those who wait for it. */
class Undertaking {
  /** Everything known so far. */
  known: Diagnosis | null = null
  readonly #stop = new AbortController()
  readonly #first = Promise.withResolvers<Diagnosis>()
  readonly #refined: Promise<Diagnosis>
  readonly #followers = new Set<Following>()
  readonly #keep: (diagnosis: Diagnosis) => void
  readonly #over: () => void
  #pieces: readonly [done: number, asked: number] = [0, 0]
  #waiting = 0
  /** Where it goes on although nobody waits. */
  #place: string | null = null

  /** `over` is called as soon as nobody may join any more. */
  constructor(
    conduct: (signal: AbortSignal, hear: (news: DiagnosisNews) => void) => Promise<void>,
    keep: (diagnosis: Diagnosis) => void,
    over: () => void,
  ) {
    this.#keep = keep
    this.#over = over
    this.#refined = conduct(this.#stop.signal, (news) => this.#hear(news)).then(() => {
      if (this.known?.stage === 'refined') return this.known
      throw new RangeError('a diagnosis ended before it was refined')
    })
    this.#refined.catch(this.#first.reject)
    // Whoever waits hears of a failure; when everybody left nobody needs to.
    this.#first.promise.catch(() => {})
    this.#refined.then(over, over)
  }

  async first(signal?: AbortSignal): Promise<Diagnosis> {
    return await this.#await(this.#first.promise, signal)
  }

  async refined(following: Following): Promise<Diagnosis> {
    this.#followers.add(following)
    try {
      following.progress?.(...this.#pieces)
      if (this.known) following.report?.(this.known)
      return await this.#await(this.#refined, following.signal)
    } finally {
      this.#followers.delete(following)
    }
  }

  goOnIn(place: string): void {
    this.#place = place
  }

  /** Something newer is asked for there: stops unless somebody waits. */
  giveWayIn(place: string): void {
    if (this.#place !== place) return
    this.#place = null
    this.#stopIfLeft()
  }

  #hear(news: DiagnosisNews): void {
    if ('diagnosis' in news) {
      this.known = news.diagnosis
      this.#keep(news.diagnosis)
      this.#first.resolve(news.diagnosis)
      for (const { report } of this.#followers) report?.(news.diagnosis)
    } else {
      this.#pieces = [news.done, news.asked]
      for (const { progress } of this.#followers) progress?.(news.done, news.asked)
    }
  }

  async #await<T>(result: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    signal?.throwIfAborted()
    this.#waiting++
    const { promise: left, reject } = Promise.withResolvers<never>()
    const leave = () => reject(signal?.reason)
    signal?.addEventListener('abort', leave, { once: true })
    try {
      return await Promise.race([result, left])
    } finally {
      signal?.removeEventListener('abort', leave)
      this.#waiting--
      this.#stopIfLeft()
    }
  }

  #stopIfLeft(): void {
    // First findings that nobody waits for any more are not worth their work; once there, they are worth refining.
    if (this.#waiting > 0 || (this.#place !== null && this.known !== null)) return
    this.#over()
    this.#stop.abort(new Error('nobody waits'))
  }
}
