import { z } from 'zod'
import { bases } from '../domain/vocabulary.ts'
import { findingSchema } from './diagnosis.ts'

const ids = z.array(z.string())

/** The projects of a wave and who takes part in them, with what the rules of the diagnosis say of the programme. */
export const programmeSchema = z.strictObject({
  wave: z.string(),
  basis: z.enum(bases),
  projects: z.array(
    z.strictObject({
      id: z.string(),
      pilots: ids,
      /** Pilots included. */
      participants: ids,
      /** Whether a pilot, and whether anybody, could not be read in the source. */
      unreadPilot: z.boolean(),
      unreadRole: z.boolean(),
    }),
  ),
  /** Participations held to be uncertain. */
  doubtful: z.int(),
  /** Whether every participant is known: a document names pilots, and working groups seldom. */
  complete: z.boolean(),
  findings: z.array(findingSchema),
})
export type ProgrammeWire = z.infer<typeof programmeSchema>
