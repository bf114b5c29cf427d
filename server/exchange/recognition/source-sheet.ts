import type { SheetPlace } from '../plan.ts'
import type { Row, Table } from '../tables.ts'

/** A sheet of a file as it was read: rows of texts, nothing understood yet. */
export interface SourceSheet extends SheetPlace {
  readonly rows: readonly Row[]
  readonly flaw?: Table['flaw']
}

/** What tells a sheet from all others of an import. */
export function placeKey({ file, sheet }: SheetPlace): string {
  return JSON.stringify([file, sheet])
}
