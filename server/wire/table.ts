import { z } from 'zod'
import { wordsOfList } from './list.ts'
import { perimeterQuerySchema } from './network.ts'
import { pictureQuerySchema } from './picture.ts'

export const tableFormats = ['xlsx', 'csv'] as const
export type TableFormat = (typeof tableFormats)[number]

/** What the table of a map may have a line for. */
export const tableRows = ['actors', 'ties', 'participations'] as const
export type TableRows = (typeof tableRows)[number]

/** The table of a map, in a query string: what is absent is what the page shows first. */
export const tableQuerySchema = perimeterQuerySchema
  .extend(pictureQuerySchema.pick({ lang: true, color: true, links: true, hide: true }).shape)
  .extend({
    rows: z.enum(tableRows).default('actors'),
    /** Ids of columns in their order, of actors those of measures too; absent: the usual ones. */
    columns: z.string().max(5_000).transform(wordsOfList).optional(),
    /** A column; after `-` from the largest on. Absent: the first of the usual ones. */
    sort: z.string().max(200).optional(),
  })
