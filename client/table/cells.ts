import type { Change } from '#domain/change.ts'
import { folded } from '#domain/folding.ts'
import { plainLine } from '#domain/plain-text.ts'
import type { Actor } from '#domain/territory.ts'

/** A column of actors that can be written in. */
export interface CellColumn {
  readonly field: CellField
  readonly label: string
  /** What a cell may be; null: any line. */
  readonly options: readonly CellOption[] | null
  /** Whether a cell may be empty. */
  readonly isOptional: boolean
}

export type CellField = 'name' | 'type' | 'sphere' | 'scope' | 'inside' | 'commune'

export interface CellOption {
  readonly id: string
  readonly name: string
  /** Everything else it may be called. */
  readonly also?: readonly string[]
}

export interface CellPlace {
  readonly row: number
  readonly column: number
}

/** The cells between two corners, both included. */
export interface CellRange {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export interface Filled {
  readonly changes: readonly Change[]
  /** How many cells now read otherwise. */
  readonly cells: number
  /** Texts that no cell of their column takes. */
  readonly unread: readonly string[]
}

export function rangeOf(a: CellPlace, b: CellPlace): CellRange {
  return {
    top: Math.min(a.row, b.row),
    bottom: Math.max(a.row, b.row),
    left: Math.min(a.column, b.column),
    right: Math.max(a.column, b.column),
  }
}

/** What a cell shows, as a spreadsheet would have it too. */
export function cellText(actor: Actor, { field, options }: CellColumn): string {
  const value = String(actor[field] ?? '')
  return options ? (options.find(({ id }) => id === value)?.name ?? value) : value
}

/** What a text means in a column: the id of an option, or a plain line; null: nothing. */
export function cellValue(text: string, { options, isOptional }: CellColumn): string | null {
  const line = plainLine(text).trim()
  if (!options) return line === '' && !isOptional ? null : line
  const wanted = folded(line)
  const found = options.find(({ id, name, also = [] }) => [id, name, ...also].some((each) => folded(each) === wanted))
  return found && wanted !== '' ? found.id : null
}

/** What a spreadsheet puts on the clipboard: lines of cells parted by tabs; a cell within quotes may hold both. */
export function clipboardCells(text: string): string[][] {
  const rows: string[][] = [[]]
  const cell = /"((?:[^"]|"")*)"(?=\t|\r?\n|$)|([^\t\r\n]*)/y
  let at = 0
  while (at <= text.length) {
    cell.lastIndex = at
    const [whole = '', quoted, bare = ''] = cell.exec(text) ?? []
    rows.at(-1)?.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'))
    at += whole.length
    const [end] = /^(?:\t|\r?\n|\r)/.exec(text.slice(at)) ?? []
    if (end === undefined) break
    at += end.length
    if (end !== '\t') {
      if (at === text.length) break
      rows.push([])
    }
  }
  return rows
}

/** Cells as a spreadsheet takes them. */
export function clipboardText(actors: readonly Actor[], columns: readonly CellColumn[], range: CellRange): string {
  const quote = (text: string) => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return actors
    .slice(range.top, range.bottom + 1)
    .map((actor) =>
      columns
        .slice(range.left, range.right + 1)
        .map((column) => quote(cellText(actor, column)))
        .join('\t'),
    )
    .join('\n')
}

/**
 * What writing a block of texts into cells changes: from the corner of the range on, and repeated over it where the range
 * is a multiple of the block, as spreadsheets do. What stands beyond the last row or column is left out.
 */
export function filled(
  actors: readonly Actor[],
  columns: readonly CellColumn[],
  range: CellRange,
  block: readonly (readonly string[])[],
): Filled {
  const high = block.length
  const wide = Math.max(...block.map((row) => row.length))
  const rows = repeats(range.bottom - range.top + 1, high)
  const across = repeats(range.right - range.left + 1, wide)
  const changed = new Map<number, Actor>()
  const unread = new Set<string>()
  let cells = 0
  for (let r = 0; r < rows; r++) {
    const row = range.top + r
    const actor = actors[row]
    if (!actor) continue
    for (let c = 0; c < across; c++) {
      const column = columns[range.left + c]
      const text = block[r % high]?.[c % wide]
      if (!column || text === undefined) continue
      const value = cellValue(text, column)
      if (value === null) {
        unread.add(text.trim())
        continue
      }
      const now = changed.get(row) ?? actor
      if (value === String(now[column.field] ?? '')) continue
      changed.set(row, written(now, column.field, value))
      cells++
    }
  }
  return { changes: [...changed.values()].map((value) => ({ put: 'actor', value })), cells, unread: [...unread] }
}

/** The same value for some actors. */
export function settingAll(actors: readonly Actor[], field: CellField, value: string): Change[] {
  return actors
    .filter((actor) => String(actor[field] ?? '') !== value)
    .map((actor) => ({ put: 'actor', value: written(actor, field, value) }))
}

function written(actor: Actor, field: CellField, value: string): Actor {
  if (field === 'inside') return { ...actor, inside: value === 'true' }
  if (field !== 'commune' || value !== '') return { ...actor, [field]: value }
  const { commune: _, ...without } = actor
  return without
}

function repeats(length: number, block: number): number {
  return length > block && length % block === 0 ? length : block
}
