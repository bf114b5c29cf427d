import { fileLimits } from '../preview.ts'
import type { Row } from '../tables.ts'
import { Unreadable } from './unreadable.ts'

/** The sheet that is being read: cells come in any order, blank ones are not kept. Throws `Unreadable` past `fileLimits`. */
export class Grid {
  readonly #rows = new Map<number, string[]>()
  #cells = 0

  /** @param row from 1 @param column from 0 */
  put(row: number, column: number, text: string): void {
    if (text === '') return
    if (column >= fileLimits.columns) throw tooMany('too_many_columns', column + 1, fileLimits.columns)
    let cells = this.#rows.get(row)
    if (!cells) {
      // A header goes with the rows.
      if (this.#rows.size > fileLimits.rows) throw tooMany('too_many_rows', this.#rows.size, fileLimits.rows)
      cells = []
      this.#rows.set(row, cells)
    }
    this.#cells += Math.max(0, column + 1 - cells.length)
    if (this.#cells > fileLimits.cells) throw tooMany('too_many_cells', this.#cells, fileLimits.cells)
    while (cells.length < column) cells.push('')
    cells[column] = text
  }

  /** Rows that are there so far. */
  get size(): number {
    return this.#rows.size
  }

  rows(): Row[] {
    return [...this.#rows].sort(([a], [b]) => a - b).map(([row, cells]) => ({ row, cells }))
  }
}

function tooMany(code: 'too_many_rows' | 'too_many_columns' | 'too_many_cells', got: number, atMost: number) {
  return new Unreadable({ code, got: String(got), expected: { atMost } })
}
