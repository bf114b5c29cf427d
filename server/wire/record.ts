import { z } from 'zod'
import { plainLine } from '../domain/plain-text.ts'
import { nouns } from '../domain/territory.ts'
import type { ChangesPage, ChangesSince, CommitHead } from '../store/log.ts'
import type { Positions, TerritorySummary } from '../store/store.ts'
import { origins } from '../store/store.ts'
import { territoryScreens } from './pages.ts'
import { changeSchema, changesSchema } from './territory.ts'

export const territorySummarySchema = z.strictObject({
  id: z.string(),
  revision: z.int(),
  updatedAt: z.string(),
  settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  actors: z.int(),
  spaces: z.int(),
  ties: z.int(),
  participations: z.int(),
  waves: z.int(),
}) satisfies z.ZodType<TerritorySummary>
export const territoriesSchema = z.array(territorySummarySchema)
export type TerritorySummaryWire = z.infer<typeof territorySummarySchema>

const counts = z.partialRecord(z.enum(nouns), z.int())

/** A commit without its changes, which are read page by page. */
export const commitSchema = z.strictObject({
  revision: z.int(),
  key: z.string(),
  author: z.string().nullable(),
  at: z.string(),
  origin: z.enum(origins),
  undoes: z.int().exactOptional(),
  /** How many facts of each noun. */
  put: counts,
  removed: counts,
  /** Keys of the settings it put; at most fifty. */
  settings: z.array(z.string()),
  undoable: z.boolean(),
}) satisfies z.ZodType<CommitHead>
export const commitsSchema = z.array(commitSchema)
export type CommitWire = z.infer<typeof commitSchema>

/** Some changes of a commit, and as many of those that lead back; `total` counts the longer list. */
export const changesPageSchema = z.strictObject({
  revision: z.int(),
  from: z.int(),
  total: z.int(),
  changes: z.array(changeSchema),
  inverse: z.array(changeSchema),
}) satisfies z.ZodType<ChangesPage>

/** What leads from one revision to the latest; null: so much, or what cannot be told, that the territory has to be loaded anew. */
export const changesSinceSchema = z.strictObject({
  revision: z.int(),
  changes: z.array(changeSchema).nullable(),
}) satisfies z.ZodType<ChangesSince>

/** What somebody can have open; a tie is the list of the two actors it is between. */
const openNouns = ['actor', 'space', 'tie', 'finding'] as const

/**
 * Somebody who looks at a territory: by the name they chose for themselves, or none, the page they look at, and what they
 * have open there. Kept nowhere.
 */
export const presentSchema = z.strictObject({
  name: z.string().overwrite(plainLine).trim().min(1).max(60).optional().catch(undefined),
  at: z.enum(territoryScreens).optional().catch(undefined),
  noun: z.enum(openNouns).optional().catch(undefined),
  id: z.string().overwrite(plainLine).min(1).max(500).optional().catch(undefined),
})
export type Present = z.infer<typeof presentSchema>

/** What befalls a territory, as server-sent events: the data of each by its name. */
export const territoryEventSchemas = {
  /** What leads from revision `since` to `revision`. */
  commits: changesSinceSchema.extend({ since: z.int() }),
  /** Every few seconds, when nothing happens. */
  alive: z.strictObject({}),
  /** Who else looks at it: from the start, and whenever that changes. */
  present: z.strictObject({ others: z.array(presentSchema) }),
  /** Last: the territory was erased, or another has taken its name. */
  gone: z.strictObject({}),
} as const
export type TerritoryEventName = keyof typeof territoryEventSchemas

/** The same, for the description of the API. */
export const territoryEventSchema = z.union([
  z.strictObject({ event: z.literal('commits'), id: z.int(), data: territoryEventSchemas.commits }),
  z.strictObject({ event: z.literal('present'), data: territoryEventSchemas.present }),
  z.strictObject({ event: z.literal('alive'), data: territoryEventSchemas.alive }),
  z.strictObject({ event: z.literal('gone'), data: territoryEventSchemas.gone }),
])

export const authorSchema = z.string().overwrite(plainLine).trim().min(1).max(200).nullable().default(null)
/** Chosen by the caller: a request sent twice is carried out once. */
export const keySchema = z
  .string()
  .min(8)
  .max(100)
  .refine((key) => key === plainLine(key), 'Invalid input: expected plain characters on one line')

export const territoryIdSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
  .meta({ description: 'Lower-case letters, digits and hyphens' })

/** The territories that come with Maillage, whether they are here or were removed. */
export const examplesSchema = z.array(z.strictObject({ id: z.string(), name: z.string() }))

export const createTerritorySchema = z.strictObject({
  id: territoryIdSchema,
  key: keySchema,
  author: authorSchema,
  changes: changesSchema.default([]),
})

export const commitChangesSchema = z.strictObject({
  base: z.int().min(1),
  key: keySchema,
  author: authorSchema,
  origin: z.enum(['edit', 'import', 'survey', 'seminar']).default('edit'),
  changes: changesSchema.min(1),
})

export const undoSchema = z.strictObject({
  revision: z.int().min(2),
  base: z.int().min(1),
  key: keySchema,
  author: authorSchema,
})

/** Nothing leads back: the actor leaves history too. */
const draft = { key: keySchema, author: authorSchema }
export const forgetSchema = z.union([
  z.strictObject({ actor: z.string().min(1).max(200), ...draft }),
  z.strictObject({ person: z.string().min(1).max(10_000), ...draft }),
])

const point = z.tuple([z.number(), z.number()])
export const positionsSchema = z.strictObject({
  actors: z.record(z.string(), point),
  spaces: z.record(z.string(), point),
}) satisfies z.ZodType<Positions>
export type PositionsWire = z.infer<typeof positionsSchema>
