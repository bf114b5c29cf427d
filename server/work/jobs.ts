import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { Bytes } from '../answer/bytes.ts'
import { Problem, type ProblemCode } from '../problem.ts'
import type { Json } from '../wire/answer.ts'

/** What a job does: tells how far it is and what it has found, until it is done or the signal aborts. */
export type Work = (tell: JobTelling, signal: AbortSignal) => Promise<void>

export interface JobTelling {
  /** @param share of the work, 0..1; what was told before is never taken back */
  progress(share: number, current: string | null): void
  /** @param bytes JSON */
  found(result: JobResult): void
}

export interface JobResult {
  /** What it is, as the kind of work names it. */
  readonly name: string
  readonly bytes: Bytes
}

export type JobEnd =
  | { readonly state: 'done' | 'cancelled' }
  | { readonly state: 'failed'; readonly problem: JobProblem }

export interface JobProblem {
  readonly code: ProblemCode | 'internal'
  readonly details: Json
}

/** What followers of a job are told. `number` counts its results. */
export type JobEvent =
  | { readonly event: 'result'; readonly number: number; readonly result: JobResult }
  | { readonly event: 'progress'; readonly share: number; readonly current: string | null }
  | { readonly event: 'end'; readonly end: JobEnd }
  /** Nothing happened for a while: whoever carries the events should not think that they ended. */
  | { readonly event: 'silence' }

export interface JobsOptions {
  /** Jobs at once; those beyond are refused. Default 20. */
  readonly mostRunning?: number
  /** How long an ended job can still be asked about. Default ten minutes. */
  readonly keptMs?: number
  /** Bytes of results of ended jobs; the oldest are forgotten first. Default 200 MB. */
  readonly keptBytes?: number
  /** Called with what was no refusal. */
  readonly defect?: (error: unknown) => void
}

/** Long work under way, and what it came to: each job answers to an id until some time after its end. */
export class Jobs<About> implements AsyncDisposable {
  readonly #options: Required<JobsOptions>
  /** The oldest first. */
  readonly #jobs = new Map<string, Job<About>>()

  constructor({ mostRunning = 20, keptMs = 600_000, keptBytes = 200_000_000, defect = () => {} }: JobsOptions = {}) {
    this.#options = { mostRunning, keptMs, keptBytes, defect }
  }

  /** Begins at once. Refuses `overloaded`. */
  start(about: About, work: Work): Job<About> {
    if (
      this.#jobs
        .values()
        .filter(({ end }) => end === null)
        .toArray().length >= this.#options.mostRunning
    ) {
      throw new Problem('overloaded', { reason: 'jobs' })
    }
    const job = new Job(about, work, this.#options.defect)
    this.#jobs.set(job.id, job)
    job.ended.then(() => this.#keepForAWhile(job))
    return job
  }

  /** Refuses `unknown_job`. */
  at(id: string): Job<About> {
    const job = this.#jobs.get(id)
    if (!job) throw new Problem('unknown_job', { job: id })
    return job
  }

  /** Stops a job; forgets one that has ended. Refuses `unknown_job`. */
  cancel(id: string): void {
    const job = this.at(id)
    if (job.end) this.#jobs.delete(id)
    else job.cancel()
  }

  /** Cancels every job, and waits until it has ended. */
  async close(): Promise<void> {
    for (const job of this.#jobs.values()) job.cancel()
    await Promise.all(this.#jobs.values().map(({ ended }) => ended))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }

  #keepForAWhile(job: Job<About>): void {
    const ended = [...this.#jobs.values()].filter(({ end }) => end !== null)
    let bytes = ended.reduce((sum, other) => sum + other.bytes, 0)
    for (const oldest of ended) {
      if (bytes <= this.#options.keptBytes) break
      bytes -= oldest.bytes
      this.#jobs.delete(oldest.id)
    }
    setTimeout(this.#options.keptMs, undefined, { ref: false }).then(() => this.#jobs.delete(job.id))
  }
}

const silenceMs = 15_000

/** One piece of long work, and everything it told. */
export class Job<About = unknown> {
  readonly id = randomUUID()
  readonly about: About
  readonly results: JobResult[] = []
  share = 0
  current: string | null = null
  end: JobEnd | null = null
  readonly ended: Promise<void>
  readonly #stop = new AbortController()
  #changed = Promise.withResolvers<void>()

  constructor(about: About, work: Work, defect: (error: unknown) => void) {
    this.about = about
    this.ended = this.#undertake(work, defect)
  }

  /** Of the results. */
  get bytes(): number {
    return this.results.reduce((sum, { bytes }) => sum + bytes.length, 0)
  }

  cancel(): void {
    this.#stop.abort(new Error('the job was cancelled'))
  }

  /** Everything it tells after the first so many results, from what is known now to its end. Who is slow misses progress, never results. */
  async *events(after = 0): AsyncGenerator<JobEvent> {
    let given = after
    let told = ''
    for (;;) {
      const changed = this.#changed.promise
      for (const result of this.results.slice(given)) yield { event: 'result', number: ++given, result }
      const { share, current, end } = this
      if (told !== `${share} ${current}`) yield { event: 'progress', share, current }
      told = `${share} ${current}`
      if (end && given === this.results.length) return yield { event: 'end', end }
      if (await isSilent(changed)) yield { event: 'silence' }
    }
  }

  async #undertake(work: Work, defect: (error: unknown) => void): Promise<void> {
    const { signal } = this.#stop
    const tell: JobTelling = {
      progress: (share, current) => {
        this.share = Math.max(this.share, Math.min(1, share))
        this.current = current
        this.#change()
      },
      found: (result) => {
        this.results.push(result)
        this.#change()
      },
    }
    try {
      await work(tell, signal)
      this.share = 1
      this.end = { state: 'done' }
    } catch (error) {
      this.end = signal.aborted ? { state: 'cancelled' } : { state: 'failed', problem: problemOf(error) }
      if (this.end.state === 'failed' && !(error instanceof Problem)) defect(error)
    }
    this.#change()
  }

  #change(): void {
    this.#changed.resolve()
    this.#changed = Promise.withResolvers()
  }
}

function problemOf(error: unknown): JobProblem {
  if (!(error instanceof Problem)) return { code: 'internal', details: {} }
  return { code: error.code, details: JSON.parse(JSON.stringify(error.details)) }
}

async function isSilent(changed: Promise<void>): Promise<boolean> {
  const stop = new AbortController()
  const silence = setTimeout(silenceMs, true, { signal: stop.signal, ref: false })
  silence.catch(() => {})
  const isSilent = await Promise.race([changed.then(() => false), silence])
  stop.abort()
  return isSilent
}
