import type { AskedPerimeter } from '../answer/perimeter.ts'
import { networkSchema, type PerimeterQuery, perimeterQuerySchema, twoModeSchema } from '../wire/network.ts'
import { sendJson } from './bytes.ts'
import { whileListening } from './listening.ts'
import { type App, type Rooms, territoryParams } from './rooms.ts'
import { isFresh } from './tag.ts'

const tags = ['networks']

/** What a perimeter makes of a territory. */
export function answerNetworks(app: App, { snapshots, compute }: Rooms): void {
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
      if (isFresh(request, reply, await snapshots.stamp(request.params.id), request.query)) return reply
      const snapshot = await snapshots.packed(request.params.id)
      return sendJson(reply, await compute.answer('network', snapshot, askedIn(request.query), whileListening(reply)))
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
      if (isFresh(request, reply, await snapshots.stamp(request.params.id), request.query)) return reply
      const snapshot = await snapshots.packed(request.params.id)
      return sendJson(reply, await compute.answer('twoMode', snapshot, askedIn(request.query), whileListening(reply)))
    },
  )
}

export function askedIn({ collective, ...query }: PerimeterQuery): AskedPerimeter {
  return collective === undefined ? query : { ...query, collective: collective === 'true' }
}
