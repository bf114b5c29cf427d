import type { SheetPreviewWire } from '../wire/exchange.ts'

/** How a language tells apart the tables of one sheet. */
export interface SheetTableWords {
  /** Where one of them stands, after the name of its sheet. */
  readonly part: (part: NonNullable<SheetPreviewWire['part']>) => string
  /** A row that is read as data, and may be the header of another table. */
  readonly perhapsHeader: (row: number) => string
}
