import { z } from 'zod'
import { comparisonSchema } from './comparison.ts'
import { diagnosisSchema } from './diagnosis.ts'
import { groupings, measuredSchema, measuresSchema } from './measures.ts'
import { askedPerimeterSchema } from './network.ts'

/** What measures to compute on the network of a perimeter, however long it takes. */
const measuresJobSchema = z.strictObject({
  kind: z.literal('measures'),
  perimeter: askedPerimeterSchema.default({}),
  groups: z.enum(groupings).default('sphere'),
  twoMode: z.boolean().default(false),
  /** Ids; absent: every one that applies. */
  measures: z.array(z.string().max(100)).min(1).max(1_000).optional(),
  /** Whether to sample nothing and leave nothing out, whatever the size. */
  exact: z.boolean().default(false),
})
export type MeasuresJobWire = z.infer<typeof measuresJobSchema>

/** To diagnose a wave, the latest unless one is named, until the findings are refined. */
const diagnosisJobSchema = z.strictObject({
  kind: z.literal('diagnosis'),
  wave: z.string().max(200).optional(),
})
export type DiagnosisJobWire = z.infer<typeof diagnosisJobSchema>

/** To compare two waves, and then what the diagnoses of both say, until those are refined. */
const comparisonJobSchema = z.strictObject({
  kind: z.literal('comparison'),
  /** Absent: the two latest surveys, or of a territory without two, its two latest waves. */
  from: z.string().max(200).optional(),
  to: z.string().max(200).optional(),
  /** Absent: all. */
  tieKinds: z.array(z.string().max(200)).max(1_000).optional(),
})
export type ComparisonJobWire = z.infer<typeof comparisonJobSchema>

export const jobRequestSchema = z.discriminatedUnion('kind', [
  measuresJobSchema,
  diagnosisJobSchema,
  comparisonJobSchema,
])

export const jobStates = ['running', 'done', 'failed', 'cancelled'] as const

export const jobSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(['measures', 'diagnosis', 'comparison']),
  territory: z.string(),
  /** The revision that it works on. */
  revision: z.int(),
  state: z.enum(jobStates),
  /** Share of the work that is done, 0..1; it never falls. */
  share: z.number(),
  /** What is being worked on, such as the id of a measure. */
  current: z.string().nullable(),
  /** Events of partial results so far. */
  results: z.int(),
  /** Why it failed. */
  problem: z.strictObject({ code: z.string(), details: z.json() }).nullable(),
})
export type JobWire = z.infer<typeof jobSchema>

/** What follows of a job, as server-sent events: the data of each by its name. */
export const jobEventSchemas = {
  /** Of measures, first: what their values are about. */
  frame: measuresSchema.omit({ measures: true }),
  measure: z.strictObject({ id: z.string(), measured: measuredSchema }),
  /** Of a diagnosis: everything known so far, each in place of the one before. */
  diagnosis: diagnosisSchema,
  /** Of two waves: everything known so far, each in place of the one before. */
  comparison: comparisonSchema,
  progress: jobSchema.pick({ share: true, current: true }),
  /** Last: `done`, `failed` or `cancelled`. */
  end: jobSchema.pick({ state: true, problem: true }),
} as const
export type JobEventName = keyof typeof jobEventSchemas

/** The same, for the description of the API. */
export const jobEventSchema = z.union([
  z.strictObject({ event: z.literal('frame'), id: z.int(), data: jobEventSchemas.frame }),
  z.strictObject({ event: z.literal('measure'), id: z.int(), data: jobEventSchemas.measure }),
  z.strictObject({ event: z.literal('diagnosis'), id: z.int(), data: jobEventSchemas.diagnosis }),
  z.strictObject({ event: z.literal('comparison'), id: z.int(), data: jobEventSchemas.comparison }),
  z.strictObject({ event: z.literal('progress'), data: jobEventSchemas.progress }),
  z.strictObject({ event: z.literal('end'), data: jobEventSchemas.end }),
])
