import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import type { StoreChoice } from '../config.ts'
import { emptyTerritory, type Territory, type Wave } from '../domain/territory.ts'
import { readCsv, type SourceFile } from '../exchange/csv.ts'
import { fileLimits, type Preview } from '../exchange/preview.ts'
import { openStore } from '../main.ts'
import { Problem } from '../problem.ts'
import type { Commit, Store } from '../store/store.ts'
import { territoryIdSchema } from '../wire/record.ts'
import { readBytes } from './files.ts'
import { Refusal, reasonOf } from './refusal.ts'

export interface ImportOptions {
  /** Default: the name of the folder. */
  readonly territory?: string
  /** The wave of what names none. */
  readonly wave?: string
  readonly waveLabel?: string
  readonly waveDate?: string
  readonly author?: string
  readonly preview?: true
  /** Import the good rows even when others are refused. */
  readonly partial?: true
}

export interface Imported {
  readonly territory: string
  /** Null when nothing was to change, or after a preview. */
  readonly revision: number | null
  readonly files: Preview['files']
  readonly refusals: Preview['refusals']
}

/** Imports the CSV files of a folder into a territory, made when it is missing. */
export async function importFolder(folder: string, options: ImportOptions, choice: StoreChoice): Promise<Imported> {
  const files = await tablesIn(folder)
  const id = options.territory ?? basename(resolve(folder))
  if (!territoryIdSchema.safeParse(id).success) {
    throw new Refusal('bad_value', { option: '--territory', got: id, expected: 'a-z 0-9 -' })
  }
  await using store = await openStore(choice)
  const territory = await loadOrNew(store, id)
  const wave = waveOf(options, territory)
  const { files: previews, refusals, changes } = readCsv(files, territory, wave ? { wave } : {})
  const preview = { territory: id, files: previews, refusals }
  if (options.preview) return { ...preview, revision: null }
  if (refusals.length > 0 && !options.partial) {
    throw new Refusal('refused_rows', { rows: previews.reduce((sum, { refused }) => sum + refused, 0), refusals })
  }
  if (changes.length === 0) return { ...preview, revision: null }
  const draft = {
    key: randomUUID(),
    author: options.author ?? null,
    at: new Date().toISOString(),
    origin: 'import' as const,
    changes,
  }
  const commit: Commit =
    territory.revision === 0 ? await store.create(id, draft) : await store.commit(id, territory.revision, draft)
  return { ...preview, revision: commit.revision }
}

/** Workbooks too: one that is refused by name is seen, one that is passed over is not. */
const tables = /\.(csv|tsv|xlsx|xls|ods)$/i

async function tablesIn(folder: string): Promise<SourceFile[]> {
  const names = (await namesIn(folder)).filter((name) => tables.test(name)).sort()
  if (names.length === 0) throw new Refusal('no_csv', { folder })
  const read = async (name: string) => ({ name, bytes: await readBytes(join(folder, name), fileLimits.bytes) })
  return await Promise.all(names.map(read))
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    throw new Refusal('unreadable_file', { file: folder, reason: reasonOf(error) })
  }
}

async function loadOrNew(store: Store, id: string): Promise<Territory> {
  try {
    return await store.load(id)
  } catch (error) {
    if (error instanceof Problem && error.code === 'unknown_territory') return emptyTerritory(id)
    throw error
  }
}

/** A wave the territory knows keeps its label and date; a new one must bring a date. */
function waveOf(
  { wave, waveLabel, waveDate }: ImportOptions,
  territory: Territory,
): Pick<Wave, 'id' | 'label' | 'date'> | null {
  if (wave === undefined) return null
  const known = territory.waves.get(wave)
  if (known) return known
  if (waveDate === undefined) throw new Refusal('needs_option', { option: `--wave ${wave}`, needs: '--wave-date' })
  return { id: wave, label: waveLabel ?? wave, date: waveDate }
}
