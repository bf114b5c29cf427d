import { pictureFormats, pictureQuerySchema } from '../wire/picture.ts'
import { attach } from './attachment.ts'
import { perimeterAsked } from './networks.ts'
import type { Rooms } from './rooms.ts'
import { type AddRoute, territoryParams } from './route.ts'

const types = { svg: 'image/svg+xml; charset=utf-8', pdf: 'application/pdf', png: 'image/png' } as const

/** Maps on paper. */
export function answerPictures(add: AddRoute, { compute, store }: Rooms): void {
  for (const format of pictureFormats) {
    add({
      method: 'GET',
      url: `/api/territories/:id/picture.${format}`,
      part: 'networks',
      summary: `The map of a perimeter as ${format.toUpperCase()}, with title, date, basis, response, legend and source`,
      access: 'read',
      params: territoryParams,
      query: pictureQuerySchema,
      freshness: 'handler',
      answers: { 200: null },
      async handle({ params: { id }, query, version, signal, isKnown, reply }) {
        const { lang, paper, color, size, show, hide, only, layout, around, links, ...perimeter } = query
        const of = await version()
        const positions = await store.positions(id)
        if (isKnown(of.stamp, format, query, positions)) return reply
        const asked = {
          of,
          format,
          language: lang,
          paper,
          color,
          size,
          spaces: show === 'spaces',
          hidden: hide,
          only,
          layout,
          around: around ?? null,
          backbone: links === 'backbone',
          positions,
        }
        const bytes = await compute.answer('picture', { ...asked, perimeter: perimeterAsked(perimeter) }, signal)
        attach(reply.type(types[format]), `${id}.${format}`)
        return bytes
      },
    })
  }
}
