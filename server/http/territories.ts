import { z } from 'zod'
import { commitSchema, createTerritorySchema, territoriesSchema } from '../wire/record.ts'
import { territorySchema } from '../wire/territory.ts'
import { bytesIn, leaveUnread } from './body.ts'
import { sendJson } from './bytes.ts'
import { whileListening } from './listening.ts'
import { type App, type Rooms, territoryParams, versionAt } from './rooms.ts'
import { isFresh } from './tag.ts'

const tags = ['territories']
export const revisionQuery = z.strictObject({ revision: z.coerce.number().int().min(1).optional() })

/** The list of territories, and each as a whole. */
export function answerTerritories(app: App, rooms: Rooms): void {
  const { store, compute, now } = rooms
  app.get(
    '/api/territories',
    { schema: { tags, summary: 'Every territory, in short', response: { 200: territoriesSchema } } },
    async (request, reply) => {
      const territories = await store.list()
      return isFresh(request, reply, territories) ? reply : territories
    },
  )

  leaveUnread(app, (room) => {
    room.post(
      '/api/territories',
      {
        schema: { tags, summary: 'Make a territory', body: createTerritorySchema, response: { 201: commitSchema } },
      },
      async (request, reply) => {
        const sent = { body: bytesIn(request), at: now().toISOString() }
        const { id, commit } = await compute.answer('create', sent, whileListening(reply))
        return sendJson(reply.code(201).header('location', `/api/territories/${id}`), commit)
      },
    )
  })

  app.get(
    '/api/territories/:id',
    {
      schema: {
        tags,
        summary: 'A whole territory, as it is or as it was',
        params: territoryParams,
        querystring: revisionQuery,
        response: { 200: territorySchema },
      },
    },
    async (request, reply) => {
      const { params, query } = request
      const version = await versionAt(rooms, params.id, query.revision)
      if (isFresh(request, reply, version.stamp)) return reply
      return sendJson(reply, await compute.answer('territory', { of: version }, whileListening(reply)))
    },
  )

  app.delete(
    '/api/territories/:id',
    { schema: { tags, summary: 'Erase a territory and its history for good', params: territoryParams } },
    async ({ params }, reply) => {
      await store.remove(params.id)
      return reply.code(204).send()
    },
  )
}
