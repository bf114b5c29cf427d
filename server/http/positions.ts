import { positionsSchema } from '../wire/record.ts'
import { bytesIn, leaveUnread } from './body.ts'
import { whileListening } from './listening.ts'
import { type App, type Rooms, territoryParams, versionAt } from './rooms.ts'

const tags = ['territories']

/** Where actors and spaces stand on the map: the same for everyone, and outside history. */
export function answerPositions(app: App, rooms: Rooms): void {
  const { store, compute } = rooms
  app.get(
    '/api/territories/:id/positions',
    {
      schema: {
        tags,
        summary: 'Where actors and spaces stand on the map',
        params: territoryParams,
        response: { 200: positionsSchema },
      },
    },
    async ({ params }, reply) => {
      reply.header('cache-control', 'no-store')
      return await store.positions(params.id)
    },
  )

  leaveUnread(app, (room) => {
    room.put(
      '/api/territories/:id/positions',
      {
        schema: {
          tags,
          summary: 'Place some actors and spaces; the others stay',
          params: territoryParams,
          body: positionsSchema,
        },
      },
      async (request, reply) => {
        const of = await versionAt(rooms, request.params.id)
        await compute.answer('place', { of, body: bytesIn(request) }, whileListening(reply))
        return reply.code(204).send()
      },
    )
  })
}
