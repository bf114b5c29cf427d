import { plainText, quotable } from '../../domain/plain-text.ts'
import type { SheetPlace } from '../plan.ts'
import type { FilePreview } from '../preview.ts'
import type {
  CellPreview,
  CellRefusal,
  ColumnPreview,
  RefusalGroup,
  RowPreview,
  RowState,
  SheetPreview,
  ValuePreview,
} from '../sheet-preview.ts'
import { nounOfKind } from './column-meaning.ts'
import type { Proposal } from './facts.ts'
import type { RowFate } from './import.ts'
import type { Understood, UnderstoodColumn, ValuedText } from './understanding.ts'
import { valueKey } from './value-meaning.ts'

/** Rows that a person looks at. */
export interface RowShown extends SheetPlace {
  readonly from: number
  readonly rows: number
  /** Default: all. */
  readonly states?: readonly RowState[]
}

const most = { rows: 100, cells: 20_000, text: 300, aside: 50, groups: 200, values: 200, samples: 4 } as const

/** How a sheet was understood, and what became of its rows. */
export function sheetPreview(
  sheet: Understood,
  {
    fates,
    refusals,
    facts,
    meanings,
    proposals,
    yearly,
    show,
  }: {
    readonly fates: readonly RowFate[]
    readonly refusals: readonly (CellRefusal & { readonly row: number | null })[]
    readonly facts: SheetPreview['facts']
    readonly meanings: SheetPreview['meanings']
    readonly proposals: readonly Proposal[]
    readonly yearly: SheetPreview['yearly']
    readonly show: RowShown | null
  },
): SheetPreview {
  const { file, sheet: name, part, tables = 1 } = sheet.sheet
  const count = (wanted: RowState) => fates.filter(({ state }) => state === wanted).length
  const shown = show?.states ? fates.filter(({ state }) => show.states?.includes(state)) : fates
  const from = show?.from ?? 0
  const rows = Math.min(
    show?.rows ?? most.rows,
    Math.max(1, Math.floor(most.cells / Math.max(1, sheet.columns.length))),
  )
  const { value, by, sure, otherwise } = sheet.kind
  return {
    file,
    sheet: name,
    ...(part && { part }),
    kind: { value, by, sure },
    yearly,
    otherwise,
    header: { row: sheet.header.row?.row ?? null, by: sheet.header.by, sure: sheet.header.sure },
    tables,
    perhapsHeader: sheet.perhapsHeader,
    setAside: sheet.aside.slice(0, most.aside),
    aside: sheet.aside.length,
    closed: sheet.aside.filter(({ why }) => why === 'closed').length,
    columns: sheet.columns.map((column) => columnPreview(column, proposals)),
    meanings,
    counts: {
      read: fates.length,
      new: count('new'),
      changed: count('changed'),
      matched: count('matched'),
      repeated: count('repeated'),
      refused: count('refused'),
      leftOut: count('left_out'),
    },
    facts,
    groups: groupsOf(sheet, fates, refusals),
    rows: { from, total: shown.length, list: shown.slice(from, from + rows).map((fate) => rowPreview(sheet, fate)) },
  }
}

/** The counts of a sheet alone. */
export function filePreview({ file, kind, counts, columns }: SheetPreview): FilePreview {
  const { read, new: created, changed, matched, repeated, refused, leftOut } = counts
  const ignoredColumns = columns.filter(({ holds }) => holds === 'ignored').map(({ header }) => header)
  const noun = nounOfKind[kind.value]
  return { file, noun, rows: read, created, changed, matched, repeated, refused: refused + leftOut, ignoredColumns }
}

function columnPreview(column: UnderstoodColumn, proposals: readonly Proposal[]): ColumnPreview {
  const { key, header, holds, target, by, sure, content, separators, values } = column
  const list = column.index === null ? proposedValues(key, proposals) : [...(values?.values() ?? [])].map(valuePreview)
  list.sort((a, b) => Number(a.sure) - Number(b.sure) || b.count - a.count)
  const texts = [...(content?.values.values() ?? [])]
  return {
    key,
    header: shortened(header),
    added: column.index === null,
    holds,
    target,
    by,
    sure,
    filled: content?.filled ?? 0,
    samples: texts.slice(0, most.samples).map(({ text }) => shortened(text)),
    separators,
    values: list.slice(0, most.values),
    distinct: column.index === null || values ? list.length : texts.length,
  }
}

function valuePreview({ text, count, means, word, by, sure, choices }: ValuedText): ValuePreview {
  return { value: shortened(text), count, means, word, by, sure, ...(choices && { choices }) }
}

/** What the cells of an added column are proposed from; what most of them are made of it. */
function proposedValues(key: string, proposals: readonly Proposal[]): ValuePreview[] {
  const bySource = Map.groupBy(
    proposals.filter((proposal) => proposal.key === key),
    ({ source }) => valueKey(source),
  )
  return [...bySource.values()].flatMap((alike): ValuePreview[] => {
    const byMeaning = [...Map.groupBy(alike, ({ means }) => means).values()].sort((a, b) => b.length - a.length)
    const [usual] = byMeaning[0] ?? []
    if (!usual) return []
    // What differs from row to row goes by the names.
    const by = byMeaning.length > 1 ? 'name' : usual.by
    return [
      { value: shortened(usual.source), count: alike.length, means: usual.means, word: null, by, sure: usual.sure },
    ]
  })
}

/** Refusals alike but for their rows; what is said of the sheet counts every row that falls under it. */
function groupsOf(
  sheet: Understood,
  fates: readonly RowFate[],
  refusals: readonly (CellRefusal & { readonly row: number | null })[],
): RefusalGroup[] {
  const groups = new Map<string, { -readonly [K in keyof RefusalGroup]: RefusalGroup[K] }>()
  const add = (row: number | null, { column, code, got, expected }: CellRefusal, rows: number) => {
    const key = JSON.stringify([column, code, got, expected])
    const group = groups.get(key)
    if (group) {
      group.rows += rows
      return
    }
    const header = column === null ? null : (sheet.columns.find((one) => one.key === column)?.header ?? null)
    groups.set(key, { column, header, code, got, expected, rows, first: row })
  }
  for (const { first, ...flaw } of sheet.flaws) add(first, { column: null, ...flaw }, fates.length)
  const told = new Set(refusals.map(({ row }) => row))
  const untold = sheet.isRefused
    ? 0
    : fates.filter(({ state, row }) => state === 'refused' && !told.has(row.row)).length
  for (const { row, ...refusal } of refusals) add(row, refusal, row === null ? untold : 1)
  return [...groups.values()].sort((a, b) => b.rows - a.rows).slice(0, most.groups)
}

function rowPreview(sheet: Understood, { row, state, refusals, read }: RowFate): RowPreview {
  const edited = new Set(sheet.plan?.cells?.filter((cell) => cell.row === row.row).map(({ column }) => column))
  const written = sheet.written.get(row) ?? row
  const cells = sheet.columns.map(({ key, index }): CellPreview => {
    const meant = read?.get(key)
    const text = index === null ? (meant?.text ?? '') : (written.cells[index] ?? '')
    const said = meant?.read ?? (index === null ? undefined : row.cells[index])
    return {
      text: shortened(text),
      ...(said !== undefined && said !== text && { read: shortened(said) }),
      ...(meant?.proposed && !edited.has(key) && { proposed: true as const }),
      ...(edited.has(key) && { edited: true as const }),
    }
  })
  return { row: row.row, state, cells, refusals }
}

function shortened(text: string): string {
  const plain = plainText(text.slice(0, most.text + 1))
  return quotable(plain.length > most.text ? `${plain.slice(0, most.text)}…` : plain)
}
