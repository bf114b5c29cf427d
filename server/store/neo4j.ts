import type { Territory } from '../domain/territory.ts'
import { Problem } from '../problem.ts'
import { statements } from './cypher.ts'
import { newSecret } from './finding-keys.ts'
import * as journal from './journal.ts'
import { inTime, type Made, type Pages, type Work } from './journal.ts'
import { type ChangesPage, type ChangesSince, type CommitHead, headOf, pageOf } from './log.ts'
import { Bolt, type Neo4jChoice, type Patience, type Run, type Size } from './neo4j/bolt.ts'
import { ChangeQueue } from './neo4j/change-queue.ts'
import * as ledger from './neo4j/ledger.ts'
import { migrate } from './neo4j/migration.ts'
import { settingsOf } from './neo4j/properties.ts'
import { writeRows } from './neo4j/writing.ts'
import { type LongDraft, unpacked } from './packed-changes.ts'
import {
  type Commit,
  type CommitDraft,
  isStaging,
  type Positions,
  type Store,
  type TerritoryHead,
  type TerritorySummary,
  type UndoDraft,
} from './store.ts'

export interface Neo4jOptions extends Partial<Patience> {
  /** Fills a database that Maillage meets for the first time; again when it was cut short, so it must be idempotent. */
  readonly whenNew?: (store: Store) => Promise<void>
}

/**
 * The store in a Neo4j database (5.26 or later), whose schema it brings up to date; docs/neo4j.md draws the graph.
 * Several processes may use one database. Refuses `store_unavailable`, `store_newer`, `store_corrupt`.
 */
export async function openNeo4jStore(choice: Neo4jChoice, options: Neo4jOptions = {}): Promise<Store> {
  const bolt = new Bolt(choice, { timeoutMs: 10_000, retryMs: 4_000, ...options })
  try {
    const store = new Neo4jStore(bolt)
    await migrate(bolt, async () => options.whenNew?.(store))
    return store
  } catch (error) {
    await bolt.close()
    throw error
  }
}

/** Latest states kept in memory: a small commit on a large territory reads nothing back. */
const mostKept = 8
/** Facts written in the time of small work, with much to spare. */
const mostSmall = 1_000

class Neo4jStore implements Store {
  readonly #bolt: Bolt
  readonly #queue = new ChangeQueue()
  /** Most recently used last. Other processes commit too: whether a state is the latest is asked each time. */
  readonly #kept = new Map<string, ledger.Kept>()
  #closed: Promise<void> | undefined

  constructor(bolt: Bolt) {
    this.#bolt = bolt
  }

  async list(): Promise<TerritorySummary[]> {
    this.#mustBeOpen()
    const rows = await this.#queue.question(this.#bolt.read('small', (run) => run(statements.listTerritories, {})))
    const summaries = rows.map(({ properties }) => {
      const { id, revision, updatedAt, actors, spaces, ties, participations, waves } = properties
      const settings = Object.fromEntries(settingsOf(properties).map(({ key, value }) => [key, value]))
      return { id, revision, updatedAt, settings, actors, spaces, ties, participations, waves }
    })
    return summaries.filter(({ id }) => !isStaging(id)).sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  async head(id: string): Promise<TerritoryHead> {
    return this.#question(async () => {
      const { revision, updatedAt } = await this.#bolt.read('small', (run) => ledger.find(run, id))
      return { revision, updatedAt }
    })
  }

  async create(id: string, draft: CommitDraft, secret = newSecret()): Promise<Commit> {
    const taken = ledger.taken(draft)
    return this.#make(id, sizeOf(draft.changes), (pages) => journal.create(pages, id, taken, secret))
  }

  async load(id: string, revision?: number): Promise<Territory> {
    return this.#question(async () => {
      const known = await this.#bolt.read('small', async (run) => {
        return ledger.caughtUp(run, await ledger.find(run, id), this.#kept.get(id))
      })
      if (!known || (revision !== undefined && revision !== known.territory.revision)) return this.#whole(id, revision)
      this.#keep(known)
      return known.territory
    })
  }

  async commit(id: string, base: number, draft: CommitDraft): Promise<Commit> {
    const taken = ledger.taken(draft)
    const size = this.#kept.has(id) ? sizeOf(draft.changes) : 'large'
    return this.#make(id, size, (pages) => journal.commit(pages, id, base, taken))
  }

  /** The list is held here after all: what the graph has to be told of each fact comes from the state before. */
  async commitLong(
    id: string,
    base: number,
    { packed, ...draft }: LongDraft,
    signal?: AbortSignal,
  ): Promise<CommitHead> {
    signal?.throwIfAborted()
    const whole = { ...draft, changes: unpacked(packed) }
    return headOf(await (base === 0 ? this.create(id, whole) : this.commit(id, base, whole)))
  }

  async history(id: string, { before = Number.MAX_SAFE_INTEGER, limit = 50 } = {}): Promise<Commit[]> {
    return this.#question(async () => {
      const rows = await this.#bolt.read('large', async (run) => {
        await ledger.find(run, id)
        return run(statements.readCommitsBefore, { territory: id, before, limit })
      })
      return rows.map(ledger.commitOf)
    })
  }

  async undo(id: string, revision: number, base: number, draft: UndoDraft): Promise<CommitHead> {
    return headOf(await this.#make(id, 'large', (pages) => journal.undo(pages, id, revision, base, { ...draft })))
  }

  async log(id: string, { before = Number.MAX_SAFE_INTEGER, limit = 50 } = {}): Promise<CommitHead[]> {
    const heads: CommitHead[] = []
    for (let next = before; heads.length < limit; ) {
      const [commit] = await this.history(id, { before: next, limit: 1 })
      if (!commit) break
      heads.push(headOf(commit))
      next = commit.revision
    }
    return heads
  }

  async changes(id: string, revision: number, { from, limit }: { from: number; limit: number }): Promise<ChangesPage> {
    return pageOf(await this.#commitAt(id, revision), from, limit)
  }

  async since(id: string, revision: number): Promise<ChangesSince> {
    return this.#question(() =>
      this.#bolt.read('large', (run) => {
        return inTime(journal.since(new ledger.GraphPages(run, this.#kept.get(id), ledger.find), id, revision))
      }),
    )
  }

  async #commitAt(id: string, revision: number): Promise<Commit> {
    const [commit] = await this.history(id, { before: revision + 1, limit: 1 })
    if (commit?.revision !== revision) throw new Problem('unknown_revision', { territory: id, revision })
    return commit
  }

  async forget(id: string, actor: string, draft: Omit<CommitDraft, 'changes'>): Promise<Commit> {
    const taken = ledger.taken({ ...draft, changes: [] })
    return this.#make(id, 'large', (pages) => journal.forget(pages, id, actor, taken))
  }

  async forgetPerson(id: string, person: string, draft: Omit<CommitDraft, 'changes'>): Promise<Commit> {
    const taken = ledger.taken({ ...draft, changes: [] })
    return this.#make(id, 'large', (pages) => journal.forgetPerson(pages, id, person, taken))
  }

  remove(id: string): Promise<void> {
    return this.#takeAway(id, (run) => ledger.erase(run, id))
  }

  rename(id: string, to: string): Promise<void> {
    return this.#takeAway(id, (run) => ledger.rename(run, id, to))
  }

  async secret(id: string): Promise<string> {
    const { secret } = await this.#question(() => this.#bolt.read('small', (run) => ledger.find(run, id)))
    return secret
  }

  async positions(id: string): Promise<Positions> {
    return this.#question(async () => {
      const rows = await this.#bolt.read('large', async (run) => {
        await ledger.find(run, id)
        return run(statements.readPositions, { territory: id })
      })
      const standing = (wanted: string) =>
        Object.fromEntries(rows.filter(({ noun }) => noun === wanted).map(({ id, x, y }) => [id, [x, y] as const]))
      return { actors: standing('actor'), spaces: standing('space') }
    })
  }

  async savePositions(id: string, { actors, spaces }: Positions): Promise<void> {
    const rows = [
      ...Object.entries(actors).map(([actor, [x, y]]) => ({ noun: 'actor', id: actor, x, y })),
      ...Object.entries(spaces).map(([space, [x, y]]) => ({ noun: 'space', id: space, x, y })),
    ]
    await this.#change(id, sizeOf(rows), async (run) => {
      await ledger.hold(run, id)
      await writeRows(run, statements.savePositions, id, rows)
    })
  }

  async ping(): Promise<boolean> {
    return this.#closed === undefined && (await this.#bolt.answers())
  }

  close(): Promise<void> {
    this.#closed ??= this.#queue.idle().then(() => this.#bolt.close())
    return this.#closed
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }

  /** Work after which there is no territory of this id. */
  async #takeAway(id: string, work: (run: Run) => Promise<void>): Promise<void> {
    let found = false
    await this.#change(id, 'large', async (run) => {
      try {
        await ledger.hold(run, id)
      } catch (error) {
        // Asked again because the connection broke: the first time did it.
        if (found && error instanceof Problem && error.code === 'unknown_territory') return
        throw error
      }
      found = true
      await work(run)
    })
    this.#kept.delete(id)
  }

  async #make(id: string, size: Size, work: (pages: Pages) => Work<Made>): Promise<Commit> {
    return this.#changing(id, size, async () => {
      const { commit, kept } = await this.#bolt.write(size, async (run) => {
        const pages = new ledger.GraphPages(run, this.#kept.get(id), ledger.hold)
        const { commit, after } = await inTime(work(pages))
        return { commit, kept: after && { incarnation: (await pages.head(id)).incarnation, territory: after } }
      })
      if (kept) this.#keep(kept)
      return commit
    })
  }

  /** A whole reading, which takes the lock. */
  async #whole(id: string, revision?: number): Promise<Territory> {
    const { head, territory } = await this.#bolt.write('large', async (run) => {
      const pages = new ledger.GraphPages(run, this.#kept.get(id), ledger.hold)
      const territory = await inTime(journal.load(pages, id, revision))
      return { head: await pages.head(id), territory }
    })
    if (territory.revision === head.revision) this.#keep({ incarnation: head.incarnation, territory })
    return territory
  }

  #keep(kept: ledger.Kept): void {
    const { id } = kept.territory
    this.#kept.delete(id)
    this.#kept.set(id, kept)
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= mostKept) return
      this.#kept.delete(oldest)
    }
  }

  #question<T>(work: () => Promise<T>): Promise<T> {
    this.#mustBeOpen()
    return this.#queue.question(work())
  }

  #change<T>(id: string, size: Size, work: (run: Run) => Promise<T>): Promise<T> {
    return this.#changing(id, size, () => this.#bolt.write(size, work))
  }

  #changing<T>(id: string, size: Size, work: () => Promise<T>): Promise<T> {
    this.#mustBeOpen()
    return this.#queue.change(id, this.#bolt.limitMs(size), () => this.#bolt.tooSlow(), work)
  }

  #mustBeOpen(): void {
    if (this.#closed !== undefined) throw new Problem('store_unavailable', { reason: 'closed' })
  }
}

function sizeOf(written: readonly unknown[]): Size {
  return written.length <= mostSmall ? 'small' : 'large'
}
