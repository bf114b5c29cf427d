import { z } from 'zod'
import { colorings } from '../drawing/categories.ts'
import { papers } from '../drawing/paper.ts'
import { layouts } from '../layout/arrangement.ts'
import { wordsOfList } from './list.ts'
import { perimeterQuerySchema } from './network.ts'

export const pictureFormats = ['svg', 'pdf', 'png'] as const
export type PictureFormat = (typeof pictureFormats)[number]

/** What a map on paper shows, in a query string: what is absent is what the page shows first. */
export const pictureQuerySchema = perimeterQuerySchema.extend({
  lang: z.enum(['fr', 'en']).default('fr'),
  paper: z.enum(papers).default('A4'),
  color: z.enum(colorings).default('sphere'),
  /** Id of the measure that sizes actors; `none`: all alike. */
  size: z.string().max(100).default('degree'),
  show: z.literal('spaces').optional(),
  layout: z.enum(layouts).default('free'),
  /** Whom the rings of distance are drawn around; absent: the actor with most partners. */
  around: z.string().max(200).optional(),
  /** Only the most embedded ties. */
  links: z.literal('backbone').optional(),
  /** Actors that are drawn alone; absent: all. */
  only: z.string().max(20_000).transform(wordsOfList).default([]),
  hide: z.string().max(5_000).transform(wordsOfList).default([]),
})
