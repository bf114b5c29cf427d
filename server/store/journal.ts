import { apply, type Change, replay, touchedAgain } from '../domain/change.ts'
import { forgetting, forgettingPerson, textsNaming, toForget, withoutActor, withoutPerson } from '../domain/forget.ts'
import { emptyTerritory, type Territory } from '../domain/territory.ts'
import { Problem } from '../problem.ts'
import { withNotesOfToday } from './carried-notes.ts'
import { keysUnder } from './finding-keys.ts'
import { fingerprint } from './fingerprint.ts'
import { type ChangesSince, mostSince, refusedChanges, undoConflict } from './log.ts'
import type { Commit, CommitDraft, UndoDraft } from './store.ts'

/**
 * How commits come about, once for every engine: what is asked for twice is made once, what was asked for on an old
 * base is refused with what changed since, changes are judged, inverted, recorded with what leads back.
 *
 * Each work is a generator that stops where the engine is asked; `atOnce` goes on with what the engine answers, `inTime`
 * with what it has promised. What makes a commit runs in one transaction, during
 * which nobody else writes to the territory.
 */
export type Work<T> = Generator<unknown, T, unknown>

/** What an engine keeps of territories, as the journal asks for it. */
export interface Pages {
  /** Refuses `unknown_territory`. */
  head(id: string): Answer<Head>
  /** The head of a territory, of revision 0 when this is the one that makes it. */
  begin(id: string, secret: string): Answer<Head>
  /** The state at the head. */
  latest(id: string): Answer<Territory>
  /** The commit that a key names. */
  made(id: string, key: string): Answer<MadeBefore | undefined>
  /** Refuses `unknown_revision`. */
  commitAt(id: string, revision: number): Answer<Commit>
  /** Of the commits after a revision: about how many bytes their changes take, and whether one does not say what it changed. */
  weighSince(id: string, revision: number): Answer<{ readonly size: number; readonly forgets: boolean }>
  /** The commits after a revision, in their order. */
  changesSince(id: string, revision: number): Answer<readonly Later[]>
  /** What leads back from each commit after a revision, newest first. */
  inversesSince(id: string, revision: number): Answer<Iterable<readonly Change[]>>
  /** The commits in whose JSON one of the texts stands. */
  mentioning(id: string, texts: readonly string[]): Answer<readonly Told[]>
  record(entry: Entry): Answer<void>
}

type Answer<T> = T | Promise<T>

export interface Head {
  readonly revision: number
  /** What findings are named under. */
  readonly secret: string
}

export interface MadeBefore {
  readonly commit: Commit
  /** Of what was asked then. */
  readonly fingerprint: string
}

/** What a commit says, and what leads back. */
export interface Told extends Pick<Commit, 'revision' | 'changes' | 'inverse'> {
  /** Of a commit that stands in parts. */
  readonly part?: number
}

export interface Later extends Pick<Commit, 'revision' | 'changes'> {
  /** It does not say what it changed. */
  readonly forgets: boolean
}

/** One commit as it is written. */
export interface Entry {
  readonly before: Territory
  readonly after: Territory
  /** What leads from one to the other. */
  readonly changes: readonly Change[]
  /** What history tells of it: one that forgets does not say what went. */
  readonly commit: Commit
  readonly fingerprint: string
  /** Of the territory that the entry makes. */
  readonly secret?: string
  /** What goes besides: where the actor stood, null for a person, and what earlier commits said. */
  readonly forgotten?: { readonly actor: string | null; readonly rewritten: readonly Told[] }
}

/** A commit with the state it led to; without one when it was made before. */
export interface Made {
  readonly commit: Commit
  readonly after?: Territory
}

export function atOnce<T>(work: Work<T>): T {
  for (let step = work.next(); ; step = work.next(step.value)) if (step.done) return step.value
}

export async function inTime<T>(work: Work<T>): Promise<T> {
  for (let step = work.next(); ; step = work.next(await step.value)) if (step.done) return step.value
}

export function* create(pages: Pages, id: string, draft: CommitDraft, secret: string): Work<Made> {
  const head = yield* got(pages.begin(id, secret))
  if (head.revision === 0) return yield* make(pages, head, emptyTerritory(id), draft, { secret })
  const made = yield* madeBefore(pages, id, draft.key, draft.changes)
  if (made?.revision === 1) return { commit: made }
  throw new Problem('existing_territory', { territory: id })
}

export function* commit(pages: Pages, id: string, base: number, draft: CommitDraft): Work<Made> {
  const head = yield* got(pages.head(id))
  const { revision } = head
  const made = yield* madeBefore(pages, id, draft.key, draft.changes)
  if (made) return { commit: made }
  if (base !== revision) {
    const { size } = yield* got(pages.weighSince(id, base))
    const later = size > mostSince ? null : yield* got(pages.changesSince(id, base))
    const since = later?.flatMap(({ changes }) => changes) ?? null
    throw new Problem('revision_conflict', { territory: id, base, revision, since })
  }
  return yield* make(pages, head, yield* got(pages.latest(id)), draft)
}

export function* undo(pages: Pages, id: string, revision: number, base: number, draft: UndoDraft): Work<Made> {
  const head = yield* got(pages.head(id))
  const { changes, inverse } = yield* got(pages.commitAt(id, revision))
  const made = yield* madeBefore(pages, id, draft.key, inverse)
  if (made) return { commit: made }
  if (inverse.length === 0) throw new Problem('irreversible', { territory: id, revision })
  const since: (Pick<Commit, 'revision' | 'undoes'> & { readonly touches: boolean })[] = []
  // One at a time: a few large ones might not fit in memory together.
  for (let next = revision + 1; next <= head.revision; next++) {
    const made = yield* got(pages.commitAt(id, next))
    const { undoes } = made
    since.push({
      revision: next,
      ...(undoes !== undefined && { undoes }),
      touches: touchedAgain(changes, [made]).length > 0,
    })
  }
  const later = standing(since).filter(({ touches }) => touches)
  if (later.length > 0) {
    throw undoConflict(
      id,
      revision,
      later.map((commit) => commit.revision),
    )
  }
  return yield* commit(pages, id, base, { ...draft, origin: 'undo', changes: inverse, undoes: revision })
}

/** Of commits in their order, those that hold: one that was undone and the one that undid it are as if neither had been made. */
export function standing<C extends Pick<Commit, 'revision' | 'undoes'>>(commits: readonly C[]): C[] {
  const made = new Set(commits.map(({ revision }) => revision))
  const gone = new Set<number>()
  for (const { revision, undoes } of commits.toReversed()) {
    if (undoes === undefined || !made.has(undoes) || gone.has(revision)) continue
    gone.add(revision)
    gone.add(undoes)
  }
  return commits.filter(({ revision }) => !gone.has(revision))
}

export function* forget(pages: Pages, id: string, actor: string, draft: Omit<CommitDraft, 'changes'>): Work<Made> {
  const { secret } = yield* got(pages.head(id))
  return yield* erase(pages, id, draft, {
    asked: { forget: actor },
    texts: textsNaming(actor),
    actor,
    from(before, past) {
      const forgotten = toForget(before, actor, keysUnder(secret), past)
      return {
        changes: forgetting(before, forgotten),
        without: (changes) => withoutActor(changes, forgotten),
      }
    },
  })
}

export function* forgetPerson(
  pages: Pages,
  id: string,
  person: string,
  draft: Omit<CommitDraft, 'changes'>,
): Work<Made> {
  return yield* erase(pages, id, draft, {
    asked: { forgetPerson: person },
    texts: [JSON.stringify(person)],
    actor: null,
    from: (before) => ({
      changes: forgettingPerson(before, person),
      without: (changes) => withoutPerson(changes, person),
    }),
  })
}

/** What is to be found nowhere any more. */
interface Erasure {
  readonly asked: Parameters<typeof fingerprint>[0]
  /** One of which stands in the JSON of every commit that tells of it. */
  readonly texts: readonly string[]
  /** Whose position goes. */
  readonly actor: string | null
  /** @param past changes of the commits that may tell of it */
  from(
    before: Territory,
    past: Iterable<readonly Change[]>,
  ): {
    readonly changes: readonly Change[]
    readonly without: (changes: readonly Change[]) => readonly Change[]
  }
}

function* erase(
  pages: Pages,
  id: string,
  draft: Omit<CommitDraft, 'changes'>,
  { asked, texts, actor, from }: Erasure,
): Work<Made> {
  yield* got(pages.head(id))
  const made = yield* madeBefore(pages, id, draft.key, asked)
  if (made) return { commit: made }
  const before = yield* got(pages.latest(id))
  const mentioning = yield* got(pages.mentioning(id, texts))
  const { changes, without } = from(
    before,
    mentioning.map(({ changes }) => changes),
  )
  const rewritten = mentioning.map(({ revision, part, changes, inverse }) => ({
    revision,
    ...(part !== undefined && { part }),
    changes: without(changes),
    inverse: without(inverse),
  }))
  const after = { ...replay(before, [changes]), revision: before.revision + 1 }
  const commit: Commit = { ...draft, changes: [], revision: after.revision, inverse: [] }
  yield* got(
    pages.record({ before, after, changes, commit, fingerprint: fingerprint(asked), forgotten: { actor, rewritten } }),
  )
  return { commit, after }
}

/** The state at the head, or as it was at a revision from 1 on. Refuses `unknown_revision`. */
export function* load(pages: Pages, id: string, revision?: number): Work<Territory> {
  const head = yield* got(pages.head(id))
  if (revision !== undefined) mustBeRevision(id, revision, head)
  const latest = yield* got(pages.latest(id))
  if (revision === undefined || revision === head.revision) return latest
  return { ...replay(latest, yield* got(pages.inversesSince(id, revision))), revision }
}

export function* since(pages: Pages, id: string, revision: number): Work<ChangesSince> {
  const head = yield* got(pages.head(id))
  mustBeRevision(id, revision, head)
  const { size, forgets } = yield* got(pages.weighSince(id, revision))
  if (forgets || size > mostSince) return { revision: head.revision, changes: null }
  const later = yield* got(pages.changesSince(id, revision))
  // Who only reads is not alone: commits may show that were made since they were weighed.
  if (later.some((commit) => commit.forgets)) return { revision: head.revision, changes: null }
  return { revision: later.at(-1)?.revision ?? revision, changes: later.flatMap(({ changes }) => changes) }
}

function* make(
  pages: Pages,
  { secret }: Head,
  before: Territory,
  draft: CommitDraft,
  made: Pick<Entry, 'secret'> = {},
): Work<Made> {
  const { key, author, at, origin, undoes } = draft
  const changes = withNotesOfToday(before, draft.changes, keysUnder(secret))
  const applied = apply(before, changes)
  if (!applied.ok) throw refusedChanges(applied.refusals)
  const after = { ...applied.territory, revision: before.revision + 1 }
  const told = { key, author, at, origin, changes, ...(undoes === undefined ? {} : { undoes }) }
  const commit: Commit = { ...told, revision: after.revision, inverse: applied.inverse }
  yield* got(pages.record({ before, after, changes, commit, fingerprint: fingerprint(draft.changes), ...made }))
  return { commit, after }
}

/** The commit that a key already names; refuses the key when it was used to ask for something else. */
function* madeBefore(
  pages: Pages,
  id: string,
  key: string,
  asked: Parameters<typeof fingerprint>[0],
): Work<Commit | undefined> {
  const made = yield* got(pages.made(id, key))
  if (!made || made.fingerprint === fingerprint(asked)) return made?.commit
  throw new Problem('reused_key', { territory: id, key, revision: made.commit.revision })
}

function mustBeRevision(id: string, revision: number, head: Head): void {
  if (Number.isInteger(revision) && revision >= 1 && revision <= head.revision) return
  throw new Problem('unknown_revision', { territory: id, revision })
}

/** Whoever goes on with the work sends what was asked for. */
function* got<T>(answer: Answer<T>): Work<T> {
  return (yield answer) as T
}
