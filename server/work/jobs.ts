import { randomUUID } from 'node:crypto'
import { LRUCache } from 'lru-cache'
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
  /** Bytes of results of ended jobs; those nobody asked about longest are forgotten first. Default 200 MB. */
  readonly keptBytes?: number
  /** Called with what was no refusal. */
  readonly defect?: (error: unknown) => void
}

/** Long work under way, and what it came to: each job answers to an id until some time after its end. */
export class Jobs<About> implements AsyncDisposable {
  readonly #mostRunning: number
  readonly #defect: (error: unknown) => void
  readonly #running = new Map<string, Job<About>>()
  readonly #ended: LRUCache<string, Job<About>>

  constructor({ mostRunning = 20, keptMs = 600_000, keptBytes = 200_000_000, defect = () => {} }: JobsOptions = {}) {
    this.#mostRunning = mostRunning
    this.#defect = defect
    this.#ended = new LRUCache({
      maxSize: keptBytes,
      sizeCalculation: (job) => weightOf(job),
      ttl: keptMs,
      ttlAutopurge: true,
    })
  }

  /** Begins at once, and goes on until it is cancelled. Refuses `overloaded`. */
  start(about: About, doing: Doing<JobResult>): Job<About> {
    if (this.#running.size >= this.#mostRunning) throw new Problem('overloaded', { reason: 'jobs' })
    const job = { id: randomUUID(), about, work: new LongWork(neverFalling(doing), { goesOn: () => true }) }
    this.#running.set(job.id, job)
    job.work.ended.then(() => this.#keepForAWhile(job))
    return job
  }

  /** Refuses `unknown_job`. */
  at(id: string): Job<About> {
    const job = this.#running.get(id) ?? this.#ended.get(id)
    if (!job) throw new Problem('unknown_job', { job: id })
    return job
  }

  /** Stops a job; forgets one that has ended. Refuses `unknown_job`. */
  cancel(id: string): void {
    const { work } = this.at(id)
    if (work.end) this.#ended.delete(id)
    else work.cancel()
  }

  /** Cancels every job, and waits until it has ended. */
  async close(): Promise<void> {
    for (const { work } of this.#running.values()) work.cancel()
    await Promise.all(this.#running.values().map(({ work }) => work.ended))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }

  #keepForAWhile(job: Job<About>): void {
    this.#running.delete(job.id)
    this.#ended.set(job.id, job)
    const { end } = job.work
    if (end?.state === 'failed' && !(end.error instanceof Problem)) this.#defect(end.error)
  }
}

/** What a job failed for, as it may be told; null: it did not. */
export function problemOf(end: End | null): { readonly code: ProblemCode | 'internal'; readonly details: Json } | null {
  if (end?.state !== 'failed') return null
  const { error } = end
  if (!(error instanceof Problem)) return { code: 'internal', details: {} }
  return { code: error.code, details: JSON.parse(JSON.stringify(error.details)) }
}

/** In bytes; the library wants no 0. */
function weightOf({ work }: Job): number {
  return work.parts.reduce((sum, { bytes }) => sum + bytes.length, 1)
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
