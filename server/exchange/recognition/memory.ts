import { createHash } from 'node:crypto'
import { z } from 'zod'
import { longestText } from '../../domain/description.ts'
import { folded } from '../../domain/folding.ts'
import { plainLine, plainText } from '../../domain/plain-text.ts'
import type { Setting, Territory } from '../../domain/territory.ts'
import { type ColumnMeaning, columnHolds, type SheetKind, type SheetPlan, sheetKinds } from '../plan.ts'
import { valueKey } from './value-meaning.ts'

/**
 * What people decided of files of one shape, kept as a setting of the territory: it is committed, undone, exported and copied with it. Lists of
 * pairs, for a column may be called `constructor`.
 */
export interface Memory {
  readonly kind?: SheetKind
  /** By folded header. */
  readonly columns: ReadonlyMap<string, ColumnMeaning>
  /** By folded header and value. */
  readonly values: ReadonlyMap<string, string>
}

/** What names a shape: the headers of its columns, whatever their order, case and accents. */
export function shapeOf(headers: readonly string[]): string {
  const shape = JSON.stringify([...new Set(headers.map(folded))].filter((header) => header !== '').sort())
  return `import.${createHash('sha256').update(shape).digest('base64url').slice(0, 16)}`
}

export function recalled(territory: Territory, shape: string): Memory {
  const setting = territory.settings.get(shape)?.value
  const parsed = typeof setting === 'string' ? memorySchema.safeParse(json(setting)) : null
  const { kind, columns, values } = parsed?.success ? parsed.data : { columns: [], values: [] }
  return {
    ...(kind && { kind }),
    columns: new Map(columns.map(([header, holds, target]) => [header, { holds, target }])),
    values: new Map(values.map(([header, value, means]) => [valuePlace(header, value), means])),
  }
}

/** What was remembered, and what the plan of a sheet adds; null: that is nothing new. @param headerOf the header of a column */
export function learnt(
  territory: Territory,
  shape: string,
  { kind, columns = [], values = [] }: SheetPlan,
  headerOf: (key: string) => string | undefined,
): Setting | null {
  const before = recalled(territory, shape)
  const meanings = new Map(before.columns)
  for (const { column, holds, target } of columns) {
    const header = headerKey(headerOf(column) ?? '')
    if (header !== '') meanings.set(header, { holds, target: plainLine(target) })
  }
  const meant = new Map(before.values)
  for (const { column, value, means } of values) {
    // Of a column that the sheet does not have there is nothing to remember.
    const header = headerOf(column)
    if (header === undefined || value.length > 200 || means.length > 200) continue
    meant.set(valuePlace(headerKey(header || column), valueKey(value)), plainLine(means))
  }
  const known = kind ?? before.kind
  if (known === undefined && meanings.size === 0 && meant.size === 0) return null
  const kept = {
    ...(known && { kind: known }),
    columns: [...meanings].map(([header, { holds, target }]) => [header, holds, target]),
    values: [...meant].map(([place, means]) => [...(JSON.parse(place) as [string, string]), means]),
  }
  // A setting holds so much; what was decided last goes first out of what is too much.
  while (JSON.stringify(kept).length > longestText && kept.values.length > 0) kept.values.pop()
  const value = JSON.stringify(kept)
  return value.length > longestText || territory.settings.get(shape)?.value === value ? null : { key: shape, value }
}

export function valuePlace(header: string, value: string): string {
  return JSON.stringify([header, value].map((text) => plainText(text)))
}

/** A header as it is remembered. */
export function headerKey(header: string): string {
  return plainText(folded(header))
}

const memorySchema = z.object({
  kind: z.enum(sheetKinds).optional(),
  columns: z.array(z.tuple([z.string(), z.enum(columnHolds), z.string()])),
  values: z.array(z.tuple([z.string(), z.string(), z.string()])),
})

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
