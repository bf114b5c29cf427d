import type { BoundaryWire } from '../wire/boundary.ts'

/** What became of the rows of an extract of the register of companies. */
export type RowsOfExtract = Extract<BoundaryWire, { readonly state: 'checked' }>['rows']
