import { copyFileSync, existsSync, mkdtempSync, realpathSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { type Change, replay } from '../../domain/change.ts'
import { emptyTerritory } from '../../domain/territory.ts'
import { Problem } from '../../problem.ts'
import { unpackedPart } from '../packed-changes.ts'
import {
  hasMark,
  problemOf,
  refuseForeign,
  refuseHeld,
  refuseOtherLog,
  refuseOtherSchema,
  refusing,
} from './database.ts'
import { type CommitPart, partIn } from './long-commits.ts'
import { migrations } from './schema.ts'
import { Damage, factsSeal, positionsSeal, type Row, sealedCommit, sealsIn, stateIn } from './seals.ts'

export interface Checked {
  readonly territories: number
  readonly commits: number
}

/** Damages that are told by name; of more, how many. */
const mostTold = 20

/**
 * Reads all of a store that nobody holds: its pages, every checksum, every commit, and that from nothing they lead to the
 * present state and back. In memory are the facts of one territory and one commit at a time. Writes nothing to the file
 * nor beside it: what its log holds is read in a copy.
 *
 * Refuses `store_corrupt` with all that is wrong, as far as it can still be read, and what opening refuses.
 */
export function checkFile(file: string): Checked {
  return refusing(file, () => {
    const place = realpathSync(file)
    const log = statSync(`${place}-wal`, { throwIfNoEntry: false })
    // Whoever holds a file has a log beside it, were it empty.
    if (log) refuseHeldLeavingNothing(place, file)
    if (!log?.size) return checkAlone(place, file)
    refuseOtherLog(place, file)
    const folder = mkdtempSync(join(tmpdir(), 'maillage-check-'))
    try {
      return checkAlone(withLog(place, join(folder, 'copy.sqlite')), file)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
}

/** Looking for a holder, SQLite makes an index of the log beside it. */
function refuseHeldLeavingNothing(place: string, file: string): void {
  const isThere = existsSync(`${place}-shm`)
  try {
    refuseHeld(place, file)
  } finally {
    if (!isThere) rmSync(`${place}-shm`, { force: true })
  }
}

/** A copy of the file that has what its log holds. */
function withLog(place: string, copy: string): string {
  copyFileSync(place, copy)
  copyFileSync(`${place}-wal`, `${copy}-wal`)
  const database = new DatabaseSync(copy)
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA wal_checkpoint(TRUNCATE)')
  } finally {
    database.close()
  }
  return copy
}

function checkAlone(place: string, file: string): Checked {
  const url = pathToFileURL(place)
  // Neither locks nor log: https://sqlite.org/uri.html#uriimmutable
  url.searchParams.set('immutable', '1')
  const database = new DatabaseSync(url, { readOnly: true })
  try {
    const check = new Check(database, file)
    check.all()
    if (check.found.length > 0) throw new Problem('store_corrupt', { file, found: told(check.found) })
    return { territories: check.territories, commits: check.commits }
  } finally {
    database.close()
  }
}

function told(found: readonly string[]): string {
  const more = found.length - mostTold
  return found.slice(0, mostTold).join('; ') + (more > 0 ? `; + ${more}` : '')
}

class Check {
  territories = 0
  commits = 0
  readonly #database: DatabaseSync
  readonly #file: string
  readonly #found = new Set<string>()

  constructor(database: DatabaseSync, file: string) {
    this.#database = database
    this.#file = file
  }

  get found(): readonly string[] {
    return [...this.#found]
  }

  all(): void {
    this.#look(() => refuseForeign(this.#database, this.#file, migrations.length))
    if (this.#found.size > 0) return
    this.#look(() => {
      for (const { integrity_check } of this.#database.prepare('PRAGMA integrity_check').iterate()) {
        if (integrity_check !== 'ok') this.#found.add(String(integrity_check))
      }
    })
    this.#look(() => refuseOtherSchema(this.#database, migrations))
    this.#look(() => {
      for (const { table } of this.#database.prepare('PRAGMA foreign_key_check').iterate()) {
        this.#found.add(`a row of ${table} belongs to no territory`)
      }
    })
    let rows: Row[] = []
    this.#look(() => {
      rows = this.#database.prepare('SELECT * FROM territories').all()
    })
    for (const row of rows) this.#territory(row)
  }

  #territory(row: Row): void {
    this.territories += 1
    const id = String(row.id)
    const revision = Number(row.revision)
    const before = this.#found.size
    // A file of the first format has no checksums.
    const isSealed = hasMark(this.#database)
    if (isSealed) {
      this.#look(() => sealsIn(row))
      this.#look(() => same(`territory ${id}: its facts`, factsSeal(this.#database, id), row.facts))
      this.#look(() => same(`territory ${id}: its positions`, positionsSeal(this.#database, id), row.positions))
    }
    for (const order of ['ASC', 'DESC'] as const) {
      this.#look(() => {
        let expected = order === 'ASC' ? 1 : revision
        for (const commit of this.#commitsOf(id, order)) {
          if (isSealed) this.#look(() => sealedCommit(commit))
          if (commit.revision !== expected) throw new Damage(`territory ${id}: commits are missing`)
          expected += order === 'ASC' ? 1 : -1
          if (order === 'ASC') this.commits += 1
        }
        if (expected !== (order === 'ASC' ? revision + 1 : 0)) throw new Damage(`territory ${id}: commits are missing`)
      })
    }
    // Where something is damaged already, that it leads elsewhere says nothing more.
    if (this.#found.size > before) return
    this.#look(() => {
      const present = stateIn(this.#database, id)
      const from = replay(emptyTerritory(id), this.#listsOf(id, 'ASC', 'changes'))
      if (!isDeepStrictEqual(from, present)) throw new Damage(`territory ${id}: its commits lead elsewhere`)
      const back = replay(present, this.#listsOf(id, 'DESC', 'inverse'))
      if (!isDeepStrictEqual(back, emptyTerritory(id)))
        throw new Damage(`territory ${id}: its commits do not lead back`)
    })
  }

  #commitsOf(id: string, order: 'ASC' | 'DESC'): Iterable<Row> {
    const all = `SELECT * FROM commits WHERE territory = ? ORDER BY revision ${order}`
    return this.#database.prepare(all).iterate(id)
  }

  *#listsOf(id: string, order: 'ASC' | 'DESC', list: 'changes' | 'inverse'): Generator<readonly Change[]> {
    for (const commit of this.#commitsOf(id, order)) {
      yield JSON.parse(String(commit[list]))
      for (const part of this.#partsOf(id, Number(commit.revision), order)) yield unpackedPart(part[list])
    }
  }

  /** Those of a commit of very many changes; a file of an earlier format has none. */
  *#partsOf(id: string, revision: number, order: 'ASC' | 'DESC'): Generator<CommitPart> {
    if (!this.#hasParts()) return
    const all = `SELECT * FROM commit_parts WHERE territory = ? AND revision = ? ORDER BY part ${order}`
    for (const row of this.#database.prepare(all).iterate(id, revision)) yield partIn(row)
  }

  #hasParts(): boolean {
    return this.#database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'commit_parts'").get() !== undefined
  }

  /** What is damaged is noted, and the next thing looked at. */
  #look(work: () => unknown): void {
    try {
      work()
    } catch (error) {
      if (error instanceof SyntaxError) this.#found.add(error.message)
      else {
        const problem = problemOf(error, this.#file)
        const isSql = error instanceof Error && 'errcode' in error
        if (problem?.code !== 'store_corrupt' && !isSql) throw error
        this.#found.add((error as Error).message)
      }
    }
  }
}

function same(what: string, found: string, written: unknown): void {
  if (found !== written) throw new Damage(`${what} are not as they were written`)
}
