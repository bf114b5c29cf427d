import { MessageChannel, type MessagePort, receiveMessageOnPort } from 'node:worker_threads'
import type { Chunks, Workers } from '../analysis/measure.ts'
import { inSharedMemory } from './memory.ts'
import { NobodyWaits } from './rpc.ts'

/** A plan whose chunks several threads take in turn. */
export interface SharedWork {
  /** The name of its chunks, by which helpers find them. */
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
const over = 3

/** How long a thread that waits for its helpers does not look whether anybody waits for it. */
const mostPatienceMs = 50

interface Done {
  readonly index: number
  readonly chunk: unknown
}

/** Those who might help, and those who wait. */
export interface Company {
  /** Helpers to call. */
  readonly most: number
  readonly call: (call: Call) => void
  /** Called with the share of the chunks that are done. */
  readonly progress: (share: number) => void
  /** Whether nobody waits any more. */
  readonly isLeft: () => boolean
}

/**
 * Workers who do chunks on this thread together with those who answer their call; whoever is free takes the next one.
 * They wait for each other without returning to the event loop, so kernels need not know. Once nobody waits they throw
 * NobodyWaits after the chunk they are doing; whoever loses a helper must leave this thread too.
 */
export function withHelpers({ most, call, progress, isLeft }: Company): Workers {
  return (work, plan) => {
    const count = work.count(plan)
    const helpers = Math.max(0, Math.min(most, count - 1))
    const board: Board = new Int32Array(new SharedArrayBuffer(16))
    const shared = { work: work.name, plan: helpers > 0 ? inSharedMemory(plan) : plan, board }
    const channels = Array.from({ length: helpers }, () => new MessageChannel())
    const ports = channels.map(({ port1 }) => port1)
    try {
      if (helpers > 0) call({ shared, ports: channels.map(({ port2 }) => port2) })
      const chunks = new Map<number, unknown>()
      takeTurns(work, shared.plan, board, isLeft, (index, chunk) => {
        chunks.set(index, chunk)
        progress((Atomics.load(board, done) + 1) / count)
      })
      for (let known = Atomics.load(board, done); known < count; known = Atomics.load(board, done)) {
        if (isLeft()) throw new NobodyWaits()
        Atomics.wait(board, done, known, mostPatienceMs)
      }
      for (const { index, chunk } of ports.flatMap(messagesOn)) chunks.set(index, chunk)
      return Array.from({ length: count }, (_, index) => chunks.get(index) as ReturnType<typeof work.chunk>)
    } finally {
      Atomics.store(board, over, 1)
      for (const port of ports) port.close()
    }
  }
}

/** Work in chunks by name: how a thread finds what another asks it to do. */
export type ChunkedWork = ReadonlyMap<string, Chunks<never, unknown>>

/** Does chunks of another thread's plan until none is left, until recalled, or until nobody waits. */
export function help(
  all: ChunkedWork,
  { work, plan, board }: SharedWork,
  port: MessagePort,
  isLeft: () => boolean,
): void {
  const known = all.get(work)
  if (!known) throw new RangeError(`no work ${work}`)
  const isRecalled = () => Atomics.load(board, recalled) === 1 || isLeft()
  takeTurns(known, plan as never, board, isRecalled, (index, chunk) =>
    port.postMessage({ index, chunk } satisfies Done),
  )
}

/** Lets go of the helpers of a plan, each after the chunk it is doing. */
export function recall({ board }: SharedWork): void {
  Atomics.store(board, recalled, 1)
}

/** Whether nobody needs help with a plan any more; its ports may be closed then. */
export function isOver({ board }: SharedWork): boolean {
  return Atomics.load(board, over) === 1
}

function takeTurns<P, C>(
  work: Chunks<P, C>,
  plan: P,
  board: Board,
  isEnough: () => boolean,
  hand: (index: number, chunk: C) => void,
): void {
  const count = work.count(plan)
  while (!isEnough()) {
    const index = Atomics.add(board, next, 1)
    if (index >= count) return
    hand(index, work.chunk(plan, index))
    // Handed over first: who reads that all are done finds them all.
    Atomics.add(board, done, 1)
    Atomics.notify(board, done)
  }
}

function messagesOn(port: MessagePort): Done[] {
  const messages: Done[] = []
  for (let said = receiveMessageOnPort(port); said; said = receiveMessageOnPort(port)) messages.push(said.message)
  return messages
}
