import { availableParallelism } from 'node:os'
import pLimit from 'p-limit'
import type { PieceWork, RunPiece } from '../diagnosis/work.ts'
import { Pool } from '../threads/pool.ts'
import type { Piece } from './piece.ts'

/** Whoever looks at a diagnosis looks at another wave, or at what a change made of it. */
const idleMs = 600_000

/** Worker threads that share the pieces of diagnoses: the same findings on one as on four. */
export class Pieces implements AsyncDisposable {
  readonly #most: number
  readonly #threads: Pool<Piece>

  /** Default: as many threads as processors. */
  constructor(threads = availableParallelism()) {
    this.#most = threads
    this.#threads = new Pool({
      module,
      most: threads,
      mostWaiting: Number.POSITIVE_INFINITY,
      background: true,
      whenLeft: 'stop',
      idleMs,
    })
  }

  /**
   * How one diagnosis has its pieces done: no more of them at once than there are threads, so that of two diagnoses neither waits for the other to
   * end. Rejects with the reason of the signal once it aborts.
   */
  runFor(signal?: AbortSignal): RunPiece {
    const limited = pLimit(this.#most)
    return async (kind, work) => {
      type Result = PieceWork[typeof kind]['result']
      return await limited(() => this.#threads.run<Result>({ kind, work } as Piece, { signal }))
    }
  }

  /** Starts its threads before any piece is asked for. */
  prepare(): void {
    this.#threads.prepare()
  }

  /** Stops what still runs. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#threads.close()
  }
}

/** Module of the threads. From a clone Node runs the TypeScript; the package holds what tsc emitted. */
const module = new URL(import.meta.url.endsWith('.ts') ? './piece.ts' : './piece.js', import.meta.url)
