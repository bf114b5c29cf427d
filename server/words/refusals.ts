import type { ImportedWire } from '../wire/exchange.ts'

export type RefusalCode = ImportedWire['refusals'][number]['code']

export type Reasons = Readonly<Record<RefusalCode, (got: string, expected: string) => string>>
