import type { Noun } from '../../domain/territory.ts'
import type { ColumnKey } from '../plan.ts'
import type { FilePreview, Preview, ReadRefusal } from '../preview.ts'
import type { RowState, SheetPreview } from '../sheet-preview.ts'
import type { Table } from '../tables.ts'
import type { Understood } from './understanding.ts'

/** A table in our own format, where its rows and cells come from. */
export interface MadeTable {
  readonly table: Table
  /** Null: made of names in cells. */
  readonly sheet: Understood | null
  /** The column of each header. */
  readonly keys: ReadonlyMap<string, ColumnKey | null>
}

/** What is refused in tables, at the sheets, rows and columns that it comes from. */
export function toldAt(tables: readonly MadeTable[], refusals: readonly ReadRefusal[]) {
  return refusals.map(({ file, row, column, code, got, expected }) => {
    const made = tables[Number(file)]
    const key = column === null ? null : (made?.keys.get(column) ?? made?.keys.get(`letters ${column}`) ?? column)
    return { sheet: made?.sheet ?? null, row: row === 0 ? null : row, refusal: { column: key, code, got, expected } }
  })
}

/** What became of the facts of each row that stand. */
export type Standing = ReadonlyMap<Understood, ReadonlyMap<number, readonly RowState[]>>

export function standingRows(tables: readonly MadeTable[], { outcomes }: Preview): Standing {
  const standing = new Map<Understood, Map<number, RowState[]>>()
  for (const { table, sheet } of tables) {
    if (!sheet) continue
    const states = standing.get(sheet) ?? new Map<number, RowState[]>()
    for (const { row, became } of outcomes.get(table.file) ?? []) {
      const list = states.get(row)
      const state = became === 'created' ? 'new' : became
      if (list) list.push(state)
      else states.set(row, [state])
    }
    standing.set(sheet, states)
  }
  return standing
}

/** A row is new when anything in it is. */
export function stateOf(became: readonly RowState[]): RowState {
  return (['new', 'changed', 'matched', 'repeated'] as const).find((state) => became.includes(state)) ?? 'matched'
}

/** How many facts of each noun the tables of a sheet say, and what became of them. */
export function factsOf(
  tables: readonly MadeTable[],
  files: readonly FilePreview[],
  sheet: Understood,
): SheetPreview['facts'] {
  const own = new Set(tables.filter((made) => made.sheet === sheet).map(({ table }) => table.file))
  const byNoun = new Map<
    Noun,
    { -readonly [K in keyof SheetPreview['facts'][number]]: SheetPreview['facts'][number][K] }
  >()
  for (const { file, noun, ignoredColumns: _, ...counts } of files) {
    if (noun === null || !own.has(file)) continue
    const sum = byNoun.get(noun)
    if (!sum) byNoun.set(noun, { noun, ...counts })
    else
      for (const count of ['rows', 'created', 'changed', 'matched', 'repeated', 'refused'] as const)
        sum[count] += counts[count]
  }
  return [...byNoun.values()]
}
