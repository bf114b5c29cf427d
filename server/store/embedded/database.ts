import { statSync } from 'node:fs'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { type FileTrouble, Problem } from '../../problem.ts'
import { judgeLog } from './log.ts'
import { markIn, nextMark, ofFormat, openingMark } from './mark.ts'
import { placeOfFile } from './place.ts'
import { applicationId, migrations, type Step } from './schema.ts'
import { Damage } from './seals.ts'

/**
 * Opens the file, or makes it with its folder; `:memory:` keeps nothing. The connection holds the file for itself until
 * it is closed or its process dies; nobody else in this process may have it open.
 * Refuses `store_locked`, `store_newer`, `store_corrupt`, `store_log_foreign`, `store_unavailable`.
 */
export function openDatabase(file: string, steps: readonly Step[] = migrations): DatabaseSync {
  return refusing(file, () => {
    if (file !== ':memory:') refuseOtherLog(placeOfFile(file), file)
    const database = new DatabaseSync(file)
    try {
      database.function('next_mark', (text) => nextMark(String(text)))
      database.function('opening_mark', (text) => openingMark(String(text)))
      database.function('mark_of_format', (text, format) => ofFormat(String(text), Number(format)))
      refusingDamage(() => {
        // Before the first read, so that WAL never needs memory shared between processes and a second one is refused.
        database.exec('PRAGMA locking_mode = EXCLUSIVE')
        refuseForeign(database, file, steps.length)
        // fullfsync is for macOS, where fsync alone leaves data in the drive's cache. secure_delete overwrites what is erased.
        database.exec(`
          PRAGMA journal_mode = WAL;
          PRAGMA synchronous = FULL;
          PRAGMA fullfsync = ON;
          PRAGMA secure_delete = ON;
          PRAGMA cache_size = -65536;
        `)
        refuseDamaged(database)
        refuseOtherSchema(database, steps)
      })
      migrate(database, steps)
      if (hasMark(database)) refusingDamage(() => open(database))
      return database
    } catch (error) {
      database.close()
      throw error
    }
  })
}

/** Runs `work`; what SQLite or the file system refuse becomes a Problem, anything else passes as it is. */
export function refusing<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw problemOf(error, file) ?? error
  }
}

/** Runs `work` in one transaction: all of it is on disk when this returns, or none of it ever. */
export function transaction<T>(database: DatabaseSync, work: () => T): T {
  const counting =
    countingIn.get(database) ?? database.prepare('UPDATE store SET mark = next_mark(mark) RETURNING mark')
  countingIn.set(database, counting)
  return atomically(database, () => {
    const result = work()
    const mark = counting.get()?.mark
    return { result, isDone: () => database.prepare('SELECT mark FROM store').get()?.mark === mark }
  })
}

const countingIn = new WeakMap<DatabaseSync, StatementSync>()

/**
 * Empties the write-ahead log into the file: what was erased still stands there, and in the file zeros replace it.
 * False when that cannot be now, as on a full disk; everything committed stays.
 */
export function emptyLog(database: DatabaseSync): boolean {
  const file = database.location()
  if (file === null) return true
  try {
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  } catch {
    return false
  }
  return (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) === 0
}

/** `isDone` is asked when SQLite reports a failure after the transaction has ended: of the commit, or of what followed it. */
function atomically<T>(database: DatabaseSync, work: () => { result: T; isDone: () => boolean }): T {
  database.exec('BEGIN IMMEDIATE')
  let done: ReturnType<typeof work> | undefined
  try {
    done = work()
    database.exec('COMMIT')
    return done.result
  } catch (error) {
    // SQLite has already rolled back by itself when the disk is full or fails.
    if (database.isTransaction) database.exec('ROLLBACK')
    else if (done?.isDone()) return done.result
    throw error
  }
}

/** Refuses `store_locked`. A file too damaged to say whether it is held is held by nobody: whoever holds one could read it. */
export function refuseHeld(place: string, file: string): void {
  const probe = new DatabaseSync(place, { readOnly: true })
  try {
    probe.prepare('SELECT 1 FROM sqlite_schema').get()
  } catch (error) {
    const problem = problemOf(error, file)
    if (problem?.code === 'store_locked') throw problem
  } finally {
    probe.close()
  }
}

export function refuseOtherLog(place: string, file: string): void {
  const verdict = judgeLog(place)
  if (verdict === 'none' || verdict === 'own') return
  // The log of a running Maillage may have moved on between two looks at it; then the file is held.
  const probe = new DatabaseSync(place, { readOnly: true })
  try {
    probe.prepare('SELECT 1 FROM sqlite_schema').get()
  } finally {
    probe.close()
  }
  if (verdict === 'foreign') throw new Problem('store_log_foreign', { file, log: `${file}-wal` })
  throw new Damage('the log beside it lacks transactions that were acknowledged')
}

/** What a damaged header makes SQLite say, in so many words, is damage: nothing of ours has been asked yet. */
function refusingDamage(work: () => void): void {
  try {
    work()
  } catch (error) {
    const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) : null
    // That the file may be written was seen before.
    if (code === sqliteError || code === readOnlyByHeader) throw new Damage((error as Error).message)
    throw error
  }
}

/** Refuses `store_newer`; throws Damage on a file of another program. */
export function refuseForeign(database: DatabaseSync, file: string, supported: number): void {
  const found = pragma(database, 'user_version')
  const isEmpty = database.prepare('SELECT 1 FROM sqlite_schema').get() === undefined
  if (isEmpty && found === 0) return
  if (pragma(database, 'application_id') !== applicationId) throw new Damage('a SQLite file of another program')
  if (found <= 0) throw new Damage('its header tells of no format')
  if (found <= supported) return
  const format = hasMark(database)
    ? markIn(String(database.prepare('SELECT mark FROM store').get()?.mark))?.format
    : null
  if (format && format <= supported) throw new Damage(`its header tells of format ${found}, its mark of ${format}`)
  throw new Problem('store_newer', { file, found, supported })
}

function refuseDamaged(database: DatabaseSync): void {
  // Every page, cell and type. quick_check would not be quicker: facts have no second index. The CHECKs parse all JSON
  // there is, which the checksums, where the file has them, vouch for.
  database.exec(`PRAGMA ignore_check_constraints = ${hasMark(database) ? 'ON' : 'OFF'}`)
  const found = database.prepare('PRAGMA integrity_check(1)').get()?.integrity_check
  database.exec('PRAGMA ignore_check_constraints = OFF')
  if (found !== 'ok') throw new Damage(String(found))
}

/** Every table must read as its steps wrote it. What somebody added beside, such as a view, is theirs. */
export function refuseOtherSchema(database: DatabaseSync, steps: readonly Step[]): void {
  const objects = "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE type IN ('table', 'index')"
  const spelled = (from: DatabaseSync) =>
    new Set(
      from
        .prepare(objects)
        .all()
        .map((row) => JSON.stringify(row)),
    )
  const pattern = new DatabaseSync(':memory:')
  for (const step of steps.slice(0, pragma(database, 'user_version'))) take(pattern, step)
  const found = spelled(database)
  for (const object of spelled(pattern))
    if (!found.has(object)) throw new Damage('its tables are not as they were made')
  pattern.close()
}

function migrate(database: DatabaseSync, steps: readonly Step[]): void {
  const taken = pragma(database, 'user_version')
  steps.slice(taken).forEach((step, index) => {
    const version = taken + index + 1
    atomically(database, () => {
      take(database, step)
      database.exec(`PRAGMA application_id = ${applicationId}`)
      database.exec(`PRAGMA user_version = ${version}`)
      if (hasMark(database)) database.exec(`UPDATE store SET mark = mark_of_format(mark, ${version})`)
      return { result: undefined, isDone: () => pragma(database, 'user_version') === version }
    })
  })
}

function take(database: DatabaseSync, step: Step): void {
  if (typeof step === 'string') database.exec(step)
  else step(database)
}

export function hasMark(database: DatabaseSync): boolean {
  return database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'store'").get() !== undefined
}

/** From here on, logs of before are not of this file. A full disk keeps nobody from reading: then the mark of before serves. */
function open(database: DatabaseSync): void {
  try {
    database.exec('UPDATE store SET mark = opening_mark(mark)')
  } catch (error) {
    const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : null
    if (code === null || troubleOfSqlite.get(code) !== 'disk_full') throw error
  }
  emptyLog(database)
}

function pragma(database: DatabaseSync, name: 'application_id' | 'user_version'): number {
  return Number(database.prepare(`PRAGMA ${name}`).get()?.[name])
}

/** Result codes of SQLite, https://sqlite.org/rescode.html */
const sqliteError = 1
const readOnlyByHeader = 8
const busy = 5
const corrupt = 11
const notADatabase = 26
const troubleOfSqlite = new Map<number, FileTrouble>([
  [8, 'unwritable'],
  [10, 'disk_failed'],
  [13, 'disk_full'],
  [14, 'unopenable'],
])

const troubleOfSystem = new Map<string, FileTrouble>([
  ['EACCES', 'unwritable'],
  ['EPERM', 'unwritable'],
  ['EROFS', 'unwritable'],
  ['ENOSPC', 'disk_full'],
])

/** What SQLite or the file system refuse, or a file that contradicts itself; undefined for anything else. */
export function problemOf(error: unknown, file: string): Problem | undefined {
  if (error instanceof Damage) return new Problem('store_corrupt', { file, found: error.message })
  if (!(error instanceof Error) || !('code' in error)) return undefined
  // An integer that no number of ours could have become.
  if (error.code === 'ERR_OUT_OF_RANGE') return new Problem('store_corrupt', { file, found: error.message })
  if (error.code !== 'ERR_SQLITE_ERROR' || !('errcode' in error)) {
    if (!('syscall' in error)) return undefined
    const reason = troubleOfSystem.get(String(error.code)) ?? 'unopenable'
    return new Problem('store_unavailable', { reason, store: file })
  }
  const code = Number(error.errcode) & 0xff
  if (code === busy) return new Problem('store_locked', { file })
  if (code === corrupt || code === notADatabase) return new Problem('store_corrupt', { file, found: error.message })
  const reason = troubleOfSqlite.get(code)
  return reason && new Problem('store_unavailable', { reason, store: file })
}
