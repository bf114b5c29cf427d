import type { DatabaseSync } from 'node:sqlite'
import { type Change, targetOf, touchedAgain } from '../../domain/change.ts'
import {
  collectionOf,
  emptyTerritory,
  type Noun,
  type Nouns,
  nouns,
  type Setting,
  type Territory,
} from '../../domain/territory.ts'
import { Problem } from '../../problem.ts'
import { NobodyWaits } from '../../threads/rpc.ts'
import { newSecret } from '../finding-keys.ts'
import * as journal from '../journal.ts'
import { atOnce, type Entry, type Pages } from '../journal.ts'
import { type ChangesPage, type ChangesSince, type CommitHead, headOf, undoConflict } from '../log.ts'
import { fingerprintOfParts, type LongDraft, type PackedChanges, unpackedPart } from '../packed-changes.ts'
import {
  type Commit,
  type CommitDraft,
  isStaging,
  type Positions,
  type Store,
  type TerritoryHead,
  type TerritorySummary,
  type UndoDraft,
} from '../store.ts'
import { SetChecksum } from './checksum.ts'
import { CommitLog, Spelling } from './commit-log.ts'
import { emptyLog, transaction } from './database.ts'
import { type FactRows, inverseOfParts, madeInParts, unheld } from './long-commits.ts'
import { Damage, type Seals, sealedCommit, sealsIn, territorySeal, togglePosition } from './seals.ts'
import { Statements } from './statements.ts'

/** What the store promises, one call at a time and without waiting. */
export type SynchronousStore = {
  [M in Exclude<keyof Store, symbol | 'ping' | 'close' | 'backup' | 'stillToErase' | 'commitLong'>]: (
    ...given: Parameters<Store[M]>
  ) => Awaited<ReturnType<Store[M]>>
} & {
  /** @param isLeft looked at between two parts: then nothing is made, and NobodyWaits thrown */
  commitLong(id: string, base: number, draft: LongDraft, isLeft?: () => boolean): CommitHead
}

/** Latest states kept in memory: a small commit on a large territory reads nothing back. */
const mostKept = 8
/** Facts in all of them: of a larger territory each is read when it is asked for. */
const mostKeptFacts = 1_500_000

/**
 * The territories of an open database that nobody else writes to.
 *
 * Whatever is read from the file is compared with the checksum that was written with it; a call throws Damage rather than
 * tell what nobody wrote. After COMMIT nothing is asked of the file that could refuse what is done.
 */
export class Ledger implements SynchronousStore {
  readonly #database: DatabaseSync
  readonly #sql: Statements
  readonly #commits: CommitLog
  /** Most recently used last. */
  readonly #kept = new Map<string, Territory>()
  /** Of every territory: counted once, and told by each commit afterwards. */
  readonly #summaries = new Map<string, TerritorySummary>()
  readonly #pages: Pages = {
    head: (id) => this.#seals(id),
    begin: (id, secret) => this.#sealsOf(id) ?? { revision: 0, secret },
    latest: (id) => this.#latest(id),
    made: (id, key) => this.#commits.madeBefore(id, key),
    commitAt: (id, revision) => this.#commits.at(id, revision),
    weighSince: (id, revision) => this.#commits.weighSince(id, revision),
    changesSince: (id, revision) => this.#commits.since(id, revision),
    inversesSince: (id, revision) => this.#commits.inversesSince(id, revision),
    mentioning: (id, texts) => this.#commits.mentioning(id, texts),
    record: (entry) => this.#enter(entry),
  }
  #stillToErase = false

  /** Throws Damage when a territory is not as it was written; its commits and positions are looked at as they are read. */
  constructor(database: DatabaseSync) {
    this.#database = database
    this.#sql = new Statements(database)
    this.#commits = new CommitLog(this.#sql, (id) => this.#seals(id).revision)
    for (const row of this.#sql.all('SELECT * FROM territories')) this.#look(sealsIn(row))
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
    return atOnce(journal.create(this.#pages, id, draft, secret)).commit
  }

  load(id: string, revision?: number): Territory {
    return atOnce(journal.load(this.#pages, id, revision))
  }

  commit(id: string, base: number, draft: CommitDraft): Commit {
    return atOnce(journal.commit(this.#pages, id, base, draft)).commit
  }

  undo(id: string, revision: number, base: number, draft: UndoDraft): CommitHead {
    if (this.#commits.isLong(id, revision)) return this.#undoLong(id, revision, base, draft)
    return headOf(atOnce(journal.undo(this.#pages, id, revision, base, draft)).commit)
  }

  commitLong(id: string, base: number, { packed, ...draft }: LongDraft, isLeft = () => false): CommitHead {
    const fingerprint = fingerprintOfParts(packed)
    const seals = base === 0 ? this.#sealsOf(id) : this.#seals(id)
    const made = this.#commits.madeBefore(id, draft.key)
    if (made?.fingerprint === fingerprint) return this.#commits.headAt(id, made.commit.revision)
    if (made) throw new Problem('reused_key', { territory: id, key: draft.key, revision: made.commit.revision })
    if (base === 0 && seals) throw new Problem('existing_territory', { territory: id })
    const revision = seals?.revision ?? 0
    if (base !== revision) throw new Problem('revision_conflict', { territory: id, base, revision, since: null })
    this.#enterLong(id, { ...draft, changes: [], revision: revision + 1, inverse: [] }, packed, fingerprint, isLeft)
    return this.#commits.headAt(id, revision + 1)
  }

  log(id: string, { before = Number.MAX_SAFE_INTEGER, limit = 50 } = {}): CommitHead[] {
    const newest = Math.min(before - 1, this.#seals(id).revision)
    const oldest = Math.max(1, newest - limit + 1)
    const heads: CommitHead[] = []
    for (let revision = newest; revision >= oldest; revision--) heads.push(this.#commits.headAt(id, revision))
    return heads
  }

  changes(id: string, revision: number, range: { from: number; limit: number }): ChangesPage {
    return this.#commits.changes(id, revision, range)
  }

  history(id: string, range: { before?: number; limit?: number } = {}): Commit[] {
    return this.#commits.history(id, range)
  }

  since(id: string, revision: number): ChangesSince {
    return atOnce(journal.since(this.#pages, id, revision))
  }

  #undoLong(id: string, revision: number, base: number, draft: UndoDraft): CommitHead {
    const made = this.#commits.madeBefore(id, draft.key)
    if (made?.commit.undoes === revision) return this.#commits.headAt(id, made.commit.revision)
    const { revision: newest } = this.#seals(id)
    const later = journal.standing(
      Array.from({ length: newest - revision }, (_, place) => this.#commits.at(id, revision + 1 + place)),
    )
    const touching = later.filter((commit) => {
      for (const { changes } of this.#commits.parts(id, revision))
        if (touchedAgain(unpackedPart(changes), [commit]).length > 0) return true
      return false
    })
    if (touching.length > 0)
      throw undoConflict(
        id,
        revision,
        touching.map((commit) => commit.revision),
      )
    if (base !== newest) throw new Problem('revision_conflict', { territory: id, base, revision: newest, since: null })
    const packed = inverseOfParts([...this.#commits.parts(id, revision)])
    const told: Commit = { ...draft, origin: 'undo', undoes: revision, changes: [], revision: newest + 1, inverse: [] }
    this.#enterLong(id, told, packed, fingerprintOfParts(packed))
    return this.#commits.headAt(id, newest + 1)
  }

  forget(id: string, actor: string, draft: Omit<CommitDraft, 'changes'>): Commit {
    return atOnce(journal.forget(this.#pages, id, actor, draft)).commit
  }

  forgetPerson(id: string, person: string, draft: Omit<CommitDraft, 'changes'>): Commit {
    return atOnce(journal.forgetPerson(this.#pages, id, person, draft)).commit
  }

  remove(id: string): void {
    this.#mustExist(id)
    this.#erase(() => this.#sql.run('DELETE FROM territories WHERE id = ?', id))
    this.#kept.delete(id)
    this.#summaries.delete(id)
  }

  rename(id: string, to: string): void {
    const seals = this.#seals(id)
    this.#mustBeFree(to)
    this.#transaction(() => {
      this.#make(to, seals.secret)
      for (const table of [...nouns.map((noun) => collectionOf[noun]), 'positions']) {
        this.#sql.run(`UPDATE ${table} SET territory = ?2 WHERE territory = ?1`, id, to)
      }
      for (let revision = 1; revision <= seals.revision; revision++) this.#commits.rename(id, revision, to)
      this.#seal({ ...seals, id: to })
      this.#sql.run('DELETE FROM territories WHERE id = ?', id)
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
    for (const row of this.#sql.all('SELECT noun, id, x, y FROM positions WHERE territory = ?', id)) {
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

  #enter({ before, after, changes, commit, fingerprint, secret, forgotten }: Entry): void {
    const { id, revision } = after
    const spelling = new Spelling()
    const write = () => {
      if (secret !== undefined) this.#make(id, secret)
      const seals = this.#seals(id)
      for (const told of forgotten?.rewritten ?? []) this.#commits.rewrite(id, told)
      const positions = new SetChecksum(seals.positions)
      if (forgotten && forgotten.actor !== null) this.#removePosition(id, forgotten.actor, positions)
      const facts = this.#write(before, changes, seals.facts, spelling)
      this.#commits.record(id, commit, fingerprint, spelling)
      this.#seal({ ...seals, revision, facts, positions: `${positions}` })
    }
    if (forgotten) this.#erase(write)
    else this.#transaction(write)
    this.#keep(after)
    this.#summaries.set(id, summaryOf(after, commit.at))
  }

  #enterLong(id: string, commit: Commit, packed: PackedChanges, fingerprint: string, isLeft = () => false): void {
    const { revision } = commit
    let after: Territory | undefined
    this.#transaction(() => {
      if (revision === 1) this.#make(id, newSecret())
      const seals = this.#seals(id)
      const facts = new SetChecksum(seals.facts)
      this.#commits.record(id, commit, fingerprint, new Spelling())
      const parts = madeInParts(this.#held(id), packed, this.#rowsIn(id), facts)
      let step = parts.next()
      for (; !step.done; step = parts.next()) {
        this.#commits.recordPart(id, revision, step.value)
        if (isLeft()) throw new NobodyWaits()
      }
      after = step.value
      this.#seal({ ...seals, revision, facts: `${facts}` })
    })
    // What was kept is no longer the latest.
    this.#kept.delete(id)
    if (after) this.#summaries.set(id, { ...summaryOf({ ...after, revision }, commit.at), ...this.#countsOf(id) })
  }

  #rowsIn(id: string): FactRows {
    return {
      read: (noun, key) => {
        const fact = this.#sql.get(statementsOn[noun].read, id, key)?.fact
        return fact === undefined ? undefined : String(fact)
      },
      put: (noun, key, fact) => this.#sql.run(statementsOn[noun].put, id, key, fact),
      remove: (noun, key) => this.#sql.run(statementsOn[noun].remove, id, key),
      all: function* (this: Ledger, noun: Noun) {
        for (const { fact } of this.#sql.statement(statementsOn[noun].all).iterate(id)) yield String(fact)
      }.bind(this),
    }
  }

  /** The latest state, but for the facts that `unheld` names. */
  #held(id: string): Territory {
    const kept = this.#kept.get(id)
    if (kept) return kept
    const { revision } = this.#seals(id)
    const rest = new SetChecksum()
    const held = nouns.filter((noun) => !unheld.has(noun))
    const collections = held.map((noun) => [collectionOf[noun], this.#factsOf(id, noun, rest)])
    return { ...emptyTerritory(id), ...Object.fromEntries(collections), revision }
  }

  #countsOf(id: string): Pick<TerritorySummary, 'ties' | 'participations'> {
    const count = (table: 'ties' | 'participations') =>
      Number(this.#sql.get(`SELECT count(*) AS n FROM ${table} WHERE territory = ?`, id)?.n)
    return { ties: count('ties'), participations: count('participations') }
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
    this.#sql.run('INSERT INTO territories (id, revision, secret) VALUES (?, 0, ?)', id, secret)
    this.#seal({ id, revision: 0, facts: `${new SetChecksum()}`, positions: `${new SetChecksum()}`, secret })
  }

  /** The checksum of the facts afterwards. */
  #write({ id, ...before }: Territory, changes: readonly Change[], sum: string, spelling: Spelling): string {
    const facts = new SetChecksum(sum)
    for (const change of changes) {
      const { noun, key } = targetOf(change)
      const table = collectionOf[noun]
      const replaced = before[table].get(key)
      if (replaced !== undefined) facts.toggle(table, key, spelling.of(replaced))
      if ('put' in change) {
        const fact = spelling.of(change.value)
        this.#sql.run(statementsOn[noun].put, id, key, fact)
        facts.toggle(table, key, fact)
      } else {
        this.#sql.run(statementsOn[noun].remove, id, key)
      }
    }
    return `${facts}`
  }

  #seal(seals: Seals): void {
    const { id, revision, facts, positions } = seals
    const seal = 'UPDATE territories SET revision = ?, facts = ?, positions = ?, checksum = ? WHERE id = ?'
    this.#sql.run(seal, revision, facts, positions, territorySeal(seals), id)
  }

  #place(
    id: string,
    noun: 'actor' | 'space',
    named: string,
    [x, y]: readonly [number, number],
    sum: SetChecksum,
  ): void {
    const before = this.#sql.get(
      'SELECT noun, id, x, y FROM positions WHERE territory = ? AND noun = ? AND id = ?',
      id,
      noun,
      named,
    )
    if (before) togglePosition(sum, before)
    const place =
      'INSERT INTO positions VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET x = excluded.x, y = excluded.y'
    this.#sql.run(place, id, noun, named, x, y)
    togglePosition(sum, { noun, id: named, x, y })
  }

  #removePosition(id: string, actor: string, sum: SetChecksum): void {
    const gone = "DELETE FROM positions WHERE territory = ? AND noun = 'actor' AND id = ? RETURNING noun, id, x, y"
    const row = this.#sql.get(gone, id, actor)
    if (row) togglePosition(sum, row)
  }

  #latest(id: string): Territory {
    const latest = this.#kept.get(id) ?? this.#read(id)
    this.#keep(latest)
    return latest
  }

  #keep(latest: Territory): void {
    this.#kept.delete(latest.id)
    this.#kept.set(latest.id, latest)
    let facts = [...this.#kept.values()].reduce((sum, territory) => sum + factsCount(territory), 0)
    for (const [id, territory] of this.#kept) {
      if (this.#kept.size <= mostKept && facts <= mostKeptFacts) return
      this.#kept.delete(id)
      facts -= factsCount(territory)
    }
  }

  #read(id: string): Territory {
    const seals = this.#seals(id)
    const sum = new SetChecksum()
    const collections = nouns.map((noun) => [collectionOf[noun], this.#factsOf(id, noun, sum)])
    mustBeFacts(sum, seals)
    return { ...emptyTerritory(id), ...Object.fromEntries(collections), revision: seals.revision }
  }

  /** Row by row: those of a million ties would take as much again as what is made of them. */
  #factsOf<N extends Noun>(id: string, noun: N, sum: SetChecksum): Map<string, Nouns[N]> {
    const table = collectionOf[noun]
    const facts: [string, Nouns[N] | null][] = []
    for (const row of this.#sql.statement(statementsOn[noun].rows).iterate(id)) {
      const [key, fact] = [String(row.key), String(row.fact)]
      sum.toggle(table, key, fact)
      facts.push([key, factIn(fact)])
    }
    return inOrder(facts)
  }

  #mustExist(id: string): void {
    this.#seals(id)
  }

  #mustBeFree(id: string): void {
    if (this.#sql.get('SELECT 1 FROM territories WHERE id = ?', id))
      throw new Problem('existing_territory', { territory: id })
  }

  #seals(id: string): Seals {
    const seals = this.#sealsOf(id)
    if (!seals) throw new Problem('unknown_territory', { territory: id })
    return seals
  }

  #sealsOf(id: string): Seals | undefined {
    const row = this.#sql.get('SELECT * FROM territories WHERE id = ?', id)
    return row && sealsIn(row)
  }

  /** Compares a territory and its newest commit with their checksums; what was read for that stays in memory. */
  #look({ id, revision }: Seals): void {
    const territory = this.#latest(id)
    const newest = this.#sql.get('SELECT * FROM commits WHERE territory = ? ORDER BY revision DESC LIMIT 1', id)
    const commits = Number(this.#sql.get('SELECT count(*) AS n FROM commits WHERE territory = ?', id)?.n)
    if (newest?.revision !== revision || commits !== revision) throw new Damage(`territory ${id}: commits are missing`)
    this.#summaries.set(id, summaryOf(territory, String(sealedCommit(newest).at)))
  }
}

/** Made once: a text put together for each fact would be hashed for each. */
const statementsOn = Object.fromEntries(
  nouns.map((noun) => {
    const table = collectionOf[noun]
    const put = `INSERT INTO ${table} (territory, key, fact) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET fact = excluded.fact`
    const remove = `DELETE FROM ${table} WHERE territory = ? AND key = ?`
    const read = `SELECT fact FROM ${table} WHERE territory = ? AND key = ?`
    const rows = `SELECT key, fact FROM ${table} WHERE territory = ?`
    return [noun, { put, remove, read, rows, all: `SELECT fact FROM ${table} WHERE territory = ?` }]
  }),
) as { readonly [N in Noun]: Readonly<Record<'put' | 'remove' | 'read' | 'rows' | 'all', string>> }

function mustBeFacts(sum: SetChecksum, { id, facts }: Seals): void {
  if (`${sum}` !== facts) throw new Damage(`territory ${id}: its facts are not as they were written`)
}

/** In the order of JavaScript: that of SQLite, by UTF-8 bytes, differs beyond U+FFFF. What cannot be read is told once all is compared with its checksum. */
function inOrder<T>(facts: [string, T | null][]): Map<string, T> {
  const isOrdered = facts.every(([key], place) => place === 0 || (facts[place - 1]?.[0] ?? '') < key)
  if (!isOrdered) facts.sort(([a], [b]) => (a < b ? -1 : 1))
  return new Map(facts as [string, T][])
}

/** Null: it is not as it was written, as its checksum will tell. */
function factIn<T>(json: string): T | null {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

function factsCount({ actors, ties, participations }: Territory): number {
  return actors.size + ties.size + participations.size
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
