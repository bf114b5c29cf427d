import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { importedSchema, importSchema } from '../wire/exchange.ts'
import type { Rooms } from './rooms.ts'
import { type AddRoute, revisionQuery, territoryParams } from './route.ts'

const part = 'exchange'

/** Files in and out. */
export function answerExchange(add: AddRoute, { compute, now }: Rooms): void {
  add({
    method: 'POST',
    url: '/api/territories/:id/import',
    part,
    summary: 'What files would change, row by row; with `commit`, change it',
    access: 'edit',
    params: territoryParams,
    query: z.strictObject({ preview: z.string().optional() }),
    rawBody: importSchema,
    answers: { 200: importedSchema },
    async handle({ query, version, bytes, signal }) {
      const sent = { body: bytes, at: now().toISOString(), preview: query.preview !== undefined }
      return await compute.answer('import', { of: await version(), ...sent }, signal)
    },
  })

  add({
    method: 'GET',
    url: '/api/territories/:id/export',
    part,
    summary: 'Every fact of a territory as CSV files, zipped',
    access: 'read',
    params: territoryParams,
    query: revisionQuery,
    freshness: 'territory',
    answers: { 200: null },
    async handle({ params, version, signal, reply }) {
      const zip = await compute.answer('zip', { of: await version() }, signal)
      attach(reply.type('application/zip'), `${params.id}.zip`)
      return zip
    },
  })

  add({
    method: 'GET',
    url: '/api/territories/:id/export/:file',
    part,
    summary: 'One noun of a territory as a CSV file',
    access: 'read',
    params: territoryParams.extend({ file: z.string().max(100) }),
    query: revisionQuery,
    freshness: 'territory',
    answers: { 200: null },
    async handle({ params: { id, file }, version, signal, reply }) {
      const csv = await compute.answer('file', { of: await version(), file }, signal)
      attach(reply.type('text/csv; charset=utf-8'), `${id}-${file}`)
      return csv
    },
  })
}

function attach(reply: FastifyReply, name: string): void {
  reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
}
