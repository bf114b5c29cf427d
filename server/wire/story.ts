import { z } from 'zod'

/** In which language a story is told, as a file or on screen. */
export const storyQuerySchema = z.strictObject({ lang: z.enum(['fr', 'en']).default('fr') })
