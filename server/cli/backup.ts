import { existsSync, realpathSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import type { Config, StoreChoice } from '../config.ts'
import { Problem } from '../problem.ts'
import { type Restored, restoreBackup, writeBackup } from '../store/embedded/backup.ts'
import { type Checked, checkFile } from '../store/embedded/check.ts'
import { refusing } from '../store/embedded/database.ts'
import { openEmbeddedStore } from '../store/embedded.ts'
import { Refusal, reasonOf } from './refusal.ts'

/** Copies the store into a new file and reads it whole; the server that holds the store, if one does, makes the copy. */
export async function backUp(target: string, { force = false }: { force?: boolean }, config: Config): Promise<Checked> {
  const file = fileOf(config.store)
  if (existsSync(target) && !force) throw new Refusal('existing_file', { file: target })
  if (!existsSync(file)) throw new Refusal('unreadable_file', { file, reason: 'ENOENT' })
  const place = realpathSync(file)
  if (existsSync(target) && [place, `${place}-wal`].includes(realpathSync(target))) {
    throw new Refusal('store_itself', { file: target })
  }
  try {
    return await writeBackup(target, { replace: force }, (unfinished) => copyOf(file, unfinished, config))
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    throw new Refusal('unwritable_file', { file: target, reason: reasonOf(error) })
  }
}

/** Puts a backup in the place of the store, which nobody may hold. */
export function restore(backup: string, choice: StoreChoice): Restored {
  const file = fileOf(choice)
  if (!existsSync(backup)) throw new Refusal('unreadable_file', { file: backup, reason: 'ENOENT' })
  return refusing(file, () => restoreBackup(backup, file, new Date()))
}

/** Reads all of the store, or of another file, such as a backup. */
export function checkStore(given: string | undefined, choice: () => StoreChoice): { file: string } & Checked {
  const file = given ?? fileOf(choice())
  if (!existsSync(file)) throw new Refusal('unreadable_file', { file, reason: 'ENOENT' })
  return { file, ...checkFile(file) }
}

function fileOf(choice: StoreChoice): string {
  if (choice.kind === 'sqlite') return choice.file
  throw new Refusal('not_a_file_store', { store: choice.url })
}

async function copyOf(file: string, unfinished: string, { host, port }: Config): Promise<void> {
  try {
    await using store = await openEmbeddedStore(file)
    await store.backup(unfinished)
  } catch (error) {
    if (!(error instanceof Problem && error.code === 'store_locked')) throw error
    const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}/`
    const answer = await fetch(new URL('api/backup', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ file }),
    }).catch(() => null)
    if (!answer?.ok || !answer.body) throw new Refusal('held_elsewhere', { file, url })
    await writeFile(unfinished, answer.body)
  }
}
