import { expect, test } from 'vitest'
import { type JobEventName, type JobWire, jobEventSchemas, jobSchema } from '../../server/wire/jobs.ts'
import { measuresSchema } from '../../server/wire/measures.ts'
import { actor, tie, ties } from '../network/draw.ts'
import { type Serving, serving } from './serving.ts'

interface Heard {
  readonly id: string | undefined
  readonly event: JobEventName
  readonly data: unknown
}

/** Server-sent events as a browser reads them; every one must have the shape that its name promises. */
function eventsIn(stream: string): Heard[] {
  const blocks = stream.split('\n\n').filter((block) => block !== '' && !block.startsWith(':'))
  return blocks.map((block) => {
    const fields = new Map(block.split('\n').map((line) => line.split(/: (.*)/s, 2) as [string, string]))
    const event = fields.get('event') as JobEventName
    return { id: fields.get('id'), event, data: jobEventSchemas[event].parse(JSON.parse(fields.get('data') ?? '')) }
  })
}

async function begun(server: Serving, body: object): Promise<JobWire> {
  const response = await server.ask('POST', '/api/territories/t/jobs', body)
  expect(response.statusCode).toBe(202)
  const job = jobSchema.parse(response.json())
  expect(response.headers.location).toBe(`/api/jobs/${job.id}`)
  return job
}

const follow = async (server: Serving, { id }: JobWire, headers = {}) =>
  eventsIn((await server.ask('GET', `/api/jobs/${id}/events`, undefined, headers)).body)

const framesIn = (events: readonly Heard[]) => events.filter(({ event }) => event === 'frame')

/** A ring large enough that betweenness of all of it takes a while. */
const ring = (n: number) => [
  ...ties(''),
  ...Array.from({ length: n }, (_, i) => actor(`a${i}`)),
  ...Array.from({ length: n }, (_, i) => tie({ from: `a${i}`, to: `a${(i + 1) % n}` })),
]

test('a job of measures tells each figure as the measures themselves would, after what they are about', async () => {
  await using server = await serving({ t: ties('a-b b-c c-a c-d') })
  const job = await begun(server, { kind: 'measures', measures: ['betweenness.raw', 'degree', 'modularity.best'] })
  expect(job).toMatchObject({ kind: 'measures', territory: 't', revision: 1, problem: null })
  const events = await follow(server, job)
  expect(framesIn(events)).toMatchObject([{ id: '1', data: { nodes: ['a', 'b', 'c', 'd'], revision: 1 } }])
  expect(events.at(-1)).toEqual({ event: 'end', data: { state: 'done', problem: null }, id: undefined })

  const figures = Object.fromEntries(
    events.flatMap(({ event, data }) => {
      if (event !== 'measure') return []
      const { id, measured } = jobEventSchemas.measure.parse(data)
      return [[id, measured]]
    }),
  )
  const url = '/api/territories/t/measures?measures=betweenness.raw,degree,modularity.best'
  expect(figures).toEqual((await server.answer(measuresSchema, 'GET', url)).measures)
  const after = await server.answer(jobSchema, 'GET', `/api/jobs/${job.id}`)
  expect(after).toMatchObject({ state: 'done', share: 1, results: 4 })
})

test('without a list, every measure that applies to the perimeter', async () => {
  await using server = await serving({ t: ties('a-b:2 b-c:1 c-a:3 c-d:1') })
  const perimeter = { weights: 'strength', tieKinds: ['cooperation'], collective: false }
  const events = await follow(server, await begun(server, { kind: 'measures', perimeter }))
  const ids = events.flatMap(({ event, data }) => (event === 'measure' ? [jobEventSchemas.measure.parse(data).id] : []))
  expect(ids).toEqual(expect.arrayContaining(['density', 'betweenness.weighted.raw', 'modularity.best', 'kComponents']))
  expect(framesIn(events)).toMatchObject([{ data: { perimeter } }])
})

test('who was cut off hears what it missed', async () => {
  await using server = await serving({ t: ties('a-b b-c') })
  const job = await begun(server, { kind: 'measures', measures: ['degree', 'density'] })
  const all = await follow(server, job)
  const results = all.filter(({ id }) => id !== undefined)
  expect(results.map(({ id }) => id)).toEqual(['1', '2', '3'])
  const rest = await follow(server, job, { 'last-event-id': '2' })
  expect(rest.filter(({ id }) => id !== undefined)).toEqual(results.slice(2))
})

test('a job that is cancelled ends at once and frees its thread', async () => {
  await using server = await serving({ t: ring(3_000), small: ring(2_200) })
  const wanted = { kind: 'measures', measures: ['betweenness.raw', 'efficiency.local.igraph', 'removal.lossForOthers'] }
  const job = await begun(server, { ...wanted, exact: true })
  const heard = follow(server, job)
  expect((await server.ask('DELETE', `/api/jobs/${job.id}`)).statusCode).toBe(204)
  expect((await heard).at(-1)).toMatchObject({ event: 'end', data: { state: 'cancelled' } })
  expect(await server.answer(jobSchema, 'GET', `/api/jobs/${job.id}`)).toMatchObject({ state: 'cancelled' })
  // The only thread for long work is free again: without that this figure would wait for minutes.
  await server.answer(measuresSchema, 'GET', '/api/territories/small/measures?measures=betweenness.raw')
  expect((await server.ask('DELETE', `/api/jobs/${job.id}`)).statusCode).toBe(204)
  expect(await server.problem('GET', `/api/jobs/${job.id}`)).toMatchObject({ status: 404, code: 'unknown_job' })
})

test('a job works on the territory as it was when it began', async () => {
  await using server = await serving({ t: ties('a-b') })
  const job = await begun(server, { kind: 'measures', measures: ['degree'] })
  await server.ask('POST', '/api/territories/t/changes', {
    base: 1,
    key: 'another-actor',
    changes: [actor('c'), tie({ from: 'a', to: 'c' })],
  })
  expect(framesIn(await follow(server, job))).toMatchObject([{ data: { revision: 1, nodes: ['a', 'b'] } }])
})

test('what is refused at once and what is found out later', async () => {
  await using server = await serving({ t: ties('a-b') })
  const refused = async (id: string, body: object) => await server.problem('POST', `/api/territories/${id}/jobs`, body)
  expect(await refused('nowhere', { kind: 'measures' })).toMatchObject({ status: 404, code: 'unknown_territory' })
  expect(await refused('t', { kind: 'measures', measures: ['charm'] })).toMatchObject({ code: 'unknown_measure' })
  expect(await refused('t', { kind: 'fortune' })).toMatchObject({ code: 'invalid_request' })
  expect(await server.problem('GET', '/api/jobs/none/events')).toMatchObject({ status: 404, code: 'unknown_job' })
  const job = await begun(server, { kind: 'measures', perimeter: { wave: 'nie' } })
  expect((await follow(server, job)).at(-1)).toMatchObject({
    event: 'end',
    data: { state: 'failed', problem: { code: 'unknown_wave', details: { wave: 'nie' } } },
  })
})

test('a diagnosis is a job too: the first findings, then the refined ones', async () => {
  await using server = await serving({ t: ties('a-b b-c c-a c-d') })
  const job = await begun(server, { kind: 'diagnosis' })
  const events = await follow(server, job)
  const stages = events.flatMap(({ event, data }) =>
    event === 'diagnosis' ? [jobEventSchemas.diagnosis.parse(data).stage] : [],
  )
  expect(stages).toEqual(['first', 'refined'])
  expect(events.at(-1)).toMatchObject({ event: 'end', data: { state: 'done' } })
})

test('a server that closes cancels its jobs and ends their streams', async () => {
  await using server = await serving({ t: ring(3_000) })
  const job = await begun(server, { kind: 'measures', measures: ['efficiency.local.igraph'], exact: true })
  const heard = follow(server, job)
  await server.app.close()
  expect((await heard).at(-1)).toMatchObject({ event: 'end', data: { state: 'cancelled' } })
})
