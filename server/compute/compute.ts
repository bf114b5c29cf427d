import { availableParallelism } from 'node:os'
import { Piscina } from 'piscina'
import type { Measure, Result, Subject } from '../analysis/measure.ts'
import { Problem } from '../problem.ts'
import { ByteCache } from './cache.ts'
import { fingerprintOf } from './subject.ts'
import type { Task } from './worker.ts'

export interface ComputeOptions {
  /** Default: one per processor but one, which answers meanwhile. */
  readonly threads?: number
  /** Results kept. Default 100 MB. */
  readonly cacheBytes?: number
}

/** Tasks that may wait for a thread; those beyond are refused rather than answered too late. */
const mostWaiting = 200
const idleMs = 30_000

/**
 * Runs measures in worker threads.
 *
 * Results are kept by what they were computed on, so the same figure is computed once whoever asks, whatever the
 * revision, and together with those who ask meanwhile. A computation that nobody waits for any more is stopped.
 */
export class Compute implements AsyncDisposable {
  readonly #pool: Piscina<Task, Result[]>
  readonly #kept: ByteCache<Result>
  readonly #running = new Map<string, Computation>()

  constructor(options: ComputeOptions = {}) {
    this.#pool = new Piscina({
      filename: workerUrl.href,
      minThreads: 0,
      maxThreads: options.threads ?? Math.max(1, availableParallelism() - 1),
      idleTimeout: idleMs,
      maxQueue: mostWaiting,
    })
    this.#kept = new ByteCache(options.cacheBytes ?? 100_000_000)
  }

  /**
   * The results by measure id, in the order asked for. Rejects with the reason of the signal once it aborts, with `overloaded` when too many
   * tasks wait; what a kernel throws is a defect.
   */
  async measure(
    subject: Subject,
    measures: readonly Measure[],
    signal?: AbortSignal,
  ): Promise<ReadonlyMap<string, Result>> {
    signal?.throwIfAborted()
    const fingerprint = fingerprintOf(subject)
    const results = new Map<string, Result>()
    const joined = new Set<Computation>()
    const missing: string[] = []
    for (const { id } of measures) {
      const kept = this.#kept.get(`${id} ${fingerprint}`)
      const running = this.#running.get(`${id} ${fingerprint}`)
      if (kept) results.set(id, kept)
      else if (running) joined.add(running)
      else missing.push(id)
    }
    if (missing.length > 0) joined.add(this.#start(subject, missing, fingerprint))

    const computed = await Promise.all([...joined].map((computation) => computation.join(signal)))
    for (const [id, result] of computed.flatMap((found) => [...found])) results.set(id, result)
    return new Map(measures.flatMap(({ id }) => (results.has(id) ? [[id, results.get(id) as Result] as const] : [])))
  }

  /** Stops what still runs. */
  async close(): Promise<void> {
    await this.#pool.destroy()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }

  #start(subject: Subject, ids: readonly string[], fingerprint: string): Computation {
    const keyOf = (id: string) => `${id} ${fingerprint}`
    const computation = new Computation(
      async (signal) => {
        const results = await this.#run({ subject, measures: ids }, signal)
        const byId = new Map(zip(ids, results))
        for (const [id, result] of byId) this.#kept.set(keyOf(id), result)
        return byId
      },
      () => {
        for (const id of ids) if (this.#running.get(keyOf(id)) === computation) this.#running.delete(keyOf(id))
      },
    )
    for (const id of ids) this.#running.set(keyOf(id), computation)
    return computation
  }

  async #run(task: Task, signal: AbortSignal): Promise<Result[]> {
    if (this.#pool.queueSize >= mostWaiting) throw new Problem('overloaded', { reason: 'measures' })
    return await this.#pool.run(task, { signal })
  }
}

/** From a clone Node runs the TypeScript; the package holds what tsc emitted. */
const workerUrl = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url)

/** One task of the pool, and how many wait for it. */
class Computation {
  readonly #stop = new AbortController()
  readonly #results: Promise<ReadonlyMap<string, Result>>
  readonly #over: () => void
  #waiting = 0

  /** `over` is called as soon as nobody may join any more. */
  constructor(run: (signal: AbortSignal) => Promise<ReadonlyMap<string, Result>>, over: () => void) {
    this.#over = over
    this.#results = run(this.#stop.signal)
    // Those who wait hear of a failure; when everybody left nobody needs to.
    this.#results.then(over, over)
  }

  async join(signal?: AbortSignal): Promise<ReadonlyMap<string, Result>> {
    this.#waiting++
    const { promise: left, reject } = Promise.withResolvers<never>()
    const leave = () => reject(signal?.reason)
    signal?.addEventListener('abort', leave, { once: true })
    try {
      return await Promise.race([this.#results, left])
    } finally {
      signal?.removeEventListener('abort', leave)
      this.#waiting--
      if (this.#waiting === 0) {
        this.#over()
        this.#stop.abort()
      }
    }
  }
}

function zip<A, B>(keys: readonly A[], values: readonly B[]): [A, B][] {
  if (keys.length !== values.length) throw new RangeError(`${keys.length} keys and ${values.length} values`)
  return keys.map((key, i) => [key, values[i] as B])
}
