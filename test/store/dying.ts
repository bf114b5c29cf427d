/**
 * Preloaded into a process and its threads: the process kills itself when one of them is about to make commit number
 * DIES_AT of SQLite, counted from 1 in that thread, or has made it when DIES_AFTER is set. The store itself runs as it is.
 */
import { DatabaseSync } from 'node:sqlite'

const exec = DatabaseSync.prototype.exec
const fatal = Number(process.env.DIES_AT)
let commits = 0

DatabaseSync.prototype.exec = function mortal(sql: string): void {
  if (sql === 'COMMIT') commits += 1
  const isFatal = sql === 'COMMIT' && commits === fatal
  if (isFatal && !process.env.DIES_AFTER) process.kill(process.pid, 'SIGKILL')
  exec.call(this, sql)
  if (isFatal) process.kill(process.pid, 'SIGKILL')
}
