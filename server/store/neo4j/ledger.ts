import { randomUUID } from 'node:crypto'
import { apply, type Change, replay } from '../../domain/change.ts'
import { forgetting, textsNaming, toForget, withoutActor } from '../../domain/forget.ts'
import { emptyTerritory, type Territory } from '../../domain/territory.ts'
import { Problem } from '../../problem.ts'
import { type CommitRow, factStatements, statements } from '../cypher.ts'
import { keysUnder } from '../finding-keys.ts'
import { fingerprint } from '../fingerprint.ts'
import { type ChangesSince, mostSince, refusedChanges } from '../log.ts'
import type { Commit, CommitDraft } from '../store.ts'
import type { Run } from './bolt.ts'
import { readTerritory } from './reading.ts'
import { writeChanges, writeRows } from './writing.ts'

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

/** A commit with the state it led to; without one when the commit was made before. */
export interface Made {
  readonly commit: Commit
  readonly kept?: Kept
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

/** The state at the head of a territory that is held. */
export async function latest(run: Run, id: string, head: Head, kept: Kept | undefined): Promise<Kept> {
  const known = await caughtUp(run, head, kept)
  if (known) return known
  const territory = { ...(await readTerritory(run, id)), revision: head.revision }
  return { incarnation: head.incarnation, territory }
}

/** The territory as it was at an earlier revision than that of `kept`, which is the head of a territory that is held. */
export async function past(run: Run, { territory }: Kept, revision: number): Promise<Territory> {
  const later = await run(statements.readInversesSince, { territory: territory.id, revision })
  const inverses = later.map(({ inverse }) => parsed(inverse))
  return { ...replay(territory, inverses), revision }
}

export async function create(run: Run, id: string, draft: CommitDraft, secret: string): Promise<Made> {
  await run(statements.makeTerritory, { territory: id, incarnation: randomUUID(), secret })
  const { incarnation, revision } = await hold(run, id)
  if (revision === 0) return make(run, { incarnation, territory: emptyTerritory(id) }, draft)
  const made = await madeBefore(run, id, draft.key, fingerprint(draft.changes))
  if (made?.revision === 1) return { commit: made }
  throw new Problem('existing_territory', { territory: id })
}

export async function commit(
  run: Run,
  id: string,
  base: number,
  draft: CommitDraft,
  kept: Kept | undefined,
): Promise<Made> {
  const head = await hold(run, id)
  const made = await madeBefore(run, id, draft.key, fingerprint(draft.changes))
  if (made) return { commit: made }
  if (base !== head.revision) {
    const later = await run(statements.readChangesSince, { territory: id, revision: base })
    const weight = later.reduce((sum, { changes }) => sum + changes.length, 0)
    const since = weight > mostSince ? null : later.flatMap(({ changes }) => parsed(changes))
    throw new Problem('revision_conflict', { territory: id, base, revision: head.revision, since })
  }
  return make(run, await latest(run, id, head, kept), draft)
}

export async function since(run: Run, id: string, revision: number): Promise<ChangesSince> {
  const head = await find(run, id)
  if (!Number.isInteger(revision) || revision < 1 || revision > head.revision) {
    throw new Problem('unknown_revision', { territory: id, revision })
  }
  const asked = { territory: id, revision }
  const [found] = await run(statements.weighChangesSince, asked)
  if (found && (found.forgets || found.size > mostSince)) return { revision: head.revision, changes: null }
  const later = await run(statements.readChangesSince, asked)
  // Without the lock commits may show that were made since the head was read.
  if (later.some(({ forgets }) => forgets)) return { revision: head.revision, changes: null }
  const latest = later.at(-1)?.revision ?? revision
  return { revision: latest, changes: later.flatMap(({ changes }) => parsed(changes)) }
}

export async function forget(
  run: Run,
  id: string,
  actor: string,
  draft: CommitDraft,
  kept: Kept | undefined,
): Promise<Made> {
  const asked = fingerprint({ forget: actor })
  const head = await hold(run, id)
  const made = await madeBefore(run, id, draft.key, asked)
  if (made) return { commit: made }
  const { incarnation, territory } = await latest(run, id, head, kept)
  const mentioning = await run(statements.findCommitsMentioning, { territory: id, texts: [...textsNaming(actor)] })
  const past = mentioning.map(({ changes }) => parsed(changes))
  const forgotten = toForget(territory, actor, keysUnder(head.secret), past)
  const changes = forgetting(territory, forgotten)
  const after = { ...replay(territory, [changes]), revision: territory.revision + 1 }
  // The commit tells that something was forgotten, not what.
  const commit: Commit = { ...draft, changes: [], revision: after.revision, inverse: [] }
  const rewritten = mentioning.map(({ revision, changes, inverse }) => ({
    revision,
    changes: JSON.stringify(withoutActor(parsed(changes), forgotten)),
    inverse: JSON.stringify(withoutActor(parsed(inverse), forgotten)),
  }))
  await writeRows(run, statements.rewriteCommits, id, rewritten)
  await run(statements.forgetPosition, { territory: id, actor })
  await writeChanges(run, territory, changes)
  await record(run, after, commit, asked, { forgets: true })
  return { commit, kept: { incarnation, territory: after } }
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

/** The next commit of a territory that is held. */
async function make(run: Run, { incarnation, territory }: Kept, draft: CommitDraft): Promise<Made> {
  const applied = apply(territory, draft.changes)
  if (!applied.ok) throw refusedChanges(applied.refusals)
  const after = { ...applied.territory, revision: territory.revision + 1 }
  const commit = { ...draft, revision: after.revision, inverse: applied.inverse }
  await writeChanges(run, territory, draft.changes)
  await record(run, after, commit, fingerprint(draft.changes), { forgets: false })
  return { commit, kept: { incarnation, territory: after } }
}

/** The commit that a key already names; refuses the key when it was used to ask for something else. */
async function madeBefore(run: Run, id: string, key: string, asked: string): Promise<Commit | undefined> {
  const [row] = await run(statements.findCommit, { territory: id, key })
  if (!row) return undefined
  if (row.fingerprint === asked) return commitOf(row)
  throw new Problem('reused_key', { territory: id, key, revision: row.revision })
}

async function record(
  run: Run,
  after: Territory,
  { revision, key, author, at, origin, undoes, changes, inverse }: Commit,
  asked: string,
  { forgets }: { forgets: boolean },
): Promise<void> {
  await run(statements.recordCommit, {
    territory: after.id,
    revision,
    key,
    author,
    at,
    origin,
    undoes: undoes ?? null,
    changes: JSON.stringify(changes),
    inverse: JSON.stringify(inverse),
    fingerprint: asked,
    forgets,
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

/** Changes are written by `record` and nobody else. */
function parsed(changes: string): Change[] {
  return JSON.parse(changes)
}
