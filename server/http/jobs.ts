import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { type Bytes, bytesOf, joined, jsonBytes } from '../answer/bytes.ts'
import { keysUnder } from '../store/finding-keys.ts'
import type { Answer } from '../wire/answer.ts'
import {
  type ComparisonJobWire,
  type DiagnosisJobWire,
  type JobEventName,
  type JobWire,
  jobEventSchema,
  jobRequestSchema,
  jobSchema,
  type MeasuresJobWire,
} from '../wire/jobs.ts'
import { type Job, type JobResult, problemOf } from '../work/jobs.ts'
import type { Doing, WorkEvent } from '../work/long-work.ts'
import { comparisonKnown, diagnosed } from './compared.ts'
import { answerEvents, eventOf, lastHeard } from './event-stream.ts'
import { known } from './measures.ts'
import { published } from './published.ts'
import { type JobAbout, type Rooms, versionAt } from './rooms.ts'
import { type AddRoute, territoryParams } from './route.ts'

const part = 'jobs'
const jobParams = z.strictObject({ id: z.string().max(100) })

/** For the description of the API. */
export const events = {
  description: 'Events',
  content: { 'text/event-stream': { schema: jobEventSchema } },
} as const

/** Answers with what a job tells after so many of its results, until its end. */
export function streamed(reply: FastifyReply, job: Job, after = 0): FastifyReply {
  return answerEvents(reply, eventStream(job, after))
}

/** Long work: begun at once, followed as it goes on, called off. */
export function answerJobs(add: AddRoute, rooms: Rooms): void {
  const { jobs } = rooms
  add({
    method: 'POST',
    url: '/api/territories/:id/jobs',
    part,
    summary: 'Begin long work on a territory as it is now',
    access: 'read',
    params: territoryParams,
    body: jobRequestSchema,
    answers: { 202: jobSchema },
    async handle({ params, body, version, reply }) {
      const { revision } = await version()
      const work = workOf(rooms, params.id, revision, body)
      const job = jobs.start({ kind: body.kind, territory: params.id, revision }, work)
      reply.header('location', `/api/jobs/${job.id}`)
      return jobToWire(job)
    },
  })

  add({
    method: 'GET',
    url: '/api/jobs/:id',
    part,
    summary: 'How far a job is',
    access: 'read',
    params: jobParams,
    freshness: 'never',
    answers: { 200: jobSchema },
    handle: async ({ params }) => jobToWire(jobs.at(params.id)),
  })

  add({
    method: 'GET',
    url: '/api/jobs/:id/events',
    part,
    summary:
      'What a job tells, as server-sent events: partial results from the first on, or after `Last-Event-ID`; progress; its end',
    access: 'read',
    params: jobParams,
    freshness: 'never',
    answers: { 200: events },
    async handle({ params, request, reply }) {
      const job = jobs.at(params.id)
      return streamed(reply, job, lastHeard(request.headers['last-event-id']))
    },
  })

  add({
    method: 'DELETE',
    url: '/api/jobs/:id',
    part,
    summary: 'Stop a job, or forget one that has ended',
    access: 'read',
    params: jobParams,
    answers: { 204: null },
    async handle({ params }) {
      jobs.cancel(params.id)
      return null
    },
  })
}

function workOf(
  rooms: Rooms,
  territory: string,
  revision: number,
  request: MeasuresJobWire | DiagnosisJobWire | ComparisonJobWire,
): Doing<JobResult> {
  switch (request.kind) {
    case 'measures':
      return measuring(rooms, territory, revision, request)
    case 'diagnosis':
      return diagnosing(rooms, territory, revision, request)
    case 'comparison':
      return comparing(rooms, territory, revision, request)
  }
}

function measuring(rooms: Rooms, territory: string, revision: number, request: MeasuresJobWire): Doing<JobResult> {
  const { perimeter, groups, twoMode, exact } = request
  const measures = request.measures ? known(request.measures) : ({ upTo: 'heavy' } as const)
  return async (tell, signal) => {
    const { compute } = rooms
    const of = await versionAt(rooms, territory, revision)
    const asked = { of, perimeter, groups, twoMode, exact, measures }
    const { measurable, present, frame } = await compute.answer('measurable', asked, signal)
    tell.found({ name: 'frame' satisfies JobEventName, bytes: frame })
    await compute.measure(measurable, present, {
      signal,
      progress: (share, current) => tell.progress(share, current),
      found: (id, bytes) => tell.found({ name: 'measure' satisfies JobEventName, bytes: measureEvent(id, bytes) }),
    })
  }
}

export function diagnosing(
  rooms: Rooms,
  territory: string,
  revision: number,
  { wave }: Pick<DiagnosisJobWire, 'wave'>,
): Doing<JobResult> {
  return async (tell, signal) => {
    const { store, cohesions, compute, diagnoses } = rooms
    const of = await versionAt(rooms, territory, revision)
    const keyOf = keysUnder(await store.secret(territory))
    const beside = await cohesions.told(signal)
    await diagnoses.refined(await compute.answer('question', { of, wave }, signal), {
      signal,
      progress: tell.progress,
      found: (diagnosis) =>
        tell.found({ name: 'diagnosis' satisfies JobEventName, bytes: jsonBytes(published(diagnosis, keyOf, beside)) }),
    })
  }
}

export function comparing(
  rooms: Rooms,
  territory: string,
  revision: number,
  { from, to, tieKinds }: Omit<ComparisonJobWire, 'kind'>,
): Doing<JobResult> {
  return async ({ found, progress }, signal) => {
    const { compute } = rooms
    const of = await versionAt(rooms, territory, revision)
    const pair = await compute.answer('wavePair', { of, from, to, tieKinds }, signal)
    const tell = (bytes: Bytes) => found({ name: 'comparison' satisfies JobEventName, bytes })
    // Diagnoses take far longer, and tell their own progress.
    await compute.compare(pair, { signal, progress: (share) => progress(share / 2, null) })
    tell(await comparisonKnown(rooms, pair, null, signal))
    for (const stage of ['first', 'refined'] as const) {
      const diagnoses = await diagnosed(rooms, of, pair, stage, {
        signal,
        progress: (share) => progress((1 + share) / 2, null),
      })
      tell(await comparisonKnown(rooms, pair, diagnoses, signal))
    }
  }
}

function measureEvent(id: string, measured: Uint8Array): Uint8Array {
  return joined(bytesOf(`{"id":${JSON.stringify(id)},"measured":`), measured, bytesOf('}'))
}

function jobToWire({ id, about, work: { share, current, parts, end } }: Job<JobAbout>): Answer<JobWire> {
  const state = end?.state ?? 'running'
  return { id, ...about, state, share, current, results: parts.length, problem: problemOf(end) }
}

async function* eventStream(job: Job, after: number): AsyncGenerator<Uint8Array> {
  for await (const event of job.work.events(after)) yield spelled(event)
}

/** As the HTML standard spells server-sent events; JSON has no line end outside its texts. */
function spelled(event: WorkEvent<JobResult>): Uint8Array {
  switch (event.event) {
    case 'part':
      return joined(
        bytesOf(`id: ${event.number}\nevent: ${event.part.name}\ndata: `),
        event.part.bytes,
        bytesOf('\n\n'),
      )
    case 'progress':
      return eventOf('progress', { share: event.share, current: event.current })
    case 'end':
      return eventOf('end', { problem: problemOf(event.end), state: event.end.state })
    case 'silence':
      return bytesOf(': silence\n\n')
  }
}
