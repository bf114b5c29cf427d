import { MessageChannel, type MessagePort, receiveMessageOnPort } from 'node:worker_threads'
import { chunkedWork } from '../analysis/chunked-work.ts'
import { alone, type Chunks, type Workers } from '../analysis/measure.ts'
import { inSharedMemory } from './memory.ts'

/** A plan whose chunks several threads take in turn. */
export interface SharedWork {
  /** Among chunkedWork. */
  readonly work: string
  /** In shared memory. */
  readonly plan: unknown
  readonly board: Board
}

/** A call for helpers, with a port for each. */
export interface Call {
  readonly shared: SharedWork
  readonly ports: readonly MessagePort[]
}

/** What all who share a plan read and write: these places. */
export type Board = Int32Array
const next = 0
const done = 1
const recalled = 2

interface Done {
  readonly index: number
  readonly chunk: unknown
}

/**
 * Workers who do chunks on this thread together with those who answer their call; whoever is free takes the next one.
 * They wait for each other without returning to the event loop, so kernels need not know; whoever loses a helper must stop
 * this thread too.
 *
 * @param most helpers to call
 * @param progress called with the share of the chunks that are done
 */
export function withHelpers(most: number, call: (call: Call) => void, progress: (share: number) => void): Workers {
  return (work, plan) => {
    const count = work.count(plan)
    const helpers = Math.min(most, count - 1)
    if (helpers < 1) return alone(work, plan)
    const board: Board = new Int32Array(new SharedArrayBuffer(12))
    const shared = { work: work.name, plan: inSharedMemory(plan), board }
    const channels = Array.from({ length: helpers }, () => new MessageChannel())
    const ports = channels.map(({ port1 }) => port1)
    call({ shared, ports: channels.map(({ port2 }) => port2) })
    const chunks = new Map<number, unknown>()
    takeTurns(work, shared.plan, board, count, (index, chunk) => {
      chunks.set(index, chunk)
      progress((Atomics.load(board, done) + 1) / count)
      return true
    })
    for (let known = Atomics.load(board, done); known < count; known = Atomics.load(board, done)) {
      Atomics.wait(board, done, known)
    }
    for (const { index, chunk } of ports.flatMap(messagesOn)) chunks.set(index, chunk)
    for (const port of ports) port.close()
    return Array.from({ length: count }, (_, index) => chunks.get(index) as ReturnType<typeof work.chunk>)
  }
}

/** Does chunks of another thread's plan until none is left, or until recalled. */
export function help({ work, plan, board }: SharedWork, port: MessagePort): void {
  const known = chunkedWork.get(work)
  if (!known) throw new RangeError(`no work ${work}`)
  takeTurns(known, plan as never, board, known.count(plan as never), (index, chunk) => {
    port.postMessage({ index, chunk } satisfies Done)
    return Atomics.load(board, recalled) === 0
  })
}

/** Lets go of the helpers of a plan, each after the chunk it is doing. */
export function recall({ board }: SharedWork): void {
  Atomics.store(board, recalled, 1)
}

function takeTurns<P, C>(
  work: Chunks<P, C>,
  plan: P,
  board: Board,
  count: number,
  /** False: no more. */
  hand: (index: number, chunk: C) => boolean,
): void {
  for (;;) {
    const index = Atomics.add(board, next, 1)
    if (index >= count) return
    const goesOn = hand(index, work.chunk(plan, index))
    // Handed over first: who reads that all are done finds them all.
    Atomics.add(board, done, 1)
    Atomics.notify(board, done)
    if (!goesOn) return
  }
}

function messagesOn(port: MessagePort): Done[] {
  const messages: Done[] = []
  for (let said = receiveMessageOnPort(port); said; said = receiveMessageOnPort(port)) messages.push(said.message)
  return messages
}
