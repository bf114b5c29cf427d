import { randomUUID } from 'node:crypto'
import { type Change, replay } from '../../domain/change.ts'
import type { Territory } from '../../domain/territory.ts'
import { Problem } from '../../problem.ts'
import { type CommitRow, factStatements, statements } from '../cypher.ts'
import type { Entry, Later, MadeBefore, Pages, Told } from '../journal.ts'
import type { Commit, CommitDraft } from '../store.ts'
import type { Run } from './bolt.ts'
import { readTerritory } from './reading.ts'
import { rewriteCommits, writeChanges } from './writing.ts'

/** Where a territory is: a removed one may come back under the same id, as another incarnation. */
export interface Head {
  readonly incarnation: string
  readonly revision: number
  /** Time of the last commit; empty until there is one. */
  readonly updatedAt: string
  /** What findings in it are named under. */
  readonly secret: string
}

/** A whole state, kept in memory to know later what a commit changes. */
export interface Kept {
  readonly incarnation: string
  readonly territory: Territory
}

/** The whole of a draft as it is now, whatever its owner does to it later. */
export function taken({ key, author, at, origin, changes, undoes }: CommitDraft): CommitDraft {
  const own = structuredClone(changes)
  return { key, author, at, origin, changes: own, ...(undoes === undefined ? {} : { undoes }) }
}

export async function find(run: Run, id: string): Promise<Head> {
  const [head] = await run(statements.findTerritory, { territory: id })
  if (!head) throw new Problem('unknown_territory', { territory: id })
  return head
}

/** Keeps every other writer and every complete reading of this territory waiting until the transaction ends. */
export async function hold(run: Run, id: string): Promise<Head> {
  // One behind the other in the same connection: the lock is there when the territory is read.
  const [, head] = await Promise.all([run(statements.lockTerritory, { territory: id }), find(run, id)])
  return head
}

/** The state at the head as far as `kept` and the commits since can tell; undefined when the graph has to be read. */
export async function caughtUp(run: Run, head: Head, kept: Kept | undefined): Promise<Kept | undefined> {
  if (kept?.incarnation !== head.incarnation) return undefined
  const { territory } = kept
  if (territory.revision === head.revision) return kept
  const later = await run(statements.readChangesSince, { territory: territory.id, revision: territory.revision })
  // A commit that forgets does not say what it changed.
  if (later.some(({ forgets }) => forgets)) return undefined
  const missing = later.filter(({ revision }) => revision <= head.revision)
  // Without the lock a commit may show later than the revision it made.
  if (missing.length !== head.revision - territory.revision) return undefined
  const latest = replay(
    territory,
    missing.map(({ changes }) => parsed(changes)),
  )
  return { incarnation: head.incarnation, territory: { ...latest, revision: head.revision } }
}

/** A territory in the transaction of `run`, looked up once. */
export class GraphPages implements Pages {
  readonly #run: Run
  readonly #kept: Kept | undefined
  readonly #look: typeof hold
  #head: Head | undefined

  /** @param look `hold` where something is written or the whole is read, `find` where neither is */
  constructor(run: Run, kept: Kept | undefined, look: typeof hold) {
    this.#run = run
    this.#kept = kept
    this.#look = look
  }

  async head(id: string): Promise<Head> {
    this.#head ??= await this.#look(this.#run, id)
    return this.#head
  }

  async begin(id: string, secret: string): Promise<Head> {
    await this.#run(statements.makeTerritory, { territory: id, incarnation: randomUUID(), secret })
    return this.head(id)
  }

  async latest(id: string): Promise<Territory> {
    const head = await this.head(id)
    const known = await caughtUp(this.#run, head, this.#kept)
    return known?.territory ?? { ...(await readTerritory(this.#run, id)), revision: head.revision }
  }

  async made(id: string, key: string): Promise<MadeBefore | undefined> {
    const [row] = await this.#run(statements.findCommit, { territory: id, key })
    return row && { commit: commitOf(row), fingerprint: row.fingerprint }
  }

  async commitAt(id: string, revision: number): Promise<Commit> {
    const [row] = await this.#run(statements.readCommitsBefore, { territory: id, before: revision + 1, limit: 1 })
    if (row?.revision !== revision) throw new Problem('unknown_revision', { territory: id, revision })
    return commitOf(row)
  }

  async weighSince(id: string, revision: number): Promise<{ size: number; forgets: boolean }> {
    const [found] = await this.#run(statements.weighChangesSince, { territory: id, revision })
    return found ?? { size: 0, forgets: false }
  }

  async changesSince(id: string, revision: number): Promise<Later[]> {
    const rows = await this.#run(statements.readChangesSince, { territory: id, revision })
    return rows.map(({ changes, ...commit }) => ({ ...commit, changes: parsed(changes) }))
  }

  async inversesSince(id: string, revision: number): Promise<Change[][]> {
    const rows = await this.#run(statements.readInversesSince, { territory: id, revision })
    return rows.map(({ inverse }) => parsed(inverse))
  }

  async mentioning(id: string, texts: readonly string[]): Promise<Told[]> {
    const rows = await this.#run(statements.findCommitsMentioning, { territory: id, texts: [...texts] })
    return rows.map(({ revision, changes, inverse }) => ({
      revision,
      changes: parsed(changes),
      inverse: parsed(inverse),
    }))
  }

  async record({ before, after, changes, commit, fingerprint, forgotten }: Entry): Promise<void> {
    const territory = after.id
    if (forgotten) {
      await rewriteCommits(this.#run, territory, forgotten.rewritten)
      const { actor } = forgotten
      if (actor !== null) await this.#run(statements.forgetPosition, { territory, actor })
    }
    await writeChanges(this.#run, before, changes)
    const { revision, key, author, at, origin, undoes = null } = commit
    await this.#run(statements.recordCommit, {
      territory,
      revision,
      key,
      author,
      at,
      origin,
      undoes,
      changes: JSON.stringify(commit.changes),
      inverse: JSON.stringify(commit.inverse),
      fingerprint,
      forgets: forgotten !== undefined,
      summary: {
        revision,
        updatedAt: at,
        actors: after.actors.size,
        spaces: after.spaces.size,
        waves: after.waves.size,
        ties: after.ties.size,
        participations: after.participations.size,
      },
    })
  }
}

export async function erase(run: Run, id: string): Promise<void> {
  const all = { territory: id }
  for (const { erase } of Object.values(factStatements)) if (erase) await run(erase, all)
  await run(statements.erasePositions, all)
  await run(statements.eraseCommits, all)
  await run(statements.eraseTerritory, all)
}

/** A territory that is held takes another id. */
export async function rename(run: Run, id: string, to: string): Promise<void> {
  // Whoever makes a territory of that id meanwhile waits for the end of this.
  await run(statements.makeTerritory, { territory: to, incarnation: randomUUID(), secret: '' })
  const { revision } = await hold(run, to)
  if (revision > 0) throw new Problem('existing_territory', { territory: to })
  await run(statements.eraseTerritory, { territory: to })
  const both = { territory: id, to }
  await run(statements.renameTerritory, both)
  await run(statements.renameRecord, both)
  for (const { rename } of Object.values(factStatements)) await run(rename, both)
}

export function commitOf(row: CommitRow): Commit {
  const { revision, key, author, at, origin, undoes, changes, inverse } = row
  const draft = { key, author, at, origin, changes: parsed(changes), ...(undoes === null ? {} : { undoes }) }
  return { ...draft, revision, inverse: parsed(inverse) }
}

/** Changes are written by `record` and nobody else. */
function parsed(changes: string): Change[] {
  return JSON.parse(changes)
}
