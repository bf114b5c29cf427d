import { z } from 'zod'
import { besideFigures, type OwnChange, type Standing, type TerritoryChange } from '../waves/beside.ts'
import { type Judged, reasons } from '../waves/comparability.ts'

const ownSchema = z.strictObject({ change: z.number(), z: z.number() }) satisfies z.ZodType<OwnChange>

const standingSchema = z.strictObject({
  own: ownSchema,
  others: z.array(z.strictObject({ territory: z.string(), z: z.number() })),
  below: z.int(),
  above: z.int(),
}) satisfies z.ZodType<Standing>

const judgedStanding = z.union([
  z.strictObject({ value: standingSchema, reason: z.null() }),
  z.strictObject({ value: z.null(), reason: z.enum(reasons) }),
]) satisfies z.ZodType<Judged<Standing>>

const spanSchema = z.strictObject({
  territory: z.string(),
  name: z.string(),
  from: z.string(),
  to: z.string(),
  /** Of the two waves, for people. */
  labels: z.tuple([z.string(), z.string()]),
  years: z.number(),
}) satisfies z.ZodType<Omit<TerritoryChange, 'changes'>>

/** A territory's change beside those of the others that are held, each between its two latest surveys. */
export const besideSchema = z.strictObject({
  own: spanSchema,
  /** Those that have two surveys. */
  others: z.array(spanSchema),
  figures: z.record(z.enum(besideFigures), judgedStanding),
})
export { besideFigures } from '../waves/beside.ts'
