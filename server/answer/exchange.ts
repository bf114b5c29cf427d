import { zipSync } from 'fflate'
import type { Change } from '../domain/change.ts'
import type { Territory } from '../domain/territory.ts'
import { readCsv, territoryToCsv } from '../exchange/csv.ts'
import type { People } from '../exchange/tables.ts'
import { Problem } from '../problem.ts'
import type { CommitHead } from '../store/log.ts'
import type { Answer } from '../wire/answer.ts'
import type { ImportedWire, ImportWire } from '../wire/exchange.ts'
import { type Bytes, bytesOf, jsonBytes } from './bytes.ts'

/** Every fact as CSV files, zipped. */
export function zipOf(territory: Territory, people: People): Bytes {
  const files = [...territoryToCsv(territory, people)].map(([name, content]) => [name, bytesOf(content)] as const)
  // One date for all, in local time as zip files keep it: the same territory gives the same bytes.
  return zipSync(Object.fromEntries(files), { mtime: new Date(2000, 0, 1) })
}

/** One noun as a CSV file. Refuses `unknown_file`. */
export function fileOf(territory: Territory, file: string, people: People): Bytes {
  const files = territoryToCsv(territory, people)
  const content = files.get(file)
  if (content === undefined) throw new Problem('unknown_file', { file, known: [...files.keys()] })
  return bytesOf(content)
}

/** Refusals that are told: a file of half a million rows may have one in each cell. */
const mostRefusals = 500

export interface ReadFiles {
  readonly changes: readonly Change[]
  /** The answer, but for the commit. */
  readonly preview: Answer<Omit<ImportedWire, 'commit'>>
}

/** What files would change. @param wave of what names no wave */
export function readFiles(
  territory: Territory,
  files: ImportWire['files'],
  wave: ImportWire['wave'] | null,
): ReadFiles {
  const sources = files.map(({ name, content, encoding }) => ({ name, bytes: Buffer.from(content, encoding) }))
  const { changes, ...read } = readCsv(sources, territory, wave ? { wave } : {})
  const preview = {
    ...read,
    sheets: [],
    names: [],
    named: { new: 0, to_confirm: 0, chosen: 0 },
    wave: { needed: read.refusals.some(({ code }) => code === 'missing_wave'), proposed: null },
    words: [],
    refusals: read.refusals.slice(0, mostRefusals),
    refused: read.refusals.length,
    base: territory.revision,
    changes: changes.length,
  }
  return { changes, preview }
}

export function importedBytes({ preview }: ReadFiles, commit: CommitHead | null): Bytes {
  return jsonBytes({ ...preview, commit })
}
