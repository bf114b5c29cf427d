import type { FollowReading, SourceFile } from '../csv.ts'
import { filesOfArchive } from '../formats/archive.ts'
import type { Unplaced } from '../formats/network.ts'
import { type Merge, readSheets } from '../formats/sheets.ts'
import type { SheetPlace } from '../plan.ts'
import type { Row, Table } from '../tables.ts'

/** A sheet of a file as it was read: rows of texts, nothing understood yet. */
export interface SourceSheet extends SheetPlace {
  readonly rows: readonly Row[]
  /** Nobody sees it: lists that others choose from, remains. */
  readonly hidden?: true
  /** Columns of the sheet before the first of its rows. */
  readonly left?: number
  /** How many tables stand on it, where they are several. */
  readonly tables?: number
  /** Rows that Maillage wrote for people to read, apart from the others. */
  readonly aside?: readonly Row[]
  readonly flaw?: Table['flaw']
}

/** What a file says besides that no territory has a place for. */
export interface UnplacedInFile extends Unplaced {
  readonly file: string
}

/** The sheets of files of any format, in their order, archives opened; a file that cannot be read is a sheet with a flaw. @param follow see `readSheets` */
export async function sourceSheets(
  files: readonly SourceFile[],
  follow?: FollowReading,
): Promise<{ readonly sheets: readonly SourceSheet[]; readonly unplaced: readonly UnplacedInFile[] }> {
  const sheets: SourceSheet[] = []
  const unplaced: UnplacedInFile[] = []
  for (const source of files.flatMap((file) => filesOfArchive(file) ?? [file])) {
    const book = await readSheets(source, follow)
    for (const one of book.unplaced) unplaced.push({ file: book.file, ...one })
    if (book.flaw) sheets.push({ file: book.file, sheet: null, rows: [], flaw: book.flaw })
    for (const { name, rows, merges, hidden, aside, flaw } of book.sheets) {
      sheets.push({
        file: book.file,
        sheet: name === '' ? null : name,
        rows: withMerges(rows, merges),
        ...(hidden && { hidden }),
        ...(aside && { aside }),
        ...(flaw && { flaw }),
      })
    }
  }
  return { sheets, unplaced }
}

/** What tells a sheet from all others of an import. */
export function placeKey({ file, sheet, part }: SheetPlace): string {
  return JSON.stringify([file, sheet, part?.rows, part?.columns])
}

/** Cells merged downwards say the same of every row; across, they are a title. */
function withMerges(rows: readonly Row[], merges: readonly Merge[]): readonly Row[] {
  const down = merges.filter((merge) => merge.rows > 1 && merge.columns === 1)
  if (down.length === 0) return rows
  const cellsOf = new Map(rows.map(({ row, cells }) => [row, [...cells]]))
  for (const { row, rows: height, column } of down) {
    const text = cellsOf.get(row)?.[column] ?? ''
    for (let below = row + 1; text !== '' && below < row + height; below++) {
      const cells = cellsOf.get(below)
      // A row that is otherwise empty is none.
      if (!cells) continue
      while (cells.length < column) cells.push('')
      if ((cells[column] ?? '') === '') cells[column] = text
    }
  }
  return rows.map(({ row }) => ({ row, cells: cellsOf.get(row) ?? [] }))
}
