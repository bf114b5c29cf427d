import { z } from 'zod'
import { diagnosisQuerySchema } from './diagnosis.ts'

export const reportFormats = ['pdf', 'docx'] as const
export type ReportFormat = (typeof reportFormats)[number]

export const reportQuerySchema = diagnosisQuerySchema.extend({ lang: z.enum(['fr', 'en']).default('fr') })
