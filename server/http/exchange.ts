import { z } from 'zod'
import { importedSchema, importSchema } from '../wire/exchange.ts'
import { bytesIn, leaveUnread } from './body.ts'
import { sendJson } from './bytes.ts'
import { whileListening } from './listening.ts'
import { type App, type Rooms, territoryParams, versionAt } from './rooms.ts'
import { isFresh } from './tag.ts'
import { revisionQuery } from './territories.ts'

const tags = ['exchange']

/** Files in and out. */
export function answerExchange(app: App, rooms: Rooms): void {
  const { compute, now } = rooms
  leaveUnread(app, (room) => {
    room.post(
      '/api/territories/:id/import',
      {
        schema: {
          tags,
          summary: 'What files would change, row by row; with `commit`, change it',
          params: territoryParams,
          querystring: z.strictObject({ preview: z.string().optional() }),
          body: importSchema,
          response: { 200: importedSchema },
        },
      },
      async (request, reply) => {
        const of = await versionAt(rooms, request.params.id)
        const preview = request.query.preview !== undefined
        const sent = { of, body: bytesIn(request), at: now().toISOString(), preview }
        return sendJson(reply, await compute.answer('import', sent, whileListening(reply)))
      },
    )
  })

  app.get(
    '/api/territories/:id/export',
    {
      schema: {
        tags,
        summary: 'Every fact of a territory as CSV files, zipped',
        params: territoryParams,
        querystring: revisionQuery,
      },
    },
    async (request, reply) => {
      const { params, query } = request
      const of = await versionAt(rooms, params.id, query.revision)
      if (isFresh(request, reply, of.stamp)) return reply
      const zip = await compute.answer('zip', { of }, whileListening(reply))
      reply.type('application/zip').header('content-disposition', attachment(`${params.id}.zip`))
      return reply.send(zip)
    },
  )

  app.get(
    '/api/territories/:id/export/:file',
    {
      schema: {
        tags,
        summary: 'One noun of a territory as a CSV file',
        params: territoryParams.extend({ file: z.string().max(100) }),
        querystring: revisionQuery,
      },
    },
    async (request, reply) => {
      const { params, query } = request
      const of = await versionAt(rooms, params.id, query.revision)
      if (isFresh(request, reply, of.stamp, params.file)) return reply
      const file = await compute.answer('file', { of, file: params.file }, whileListening(reply))
      reply.type('text/csv; charset=utf-8').header('content-disposition', attachment(`${params.id}-${params.file}`))
      return reply.send(file)
    },
  )
}

function attachment(name: string): string {
  return `attachment; filename*=UTF-8''${encodeURIComponent(name)}`
}
