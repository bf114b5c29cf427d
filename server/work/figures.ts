import type { Measure, Subject } from '../analysis/measure.ts'
import { measuresOf } from '../analysis/measures.ts'
import type { Bytes } from '../answer/bytes.ts'
import { ByteCache } from '../answer/cache.ts'
import type { Measurable } from '../answer/subject.ts'
import { type Doing, LongWork } from './long-work.ts'

export interface Following {
  /** Leaves: what nobody waits for any more is stopped. */
  readonly signal?: AbortSignal | undefined
  /** Called once for each figure, as soon as it is known. */
  readonly found?: (id: string, bytes: Bytes) => void
  /** Called as work goes on, with the share of it that is done, 0..1 and never falling, and the measure under way. */
  readonly progress?: (share: number, current: string) => void
}

export interface Figure {
  readonly id: string
  /** JSON of a Measured. */
  readonly bytes: Bytes
}

/** Measures what is asked; the share that it tells is that of the measure under way. */
export type MeasuringBy = (measurable: Measurable, ids: readonly string[]) => Doing<Figure>

/**
 * Figures under way and figures kept, by what they are computed on: the same figure is computed once whoever asks,
 * whatever the revision. What nobody waits for any more is stopped.
 */
export class Figures {
  readonly #measuringOf: (subject: Subject, id: string) => MeasuringBy
  readonly #kept: ByteCache<Bytes>
  readonly #underWay = new Map<string, LongWork<Figure>>()

  /** @param measuringOf how to measure something: what is measured the same way shares its passes, the rest goes on beside */
  constructor(measuringOf: (subject: Subject, id: string) => MeasuringBy, cacheBytes: number) {
    this.#measuringOf = measuringOf
    this.#kept = new ByteCache(cacheBytes)
  }

  /** JSON of a Measured by measure id, in the order asked for. */
  async of(measurable: Measurable, ids: readonly string[], following: Following): Promise<ReadonlyMap<string, Bytes>> {
    const { signal } = following
    signal?.throwIfAborted()
    const keyOf = (id: string) => `${id} ${measurable.fingerprint}`
    const wanted = new Wanted(measurable, ids, following)
    for (const id of ids) {
      const kept = this.#kept.get(keyOf(id))
      if (kept) wanted.found(id, kept)
    }
    const missing = ids.filter((id) => !wanted.figures.has(id) && !this.#underWay.has(keyOf(id)))
    for (const [measuring, together] of Map.groupBy(missing, (id) => this.#measuringOf(measurable.subject, id))) {
      this.#start(measuring(measurable, together), together, keyOf)
    }
    const joined = Map.groupBy(
      ids.filter((id) => !wanted.figures.has(id)),
      (id) => this.#underWay.get(keyOf(id)),
    )
    const waiting = [...joined].map(([work, awaited]) =>
      work?.follow({
        signal,
        found: ({ id, bytes }) => wanted.found(id, bytes),
        progress: (share, current) => wanted.working(current ?? '', share),
        isEnough: () => awaited.every((id) => wanted.figures.has(id)),
      }),
    )
    await Promise.all(waiting)
    return new Map(ids.flatMap((id) => [...wanted.figures].filter(([known]) => known === id)))
  }

  #start(doing: Doing<Figure>, ids: readonly string[], keyOf: (id: string) => string): void {
    const forget = (id: string) => {
      if (this.#underWay.get(keyOf(id)) === work) this.#underWay.delete(keyOf(id))
    }
    const keeping: Doing<Figure> = ({ found, progress }, signal) =>
      doing(
        {
          found: (figure) => {
            this.#kept.set(keyOf(figure.id), figure.bytes)
            forget(figure.id)
            found(figure)
          },
          progress,
        },
        signal,
      )
    const work = new LongWork(keeping, { over: () => ids.forEach(forget) })
    for (const id of ids) this.#underWay.set(keyOf(id), work)
  }
}

/** How much of the work each measure is, about. */
const weights = { instant: 1, paths: 20, heavy: 60 } as const satisfies Record<Measure['cost'], number>

/** The figures that somebody waits for, wherever they come from. */
class Wanted {
  readonly figures = new Map<string, Bytes>()
  readonly #weights: ReadonlyMap<string, number>
  readonly #following: Following
  readonly #total: number
  #found = 0
  #told = 0

  constructor({ subject }: Measurable, ids: readonly string[], following: Following) {
    const costs = new Map(measuresOf(subject).map(({ id, cost }) => [id, cost]))
    this.#weights = new Map(ids.map((id) => [id, weights[costs.get(id) ?? 'instant']]))
    this.#following = following
    this.#total = this.#weights.values().reduce((sum, weight) => sum + weight, 0)
  }

  found(id: string, bytes: Bytes): void {
    if (!this.#waitsFor(id)) return
    this.figures.set(id, bytes)
    this.#found += this.#weights.get(id) ?? 0
    this.#following.found?.(id, bytes)
    this.#tell(this.#found, id)
  }

  working(id: string, share: number): void {
    if (this.#waitsFor(id)) this.#tell(this.#found + share * (this.#weights.get(id) ?? 0), id)
  }

  #waitsFor(id: string): boolean {
    return this.#weights.has(id) && !this.figures.has(id)
  }

  #tell(done: number, current: string): void {
    this.#told = Math.max(this.#told, done / this.#total)
    this.#following.progress?.(this.#told, current)
  }
}
