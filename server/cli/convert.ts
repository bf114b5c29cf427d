import { existsSync, renameSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { apply } from '../domain/change.ts'
import { emptyTerritory, type Territory } from '../domain/territory.ts'
import { written } from '../exchange/formats/writing.ts'
import { fileTypes, type WrittenFormat, writtenFormats } from '../exchange/formats/written-formats.ts'
import type { ReadRefusal } from '../exchange/preview.ts'
import { readImport } from '../exchange/recognition/import.ts'
import { sourceSheets } from '../exchange/recognition/source-sheet.ts'
import { readSource } from './files.ts'
import type { Notify } from './notice.ts'
import { Refusal, reasonOf } from './refusal.ts'

export interface ConvertOptions {
  /** By default what the name of the file says. */
  readonly format?: WrittenFormat
  readonly force?: true
  /** The day of what the file gives none; today by default. */
  readonly waveDate?: string
}

export interface Converted {
  readonly file: string
  readonly format: WrittenFormat
  readonly actors: number
  readonly ties: number
  readonly refusals: readonly ReadRefusal[]
}

/**
 * Reads files of any format as one territory and writes it in another. What the files leave open is proposed as in an import; rows that cannot stand are told. Refuses
 * `unknown_format`, `existing_file`, `unreadable_file`, `unwritable_file`.
 */
export async function convertFiles(
  sources: readonly string[],
  target: string,
  { format = formatByName(target), force, waveDate = today() }: ConvertOptions,
  notify: Notify,
): Promise<Converted> {
  if (existsSync(target) && !force) throw new Refusal('existing_file', { file: target })
  const files = await Promise.all(sources.map(readSource))
  const { sheets, unplaced } = await sourceSheets(files)
  for (const { file, kind, count } of unplaced) notify({ code: 'unplaced', details: { file, kind, count } })
  // What our own tables leave open is proposed too: there is nobody to ask.
  const plan = { proposals: 'applied' } as const
  const wave = { id: waveDate, label: waveDate, date: waveDate }
  const { changes, refusals } = readImport(sheets, emptyTerritory(stem(target)), { today: waveDate, wave, plan })
  const territory = after(emptyTerritory(stem(target)), changes)
  await writeWhole(target, await written(territory, format))
  return { file: target, format, actors: territory.actors.size, ties: territory.ties.size, refusals }
}

export function namesFormat(name: string): boolean {
  return formatEnding(name) !== undefined
}

/** The format of a file by the end of its name. Refuses `unknown_format`. */
export function formatByName(name: string): WrittenFormat {
  const found = formatEnding(name)
  if (found) return found
  const endings = writtenFormats.map((format) => fileTypes[format].ending)
  throw new Refusal('unknown_format', { file: name, endings, option: '--format' })
}

/** A file takes its name once it is whole. Refuses `unwritable_file`. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${path}.${process.pid}.part`
  const tidy = () => rmSync(unfinished, { force: true })
  process.once('exit', tidy)
  try {
    await writeFile(unfinished, bytes)
    renameSync(unfinished, path)
  } catch (error) {
    throw new Refusal('unwritable_file', { file: path, reason: reasonOf(error) })
  } finally {
    process.off('exit', tidy)
    tidy()
  }
}

/** The longest end says most: `-kumu.xlsx` is no workbook of ours. */
function formatEnding(name: string): WrittenFormat | undefined {
  return [...writtenFormats]
    .sort((a, b) => fileTypes[b].ending.length - fileTypes[a].ending.length)
    .find((format) => name.toLowerCase().endsWith(fileTypes[format].ending))
}

function after(territory: Territory, changes: Parameters<typeof apply>[1]): Territory {
  const applied = apply(territory, changes)
  if (!applied.ok) throw new Error(`what an import reads does not hold: ${JSON.stringify(applied.refusals[0])}`)
  return applied.territory
}

function stem(file: string): string {
  return basename(file).replace(/\..*$/, '')
}

/** YYYY-MM-DD. */
export function today(): string {
  return new Date().toISOString().slice(0, 10)
}
