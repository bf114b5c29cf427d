import { Worker } from 'node:worker_threads'
import type { Territory } from '../domain/territory.ts'
import { Problem } from '../problem.ts'
import type { SynchronousStore } from './embedded/ledger.ts'
import type { Answer, Ask, News } from './embedded/messages.ts'
import { identityOf, Whereabouts } from './embedded/place.ts'
import type { ChangesPage, ChangesSince, CommitHead } from './log.ts'
import type {
  Commit,
  CommitDraft,
  Packable,
  Packed,
  PackedDraft,
  Positions,
  Store,
  TerritoryHead,
  TerritorySummary,
  UndoDraft,
} from './store.ts'

/**
 * The store in one SQLite file, made with its folder when it is missing; `:memory:` keeps nothing once closed.
 *
 * SQLite runs in a worker thread, one call after the other: a bulk commit keeps other calls waiting but not the process,
 * and the list is answered from memory. One process at a time holds a file.
 * Refuses `store_locked`, `store_newer`, `store_corrupt`, `store_log_foreign`, `store_unavailable`.
 */
export async function openEmbeddedStore(file: string): Promise<EmbeddedStore> {
  // Closing a file gives up all locks that the process has on it: a second store must not even look into it.
  const there = identityOf(file)
  if (there !== null && held.has(there)) throw new Problem('store_locked', { file })
  const store = new EmbeddedStore(file)
  await store.opened
  return store
}

/** Files open in this process, by their number on the disk. */
const held = new Set<string>()

/** Sources run as they are; the package holds what tsc emitted from them. */
const workerUrl = import.meta.url.endsWith('.ts')
  ? new URL('./embedded/worker.ts', import.meta.url)
  : new URL('./embedded/worker.js', import.meta.url)

/** A store of which the file can be copied while it serves. */
export class EmbeddedStore implements Store {
  readonly opened: Promise<void>
  readonly #worker: Worker
  readonly #exited: Promise<unknown>
  /** Answers still to come, by the number of the call. */
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>()
  #summaries: readonly TerritorySummary[] = []
  #stillToErase = false
  /** Null in memory. */
  #whereabouts: Whereabouts | null = null
  #calls = 0
  #gone: 'closed' | 'ended' | null = null

  constructor(file: string) {
    this.#worker = new Worker(workerUrl, { workerData: file })
    this.#exited = new Promise((resolve) => this.#worker.once('exit', resolve))
    this.#worker.on('message', (message: Answer | News) => {
      if ('summaries' in message) this.#hear(message)
      else this.#settle(message)
    })
    this.#worker.on('error', (error) => this.#fail(error))
    this.#worker.on('exit', () => this.#fail(new Problem('store_unavailable', { reason: 'ended' })))
    this.opened = this.#expect(0).then(() => {
      if (file !== ':memory:') this.#hold(file)
    })
  }

  async list(): Promise<TerritorySummary[]> {
    this.#mustBeOpen()
    this.#whereabouts?.mustBeThere()
    return [...this.#summaries]
  }

  async head(id: string): Promise<TerritoryHead> {
    this.#mustBeOpen()
    this.#whereabouts?.mustBeThere()
    const summary = this.#summaries.find((territory) => territory.id === id)
    // The list does not tell of what is staged.
    if (!summary) return await this.#call('head', id)
    return { revision: summary.revision, updatedAt: summary.updatedAt }
  }

  create(id: string, draft: CommitDraft, secret?: string): Promise<Commit> {
    return this.#call('create', id, draft, secret)
  }

  load(id: string, revision?: number): Promise<Territory> {
    return this.#call('load', id, revision)
  }

  commit(id: string, base: number, draft: CommitDraft): Promise<Commit> {
    return this.#call('commit', id, base, draft)
  }

  history(id: string, page?: { before?: number; limit?: number }): Promise<Commit[]> {
    return this.#call('history', id, page)
  }

  async pack<M extends Packable>(
    method: M,
    ...given: Parameters<Store[M]>
  ): Promise<Packed<Awaited<ReturnType<Store[M]>>>> {
    this.#mustBeOpen()
    return (await this.#ask(method, given, { packed: true })) as Packed<Awaited<ReturnType<Store[M]>>>
  }

  commitPacked(id: string, base: number, draft: PackedDraft): Promise<CommitHead> {
    return this.#call('commitPacked', id, base, draft)
  }

  undo(id: string, revision: number, base: number, draft: UndoDraft): Promise<CommitHead> {
    return this.#call('undo', id, revision, base, draft)
  }

  log(id: string, page?: { before?: number; limit?: number }): Promise<CommitHead[]> {
    return this.#call('log', id, page)
  }

  changes(id: string, revision: number, page: { from: number; limit: number }): Promise<ChangesPage> {
    return this.#call('changes', id, revision, page)
  }

  since(id: string, revision: number): Promise<ChangesSince> {
    return this.#call('since', id, revision)
  }

  forget(id: string, actor: string, draft: Omit<CommitDraft, 'changes'>): Promise<Commit> {
    return this.#call('forget', id, actor, draft)
  }

  remove(id: string): Promise<void> {
    return this.#call('remove', id)
  }

  rename(id: string, to: string): Promise<void> {
    return this.#call('rename', id, to)
  }

  secret(id: string): Promise<string> {
    return this.#call('secret', id)
  }

  positions(id: string): Promise<Positions> {
    return this.#call('positions', id)
  }

  savePositions(id: string, positions: Positions): Promise<void> {
    return this.#call('savePositions', id, positions)
  }

  async ping(): Promise<boolean> {
    if (this.#gone !== null) return false
    this.#whereabouts?.mustBeThere()
    return true
  }

  stillToErase(): boolean {
    return this.#stillToErase
  }

  async backup(file: string): Promise<void> {
    this.#mustBeOpen()
    await this.#ask('backup', [file])
  }

  async close(): Promise<void> {
    if (this.#gone === null) {
      this.#gone = 'closed'
      // Calls are answered in their order, so this one waits for those before it.
      await this.#ask('close', [])
    }
    await this.#exited
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }

  async #call<M extends keyof SynchronousStore>(
    method: M,
    ...given: Parameters<SynchronousStore[M]>
  ): Promise<ReturnType<SynchronousStore[M]>> {
    this.#mustBeOpen()
    return (await this.#ask(method, given)) as ReturnType<SynchronousStore[M]>
  }

  #hold(file: string): void {
    const whereabouts = new Whereabouts(file)
    this.#whereabouts = whereabouts
    held.add(whereabouts.identity)
    this.#worker.once('exit', () => held.delete(whereabouts.identity))
  }

  #hear({ summaries, stillToErase }: News): void {
    this.#summaries = summaries
    this.#stillToErase = stillToErase
  }

  #mustBeOpen(): void {
    if (this.#gone !== null) throw new Problem('store_unavailable', { reason: this.#gone })
  }

  #ask(method: Ask['method'], given: readonly unknown[], { packed } = { packed: false }): Promise<unknown> {
    this.#calls += 1
    this.#worker.postMessage({ call: this.#calls, method, given, packed } satisfies Ask)
    return this.#expect(this.#calls)
  }

  #expect(call: number): Promise<unknown> {
    const answer = Promise.withResolvers<unknown>()
    this.#waiting.set(call, answer)
    return answer.promise
  }

  #settle(answer: Answer): void {
    const waiting = this.#waiting.get(answer.call)
    this.#waiting.delete(answer.call)
    if ('value' in answer) waiting?.resolve(answer.value)
    else if ('problem' in answer) waiting?.reject(new Problem(answer.problem.code, answer.problem.details))
    else waiting?.reject(answer.defect)
  }

  #fail(error: unknown): void {
    this.#gone ??= 'ended'
    for (const waiting of this.#waiting.values()) waiting.reject(error)
    this.#waiting.clear()
  }
}
