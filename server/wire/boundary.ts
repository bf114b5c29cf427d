import { z } from 'zod'
import { alikeReasons } from '../exchange/sheet-preview.ts'
import { fileSchema } from './exchange.ts'

/** An extract of the register of companies, and which of its establishments count. */
export const askedBoundarySchema = z.strictObject({
  file: fileSchema,
  /** Letters of sections of NAF; none: all. */
  sections: z.array(z.string().regex(/^[A-U]$/)).max(21),
  /** Employees at least; 0: any. */
  headcount: z.int().min(0).max(100_000),
})

const presenceSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('known'), actor: z.string(), by: z.enum(['siret', 'siren', 'name']) }),
  z.strictObject({
    is: z.literal('alike'),
    actors: z.array(z.strictObject({ id: z.string(), reason: z.enum(alikeReasons) })).readonly(),
  }),
  z.strictObject({ is: z.literal('missing') }),
])

export const boundarySchema = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('checked'),
    known: z.int(),
    all: z.int(),
    /** By EPCI, else by commune; those with nobody on the map first. */
    places: z.array(z.strictObject({ place: z.string(), known: z.int(), all: z.int() })).readonly(),
    /** Establishments that nobody on the map is for sure; the first ones. */
    absent: z
      .array(
        z.strictObject({
          siret: z.string(),
          name: z.string(),
          commune: z.string(),
          headcount: z.number().nullable(),
          presence: presenceSchema,
        }),
      )
      .readonly(),
    /** How many of them there are. */
    absentees: z.int(),
    /** What became of the rows of the extract: read = kept + beyond + closed + repeated + unread. */
    rows: z.strictObject({
      read: z.int(),
      kept: z.int(),
      /** Of another activity, or of fewer employees. */
      beyond: z.int(),
      closed: z.int(),
      repeated: z.int(),
      unread: z.int(),
    }),
  }),
  /** No sheet of the file has a column of SIRET, or the file could not be read. */
  z.strictObject({ state: z.literal('no_siret'), found: z.array(z.string()).readonly() }),
])

export type BoundaryWire = z.infer<typeof boundarySchema>
