import { folded, foldedWords } from '../../domain/folding.ts'
import { plainLine } from '../../domain/plain-text.ts'
import { writtenNumber } from '../numbers.ts'
import { columnLetters, type Row } from '../tables.ts'
import { isDay, isMark, said } from './header-row.ts'

/** What stands in a column, as far as a look at its first rows tells. */
export interface ColumnContent {
  readonly index: number
  readonly key: string
  readonly header: string
  /** Folded words of the header, without the number of a question. */
  readonly words: string
  /** Texts by what they are folded, with how often; the first ones. */
  readonly values: ReadonlyMap<string, { readonly text: string; readonly count: number }>
  readonly filled: number
  /** Of the cells that are filled, from 0 to 1. */
  readonly numbers: number
  readonly days: number
  /** Names, addresses and numbers of people. */
  readonly people: number
  /** Crosses and the like. */
  readonly marks: number
  /** Of cells that hold what may part several names. */
  readonly parted: number
  readonly longest: number
}

const sampledRows = 3_000
const sampledText = 500

/** @param left columns of the sheet before them */
export function columnContents(rows: readonly Row[], names: readonly string[], left = 0): ColumnContent[] {
  const sample = rows.slice(0, sampledRows)
  return names.map((header, index) => columnContent(sample, header, index, columnLetters(left + index)))
}

function columnContent(rows: readonly Row[], header: string, index: number, key: string): ColumnContent {
  const values = new Map<string, { text: string; count: number }>()
  const seen = { filled: 0, numbers: 0, days: 0, people: 0, marks: 0, parted: 0, longest: 0 }
  for (const row of rows) {
    const cell = row.cells[index] ?? ''
    if (!said(cell)) continue
    const text = plainLine(cell.slice(0, sampledText)).trim()
    seen.filled++
    if (isDay(text)) seen.days++
    else if (writtenNumber(text) !== null) seen.numbers++
    if (isPerson(text)) seen.people++
    if (isMark(text)) seen.marks++
    if (/[,;/|+\n]|\s(et|&)\s/.test(cell.slice(0, sampledText))) seen.parted++
    seen.longest = Math.max(seen.longest, cell.length)
    const value = folded(text)
    const known = values.get(value)
    if (known) known.count++
    else values.set(value, { text, count: 1 })
  }
  const share = (count: number) => (seen.filled === 0 ? 0 : count / seen.filled)
  return {
    index,
    key,
    header,
    words: foldedWords(header.slice(0, sampledText)).replace(/^(g\d+)?q\d+[a-z]? (?=.)/, ''),
    values,
    filled: seen.filled,
    numbers: share(seen.numbers),
    days: share(seen.days),
    people: share(seen.people),
    marks: share(seen.marks),
    parted: share(seen.parted),
    longest: seen.longest,
  }
}

/** Of the distinct values, how many are among these, from 0 to 1. */
export function shareKnown({ values }: ColumnContent, isKnown: (folded: string) => boolean): number {
  let known = 0
  for (const value of values.keys()) if (isKnown(value)) known++
  return values.size === 0 ? 0 : known / values.size
}

function isPerson(text: string): boolean {
  return (
    /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i.test(text) ||
    /^(\+33|0)\s?[1-9]([\s.-]?\d{2}){4}$/.test(text) ||
    /^(m\.|mr\.?|mme\.?|mlle|monsieur|madame|dr|me)\s+\p{L}/iu.test(text)
  )
}
