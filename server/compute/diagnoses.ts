import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { serialize } from 'node:v8'
import { MessageChannel } from 'node:worker_threads'
import { Piscina } from 'piscina'
import type { Diagnosis } from '../diagnosis/diagnosis.ts'
import { Problem } from '../problem.ts'
import { ByteCache } from './cache.ts'
import type { Conducting, Heard } from './conductor.ts'
import type { Question } from './question.ts'

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
/** Whoever answers a request goes first where the system can tell threads apart. */
const nicer = 5

/**
 * Diagnoses, each made once whoever asks, and kept by what they were made on, so that a change elsewhere in a territory costs nothing.
 *
 * Whoever wants to know what is known gets the first findings, and the diagnosis goes on behind their back until it is refined or the same wave is
 * asked about anew, with other data.
 */
export class Diagnoses implements AsyncDisposable {
  readonly #conductor: Piscina<Conducting, void>
  readonly #threads: number
  readonly #kept: ByteCache<Diagnosis>
  readonly #underWay = new Map<string, Undertaking>()

  constructor(options: DiagnosesOptions = {}) {
    this.#conductor = new Piscina({
      filename: conductorUrl.href,
      minThreads: 0,
      maxThreads: 1,
      concurrentTasksPerWorker: mostUnderWay,
      idleTimeout: idleMs,
      niceIncrement: nicer,
    })
    this.#threads = options.threads ?? availableParallelism()
    this.#kept = new ByteCache(options.cacheBytes ?? 50_000_000)
  }

  /** The stage that would be answered without waiting; null: nothing is known yet. */
  stageOf(question: Question): Diagnosis['stage'] | null {
    const key = fingerprintOf(question)
    return (this.#kept.get(key) ?? this.#underWay.get(key)?.known)?.stage ?? null
  }

  /** The best that is known: at least the first complete findings. `place`: the wave of which territory. Refuses `overloaded`. */
  async latest(question: Question, place: string, signal?: AbortSignal): Promise<Diagnosis> {
    const key = fingerprintOf(question)
    const kept = this.#kept.get(key)
    if (kept) return kept
    const undertaking = this.#undertake(question, key, place)
    return undertaking.known ?? (await undertaking.first(signal))
  }

  /** The refined diagnosis. Refuses `overloaded`; rejects with the reason of the signal once it aborts. */
  async refined(question: Question, place: string, following: Following = {}): Promise<Diagnosis> {
    const key = fingerprintOf(question)
    const kept = this.#kept.get(key)
    if (!kept) return await this.#undertake(question, key, place).refined(following)
    following.report?.(kept)
    return kept
  }

  /** Stops what still runs. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#conductor.destroy()
  }

  #undertake(question: Question, key: string, place: string): Undertaking {
    const same = this.#underWay.get(key)
    if (same) return same
    for (const other of this.#underWay.values()) if (other.place === place) other.giveWay()
    if (this.#underWay.size >= mostUnderWay) throw new Problem('overloaded', { reason: 'diagnosis' })
    const undertaking = new Undertaking(place, async (signal, hear) => await this.#conduct(question, signal, hear))
    this.#underWay.set(key, undertaking)
    undertaking.over.then((refined) => {
      if (this.#underWay.get(key) === undertaking) this.#underWay.delete(key)
      if (refined) this.#kept.set(key, refined)
    })
    return undertaking
  }

  async #conduct(question: Question, signal: AbortSignal, hear: (heard: Heard) => void): Promise<void> {
    const { port1: ours, port2: port } = new MessageChannel()
    ours.on('message', hear)
    signal.addEventListener('abort', () => ours.postMessage('stop'), { once: true })
    const closed = new Promise((resolve) => ours.once('close', resolve))
    try {
      await this.#conductor.run({ question, threads: this.#threads, port }, { transferList: [port] })
      // What was told before the end may still be on its way.
      await closed
    } finally {
      ours.close()
    }
  }
}

/** From a clone Node runs the TypeScript; the package holds what tsc emitted. */
const conductorUrl = new URL(import.meta.url.endsWith('.ts') ? './conductor.ts' : './conductor.js', import.meta.url)

/** One name for everything a diagnosis may look at. */
function fingerprintOf(question: Question): string {
  const known = fingerprints.get(question)
  if (known !== undefined) return known
  const fingerprint = createHash('sha256').update(serialize(question)).digest('base64url')
  fingerprints.set(question, fingerprint)
  return fingerprint
}
const fingerprints = new WeakMap<Question, string>()

/** A diagnosis under way, and those who wait for it. */
class Undertaking {
  readonly place: string
  /** Once it ended in whatever way: what it came to, null when it did not. */
  readonly over: Promise<Diagnosis | null>
  known: Diagnosis | null = null
  readonly #stop = new AbortController()
  readonly #first = Promise.withResolvers<Diagnosis>()
  readonly #refined: Promise<Diagnosis>
  readonly #followers = new Set<Following>()
  #pieces: readonly [done: number, asked: number] = [0, 0]
  #waiting = 0
  /** Whether it goes on although nobody waits. */
  #goesOn = false

  constructor(place: string, conduct: (signal: AbortSignal, hear: (heard: Heard) => void) => Promise<void>) {
    this.place = place
    this.#refined = conduct(this.#stop.signal, (heard) => this.#hear(heard)).then(() => {
      if (this.known?.stage !== 'refined') throw new RangeError('a diagnosis ended before it was refined')
      return this.known
    })
    this.#refined.catch(this.#first.reject)
    // Whoever waits hears of a failure; when everybody left nobody needs to.
    this.#first.promise.catch(() => {})
    this.over = this.#refined.catch(() => null)
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

  /** Stops unless somebody waits: something newer is asked for. */
  giveWay(): void {
    this.#goesOn = false
    this.#stopIfLeft()
  }

  #hear(heard: Heard): void {
    if ('diagnosis' in heard) {
      this.known = heard.diagnosis
      this.#goesOn = heard.diagnosis.stage === 'first'
      this.#first.resolve(heard.diagnosis)
      for (const { report } of this.#followers) report?.(heard.diagnosis)
    } else {
      this.#pieces = [heard.done, heard.asked]
      for (const { progress } of this.#followers) progress?.(heard.done, heard.asked)
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
    if (this.#waiting === 0 && !this.#goesOn) this.#stop.abort(new Error('nobody waits'))
  }
}
