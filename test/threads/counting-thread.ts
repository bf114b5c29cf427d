import { setTimeout } from 'node:timers/promises'
import { threadId } from 'node:worker_threads'
import { workInPool } from '../../server/threads/thread.ts'

/** Tasks that count what they do in shared memory, by the places below. */
export interface Counting {
  readonly counts: Int32Array
  /** `looking`: steps until nobody waits; `stubborn`: steps for ever; `patient`: one step once so many others have begun. */
  readonly how: 'looking' | 'stubborn' | 'patient' | 'once'
  readonly together?: number
}

const begun = 0
const steps = 1
/** Threads that ended by themselves. */
const ended = 2

workInPool<Counting>(async ({ counts, how, together = 1 }, { isLeft }) => {
  process.once('exit', () => Atomics.add(counts, ended, 1))
  Atomics.add(counts, begun, 1)
  Atomics.notify(counts, begun)
  switch (how) {
    case 'once':
      Atomics.add(counts, steps, 1)
      return threadId
    case 'patient':
      while (Atomics.load(counts, begun) < together) await setTimeout(1)
      return threadId
    default:
      while (how === 'stubborn' || !isLeft()) {
        Atomics.add(counts, steps, 1)
        Atomics.wait(counts, ended, Atomics.load(counts, ended), 1)
      }
      throw new Error('given up')
  }
})
