import { closeSync, copyFileSync, existsSync, fsyncSync, linkSync, openSync, realpathSync, renameSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { type Checked, checkFile } from './check.ts'
import { refuseHeld } from './database.ts'
import { logs, placeOfFile, removeUnfinished, removeWithLogs, unfinishedOf } from './place.ts'

/**
 * Has `write` make a file, reads all of it, and only then gives it its name: a backup is whole or absent. A name that is
 * taken fails with EEXIST, unless it may be replaced.
 */
export async function writeBackup(
  target: string,
  { replace }: { replace: boolean },
  write: (unfinished: string) => Promise<void>,
): Promise<Checked> {
  removeUnfinished(resolve(target))
  const unfinished = unfinishedOf(resolve(target))
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
  const unfinished = unfinishedOf(place)
  try {
    if (existsSync(place)) refuseHeld(place, file)
    placeOfFile(unfinished)
    copyFileSync(realpathSync(backup), unfinished)
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
