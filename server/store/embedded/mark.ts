import { randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { Damage } from './seals.ts'

/**
 * What the one row of table `store` says, always of the same length: which opening of which file wrote last, and how many
 * transactions it has had. Every transaction counts it on, so every one of them leaves it in the write-ahead log.
 */
export interface Mark {
  /** Migration steps taken, as user_version says: the two vouch for each other. */
  readonly format: number
  /** 32 hexadecimal digits, drawn anew at each opening. */
  readonly opening: string
  readonly transactions: number
  /** The opening before. */
  readonly previous: string
}

const pattern = /maillage (\d{4}) ([0-9a-f]{32}) (\d{16}) ([0-9a-f]{32}) ([0-9a-f]{8})/
const nobody = '0'.repeat(32)

/** That of a file that has just been made, or has just learnt to bear one. */
export function firstMark(): string {
  return markText({ format: 0, opening: newOpening(), transactions: 0, previous: nobody })
}

/** After one more transaction. Throws on what is no mark. */
export function nextMark(text: string): string {
  const mark = mustBeMark(text)
  return markText({ ...mark, transactions: mark.transactions + 1 })
}

/** After the transaction by which a file is opened. Throws on what is no mark. */
export function openingMark(text: string): string {
  const { format, opening, transactions } = mustBeMark(text)
  return markText({ format, opening: newOpening(), transactions: transactions + 1, previous: opening })
}

/** Throws on what is no mark. */
export function ofFormat(text: string, format: number): string {
  return markText({ ...mustBeMark(text), format })
}

/** Null for anything but a mark that is whole. */
export function markIn(text: string): Mark | null {
  const [whole, format, opening = '', transactions = '', previous = '', sum] = pattern.exec(text) ?? []
  if (whole === undefined || sumOf(whole.slice(0, -8)) !== sum) return null
  return { format: Number(format), opening, transactions: Number(transactions), previous }
}

function mustBeMark(text: string): Mark {
  const mark = markIn(text)
  if (!mark) throw new Damage('its mark is not as it was written')
  return mark
}

function markText({ format, opening, transactions, previous }: Mark): string {
  const text = `maillage ${String(format).padStart(4, '0')} ${opening} ${String(transactions).padStart(16, '0')} ${previous} `
  return text + sumOf(text)
}

function sumOf(text: string): string {
  return crc32(text).toString(16).padStart(8, '0')
}

function newOpening(): string {
  return randomBytes(16).toString('hex')
}
