import { availableParallelism } from 'node:os'
import { Piscina } from 'piscina'
import type { Jobs, Run } from '../diagnosis/work.ts'
import type { Piece } from './piece.ts'
import { Turns } from './turns.ts'

/** Worker threads that share the pieces of diagnoses: the same findings on one as on four. */
export class Pieces implements AsyncDisposable {
  readonly #pool: Piscina<Piece, unknown>

  /** Default: as many threads as processors. */
  constructor(threads = availableParallelism()) {
    // Where a piece is called off its thread ends; as many as ever must begin anew for those that wait.
    this.#pool = new Piscina({ filename: workerUrl.href, minThreads: threads, maxThreads: threads })
  }

  /**
   * How one diagnosis has its pieces done: no more of them at once than there are threads, so that of two diagnoses neither waits for the other to
   * end. Rejects with the reason of the signal once it aborts.
   */
  runFor(signal?: AbortSignal): Run {
    const turns = new Turns(this.#pool.maxThreads)
    return async (job, work) =>
      await turns.take(async () => {
        signal?.throwIfAborted()
        try {
          return (await this.#pool.run({ job, work } as Piece, signal ? { signal } : {})) as Jobs[typeof job]['result']
        } catch (error) {
          signal?.throwIfAborted()
          throw error
        }
      })
  }

  /** Stops what still runs. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#pool.destroy()
  }
}

/** From a clone Node runs the TypeScript; the package holds what tsc emitted. */
const workerUrl = new URL(import.meta.url.endsWith('.ts') ? './piece.ts' : './piece.js', import.meta.url)
