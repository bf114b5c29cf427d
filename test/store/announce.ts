/**
 * Preloaded into a process and its threads: says on standard output what SQLite is about to do, at once and without a
 * buffer, so that whoever kills the process knows where it was. The store itself runs as it is.
 */
import { writeSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

const exec = DatabaseSync.prototype.exec

DatabaseSync.prototype.exec = function announced(sql: string): void {
  if (sql === 'COMMIT') say('committing')
  if (sql.startsWith('PRAGMA wal_checkpoint')) say('checkpointing')
  exec.call(this, sql)
  if (sql === 'BEGIN IMMEDIATE') say('writing')
  if (sql === 'COMMIT' || sql.startsWith('PRAGMA wal_checkpoint')) say('resting')
}

function say(word: string): void {
  writeSync(1, `${word}\n`)
}
