import { z } from 'zod'
import { reasons } from '../waves/comparability.ts'
import { changeKinds, type SurveyPower } from '../waves/power.ts'

const end = z.number().nullable()
const changeSchema = z.strictObject({
  kind: z.enum(changeKinds),
  size: z.number().nullable(),
  interval: z.strictObject({ low: end, high: end }),
  curve: z.array(z.strictObject({ size: z.number(), seen: z.int(), draws: z.int() })),
  transitivity: z.tuple([z.number(), z.number()]).nullable(),
})
const atSchema = z.strictObject({ answers: z.int(), response: z.number(), changes: z.array(changeSchema) })

const valueSchema = z.strictObject({
  asked: z.int(),
  recall: z.number(),
  target: z.number(),
  expected: atSchema,
  more: z.array(atSchema),
  enough: z.int().nullable(),
  seed: z.string(),
}) satisfies z.ZodType<SurveyPower>

/** How large a change a survey to come would show. `value` null is what cannot be said, with its `reason`. */
export const powerSchema = z.strictObject({
  wave: z.string(),
  value: valueSchema.nullable(),
  reason: z.enum(reasons).nullable(),
})

/** Absent: the latest survey, and as many answers as it had. */
export const powerQuerySchema = z.strictObject({
  wave: z.string().max(200).optional(),
  /** Of those asked, 0..1. */
  response: z
    .string()
    // An empty text is a number to JavaScript: 0.
    .regex(/^(0|1|0?\.\d{1,6}|1\.0{1,6})$/)
    .transform(Number)
    .optional(),
})
