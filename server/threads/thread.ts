import { setPriority } from 'node:os'
import { parentPort, type Transferable, workerData } from 'node:worker_threads'
import { Problem, type ProblemCode, type ProblemDetails } from '../problem.ts'

/** What a thread is started with. */
export interface Start {
  readonly background: boolean
}

/** What a thread is told: a task, that nobody waits for it any more, and at last that there is no other. */
export type Order<Task = unknown> =
  | { readonly order: 'begin'; readonly number: number; readonly task: Task; readonly left: LeftFlag }
  | { readonly order: 'leave'; readonly number: number }
  | { readonly order: 'end' }

/** In shared memory: 1 once nobody waits for the task. */
export type LeftFlag = Int32Array

/** What a thread tells: once, that it can begin; of each task, news and one outcome. */
export type Said = { readonly ready: true } | ({ readonly number: number } & (News | Outcome))
type News = { readonly news: unknown }
/** A Problem loses its class between threads, so its code and details travel. */
export type Outcome =
  | { readonly value: unknown }
  | { readonly problem: { readonly code: ProblemCode; readonly details: ProblemDetails[ProblemCode] } }
  | { readonly defect: unknown }

export type Tell = (news: unknown, transfer?: readonly Transferable[]) => void

/** What a thread knows of a task besides what is to be done. */
export interface Duty {
  readonly tell: Tell
  /** Whether nobody waits any more; work that never returns to the event loop asks now and then. */
  readonly isLeft: () => boolean
  /** Aborts when nobody waits any more, for work that does. */
  readonly signal: AbortSignal
}

/** What `nice` makes of a background thread: it takes what others leave. */
const backgroundPriority = 5

/**
 * Makes this thread one of `Threads`: it works until it is told that nothing more will come, and then ends by itself.
 *
 * @param beforeEnd lets go of what would keep the thread from ending
 */
export function workAs<Task>(
  work: (task: Task, duty: Duty) => unknown,
  beforeEnd: () => Promise<void> = async () => {},
): void {
  if (!parentPort) throw new Error('this module is the start of a worker thread')
  const port = parentPort
  // Linux alone counts the priority by thread; elsewhere it would be that of the whole process.
  if ((workerData as Start).background && process.platform === 'linux') setPriority(backgroundPriority)
  const say = (said: Said, transfer: readonly Transferable[] = []) => port.postMessage(said, transfer)
  const underWay = new Map<number, AbortController>()

  const begin = async ({ number, task, left }: Extract<Order<Task>, { order: 'begin' }>): Promise<void> => {
    const leaving = new AbortController()
    underWay.set(number, leaving)
    const duty: Duty = {
      tell: (news, transfer) => say({ number, news }, transfer),
      isLeft: () => isLeft(left),
      signal: leaving.signal,
    }
    try {
      if (isLeft(left)) throw new NobodyWaits()
      const value = await work(task, duty)
      say({ number, value }, value instanceof Uint8Array ? ownedBy(value) : [])
    } catch (error) {
      say({ number, ...outcomeOf(error) })
    } finally {
      underWay.delete(number)
    }
  }

  port.on('message', (order: Order<Task>) => {
    switch (order.order) {
      case 'begin':
        return void begin(order)
      case 'leave':
        return underWay.get(order.number)?.abort(new NobodyWaits())
      case 'end':
        return void beforeEnd().finally(() => port.close())
    }
  })
  say({ ready: true })
}

/** Work was given up because nobody waits for it. */
export class NobodyWaits extends Error {
  constructor() {
    super('nobody waits for this work')
  }
}

/** What can be given away with bytes: nothing when memory is shared. */
export function ownedBy({ buffer }: Uint8Array): Transferable[] {
  return buffer instanceof ArrayBuffer ? [buffer] : []
}

function isLeft(flag: LeftFlag): boolean {
  return Atomics.load(flag, 0) === 1
}

function outcomeOf(error: unknown): Outcome {
  return error instanceof Problem ? { problem: { code: error.code, details: error.details } } : { defect: error }
}
