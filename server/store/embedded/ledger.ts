import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite'
import { apply, type Change, replay, targetOf, touchedAgain } from '../../domain/change.ts'
import { type Forgotten, forgetting, textsNaming, toForget, withoutActor } from '../../domain/forget.ts'
import {
  collectionOf,
  emptyTerritory,
  type Noun,
  type Nouns,
  nouns,
  type Setting,
  type Territory,
} from '../../domain/territory.ts'
import { unpack } from '../../packed.ts'
import { Problem } from '../../problem.ts'
import { keysUnder, newSecret } from '../finding-keys.ts'
import { fingerprint } from '../fingerprint.ts'
import {
  type ChangesPage,
  type ChangesSince,
  type CommitHead,
  headOf,
  mostSince,
  pageOf,
  refusedChanges,
  undoConflict,
} from '../log.ts'
import {
  type Commit,
  type CommitDraft,
  isStaging,
  type Origin,
  type PackedDraft,
  type Positions,
  type Store,
  type TerritoryHead,
  type TerritorySummary,
  type UndoDraft,
} from '../store.ts'
import { SetChecksum } from './checksum.ts'
import { emptyLog, transaction } from './database.ts'
import {
  commitSeal,
  Damage,
  type Row,
  type Seals,
  sealedCommit,
  sealsIn,
  territorySeal,
  togglePosition,
} from './seals.ts'

/** What the store promises, one call at a time and without waiting. */
export type SynchronousStore = {
  [M in Exclude<keyof Store, symbol | 'pack' | 'ping' | 'close' | 'backup' | 'stillToErase'>]: (
    ...given: Parameters<Store[M]>
  ) => Awaited<ReturnType<Store[M]>>
}

/** Latest states kept in memory: a small commit on a large territory reads nothing back. */
const mostKept = 8

/**
 * The territories of an open database that nobody else writes to.
 *
 * Whatever is read from the file is compared with the checksum that was written with it; a call throws Damage rather than
 * tell what nobody wrote. After COMMIT nothing is asked of the file that could refuse what is done.
 */
export class Ledger implements SynchronousStore {
  readonly #database: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()
  /** Most recently used last. */
  readonly #kept = new Map<string, Territory>()
  /** Of every territory: counted once, and told by each commit afterwards. */
  readonly #summaries = new Map<string, TerritorySummary>()
  #stillToErase = false

  /** Throws Damage when a territory is not as it was written; its commits and positions are looked at as they are read. */
  constructor(database: DatabaseSync) {
    this.#database = database
    for (const row of this.#all('SELECT * FROM territories')) this.#look(sealsIn(row))
    // A process that died may have left what it had erased in its log.
    this.#stillToErase = true
    this.leaveNoTrace()
  }

  /** Whether what was erased may still stand in the write-ahead log, which could not be emptied yet. */
  get stillToErase(): boolean {
    return this.#stillToErase
  }

  list(): TerritorySummary[] {
    return [...this.#summaries.values()].filter(({ id }) => !isStaging(id)).sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  head(id: string): TerritoryHead {
    const summary = this.#summaries.get(id)
    if (!summary) throw new Problem('unknown_territory', { territory: id })
    return { revision: summary.revision, updatedAt: summary.updatedAt }
  }

  create(id: string, draft: CommitDraft, secret = newSecret()): Commit {
    const made = this.#madeBefore(id, draft.key, draft.changes)
    if (made?.revision === 1) return made
    this.#mustBeFree(id)
    return this.#apply(emptyTerritory(id), draft, secret)
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
      const since = this.#weightSince(id, base) > mostSince ? null : this.#changesSince(id, base)
      throw new Problem('revision_conflict', { territory: id, base, revision: latest.revision, since })
    }
    return this.#apply(latest, draft)
  }

  commitPacked(id: string, base: number, { changes, ...draft }: PackedDraft): CommitHead {
    const read = { ...draft, changes: unpack(changes) }
    return headOf(base === 0 ? this.create(id, read) : this.commit(id, base, read))
  }

  undo(id: string, revision: number, base: number, draft: UndoDraft): CommitHead {
    const { changes, inverse } = this.#commitAt(id, revision)
    const made = this.#madeBefore(id, draft.key, inverse)
    if (made) return headOf(made)
    if (inverse.length === 0) throw new Problem('irreversible', { territory: id, revision })
    const later = touchedAgain(changes, this.#commitsAfter(id, revision))
    if (later.length > 0) throw undoConflict(id, revision, later)
    return headOf(this.commit(id, base, { ...draft, origin: 'undo', changes: inverse, undoes: revision }))
  }

  log(id: string, { before = Number.MAX_SAFE_INTEGER, limit = 50 } = {}): CommitHead[] {
    const newest = Math.min(before - 1, this.#latest(id).revision)
    const oldest = Math.max(1, newest - limit + 1)
    const heads: CommitHead[] = []
    for (let revision = newest; revision >= oldest; revision--) heads.push(headOf(this.#commitAt(id, revision)))
    return heads
  }

  changes(id: string, revision: number, { from, limit }: { from: number; limit: number }): ChangesPage {
    return pageOf(this.#commitAt(id, revision), from, limit)
  }

  since(id: string, revision: number): ChangesSince {
    const { revision: latest } = this.#latest(id)
    if (!Number.isInteger(revision) || revision < 1 || revision > latest) {
      throw new Problem('unknown_revision', { territory: id, revision })
    }
    if (this.#weightSince(id, revision) > mostSince || this.#forgotSince(id, revision))
      return { revision: latest, changes: null }
    return { revision: latest, changes: this.#changesSince(id, revision) }
  }

  #commitAt(id: string, revision: number): Commit {
    const [commit] = this.history(id, { before: revision + 1, limit: 1 })
    if (commit?.revision !== revision) throw new Problem('unknown_revision', { territory: id, revision })
    return commit
  }

  *#commitsAfter(id: string, revision: number): Generator<Commit> {
    const { revision: latest } = this.#latest(id)
    for (let later = revision + 1; later <= latest; later++) yield this.#commitAt(id, later)
  }

  /** Bytes of the changes made since. */
  #weightSince(id: string, base: number): number {
    const later = 'SELECT sum(octet_length(changes)) AS bytes FROM commits WHERE territory = ? AND revision > ?'
    return Number(this.#get(later, id, base)?.bytes ?? 0)
  }

  /** Such a commit does not say what it changed. */
  #forgotSince(id: string, base: number): boolean {
    const forgets = "SELECT 1 FROM commits WHERE territory = ? AND revision > ? AND origin = 'forget' LIMIT 1"
    return this.#get(forgets, id, base) !== undefined
  }

  history(id: string, { before = Number.MAX_SAFE_INTEGER, limit = 50 } = {}): Commit[] {
    const { revision } = this.#seals(id)
    const newest = 'SELECT * FROM commits WHERE territory = ? AND revision < ? ORDER BY revision DESC LIMIT ?'
    const rows = this.#all(newest, id, before, limit)
    return [...inSequence(rows, Math.min(revision, before - 1), -1)].map(commitOf)
  }

  forget(id: string, actor: string, draft: Omit<CommitDraft, 'changes'>): Commit {
    const latest = this.#latest(id)
    const made = this.#madeBefore(id, draft.key, { forget: actor })
    if (made) return made
    const naming = this.#commitsNaming(id, actor)
    const past = naming.map((row): Change[] => parsed(sealedCommit(row).changes))
    const forgotten = toForget(latest, actor, keysUnder(this.secret(id)), past)
    const changes = forgetting(latest, forgotten)
    const after = { ...replay(latest, [changes]), revision: latest.revision + 1 }
    // The commit tells that something was forgotten, not what.
    const commit = { ...draft, changes: [], inverse: [], revision: after.revision }
    this.#erase(() => {
      const seals = this.#seals(id)
      for (const row of naming) this.#forgetIn(id, row, forgotten)
      const positions = new SetChecksum(seals.positions)
      this.#removePosition(id, actor, positions)
      const facts = this.#write(latest, changes, seals.facts)
      this.#record(id, commit, fingerprint({ forget: actor }))
      this.#seal({ ...seals, revision: after.revision, facts, positions: `${positions}` })
    })
    this.#keep(after)
    this.#summaries.set(id, summaryOf(after, commit.at))
    return commit
  }

  remove(id: string): void {
    this.#mustExist(id)
    this.#erase(() => this.#run('DELETE FROM territories WHERE id = ?', id))
    this.#kept.delete(id)
    this.#summaries.delete(id)
  }

  rename(id: string, to: string): void {
    const seals = this.#seals(id)
    this.#mustBeFree(to)
    this.#transaction(() => {
      this.#make(to, seals.secret)
      for (const table of [...nouns.map((noun) => collectionOf[noun]), 'positions']) {
        this.#run(`UPDATE ${table} SET territory = ?2 WHERE territory = ?1`, id, to)
      }
      for (let revision = 1; revision <= seals.revision; revision++) this.#renameCommit(id, revision, to)
      this.#seal({ ...seals, id: to })
      this.#run('DELETE FROM territories WHERE id = ?', id)
    })
    const summary = this.#summaries.get(id)
    if (summary) this.#summaries.set(to, { ...summary, id: to })
    this.#summaries.delete(id)
    this.#kept.delete(id)
  }

  secret(id: string): string {
    return this.#seals(id).secret
  }

  positions(id: string): Positions {
    const { positions } = this.#seals(id)
    const found = new SetChecksum()
    const standing = {
      actor: new Map<string, readonly [number, number]>(),
      space: new Map<string, readonly [number, number]>(),
    }
    for (const row of this.#all('SELECT noun, id, x, y FROM positions WHERE territory = ?', id)) {
      togglePosition(found, row)
      standing[row.noun === 'actor' ? 'actor' : 'space'].set(String(row.id), [Number(row.x), Number(row.y)])
    }
    if (`${found}` !== positions) throw new Damage(`territory ${id}: its positions are not as they were written`)
    return { actors: Object.fromEntries(standing.actor), spaces: Object.fromEntries(standing.space) }
  }

  savePositions(id: string, positions: Positions): void {
    this.#transaction(() => {
      const seals = this.#seals(id)
      const sum = new SetChecksum(seals.positions)
      for (const [actor, at] of Object.entries(positions.actors)) this.#place(id, 'actor', actor, at, sum)
      for (const [space, at] of Object.entries(positions.spaces)) this.#place(id, 'space', space, at, sum)
      this.#seal({ ...seals, positions: `${sum}` })
    })
  }

  /** Empties the write-ahead log of what was erased, unless it did before; what cannot be done now is tried again later. */
  leaveNoTrace(): void {
    if (this.#stillToErase) this.#stillToErase = !emptyLog(this.#database)
  }

  /** @param secret of a territory that is made */
  #apply(latest: Territory, { key, author, at, origin, changes, undoes }: CommitDraft, secret?: string): Commit {
    const applied = apply(latest, changes)
    if (!applied.ok) throw refusedChanges(applied.refusals)
    const after = { ...applied.territory, revision: latest.revision + 1 }
    const draft = { key, author, at, origin, changes, ...(undoes === undefined ? {} : { undoes }) }
    const commit = { ...draft, revision: after.revision, inverse: applied.inverse }
    const spelling = new Spelling()
    this.#transaction(() => {
      const { id, revision } = after
      if (secret !== undefined) this.#make(id, secret)
      const seals = this.#seals(id)
      const facts = this.#write(latest, changes, seals.facts, spelling)
      this.#record(id, commit, fingerprint(changes), spelling)
      this.#seal({ ...seals, revision, facts })
    })
    this.#keep(after)
    this.#summaries.set(after.id, summaryOf(after, at))
    return commit
  }

  #transaction(work: () => unknown): void {
    transaction(this.#database, work)
    this.leaveNoTrace()
  }

  #erase(work: () => unknown): void {
    transaction(this.#database, work)
    this.#stillToErase = true
    this.leaveNoTrace()
  }

  #make(id: string, secret: string): void {
    this.#run('INSERT INTO territories (id, revision, secret) VALUES (?, 0, ?)', id, secret)
    this.#seal({ id, revision: 0, facts: `${new SetChecksum()}`, positions: `${new SetChecksum()}`, secret })
  }

  /** The checksum of the facts afterwards. */
  #write({ id, ...before }: Territory, changes: readonly Change[], sum: string, spelling = new Spelling()): string {
    const facts = new SetChecksum(sum)
    for (const change of changes) {
      const { noun, key } = targetOf(change)
      const table = collectionOf[noun]
      const replaced = before[table].get(key)
      if (replaced !== undefined) facts.toggle(table, key, spelling.of(replaced))
      if ('put' in change) {
        const fact = spelling.of(change.value)
        this.#run(statementsOn[noun].put, id, key, fact)
        facts.toggle(table, key, fact)
      } else {
        this.#run(statementsOn[noun].remove, id, key)
      }
    }
    return `${facts}`
  }

  #seal(seals: Seals): void {
    const { id, revision, facts, positions } = seals
    const seal = 'UPDATE territories SET revision = ?, facts = ?, positions = ?, checksum = ? WHERE id = ?'
    this.#run(seal, revision, facts, positions, territorySeal(seals), id)
  }

  #place(
    id: string,
    noun: 'actor' | 'space',
    named: string,
    [x, y]: readonly [number, number],
    sum: SetChecksum,
  ): void {
    const before = this.#get(
      'SELECT noun, id, x, y FROM positions WHERE territory = ? AND noun = ? AND id = ?',
      id,
      noun,
      named,
    )
    if (before) togglePosition(sum, before)
    const place =
      'INSERT INTO positions VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET x = excluded.x, y = excluded.y'
    this.#run(place, id, noun, named, x, y)
    togglePosition(sum, { noun, id: named, x, y })
  }

  #removePosition(id: string, actor: string, sum: SetChecksum): void {
    const gone = "DELETE FROM positions WHERE territory = ? AND noun = 'actor' AND id = ? RETURNING noun, id, x, y"
    const row = this.#get(gone, id, actor)
    if (row) togglePosition(sum, row)
  }

  #record(territory: string, commit: Commit, fingerprint: string, spelling = new Spelling()): void {
    const { revision, key, author, at, origin, undoes = null } = commit
    const changes = spelling.ofChanges(commit.changes)
    const inverse = spelling.ofChanges(commit.inverse)
    const row = { territory, revision, key, author, at, origin, undoes, changes, inverse, fingerprint }
    this.#run('INSERT INTO commits VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', ...Object.values(row), commitSeal(row))
  }

  #renameCommit(id: string, revision: number, to: string): void {
    const row = this.#get('SELECT * FROM commits WHERE territory = ? AND revision = ?', id, revision)
    if (!row) throw new Damage(`territory ${id}: commits are missing`)
    const seal = commitSeal({ ...sealedCommit(row), territory: to })
    const rename = 'UPDATE commits SET territory = ?, checksum = ? WHERE territory = ? AND revision = ?'
    this.#run(rename, to, seal, id, revision)
  }

  /** The commit that a key already names; refuses the key when it was used to ask for something else. */
  #madeBefore(id: string, key: string, asked: Parameters<typeof fingerprint>[0]): Commit | undefined {
    const row = this.#get('SELECT * FROM commits WHERE territory = ? AND key = ?', id, key)
    if (!row) return undefined
    if (sealedCommit(row).fingerprint === fingerprint(asked)) return commitOf(row)
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
    const seals = this.#seals(id)
    const sum = new SetChecksum()
    const rows = nouns.map((noun) => [noun, this.#rowsOf(id, noun, sum)] as const)
    mustBeFacts(sum, seals)
    const collections = rows.map(([noun, found]) => [collectionOf[noun], factsIn(found)])
    return { ...emptyTerritory(id), ...Object.fromEntries(collections), revision: seals.revision }
  }

  #rowsOf(id: string, noun: Noun, sum: SetChecksum): Row[] {
    const table = collectionOf[noun]
    const rows = this.#all(`SELECT key, fact FROM ${table} WHERE territory = ?`, id)
    for (const row of rows) sum.toggle(table, String(row.key), String(row.fact))
    return rows
  }

  #mustExist(id: string): void {
    this.#seals(id)
  }

  #mustBeFree(id: string): void {
    if (this.#get('SELECT 1 FROM territories WHERE id = ?', id))
      throw new Problem('existing_territory', { territory: id })
  }

  #seals(id: string): Seals {
    const row = this.#get('SELECT * FROM territories WHERE id = ?', id)
    if (!row) throw new Problem('unknown_territory', { territory: id })
    return sealsIn(row)
  }

  *#inversesDownTo(id: string, revision: number): Generator<Change[]> {
    const newest = 'SELECT * FROM commits WHERE territory = ? AND revision > ? ORDER BY revision DESC'
    const rows = this.#statement(newest).iterate(id, revision)
    for (const row of inSequence(rows, this.#seals(id).revision, -1)) yield parsed(row.inverse)
  }

  #changesSince(id: string, base: number): Change[] {
    const later = 'SELECT * FROM commits WHERE territory = ? AND revision > ? ORDER BY revision'
    return [...inSequence(this.#all(later, id, base), Math.max(1, base + 1), 1)].flatMap((row) =>
      parsed<Change[]>(row.changes),
    )
  }

  /** Commits without any of the texts need no reading. */
  #commitsNaming(id: string, actor: string): Row[] {
    const naming = `
      SELECT * FROM commits
      WHERE territory = ?1 AND (
        instr(changes, ?2) > 0 OR instr(inverse, ?2) > 0 OR instr(changes, ?3) > 0 OR instr(inverse, ?3) > 0
      )`
    return this.#all(naming, id, ...textsNaming(actor))
  }

  #forgetIn(id: string, commit: Row, actor: Forgotten): void {
    const { revision, changes, inverse } = sealedCommit(commit)
    const rewritten = {
      changes: JSON.stringify(withoutActor(parsed(changes), actor)),
      inverse: JSON.stringify(withoutActor(parsed(inverse), actor)),
    }
    const rewrite = 'UPDATE commits SET changes = ?, inverse = ?, checksum = ? WHERE territory = ? AND revision = ?'
    const seal = commitSeal({ ...commit, ...rewritten })
    this.#run(rewrite, rewritten.changes, rewritten.inverse, seal, id, Number(revision))
  }

  /** Compares a territory and its newest commit with their checksums; what was read for that stays in memory. */
  #look({ id, revision }: Seals): void {
    const territory = this.#latest(id)
    const newest = this.#get('SELECT * FROM commits WHERE territory = ? ORDER BY revision DESC LIMIT 1', id)
    const commits = Number(this.#get('SELECT count(*) AS n FROM commits WHERE territory = ?', id)?.n)
    if (newest?.revision !== revision || commits !== revision) throw new Damage(`territory ${id}: commits are missing`)
    this.#summaries.set(id, summaryOf(territory, String(sealedCommit(newest).at)))
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
    const known = this.#statements.get(sql)
    if (known) return known
    const statement = this.#database.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }
}

/** Made once: a text put together for each fact would be hashed for each. */
const statementsOn = Object.fromEntries(
  nouns.map((noun) => {
    const table = collectionOf[noun]
    const put = `INSERT INTO ${table} (territory, key, fact) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET fact = excluded.fact`
    return [noun, { put, remove: `DELETE FROM ${table} WHERE territory = ? AND key = ?` }]
  }),
) as { readonly [N in Noun]: { readonly put: string; readonly remove: string } }

/** JSON of facts, each spelled once for all the places of a commit where it stands. */
class Spelling {
  readonly #texts = new Map<object, string>()

  of(fact: object): string {
    const text = this.#texts.get(fact) ?? JSON.stringify(fact)
    this.#texts.set(fact, text)
    return text
  }

  ofChanges(changes: readonly Change[]): string {
    const texts = changes.map((change) =>
      'put' in change
        ? `{"put":${JSON.stringify(change.put)},"value":${this.of(change.value)}}`
        : JSON.stringify(change),
    )
    return `[${texts.join(',')}]`
  }
}

function mustBeFacts(sum: SetChecksum, { id, facts }: Seals): void {
  if (`${sum}` !== facts) throw new Damage(`territory ${id}: its facts are not as they were written`)
}

/** Commits one after the other from a revision on, upwards or downwards; throws Damage on one that is missing or damaged. */
function* inSequence(rows: Iterable<Row>, first: number, step: 1 | -1): Generator<Row> {
  let expected = first
  for (const row of rows) {
    if (sealedCommit(row).revision !== expected) throw new Damage(`territory ${row.territory}: commits are missing`)
    expected += step
    yield row
  }
}

/** In the order of JavaScript: that of SQLite, by UTF-8 bytes, differs beyond U+FFFF. */
function factsIn<N extends Noun>(rows: readonly Row[]): Map<string, Nouns[N]> {
  const sorted = rows.map((row) => [String(row.key), row.fact] as const).sort(([a], [b]) => (a < b ? -1 : 1))
  return new Map(sorted.map(([key, fact]) => [key, parsed<Nouns[N]>(fact)]))
}

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

/** Every JSON text of the file was written here, and compared with its checksum. */
function parsed<T>(json: SQLOutputValue | undefined): T {
  return JSON.parse(String(json))
}
