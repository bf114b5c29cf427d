import { setFlagsFromString } from 'node:v8'
import { type Transferable, Worker } from 'node:worker_threads'
import { Problem } from '../problem.ts'
import type { LeftFlag, Order, Outcome, Said, Start } from './thread.ts'

export interface ThreadsOptions {
  /** Module that gives its work to `workAs`, see thread.ts. */
  readonly module: URL
  readonly most: number
  /** Tasks that one thread does at once, where they wait for others most of the time. Default 1. */
  readonly atOnce?: number
  /** Tasks that may wait for a thread; those beyond are refused rather than answered too late. Default 200. */
  readonly mostWaiting?: number
  /** Behind the threads that answer requests, where the system tells threads apart. */
  readonly background?: boolean
  /** What becomes of a task under way that is left: it is asked to give up; with `stop` its thread is ended if it does not. */
  readonly whenLeft: 'stop' | 'ask'
  /** A thread with nothing to do ends after this long. */
  readonly idleMs: number
}

export interface Asking {
  /** Leaves. */
  readonly signal?: AbortSignal | undefined
  /** What the task is about: a thread that lately worked on it is preferred. */
  readonly about?: string | undefined
  readonly transfer?: readonly Transferable[]
  /** Begun only when nothing else waits, however long that takes. */
  readonly spare?: boolean
  /** Called when a thread takes it up. */
  readonly begun?: (() => void) | undefined
  /** Called with what the thread tells while it works. */
  readonly hear?: ((news: never) => void) | undefined
}

const mostRemembered = 16
/** What a task is given to give up before its thread is ended in the midst of it. */
const graceMs = 1_000
/** The same when all threads are closed, for tasks that may finish. */
const closingGraceMs = 2_000
/** What a thread with nothing to do is given to end. */
const endMs = 10_000

/*
 * Node strips types by WebAssembly, on every thread that loads our sources. V8 frees such code while other threads run
 * it, and has been seen to free too much, with the whole process: it keeps that code instead.
 */
setFlagsFromString('--no-wasm-code-gc')

/**
 * Worker threads that do tasks in the order asked, started as they are needed. A task left before its turn is never
 * begun. Threads end by themselves; only one that will not give up a task nobody waits for is ended from outside.
 */
export class Threads<Task> implements AsyncDisposable {
  readonly #options: Required<ThreadsOptions>
  readonly #threads = new Set<Thread>()
  readonly #waiting: Job[] = []
  readonly #spare: Job[] = []
  #isClosed = false
  #count = 0

  constructor(options: ThreadsOptions) {
    this.#options = { atOnce: 1, mostWaiting: 200, background: false, ...options }
  }

  /** How many tasks would begin at once. */
  get free(): number {
    if (this.#isClosed) return 0
    const { most, atOnce } = this.#options
    const open = [...this.#threads].reduce((sum, thread) => sum + this.#roomOn(thread), 0)
    return (most - this.#threads.size) * atOnce + open
  }

  /**
   * What a thread makes of the task. Rejects with the Problem or the defect that it came to, or with the reason of the
   * signal; refuses `overloaded`.
   */
  async run<Result>(
    task: Task,
    { signal, about, transfer = [], spare = false, begun, hear }: Asking = {},
  ): Promise<Result> {
    signal?.throwIfAborted()
    if (this.#isClosed) throw closed()
    if (!spare && this.#waiting.length >= this.#options.mostWaiting)
      throw new Problem('overloaded', { reason: 'threads' })
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    const left = new Int32Array(new SharedArrayBuffer(4))
    const job: Job = { number: this.#count++, task, left, about, transfer, begun, hear, resolve, reject }
    const leave = () => this.#leave(job, signal?.reason)
    signal?.addEventListener('abort', leave, { once: true })
    ;(spare ? this.#spare : this.#waiting).push(job)
    this.#begin()
    try {
      return (await promise) as Result
    } finally {
      signal?.removeEventListener('abort', leave)
    }
  }

  /** Stops what is under way, and waits until all threads have ended. */
  async close(): Promise<void> {
    this.#isClosed = true
    for (const queue of [this.#waiting, this.#spare]) for (const job of queue.splice(0)) job.reject(closed())
    await Promise.all([...this.#threads].map((thread) => this.#close(thread)))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }

  #begin(): void {
    while (this.free > 0) {
      const job = this.#waiting.shift() ?? this.#spare.shift()
      if (!job) return
      const thread = this.#openFor(job.about) ?? this.#start()
      clearTimeout(thread.idling)
      thread.jobs.set(job.number, job)
      job.begun?.()
      if (job.about !== undefined) thread.about = [job.about, ...thread.about].slice(0, mostRemembered)
      const { number, task, left } = job
      try {
        tell(thread, { order: 'begin', number, task, left }, job.transfer)
      } catch (error) {
        // What cannot be sent never arrives.
        this.#settle(thread, number, { defect: error })
      }
    }
  }

  #roomOn({ jobs, isEnding }: Thread): number {
    return isEnding ? 0 : this.#options.atOnce - jobs.size
  }

  #openFor(about: string | undefined): Thread | undefined {
    const open = [...this.#threads].filter((thread) => this.#roomOn(thread) > 0)
    return open.find((thread) => about !== undefined && thread.about.includes(about)) ?? open[0]
  }

  #start(): Thread {
    const { module, background } = this.#options
    const worker = new Worker(module, { workerData: { background } satisfies Start })
    const ready = Promise.withResolvers<void>()
    const ended = Promise.withResolvers<void>()
    const thread: Thread = {
      worker,
      ready: ready.promise,
      ended: ended.promise,
      jobs: new Map(),
      about: [],
      idling: undefined,
      isEnding: false,
    }
    this.#threads.add(thread)
    let reason: unknown = new Error('a worker thread ended')
    worker.on('message', (said: Said) => {
      if ('ready' in said) ready.resolve()
      else if ('news' in said) thread.jobs.get(said.number)?.hear?.(said.news as never)
      else this.#settle(thread, said.number, said)
    })
    worker.on('error', (error) => {
      reason = error
    })
    worker.on('exit', () => {
      this.#threads.delete(thread)
      clearTimeout(thread.idling)
      for (const job of thread.jobs.values()) job.reject(reason)
      thread.jobs.clear()
      ready.resolve()
      ended.resolve()
      this.#begin()
    })
    return thread
  }

  #settle(thread: Thread, number: number, outcome: Outcome): void {
    const job = thread.jobs.get(number)
    thread.jobs.delete(number)
    if ('value' in outcome) job?.resolve(outcome.value)
    else if ('problem' in outcome) job?.reject(new Problem(outcome.problem.code, outcome.problem.details))
    else job?.reject(outcome.defect)
    this.#begin()
    if (thread.jobs.size > 0) return
    if (this.#isClosed) this.#end(thread)
    else thread.idling = setTimeout(() => this.#end(thread), this.#options.idleMs).unref()
  }

  #leave(job: Job, reason: unknown): void {
    job.reject(reason)
    for (const queue of [this.#waiting, this.#spare]) {
      const place = queue.indexOf(job)
      if (place >= 0) queue.splice(place, 1)
    }
    const thread = [...this.#threads].find(({ jobs }) => jobs.has(job.number))
    if (!thread) return
    ask(thread, job)
    if (this.#options.whenLeft === 'stop') endUnless(thread, job, graceMs)
  }

  async #close(thread: Thread): Promise<void> {
    for (const job of thread.jobs.values()) {
      job.reject(closed())
      ask(thread, job)
      endUnless(thread, job, this.#options.whenLeft === 'stop' ? graceMs : closingGraceMs)
    }
    if (thread.jobs.size === 0) this.#end(thread)
    await thread.ended
  }

  /** Lets a thread end that has nothing to do. */
  #end(thread: Thread): void {
    if (thread.isEnding) return
    thread.isEnding = true
    clearTimeout(thread.idling)
    tell(thread, { order: 'end' })
    thread.idling = setTimeout(() => void thread.worker.terminate(), endMs).unref()
  }
}

interface Thread {
  readonly worker: Worker
  /** Its modules are loaded. */
  readonly ready: Promise<void>
  readonly ended: Promise<void>
  readonly jobs: Map<number, Job>
  /** What it lately worked on, the last first. */
  about: readonly string[]
  /** Ends it when nothing happens. */
  idling: NodeJS.Timeout | undefined
  isEnding: boolean
}

interface Job {
  readonly number: number
  readonly task: unknown
  readonly left: LeftFlag
  readonly about: string | undefined
  readonly transfer: readonly Transferable[]
  readonly begun: Asking['begun']
  readonly hear: Asking['hear']
  readonly resolve: (value: unknown) => void
  readonly reject: (reason: unknown) => void
}

function tell({ worker }: Thread, order: Order, transfer: readonly Transferable[] = []): void {
  worker.postMessage(order, transfer)
}

/** Lets a thread know that nobody waits for a task any more, whether it looks at the flag or at its messages. */
function ask(thread: Thread, job: Job): void {
  Atomics.store(job.left, 0, 1)
  tell(thread, { order: 'leave', number: job.number })
}

/** Ends a thread in the midst of a task that it does not give up in time; not while it loads its modules, after which it gives up at once. */
async function endUnless(thread: Thread, { number }: Job, graceMs: number): Promise<void> {
  await thread.ready
  setTimeout(() => thread.jobs.has(number) && void thread.worker.terminate(), graceMs).unref()
}

function closed(): Error {
  return new Error('the threads were closed')
}
