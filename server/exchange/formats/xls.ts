import { type CellValue, EncryptedFileError, HucreError, read } from 'hucre'
import { Grid } from './grid.ts'
import type { Sheet } from './sheets.ts'
import { type Flaw, Unreadable } from './unreadable.ts'
import { booleanText, isoText, numberText } from './values.ts'

/** The sheets of a workbook of Excel 97–2003, or of a binary one (XLSB). Throws `Unreadable`. */
export async function readOldWorkbook(bytes: Uint8Array): Promise<Sheet[]> {
  if (isProtected(bytes)) throw new Unreadable({ code: 'protected_file', expected: null })
  const { sheets } = await read(bytes).catch((error: unknown) => {
    throw refusal(bytes, error)
  })
  return sheets.map(({ name, hidden = false, rows, merges = [] }): Sheet => {
    const grid = new Grid()
    let flaw: Flaw | null = null
    try {
      rows.forEach((cells, row) => {
        cells.forEach((cell, column) => {
          grid.put(row + 1, column, textOf(cell))
        })
      })
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      flaw = error.flaw
    }
    return {
      name,
      hidden,
      rows: flaw ? [] : grid.rows(),
      merges: merges.map(({ startRow, startCol, endRow, endCol }) => ({
        row: startRow + 1,
        column: startCol,
        rows: endRow - startRow + 1,
        columns: endCol - startCol + 1,
      })),
      ...(flaw && { flaw }),
    }
  })
}

/**
 * Whether a workbook of Excel 97–2003 is encrypted: its second record says so ([MS-XLS] 2.4.117), or its third, after one that
 * only keeps it from being changed. The first begins a sector, so that these follow within it.
 */
function isProtected(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = file.indexOf(globalsBegin)
  if (start < 0 || start + 32 > file.length) return false
  const second = start + 4 + file.readUInt16LE(start + 2)
  const next = file.readUInt16LE(second) === writeProtect ? second + 4 : second
  return file.readUInt16LE(next) === filePass
}

/** The record that begins a workbook: its number, its length, the version of BIFF8, what it begins. */
const globalsBegin = Buffer.from([0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00])
const writeProtect = 0x86
const filePass = 0x2f

function textOf(value: CellValue): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return numberText(value)
  if (typeof value === 'boolean') return booleanText(value)
  if (typeof value === 'string') return value
  if (Number.isNaN(value.getTime())) return ''
  const iso = value.toISOString()
  // A time alone is one of day 0, which is the last of 1899 or the day before.
  return /^1899-12-3[01]T/.test(iso) ? iso.slice(11, 19).replace(/:00$/, '') : isoText(iso)
}

function refusal(bytes: Uint8Array, error: unknown): unknown {
  if (error instanceof EncryptedFileError) return new Unreadable({ code: 'protected_file', expected: null })
  // What a damaged file makes of the reader: it indexes beyond its records.
  if (error instanceof HucreError || error instanceof RangeError || error instanceof TypeError) {
    return new Unreadable({ code: 'malformed_file', expected: { format: isOle(bytes) ? 'xls' : 'xlsb' } })
  }
  return error
}

function isOle([first]: Uint8Array): boolean {
  return first === 0xd0
}
