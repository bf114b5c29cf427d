import { z } from 'zod'
import { fileTypes, formatOfFile } from '../exchange/formats/writing.ts'
import type { People } from '../exchange/tables.ts'
import { apartSchema, duplicatesSchema, importedSchema, importSchema, mergeSchema } from '../wire/exchange.ts'
import { perimeterQuerySchema } from '../wire/network.ts'
import { commitSchema } from '../wire/record.ts'
import { attach } from './attachment.ts'
import { perimeterAsked } from './networks.ts'
import type { Rooms } from './rooms.ts'
import { type AddRoute, revisionQuery, territoryParams } from './route.ts'

const part = 'exchange'
/** With `people=true`, what is personal too: who was invited by name. */
const exportQuery = revisionQuery.extend({ people: z.enum(['true', 'false']).optional() })

/** Files in and out. */
export function answerExchange(add: AddRoute, { compute, now, store }: Rooms): void {
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
    url: '/api/territories/:id/duplicates',
    part,
    summary: 'Pairs of actors that may be one, with reasons, the likeliest first',
    access: 'read',
    params: territoryParams,
    query: revisionQuery,
    freshness: 'territory',
    answers: { 200: duplicatesSchema },
    async handle({ version, signal }) {
      return await compute.answer('duplicates', { of: await version() }, signal)
    },
  })

  add({
    method: 'POST',
    url: '/api/territories/:id/merge',
    part,
    summary: 'Make actors one, by a commit that can be undone',
    access: 'edit',
    params: territoryParams,
    rawBody: mergeSchema,
    answers: { 200: commitSchema },
    async handle({ version, bytes, signal }) {
      return await compute.answer('merge', { of: await version(), body: bytes, at: now().toISOString() }, signal)
    },
  })

  add({
    method: 'POST',
    url: '/api/territories/:id/apart',
    part,
    summary: 'Say that two actors are two, so that they are not told as duplicates again',
    access: 'edit',
    params: territoryParams,
    rawBody: apartSchema,
    answers: { 200: commitSchema },
    async handle({ version, bytes, signal }) {
      return await compute.answer('apart', { of: await version(), body: bytes, at: now().toISOString() }, signal)
    },
  })

  add({
    method: 'GET',
    url: '/api/territories/:id/export',
    part,
    summary: 'Every fact of a territory as CSV files, zipped',
    access: 'read',
    params: territoryParams,
    query: exportQuery,
    freshness: 'territory',
    answers: { 200: null },
    async handle({ params, query, version, signal, reply }) {
      const zip = await compute.answer('zip', { of: await version(), people: peopleAsked(query) }, signal)
      attach(reply.type('application/zip'), `${params.id}.zip`)
      return zip
    },
  })

  add({
    method: 'GET',
    url: '/api/territories/:id/export/:file',
    part,
    summary:
      'A territory in a format (`territory.xlsx`, `.json`, `.graphml`, `.gexf`, `.net`, `.dl`, `-excel.zip`, `-rsiena.zip`, `-kumu.xlsx`), whole or what a perimeter holds of it; or one noun as a CSV file',
    access: 'read',
    params: territoryParams.extend({ file: z.string().max(100) }),
    query: exportQuery.extend(perimeterQuerySchema.shape),
    freshness: 'handler',
    answers: { 200: null },
    async handle({ params: { id, file }, query, version, signal, isKnown, reply }) {
      const { revision, people, ...perimeter } = query
      const format = formatOfFile(file)
      const of = await version()
      if (format) {
        const asksNetwork = Object.values(perimeter).some((value) => value !== undefined)
        const positions =
          format === 'gexf' || format === 'pajek' ? await store.positions(id) : { actors: {}, spaces: {} }
        if (isKnown(of.stamp, file, query, positions)) return reply
        const within = asksNetwork ? perimeterAsked(perimeter) : null
        const asked = { of, format, people: peopleAsked(query), perimeter: within, positions }
        const bytes = await compute.answer('export', asked, signal)
        attach(reply.type(fileTypes[format].type), `${id}${fileTypes[format].ending}`)
        return bytes
      }
      if (isKnown(of.stamp, file, query)) return reply
      const asked = { of, file, people: peopleAsked(query) }
      const csv = await compute.answer('file', asked, signal)
      attach(reply.type('text/csv; charset=utf-8'), `${id}-${file}`)
      return csv
    },
  })

  add({
    method: 'GET',
    url: '/api/territories/:id/template/:file',
    part,
    summary:
      'A workbook to be filled in and imported, in French, with the words of the territory: `modele-territoire.xlsx`, `modele-enquete-papier.xlsx`',
    access: 'read',
    params: territoryParams.extend({ file: z.string().max(100) }),
    freshness: 'territory',
    answers: { 200: null },
    async handle({ params: { file }, version, signal, reply }) {
      const bytes = await compute.answer('template', { of: await version(), file }, signal)
      attach(reply.type(fileTypes.xlsx.type), file)
      return bytes
    },
  })
}

function peopleAsked({ people }: z.infer<typeof exportQuery>): People {
  return people === 'true' ? 'named' : 'left out'
}
