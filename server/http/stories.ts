import { z } from 'zod'
import { storyQuerySchema } from '../wire/story.ts'
import { attach } from './attachment.ts'
import type { Rooms } from './rooms.ts'
import { type AddRoute, territoryParams } from './route.ts'

const presentation = 'application/vnd.openxmlformats-officedocument.presentationml.presentation'

/** Stories to be projected, on screen and as a file. */
export function answerStories(add: AddRoute, { compute, store }: Rooms): void {
  const shared = {
    method: 'GET',
    part: 'networks',
    access: 'read',
    query: storyQuerySchema,
    freshness: 'handler',
    answers: { 200: null },
  } as const

  add({
    ...shared,
    url: '/api/territories/:id/stories/:story/slides.pptx',
    params: territoryParams.extend({ story: z.string().max(200) }),
    summary: 'A story as a presentation: a slide a view, with title, text, map, legend and speaker notes',
    async handle({ params: { id, story }, query: { lang: language }, version, signal, isKnown, reply }) {
      const of = await version()
      const positions = await store.positions(id)
      if (isKnown(of.stamp, 'pptx', story, language, positions)) return reply
      const bytes = await compute.answer('story', { of, story, language, positions }, signal)
      attach(reply.type(presentation), `${id}.pptx`)
      return bytes
    },
  })

  add({
    ...shared,
    url: '/api/territories/:id/views/:view/slide.svg',
    params: territoryParams.extend({ view: z.string().max(200) }),
    summary: 'The map of a view as it is projected, with its legend, as SVG',
    async handle({ params: { id, view }, query: { lang: language }, version, signal, isKnown, reply }) {
      const of = await version()
      const positions = await store.positions(id)
      if (isKnown(of.stamp, 'slide', view, language, positions)) return reply
      reply.type('image/svg+xml; charset=utf-8')
      return await compute.answer('slide', { of, view, language, positions }, signal)
    },
  })
}
