import { randomUUID } from 'node:crypto'
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { dirname, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type Checked, checkFile } from './check.ts'
import { problemOf } from './database.ts'
import { placeOfFile } from './place.ts'

/** What SQLite may have put beside a file. */
const logs = ['-wal', '-journal', '-shm'] as const

/**
 * Has `write` make a file, reads all of it, and only then gives it its name: a backup is whole or absent. A name that is
 * taken fails with EEXIST, unless it may be replaced.
 */
export async function writeBackup(
  target: string,
  { replace }: { replace: boolean },
  write: (unfinished: string) => Promise<void>,
): Promise<Checked> {
  const unfinished = `${resolve(target)}.${randomUUID()}.unfinished`
  try {
    await write(unfinished)
    const found = checkFile(unfinished)
    sync(unfinished)
    // Linking refuses a name that is taken, where renaming would replace it.
    if (replace) renameSync(unfinished, target)
    else linkSync(unfinished, target)
    syncFolder(dirname(resolve(target)))
    return found
  } finally {
    removeWithLogs(unfinished)
  }
}

export interface Restored extends Checked {
  /** Where what was replaced is now, its log beside it; null when there was nothing. */
  readonly aside: string | null
}

/**
 * Puts a copy of a backup in the place of a store. The backup is read whole first; what it replaces is kept beside, with
 * its log. Refuses `store_locked` while somebody holds the store, `store_corrupt` for a damaged backup.
 */
export function restoreBackup(backup: string, file: string, now: Date): Restored {
  const place = existsSync(file) ? realpathSync(file) : resolve(file)
  const unfinished = `${place}.${randomUUID()}.unfinished`
  try {
    refuseHeld(place, file)
    placeOfFile(unfinished)
    copyFileSync(placeOfFile(backup), unfinished)
    if (existsSync(`${backup}-wal`)) copyFileSync(`${backup}-wal`, `${unfinished}-wal`)
    const found = checkFile(unfinished)
    sync(unfinished)
    const aside = existsSync(place) ? `${place}.${now.toISOString().replace(/[:.]/g, '-')}.aside` : null
    if (aside) copyFileSync(place, aside)
    for (const log of logs) {
      if (existsSync(`${place}${log}`)) renameSync(`${place}${log}`, `${aside ?? `${place}.aside`}${log}`)
    }
    renameSync(unfinished, place)
    syncFolder(dirname(place))
    return { ...found, aside }
  } finally {
    removeWithLogs(unfinished)
  }
}

/** A file too damaged to say whether it is held is held by nobody: whoever holds one could read it. */
function refuseHeld(place: string, file: string): void {
  if (!existsSync(place)) return
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

function sync(path: string): void {
  const descriptor = openSync(path, 'r+')
  fsyncSync(descriptor)
  closeSync(descriptor)
}

function syncFolder(path: string): void {
  // Windows opens no folders, and writes names at once.
  if (process.platform === 'win32') return
  const descriptor = openSync(path, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}

function removeWithLogs(file: string): void {
  for (const part of ['', ...logs]) rmSync(`${file}${part}`, { force: true })
}
