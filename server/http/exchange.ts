import { z } from 'zod'
import type { Version } from '../answer/answers.ts'
import { type Bytes, bytesOf, joined } from '../answer/bytes.ts'
import type { ImportProgress } from '../answer/long-import.ts'
import type { Diagnosis } from '../diagnosis/diagnosis.ts'
import { fileTypes, formatOfFile } from '../exchange/formats/written-formats.ts'
import type { People } from '../exchange/tables.ts'
import { Problem } from '../problem.ts'
import { keysUnder } from '../store/finding-keys.ts'
import { askedBoundarySchema, boundarySchema } from '../wire/boundary.ts'
import { apartSchema, duplicatesSchema, importedSchema, importSchema, mergeSchema } from '../wire/exchange.ts'
import { perimeterQuerySchema } from '../wire/network.ts'
import { pictureQuerySchema } from '../wire/picture.ts'
import type { ProblemWire } from '../wire/problem.ts'
import { commitSchema } from '../wire/record.ts'
import { tableFormats, tableQuerySchema } from '../wire/table.ts'
import { attach } from './attachment.ts'
import { answerEvents, eventOf } from './event-stream.ts'
import { perimeterAsked } from './networks.ts'
import { problemTold } from './problems.ts'
import { published } from './published.ts'
import type { Rooms } from './rooms.ts'
import { type AddRoute, revisionQuery, territoryParams } from './route.ts'

const part = 'exchange'
/** With `people=true`, what is personal too: who was invited by name. */
const exportQuery = revisionQuery.extend({ people: z.enum(['true', 'false']).optional() })

/** How actors look on the map, for formats that hold it; and whether a workbook tells the findings of the wave. */
const looksQuery = pictureQuerySchema
  .pick({ color: true, size: true })
  .extend({ findings: z.literal('true').optional() })

/** Files in and out. */
export function answerExchange(add: AddRoute, rooms: Rooms): void {
  const { compute, now, store } = rooms
  add({
    method: 'POST',
    url: '/api/territories/:id/import',
    part,
    summary:
      'What files would change, row by row; with `commit`, change it. Who accepts `text/event-stream` alone is told how far long files are: `progress`, then `imported` or `problem`',
    access: 'edit',
    params: territoryParams,
    query: z.strictObject({ preview: z.string().optional() }),
    rawBody: importSchema,
    answers: { 200: importedSchema },
    async handle({ query, version, bytes, signal, request, reply }) {
      const sent = { of: await version(), body: bytes, at: now().toISOString(), preview: query.preview !== undefined }
      const isFollowed = request.headers.accept === 'text/event-stream'
      if (!isFollowed) return await compute.answer('import', sent, signal)
      const run = (hear: (progress: ImportProgress) => void) => compute.answer('import', sent, signal, hear)
      return answerEvents(
        reply,
        importEvents(run, (error) => problemTold(error, request)),
      )
    },
  })

  add({
    method: 'POST',
    url: '/api/territories/:id/boundary',
    part,
    summary: 'How many establishments of an extract of the register of companies the territory has, and who is missing',
    access: 'read',
    params: territoryParams,
    rawBody: askedBoundarySchema,
    answers: { 200: boundarySchema },
    handle: async ({ bytes, version, signal }) =>
      await compute.answer('boundary', { of: await version(), body: bytes }, signal),
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
    query: exportQuery.extend(perimeterQuerySchema.shape).extend(looksQuery.shape),
    freshness: 'handler',
    answers: { 200: null },
    async handle({ params: { id, file }, query, version, signal, isKnown, reply }) {
      const { revision, people, color, size, findings, ...perimeter } = query
      const format = formatOfFile(file)
      const of = await version()
      if (format) {
        const asksNetwork = Object.values(perimeter).some((value) => value !== undefined)
        const positions =
          format === 'gexf' || format === 'pajek' ? await store.positions(id) : { actors: {}, spaces: {} }
        const diagnosis =
          findings === 'true' && format === 'xlsx' ? await said(rooms, { id, wave: perimeter.wave, of, signal }) : null
        if (isKnown(of.stamp, file, query, positions, diagnosis?.stage ?? '')) return reply
        const within = asksNetwork ? perimeterAsked(perimeter) : null
        const looks = { color, size }
        const asked = { of, format, people: peopleAsked(query), perimeter: within, positions, looks, diagnosis }
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

  for (const format of tableFormats) {
    add({
      method: 'GET',
      url: `/api/territories/:id/table.${format}`,
      part,
      summary: `The table of a map as ${format.toUpperCase()}: the lines of a perimeter, the columns asked for, sorted`,
      access: 'read',
      params: territoryParams,
      query: tableQuerySchema,
      freshness: 'territory',
      answers: { 200: null },
      async handle({ params: { id }, query, version, signal, reply }) {
        const { lang, color, hide, links, rows, columns, sort, ...perimeter } = query
        const asked = {
          ...{ of: await version(), format, language: lang, color, rows, hidden: hide },
          columns: columns ?? null,
          sort: sort ?? null,
          backbone: links === 'backbone',
          perimeter: perimeterAsked(perimeter),
        }
        const bytes = await compute.answer('table', asked, signal)
        attach(
          reply.type(format === 'xlsx' ? fileTypes.xlsx.type : 'text/csv; charset=utf-8'),
          `${id}-${rows}.${format}`,
        )
        return bytes
      },
    })
  }

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

/** What is told of an import by server-sent events: `progress`, then `imported` or `problem`. */
async function* importEvents(
  run: (hear: (progress: ImportProgress) => void) => Promise<Bytes>,
  problemOf: (error: unknown) => ProblemWire,
): AsyncGenerator<Uint8Array> {
  let latest: ImportProgress | null = null
  let news = Promise.withResolvers<null>()
  const end = run((progress) => {
    latest = progress
    news.resolve(null)
  }).then(
    (imported) => joined(bytesOf('event: imported\ndata: '), imported, bytesOf('\n\n')),
    (error: unknown) => eventOf('problem', problemOf(error)),
  )
  for (;;) {
    const last = await Promise.race([news.promise, end])
    if (last) return yield last
    news = Promise.withResolvers()
    yield eventOf('progress', latest)
  }
}

/** The best findings known of a wave, as they may leave the server; null where there is no wave to speak of. */
async function said(
  { compute, diagnoses, store }: Rooms,
  { id, wave, of, signal }: { id: string; wave: string | undefined; of: Version; signal: AbortSignal },
): Promise<Diagnosis | null> {
  const question = await compute.answer('question', { of, wave }, signal).catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'no_wave') return null
    throw error
  })
  if (!question) return null
  const diagnosis = await diagnoses.latest(question, JSON.stringify([id, question.wave]), signal)
  return published(diagnosis, keysUnder(await store.secret(id)))
}

function peopleAsked({ people }: z.infer<typeof exportQuery>): People {
  return people === 'true' ? 'named' : 'left out'
}
