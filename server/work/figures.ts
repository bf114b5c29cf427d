import { LRUCache } from 'lru-cache'
import { type Doing, LongWork } from './long-work.ts'

export interface Following<Bytes> {
  /** Leaves: what nobody waits for any more is stopped. */
  readonly signal?: AbortSignal | undefined
  /** Called once for each figure, as soon as it is known. */
  readonly found?: (id: string, bytes: Bytes) => void
  /** Called as work goes on, with the share of it that is done, 0..1 and never falling, and the figure under way. */
  readonly progress?: (share: number, current: string) => void
}

/** A figure by its name, as bytes that are handed on unread. */
export interface Figure<Bytes> {
  readonly id: string
  readonly bytes: Bytes
}

export interface FiguresOptions<Subject, Bytes> {
  /** How a figure is made: those made the same way are made together, the rest beside. The share it tells is that of the figure under way. */
  readonly makingOf: (
    subject: Subject,
    id: string,
  ) => (subject: Subject, ids: readonly string[]) => Doing<Figure<Bytes>>
  /** How much of the work a figure is, about. */
  readonly weightOf: (subject: Subject, id: string) => number
  readonly cacheBytes: number
}

/**
 * Figures under way and figures kept, by what they are computed on: the same figure is computed once whoever asks,
 * whatever the revision. What nobody waits for any more is stopped.
 *
 * Equal fingerprints, equal figures.
 */
export class Figures<Subject extends { readonly fingerprint: string }, Bytes extends { readonly byteLength: number }> {
  readonly #options: FiguresOptions<Subject, Bytes>
  readonly #kept: LRUCache<string, Bytes>
  readonly #underWay = new Map<string, LongWork<Figure<Bytes>>>()

  constructor(options: FiguresOptions<Subject, Bytes>) {
    this.#options = options
    // For the library 0 is no limit.
    const maxSize = Math.max(1, options.cacheBytes)
    this.#kept = new LRUCache({ maxSize, sizeCalculation: ({ byteLength }, key) => byteLength + 2 * key.length })
  }

  /** By id, in the order asked for. */
  async of(subject: Subject, ids: readonly string[], following: Following<Bytes>): Promise<ReadonlyMap<string, Bytes>> {
    const { signal } = following
    signal?.throwIfAborted()
    const { makingOf, weightOf } = this.#options
    const keyOf = (id: string) => `${id} ${subject.fingerprint}`
    const wanted = new Wanted<Bytes>(new Map(ids.map((id) => [id, weightOf(subject, id)])), following)
    for (const id of ids) {
      const kept = this.#kept.get(keyOf(id))
      if (kept) wanted.found(id, kept)
    }
    const missing = ids.filter((id) => !wanted.figures.has(id) && !this.#underWay.has(keyOf(id)))
    for (const [making, together] of Map.groupBy(missing, (id) => makingOf(subject, id))) {
      this.#start(making(subject, together), together, keyOf)
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

  #start(doing: Doing<Figure<Bytes>>, ids: readonly string[], keyOf: (id: string) => string): void {
    const forget = (id: string) => {
      if (this.#underWay.get(keyOf(id)) === work) this.#underWay.delete(keyOf(id))
    }
    const keeping: Doing<Figure<Bytes>> = ({ found, progress }, signal) =>
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

/** The figures that somebody waits for, wherever they come from. */
class Wanted<Bytes> {
  readonly figures = new Map<string, Bytes>()
  readonly #weights: ReadonlyMap<string, number>
  readonly #following: Following<Bytes>
  readonly #total: number
  #found = 0
  #told = 0

  constructor(weights: ReadonlyMap<string, number>, following: Following<Bytes>) {
    this.#weights = weights
    this.#following = following
    this.#total = weights.values().reduce((sum, weight) => sum + weight, 0)
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
