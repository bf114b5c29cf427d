import type { Measure, Subject } from '../analysis/measure.ts'
import { measuresOf } from '../analysis/measures.ts'
import type { Bytes } from '../answer/bytes.ts'
import { ByteCache } from '../answer/cache.ts'
import type { Measurable } from '../answer/measurable.ts'
import type { MeasuringNews } from './measuring.ts'

export interface Following {
  /** Leaves: what nobody waits for any more is stopped. */
  readonly signal?: AbortSignal | undefined
  /** Called once for each figure, as soon as it is known. */
  readonly found?: (id: string, bytes: Bytes) => void
  /** Called as work goes on, with the share of it that is done, 0..1 and never falling, and the measure under way. */
  readonly progress?: (share: number, current: string) => void
}

/** Measures what is asked, and tells each figure as it is found; stops when the signal aborts. */
export type Run = (
  measurable: Measurable,
  ids: readonly string[],
  signal: AbortSignal,
  hear: (news: Exclude<MeasuringNews, { call: unknown }>) => void,
) => Promise<void>

/** How to measure something: what is measured the same way shares its passes, the rest goes on beside. */
export type RunOf = (subject: Subject, id: string) => Run

/**
 * Figures under way and figures kept, by what they are computed on: the same figure is computed once whoever asks,
 * whatever the revision. A computation that nobody waits for any more is stopped.
 */
export class Measurements {
  readonly #runOf: RunOf
  readonly #kept: ByteCache<Bytes>
  readonly #underWay = new Map<string, Computation>()

  constructor(runOf: RunOf, cacheBytes: number) {
    this.#runOf = runOf
    this.#kept = new ByteCache(cacheBytes)
  }

  /** JSON of a Measured by measure id, in the order asked for. */
  async of(measurable: Measurable, ids: readonly string[], following: Following): Promise<ReadonlyMap<string, Bytes>> {
    following.signal?.throwIfAborted()
    const keyOf = (id: string) => `${id} ${measurable.fingerprint}`
    const follower = new Follower(weightsOf(measurable, ids), following)
    const joined = new Set<Computation>()
    const missing: string[] = []
    for (const id of ids) {
      const kept = this.#kept.get(keyOf(id))
      const underWay = this.#underWay.get(keyOf(id))
      if (kept) follower.found(id, kept)
      else if (underWay) joined.add(underWay)
      else missing.push(id)
    }
    for (const [run, together] of Map.groupBy(missing, (id) => this.#runOf(measurable.subject, id))) {
      joined.add(this.#start(run, measurable, together, keyOf))
    }
    await Promise.all([...joined].map((computation) => computation.join(follower, following.signal)))
    return new Map(ids.flatMap((id) => [...follower.results].filter(([known]) => known === id)))
  }

  #start(run: Run, measurable: Measurable, ids: readonly string[], keyOf: (id: string) => string): Computation {
    const forget = (id: string) => {
      if (this.#underWay.get(keyOf(id)) === computation) this.#underWay.delete(keyOf(id))
    }
    const computation = new Computation(ids, {
      run: (signal, hear) => run(measurable, ids, signal, hear),
      found: (id, bytes) => {
        this.#kept.set(keyOf(id), bytes)
        forget(id)
      },
      over: () => ids.forEach(forget),
    })
    for (const id of ids) this.#underWay.set(keyOf(id), computation)
    return computation
  }
}

interface Undertaken {
  readonly run: (signal: AbortSignal, hear: Parameters<Run>[3]) => Promise<void>
  readonly found: (id: string, bytes: Bytes) => void
  /** Nobody may join any more. */
  readonly over: () => void
}

/** One task for the threads, and those who wait for some of its figures. */
class Computation {
  readonly #undertaken: Undertaken
  readonly #stop = new AbortController()
  readonly #figures: ReadonlyMap<string, PromiseWithResolvers<void>>
  readonly #followers = new Set<Follower>()
  #current = ''
  #share = 0

  constructor(ids: readonly string[], undertaken: Undertaken) {
    this.#undertaken = undertaken
    this.#figures = new Map(ids.map((id) => [id, Promise.withResolvers<void>()]))
    // Those who wait hear of a failure; when everybody left nobody needs to.
    for (const { promise } of this.#figures.values()) promise.catch(() => {})
    const failed = (error: unknown) => {
      undertaken.over()
      for (const { reject } of this.#figures.values()) reject(error)
    }
    undertaken
      .run(this.#stop.signal, (news) => this.#hear(news))
      .then(() => failed(new RangeError('a computation ended without its figures')), failed)
  }

  /** Resolves once all figures that the follower wants from here are found. */
  async join(follower: Follower, signal: AbortSignal | undefined): Promise<void> {
    this.#followers.add(follower)
    const wanted = [...this.#figures].filter(([id]) => follower.wants(id)).map(([, { promise }]) => promise)
    const { promise: left, reject } = Promise.withResolvers<never>()
    const leave = () => reject(signal?.reason)
    signal?.addEventListener('abort', leave, { once: true })
    try {
      if (this.#current !== '') follower.working(this.#current, this.#share)
      await Promise.race([Promise.all(wanted), left])
    } finally {
      signal?.removeEventListener('abort', leave)
      this.#followers.delete(follower)
      if (this.#followers.size === 0) {
        this.#undertaken.over()
        this.#stop.abort(new Error('nobody waits for these figures'))
      }
    }
  }

  #hear(news: Parameters<Parameters<Run>[3]>[0]): void {
    if ('measured' in news) {
      this.#undertaken.found(news.measured, news.bytes)
      for (const follower of this.#followers) follower.found(news.measured, news.bytes)
      this.#figures.get(news.measured)?.resolve()
      return
    }
    this.#share = 'share' in news ? news.share : 0
    if ('begun' in news) this.#current = news.begun
    for (const follower of this.#followers) follower.working(this.#current, this.#share)
  }
}

/** Somebody who waits for some figures, wherever they come from. */
class Follower {
  readonly results = new Map<string, Bytes>()
  readonly #weights: ReadonlyMap<string, number>
  readonly #following: Following
  readonly #total: number
  #found = 0
  #told = 0

  constructor(weights: ReadonlyMap<string, number>, following: Following) {
    this.#weights = weights
    this.#following = following
    this.#total = weights.values().reduce((sum, weight) => sum + weight, 0)
  }

  wants(id: string): boolean {
    return this.#weights.has(id) && !this.results.has(id)
  }

  found(id: string, bytes: Bytes): void {
    if (!this.wants(id)) return
    this.results.set(id, bytes)
    this.#found += this.#weights.get(id) ?? 0
    this.#following.found?.(id, bytes)
    this.#tell(this.#found, id)
  }

  working(id: string, share: number): void {
    if (this.wants(id)) this.#tell(this.#found + share * (this.#weights.get(id) ?? 0), id)
  }

  #tell(done: number, current: string): void {
    this.#told = Math.max(this.#told, done / this.#total)
    this.#following.progress?.(this.#told, current)
  }
}

/** How much of the work each measure is, about. */
const weights = { instant: 1, paths: 20, heavy: 60 } as const satisfies Record<Measure['cost'], number>

function weightsOf({ subject }: Measurable, ids: readonly string[]): Map<string, number> {
  const costs = new Map(measuresOf(subject).map(({ id, cost }) => [id, cost]))
  return new Map(ids.map((id) => [id, weights[costs.get(id) ?? 'instant']]))
}
