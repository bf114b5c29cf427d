import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite'
import { Problem } from '../../problem.ts'
import { apply, type Change, replay, targetOf } from '../../territory/change.ts'
import { type Forgotten, forgetting, textsNaming, toForget, withoutActor } from '../../territory/forget.ts'
import {
  collectionOf,
  emptyTerritory,
  type Noun,
  type Nouns,
  nouns,
  type Setting,
  type Territory,
} from '../../territory/territory.ts'
import { fingerprint } from '../fingerprint.ts'
import type { Commit, CommitDraft, Origin, Positions, Store, TerritorySummary } from '../store.ts'
import { transaction } from './database.ts'

/** What the store promises, one call at a time and without waiting. */
export type SynchronousStore = {
  [M in Exclude<keyof Store, symbol | 'pack' | 'commitPacked' | 'ping' | 'close'>]: (
    ...given: Parameters<Store[M]>
  ) => Awaited<ReturnType<Store[M]>>
}

/** Latest states kept in memory: a small commit on a large territory reads nothing back. */
const mostKept = 8

/** The territories of an open database that nobody else writes to. */
export class Ledger implements SynchronousStore {
  readonly #database: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()
  /** Most recently used last. */
  readonly #kept = new Map<string, Territory>()
  readonly #summaries = new Map<string, TerritorySummary>()

  constructor(database: DatabaseSync) {
    this.#database = database
  }

  list(): TerritorySummary[] {
    const ids = this.#all('SELECT id FROM territories').map((row) => String(row.id))
    return ids.sort().map((id) => this.#summary(id))
  }

  create(id: string, draft: CommitDraft): Commit {
    const made = this.#madeBefore(id, draft.key, draft.changes)
    if (made?.revision === 1) return made
    if (this.#get('SELECT 1 FROM territories WHERE id = ?', id))
      throw new Problem('existing_territory', { territory: id })
    return this.#apply(emptyTerritory(id), draft)
  }

  load(id: string, revision?: number): Territory {
    const latest = this.#latest(id)
    if (revision === undefined || revision === latest.revision) return latest
    if (!Number.isInteger(revision) || revision < 1 || revision > latest.revision) {
      throw new Problem('unknown_revision', { territory: id, revision })
    }
    return { ...replay(latest, this.#inversesDownTo(id, revision)), revision }
  }

  commit(id: string, base: number, draft: CommitDraft): Commit {
    const latest = this.#latest(id)
    const made = this.#madeBefore(id, draft.key, draft.changes)
    if (made) return made
    if (base !== latest.revision) {
      const since = this.#changesSince(id, base)
      throw new Problem('revision_conflict', { territory: id, base, revision: latest.revision, since })
    }
    return this.#apply(latest, draft)
  }

  history(id: string, { before = Number.MAX_SAFE_INTEGER, limit = 50 } = {}): Commit[] {
    this.#mustExist(id)
    const newest = 'SELECT * FROM commits WHERE territory = ? AND revision < ? ORDER BY revision DESC LIMIT ?'
    return this.#all(newest, id, before, limit).map(commitOf)
  }

  forget(id: string, actor: string, draft: Omit<CommitDraft, 'changes'>): Commit {
    const latest = this.#latest(id)
    const made = this.#madeBefore(id, draft.key, { forget: actor })
    if (made) return made
    const forgotten = toForget(latest, actor)
    const changes = forgetting(latest, forgotten)
    const after = { ...replay(latest, [changes]), revision: latest.revision + 1 }
    // The commit tells that something was forgotten, not what.
    const commit = { ...draft, changes: [], inverse: [], revision: after.revision }
    transaction(this.#database, () => {
      this.#forgetInHistory(id, forgotten)
      this.#run("DELETE FROM positions WHERE territory = ? AND noun = 'actor' AND id = ?", id, actor)
      this.#write(id, changes)
      this.#record(id, commit, fingerprint({ forget: actor }))
    })
    this.#keep(after)
    this.#summaries.set(id, summaryOf(after, commit.at))
    this.#leaveNoTrace()
    return commit
  }

  remove(id: string): void {
    this.#mustExist(id)
    transaction(this.#database, () => this.#run('DELETE FROM territories WHERE id = ?', id))
    this.#kept.delete(id)
    this.#summaries.delete(id)
    this.#leaveNoTrace()
  }

  positions(id: string): Positions {
    this.#mustExist(id)
    const standing = (noun: string) =>
      Object.fromEntries(
        this.#all('SELECT id, x, y FROM positions WHERE territory = ? AND noun = ?', id, noun).map(
          (row) => [String(row.id), [Number(row.x), Number(row.y)]] as const,
        ),
      )
    return { actors: standing('actor'), spaces: standing('space') }
  }

  savePositions(id: string, positions: Positions): void {
    this.#mustExist(id)
    const place =
      'INSERT INTO positions VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET x = excluded.x, y = excluded.y'
    transaction(this.#database, () => {
      for (const [actor, [x, y]] of Object.entries(positions.actors)) this.#run(place, id, 'actor', actor, x, y)
      for (const [space, [x, y]] of Object.entries(positions.spaces)) this.#run(place, id, 'space', space, x, y)
    })
  }

  #apply(latest: Territory, { key, author, at, origin, changes, undoes }: CommitDraft): Commit {
    const applied = apply(latest, changes)
    if (!applied.ok) throw new Problem('refused_changes', { refusals: applied.refusals })
    const after = { ...applied.territory, revision: latest.revision + 1 }
    const draft = { key, author, at, origin, changes, ...(undoes === undefined ? {} : { undoes }) }
    const commit = { ...draft, revision: after.revision, inverse: applied.inverse }
    transaction(this.#database, () => {
      if (after.revision === 1) this.#run('INSERT INTO territories VALUES (?, 1)', after.id)
      this.#write(after.id, changes)
      this.#record(after.id, commit, fingerprint(changes))
    })
    this.#keep(after)
    this.#summaries.set(after.id, summaryOf(after, at))
    return commit
  }

  #write(id: string, changes: readonly Change[]): void {
    for (const change of changes) {
      const { noun, key } = targetOf(change)
      const table = collectionOf[noun]
      if ('put' in change) {
        const put = `INSERT INTO ${table} (territory, key, fact) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET fact = excluded.fact`
        this.#run(put, id, key, JSON.stringify(change.value))
      } else {
        this.#run(`DELETE FROM ${table} WHERE territory = ? AND key = ?`, id, key)
      }
    }
  }

  #record(id: string, commit: Commit, asked: string): void {
    const { revision, key, author, at, origin, undoes = null } = commit
    const changes = JSON.stringify(commit.changes)
    const inverse = JSON.stringify(commit.inverse)
    this.#run(
      'INSERT INTO commits VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      id,
      revision,
      key,
      author,
      at,
      origin,
      undoes,
      changes,
      inverse,
      asked,
    )
    this.#run('UPDATE territories SET revision = ? WHERE id = ?', revision, id)
  }

  /** The commit that a key already names; refuses the key when it was used to ask for something else. */
  #madeBefore(id: string, key: string, asked: Parameters<typeof fingerprint>[0]): Commit | undefined {
    const row = this.#get('SELECT * FROM commits WHERE territory = ? AND key = ?', id, key)
    if (!row) return undefined
    if (row.fingerprint === fingerprint(asked)) return commitOf(row)
    throw new Problem('reused_key', { territory: id, key, revision: Number(row.revision) })
  }

  #latest(id: string): Territory {
    const latest = this.#kept.get(id) ?? this.#read(id)
    this.#keep(latest)
    return latest
  }

  #keep(latest: Territory): void {
    this.#kept.delete(latest.id)
    this.#kept.set(latest.id, latest)
    for (const id of this.#kept.keys()) {
      if (this.#kept.size <= mostKept) return
      this.#kept.delete(id)
    }
  }

  #read(id: string): Territory {
    const revision = this.#mustExist(id)
    const collections = nouns.map((noun) => [collectionOf[noun], this.#factsOf(id, noun)])
    return { ...emptyTerritory(id), ...Object.fromEntries(collections), revision }
  }

  #factsOf<N extends Noun>(id: string, noun: N): Map<string, Nouns[N]> {
    const rows = this.#all(`SELECT key, fact FROM ${collectionOf[noun]} WHERE territory = ?`, id)
    // SQLite sorts keys by their UTF-8 bytes: almost the order of JavaScript, which differs beyond U+FFFF.
    const sorted = rows.map((row) => [String(row.key), row.fact] as const).sort(([a], [b]) => (a < b ? -1 : 1))
    return new Map(sorted.map(([key, fact]) => [key, parsed<Nouns[N]>(fact)]))
  }

  #mustExist(id: string): number {
    const row = this.#get('SELECT revision FROM territories WHERE id = ?', id)
    if (!row) throw new Problem('unknown_territory', { territory: id })
    return Number(row.revision)
  }

  *#inversesDownTo(id: string, revision: number): Generator<Change[]> {
    const newest = 'SELECT inverse FROM commits WHERE territory = ? AND revision > ? ORDER BY revision DESC'
    for (const row of this.#statement(newest).iterate(id, revision)) yield parsed(row.inverse)
  }

  #changesSince(id: string, base: number): Change[] {
    const later = 'SELECT changes FROM commits WHERE territory = ? AND revision > ? ORDER BY revision'
    return this.#all(later, id, base).flatMap((row) => parsed<Change[]>(row.changes))
  }

  #forgetInHistory(id: string, actor: Forgotten): void {
    // Commits without any of these texts need no reading.
    const mentioning = `
      SELECT revision, changes, inverse FROM commits
      WHERE territory = ?1 AND (
        instr(changes, ?2) > 0 OR instr(inverse, ?2) > 0 OR instr(changes, ?3) > 0 OR instr(inverse, ?3) > 0
      )`
    for (const row of this.#all(mentioning, id, ...textsNaming(actor))) {
      const changes = JSON.stringify(withoutActor(parsed(row.changes), actor))
      const inverse = JSON.stringify(withoutActor(parsed(row.inverse), actor))
      const rewrite = 'UPDATE commits SET changes = ?, inverse = ? WHERE territory = ? AND revision = ?'
      this.#run(rewrite, changes, inverse, id, Number(row.revision))
    }
  }

  /** What was erased still stands in the write-ahead log until that is emptied; in the file itself, zeros replaced it. */
  #leaveNoTrace(): void {
    this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  }

  /** Counted in the file once, and told by each commit afterwards. */
  #summary(id: string): TerritorySummary {
    const known = this.#summaries.get(id) ?? this.#count(id)
    this.#summaries.set(id, known)
    return known
  }

  #count(id: string): TerritorySummary {
    const revision = this.#mustExist(id)
    const facts = (table: string) =>
      Number(this.#get(`SELECT count(*) AS facts FROM ${table} WHERE territory = ?`, id)?.facts)
    return {
      id,
      revision,
      updatedAt: String(this.#get('SELECT at FROM commits WHERE territory = ? AND revision = ?', id, revision)?.at),
      settings: settingsOf(this.#factsOf(id, 'setting').values()),
      actors: facts('actors'),
      spaces: facts('spaces'),
      ties: facts('ties'),
      participations: facts('participations'),
      waves: facts('waves'),
    }
  }

  #run(sql: string, ...values: SQLInputValue[]): void {
    this.#statement(sql).run(...values)
  }

  #get(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#statement(sql).get(...values)
  }

  #all(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#statement(sql).all(...values)
  }

  #statement(sql: string): StatementSync {
    const statement = this.#statements.get(sql) ?? this.#database.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }
}

type Row = Record<string, SQLOutputValue>

function summaryOf(territory: Territory, updatedAt: string): TerritorySummary {
  return {
    id: territory.id,
    revision: territory.revision,
    updatedAt,
    settings: settingsOf(territory.settings.values()),
    actors: territory.actors.size,
    spaces: territory.spaces.size,
    ties: territory.ties.size,
    participations: territory.participations.size,
    waves: territory.waves.size,
  }
}

function settingsOf(settings: Iterable<Setting>): TerritorySummary['settings'] {
  return Object.fromEntries([...settings].map(({ key, value }) => [key, value]))
}

function commitOf(row: Row): Commit {
  return {
    key: String(row.key),
    author: row.author === null ? null : String(row.author),
    at: String(row.at),
    origin: row.origin as Origin,
    changes: parsed(row.changes),
    ...(row.undoes === null ? {} : { undoes: Number(row.undoes) }),
    revision: Number(row.revision),
    inverse: parsed(row.inverse),
  }
}

/** Every JSON text of the file was written here, and its syntax checked at opening. */
function parsed<T>(json: SQLOutputValue | undefined): T {
  return JSON.parse(String(json))
}
