import type { ImportedWire } from '../wire/exchange.ts'

export type RefusalCode = ImportedWire['refusals'][number]['code']

/** Where in the files of an import a refusal is. */
export type RefusedPlace = Pick<ImportedWire['refusals'][number], 'file' | 'row' | 'column' | 'code'>

export type Reasons = Readonly<Record<RefusalCode, (got: string, expected: string) => string>>
