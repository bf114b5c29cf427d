import { setFlagsFromString } from 'node:v8'
import { type MessagePort, type Transferable, Worker } from 'node:worker_threads'
import { Problem } from '../problem.ts'
import { type Call, Line } from './rpc.ts'

export interface PoolOptions {
  /** Module that gives its work to `workInPool`, see thread.ts. */
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
  /** A port that each thread is given, to ask others by. */
  readonly port?: (() => MessagePort) | undefined
}

/** What a thread of a pool is started with. */
export interface Start {
  readonly background: boolean
  readonly port: MessagePort | null
}

export interface Asking {
  /** Leaves. */
  readonly signal?: AbortSignal | undefined
  /** What the task is about, the most telling first: a thread that lately worked on it is preferred. */
  readonly about?: readonly string[] | undefined
  readonly transfer?: readonly Transferable[]
  /** Begun only when nothing else waits, however long that takes. */
  readonly spare?: boolean
  /** Called when a thread takes it up. */
  readonly begun?: (() => void) | undefined
  /** Called with what the thread tells while it works. */
  readonly hear?: ((news: never) => void) | undefined
}

const mostRemembered = 32
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
export class Pool<Task> implements AsyncDisposable {
  readonly #options: Required<Omit<PoolOptions, 'port'>> & Pick<PoolOptions, 'port'>
  readonly #threads = new Set<Thread<Task>>()
  readonly #queue: Asked<Task>[] = []
  readonly #spare: Asked<Task>[] = []
  #isClosed = false

  constructor(options: PoolOptions) {
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
  async run<Result>(task: Task, { signal, spare = false, ...options }: Asking = {}): Promise<Result> {
    signal?.throwIfAborted()
    if (this.#isClosed) throw closed()
    if (!spare && this.#queue.length >= this.#options.mostWaiting)
      throw new Problem('overloaded', { reason: 'threads' })
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    const asked: Asked<Task> = { task, options, resolve, reject }
    const leave = () => this.#leave(asked, signal?.reason)
    signal?.addEventListener('abort', leave, { once: true })
    ;(spare ? this.#spare : this.#queue).push(asked)
    this.#begin()
    try {
      return (await promise) as Result
    } finally {
      signal?.removeEventListener('abort', leave)
    }
  }

  /** Starts all its threads, so that the first tasks need not wait until one has loaded its modules. */
  prepare(): void {
    while (!this.#isClosed && this.#threads.size < this.#options.most) this.#idle(this.#start())
  }

  /** Stops what is under way, and waits until all threads have ended. */
  async close(): Promise<void> {
    this.#isClosed = true
    for (const queue of [this.#queue, this.#spare]) for (const { reject } of queue.splice(0)) reject(closed())
    await Promise.all([...this.#threads].map((thread) => this.#close(thread)))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }

  #begin(): void {
    while (this.free > 0) {
      const asked = this.#queue.shift() ?? this.#spare.shift()
      if (!asked) return
      const { about = [], transfer = [], hear, begun } = asked.options
      const thread = this.#openFor(about) ?? this.#start()
      clearTimeout(thread.idling)
      begun?.()
      thread.about = [...new Set([...about, ...thread.about])].slice(0, mostRemembered)
      try {
        const call = thread.line.begin(asked.task, { transfer, hear, waits: () => this.#begin() })
        thread.underWay.set(asked, call)
        const over = () => this.#settle(thread, asked)
        call.answer.then(asked.resolve, asked.reject).then(over)
      } catch (error) {
        // What cannot be sent never arrives.
        asked.reject(error)
        this.#settle(thread, asked)
      }
    }
  }

  #roomOn({ underWay, isEnding }: Thread<Task>): number {
    const atWork = [...underWay.values()].filter((call) => !call.isWaiting()).length
    return isEnding ? 0 : Math.max(0, this.#options.atOnce - atWork)
  }

  /** What is about nothing is left to whoever remembers least. */
  #openFor(about: readonly string[]): Thread<Task> | undefined {
    const open = [...this.#threads].filter((thread) => this.#roomOn(thread) > 0)
    for (const known of about) {
      const knowing = open.find((thread) => thread.about.includes(known))
      if (knowing) return knowing
    }
    return open.reduce<Thread<Task> | undefined>(
      (least, thread) => (least && least.about.length <= thread.about.length ? least : thread),
      undefined,
    )
  }

  #start(): Thread<Task> {
    const { module, background, port: portOf } = this.#options
    const port = portOf?.() ?? null
    const workerData: Start = { background, port }
    const worker = new Worker(module, { workerData, transferList: port ? [port] : [] })
    const line = new Line<Task>(worker, () => new Error('a worker thread ended'))
    const thread: Thread<Task> = { worker, line, underWay: new Map(), about: [], idling: undefined, isEnding: false }
    this.#threads.add(thread)
    line.ended.then(() => {
      this.#threads.delete(thread)
      clearTimeout(thread.idling)
      this.#begin()
    })
    return thread
  }

  #settle(thread: Thread<Task>, asked: Asked<Task>): void {
    thread.underWay.delete(asked)
    this.#begin()
    if (thread.underWay.size > 0 || !this.#threads.has(thread)) return
    if (this.#isClosed) this.#end(thread)
    else this.#idle(thread)
  }

  #idle(thread: Thread<Task>): void {
    thread.idling = setTimeout(() => this.#end(thread), this.#options.idleMs).unref()
  }

  #leave(asked: Asked<Task>, reason: unknown): void {
    asked.reject(reason)
    for (const queue of [this.#queue, this.#spare]) {
      const place = queue.indexOf(asked)
      if (place >= 0) queue.splice(place, 1)
    }
    const thread = [...this.#threads].find(({ underWay }) => underWay.has(asked))
    thread?.underWay.get(asked)?.leave()
    if (thread && this.#options.whenLeft === 'stop') endUnless(thread, asked, graceMs)
  }

  async #close(thread: Thread<Task>): Promise<void> {
    for (const [asked, call] of thread.underWay) {
      asked.reject(closed())
      call.leave()
      endUnless(thread, asked, this.#options.whenLeft === 'stop' ? graceMs : closingGraceMs)
    }
    if (thread.underWay.size === 0) this.#end(thread)
    await thread.line.ended
  }

  /** Lets a thread end that has nothing to do. */
  #end(thread: Thread<Task>): void {
    if (thread.isEnding) return
    thread.isEnding = true
    clearTimeout(thread.idling)
    // One that cannot let go of everything is ended below.
    thread.line.end().catch(() => {})
    thread.idling = setTimeout(() => void thread.worker.terminate(), endMs).unref()
  }
}

interface Thread<Task> {
  readonly worker: Worker
  readonly line: Line<Task>
  readonly underWay: Map<Asked<Task>, Call>
  /** What it lately worked on, the last first. */
  about: readonly string[]
  /** Ends it when nothing happens. */
  idling: NodeJS.Timeout | undefined
  isEnding: boolean
}

interface Asked<Task> {
  readonly task: Task
  readonly options: Omit<Asking, 'signal' | 'spare'>
  readonly resolve: (value: unknown) => void
  readonly reject: (reason: unknown) => void
}

/** Ends a thread in the midst of a task that it does not give up in time; not while it loads its modules, after which it gives up at once. */
async function endUnless<Task>(thread: Thread<Task>, asked: Asked<Task>, graceMs: number): Promise<void> {
  await thread.line.ready.catch(() => {})
  setTimeout(() => thread.underWay.has(asked) && void thread.worker.terminate(), graceMs).unref()
}

function closed(): Error {
  return new Error('the threads were closed')
}
