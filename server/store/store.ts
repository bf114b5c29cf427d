import type { Change } from '../domain/change.ts'
import type { Territory } from '../domain/territory.ts'
import { Problem } from '../problem.ts'
import type { ChangesPage, ChangesSince, CommitHead } from './log.ts'
import type { LongDraft } from './packed-changes.ts'

/**
 * Where territories are kept. Every engine passes test/store/contract.ts.
 *
 * A commit is acknowledged once it is on disk, and leaves no trace when it fails. A call sees all that was acknowledged
 * before it was made, and of a commit under way everything or nothing. Methods reject with a Problem when they refuse, and
 * with anything else only for a defect. Whatever takes an id refuses `unknown_territory`; all refuse `store_unavailable`
 * once the store is closed or gone.
 */
export interface Store extends AsyncDisposable {
  /** Summaries in the order of ids (UTF-16 code units, JavaScript's `<`), without what is still staged. */
  list(): Promise<TerritorySummary[]>

  /** Where a territory stands, at the cost of one look. */
  head(id: string): Promise<TerritoryHead>

  /**
   * Revision 1 of a new territory, without positions, with a secret of its own unless it is copied from another store.
   * Refuses `existing_territory`, `refused_changes`. Idempotent by key like `commit`.
   */
  create(id: string, draft: CommitDraft, secret?: string): Promise<Commit>

  /** The whole territory as it is, or as it was at a revision from 1 on. Refuses `unknown_revision`. */
  load(id: string, revision?: number): Promise<Territory>

  /**
   * Applies all changes or none, on top of revision `base`.
   *
   * The same key again with the same changes answers with the commit it made the first time, whatever the base; with
   * other changes it is refused (`reused_key`). Then refuses `revision_conflict` (with the changes made since, unless they
   * are too many), then `refused_changes`.
   */
  commit(id: string, base: number, draft: CommitDraft): Promise<Commit>

  /**
   * Like `commit`, of a list too long to be held; at base 0 like `create`. One commit, one undo. A fact may name those of its own part of the list
   * and of earlier ones alone. Once the signal aborts nothing is made, unless it was made already.
   */
  commitLong(id: string, base: number, draft: LongDraft, signal?: AbortSignal): Promise<CommitHead>

  /** Commits from the newest on, at most `limit` (default 50) of those before revision `before`. */
  history(id: string, page?: { before?: number; limit?: number }): Promise<Commit[]>

  /**
   * Makes the commit that leads back from a revision. Refuses `unknown_revision`; `irreversible` when the commit left
   * nothing to put back; `undo_conflict` when a later one touched the same facts; then like `commit`.
   */
  undo(id: string, revision: number, base: number, draft: UndoDraft): Promise<CommitHead>

  /** `history` without changes, read one commit at a time however many changes there are. */
  log(id: string, page?: { before?: number; limit?: number }): Promise<CommitHead[]>

  /** Changes of the commit that made a revision. Refuses `unknown_revision`. */
  changes(id: string, revision: number, page: { from: number; limit: number }): Promise<ChangesPage>

  /** What leads from a revision, 1 at least, to the latest. Refuses `unknown_revision`. */
  since(id: string, revision: number): Promise<ChangesSince>

  /**
   * Erases an actor for good: its ties and those it reported, its participations, roster entries, position, and all of
   * these in the history. Takes one revision, whose commit says neither what went nor how to bring it back; past revisions
   * load as if the actor had never been there. Idempotent by key; refuses `reused_key`. An actor that nobody mentions is no error.
   */
  forget(id: string, actor: string, draft: Omit<CommitDraft, 'changes'>): Promise<Commit>

  /** Erases the name of a person, as invitations write it, and in the history too; the invitations stay. Like `forget` otherwise. */
  forgetPerson(id: string, person: string, draft: Omit<CommitDraft, 'changes'>): Promise<Commit>

  /** Erases a territory, its history and positions. */
  remove(id: string): Promise<void>

  /** Gives a territory another id, with its whole history and positions, at once. Refuses `existing_territory`. */
  rename(id: string, to: string): Promise<void>

  /** What findings in a territory are named under, see `keysUnder`: made once, outside history, and never sent out. */
  secret(id: string): Promise<string>

  /** Where actors and spaces stand on the map; outside history, shared by all waves. Empty until saved. */
  positions(id: string): Promise<Positions>
  /** Adds or replaces the positions given; those of other actors and spaces stay. */
  savePositions(id: string, positions: Positions): Promise<void>

  /** True when the engine answers. */
  ping(): Promise<boolean>

  /** Whether something that was erased can still be found in the files: it is written over as soon as the disk lets it. Absent where nothing ever is. */
  stillToErase?(): boolean

  /**
   * Copies all that was committed into a new file, while others go on asking; of commits meanwhile it has all or nothing.
   * Only of engines that are a file themselves.
   */
  backup?(file: string): Promise<void>

  /** Waits for what was asked before. Closing again does nothing. */
  close(): Promise<void>
}

/**
 * The id under which a territory is made that nobody may see before it is whole; `rename` then shows it. No list tells of
 * it, and who asks from outside is refused such an id.
 */
export function stagingId(id: string): string {
  return stagingPrefix + id
}

export function isStaging(id: string): boolean {
  return id.startsWith(stagingPrefix)
}

/** For whoever asks from outside: there is no such territory. Refuses `unknown_territory`. */
export function refuseStaging(id: string): void {
  if (isStaging(id)) throw new Problem('unknown_territory', { territory: id })
}

const stagingPrefix = '.staging:'

/** Equal heads, equal territories, as long as two commits of a territory removed and made again never bear one time. */
export interface TerritoryHead {
  readonly revision: number
  /** Time of the last commit, ISO 8601 UTC. */
  readonly updatedAt: string
}

export interface TerritorySummary extends TerritoryHead {
  readonly id: string
  readonly settings: Readonly<Record<string, string | number | boolean>>
  readonly actors: number
  readonly spaces: number
  readonly ties: number
  readonly participations: number
  readonly waves: number
}

export interface CommitDraft {
  /** Chosen by the caller, unique per territory: the same commit sent twice is made once. */
  readonly key: string
  /** Who made it, null when nobody said. */
  readonly author: string | null
  /** ISO 8601 UTC. */
  readonly at: string
  readonly origin: Origin
  readonly changes: readonly Change[]
  /** The revision this commit undoes. */
  readonly undoes?: number
}

/** What a commit that undoes another needs besides. */
export type UndoDraft = Pick<CommitDraft, 'key' | 'author' | 'at'>

export interface Commit extends CommitDraft {
  readonly revision: number
  /** The changes that lead back to the revision before. */
  readonly inverse: readonly Change[]
}

export const origins = ['edit', 'import', 'survey', 'seminar', 'undo', 'forget'] as const
export type Origin = (typeof origins)[number]

/** Map coordinates by id, y upwards, any scale. */
export interface Positions {
  readonly actors: Readonly<Record<string, readonly [x: number, y: number]>>
  readonly spaces: Readonly<Record<string, readonly [x: number, y: number]>>
}
