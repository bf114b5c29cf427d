import type { Named } from '../domain/description.ts'
import { plainLine, plainText } from '../domain/plain-text.ts'
import { type Expected, isDate } from '../domain/validation.ts'
import type { Vocabulary } from '../domain/vocabulary.ts'
import { writtenNumber } from './numbers.ts'
import { type OptionList, optionMeant } from './words.ts'

/**
 * How values are written in the cells of a table, and read back (docs/decisions/0003-csv.md).
 *
 * An empty cell is an absent value. A leading apostrophe says « text, as it stands », as in a spreadsheet: it is
 * written before a text that a reader would take for something else (a formula, a number, nothing at all), and only
 * there does reading take it away.
 */
export type CellKind =
  | 'id'
  /** A text on one line. */
  | 'line'
  | 'text'
  /** Texts, see `writeList`. */
  | 'list'
  /** Text, number or boolean: what settings and attributes hold. */
  | 'value'
  | 'number'
  /** Numbers, as a list has texts. */
  | 'numbers'
  | 'date'
  /** Digits that people space out: SIREN, SIRET. */
  | 'digits'
  | { readonly word: Vocabulary }
  | { readonly words: Vocabulary }
  | { readonly option: OptionList }
  | { readonly names: Named }

export type CellValue = string | number | boolean | readonly string[] | readonly number[]

export type CellReading =
  | { readonly ok: true; readonly value: CellValue }
  | {
      readonly ok: false
      readonly code: 'unreadable_value' | 'ambiguous_name' | 'unknown_word'
      readonly expected: Expected
    }

/** What cells name besides themselves: words of the territory, its facts. */
export interface Meanings {
  /** Null: no such word. */
  word(vocabulary: Vocabulary, cell: string): string | null
  /** The id of what is named, by id or by name; null: several bear the name. An unknown name stands as it is. */
  named(noun: Named, cell: string): string | null
}

export function isBlank(cell: string): boolean {
  return plainText(cell).trim() === ''
}

/** The value of a cell that is not blank. */
export function readCell(cell: string, kind: CellKind, meanings: Meanings): CellReading {
  if (kind === 'line') return read(unmarked(plainLine(cell)))
  if (kind === 'text') return read(unmarked(plainText(cell)))
  if (kind === 'list') return read(splitList(unmarked(plainLine(cell))))
  if (kind === 'value') return read(readTyped(plainText(cell)))
  const trimmed = plainLine(cell).trim()
  if (kind === 'id') return read(readId(cell))
  if (kind === 'number') return readOr(writtenNumber(trimmed)?.value ?? null, 'number')
  if (kind === 'numbers') return readNumbers(unmarked(trimmed))
  if (kind === 'date') return readOr(date(trimmed), 'date')
  if (kind === 'digits') return read(digits(trimmed))
  if ('word' in kind) return readWord(unmarked(trimmed), kind.word, meanings)
  if ('words' in kind) return readWords(unmarked(trimmed), kind.words, meanings)
  if ('option' in kind) return readOption(trimmed, kind.option)
  const id = meanings.named(kind.names, unmarked(trimmed))
  return id === null ? { ok: false, code: 'ambiguous_name', expected: { fact: kind.names } } : read(id)
}

/** The id in a cell: one line, no space around, no apostrophe that only keeps it from being a formula. */
export function readId(cell: string): string {
  return unmarked(plainLine(cell).trim())
}

/** The cell of a value; '' for an absent one. */
export function writeCell(value: CellValue | null | undefined, kind: CellKind): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value !== 'string') return marked(writeList(value))
  return marked(value, kind === 'value' ? readsOtherwise : needsMark)
}

/** The header of an attribute's column, which never reads as one of the fields of the noun. */
export function writeAttributeHeader(name: string, isField: (header: string) => boolean): string {
  const plain = !isField(name) && !name.startsWith(attributePrefix) && !needsMark(name)
  return (plain ? '' : attributePrefix) + markedWithin(name)
}

export function readAttributeHeader(header: string): string {
  return unmarkedWithin(header.startsWith(attributePrefix) ? header.slice(attributePrefix.length).trim() : header)
}

const attributePrefix = 'attribute:'

// What a spreadsheet runs as a formula (OWASP, CSV Injection), in its full-width forms too.
const formula = /^[=+\-@\t\r\n＝＋－＠]/

/**
 * Where a cell may begin that a file has no cell for: after what parts cells or rows in another reader, which then takes no
 * notice of the quotes around them (a French Excel parts them at semicolons, an import of text at bars). Then spaces and quotes, apostrophes, a formula.
 */
const laterStart = /([;|\t\r\n][\s"]*)('*)([=+\-@＝＋－＠]?)/g

function marked(text: string, needs = needsMark): string {
  return (needs(text) ? "'" : '') + markedWithin(text)
}

/** Takes apostrophes away exactly where `marked` puts them. */
function unmarked(cell: string, needs = needsMark): string {
  const text = unmarkedWithin(cell)
  return text.startsWith("'") && needs(text.slice(1)) ? text.slice(1) : text
}

function markedWithin(text: string): string {
  return text.replace(laterStart, (all, start, apostrophes, sign) =>
    sign === '' ? all : `${start}'${apostrophes}${sign}`,
  )
}

function unmarkedWithin(cell: string): string {
  return cell.replace(laterStart, (all, start, apostrophes, sign) =>
    sign === '' || apostrophes === '' ? all : `${start}${apostrophes.slice(1)}${sign}`,
  )
}

/** Apostrophes in front do not count: a text that looks like a marked one gets a mark of its own. */
function needsMark(text: string): boolean {
  const bare = text.replace(/^'+/, '')
  return bare.trim() === '' || formula.test(bare)
}

/** In a cell that may hold any type, the texts that would read as a number or a boolean need the mark too. */
function readsOtherwise(text: string): boolean {
  return needsMark(text) || typeof typed(text.replace(/^'+/, '').trim()) !== 'string'
}

function readTyped(cell: string): string | number | boolean {
  const text = unmarked(cell, readsOtherwise)
  return text === cell ? typed(cell.trim(), cell) : text
}

/** French and English spreadsheets rename booleans when they save; other words stay words. */
function typed(cell: string, text = cell): string | number | boolean {
  if (/^(true|vrai)$/i.test(cell)) return true
  if (/^(false|faux)$/i.test(cell)) return false
  // A leading zero (a postal code, a telephone) or more digits than a double holds is no number.
  const point = cell.replace(',', '.')
  const plain = /^-?(0|[1-9]\d{0,14})([.,]\d{1,15})?$/.test(cell) || String(Number(point)) === point
  return (plain ? writtenNumber(cell)?.value : null) ?? text
}

/** Digits without what spaces them out, nor the decimals of none that a table of numbers gives to whole ones. */
function digits(cell: string): string {
  const whole = cell.replace(/^(\d+)[.,]0$/, '$1')
  return /^[\d\s.-]*$/.test(whole) ? whole.replace(/[\s.-]/g, '') : whole
}

/** A day of the calendar: YYYY-MM-DD as it stands, or the French day/month/year. */
function date(cell: string): string | null {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(cell) ?? []
  const iso = year === '' ? cell : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDate(iso) ? iso : null
}

/** Items joined by `; `. A backslash keeps the semicolon, the backslash or the outer space after it; `;` alone is the empty list. */
export function writeList(items: readonly (string | number)[]): string {
  if (items.length === 0) return ';'
  return items
    .map(String)
    .map((item) => item.replace(/[\\;]|^\s|\s$/g, (kept) => `\\${kept}`))
    .join('; ')
}

function splitList(cell: string): string[] {
  const items: string[] = []
  let item = ''
  // Length of the item without the spaces that only surround it.
  let kept = 0
  const close = () => {
    if (kept > 0) items.push(item.slice(0, kept))
    item = ''
    kept = 0
  }
  for (let i = 0; i < cell.length; i++) {
    const character = cell.charAt(i)
    if (character === '\\' && /[\\;\s]/.test(cell.charAt(i + 1))) {
      item += cell.charAt(++i)
      kept = item.length
    } else if (character === ';') {
      close()
    } else if (item !== '' || /\S/.test(character)) {
      item += character
      if (/\S/.test(character)) kept = item.length
    }
  }
  close()
  return items
}

function readWord(cell: string, vocabulary: Vocabulary, meanings: Meanings): CellReading {
  const word = meanings.word(vocabulary, cell)
  return word === null ? { ok: false, code: 'unknown_word', expected: { word: vocabulary } } : read(word)
}

function readWords(cell: string, vocabulary: Vocabulary, meanings: Meanings): CellReading {
  const words: string[] = []
  for (const item of splitList(cell)) {
    const reading = readWord(item, vocabulary, meanings)
    if (!reading.ok) return reading
    words.push(reading.value as string)
  }
  return read(words)
}

function readNumbers(cell: string): CellReading {
  const numbers = splitList(cell).map((item) => writtenNumber(item)?.value)
  const read = numbers.filter((number) => number !== undefined)
  return readOr(read.length < numbers.length ? null : read, 'number')
}

function readOption(cell: string, list: OptionList): CellReading {
  const word = optionMeant(list, cell)
  if (word === null)
    return { ok: false, code: 'unreadable_value', expected: list === 'boolean' ? list : { oneOf: list } }
  return read(list === 'boolean' ? word === 'true' : word)
}

function read(value: CellValue): CellReading {
  return { ok: true, value }
}

function readOr(value: CellValue | null, expected: Expected): CellReading {
  return value === null ? { ok: false, code: 'unreadable_value', expected } : read(value)
}
