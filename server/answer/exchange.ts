import type { Change } from '../domain/change.ts'
import type { Territory } from '../domain/territory.ts'
import { type FollowReading, type SourceFile, territoryToCsv } from '../exchange/csv.ts'
import { duplicatesOf, nameOfMerged } from '../exchange/duplicates.ts'
import { zipped } from '../exchange/formats/writing.ts'
import { fileOfFormat, writtenFormats } from '../exchange/formats/written-formats.ts'
import { readImport } from '../exchange/recognition/import.ts'
import { filePreview } from '../exchange/recognition/sheet-preview-of.ts'
import { sourceSheets } from '../exchange/recognition/source-sheet.ts'
import type { People } from '../exchange/tables.ts'
import { Problem } from '../problem.ts'
import type { CommitHead } from '../store/log.ts'
import type { Answer } from '../wire/answer.ts'
import type { DuplicatesWire, ImportedWire, ImportWire } from '../wire/exchange.ts'
import { type Bytes, bytesOf, jsonBytes } from './bytes.ts'
import type { LongFiles } from './long-import.ts'

/** Every fact as CSV files, zipped. */
export function zipOf(territory: Territory, people: People): Bytes {
  return zipped(territoryToCsv(territory, people))
}

/** One noun as a CSV file. Refuses `unknown_file`. */
export function fileOf(territory: Territory, file: string, people: People): Bytes {
  const files = territoryToCsv(territory, people)
  const content = files.get(file)
  if (content === undefined) {
    throw new Problem('unknown_file', { file, known: [...files.keys(), ...writtenFormats.map(fileOfFormat)] })
  }
  return bytesOf(content)
}

/** Pairs that are told: the likeliest. */
const mostPairs = 500

export function duplicatesBytes(territory: Territory): Bytes {
  const pairs = duplicatesOf(territory)
  const told = pairs.slice(0, mostPairs).flatMap((pair) => {
    const [one, other] = pair.actors.map((id) => territory.actors.get(id))
    if (!one || !other) return []
    return { ...pair, names: [nameOfMerged(one, other), nameOfMerged(other, one)] as const }
  })
  const answer: Answer<DuplicatesWire> = { pairs: told, total: pairs.length }
  return jsonBytes(answer)
}

/** Refusals that are told: a file of half a million rows may have one in each cell. */
const mostRefusals = 500

export interface ReadFiles {
  readonly changes: readonly Change[]
  /** The answer, but for the commit. */
  readonly preview: Answer<Omit<ImportedWire, 'commit'>>
}

/** Missing facts that are told: a person agrees to each. */
const mostMissing = 500

/** Names that are told: those to be confirmed go first. */
const mostNames = 1_000

/** Files as a body sends them. */
export function sourcesOf(files: ImportWire['files']): SourceFile[] {
  return files.map(({ name, content, encoding }) => ({ name, bytes: Buffer.from(content, encoding) }))
}

/** What long files would change, see `readLongFiles`: what is missing is not looked for. */
export function longPreview(
  { revision }: Territory,
  { sheets, names, named, words, wave, refusals, refused, unplaced, changes }: LongFiles,
): Answer<Omit<ImportedWire, 'commit'>> {
  return {
    ...{ sheets, named, words: [...words], wave, refused, changes, base: revision },
    names: names.slice(0, mostNames),
    files: sheets.map(filePreview),
    missing: { facts: [], total: 0, used: 0 },
    unplaced: [...unplaced],
    refusals: refusals.slice(0, mostRefusals),
  }
}

/** What files would change. @param today the day of a wave that is proposed, where the files tell none; `YYYY-MM-DD` */
export async function readFiles(
  territory: Territory,
  sources: readonly SourceFile[],
  { wave, plan, show }: Pick<ImportWire, 'wave' | 'plan' | 'show'>,
  today: string,
  follow: FollowReading,
): Promise<ReadFiles> {
  const { sheets, unplaced } = await sourceSheets(sources, follow)
  const asked = { today, ...(wave && { wave }), ...(plan && { plan }), ...(show && { show }) }
  const { changes, refusals, names, missing, ...read } = readImport(sheets, territory, asked)
  const preview = {
    ...read,
    names: names.slice(0, mostNames),
    files: read.sheets.map(filePreview),
    missing: { facts: missing.facts.slice(0, mostMissing), total: missing.facts.length, used: missing.used },
    unplaced,
    refusals: refusals.slice(0, mostRefusals),
    refused: refusals.length,
    base: territory.revision,
    changes: changes.length,
  }
  return { changes, preview }
}

export function importedBytes(preview: ReadFiles['preview'], commit: CommitHead | null): Bytes {
  return jsonBytes({ ...preview, commit })
}
