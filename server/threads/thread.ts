import { setPriority } from 'node:os'
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import type { Start } from './pool.ts'
import { type Doing, type ServeOptions, serve } from './rpc.ts'

/** What `nice` makes of a background thread: it takes what others leave. */
const backgroundPriority = 5

/** Makes this thread one of a `Pool`: it works until it is told that nothing more will come, and then ends by itself. */
export function workInPool<Task>(work: Doing<Task>, options: Pick<ServeOptions, 'end'> = {}): void {
  if (!parentPort) throw new Error('this module is the start of a worker thread')
  // Linux alone counts the priority by thread; elsewhere it would be that of the whole process.
  if ((workerData as Start).background && process.platform === 'linux') setPriority(backgroundPriority)
  void serve(parentPort, () => work, options)
}

/** The port that the pool gave this thread, to ask others by; null: none. */
export function portGiven(): MessagePort | null {
  return (workerData as Start).port
}
