import { availableParallelism } from 'node:os'
import type { MessagePort } from 'node:worker_threads'
import pLimit from 'p-limit'
import type { Measure, Subject } from '../analysis/measure.ts'
import { measuresOf } from '../analysis/measures.ts'
import type { Answers, AnswerTask, Asked } from '../answer/answers.ts'
import type { Bytes } from '../answer/bytes.ts'
import type { Question } from '../answer/question.ts'
import type { Measurable } from '../answer/subject.ts'
import type { ComparedWaves, PackedPair } from '../answer/waves.ts'
import type { Diagnosis } from '../diagnosis/diagnosis.ts'
import { portTo } from '../store/distant.ts'
import type { Store } from '../store/store.ts'
import { type Call, isOver, recall, type SharedWork } from '../threads/chunks.ts'
import type { Packed } from '../threads/memory.ts'
import { Pool } from '../threads/pool.ts'
import type { ComparingNews } from './comparing.ts'
import type { DiagnosingNews } from './diagnosing.ts'
import { type Figure, Figures, type Following } from './figures.ts'
import type { Doing } from './long-work.ts'
import type { MeasuringNews } from './measuring.ts'
import type { Task } from './worker.ts'

export interface ComputeOptions {
  /** What is answered of; without one, figures alone can be asked for. */
  readonly store?: Store
  /** Threads for long work, which share it. Default: one per processor. */
  readonly threads?: number
  /** Threads for quick answers, which never wait for long work. Default 2. */
  readonly desks?: number
  /** Figures kept, and as much again of comparisons. Default 100 MB. */
  readonly cacheBytes?: number
}

/** The one figure of a pair of waves. */
const comparison = 'comparison'

/** Who looks at a diagnosis looks at another wave, or at what a change made of it. */
const backgroundIdleMs = 600_000
const errandIdleMs = 30_000
/** Diagnoses under way at once. */
export const mostConducted = 16

/** A diagnosis learns as it goes how many pieces of work it takes: of a hundred actors, about so many. */
const usualPieces = 66
/** Survival comes last, in few pieces, and takes half of the time. */
const lastWeighMost = 4

/** Seconds of a processor each: simulated surveys, what is drawn on paper, the programme beside its draws. */
const longAnswers: ReadonlySet<Asked> = new Set([
  'power',
  'ownChange',
  'picture',
  'report',
  'programme',
  'story',
  'slide',
])
/** Who looks at a territory comes back to it: its reading is worth keeping. */
const deskIdleMs = 600_000

/**
 * What is made of territories, on worker threads: this thread hands over bytes and is handed bytes. Threads ask the store by
 * themselves.
 *
 * Quick answers and long work have threads of their own. The long work of one task is shared by all threads that are
 * free; its results do not depend on how many those are.
 */
export class Compute implements AsyncDisposable {
  readonly #desks: Pool<Task>
  /** Long answers, which keep no quick one waiting. */
  readonly #errands: Pool<Task>
  readonly #background: Pool<Task>
  /** What is worked out between the pieces of diagnoses takes too long for the thread that answers requests. */
  readonly #conductor: Pool<Task>
  readonly #threads: number
  readonly #figures: Figures<Measurable, Bytes>
  readonly #comparisons: Figures<PackedPair, Packed<ComparedWaves>>
  /** Long work that helpers are busy with. */
  readonly #shared = new Set<SharedWork>()

  constructor({ store, threads = availableParallelism(), desks = 2, cacheBytes = 100_000_000 }: ComputeOptions = {}) {
    const port = store && (() => portTo(store))
    this.#desks = new Pool({ module, most: desks, whenLeft: 'ask', idleMs: deskIdleMs, port })
    this.#errands = new Pool({ module, most: 2, background: true, whenLeft: 'ask', idleMs: errandIdleMs, port })
    const inBackground = { background: true, whenLeft: 'stop', idleMs: backgroundIdleMs } as const
    // One more than there are processors: a diagnosis never waits for a long figure to end.
    this.#background = new Pool({ module, most: threads + 1, ...inBackground })
    // It hears between two pieces that nobody waits, and others go on beside.
    this.#conductor = new Pool({ module, most: 1, atOnce: mostConducted, ...inBackground, whenLeft: 'ask' })
    this.#threads = threads
    const atDesk = (measurable: Measurable, ids: readonly string[]) => this.#measuring(measurable, ids, false)
    const together = (measurable: Measurable, ids: readonly string[]) => this.#measuring(measurable, ids, true)
    this.#figures = new Figures({
      makingOf: ({ subject }, id) => (isLong(subject, id) ? together : atDesk),
      weightOf: ({ subject }, id) => weights[costOf(subject, id) ?? 'instant'],
      cacheBytes,
    })
    const comparing = (pair: PackedPair) => this.#comparing(pair)
    this.#comparisons = new Figures({ makingOf: () => comparing, weightOf: () => 1, cacheBytes })
  }

  /** Rejects with what the question is refused for, or with the reason of the signal. @param hear what is told meanwhile */
  async answer<A extends Asked>(
    ask: A,
    asked: Answers[A]['asked'],
    signal?: AbortSignal,
    hear?: (news: never) => void,
  ): Promise<Answers[A]['answer']> {
    const task = { ask, asked } as AnswerTask
    // Much of what is worked out of a revision holds for the next.
    const about = 'of' in asked ? [asked.of.stamp, asked.of.id] : []
    const pool = isLongAnswer(task) ? this.#errands : this.#desks
    return await pool.run({ kind: 'answer', asked: task }, { signal, about, hear })
  }

  /**
   * JSON of a Measured by measure id, in the order asked for. A figure is computed once whoever asks, and kept by what it
   * was computed on. Rejects with the reason of the signal, with `overloaded` when too much waits; what a kernel throws
   * is a defect.
   */
  async measure(
    measurable: Measurable,
    ids: readonly string[],
    following: Following<Bytes> = {},
  ): Promise<ReadonlyMap<string, Bytes>> {
    return await this.#figures.of(measurable, ids, following)
  }

  /** How two waves compare: once whoever asks, and kept by what was compared. Rejects as `measure` does. */
  async compare(pair: PackedPair, following: Omit<Following<never>, 'found'> = {}): Promise<Packed<ComparedWaves>> {
    const figures = await this.#comparisons.of(pair, [comparison], following)
    return figures.get(comparison) as Packed<ComparedWaves>
  }

  /**
   * Makes a diagnosis, which finds it in both stages. Null: only what has the threads started, and compiled, that the first
   * one needs.
   */
  diagnosing(question: Packed<Question> | null): Doing<Diagnosis> {
    return async ({ found, progress }, signal) => {
      const lost = new AbortController()
      const stop = AbortSignal.any([signal, lost.signal])
      // No more at once than there are threads, so that of two diagnoses neither waits for the other to end.
      const limited = pLimit(this.#threads)
      const perform = (port: MessagePort) => {
        this.#makeRoom()
        return this.#background.run({ kind: 'piece', port }, { signal: stop, transfer: [port], spare: true })
      }
      let share = 0
      const hear = (news: DiagnosingNews) => {
        if ('piece' in news) limited(perform, news.piece).catch((error) => lost.abort(error))
        else if ('diagnosis' in news) found(news.diagnosis)
        else {
          share = Math.max(share, (news.done / Math.max(usualPieces, news.asked)) ** lastWeighMost)
          progress(share, null)
        }
      }
      await this.#conductor.run({ kind: 'diagnose', question }, { signal: stop, hear })
    }
  }

  /** Has the threads ready that the first answers would wait for. */
  async prepare(): Promise<void> {
    this.#desks.prepare()
    await this.diagnosing(null)({ found() {}, progress() {} }, new AbortController().signal)
  }

  /** Stops what still runs. */
  async close(): Promise<void> {
    await Promise.all([this.#desks, this.#errands, this.#conductor, this.#background].map((pool) => pool.close()))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }

  #measuring(measurable: Measurable, ids: readonly string[], isLong: boolean): Doing<Figure<Bytes>> {
    return async ({ found, progress }, signal) => {
      const helpers = isLong ? this.#threads - 1 : 0
      const task = { kind: 'measure', measuring: { measurable, ids, helpers } } as const
      const hear = (news: MeasuringNews) => {
        if ('figure' in news) found(news.figure)
        else if ('share' in news) progress(news.share, news.measure)
      }
      const asking = { signal, about: [networkOf(measurable)], hear }
      await (isLong ? this.#together(task, asking) : this.#desks.run(task, asking))
    }
  }

  #comparing({ packed, fingerprint }: PackedPair): Doing<Figure<Packed<ComparedWaves>>> {
    return async ({ found, progress }, signal) => {
      const task = { kind: 'compare', comparing: { compared: packed, helpers: this.#threads - 1 } } as const
      const hear = (news: ComparingNews) => {
        if ('share' in news) progress(news.share, comparison)
        else if ('done' in news) found({ id: comparison, bytes: news.done })
      }
      await this.#together(task, { signal, about: [fingerprint], hear })
    }
  }

  /** On a thread of the background, helped by those that are free. */
  async #together<News extends object>(
    task: Task,
    { signal, about, hear }: { signal: AbortSignal; about: readonly string[]; hear: (news: News) => void },
  ): Promise<void> {
    const lost = new AbortController()
    const stop = AbortSignal.any([signal, lost.signal])
    this.#makeRoom()
    const listen = (news: News | { readonly call: Call }) => {
      if ('call' in news) this.#help(news.call as Call, stop, (error) => lost.abort(error))
      else hear(news)
    }
    await this.#background.run(task, { signal: stop, about, hear: listen })
  }

  /** Work that waits for a thread comes before help with work that has one. */
  #makeRoom(): void {
    if (this.#background.free === 0) for (const shared of this.#shared) recall(shared)
  }

  /** As soon as a thread has nothing else to do, however late. */
  #help({ shared, ports }: Call, signal: AbortSignal, lost: (error: unknown) => void): void {
    const begun = () => this.#shared.add(shared)
    const helping = ports.map(async (port) => {
      const task = { kind: 'help', shared, port } as const
      await this.#background.run(task, { signal, transfer: [port], spare: true, begun })
    })
    Promise.all(helping)
      .catch((error) => isOver(shared) || lost(error))
      .finally(() => this.#shared.delete(shared))
  }
}

function isLongAnswer({ ask, asked }: AnswerTask): boolean {
  return longAnswers.has(ask) || (ask === 'import' && asked.body.length > mostAtDesk)
}

/** Bytes of files that are read while others wait. */
const mostAtDesk = 4 * 1024 * 1024

/** Module of the threads. From a clone Node runs the TypeScript; the package holds what tsc emitted. */
const module = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url)

/** What threads remember: a network as it is, whatever it would be after a change. */
function networkOf({ fingerprint, whatIf }: Measurable): string {
  return whatIf?.before ?? fingerprint
}

/** Visits of a tie, about, that a desk may make for one measure: some 30 ms. */
const mostVisits = 4_000_000

/** Whether a measure would keep quick answers waiting. */
function isLong(subject: Subject, id: string): boolean {
  const { nodeCount, edgeCount } = subject.graph
  const visits = { instant: edgeCount, paths: nodeCount * edgeCount, heavy: 20 * nodeCount * edgeCount }
  const cost = costOf(subject, id)
  return cost !== undefined && visits[cost] > mostVisits
}

/** How much of the work each measure is, about. */
const weights = { instant: 1, paths: 20, heavy: 60 } as const satisfies Record<Measure['cost'], number>

function costOf(subject: Subject, id: string): Measure['cost'] | undefined {
  return measuresOf(subject).find((measure) => measure.id === id)?.cost
}
