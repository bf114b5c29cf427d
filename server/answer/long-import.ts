import type { Territory } from '../domain/territory.ts'
import type { FollowReading, ReadProgress, SourceFile } from '../exchange/csv.ts'
import { isLong, isTableFrom } from '../exchange/long-table.ts'
import type { ImportOptions } from '../exchange/recognition/import.ts'
import { type LongReading, readLongImport } from '../exchange/recognition/long-import.ts'
import { sourceSheets, type UnplacedInFile } from '../exchange/recognition/source-sheet.ts'
import { ChangePacker, type PackedChanges } from '../store/packed-changes.ts'

/** What is told while long files are imported. */
export type ImportProgress = ({ readonly stage: 'reading' } & ReadProgress) | { readonly stage: 'writing' }

/** What files would change of which some are too long to be held as rows. */
export interface LongFiles extends LongReading {
  readonly packed: PackedChanges
  /** How many changes there are. */
  readonly changes: number
  readonly unplaced: readonly UnplacedInFile[]
}

/** Whether files are to be read in parts. */
export function areLong(files: readonly SourceFile[]): boolean {
  return files.some(isLong)
}

/** @param progress told between two parts; what it throws ends the reading */
export async function readLongFiles(
  territory: Territory,
  files: readonly SourceFile[],
  options: Omit<ImportOptions, 'earlier'>,
  progress: FollowReading,
): Promise<LongFiles> {
  const [long, short] = [files.filter(inPartsBeside), files.filter((file) => !inPartsBeside(file))]
  const { sheets, unplaced } = await sourceSheets(short, progress)
  const packer = new ChangePacker()
  const put = packer.take.bind(packer)
  const reading = await readLongImport(sheets, long, territory, { ...options, put, progress })
  const packed = packer.packed(reading.first)
  return { ...reading, packed, changes: packer.count + reading.first.length, unplaced }
}

/** Beside a long table, one of middling length is read in parts too: held as rows it would take most of the memory. */
function inPartsBeside(file: SourceFile): boolean {
  return isTableFrom(file, 1024 * 1024)
}
