import { zipSync } from 'fflate'
import { z } from 'zod'
import { readCsv, territoryToCsv } from '../exchange/csv.ts'
import { Problem } from '../problem.ts'
import { importedSchema, importSchema } from '../wire/exchange.ts'
import { type App, type Rooms, territoryParams } from './rooms.ts'
import { isFresh } from './tag.ts'
import { revisionQuery } from './territories.ts'

const tags = ['exchange']

/** Files in and out. */
export function answerExchange(app: App, { store, snapshots, now }: Rooms): void {
  app.post(
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
    async ({ params, query, body: { files, wave, commit: wanted } }) => {
      const asked = query.preview === undefined ? wanted : undefined
      // Read against the base, the same files make the same changes however often they are sent.
      const { territory } = await snapshots.at(params.id, asked?.base)
      const bytes = new Map(files.map(({ name, content, encoding }) => [name, Buffer.from(content, encoding)]))
      const { changes, ...preview } = readCsv(bytes, territory, wave ? { wave } : {})
      const commit =
        asked && changes.length > 0
          ? await store.commit(params.id, asked.base, {
              key: asked.key,
              author: asked.author,
              at: now().toISOString(),
              origin: 'import',
              changes,
            })
          : null
      return { ...preview, base: territory.revision, changes: changes.length, commit }
    },
  )

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
      const { territory } = await snapshots.at(params.id, query.revision)
      const text = new TextEncoder()
      const files = [...territoryToCsv(territory)].map(([name, content]) => [name, text.encode(content)] as const)
      reply.type('application/zip').header('content-disposition', attachment(`${params.id}.zip`))
      // One date for all, in local time as zip files keep it: the same territory gives the same bytes.
      return reply.send(Buffer.from(zipSync(Object.fromEntries(files), { mtime: new Date(2000, 0, 1) })))
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
      const { territory } = await snapshots.at(params.id, query.revision)
      const files = territoryToCsv(territory)
      const content = files.get(params.file)
      if (content === undefined) throw new Problem('unknown_file', { file: params.file, known: [...files.keys()] })
      reply.type('text/csv; charset=utf-8').header('content-disposition', attachment(`${params.id}-${params.file}`))
      return reply.send(content)
    },
  )
}

function attachment(name: string): string {
  return `attachment; filename*=UTF-8''${encodeURIComponent(name)}`
}
