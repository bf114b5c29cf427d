import { z } from 'zod'
import type { Surroundings } from '../geography/surroundings.ts'

const point = z.tuple([z.number(), z.number()]).readonly()
const line = z.array(point).readonly()

/** Where the actors of a territory are, and what lies around them. Points are degrees east and north (WGS 84). */
export const surroundingsSchema = z.strictObject({
  places: z.array(z.strictObject({ at: point, name: z.string(), actors: z.array(z.string()).readonly() })).readonly(),
  nowhere: z.number().int(),
  unknown: z.array(z.string()).readonly(),
  map: z
    .strictObject({
      window: z.strictObject({ west: z.number(), south: z.number(), east: z.number(), north: z.number() }),
      shores: z.array(line).readonly(),
      borders: z.array(z.strictObject({ of: z.enum(['country', 'department', 'epci']), line })).readonly(),
      departments: z.array(z.strictObject({ name: z.string(), at: point })).readonly(),
      towns: z.array(z.strictObject({ name: z.string(), at: point, people: z.number().int() })).readonly(),
    })
    .nullable(),
  withoutMap: z.enum(['no_places', 'unknown_communes', 'abroad']).nullable(),
}) satisfies z.ZodType<Surroundings>

export type SurroundingsWire = z.infer<typeof surroundingsSchema>
