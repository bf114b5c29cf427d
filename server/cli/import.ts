import { randomUUID } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import { basename, join, parse, resolve } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { areLong, type ImportProgress, type LongFiles, readLongFiles } from '../answer/long-import.ts'
import type { StoreChoice } from '../config.ts'
import { emptyTerritory, type Territory, type Wave } from '../domain/territory.ts'
import type { Basis } from '../domain/vocabulary.ts'
import type { ReadProgress, SourceFile } from '../exchange/csv.ts'
import { isLong, longLimits } from '../exchange/long-table.ts'
import type { NameChoice, Plan } from '../exchange/plan.ts'
import { fileLimits, type Preview } from '../exchange/preview.ts'
import { type ImportReading, readImport } from '../exchange/recognition/import.ts'
import { filePreview } from '../exchange/recognition/sheet-preview-of.ts'
import { sourceSheets, type UnplacedInFile } from '../exchange/recognition/source-sheet.ts'
import { openStore } from '../open-store.ts'
import { Problem } from '../problem.ts'
import type { Commit, Store } from '../store/store.ts'
import { planSchema } from '../wire/exchange.ts'
import { territoryIdSchema } from '../wire/record.ts'
import { readBytes } from './files.ts'
import type { Notify } from './notice.ts'
import { Refusal, reasonOf } from './refusal.ts'

export interface ImportOptions {
  /** Default: the name of the folder, or of the file. */
  readonly territory?: string
  /** The wave of what names none. */
  readonly wave?: string
  readonly waveLabel?: string
  readonly waveDate?: string
  /** What it rests on; default: documents. */
  readonly waveBasis?: Basis
  /** A file of JSON: what was decided of the files, see `server/exchange/plan.ts`. */
  readonly plan?: string
  /** Guesses that are not sure are applied too. */
  readonly yes?: true
  /** Removes what tables in our own format hold no more. */
  readonly removeMissing?: true
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
  /** How each table was understood. */
  readonly sheets: ImportReading['sheets']
  readonly names: ImportReading['names']
  /** What the territory holds and tables in our own format do not; removed if that was asked. */
  readonly missing: ImportReading['missing']
  /** What files of other tools say that a territory has no place for. */
  readonly unplaced: readonly UnplacedInFile[]
}

/** Who waits for an import. */
export interface ImportFollower {
  readonly notify: Notify
  readonly progress: (progress: ImportProgress) => void
  /** Aborts when nothing is to be written any more. */
  readonly signal: AbortSignal
}

/**
 * Imports files of any format, and those of folders, into a territory, made when it is missing. Tables in our own format mean what they say; of others only
 * guesses that are sure are applied, unless all of them are accepted.
 */
export async function importPaths(
  paths: readonly string[],
  options: ImportOptions,
  choice: StoreChoice,
  { notify, progress, signal }: ImportFollower,
): Promise<Imported> {
  const files = (await Promise.all(paths.map(filesAt))).flat()
  const [only = '', ...others] = paths
  if (options.territory === undefined && others.length > 0) {
    throw new Refusal('needs_option', { option: paths.join(' '), needs: '--territory' })
  }
  const id = options.territory ?? parse(resolve(only)).name
  if (!territoryIdSchema.safeParse(id).success) {
    throw new Refusal('bad_value', { option: '--territory', got: id, expected: 'a-z 0-9 -' })
  }
  await using store = await openStore(choice)
  const territory = await loadOrNew(store, id)
  const wave = waveOf(options, territory)
  const plan: Plan = {
    proposals: options.yes ? 'applied' : 'refused',
    ...(options.removeMissing && { missing: 'removed' }),
    ...(options.plan === undefined ? {} : await planIn(options.plan)),
  }
  const today = new Date().toISOString().slice(0, 10)
  const told = (unplaced: readonly UnplacedInFile[]) => {
    for (const { file, kind, count } of unplaced) notify({ code: 'unplaced', details: { file, kind, count } })
  }
  const follow = async (at: ReadProgress) => {
    progress({ stage: 'reading', ...at })
    // What comes from outside, such as a signal, is heard meanwhile.
    await setImmediate()
    signal.throwIfAborted()
  }
  if (areLong(files)) {
    if (options.removeMissing) throw new Refusal('not_together', { option: '--remove-missing', other: longName(files) })
    const asked = { plan, today, ...(wave && { wave }) }
    const read = await readLongFiles(territory, files, asked, follow)
    told(read.unplaced)
    return await importedLong(store, territory, read, options, { progress, signal })
  }
  const { sheets, unplaced } = await sourceSheets(files, follow)
  told(unplaced)
  const reading = (names: Plan['names']) =>
    readImport(sheets, territory, { plan: { ...plan, names: names ?? [] }, today, ...(wave && { wave }) })
  const asked = reading(plan.names)
  const accepted = options.yes ? asked.names.flatMap(acceptedName) : []
  const read = accepted.length === 0 ? asked : reading([...(plan.names ?? []), ...accepted])
  const { refusals, changes, missing } = read
  const previews = read.sheets.map(filePreview)
  const preview = {
    territory: id,
    files: previews,
    refusals,
    sheets: read.sheets,
    names: read.names,
    missing,
    unplaced,
  }
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
  signal.throwIfAborted()
  const commit: Commit =
    territory.revision === 0 ? await store.create(id, draft) : await store.commit(id, territory.revision, draft)
  return { ...preview, revision: commit.revision }
}

/** Commits what was read in parts, unless it is refused or only to be seen. */
async function importedLong(
  store: Store,
  { id, revision }: Territory,
  read: LongFiles,
  options: ImportOptions,
  { progress, signal }: Pick<ImportFollower, 'progress' | 'signal'>,
): Promise<Imported> {
  const { sheets, names, refusals, refused, unplaced, packed, changes } = read
  const files = sheets.map(filePreview)
  const preview = { territory: id, files, refusals, sheets, names, missing: { facts: [], used: 0 }, unplaced }
  if (options.preview) return { ...preview, revision: null }
  if (refused > 0 && !options.partial)
    throw new Refusal('refused_rows', { rows: files.reduce((sum, file) => sum + file.refused, 0), refusals })
  if (changes === 0) return { ...preview, revision: null }
  progress({ stage: 'writing' })
  const draft = {
    key: randomUUID(),
    author: options.author ?? null,
    at: new Date().toISOString(),
    origin: 'import' as const,
    packed,
  }
  return { ...preview, revision: (await store.commitLong(id, revision, draft, signal)).revision }
}

function longName(files: readonly SourceFile[]): string {
  return files.find(isLong)?.name ?? ''
}

/** A name that is another's but for its spelling or its legal form, where no other is like it: the rest is for a person to decide. */
function acceptedName({ name, state, candidates }: ImportReading['names'][number]): NameChoice[] {
  const [only, another] = candidates
  const isSame = only?.reasons.every((reason) => reason === 'spelling' || reason === 'legal_form')
  return state === 'to_confirm' && only && isSame && !another ? [{ name, is: only.id ?? only.name }] : []
}

async function planIn(file: string): Promise<Plan> {
  const bytes = await readBytes(file, fileLimits.bytes)
  const text = Buffer.from(bytes).toString('utf8')
  const parsed = planSchema.safeParse(jsonOr(text))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new Refusal('bad_value', {
    option: '--plan',
    got: issue?.path.join('.') || file,
    expected: issue?.message ?? 'JSON',
  })
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** What is read of a folder; a file that is named is read whatever it is called. */
const readable = /\.(csv|tsv|txt|xlsx|xlsm|xlsb|xls|ods|json|graphml|gexf|gml|net|paj|dl|vna|zip|gephi)$/i

/** A file, « - » for standard input, or what a folder holds. Refuses `unreadable_file`, `file_too_large`, `no_table`. */
async function filesAt(path: string): Promise<readonly SourceFile[]> {
  if (!(await isFolder(path))) return [await fileAt(path)]
  const names = (await readdir(path)).filter((name) => readable.test(name)).sort()
  if (names.length === 0) throw new Refusal('no_table', { folder: path })
  return await Promise.all(names.map((name) => fileAt(join(path, name))))
}

/** A table of text may be longer than what has to be held whole. */
async function fileAt(path: string): Promise<SourceFile> {
  const file = { name: basename(path), bytes: await readBytes(path, longLimits.bytes) }
  if (file.bytes.length <= fileLimits.bytes || isLong(file)) return file
  throw new Refusal('file_too_large', { file: path, most: fileLimits.bytes })
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return path !== '-' && (await stat(path)).isDirectory()
  } catch (error) {
    throw new Refusal('unreadable_file', { file: path, reason: reasonOf(error) })
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
  { wave, waveLabel, waveDate, waveBasis }: ImportOptions,
  territory: Territory,
): (Pick<Wave, 'id' | 'label' | 'date'> & Partial<Pick<Wave, 'basis'>>) | null {
  if (wave === undefined) return null
  const known = territory.waves.get(wave)
  if (known) return known
  if (waveDate === undefined) throw new Refusal('needs_option', { option: `--wave ${wave}`, needs: '--wave-date' })
  return { id: wave, label: waveLabel ?? wave, date: waveDate, ...(waveBasis && { basis: waveBasis }) }
}
