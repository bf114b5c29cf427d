import type { AskedPerimeter } from '../answer/perimeter.ts'
import { networkSchema, type PerimeterQuery, perimeterQuerySchema, twoModeSchema } from '../wire/network.ts'
import { sendJson } from './bytes.ts'
import { whileListening } from './listening.ts'
import { type App, type Rooms, territoryParams, versionAt } from './rooms.ts'
import { isFresh } from './tag.ts'

const tags = ['networks']

/** What a perimeter makes of a territory. */
export function answerNetworks(app: App, rooms: Rooms): void {
  const { compute } = rooms
  app.get(
    '/api/territories/:id/network',
    {
      schema: {
        tags,
        summary: 'Actors and the ties between them',
        params: territoryParams,
        querystring: perimeterQuerySchema,
        response: { 200: networkSchema },
      },
    },
    async (request, reply) => {
      const of = await versionAt(rooms, request.params.id)
      if (isFresh(request, reply, of.stamp, request.query)) return reply
      const perimeter = askedIn(request.query)
      return sendJson(reply, await compute.answer('network', { of, perimeter }, whileListening(reply)))
    },
  )

  app.get(
    '/api/territories/:id/two-mode',
    {
      schema: {
        tags,
        summary: 'Actors and the spaces they take part in',
        params: territoryParams,
        querystring: perimeterQuerySchema,
        response: { 200: twoModeSchema },
      },
    },
    async (request, reply) => {
      const of = await versionAt(rooms, request.params.id)
      if (isFresh(request, reply, of.stamp, request.query)) return reply
      const perimeter = askedIn(request.query)
      return sendJson(reply, await compute.answer('twoMode', { of, perimeter }, whileListening(reply)))
    },
  )
}

export function askedIn({ collective, ...query }: PerimeterQuery): AskedPerimeter {
  return collective === undefined ? query : { ...query, collective: collective === 'true' }
}
