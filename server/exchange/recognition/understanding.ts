import { folded, foldedWords } from '../../domain/folding.ts'
import { plainLine } from '../../domain/plain-text.ts'
import type { Noun, Territory } from '../../domain/territory.ts'
import { type Column, columnsOf } from '../columns.ts'
import { readHeader } from '../header.ts'
import { writtenNumber } from '../numbers.ts'
import type { ColumnKey, ColumnMeaning, Guess, NewWord, Plan, Separator, SheetPlan } from '../plan.ts'
import { fileLimits } from '../preview.ts'
import { closedIn } from '../register.ts'
import type { RefusalGroup, RowSetAside } from '../sheet-preview.ts'
import { isEmptyRow, type Row } from '../tables.ts'
import type { WordsMeant } from '../words.ts'
import { type ColumnContent, columnContents } from './column-content.ts'
import { addedFields, columnMeanings, type Known, type MeaningGuess, nounOfKind } from './column-meaning.ts'
import { headerNames, headerRow, optionsBeneath, said, withOptions } from './header-row.ts'
import { headerKey, type Memory, recalled, shapeOf, valuePlace } from './memory.ts'
import { axis, setAside } from './set-aside.ts'
import { separatorsOf } from './several-names.ts'
import { type KindGuess, sheetKind } from './sheet-kind.ts'
import type { SourceSheet } from './source-sheet.ts'
import { placeKey } from './source-sheet.ts'
import { rowOfAnotherTable } from './tables-of-sheet.ts'
import { categoryMeant, isWorded, type ValueMeaning, valueKey, valueMeaning } from './value-meaning.ts'

/** A sheet as it is understood: by its plan, by what is remembered of its shape, by its look. */
export interface Understood {
  readonly sheet: SourceSheet
  readonly plan: SheetPlan | null
  readonly shape: string
  readonly kind: KindGuess
  readonly noun: Noun | null
  readonly header: Guess & { readonly row: Row | null }
  /** Without the header, what is set aside and what is left out; cells are mended. */
  readonly rows: readonly Row[]
  /** Of rows in which « idem » stands for the cell above: as they are written. */
  readonly written: ReadonlyMap<Row, Row>
  readonly leftOut: readonly Row[]
  readonly aside: readonly RowSetAside[]
  /** The type of actor that the section in which a row stands is about; null: it stands in none, or in one of several. */
  /** The axis of a programme above a row; '' where there is none. */
  readonly sectionAxisOf: (row: Row) => string
  readonly sectionTypeOf: (row: Row) => string | null
  /** See `rowOfAnotherTable`. */
  readonly perhapsHeader: number | null
  readonly columns: readonly UnderstoodColumn[]
  /** What cells of added columns were mended to. */
  readonly mended: ReadonlyMap<string, string>
  readonly constants: ReadonlyMap<string, string>
  /** What was said of what cells of added columns are proposed from, see `addedPlace`. */
  readonly addedValues: ReadonlyMap<string, string>
  /** No row of it can be read, see `flaws`. */
  readonly isRefused: boolean
  /** Why nothing, or not all, of the sheet is read. */
  readonly flaws: readonly Pick<RefusalGroup, 'code' | 'got' | 'expected' | 'first'>[]
}

export interface UnderstoodColumn extends MeaningGuess {
  readonly key: ColumnKey
  /** Place among the cells; null: the import adds it. */
  readonly index: number | null
  readonly header: string
  readonly content: ColumnContent | null
  readonly separators: readonly Separator[] | null
  /** Of columns of words, by `valueKey`. */
  readonly values: ReadonlyMap<string, ValuedText> | null
}

export interface ValuedText extends ValueMeaning {
  readonly text: string
  readonly count: number
}

export function understood(sheet: SourceSheet, territory: Territory, known: Known, whole: Plan): Understood {
  const plan = whole.sheets?.find((one) => placeKey(one) === placeKey(sheet)) ?? null
  const edited = mended(sheet, plan)
  const tooMany = limitPassed(edited)
  const rows = tooMany ? [] : edited
  const header = headerMeant(rows, plan)
  const keep = new Set(plan?.rows?.filter(({ as }) => as === 'data').map(({ row }) => row))
  const out = new Set(plan?.rows?.filter(({ as }) => as === 'left_out').map(({ row }) => row))
  const typeMeant = (text: string) => categoryMeant(text, known.words)
  const parted = setAside(rows, header.row, keep, (text) => typeMeant(text) !== null)
  const width = rows.reduce((most, { cells }) => Math.max(most, filledWidth(cells)), 0)
  const options = plan?.header === undefined ? optionsBeneath(header.row, rows) : null
  const plainNames = headerNames(header.row, rows, width)
  const names = options && header.row ? withOptions(plainNames, header.row, options) : plainNames
  const shape = shapeOf(names)
  const memory = recalled(territory, shape)
  const apart = options ? withoutOptions(parted, options) : parted
  const contents = columnContents(apart.data, names, sheet.left)
  const kind = kindMeant(sheet, rows, header.row, contents, plan, memory, known)
  // Those of the register that are closed are no actors, unless somebody says so; what we write ourselves means what it says.
  const isClosed =
    kind.own || (kind.value !== 'actor' && kind.value !== 'answers') || plan?.closed === 'data' ? null : closedIn(names)
  const closed = apart.data.filter(({ row, cells }) => isClosed?.(cells) && !keep.has(row))
  const told = closed.length === 0 ? apart.data : apart.data.filter((row) => !closed.includes(row))
  const { rows: data, written } = kind.own ? { rows: told, written: new Map() } : withoutDittos(told)
  const aside = [...apart.aside, ...closed.map((row) => asideFor('closed', row))].sort((a, b) => a.row - b.row)
  const columns = kind.own ? ownColumns(kind, contents, names) : columnsMeant(kind, contents, plan, memory, known)
  const twice = kind.own ? null : repeatedField(columns, header.row)
  const base = { sheet, plan, shape, kind, noun: nounOfKind[kind.value], header }
  const isLetters = new Set(columns.filter(({ index }) => index !== null).map(({ key }) => key))
  return {
    ...base,
    rows: data.filter(({ row }) => !out.has(row)),
    written,
    leftOut: data.filter(({ row }) => out.has(row)),
    aside: [...aside, ...(sheet.aside ?? []).map((row) => asideFor('ours', row))],
    sectionTypeOf: ({ row }) => {
      const section = aside.findLast((one) => one.why === 'section' && one.row < row)
      const type = section ? typeMeant(section.text) : null
      return type === 'autre' ? null : type
    },
    sectionAxisOf: ({ row }) => {
      const section = aside.findLast((one) => one.why === 'section' && one.row < row)
      return section && axis.test(foldedWords(section.text)) ? section.text : ''
    },
    // Whoever reads several tables as one knows of the others.
    perhapsHeader: kind.own || (sheet.tables && !sheet.part) ? null : rowOfAnotherTable(rows, header.row),
    columns: columns.map((column) => withValues(column, data, kind, plan, memory, whole, known)),
    mended: new Map(
      plan?.cells
        ?.filter(({ column }) => !isLetters.has(column))
        .map(({ row, column, value }) => [`${row} ${column}`, value]),
    ),
    constants: new Map(plan?.constants?.map(({ field, value }) => [field, value])),
    addedValues: addedValuesMeant(columns, plan, memory),
    isRefused: twice !== null,
    flaws: [
      ...(tooMany ? [tooMany] : []),
      ...(twice ? [twice] : []),
      ...(sheet.flaw
        ? [{ code: sheet.flaw.code, got: sheet.flaw.got, expected: sheet.flaw.expected, first: sheet.flaw.row }]
        : []),
    ],
  }
}

function asideFor(why: RowSetAside['why'], { row, cells }: Row): RowSetAside {
  return { row, why, text: plainLine(cells.find(said) ?? '').slice(0, 200) }
}

function withoutOptions({ data, aside }: ReturnType<typeof setAside>, options: Row): ReturnType<typeof setAside> {
  if (!data.includes(options)) return { data, aside }
  const all = [...aside, asideFor('header', options)].sort((a, b) => a.row - b.row)
  return { data: data.filter((row) => row !== options), aside: all }
}

/** « Idem » is what the cell above says. @returns as they were written, the rows that said so, by the row they are read as */
function withoutDittos(rows: readonly Row[]): {
  readonly rows: readonly Row[]
  readonly written: ReadonlyMap<Row, Row>
} {
  const written = new Map<Row, Row>()
  let above: Row | undefined
  const read = rows.map((row) => {
    const last = above
    const isDitto = (cell: string, index: number) =>
      cell.length < 12 && ditto.test(cell) && said(last?.cells[index] ?? '')
    above = row
    if (!last || !row.cells.some(isDitto)) return row
    above = { ...row, cells: row.cells.map((cell, index) => (isDitto(cell, index) ? (last.cells[index] ?? '') : cell)) }
    written.set(above, row)
    return above
  })
  return { rows: written.size > 0 ? read : rows, written }
}

const ditto = /^\s*(idem|ditto|id\.|〃|″|'')\s*$/i

function mended({ rows, left = 0 }: SourceSheet, plan: SheetPlan | null): readonly Row[] {
  if (!plan?.cells?.length) return rows
  const cellsOf = Map.groupBy(plan.cells, ({ row }) => row)
  return rows.map((row) => {
    const edits = cellsOf.get(row.row)
    if (!edits) return row
    const cells = [...row.cells]
    for (const { column, value } of edits) {
      const index = (indexOfLetters(column) ?? -1) - left
      if (index < 0 || index >= fileLimits.columns) continue
      while (cells.length < index) cells.push('')
      cells[index] = value
    }
    return { ...row, cells }
  })
}

/** Place of a column by its letters, from 0; null: these are none. */
function indexOfLetters(letters: string): number | null {
  if (!/^[A-Z]{1,3}$/.test(letters)) return null
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function limitPassed(rows: readonly Row[]) {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  // Spaces far to the right are no columns.
  const wide =
    width > fileLimits.columns ? rows.reduce((most, { cells }) => Math.max(most, filledWidth(cells)), 0) : width
  if (wide > fileLimits.columns) {
    return {
      code: 'too_many_columns' as const,
      got: String(wide),
      expected: { atMost: fileLimits.columns },
      first: null,
    }
  }
  if (rows.length <= fileLimits.rows + 1) return null
  return {
    code: 'too_many_rows' as const,
    got: String(rows.length - 1),
    expected: { atMost: fileLimits.rows },
    first: null,
  }
}

function filledWidth(cells: readonly string[]): number {
  let width = cells.length
  while (width > 0 && !said(cells[width - 1] ?? '')) width--
  return width
}

function headerMeant(rows: readonly Row[], plan: SheetPlan | null): Guess & { readonly row: Row | null } {
  if (plan?.header === undefined) return headerRow(rows)
  return { row: rows.find(({ row }) => row === plan.header) ?? null, by: 'chosen', sure: true }
}

function kindMeant(
  sheet: SourceSheet,
  rows: readonly Row[],
  header: Row | null,
  contents: readonly ColumnContent[],
  plan: SheetPlan | null,
  memory: Memory,
  known: Known,
): KindGuess {
  const guess = sheetKind(sheet, contents, known.isActor)
  const chosen = plan?.kind ?? memory.kind
  if (sheet.hidden && chosen === undefined && !guess.own) {
    const otherwise = [guess.value, ...guess.otherwise].filter((kind) => kind !== 'nothing')
    return { value: 'nothing', otherwise, own: false, by: 'usual', sure: true }
  }
  const isChanged =
    (chosen !== undefined && chosen !== guess.value) || (plan?.columns?.length ?? 0) > 0 || plan?.header === null
  // Our own tables begin with their header.
  const own = guess.own && !isChanged && header === rows.find((row) => !isEmptyRow(row))
  if (chosen === undefined) return { ...guess, own }
  const otherwise = [...new Set([guess.value, ...guess.otherwise])].filter((kind) => kind !== chosen)
  return { value: chosen, otherwise, own, by: plan?.kind ? 'chosen' : 'remembered', sure: true }
}

/** A header that stands twice and names a field leaves open which column is meant, until somebody says. */
function repeatedField(columns: readonly OpenColumn[], header: Row | null): Understood['flaws'][number] | null {
  const seen = new Map<string, OpenColumn>()
  for (const column of columns) {
    const name = folded(column.header)
    const before = seen.get(name)
    if (name === '' || column.index === null) continue
    const isField = [before, column].some((one) => one?.holds === 'field' && one.by === 'header')
    const isSaid = [before, column].some((one) => one?.by === 'chosen' || one?.by === 'remembered')
    if (before && isField && !isSaid) {
      const expected = { oneColumnOf: [before.key, column.key] }
      return { code: 'repeated_column', got: column.header.slice(0, 200), expected, first: header?.row ?? null }
    }
    seen.set(name, column)
  }
  return null
}

/** A column that the import adds, and a text from which some of its cells are proposed. */
export function addedPlace(field: string, source: string): string {
  return valuePlace(headerKey(field), valueKey(source))
}

function addedValuesMeant(columns: readonly OpenColumn[], plan: SheetPlan | null, memory: Memory): Map<string, string> {
  const added = new Set(columns.filter(({ index }) => index === null).map(({ key }) => key))
  const values = new Map(memory.values)
  for (const { column, value, means } of plan?.values ?? []) {
    if (added.has(column)) values.set(addedPlace(column, value), means)
  }
  return values
}

type OpenColumn = Omit<UnderstoodColumn, 'values' | 'separators'>

/** Columns of a table of ours: `readTables` reads their names itself, and has its own word for each of them. */
function ownColumns(kind: KindGuess, contents: readonly ColumnContent[], names: readonly string[]): OpenColumn[] {
  const noun = nounOfKind[kind.value]
  if (noun === null) return []
  const read = readHeader(noun, { row: 1, cells: names }).columns
  return contents.map((content, index) => {
    const { holds = 'nothing', target = '' } = read[index] ?? {}
    const meaning: ColumnMeaning =
      holds === 'field' || holds === 'attribute' ? { holds, target } : { holds: 'ignored', target: '' }
    return { ...meaning, by: 'header', sure: true, key: content.key, index, header: content.header, content }
  })
}

function columnsMeant(
  kind: KindGuess,
  contents: readonly ColumnContent[],
  plan: SheetPlan | null,
  memory: Memory,
  known: Known,
): OpenColumn[] {
  const said = new Map<ColumnKey, MeaningGuess>()
  for (const { key, header } of contents) {
    const meant = memory.columns.get(headerKey(header))
    if (meant && folded(header) !== '') said.set(key, { ...meant, by: 'remembered', sure: true })
  }
  for (const { column, holds, target } of plan?.columns ?? [])
    said.set(column, { holds, target, by: 'chosen', sure: true })
  const meanings = columnMeanings(kind.value, contents, known, said)
  const columns = contents.map((content, index): OpenColumn => {
    const meaning = meanings[index] ?? { holds: 'ignored', target: '', by: 'usual', sure: false }
    const isTwice =
      meaning.holds === 'attribute' &&
      meanings.findIndex((one) => one.holds === 'attribute' && one.target === meaning.target) < index
    return {
      ...meaning,
      ...(isTwice && { target: `${meaning.target} (${content.key})` }),
      key: content.key,
      index,
      header: content.header,
      content,
    }
  })
  const added = addedFields(kind.value, meanings).map(
    (target): OpenColumn => ({
      ...{ holds: 'field', target, by: 'usual', sure: false },
      ...{ key: target, index: null, header: '', content: null },
    }),
  )
  return [...columns, ...added]
}

function withValues(
  column: OpenColumn,
  rows: readonly Row[],
  kind: KindGuess,
  plan: SheetPlan | null,
  memory: Memory,
  whole: Plan,
  known: Known,
): UnderstoodColumn {
  const separators = separatorsMeant(column, rows, plan, known)
  const noun = nounOfKind[kind.value]
  const field =
    noun === null || column.holds !== 'field' || column.index === null ? null : columnOfTarget(noun, column.target)
  if (!field || separators) return { ...column, separators, values: null }
  const isGrade = typeof field.holds === 'object' && 'whole' in field.holds
  if (!isWorded(field.kind) && !isGrade && field.kind !== 'digits') return { ...column, separators, values: null }
  const chosen = new Map(
    plan?.values?.filter((choice) => choice.column === column.key).map(({ value, means }) => [valueKey(value), means]),
  )
  const texts = new Map<string, { text: string; count: number }>()
  for (const { cells } of rows) {
    const cell = cells[column.index ?? 0] ?? ''
    if (!said(cell)) continue
    const text = cell.slice(0, 1_000)
    const key = valueKey(text)
    const seen = texts.get(key)
    if (seen) seen.count++
    else if (texts.size < mostValues) texts.set(key, { text: text.trim(), count: 1 })
  }
  const numbers = isGrade ? rangeOf([...texts.values()].map(({ text }) => text)) : null
  const words = wordsWith(known.words, whole.words ?? [])
  const values = new Map<string, ValuedText>()
  for (const [key, { text, count }] of texts) {
    const choice = chosen.get(key)
    const before = memory.values.get(valuePlace(headerKey(column.header), key))
    if (choice !== undefined) values.set(key, { text, count, means: choice, word: null, by: 'chosen', sure: true })
    else if (before !== undefined)
      values.set(key, { text, count, means: before, word: null, by: 'remembered', sure: true })
    else {
      const meaning = valueMeaning(text, field.kind, field.holds, words, numbers)
      // A table of ours means what it says.
      values.set(key, { text, count, ...(kind.own && !meaning.sure ? { ...meaning, means: null } : meaning) })
    }
  }
  // An identifier is a value of its own each: only those that are told otherwise are worth a line.
  if (field.kind === 'digits') for (const [key, { sure }] of values) if (sure) values.delete(key)
  return { ...column, separators, values }
}

/** Distinct values that are told apart; a column with more holds no words. */
const mostValues = 5_000

/** The words of the territory, and those that the plan makes. */
function wordsWith(words: WordsMeant, made: readonly NewWord[]): WordsMeant {
  if (made.length === 0) return words
  return (vocabulary, cell) => {
    const known = words(vocabulary, cell)
    if (known !== null) return known
    const isCalledSo = ({ id, fr, en = '' }: NewWord) => [id, fr, en].some((name) => folded(name) === folded(cell))
    return made.find((one) => one.vocabulary === vocabulary && isCalledSo(one))?.id ?? null
  }
}

function separatorsMeant(
  column: OpenColumn,
  rows: readonly Row[],
  plan: SheetPlan | null,
  known: Known,
): readonly Separator[] | null {
  const { holds, target, index } = column
  const several = holds === 'role' || holds === 'tie' || (holds === 'field' && listFields.has(target))
  const chosen = plan?.separators?.find((one) => one.column === column.key)
  if (index === null) return null
  if (chosen) return chosen.at
  // The far end of a tie too may be several: « Avec qui ».
  if (!several && !(holds === 'field' && target === 'to')) return null
  const cells = function* () {
    for (const { cells } of rows) yield cells[index] ?? ''
  }
  const found = separatorsOf(cells(), known.isActor)
  if (several) return found
  return found.length > 0 && (column.content?.parted ?? 0) > 0.3 && found.some((one) => one !== '/') ? found : null
}

const listFields = new Set(['aliases', 'groups', 'tags'])

function rangeOf(texts: readonly string[]): { readonly least: number; readonly greatest: number } | null {
  const numbers = texts.map((text) => writtenNumber(text)?.value).filter((value) => value !== undefined)
  return numbers.length < 2 ? null : { least: Math.min(...numbers), greatest: Math.max(...numbers) }
}

/** A plan may name any field. */
function columnOfTarget(noun: Noun, target: string): Column | null {
  return columnsOf(noun).find(([field]) => field === target)?.[1] ?? null
}
