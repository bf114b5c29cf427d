import { existsSync, renameSync, rmSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { exportOf } from '../answer/export.ts'
import type { AskedPerimeter } from '../answer/perimeter.ts'
import { type AskedTable, tableAsked } from '../answer/shown-table.ts'
import { Snapshot } from '../answer/snapshot.ts'
import type { StoreChoice } from '../config.ts'
import type { Coloring } from '../drawing/categories.ts'
import { territoryToCsv } from '../exchange/csv.ts'
import type { WrittenFormat } from '../exchange/formats/written-formats.ts'
import { openStore } from '../open-store.ts'
import { makeFolder } from '../store/embedded/place.ts'
import { refuseStaging } from '../store/store.ts'
import { tableFormats } from '../wire/table.ts'
import { formatByName, writeWhole } from './convert.ts'
import { diagnoseTerritory } from './diagnose.ts'
import { Refusal, reasonOf } from './refusal.ts'

export interface ExportOptions {
  readonly revision?: number
  readonly force?: true
  /** What is personal too. */
  readonly people?: true
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
  { revision, force, people }: ExportOptions,
  choice: StoreChoice,
): Promise<Exported> {
  refuseStaging(id)
  await using store = await openStore(choice)
  const territory = await store.load(id, revision)
  const files = [...territoryToCsv(territory, people ? 'named' : 'left out')].map(([name, text]) => ({
    path: join(folder, name),
    text,
  }))
  const existing = files.find(({ path }) => existsSync(path))
  if (existing && !force) throw new Refusal('existing_file', { file: existing.path })
  try {
    await writeTogether(folder, files)
  } catch (error) {
    throw new Refusal('unwritable_file', { file: folder, reason: reasonOf(error) })
  }
  return { territory: id, revision: territory.revision, files: files.map(({ path }) => path) }
}

export interface FileExportOptions extends ExportOptions {
  readonly format?: WrittenFormat
  /** What is exported; nothing of it: everything. */
  readonly perimeter?: AskedPerimeter
  /** The findings of the wave too, in a workbook. */
  readonly findings?: true
  /** What colours actors where a format has colours. */
  readonly color: Coloring
}

/** Writes a territory as one file, whole or what a perimeter holds of it. Refuses `existing_file`, `unwritable_file`, `unknown_wave`. */
export async function exportToFile(
  id: string,
  file: string,
  { revision, force, people, perimeter, findings, color, format = formatByName(file) }: FileExportOptions,
  choice: StoreChoice,
): Promise<Exported> {
  refuseStaging(id)
  const asksNetwork = Object.values(perimeter ?? {}).some((value) => value !== undefined)
  const diagnosed =
    findings && format === 'xlsx' ? await diagnoseTerritory(id, { ...wavePart(perimeter) }, choice) : null
  await using store = await openStore(choice)
  const snapshot = new Snapshot(await store.load(id, revision))
  if (existsSync(file) && !force) throw new Refusal('existing_file', { file })
  const asked = {
    format,
    people: people ? 'named' : 'left out',
    perimeter: asksNetwork ? (perimeter ?? null) : null,
    looks: { color, size: 'degree' },
    diagnosis: diagnosed?.diagnosis ?? null,
    positions: await store.positions(id),
  } as const
  await writeWhole(file, await exportOf(snapshot, asked))
  return { territory: id, revision: snapshot.territory.revision, files: [file] }
}

export type TableExportOptions = Pick<ExportOptions, 'revision' | 'force'> & AskedTable

/** Writes the table of a perimeter. Refuses `unknown_format`, `existing_file`, `unwritable_file`, `unknown_wave`, `unknown_word`, `unknown_column`. */
export async function exportTable(
  id: string,
  file: string,
  { revision, force, ...asked }: TableExportOptions,
  choice: StoreChoice,
): Promise<Exported> {
  refuseStaging(id)
  const format = tableFormats.find((each) => file.toLowerCase().endsWith(`.${each}`))
  if (!format)
    throw new Refusal('unknown_format', { file, endings: tableFormats.map((each) => `.${each}`), option: null })
  if (existsSync(file) && !force) throw new Refusal('existing_file', { file })
  await using store = await openStore(choice)
  const snapshot = new Snapshot(await store.load(id, revision))
  await writeWhole(file, await tableAsked(snapshot, { ...asked, format }))
  return { territory: id, revision: snapshot.territory.revision, files: [file] }
}

function wavePart(perimeter: AskedPerimeter | undefined): { wave?: string } {
  return perimeter?.wave === undefined ? {} : { wave: perimeter.wave }
}

/** Files take their names once all are written: a full disk or Ctrl+C leaves what was there as it was. */
async function writeTogether(folder: string, files: readonly { path: string; text: string }[]): Promise<void> {
  makeFolder(folder)
  const unfinished = await mkdtemp(join(folder, '.maillage-'))
  const tidy = () => rmSync(unfinished, { recursive: true, force: true })
  process.once('exit', tidy)
  try {
    const written = (path: string) => join(unfinished, basename(path))
    for (const { path, text } of files) await writeFile(written(path), text)
    for (const { path } of files) renameSync(written(path), path)
  } finally {
    process.off('exit', tidy)
    tidy()
  }
}
