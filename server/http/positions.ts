import { positionsSchema } from '../wire/record.ts'
import { type App, type Rooms, territoryParams } from './rooms.ts'

const tags = ['territories']

/** Where actors and spaces stand on the map: the same for everyone, and outside history. */
export function answerPositions(app: App, { store }: Rooms): void {
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

  app.put(
    '/api/territories/:id/positions',
    {
      schema: {
        tags,
        summary: 'Place some actors and spaces; the others stay',
        params: territoryParams,
        body: positionsSchema,
      },
    },
    async ({ params, body }, reply) => {
      await store.savePositions(params.id, body)
      return reply.code(204).send()
    },
  )
}
