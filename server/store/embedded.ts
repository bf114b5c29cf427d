import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads'
import type { Territory } from '../domain/territory.ts'
import { Problem } from '../problem.ts'
import { Line, leftOn } from '../threads/rpc.ts'
import type { OwnThread } from './distant.ts'
import type { SynchronousStore } from './embedded/ledger.ts'
import type { News, Start, StoreTask } from './embedded/messages.ts'
import { identityOf, Whereabouts } from './embedded/place.ts'
import type { ChangesPage, ChangesSince, CommitHead } from './log.ts'
import type { LongDraft } from './packed-changes.ts'
import type { Commit, CommitDraft, Positions, Store, TerritoryHead, TerritorySummary, UndoDraft } from './store.ts'

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
export class EmbeddedStore implements Store, OwnThread {
  readonly opened: Promise<void>
  readonly #line: Line<StoreTask>
  readonly #news: MessagePort
  #told: News = { summaries: [], stillToErase: false }
  /** Null in memory. */
  #whereabouts: Whereabouts | null = null
  #gone: 'closed' | 'ended' | null = null

  constructor(file: string) {
    const { port1, port2 } = new MessageChannel()
    this.#news = port1
    port1.on('message', (news: News) => {
      this.#told = news
    })
    port1.unref()
    const worker = new Worker(workerUrl, { workerData: { file, news: port2 } satisfies Start, transferList: [port2] })
    this.#line = new Line(worker, () => new Problem('store_unavailable', { reason: 'ended' }))
    void this.#line.ended.then(() => {
      this.#gone ??= 'ended'
      port1.close()
    })
    this.opened = this.#line.ready.then(() => {
      if (file !== ':memory:') this.#hold(file)
    })
  }

  async list(): Promise<TerritorySummary[]> {
    this.#mustBeOpen()
    this.#whereabouts?.mustBeThere()
    return [...this.#latestNews().summaries]
  }

  async head(id: string): Promise<TerritoryHead> {
    this.#mustBeOpen()
    this.#whereabouts?.mustBeThere()
    const summary = this.#latestNews().summaries.find((territory) => territory.id === id)
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

  async commitLong(id: string, base: number, draft: LongDraft, signal?: AbortSignal): Promise<CommitHead> {
    signal?.throwIfAborted()
    this.#mustBeOpen()
    const call = this.#line.begin({ method: 'commitLong', given: [id, base, draft] })
    return (await leftOn(signal, call)) as CommitHead
  }

  history(id: string, page?: { before?: number; limit?: number }): Promise<Commit[]> {
    return this.#call('history', id, page)
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

  forgetPerson(id: string, person: string, draft: Omit<CommitDraft, 'changes'>): Promise<Commit> {
    return this.#call('forgetPerson', id, person, draft)
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
    return this.#latestNews().stillToErase
  }

  async backup(file: string): Promise<void> {
    this.#mustBeOpen()
    await this.#ask('backup', [file])
  }

  answerAt(port: MessagePort): void {
    this.#line.begin({ port }, { transfer: [port] }).answer.catch(() => port.close())
  }

  async close(): Promise<void> {
    if (this.#gone === null) {
      this.#gone = 'closed'
      // Calls are answered in their order, so this one waits for those before it.
      await this.#line.end()
    }
    await this.#line.ended
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

  #ask(method: keyof SynchronousStore | 'backup', given: readonly unknown[]): Promise<unknown> {
    return this.#line.begin({ method, given }).answer
  }

  #hold(file: string): void {
    const whereabouts = new Whereabouts(file)
    this.#whereabouts = whereabouts
    held.add(whereabouts.identity)
    void this.#line.ended.then(() => held.delete(whereabouts.identity))
  }

  /** Whoever heard of a commit by another way must find it here, whichever message comes first. */
  #latestNews(): News {
    for (let next = receiveMessageOnPort(this.#news); next; next = receiveMessageOnPort(this.#news)) {
      this.#told = next.message
    }
    return this.#told
  }

  #mustBeOpen(): void {
    if (this.#gone !== null) throw new Problem('store_unavailable', { reason: this.#gone })
  }
}
