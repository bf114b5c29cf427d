import { apply, type Change, type RefusedChange, replay, targetOf } from '#domain/change.ts'
import { collectionOf, identityOf, type Noun, type Territory } from '#domain/territory.ts'
import type { CommitWire } from '#wire/record.ts'
import { changesSchema } from '#wire/territory.ts'
import './strict-parsing.ts'
import { z } from 'zod'
import { RequestError } from './api.ts'
import { type Clash, type Edit, rebased, type Side } from './merge.ts'
import { recordOfTerritory, type TerritoryRecord } from './record.ts'
import type { TabStorage } from './tab-storage.ts'

/** One edit on its way to the server. */
export interface Pending extends Edit {
  /** The server commits what it gets twice under one key once. */
  readonly key: string
  /** The revision it was made on. */
  readonly base: number
}

/** What became of what was changed here. */
export type OutboxState =
  | { readonly state: 'saved' }
  | { readonly state: 'saving' }
  /** The server does not answer: it is asked again and again. */
  | { readonly state: 'unreachable'; readonly edits: number }
  /** Others changed the same: somebody has to say what holds. */
  | { readonly state: 'clash'; readonly clashes: readonly Clash[] }
  /** The server said no. */
  | { readonly state: 'refused'; readonly error: unknown }

export interface OutboxPorts {
  readonly storage: TabStorage
  /** Where what is not acknowledged is kept. */
  readonly place: string
  readonly newKey: () => string
  readonly commit: (pending: Pending) => Promise<Pick<CommitWire, 'revision'>>
  readonly undo: (revision: number, base: number) => Promise<Pick<CommitWire, 'revision'>>
  readonly since: (revision: number) => Promise<Since>
  /** The territory as the server has it. */
  readonly load: () => Promise<TerritoryRecord>
  /** The territory as the page shows it. */
  readonly shown: () => TerritoryRecord | undefined
  readonly show: (record: TerritoryRecord) => void
  /** What is derived of what was changed no longer holds; null: of all there is. */
  readonly committed: (changes: readonly Change[] | null) => Promise<void>
  /** Time between two attempts to reach the server, in milliseconds. */
  readonly retryMs?: number
}

interface Since {
  readonly revision: number
  /** Null: the territory has to be loaded anew. */
  readonly changes: readonly Change[] | null
}

/**
 * What a page changes: shown at once, sent in its order, kept by the browser until the server has acknowledged it, and
 * merged by field with what others changed meanwhile.
 */
export class Outbox {
  readonly #ports: OutboxPorts
  readonly #listeners = new Set<() => void>()
  #pending: readonly Pending[]
  #state: OutboxState = { state: 'saved' }
  #isSending = false
  #wake = Promise.withResolvers<void>()
  /** What others changed, that somebody has to decide about. */
  #clashing: Clashing | null = null

  constructor(ports: OutboxPorts) {
    this.#ports = ports
    this.#pending = keptIn(ports)
  }

  get state(): OutboxState {
    return this.#state
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Whether the server may not have a fact yet that is shown. */
  isSending(noun: Noun, key: string): boolean {
    return this.#pending.some(({ changes }) =>
      changes.some((change) => {
        const target = targetOf(change)
        return 'put' in change && target.noun === noun && target.key === key
      }),
    )
  }

  /** What the page shows of a territory that has come from the server: never less than it shows already. */
  fresh(come: TerritoryRecord): TerritoryRecord {
    const shown = this.#ports.shown()
    return shown && shown.revision > come.revision ? shown : this.#withPending(come)
  }

  /**
   * Shows changes and sends them; or says why they cannot be, and does neither. `seen`: the facts as whoever changes them
   * saw them, where others may have changed them since.
   */
  commit(changes: readonly Change[], seen: readonly Change[] = []): readonly RefusedChange[] {
    const record = this.#ports.shown()
    if (!record || changes.length === 0) return []
    const { key, base } = { key: this.#ports.newKey(), base: this.#pending[0]?.base ?? record.revision }
    const theirs = seen.map((change) => standingIn(record, change))
    const { edits, clashes } = rebased([{ changes, before: seen }], theirs)
    if (clashes.length > 0) {
      this.#keep([...this.#pending, { key, base, changes, before: seen }])
      this.#clashing = { theirs, revision: base, keys: new Set([key]) }
      this.#tell({ state: 'clash', clashes })
      return []
    }
    const merged = seen.length > 0 ? edits.flatMap((edit) => edit.changes) : changes
    if (merged.length === 0) return []
    const applied = apply(record, merged)
    if (!applied.ok) return applied.refusals
    this.#keep([...this.#pending, { key, base, changes: merged, before: applied.inverse }])
    this.#ports.show(recordOfTerritory(applied.territory))
    void this.#send()
    return []
  }

  /** Sends what the browser kept from before, and what the server did not take. */
  resume(): void {
    this.#wake.resolve()
    if (this.#state.state !== 'clash') void this.#send()
  }

  /** Says what holds where others changed the same. */
  decide(choose: (clash: Clash) => Side): void {
    if (!this.#clashing) return
    const { theirs, revision, keys } = this.#clashing
    this.#clashing = null
    this.#rebase(theirs, revision, keys, choose)
    const record = this.#ports.shown()
    if (record) this.#ports.show(this.#withPending(record))
    void this.#send()
  }

  /** Gives up what was changed here and not acknowledged. */
  async abandon(): Promise<void> {
    this.#keep([])
    this.#clashing = null
    this.#tell({ state: 'saved' })
    await this.#reload()
    await this.#ports.committed(null)
  }

  /** Undoes a commit by a new one, once everything before it is acknowledged. */
  async undo(revision: number): Promise<void> {
    await this.sent()
    const base = this.#ports.shown()?.revision ?? 1
    try {
      await this.#ports.undo(revision, base)
    } catch (error) {
      const conflict = conflictIn(error)
      if (!conflict) throw error
      // Whether others touched the same facts is for the server to say.
      await this.#ports.undo(revision, conflict.revision)
    }
    await this.catchUp()
    await this.#ports.committed(null)
  }

  /** Others committed what leads from revision `since` on. */
  async heard({ since, revision, changes }: Since & { readonly since: number }): Promise<void> {
    const record = this.#ports.shown()
    if (!record || revision <= record.revision) return
    // What waits here is merged when the server refuses it.
    if (this.#pending.length > 0) return this.resume()
    if (changes === null || since > record.revision) await this.catchUp()
    else this.#ports.show({ ...recordOfTerritory(replay(record, [changes])), revision })
    await this.#ports.committed(changes)
  }

  /** Shows what others changed since what is shown. */
  async catchUp(): Promise<void> {
    const record = this.#ports.shown()
    if (!record) return
    const { revision, changes } = await this.#ports.since(record.revision).catch((error: unknown): Since => {
      // The territory was made anew.
      if (error instanceof RequestError && error.code === 'unknown_revision') return { revision: 0, changes: null }
      throw error
    })
    if (changes === null) return await this.#reload()
    const now = this.#ports.shown() ?? record
    this.#ports.show(this.#withPending({ ...recordOfTerritory(replay(now, [changes])), revision }))
  }

  async #send(): Promise<void> {
    if (this.#isSending) return
    this.#isSending = true
    try {
      for (let first = this.#pending[0]; first; first = this.#pending[0]) {
        this.#tell({ state: 'saving' })
        try {
          await this.#acknowledged(first, await this.#ports.commit(first))
        } catch (error) {
          if (!(await this.#goesOnAfter(error))) return
        }
      }
      this.#tell({ state: 'saved' })
    } finally {
      this.#isSending = false
    }
  }

  async #acknowledged(sent: Pending, { revision }: Pick<CommitWire, 'revision'>): Promise<void> {
    // Those after it were made on top of it.
    this.#keep(this.#pending.filter(({ key }) => key !== sent.key).map((pending) => ({ ...pending, base: revision })))
    const record = this.#ports.shown()
    const isNext = record?.revision === revision - 1
    if (isNext) this.#ports.show({ ...record, revision })
    else if (this.#pending.length === 0) await this.catchUp()
    // Who waits for the map does not wait for the next edit.
    void this.#ports.committed(isNext ? sent.changes : null)
  }

  /** Whether there is more to send after a failure. */
  async #goesOnAfter(error: unknown): Promise<boolean> {
    const conflict = conflictIn(error)
    if (conflict) {
      const theirs = conflict.since ?? (await this.#theirs())
      const keys = new Set(this.#pending.map(({ key }) => key))
      const { clashes } = rebased(this.#pending, theirs)
      if (clashes.length === 0) {
        this.#rebase(theirs, conflict.revision, keys)
        return true
      }
      this.#clashing = { theirs, revision: conflict.revision, keys }
      this.#tell({ state: 'clash', clashes })
      return false
    }
    if (!(error instanceof RequestError) || (error.status > 0 && error.status < 500)) {
      this.#tell({ state: 'refused', error })
      return false
    }
    this.#tell({ state: 'unreachable', edits: this.#pending.length })
    this.#wake = Promise.withResolvers()
    const again = setTimeout(this.#wake.resolve, this.#ports.retryMs ?? 2_000)
    await this.#wake.promise
    clearTimeout(again)
    return true
  }

  /** The facts that are waited for, as the server has them, where it does not say what changed. */
  async #theirs(): Promise<Change[]> {
    const territory = await this.#ports.load()
    return this.#pending.flatMap(({ before }) => before.map((change) => standingIn(territory, change)))
  }

  #rebase(
    theirs: readonly Change[],
    revision: number,
    keys: ReadonlySet<string>,
    choose?: (clash: Clash) => Side,
  ): void {
    const { edits } = rebased(
      this.#pending.filter(({ key }) => keys.has(key)),
      theirs,
      choose,
    )
    // A key names what was asked: another asking is another key.
    const asked = edits.map((pending) => ({ ...pending, base: revision, key: this.#ports.newKey() }))
    this.#keep([...this.#pending.filter(({ key }) => !keys.has(key)), ...asked])
    if (this.#pending.length === 0) void this.catchUp()
  }

  async #reload(): Promise<void> {
    this.#ports.show(this.#withPending(await this.#ports.load()))
  }

  /** A territory with what was changed here and is not acknowledged. */
  #withPending(record: TerritoryRecord): TerritoryRecord {
    if (this.#pending.length === 0) return record
    return recordOfTerritory(
      replay(
        record,
        this.#pending.map(({ changes }) => changes),
      ),
    )
  }

  /** Resolves once nothing waits, or nothing more will go without somebody. */
  async sent(): Promise<void> {
    while (this.#pending.length > 0) {
      if (this.#state.state === 'refused' || this.#state.state === 'clash') return
      await new Promise<void>((resolve) => {
        const stop = this.subscribe(() => {
          stop()
          resolve()
        })
      })
    }
  }

  #keep(pending: readonly Pending[]): void {
    this.#pending = pending
    const { storage, place } = this.#ports
    if (pending.length === 0) storage.removeItem(place)
    else storage.setItem(place, JSON.stringify(pending))
  }

  #tell(state: OutboxState): void {
    this.#state = state
    for (const listener of [...this.#listeners]) listener()
  }
}

interface Clashing {
  readonly theirs: readonly Change[]
  readonly revision: number
  /** The edits that clash with it. */
  readonly keys: ReadonlySet<string>
}

/** What makes the fact that a change is about what it is in a territory. */
function standingIn(territory: Territory, change: Change): Change {
  const { noun, key } = targetOf(change)
  const value = (territory[collectionOf[noun]] as ReadonlyMap<string, unknown>).get(key)
  if (value !== undefined) return { put: noun, value } as Change
  if (!('put' in change)) return change
  return { remove: noun, identity: identityOf(noun, change.value as never) } as unknown as Change
}

const pendingSchema = z.array(
  z.strictObject({ key: z.string(), base: z.int(), changes: changesSchema, before: changesSchema }),
)

function keptIn({ storage, place }: OutboxPorts): readonly Pending[] {
  try {
    return pendingSchema.parse(JSON.parse(storage.getItem(place) ?? '[]'))
  } catch {
    // Written by another version of the page.
    return []
  }
}

const conflictSchema = z.object({ revision: z.int(), since: changesSchema.nullable() })

function conflictIn(error: unknown): z.infer<typeof conflictSchema> | null {
  if (!(error instanceof RequestError) || error.code !== 'revision_conflict') return null
  return conflictSchema.parse(error.details)
}
