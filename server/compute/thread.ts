import { setPriority } from 'node:os'
import { parentPort, type Transferable, workerData } from 'node:worker_threads'
import { Problem, type ProblemCode, type ProblemDetails } from '../problem.ts'

/** What a thread is started with. */
export interface Start {
  readonly background: boolean
}

/** News while it works, then one outcome of its task. A Problem loses its class between threads, so its code and details travel. */
export type Outcome =
  | { readonly news: unknown }
  | { readonly value: unknown }
  | { readonly problem: { readonly code: ProblemCode; readonly details: ProblemDetails[ProblemCode] } }
  | { readonly defect: unknown }

export type Tell = (news: unknown, transfer?: readonly Transferable[]) => void

/** What `nice` makes of a background thread: it takes what others leave. */
const backgroundPriority = 10

/** Makes this thread one of `Threads`. */
export function workAs<Task>(work: (task: Task, tell: Tell) => unknown): void {
  if (!parentPort) throw new Error('this module is the start of a worker thread')
  const port = parentPort
  // Linux alone counts the priority by thread; elsewhere it would be that of the whole process.
  if ((workerData as Start).background && process.platform === 'linux') setPriority(backgroundPriority)
  const say = (outcome: Outcome, transfer: readonly Transferable[] = []) => port.postMessage(outcome, transfer)
  port.on('message', async (task: Task) => {
    try {
      const value = await work(task, (news, transfer) => say({ news }, transfer))
      say({ value }, value instanceof Uint8Array ? ownedBy(value) : [])
    } catch (error) {
      say(error instanceof Problem ? { problem: { code: error.code, details: error.details } } : { defect: error })
    }
  })
}

/** What can be given away with bytes: nothing when memory is shared. */
export function ownedBy({ buffer }: Uint8Array): Transferable[] {
  return buffer instanceof ArrayBuffer ? [buffer] : []
}
