import { z } from 'zod'
import type { Revival, YearlyNeed } from '../waves/revivals.ts'

const revivalSchema = z.strictObject({
  ends: z.tuple([z.string(), z.string()]),
  vitality: z.number(),
  silence: z.number(),
  lastContact: z.string().nullable(),
  held: z.number(),
  isBridge: z.boolean(),
  worth: z.number(),
  goBetween: z.string().nullable(),
}) satisfies z.ZodType<Revival>

const needSchema = z.strictObject({
  ties: z.number(),
  interval: z.strictObject({ low: z.number(), high: z.number() }),
  from: z.string(),
  to: z.string(),
}) satisfies z.ZodType<YearlyNeed>

/** Ties that fade, the worthiest first. */
export const revivalsSchema = z.strictObject({
  wave: z.string(),
  /** Null: no tie is dated, or there are too many actors. */
  revivals: z.array(revivalSchema).nullable(),
  /** How many a year keep the network as it is; null: there is no earlier survey that can be compared. */
  need: needSchema.nullable(),
})

/** Absent: the latest wave. */
export const revivalsQuerySchema = z.strictObject({ wave: z.string().max(200).optional() })

export const calendarQuerySchema = revivalsQuerySchema.extend({
  lang: z.enum(['fr', 'en']).default('fr'),
  /** The day of the first entry; absent: today. */
  start: z.iso
    .date()
    // What is due later would pass 9999, which calendars cannot write.
    .refine((day) => day < '9900')
    .optional(),
})
