import { folded } from '../../domain/folding.ts'
import { plainLine } from '../../domain/plain-text.ts'
import { writtenNumber } from '../numbers.ts'
import type { Plan } from '../plan.ts'
import { columnLetters, isEmptyRow, type Row } from '../tables.ts'
import { columnContents } from './column-content.ts'
import { areMarks, headerNames, headerRow, isDay, isHeaderCell, isMark, isNamedBeneath, said } from './header-row.ts'
import { isNoteOrTotal } from './set-aside.ts'
import { ownNoun, sheetKind } from './sheet-kind.ts'
import { placeKey, type SourceSheet } from './source-sheet.ts'
import { yearsIn } from './yearly-waves.ts'

/**
 * The tables of a sheet, which may stand one under the other or side by side, each with its header. One, as long as it is not sure that there are
 * several, where the plan says something of the sheet as a whole, or where we wrote it.
 */
export function tablesOfSheet(sheet: SourceSheet, plan: Plan): readonly SourceSheet[] {
  if (sheet.hidden || isOurs(sheet)) return [sheet]
  const tables = partsOf(sheet)
  const isOne = plan.sheets?.some((one) => placeKey(one) === placeKey(sheet))
  return isOne && tables.length > 1 ? [{ ...sheet, tables: tables.length }] : tables
}

/** Whether it is one of those we write, which hold one table whatever stands in it. */
function isOurs(sheet: SourceSheet): boolean {
  const { row } = headerRow(sheet.rows)
  return row !== null && ownNoun(sheet, columnContents([], headerNames(row, sheet.rows, row.cells.length))) !== null
}

function partsOf(sheet: SourceSheet): readonly SourceSheet[] {
  const stack = stacked(sheet.rows)
  const tables = stack.flatMap((rows): Pick<SourceSheet, 'rows' | 'left' | 'part'>[] => {
    const blocks = abreast(rows)
    if (blocks.length === 1) return [{ rows }]
    return blocks.map(([first, last]) => ({
      rows: sliced(rows, [first, last]),
      left: first,
      part: { columns: [columnLetters(first), columnLetters(last)] },
    }))
  })
  if (tables.length === 1) return [sheet]
  const { aside, flaw, ...place } = sheet
  return tables.map((table, index): SourceSheet => {
    const filled = table.rows.filter((row) => !isEmptyRow(row))
    const from = filled[0]?.row ?? 0
    return {
      ...place,
      ...table,
      tables: tables.length,
      part: { ...(stack.length > 1 && { rows: [from, filled.at(-1)?.row ?? from] }), ...table.part },
      ...(aside && index === 0 && { aside }),
      ...(flaw && index === tables.length - 1 && { flaw }),
    }
  })
}

/** A row that may be the header of another table among those of one; null: there is none. */
export function rowOfAnotherTable(rows: readonly Row[], header: Row | null): number | null {
  if (!header) return null
  const above = rows.indexOf(header)
  const opening = new Set(openings(rows))
  const places = [...opening, ...rows.slice(0, most.looked).flatMap((row, at) => (beginsAsHeader(row) ? [at] : []))]
  for (const at of places.sort((a, b) => a - b)) {
    if (at <= above + 1) continue
    const { row, beneath } = underTitles(rows, at)
    if (!row || isRepeated(row, header) || !isDataOf(beneath)) continue
    const isOther = isAlone(rows[at]) || row.cells.filter(said).length !== header.cells.filter(said).length
    const may = isHeader(row, beneath) || (opening.has(at) && isOther && mayBeHeader(row, beneath))
    if (may && !comesAgain(row, sampleOf(rows, above + 1, at))) return row.row
  }
  return null
}

/** Places at which another table is looked for in one sheet, and rows that tell what its columns hold. */
const most = { openings: 300, looked: 200, sampled: 200, titles: 3, blocks: 12 } as const

/** The rows of each of the tables that stand one under the other. */
function stacked(rows: readonly Row[]): (readonly Row[])[] {
  const cuts: number[] = []
  let header: number | null = null
  for (const at of openings(rows)) {
    const { row, place, beneath } = underTitles(rows, at)
    if (!row || place === header || !isHeader(row, beneath) || !isDataOf(beneath)) continue
    const before: number | null = header ?? headerBefore(rows, at)
    const named = before === null ? undefined : rows[before]
    if (before !== null && named) {
      const above = sampleOf(rows, before + 1, at).filter((one) => !isRepeated(one, named))
      const isAnother = isRepeated(row, named)
        ? isOfAnotherYear(rows.slice(cuts.at(-1) ?? 0, before), rows.slice(at, place))
        : !comesAgain(row, above) && !goesOn(above, beneath)
      if (!isAnother || !isDataOf(above)) continue
      cuts.push(withTitlesAbove(rows, at))
    }
    header = place
  }
  return [0, ...cuts].map((cut, index) => rows.slice(cut, cuts[index]))
}

/** Where a table may begin: the first row, those after blank ones, and titles; a long list of names is no list of titles. */
function openings(rows: readonly Row[]): number[] {
  const places: number[] = []
  for (const [at, row] of rows.entries()) {
    if (places.length === most.openings) break
    const mayBegin = !isEmptyRow(row) && (isAfterBlank(rows, at) || isAlone(row))
    if (mayBegin && rows.slice(at, at + most.titles + 1).some((one) => !isAlone(one))) places.push(at)
  }
  return places
}

function isAfterBlank(rows: readonly Row[], at: number): boolean {
  const [above, row] = [rows[at - 1], rows[at]]
  return !above || !row || isEmptyRow(above) || row.row > above.row + 1
}

/** A title, or a name: all that its row says. */
function isAlone(row: Row | undefined): boolean {
  if (!row) return false
  let filled = 0
  for (const cell of row.cells) if (said(cell) && ++filled > 1) return false
  return filled === 1
}

/** The row that would be a header, beneath titles and names of groups of columns, and those beneath it up to a blank one. */
function underTitles(
  rows: readonly Row[],
  at: number,
): { readonly row: Row | null; readonly place: number; readonly beneath: readonly Row[] } {
  let place = at
  while (place < at + most.titles && isAlone(rows[place])) place++
  const [row, next] = [rows[place], rows[place + 1]]
  if (!row || isEmptyRow(row)) return { row: null, place, beneath: [] }
  if (next && isNamedBeneath(row, next) && next.cells.filter(isHeaderCell).length > 1) place++
  const beneath: Row[] = []
  // A header may be parted from its table.
  for (let below = place + 1; below < rows.length && beneath.length < most.sampled; below++) {
    const other = rows[below]
    if (!other || (beneath.length > 0 && (isEmptyRow(other) || isAfterBlank(rows, below)))) break
    if (!isEmptyRow(other) && !isRepeated(other, rows[place] ?? row)) beneath.push(other)
  }
  return { row: rows[place] ?? null, place, beneath }
}

/** Of a first table whose columns have names of their own. */
function headerBefore(rows: readonly Row[], at: number): number | null {
  const { row } = headerRow(rows)
  const place = row ? rows.indexOf(row) : at
  return place < at ? place : null
}

function sampleOf(rows: readonly Row[], from: number, to: number): readonly Row[] {
  return rows.slice(from, Math.min(to, from + most.sampled))
}

function isDataOf(rows: readonly Row[]): boolean {
  return rows.some(({ cells }) => cells.filter(said).length > 1)
}

/** Whether a row names columns, beyond doubt: most of its cells are names of columns that are known, and stand nowhere beneath it; or it is that of a matrix. */
function isHeader(row: Row, beneath: readonly Row[]): boolean {
  const cells = row.cells.filter(said)
  if (cells.length < 2) return false
  // What stands above crosses names a meeting, a project.
  const isCrossed = (cell: string, index: number) =>
    said(cell) && !isMark(cell.trim()) && areMarks(beneath, index) && areTexts(beneath, index)
  const crossed = row.cells.filter(isCrossed)
  const names = cells.filter((cell) => !crossed.includes(cell))
  const known = names.filter(isHeaderCell).length
  const isKnown = known > 0 && known + crossed.length > 1 && known >= names.length / 2
  return (isKnown || isOfMatrix(row, beneath)) && areNames(names) && !comesAgain(row, beneath)
}

/** A known name in front, or in part, over other things. */
function mayBeHeader(row: Row, beneath: readonly Row[]): boolean {
  const cells = row.cells.filter(said)
  const [first = ''] = cells
  return (
    cells.length > 1 &&
    isHeaderCell(first) &&
    areNames(cells.filter((cell) => !isDay(cell))) &&
    !comesAgain(row, beneath)
  )
}

/** Whether not all cells of a column are numbers: 0 and 1 may be marks, and may be counts. */
function areTexts(rows: readonly Row[], index: number): boolean {
  return rows.some(({ cells }) => said(cells[index] ?? '') && writtenNumber(cells[index] ?? '') === null)
}

function beginsAsHeader({ cells }: Row): boolean {
  const [first = '', second = ''] = cells.filter(said)
  return isHeaderCell(first) && isHeaderCell(second)
}

function areNames(cells: readonly string[]): boolean {
  const isName = (cell: string) => writtenNumber(cell) === null && !isDay(cell) && !isMark(plainLine(cell).trim())
  return cells.every(isName) && new Set(cells.map(folded)).size === cells.length
}

function isOfMatrix({ cells: [first = '', ...others] }: Row, beneath: readonly Row[]): boolean {
  const across = others.filter(said).map(folded)
  const down = new Set(beneath.map(({ cells }) => folded(cells[0] ?? '')))
  if (down.has(folded(first)) || across.length < 2) return false
  const within = beneath.flatMap(({ cells }) => cells.slice(1).filter(said))
  const areTies = within.every((cell) => isMark(plainLine(cell).trim()) || writtenNumber(cell) !== null)
  return areTies && across.filter((name) => down.has(name)).length >= 0.6 * across.length
}

/** Whether a cell stands in its column again: it is no name of it. */
function comesAgain({ cells }: Row, others: readonly Row[]): boolean {
  return cells.some(
    (cell, index) => said(cell) && others.some((other) => folded(other.cells[index] ?? '') === folded(cell)),
  )
}

/** Whether all columns hold what they hold above: a row between that looks like a header is none. */
function goesOn(above: readonly Row[], beneath: readonly Row[]): boolean {
  const width = Math.max(...beneath.map(({ cells }) => cells.length))
  return Array.from({ length: width }).every((_, index) => {
    const texts = beneath.map(({ cells }) => folded(cells[index] ?? '')).filter(said)
    const before = new Set(above.map(({ cells }) => folded(cells[index] ?? '')))
    return texts.length === 0 || texts.some((text) => before.has(text))
  })
}

/** Whether a header is that of the table above once more: it goes on. */
function isRepeated(row: Row, header: Row): boolean {
  const width = Math.max(row.cells.length, header.cells.length)
  return Array.from({ length: width }).every(
    (_, index) => folded(row.cells[index] ?? '') === folded(header.cells[index] ?? ''),
  )
}

/** Whether the titles above two headers say different years: what is beneath each is of its own. */
function isOfAnotherYear(titlesAbove: readonly Row[], titles: readonly Row[]): boolean {
  const yearsOf = (rows: readonly Row[]) => rows.filter(isAlone).flatMap(({ cells }) => yearsIn(cells.find(said) ?? ''))
  const [before, years] = [yearsOf(titlesAbove), yearsOf(titles)]
  return before.length > 0 && years.length > 0 && !years.some((year) => before.includes(year))
}

/** Titles that a blank row parts from their table are of it; notes are of the table above. */
function withTitlesAbove(rows: readonly Row[], at: number): number {
  const isBlank = (row: Row | undefined) => row !== undefined && isEmptyRow(row)
  if (isAlone(rows[at])) return at
  let place = at
  while (isBlank(rows[place - 1])) place--
  const last = place
  while (place > 0 && last - place < most.titles && isAlone(rows[place - 1])) place--
  const titles = rows.slice(place, last)
  const areTitles = titles.length > 0 && isAfterBlank(rows, place) && !titles.some(isNoteOrTotal)
  return areTitles ? place : at
}

/** The first and the last column of each of the tables that stand side by side. */
function abreast(rows: readonly Row[]): (readonly [number, number])[] {
  const blocks = blocksAcross(rows)
  const [first, ...others] = blocks
  if (!first) return [[0, 0]]
  if (blocks.length > most.blocks) return [first]
  const tables = [first]
  for (const block of others) {
    const before = tables.at(-1) ?? first
    if (areTwo(sliced(rows, before), sliced(rows, block))) tables.push(block)
    else tables.splice(-1, 1, [before[0], block[1]])
  }
  return tables
}

/** Columns that a blank one parts, but for titles. */
function blocksAcross(rows: readonly Row[]): (readonly [number, number])[] {
  const isFilled: boolean[] = []
  for (const row of rows)
    if (!isAlone(row)) for (const [at, cell] of row.cells.entries()) if (said(cell)) isFilled[at] = true
  const starts = [...isFilled.keys()].filter((at) => isFilled[at] && !isFilled[at - 1])
  const ends = [...isFilled.keys()].filter((at) => isFilled[at] && !isFilled[at + 1])
  return starts.map((start, index) => [start, ends[index] ?? start])
}

function sliced(rows: readonly Row[], [first, last]: readonly [number, number]): readonly Row[] {
  return rows.map(({ row, cells }) => ({ row, cells: cells.slice(first, last + 1) }))
}

/** Whether what stands side by side are two tables, rather than columns of one that a blank one parts for the eye. */
function areTwo(one: readonly Row[], other: readonly Row[]): boolean {
  const [left, right] = [standing(one), standing(other)]
  if (!left || !right) return false
  const [a, b] = [left.kind, right.kind]
  if (a.value === 'answers' || b.value === 'answers') return false
  const isEven = left.last === right.last
  if (a.value === b.value) return isRepeated(left.header, right.header) || (a.sure && b.sure && !isEven)
  return (a.sure || b.sure) && (!isEven || a.value === 'tie' || b.value === 'tie')
}

/** What a block would be by itself; null: no table. */
function standing(rows: readonly Row[]) {
  const opening = openings(rows)
    .slice(0, most.titles)
    .map((at) => underTitles(rows, at))
    .find(({ row, beneath }) => row && isHeader(row, beneath) && isDataOf(beneath))
  if (!opening?.row) return null
  const { row: header } = opening
  const data = rows.slice(rows.indexOf(header) + 1).filter((row) => !isEmptyRow(row))
  const names = headerNames(header, rows, header.cells.length)
  const kind = sheetKind({ file: '', sheet: '' }, columnContents(data, names), () => false)
  return kind.by === 'usual' ? null : { header, kind, last: data.at(-1)?.row }
}
