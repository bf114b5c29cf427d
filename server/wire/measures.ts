import { z } from 'zod'
import { families } from '../analysis/measure.ts'
import { askedPerimeterSchema, perimeterQuerySchema, perimeterSchema } from './network.ts'

export const scopes = [
  'node',
  'edge',
  'graph',
  'group',
  'byDegree',
  'nodeset',
  'nodesets',
  'edgeset',
  'edgearray',
] as const

export const measureSchema = z.strictObject({
  id: z.string(),
  family: z.enum(families),
  scope: z.enum(scopes),
  needs: z.strictObject({
    directed: z.boolean().exactOptional(),
    weights: z.literal(true).exactOptional(),
    partition: z.literal(true).exactOptional(),
    external: z.literal(true).exactOptional(),
    twoMode: z.union([z.literal(true), z.literal('also')]).exactOptional(),
  }),
  range: z.string(),
  convention: z.string(),
  source: z.string(),
  complexity: z.string(),
  cost: z.enum(['instant', 'paths', 'heavy']),
  mostNodes: z.int().exactOptional(),
})
export const catalogueSchema = z.array(measureSchema)
export type MeasureWire = z.infer<typeof measureSchema>

/** The attribute of actors whose values are the groups. */
export const groupings = ['sphere', 'type', 'scope', 'commune'] as const

export const measuresQuerySchema = perimeterQuerySchema.extend({
  /** Comma-separated ids; absent: every instant one that applies. */
  measures: z.string().max(5_000).optional(),
  groups: z.enum(groupings).optional(),
  twoMode: z.enum(['true', 'false']).optional(),
})

const actorId = z.string().min(1).max(200)

/** One change of a network, whatever declarations are behind its ties; along the arc where it is directed. A new tie has strength 1. */
const networkChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('add_tie'), from: actorId, to: actorId }),
  z.strictObject({ kind: z.literal('remove_tie'), from: actorId, to: actorId }),
  /** A newcomer with its ties: inside the territory, and of no group. */
  z.strictObject({ kind: z.literal('add_actor'), actor: actorId, tiedTo: z.array(actorId).max(1_000) }),
  z.strictObject({ kind: z.literal('remove_actor'), actor: actorId }),
])
export type NetworkChangeWire = z.infer<typeof networkChangeSchema>

/** What measures of the network of a perimeter would be after one change. */
export const whatIfSchema = z.strictObject({
  perimeter: askedPerimeterSchema.default({}),
  groups: z.enum(groupings).default('sphere'),
  /** Ids. */
  measures: z.array(z.string().max(100)).min(1).max(1_000),
  change: networkChangeSchema
    .refine((change) => !('from' in change) || change.from !== change.to, { path: ['to'], error: 'another actor' })
    .refine((change) => !('tiedTo' in change) || new Set(change.tiedTo).size === change.tiedTo.length, {
      path: ['tiedTo'],
      error: 'each actor once',
    }),
})

/** Why values are not the whole, exact answer: sampled, computed for some nodes only, or the best found by search. */
const caveatSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('sampled'),
    sources: z.int(),
    of: z.int(),
    /** One per value. */
    standardError: z.array(z.number().nullable()),
  }),
  z.strictObject({ kind: z.literal('partial'), nodes: z.int(), of: z.int() }),
  z.strictObject({ kind: z.literal('heuristic'), runs: z.int(), between: z.tuple([z.number(), z.number()]) }),
])

export const measuredSchema = z.strictObject({
  scope: z.enum(scopes),
  values: z.json(),
  caveat: caveatSchema.exactOptional(),
})

/**
 * Values follow the node and edge order of the network of the same perimeter; null is undefined (« n. d. »). Sets
 * hold actor ids.
 */
export const measuresSchema = z.strictObject({
  territory: z.string(),
  revision: z.int(),
  perimeter: perimeterSchema,
  groups: z.enum(groupings),
  nodes: z.array(z.string()),
  edges: z.array(z.tuple([z.string(), z.string()])),
  measures: z.record(z.string(), measuredSchema),
  /** Asked for, and not defined on this network. */
  absent: z.array(z.string()),
})
export type MeasuresWire = z.infer<typeof measuresSchema>
