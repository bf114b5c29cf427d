import type { ReadRefusal } from '../preview.ts'
import type { CellRefusal } from '../sheet-preview.ts'
import { placeKey } from './source-sheet.ts'
import type { Understood } from './understanding.ts'

/** What is refused, by sheet; of what comes from none, null. */
export class Told {
  readonly #refusals = new Map<Understood | null, (CellRefusal & { readonly row: number | null })[]>()
  readonly #seen = new Set<string>()

  add(sheet: Understood | null, row: number | null, refusal: CellRefusal): void {
    const list = this.#refusals.get(sheet) ?? []
    // What keeps several facts of a row is told once.
    const key = JSON.stringify([sheet && placeKey(sheet.sheet), row, refusal])
    if (this.#seen.has(key)) return
    this.#seen.add(key)
    list.push({ row, ...refusal })
    this.#refusals.set(sheet, list)
  }

  of(sheet: Understood | null): readonly (CellRefusal & { readonly row: number | null })[] {
    return this.#refusals.get(sheet) ?? []
  }
}

export function refusalAt(
  sheet: Understood,
  { row, column, ...refusal }: CellRefusal & { readonly row: number | null },
): ReadRefusal {
  const header = sheet.columns.find(({ key }) => key === column)?.header
  return { file: calledFile(sheet), row, column: header || column, ...refusal }
}

export function flawAt(sheet: Understood, { first, ...flaw }: Understood['flaws'][number]): ReadRefusal {
  return { file: calledFile(sheet), row: first, column: null, ...flaw }
}

function calledFile({ sheet: { file, sheet } }: Understood): string {
  return sheet === null ? file : `${file}, ${sheet}`
}
