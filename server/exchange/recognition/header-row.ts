import { folded, foldedWords } from '../../domain/folding.ts'
import { plainLine } from '../../domain/plain-text.ts'
import { nouns } from '../../domain/territory.ts'
import { isBlank } from '../cells.ts'
import { fieldOfHeader } from '../columns.ts'
import { writtenNumber } from '../numbers.ts'
import type { Guess } from '../plan.ts'
import { isEmptyRow, type Row } from '../tables.ts'
import { isHabitualHeader } from './column-names.ts'

/** Where a header is looked for: titles and notes above it are few. */
const searched = 40
/** Rows that tell what columns look like. */
const sampled = 200

/**
 * The row of the header, under titles and blank lines; null: every row is data. A row is like a header when its cells are names of columns
 * that are known, are all texts, differ, fill the width of the table, and are unlike what stands beneath them.
 */
export function headerRow(rows: readonly Row[]): Guess & { readonly row: Row | null } {
  const filled = rows.filter((row) => !isEmptyRow(row)).slice(0, sampled)
  const width = usualWidth(filled)
  const pivot = filled.find(({ cells }) => pivotHeader.test(foldedWords(cells.find(said) ?? '')))
  if (pivot) return { row: pivot, by: 'header', sure: true }
  let best: { row: Row; score: number; known: number } | null = null
  // Titles are short: what fills the width above a row is data, and the row is no header of it.
  let full = 0
  for (const [index, row] of filled.slice(0, searched).entries()) {
    const { score: own, known } = headerScore(row, filled.slice(index + 1), width)
    // Of equals the first, a little: what follows a header may look like one.
    const score = own - 0.15 * index - 1.5 * full
    if (!best || score > best.score) best = { row, score, known }
    if (width > 1 && row.cells.filter(said).length >= width) full++
  }
  if (!best || best.score <= 0) return { row: null, by: 'content', sure: filled.length === 0 }
  const under = filled[filled.indexOf(best.row) + 1]
  if (under && isNamedBeneath(best.row, under)) return { row: under, by: 'header', sure: true }
  return { row: best.row, by: best.known > 0 ? 'header' : 'content', sure: best.known > 0 || best.score > 2 }
}

/** Of the rows of a pivot table, whose columns are often years. */
const pivotHeader = /^(etiquettes de lignes|row labels)$/

/** Whether a row names the columns of which the one above it names groups, in merged cells. */
export function isNamedBeneath(group: Row, { cells }: Row): boolean {
  const own = cells.filter(said).map((cell) => plainLine(cell).trim())
  const isUnder = cells.some((cell, index) => said(cell) && !said(group.cells[index] ?? ''))
  return (
    isUnder &&
    own.length > group.cells.filter(said).length &&
    own.every((cell) => writtenNumber(cell) === null && !isDay(cell)) &&
    own.filter(isHeaderCell).length >= 0.5 * own.length
  )
}

/** The names of columns: those of the header, and above an empty one what the row before says (merged cells). */
export function headerNames(header: Row | null, rows: readonly Row[], columns: number): string[] {
  if (!header) return Array.from({ length: columns }, () => '')
  const above = rows.findLast(
    (row) => row.row < header.row && row.row >= header.row - 2 && row.cells.filter(said).length > 1,
  )
  return Array.from({ length: columns }, (_, index) => {
    const own = plainLine(header.cells[index] ?? '').trim()
    return own !== '' ? own : plainLine(above?.cells[index] ?? '').trim()
  })
}

/**
 * The row beneath a header that says what each of several columns under one question is about, as Framaforms and other questionnaires write it, and nothing
 * of the other columns; null: there is none.
 */
export function optionsBeneath(header: Row | null, rows: readonly Row[]): Row | null {
  const under = header && rows.find((row) => row.row > header.row && !isEmptyRow(row))
  if (!header || !under || header.cells.filter(said).length < 3) return null
  const isOfGroup = (index: number) =>
    index > 0 && (!said(header.cells[index] ?? '') || !said(header.cells[index + 1] ?? ''))
  const places = [...under.cells.entries()].flatMap(([index, cell]) => (said(cell) ? [index] : []))
  const isGroup = places.some((index) => !said(header.cells[index] ?? ''))
  return isGroup && places.length > 1 && places.every(isOfGroup) ? under : null
}

/** The names of columns, with what the row beneath says of those of one question: « Question [Nom] ». */
export function withOptions(names: readonly string[], header: Row, options: Row): string[] {
  let question = ''
  return names.map((name, index) => {
    const option = plainLine(options.cells[index] ?? '').trim()
    if (said(header.cells[index] ?? '')) question = name
    return option === '' ? name : `${question} [${option}]`
  })
}

function headerScore(row: Row, beneath: readonly Row[], width: number): { score: number; known: number } {
  const cells = row.cells.filter(said).map((cell) => plainLine(cell).trim())
  if (cells.length === 0) return { score: -9, known: 0 }
  const known = cells.filter(isHeaderCell).length
  const share = known / cells.length
  // A day above crosses names a meeting.
  const isMeeting = (cell: string, index: number) => isDay(cell) && areMarks(beneath, index)
  const texts = row.cells.filter(
    (cell, index) => said(cell) && (isMeeting(cell, index) || (writtenNumber(cell) === null && !isDay(cell))),
  ).length
  const distinct = new Set(cells.map(folded)).size
  const fills = Math.min(1, cells.length / Math.max(1, width))
  // A title spans the width in one cell; a header of one column is one all the same.
  if (cells.length === 1 && width > 1) return { score: -5, known: 0 }
  let score = 3 * share + Math.min(3, known) * 0.5 + 1.5 * fills - 1.5
  if (texts < cells.length) score -= 2 * (1 - texts / cells.length)
  if (distinct < cells.length) score -= 2 * (1 - distinct / cells.length)
  score += unlike(row, beneath)
  // Crosses stand beneath a header.
  if (cells.some((cell) => /^(x|✓|✔|☑)$/i.test(cell))) score -= 3
  // « Entreprise », « Commune » name columns and types alike: beside a cell that comes again they are a type.
  if (share < 0.5 && row.cells.some((cell, index) => said(cell) && comesAgain(cell, index, beneath))) score -= 1.5
  // Along the header of a matrix stand the names that stand down its first column.
  const down = new Set(beneath.map((other) => folded(other.cells[0] ?? '')))
  const across = row.cells.slice(1).filter(said)
  if (across.length > 1 && across.filter((cell) => down.has(folded(cell))).length > 0.6 * across.length) score += 3
  if (beneath.length === 0 && share < 0.5) score -= 2
  return { score, known }
}

export function areMarks(rows: readonly Row[], index: number): boolean {
  const filled = rows.map(({ cells }) => plainLine(cells[index] ?? '').trim()).filter(said)
  return filled.length > 0 && filled.filter(isMark).length > 0.8 * filled.length
}

/** Crosses and the like, by which people say who was there. */
export function isMark(text: string): boolean {
  return /^(x|✓|✔|☑|oui|présente?|present|signée?|signe|p|1|o|non|absente?|absent|a|0|n|excusée?|-|_)$/i.test(text)
}

/** 1: each column beneath holds other things than its first cell; -1: its first cell is one of them. */
function unlike(row: Row, beneath: readonly Row[]): number {
  if (beneath.length === 0) return 0
  let sum = 0
  let columns = 0
  for (const [index, cell] of row.cells.entries()) {
    if (!said(cell)) continue
    const below = beneath.map((other) => other.cells[index] ?? '').filter(said)
    if (below.length === 0) continue
    columns++
    const numbers = below.filter((text) => writtenNumber(text) !== null || isDay(text)).length / below.length
    const own = writtenNumber(cell) !== null || isDay(cell)
    if (numbers > 0.7) sum += own ? -1 : 1
    else if (comesAgain(cell, index, beneath)) sum -= 1
  }
  return columns === 0 ? 0 : sum / columns
}

function comesAgain(cell: string, index: number, beneath: readonly Row[]): boolean {
  return beneath.some((other) => folded(other.cells[index] ?? '') === folded(cell))
}

/** Whether a cell is a name by which some column is known. */
export function isHeaderCell(cell: string): boolean {
  return (
    cell.length <= 100 &&
    (nouns.some((noun) => fieldOfHeader(noun, cell) !== null) || isHabitualHeader(foldedWords(cell)))
  )
}

/** The number of cells that most rows fill, counting those that fill more. */
function usualWidth(rows: readonly Row[]): number {
  const widths = rows.map((row) => row.cells.filter(said).length).sort((a, b) => a - b)
  return widths[Math.floor(widths.length / 2)] ?? 0
}

export function isDay(cell: string): boolean {
  return /^\s*(\d{1,2}[/.-]\d{1,2}[/.-](\d{4}|\d{2})|\d{4}-\d{2}-\d{2})(\s+\d{1,2}:\d{2}(:\d{2})?)?\s*$/.test(cell)
}

/** Whether a cell says something: people write « – », « n.c. » and « #N/A » where there is nothing. */
export function said(cell: string): boolean {
  return !isBlank(cell) && !(cell.length < 12 && nothing.test(cell))
}

const nothing = /^\s*([-–—_]+|n\.\s?[acd]\.?|n\/[acd]|#n\/a)\s*$/i
