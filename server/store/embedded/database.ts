import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type FileTrouble, Problem } from '../../problem.ts'
import { applicationId, migrations } from './schema.ts'

/**
 * Opens the file, or makes it with its folder; `:memory:` keeps nothing. The connection holds the file for itself until
 * it is closed or its process dies. Refuses `store_locked`, `store_newer`, `store_corrupt`, `store_unavailable`.
 */
export function openDatabase(file: string, steps: readonly string[] = migrations): DatabaseSync {
  return refusing(file, () => {
    if (file !== ':memory:') mkdirSync(dirname(resolve(file)), { recursive: true })
    // SQLite opens a file it may not write, and fails later in words about the disk.
    if (existsSync(file)) accessSync(file, constants.W_OK)
    const database = new DatabaseSync(file)
    try {
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
      refuseDamaged(database, file)
      migrate(database, steps)
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
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    // SQLite has already rolled back by itself when the disk is full or fails.
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}

function refuseForeign(database: DatabaseSync, file: string, supported: number): void {
  const isEmpty = pragma(database, 'schema_version') === 0
  if (isEmpty) return
  if (pragma(database, 'application_id') !== applicationId) {
    throw new Problem('store_corrupt', { file, found: 'a SQLite file of another program' })
  }
  const found = pragma(database, 'user_version')
  if (found > supported) throw new Problem('store_newer', { file, found, supported })
}

function refuseDamaged(database: DatabaseSync, file: string): void {
  // Every page, cell, type and CHECK, JSON syntax included. quick_check would not be quicker: facts have no second index.
  const found = database.prepare('PRAGMA integrity_check(1)').get()?.integrity_check
  if (found !== 'ok') throw new Problem('store_corrupt', { file, found: String(found) })
}

function migrate(database: DatabaseSync, steps: readonly string[]): void {
  steps.slice(pragma(database, 'user_version')).forEach((step, index, left) => {
    transaction(database, () => {
      database.exec(step)
      database.exec(`PRAGMA application_id = ${applicationId}`)
      database.exec(`PRAGMA user_version = ${steps.length - left.length + index + 1}`)
    })
  })
}

function pragma(database: DatabaseSync, name: 'application_id' | 'schema_version' | 'user_version'): number {
  return Number(database.prepare(`PRAGMA ${name}`).get()?.[name])
}

/** Primary result codes of SQLite, https://sqlite.org/rescode.html */
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

function problemOf(error: unknown, file: string): Problem | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
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
