import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { StoreChoice } from '../config.ts'
import { territoryToCsv } from '../exchange/csv.ts'
import { openStore } from '../main.ts'
import { Refusal, reasonOf } from './refusal.ts'

export interface ExportOptions {
  readonly revision?: number
  readonly force?: true
}

export interface Exported {
  readonly territory: string
  readonly revision: number
  readonly files: readonly string[]
}

/** Writes a territory as CSV files into a folder, made when it is missing. */
export async function exportTerritory(
  id: string,
  folder: string,
  { revision, force }: ExportOptions,
  choice: StoreChoice,
): Promise<Exported> {
  await using store = await openStore(choice)
  const territory = await store.load(id, revision)
  const files = [...territoryToCsv(territory)].map(([name, text]) => ({ path: join(folder, name), text }))
  const existing = files.find(({ path }) => existsSync(path))
  if (existing && !force) throw new Refusal('existing_file', { file: existing.path })
  try {
    await mkdir(folder, { recursive: true })
    for (const { path, text } of files) await writeFile(path, text)
  } catch (error) {
    throw new Refusal('unwritable_file', { file: folder, reason: reasonOf(error) })
  }
  return { territory: id, revision: territory.revision, files: files.map(({ path }) => path) }
}
