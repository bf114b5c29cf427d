import type { MessagePort, Transferable } from 'node:worker_threads'
import { Problem, type ProblemCode, type ProblemDetails } from '../problem.ts'

/** What one thread asks of another: to do something, to give it up, and at last to end. */
type Ask<Task> =
  | { readonly call: number; readonly task: Task; readonly state: CallState }
  | { readonly leave: number }
  | { readonly call: number; readonly end: true }

/** What it is told: while the work goes on, and then one outcome. Call 0 is the start, which nobody asks for. */
type Reply = { readonly call: number } & ({ readonly news: unknown } | { readonly waits: true } | Settled)

/** A Problem loses its class between threads, so its code and details travel. */
type Settled =
  | { readonly value: unknown }
  | { readonly problem: { readonly code: ProblemCode; readonly details: ProblemDetails[ProblemCode] } }
  | { readonly defect: unknown }

/** What both sides of a call see at once, in shared memory: these places, each 0 or 1. */
type CallState = Int32Array
const left = 0
const waits = 1

/** What whoever does a task knows of it besides what is to be done. */
export interface Duty {
  /** News for who asked. */
  tell(news: unknown, transfer?: readonly Transferable[]): void
  /** Whether nobody waits any more; work that never returns to the event loop asks now and then. */
  isLeft(): boolean
  /** Aborts when nobody waits any more, for work that does. */
  readonly signal: AbortSignal
  /** Awaits what others do: this thread is free meanwhile. */
  awaiting<T>(others: Promise<T>): Promise<T>
}

export type Doing<Task> = (task: Task, duty: Duty) => unknown

/** Work was given up because nobody waits for it. */
export class NobodyWaits extends Error {
  constructor() {
    super('nobody waits for this work')
  }
}

export interface ServeOptions {
  /** The refusal that an error stands for which is no Problem itself. */
  readonly problemOf?: (error: unknown) => Problem | undefined
  /** Lets go of what would keep this thread from ending. */
  readonly end?: () => unknown
}

/** Opens what does the work, then does whatever the other side of the port asks until that asks for the end or is gone. */
export async function serve<Task>(
  port: MessagePort,
  open: () => Doing<Task> | Promise<Doing<Task>>,
  { problemOf = () => undefined, end = () => {} }: ServeOptions = {},
): Promise<void> {
  const underWay = new Map<number, AbortController>()
  const reply = (said: Reply, transfer: readonly Transferable[] = []) => port.postMessage(said, transfer)

  const answer = async (call: number, make: () => unknown): Promise<void> => {
    try {
      const value = await make()
      reply({ call, value }, value instanceof Uint8Array ? ownedBy(value) : [])
    } catch (error) {
      const problem = error instanceof Problem ? error : problemOf(error)
      reply(problem ? { call, problem: { code: problem.code, details: problem.details } } : { call, defect: error })
    }
  }

  const begin = async (work: Doing<Task>, call: number, task: Task, state: CallState): Promise<void> => {
    const leaving = new AbortController()
    underWay.set(call, leaving)
    const isLeft = () => Atomics.load(state, left) === 1
    const duty: Duty = {
      tell: (news, transfer) => reply({ call, news }, transfer),
      isLeft,
      signal: leaving.signal,
      async awaiting(others) {
        Atomics.store(state, waits, 1)
        reply({ call, waits: true })
        return await others.finally(() => Atomics.store(state, waits, 0))
      },
    }
    await answer(call, () => {
      if (isLeft()) throw new NobodyWaits()
      return work(task, duty)
    })
    underWay.delete(call)
  }

  await answer(0, async () => {
    const work = await open()
    port.on('message', (ask: Ask<Task>) => {
      if ('leave' in ask) underWay.get(ask.leave)?.abort(new NobodyWaits())
      else if ('task' in ask) void begin(work, ask.call, ask.task, ask.state)
      else void answer(ask.call, end).then(() => port.close())
    })
  })
}

/** What can be given away with bytes: nothing when memory is shared. */
export function ownedBy({ buffer }: Uint8Array): Transferable[] {
  return buffer instanceof ArrayBuffer ? [buffer] : []
}

export interface CallOptions {
  readonly transfer?: readonly Transferable[]
  /** Called with what is told while the work goes on. */
  readonly hear?: ((news: never) => void) | undefined
  /** Called when the work waits for others. */
  readonly waits?: () => void
}

/** Something asked of another thread. */
export interface Call {
  /** Rejects with the Problem or the defect that it came to. */
  readonly answer: Promise<unknown>
  /** Whether the work waits for others. */
  isWaiting(): boolean
  /** Lets the other side know that nobody waits any more, whether it looks at the flag or at its messages. */
  leave(): void
}

/** What a call comes to, which is left once the signal aborts: it may have been done by then. */
export async function leftOn(signal: AbortSignal | undefined, call: Call): Promise<unknown> {
  const leave = () => call.leave()
  signal?.addEventListener('abort', leave, { once: true })
  try {
    return await call.answer
  } catch (error) {
    if (signal?.aborted && !(error instanceof Problem)) throw signal.reason
    throw error
  } finally {
    signal?.removeEventListener('abort', leave)
  }
}

/** A `MessagePort`, or a `Worker` as its own. */
interface Port {
  postMessage(message: unknown, transfer?: readonly Transferable[]): void
  on(event: string, listener: (told: unknown) => void): unknown
}

/** The side of a port that asks. */
export class Line<Task> {
  /** Resolves once the other side has opened; rejects with what kept it from that. */
  readonly ready: Promise<unknown>
  /** Resolves once nobody is there any more. */
  readonly ended: Promise<void>
  readonly #port: Port
  readonly #underWay = new Map<number, PromiseWithResolvers<unknown> & CallOptions>()
  #calls = 0
  #failure: unknown

  /** @param gone what calls are rejected with that nobody will answer; a thread that died says why itself */
  constructor(port: Port, gone: () => unknown) {
    this.#port = port
    this.ready = this.#expect(0, {})
    // Whoever calls hears of it.
    this.ready.catch(() => {})
    const { promise, resolve } = Promise.withResolvers<void>()
    this.ended = promise
    const end = () => {
      this.#failure ??= gone()
      for (const { reject } of this.#underWay.values()) reject(this.#failure)
      this.#underWay.clear()
      resolve()
    }
    port.on('message', (reply) => this.#hear(reply as Reply))
    port.on('error', (error) => {
      this.#failure ??= error
    })
    // That of a thread, and that of a port.
    port.on('exit', end)
    port.on('close', end)
  }

  /** Throws what cannot be sent. */
  begin(task: Task, { transfer = [], ...options }: CallOptions = {}): Call {
    const state: CallState = new Int32Array(new SharedArrayBuffer(8))
    const call = this.#number()
    this.#port.postMessage({ call, task, state } satisfies Ask<Task>, transfer)
    return {
      answer: this.#expect(call, options),
      isWaiting: () => Atomics.load(state, waits) === 1,
      leave: () => {
        Atomics.store(state, left, 1)
        this.#port.postMessage({ leave: call } satisfies Ask<Task>)
      },
    }
  }

  /** Asks the other side to end; rejects when it could not let go of everything. */
  async end(): Promise<void> {
    const call = this.#number()
    this.#port.postMessage({ call, end: true } satisfies Ask<Task>)
    await this.#expect(call, {})
  }

  #number(): number {
    this.#calls += 1
    return this.#calls
  }

  #expect(call: number, options: CallOptions): Promise<unknown> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure)
    const answer = Promise.withResolvers<unknown>()
    this.#underWay.set(call, { ...answer, ...options })
    return answer.promise
  }

  #hear(reply: Reply): void {
    const asked = this.#underWay.get(reply.call)
    if ('news' in reply) asked?.hear?.(reply.news as never)
    else if ('waits' in reply) asked?.waits?.()
    else this.#settle(reply)
  }

  #settle(reply: { readonly call: number } & Settled): void {
    const asked = this.#underWay.get(reply.call)
    this.#underWay.delete(reply.call)
    if ('value' in reply) asked?.resolve(reply.value)
    else if ('problem' in reply) asked?.reject(new Problem(reply.problem.code, reply.problem.details))
    else asked?.reject(reply.defect)
  }
}
