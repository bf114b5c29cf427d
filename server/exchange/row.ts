import { quotable } from '../domain/plain-text.ts'
import type { Noun, Nouns } from '../domain/territory.ts'
import { type CellValue, isBlank, type Meanings, readCell } from './cells.ts'
import { columnOf } from './columns.ts'
import type { Header } from './header.ts'
import type { ReadRefusal } from './preview.ts'
import { columnLetters, type Row } from './tables.ts'

/** What the cells of a row say, by field and by attribute. Undefined: the column is there and the cell empty. */
export interface Statement {
  readonly row: number
  readonly fields: Map<string, CellValue | null | undefined>
  readonly attributes: Map<string, CellValue | undefined>
}

export type RowReading =
  | { readonly statement: Statement; readonly refusals: readonly [] }
  | { readonly statement: null; readonly refusals: readonly RowRefusal[] }
export type RowRefusal = Omit<ReadRefusal, 'file'>

/** Reads every cell of a row, or says of each that cannot be read what was expected there. */
export function readRow(noun: Noun, header: Header, row: Row, meanings: Meanings): RowReading {
  const statement: Statement = { row: row.row, fields: new Map(), attributes: new Map() }
  const refusals: RowRefusal[] = []
  const width = Math.max(header.columns.length, row.cells.length)
  for (let index = 0; index < width; index++) {
    const cell = row.cells[index] ?? ''
    const column = header.columns[index] ?? { name: '', holds: 'nothing', target: '' }
    const refuse = (code: ReadRefusal['code'], expected: ReadRefusal['expected']) =>
      refusals.push({ row: row.row, column: column.name || columnLetters(index), code, got: shown(cell), expected })
    if (column.holds === 'ignored') continue
    if (column.holds === 'nothing') {
      if (isBlank(cell)) continue
      refuse('extra_cell', null)
      // One tells of all: the cells of a row that is cut elsewhere than its header may be many.
      break
    }
    const kind = column.holds === 'field' ? columnOf(noun, column.target).kind : 'value'
    const reading = isBlank(cell) ? blank : readCell(cell, kind, meanings)
    if (!reading.ok) refuse(reading.code, reading.expected)
    else if (column.holds === 'field') statement.fields.set(column.target, reading.value)
    else statement.attributes.set(column.target, reading.value)
  }
  return refusals.length > 0 ? { statement: null, refusals } : { statement, refusals: [] }
}

/** The fact as the statement leaves it: what it says, over what is known already. Needed fields may still be missing. */
export function mergedFact<N extends Noun>(known: Nouns[N] | undefined, statement: Statement): Record<string, unknown> {
  const fact: Record<string, unknown> = { ...known }
  for (const [field, value] of statement.fields) {
    if (value === undefined) delete fact[field]
    else fact[field] = value
  }
  const attributes = new Map(Object.entries((fact.attributes as object | undefined) ?? {}))
  const news = [...statement.attributes].filter(([name, value]) => attributes.get(name) !== value)
  if (news.length === 0) return fact
  for (const [name, value] of news) {
    if (value === undefined) attributes.delete(name)
    else attributes.set(name, value)
  }
  if (attributes.size > 0) fact.attributes = Object.fromEntries(attributes)
  else delete fact.attributes
  return fact
}

/** A cell as a refusal quotes it. */
export function shown(cell: string): string {
  return quotable(cell.length > 200 ? `${cell.slice(0, 199)}…` : cell)
}

const blank = { ok: true, value: undefined } as const
