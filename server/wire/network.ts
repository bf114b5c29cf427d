import { z } from 'zod'
import {
  actorSelections,
  directions,
  endStrengths,
  kindStrengths,
  type Perimeter,
  weightings,
} from '../domain/perimeter.ts'
import { bases } from '../domain/vocabulary.ts'
import { wordsOfList } from './list.ts'

const words = z.string().max(5_000).transform(wordsOfList)

/** A perimeter in a query string: what is absent is the default; an empty list means none. */
export const perimeterQuerySchema = z.strictObject({
  /** Absent: the latest wave. */
  wave: z.string().max(200).optional(),
  tieKinds: words.optional(),
  spaceKinds: words.optional(),
  direction: z.enum(directions).optional(),
  weights: z.enum(weightings).optional(),
  kindStrength: z.enum(kindStrengths).optional(),
  endStrength: z.enum(endStrengths).optional(),
  actors: z.enum(actorSelections).optional(),
  collective: z.enum(['true', 'false']).optional(),
})
export type PerimeterQuery = z.infer<typeof perimeterQuerySchema>

export const perimeterSchema = z.strictObject({
  wave: z.string(),
  tieKinds: z.array(z.string()).readonly(),
  spaceKinds: z.array(z.string()).readonly(),
  direction: z.enum(directions),
  weights: z.enum(weightings),
  kindStrength: z.enum(kindStrengths),
  endStrength: z.enum(endStrengths),
  actors: z.enum(actorSelections),
  collective: z.boolean(),
}) satisfies z.ZodType<Perimeter>

/** A perimeter in a body: what is absent is the default; an empty list means none. */
export const askedPerimeterSchema = perimeterSchema.partial()

const counts = z.strictObject({
  /** Actors the wave speaks of, before the perimeter left any out. */
  actorsOfWave: z.int(),
  declarations: z.int(),
  loops: z.int(),
  unknownStrength: z.int().nullable(),
})

/** Node numbers are indexes into `actors`. */
export const networkSchema = z.strictObject({
  territory: z.string(),
  revision: z.int(),
  basis: z.enum(bases),
  perimeter: perimeterSchema,
  actors: z.array(z.string()),
  edges: z.array(
    z.strictObject({
      from: z.int(),
      to: z.int(),
      weight: z.number().nullable(),
      /** Keys of the declarations behind it: JSON of [wave, kind, from, to, reporter]. */
      ties: z.array(z.string()),
      spaces: z.array(z.string()),
      multiplexity: z.int(),
    }),
  ),
  observedDyads: z.int(),
  /** Node numbers that did not answer; all of them in a wave made from documents. */
  silent: z.array(z.int()),
  counts,
  /** Actors of the territory that the wave does not speak of: other waves do, or none does, neither by roster, tie nor participation. */
  absent: z.strictObject({ otherWaves: z.array(z.string()).readonly(), noWave: z.array(z.string()).readonly() }),
})
export type NetworkWire = z.infer<typeof networkSchema>

/** Actors and spaces; `from` indexes actors, `to` indexes spaces. */
export const twoModeSchema = z.strictObject({
  territory: z.string(),
  revision: z.int(),
  perimeter: perimeterSchema,
  actors: z.array(z.string()),
  spaces: z.array(z.string()),
  /** For each space the index of the actor that is the same organisation, or null: a map draws the two once. */
  hosts: z.array(z.int().nullable()),
  edges: z.array(z.strictObject({ from: z.int(), to: z.int(), roles: z.array(z.string()) })),
})
export type TwoModeWire = z.infer<typeof twoModeSchema>
