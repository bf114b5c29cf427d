import { type Transferable, Worker } from 'node:worker_threads'
import { Problem } from '../problem.ts'
import type { Outcome, Start } from './thread.ts'

export interface ThreadsOptions {
  /** Module that gives its work to `workAs`, see thread.ts. */
  readonly module: URL
  readonly most: number
  /** Behind the threads that answer requests, where the system tells threads apart. */
  readonly background?: boolean
  /** What becomes of a task under way that is left. `stop`: its thread ends, with all that it kept. */
  readonly whenLeft: 'stop' | 'finish'
  /** A thread with nothing to do ends after this long. */
  readonly idleMs: number
}

export interface Asking {
  /** Leaves. */
  readonly signal?: AbortSignal | undefined
  /** What the task is about: a thread that lately worked on it is preferred. */
  readonly about?: string | undefined
  readonly transfer?: readonly Transferable[]
  /** Called with what the thread tells while it works. */
  readonly hear?: ((news: never) => void) | undefined
}

/** Tasks that may wait for a thread; those beyond are refused rather than answered too late. */
const mostWaiting = 200
const mostRemembered = 16

/** Worker threads that do one task at a time, in the order asked, started as they are needed. A task left before its turn is never begun. */
export class Threads<Task> implements AsyncDisposable {
  readonly #options: ThreadsOptions
  readonly #threads = new Set<Thread>()
  readonly #waiting: Job[] = []
  #isClosed = false

  constructor(options: ThreadsOptions) {
    this.#options = options
  }

  /** How many tasks would begin at once. */
  get free(): number {
    const busy = [...this.#threads].filter(({ job }) => job !== null).length
    return this.#isClosed ? 0 : this.#options.most - busy
  }

  /**
   * What a thread makes of the task. Rejects with the Problem or the defect that it came to, or with the reason of the
   * signal; refuses `overloaded`.
   */
  async run<Result>(task: Task, { signal, about, transfer = [], hear }: Asking = {}): Promise<Result> {
    signal?.throwIfAborted()
    if (this.#isClosed) throw closed()
    if (this.#waiting.length >= mostWaiting) throw new Problem('overloaded', { reason: 'threads' })
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    const job: Job = { task, about, transfer, hear, resolve, reject }
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
    this.#isClosed = true
    for (const job of this.#waiting.splice(0)) job.reject(closed())
    await Promise.all([...this.#threads].map((thread) => this.#end(thread, closed())))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }

  #begin(): void {
    while (this.free > 0) {
      const job = this.#waiting.shift()
      if (!job) return
      const thread = this.#idleFor(job.about) ?? this.#start()
      clearTimeout(thread.idling)
      thread.job = job
      if (job.about !== undefined) thread.about = [job.about, ...thread.about].slice(0, mostRemembered)
      thread.worker.postMessage(job.task, job.transfer)
    }
  }

  #idleFor(about: string | undefined): Thread | undefined {
    const idle = [...this.#threads].filter(({ job }) => job === null)
    return idle.find((thread) => about !== undefined && thread.about.includes(about)) ?? idle[0]
  }

  #start(): Thread {
    const { module, background = false } = this.#options
    const worker = new Worker(module, { workerData: { background } satisfies Start })
    const thread: Thread = { worker, job: null, about: [], idling: undefined }
    this.#threads.add(thread)
    worker.on('message', (outcome: Outcome) => {
      if ('news' in outcome) thread.job?.hear?.(outcome.news as never)
      else this.#settle(thread, outcome)
    })
    worker.on('error', (error) => void this.#end(thread, error))
    worker.on('exit', () => void this.#end(thread, new Error('a worker thread ended')))
    return thread
  }

  #settle(thread: Thread, outcome: Exclude<Outcome, { news: unknown }>): void {
    const { job } = thread
    thread.job = null
    thread.idling = setTimeout(() => void this.#end(thread, null), this.#options.idleMs).unref()
    if ('value' in outcome) job?.resolve(outcome.value)
    else if ('problem' in outcome) job?.reject(new Problem(outcome.problem.code, outcome.problem.details))
    else job?.reject(outcome.defect)
    this.#begin()
  }

  #leave(job: Job, reason: unknown): void {
    job.reject(reason)
    const place = this.#waiting.indexOf(job)
    if (place >= 0) this.#waiting.splice(place, 1)
    const thread = [...this.#threads].find((candidate) => candidate.job === job)
    if (thread && this.#options.whenLeft === 'stop') void this.#end(thread, reason)
  }

  async #end(thread: Thread, reason: unknown): Promise<void> {
    if (this.#threads.delete(thread)) {
      clearTimeout(thread.idling)
      thread.job?.reject(reason)
      thread.job = null
      this.#begin()
    }
    await thread.worker.terminate()
  }
}

interface Thread {
  readonly worker: Worker
  job: Job | null
  /** What it lately worked on, the last first. */
  about: readonly string[]
  idling: NodeJS.Timeout | undefined
}

interface Job {
  readonly task: unknown
  readonly about: string | undefined
  readonly transfer: readonly Transferable[]
  readonly hear: Asking['hear']
  readonly resolve: (value: unknown) => void
  readonly reject: (reason: unknown) => void
}

function closed(): Error {
  return new Error('the threads were closed')
}
