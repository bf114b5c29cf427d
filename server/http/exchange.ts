import { z } from 'zod'
import { jsonBytes } from '../answer/bytes.ts'
import { withCommit } from '../answer/exchange.ts'
import { importedSchema, importSchema } from '../wire/exchange.ts'
import { bytesIn, leaveUnread } from './body.ts'
import { sendJson } from './bytes.ts'
import { whileListening } from './listening.ts'
import { type App, type Rooms, territoryParams } from './rooms.ts'
import { isFresh } from './tag.ts'
import { revisionQuery } from './territories.ts'

const tags = ['exchange']

/** Files in and out. */
export function answerExchange(app: App, { store, snapshots, compute, now }: Rooms): void {
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
        const { params, query } = request
        const signal = whileListening(reply)
        const { sent, commit } = await compute.read('import', bytesIn(request), signal)
        const wanted = query.preview === undefined ? commit : null
        // Read against the base, the same files make the same changes however often they are sent.
        const snapshot = await snapshots.packed(params.id, wanted?.base)
        const read = await compute.answer('import', snapshot, sent, signal)
        if (!wanted || read.isEmpty) return sendJson(reply, withCommit(read, null))
        const { base, key, author } = wanted
        const draft = { key, author, at: now().toISOString(), origin: 'import', changes: read.changes } as const
        const made = await store.commitPacked(params.id, base, draft)
        return sendJson(reply, withCommit(read, jsonBytes(made)))
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
      if (isFresh(request, reply, await snapshots.stamp(params.id, query.revision))) return reply
      const snapshot = await snapshots.packed(params.id, query.revision)
      const zip = await compute.answer('zip', snapshot, null, whileListening(reply))
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
      if (isFresh(request, reply, await snapshots.stamp(params.id, query.revision), params.file)) return reply
      const snapshot = await snapshots.packed(params.id, query.revision)
      const file = await compute.answer('file', snapshot, params.file, whileListening(reply))
      reply.type('text/csv; charset=utf-8').header('content-disposition', attachment(`${params.id}-${params.file}`))
      return reply.send(file)
    },
  )
}

function attachment(name: string): string {
  return `attachment; filename*=UTF-8''${encodeURIComponent(name)}`
}
