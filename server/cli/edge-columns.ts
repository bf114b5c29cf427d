import { folded } from '../domain/folding.ts'
import type { Noun } from '../domain/territory.ts'
import { isBlank } from '../exchange/cells.ts'
import { fieldOfHeader } from '../exchange/columns.ts'
import { readTable, type SourceFile } from '../exchange/csv.ts'
import { type Header, readHeader, repeatedName } from '../exchange/header.ts'
import { writtenColumn } from '../exchange/numbers.ts'
import { shown } from '../exchange/row.ts'
import { columnLetters, isEmptyRow, type Row } from '../exchange/tables.ts'
import { optionMeant } from '../exchange/words.ts'
import type { Notify } from './notice.ts'
import { Refusal } from './refusal.ts'

/** A table whose header is understood. */
export interface Page {
  readonly file: string
  readonly header: Header
  readonly rows: readonly Row[]
}

/** A column of a page: its place and how the file calls it. */
export interface Place {
  readonly index: number
  readonly name: string
}

/** What the columns of an edge list say, row by row. */
export interface TieColumns {
  readonly source: Place
  readonly target: Place
  /** Null: the list has no strengths. */
  readonly weights: Float64Array | null
  /** Whether each tie is directed, by its own row; null where nothing says so. */
  readonly directed: readonly (boolean | null)[] | null
}

/**
 * The header and the rows of a file, by the columns that the noun has in a territory. Refuses `malformed_csv`,
 * `not_csv`, `repeated_column`, `extra_cell`.
 */
export function readPage(file: SourceFile, noun: Noun): Page {
  const isKnown = (header: string) => fieldOfHeader(noun, header) !== null || /^(source|in|out)$/i.test(header)
  const { rows: all, flaw } = readTable(file, isKnown)
  if (flaw?.row === null) throw new Refusal('not_csv', { file: file.name, format: flaw.got })
  if (flaw) throw new Refusal('malformed_csv', { file: file.name, row: flaw.row, expected: flaw.expected })
  const [first, ...rows] = all.filter((row) => !isEmptyRow(row))
  const header = readHeader(noun, first ?? { row: 1, cells: [] })
  const twice = repeatedName(header, noun, 'all')
  if (twice) {
    throw new Refusal('repeated_column', {
      file: file.name,
      row: header.row,
      column: shown(twice.name),
      columns: twice.columns,
    })
  }
  for (const row of rows) {
    const extra = row.cells.findIndex((cell, index) => !header.columns[index]?.name && !isBlank(cell))
    if (extra < 0) continue
    const got = shown(row.cells[extra] ?? '')
    throw new Refusal('extra_cell', { file: file.name, row: row.row, column: columnLetters(extra), got })
  }
  return { file: file.name, header, rows }
}

/** The column that a person names: as it stands, or else without regard to case, accents and punctuation. Refuses `missing_column`. */
export function columnNamed({ file, header }: Pick<Page, 'file' | 'header'>, asked: string): Place {
  const places = placesOf(header)
  const exact = places.find(({ name }) => name === asked)
  const found = exact ?? places.find(({ name }) => folded(name) === folded(asked))
  if (found) return found
  throw new Refusal('missing_column', { file, column: asked, found: places.map(({ name }) => name) })
}

/** The column of a field of the noun that was read; null when there is none. */
export function columnOfField({ header }: Pick<Page, 'header'>, field: string): Place | null {
  const index = header.columns.findIndex(({ holds, target }) => holds === 'field' && target === field)
  return index < 0 ? null : { index, name: header.columns[index]?.name ?? '' }
}

export function cellAt(row: Row, { index }: Place): string {
  return row.cells[index] ?? ''
}

/** A cell that must not be empty. Refuses `missing_cell`. */
export function filledCell({ file }: Pick<Page, 'file'>, row: Row, place: Place): string {
  const cell = cellAt(row, place)
  if (isBlank(cell)) throw new Refusal('missing_cell', { file, row: row.row, column: place.name })
  return cell
}

/**
 * Reads an edge list as the ties of a territory are read, or else as its participations. Refuses what `readPage` does,
 * `missing_column`, `missing_cell`, `bad_weight`.
 * @param weight column of the strengths; undefined: one that is called so, when there is one
 * @param kinds kinds of tie that count, whatever their case, accents and punctuation; undefined: all
 */
export function readTies(
  file: SourceFile,
  { weight, twoMode, kinds }: { weight: string | undefined; twoMode: boolean; kinds?: readonly string[] | undefined },
  notify: Notify,
): Page & TieColumns {
  const every = readPage(file, 'tie')
  const page = kinds ? ofKinds(every, kinds) : every
  const [source, target] = [columnOfField(page, 'from'), columnOfField(page, 'to')]
  if (!source || !target) {
    const participations = readPage(file, 'participation')
    const [actor, space] = [columnOfField(participations, 'actor'), columnOfField(participations, 'space')]
    if (!actor || !space) {
      const found = placesOf(page.header).map(({ name }) => name)
      throw new Refusal('missing_column', { file: page.file, column: source ? 'target' : 'source', found })
    }
    if (!twoMode) notify({ code: 'two_modes', details: { file: page.file } })
    tellWaves(participations, notify)
    const weights = weight === undefined ? null : weightsOf(page, columnNamed(page, weight), notify)
    return { ...participations, source: actor, target: space, weights, directed: null }
  }
  tellWaves(page, notify)
  return { ...page, source, target, weights: strengthsOf(page, weight, notify), directed: directionsOf(page) }
}

/** The rows of these kinds alone. Refuses `missing_column`. */
function ofKinds(page: Page, kinds: readonly string[]): Page {
  const place = columnOfField(page, 'kind') ?? columnNamed(page, 'kind')
  const wanted = new Set(kinds.map(folded))
  return { ...page, rows: page.rows.filter((row) => wanted.has(folded(cellAt(row, place)))) }
}

/** How the column that says which ties are directed is called. */
export function directionColumn(page: Page): Place | null {
  const declared = columnOfField(page, 'directed')
  if (declared) return declared
  // `Type` is a kind of tie to most, and to Gephi whether it is directed.
  const type = placesOf(page.header).find(({ name }) => folded(name) === 'type')
  if (!type) return null
  const cells = page.rows.map((row) => folded(cellAt(row, type))).filter((cell) => cell !== '')
  return cells.length > 0 && cells.every((cell) => directions.has(cell)) ? type : null
}

const directions = new Map<string, boolean | null>([
  ['directed', true],
  ['oriente', true],
  ['dirige', true],
  ['undirected', false],
  ['nonoriente', false],
  ['nondirige', false],
  ['mixed', null],
  ['mixte', null],
])

function directionsOf(page: Page): (boolean | null)[] | null {
  const column = directionColumn(page)
  if (!column) return null
  return page.rows.map((row) => {
    const cell = cellAt(row, column)
    const said = directions.get(folded(cell))
    if (said !== undefined) return said
    const meant = optionMeant('boolean', cell)
    return meant === null ? null : meant === 'true'
  })
}

function strengthsOf(page: Page, asked: string | undefined, notify: Notify): Float64Array | null {
  if (asked !== undefined) return weightsOf(page, columnNamed(page, asked), notify)
  const { file } = page
  const named = placesOf(page.header).filter(({ name }) => fieldOfHeader('tie', name) === 'strength')
  const used = named.find(isWeight) ?? named[0]
  if (!used) {
    const numbers = placesOf(page.header).find((place) => looksLikeStrengths(page, place))
    if (numbers) notify({ code: 'unused_numbers', details: { file, column: numbers.name } })
    return null
  }
  for (const other of named) {
    if (other === used || page.rows.every((row) => isBlank(cellAt(row, other)))) continue
    notify({ code: 'other_strengths', details: { file, used: used.name, column: other.name } })
  }
  if (isWeight(used)) return weightsOf(page, used, notify)
  // A strength may be a word, or be left open.
  const cells = page.rows.map((row) => cellAt(row, used))
  const filled = cells.filter((cell) => !isBlank(cell))
  if (filled.length === 0) return null
  if (filled.length < cells.length) {
    const details = { file, column: used.name, count: cells.length - filled.length, of: cells.length }
    notify({ code: 'strengths_missing', details })
    return null
  }
  if (writtenColumn(filled).values.every(Number.isNaN)) {
    notify({ code: 'strengths_in_words', details: { file, column: used.name, got: shown(filled[0] ?? '') } })
    return null
  }
  return weightsOf(page, used, notify)
}

function isWeight({ name }: Place): boolean {
  return ['weight', 'weights', 'poids'].includes(folded(name))
}

/** Numbers in every row, under a name that is no number of something else. */
function looksLikeStrengths(page: Page, place: Place): boolean {
  const column = page.header.columns[place.index]
  if (column?.holds !== 'attribute' || page.rows.length === 0) return false
  if (/^(id|.*id|label|time.*|year|annee|date|rang|rank|n|no|num|numero)$/.test(folded(place.name))) return false
  return writtenColumn(page.rows.map((row) => cellAt(row, place))).values.every((value) => value > 0)
}

function weightsOf(page: Page, place: Place, notify: Notify): Float64Array {
  const { file, rows } = page
  const { name: column } = place
  const cells = rows.map((row) => filledCell(page, row, place))
  const { values, doubtful } = writtenColumn(cells)
  const bad = values.findIndex((value) => !(value > 0))
  const badRow = rows[bad]
  if (badRow) throw new Refusal('bad_weight', { file, row: badRow.row, column, got: shown(cells[bad] ?? '') })
  if (doubtful) {
    const { index, value, otherwise } = doubtful
    const place = { file, row: rows[index]?.row ?? 0, column, got: shown(cells[index] ?? '') }
    notify({ code: 'doubtful_number', details: { ...place, read: value, otherwise } })
  }
  return values
}

function tellWaves(page: Page, notify: Notify): void {
  const column = columnOfField(page, 'wave')
  if (!column) return
  const waves = new Set(page.rows.map((row) => cellAt(row, column))).size
  if (waves > 1) notify({ code: 'several_waves', details: { file: page.file, column: column.name, waves } })
}

function placesOf(header: Header): Place[] {
  return header.columns.map(({ name }, index) => ({ index, name })).filter(({ name }) => name !== '')
}
