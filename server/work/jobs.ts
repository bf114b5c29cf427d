import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { Bytes } from '../answer/bytes.ts'
import { Problem, type ProblemCode } from '../problem.ts'
import type { Json } from '../wire/answer.ts'
import { type Doing, type End, LongWork } from './long-work.ts'

export interface JobResult {
  /** What it is, as the kind of work names it. */
  readonly name: string
  /** JSON. */
  readonly bytes: Bytes
}

/** Long work that can be asked about by its id. Its share is that of the whole, and never falls. */
export interface Job<About = unknown> {
  readonly id: string
  readonly about: About
  readonly work: LongWork<JobResult>
}

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

  /** Begins at once, and goes on until it is cancelled. Refuses `overloaded`. */
  start(about: About, doing: Doing<JobResult>): Job<About> {
    const running = [...this.#jobs.values()].filter(({ work }) => work.end === null)
    if (running.length >= this.#options.mostRunning) throw new Problem('overloaded', { reason: 'jobs' })
    const job = { id: randomUUID(), about, work: new LongWork(neverFalling(doing), { goesOn: () => true }) }
    this.#jobs.set(job.id, job)
    job.work.ended.then(() => this.#keepForAWhile(job))
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
    const { work } = this.at(id)
    if (work.end) this.#jobs.delete(id)
    else work.cancel()
  }

  /** Cancels every job, and waits until it has ended. */
  async close(): Promise<void> {
    for (const { work } of this.#jobs.values()) work.cancel()
    await Promise.all(this.#jobs.values().map(({ work }) => work.ended))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }

  #keepForAWhile({ id, work: { end } }: Job<About>): void {
    if (end?.state === 'failed' && !(end.error instanceof Problem)) this.#options.defect(end.error)
    const ended = [...this.#jobs.values()].filter(({ work }) => work.end !== null)
    let bytes = ended.reduce((sum, job) => sum + weightOf(job), 0)
    for (const oldest of ended) {
      if (bytes <= this.#options.keptBytes) break
      bytes -= weightOf(oldest)
      this.#jobs.delete(oldest.id)
    }
    setTimeout(this.#options.keptMs, undefined, { ref: false }).then(() => this.#jobs.delete(id))
  }
}

/** What a job failed for, as it may be told; null: it did not. */
export function problemOf(end: End | null): { readonly code: ProblemCode | 'internal'; readonly details: Json } | null {
  if (end?.state !== 'failed') return null
  const { error } = end
  if (!(error instanceof Problem)) return { code: 'internal', details: {} }
  return { code: error.code, details: JSON.parse(JSON.stringify(error.details)) }
}

function weightOf({ work }: Job): number {
  return work.parts.reduce((sum, { bytes }) => sum + bytes.length, 0)
}

function neverFalling(doing: Doing<JobResult>): Doing<JobResult> {
  return async ({ found, progress }, signal) => {
    let [reached, last]: [number, string | null] = [0, null]
    const tell = (share: number, current: string | null) => {
      reached = Math.max(reached, Math.min(1, share))
      last = current
      progress(reached, last)
    }
    await doing({ found, progress: tell }, signal)
    progress(1, last)
  }
}
