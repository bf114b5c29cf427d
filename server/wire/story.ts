import { z } from 'zod'

/** A story as a file. */
export const storyQuerySchema = z.strictObject({ story: z.string().max(200), lang: z.enum(['fr', 'en']).default('fr') })

/** One of its views as it is projected. */
export const slideQuerySchema = z.strictObject({ view: z.string().max(200), lang: z.enum(['fr', 'en']).default('fr') })
