import { z } from 'zod'

/** RFC 9457 problem details. `code` is stable; what it tells besides is in `details`. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  details: z.json(),
  instance: z.string().optional(),
})
export type ProblemWire = z.infer<typeof problemSchema>
