import { zipSync } from 'fflate'
import type { Change } from '../domain/change.ts'
import type { Territory } from '../domain/territory.ts'
import { readCsv, territoryToCsv } from '../exchange/csv.ts'
import { pack } from '../packed.ts'
import { Problem } from '../problem.ts'
import type { Packed } from '../store/store.ts'
import type { Answer } from '../wire/answer.ts'
import type { ImportedWire } from '../wire/exchange.ts'
import { type Bytes, bytesOf, joined, jsonBytes } from './bytes.ts'

/** Files as they were sent. */
export interface SentFiles {
  readonly files: readonly { readonly name: string; readonly content: string; readonly encoding: 'utf8' | 'base64' }[]
  /** Of what names no wave. */
  readonly wave: { readonly id: string; readonly label: string; readonly date: string } | null
}

export interface ReadFiles {
  /** JSON of the answer, but for the commit. */
  readonly frame: Bytes
  readonly changes: Packed<readonly Change[]>
  readonly isEmpty: boolean
}

/** @param commit JSON of the commit that was made; null: none was */
export function withCommit({ frame }: ReadFiles, commit: Bytes | null): Bytes {
  return joined(frame.subarray(0, -1), bytesOf(',"commit":'), commit ?? bytesOf('null'), bytesOf('}'))
}

/** Every fact as CSV files, zipped. */
export function zipOf(territory: Territory): Bytes {
  const files = [...territoryToCsv(territory)].map(([name, content]) => [name, bytesOf(content)] as const)
  // One date for all, in local time as zip files keep it: the same territory gives the same bytes.
  return zipSync(Object.fromEntries(files), { mtime: new Date(2000, 0, 1) })
}

/** One noun as a CSV file. Refuses `unknown_file`. */
export function fileOf(territory: Territory, file: string): Bytes {
  const files = territoryToCsv(territory)
  const content = files.get(file)
  if (content === undefined) throw new Problem('unknown_file', { file, known: [...files.keys()] })
  return bytesOf(content)
}

/** Refusals that are told: a file of half a million rows may have one in each cell. */
const mostRefusals = 500

/** What files would change. */
export function importOf(territory: Territory, { files, wave }: SentFiles): ReadFiles {
  const sources = files.map(({ name, content, encoding }) => ({ name, bytes: Buffer.from(content, encoding) }))
  const { changes, ...preview } = readCsv(sources, territory, wave ? { wave } : {})
  const frame: Answer<Omit<ImportedWire, 'commit'>> = {
    ...preview,
    refusals: preview.refusals.slice(0, mostRefusals),
    refused: preview.refusals.length,
    base: territory.revision,
    changes: changes.length,
  }
  return { frame: jsonBytes(frame), changes: pack(changes), isEmpty: changes.length === 0 }
}
