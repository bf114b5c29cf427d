import { type Transferable, Worker } from 'node:worker_threads'
import { Problem } from '../problem.ts'
import type { Outcome, Told } from './thread.ts'

export interface ThreadsOptions {
  readonly most: number
  /** Below the thread that answers, where the system can tell threads apart. */
  readonly background?: boolean
  /** What becomes of a task under way that nobody waits for any more. `stop`: its thread ends with all that it knew. */
  readonly whenLeft: 'stop' | 'finish'
  /** Threads with nothing to do end after this long. */
  readonly idleMs: number
}

export interface RunOptions {
  readonly signal?: AbortSignal | undefined
  readonly transfer?: readonly Transferable[]
  /** Hears what the thread tells while it works. */
  readonly hear?: ((news: unknown, thread: Told) => void) | undefined
  /** What the task is about: a thread that has worked on it before is preferred. */
  readonly about?: string
}

/** Tasks that may wait for a thread; those beyond are refused rather than answered too late. */
const mostWaiting = 200

/**
 * Worker threads that do one task at a time, started when there is more to do than there are threads. A task that is
 * left before its turn is never begun.
 */
export class Threads<Task> implements AsyncDisposable {
  readonly most: number
  readonly #options: ThreadsOptions
  readonly #threads = new Set<Thread>()
  readonly #waiting: Job[] = []
  #closed = false

  constructor(options: ThreadsOptions) {
    this.most = options.most
    this.#options = options
  }

  /** Threads that would begin a task at once. */
  get free(): number {
    return this.#closed ? 0 : this.most - [...this.#threads].filter(({ job }) => job).length
  }

  get waiting(): number {
    return this.#waiting.length
  }

  /**
   * What the thread makes of a task. Rejects with the Problem or the defect it came to, with the reason of the signal
   * once it aborts; refuses `overloaded`.
   */
  async run<Result>(task: Task, { signal, transfer = [], hear, about }: RunOptions = {}): Promise<Result> {
    signal?.throwIfAborted()
    if (this.#closed) throw new Error('these threads have been closed')
    if (this.free === 0 && this.#waiting.length >= mostWaiting) throw new Problem('overloaded', { reason: 'threads' })
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    const job: Job = { task, transfer, hear, about, resolve, reject }
    const leave = () => this.#leave(job, signal?.reason)
    signal?.addEventListener('abort', leave, { once: true })
    this.#waiting.push(job)
    this.#begin()
    try {
      return (await promise) as Result
    } finally {
      signal?.removeEventListener('abort', leave)
    }
  }

  /** Stops what is under way. */
  async close(): Promise<void> {
    this.#closed = true
    for (const job of this.#waiting.splice(0)) job.reject(new Error('these threads have been closed'))
    await Promise.all([...this.#threads].map((thread) => this.#end(thread, new Error('these threads have been closed'))))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }

  #begin(): void {
    while (this.free > 0) {
      const job = this.#waiting.shift()
      if (!job) return
      const idle = [...this.#threads].filter((thread) => !thread.job)
      const thread = idle.find(({ about }) => job.about !== undefined && about === job.about) ?? idle[0] ?? this.#start()
      clearTimeout(thread.idling)
      thread.job = job
      thread.about = job.about ?? thread.about
      thread.worker.ref()
      thread.worker.postMessage({ task: job.task }, job.transfer)
    }
  }

  #start(): Thread {
    const worker = new Worker(workerUrl, { workerData: { background: this.#options.background ?? false } })
    const thread: Thread = { worker, job: null, about: undefined, idling: undefined }
    this.#threads.add(thread)
    worker.on('message', (outcome: Outcome) => {
      if ('news' in outcome) thread.job?.hear?.(outcome.news, thread.worker)
      else this.#settle(thread, outcome)
    })
    worker.on('error', (error) => void this.#end(thread, error))
    worker.on('exit', () => void this.#end(thread, new Error('its thread ended')))
    return thread
  }

  #settle(thread: Thread, outcome: Exclude<Outcome, { news: unknown }>): void {
    const { job } = thread
    thread.job = null
    if (!job) return
    if ('value' in outcome) job.resolve(outcome.value)
    else if ('problem' in outcome) job.reject(new Problem(outcome.problem.code, outcome.problem.details))
    else job.reject(outcome.defect)
    thread.worker.unref()
    thread.idling = setTimeout(() => void this.#end(thread, null), this.#options.idleMs).unref()
    this.#begin()
  }

  #leave(job: Job, reason: unknown): void {
    job.reject(reason)
    const place = this.#waiting.indexOf(job)
    if (place >= 0) this.#waiting.splice(place, 1)
    if (this.#options.whenLeft === 'finish') return
    for (const thread of this.#threads) if (thread.job === job) void this.#end(thread, reason)
  }

  async #end(thread: Thread, reason: unknown): Promise<void> {
    if (this.#threads.delete(thread)) {
      clearTimeout(thread.idling)
      thread.job?.reject(reason)
      thread.job = null
      // Whoever waits for this place need not wait for the thread to be gone.
      this.#begin()
    }
    await thread.worker.terminate()
  }
}

interface Thread {
  readonly worker: Worker
  job: Job | null
  about: string | undefined
  idling: NodeJS.Timeout | undefined
}

interface Job {
  readonly task: unknown
  readonly transfer: readonly Transferable[]
  readonly hear: RunOptions['hear']
  readonly about: string | undefined
  readonly resolve: (value: unknown) => void
  readonly reject: (reason: unknown) => void
}

/** From a clone Node runs the TypeScript; the package holds what tsc emitted. */
const workerUrl = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url)
