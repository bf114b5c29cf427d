import { z } from 'zod'
import { versionOf } from '../answer/answers.ts'
import { changesBetween } from '../diagnosis/diagnosis.ts'
import { keysUnder } from '../store/finding-keys.ts'
import {
  connectionSchema,
  connectSchema,
  diagnosisQuerySchema,
  diagnosisSchema,
  findingChangesSchema,
} from '../wire/diagnosis.ts'
import { diagnosing, eventsResponse, streamed } from './jobs.ts'
import { whileListening } from './listening.ts'
import { published } from './published.ts'
import { type App, type Rooms, territoryParams, versionAt } from './rooms.ts'
import { isFresh } from './tag.ts'

const tags = ['diagnosis']
const changesQuerySchema = diagnosisQuerySchema.extend({ since: z.coerce.number().int().min(1) })

/** What is said of a wave. */
export function answerDiagnosis(app: App, rooms: Rooms): void {
  const { store, cohesions, compute, diagnoses, jobs } = rooms
  const keysIn = async (territory: string) => keysUnder(await store.secret(territory))
  app.get(
    '/api/territories/:id/diagnosis',
    {
      schema: {
        tags,
        summary:
          'The best findings known of a wave: at least the first complete ones; those of stage `first` are being refined',
        params: territoryParams,
        querystring: diagnosisQuerySchema,
        response: { 200: diagnosisSchema },
      },
    },
    async (request, reply) => {
      const { params, query } = request
      const of = await versionAt(rooms, params.id)
      const signal = whileListening(reply)
      const question = await compute.answer('question', { of, wave: query.wave }, signal)
      const beside = await cohesions.told(signal)
      const stage = diagnoses.stageOf(question)
      if (stage && isFresh(request, reply, of.stamp, query, beside, stage)) return reply
      const diagnosis = await diagnoses.latest(question, JSON.stringify([params.id, question.wave]), signal)
      if (isFresh(request, reply, of.stamp, query, beside, diagnosis.stage)) return reply
      return published(diagnosis, await keysIn(params.id), beside)
    },
  )

  app.get(
    '/api/territories/:id/diagnosis/events',
    {
      schema: {
        tags,
        summary: 'The same as server-sent events, while it is refined: all that is known each time, progress, the end',
        params: territoryParams,
        querystring: diagnosisQuerySchema,
        response: eventsResponse,
      },
    },
    async ({ params, query }, reply) => {
      const { revision } = await versionAt(rooms, params.id)
      const about = { kind: 'diagnosis', territory: params.id, revision } as const
      const job = jobs.start(about, diagnosing(rooms, params.id, revision, query))
      whileListening(reply).addEventListener('abort', () => job.cancel(), { once: true })
      return streamed(reply, job)
    },
  )

  app.get(
    '/api/territories/:id/diagnosis/changes',
    {
      schema: {
        tags,
        summary: 'What a change of data or thresholds since a revision made appear and vanish, by first findings',
        params: territoryParams,
        querystring: changesQuerySchema,
        response: { 200: findingChangesSchema },
      },
    },
    async (request, reply) => {
      const { params, query } = request
      const now = await versionAt(rooms, params.id)
      if (isFresh(request, reply, now.stamp, query)) return reply
      const then = versionOf(params.id, now.head, query.since)
      const signal = whileListening(reply)
      const [before, after] = await Promise.all(
        [then, now].map(async (of) =>
          diagnoses.first(await compute.answer('question', { of, wave: query.wave }, signal), signal),
        ),
      )
      if (!before || !after) throw new RangeError('two diagnoses were asked for')
      const keyOf = await keysIn(params.id)
      return {
        wave: after.wave,
        before: { revision: query.since, rule: before.rule },
        after: { revision: now.revision, rule: after.rule },
        ...changesBetween(published(before, keyOf).findings, published(after, keyOf).findings),
      }
    },
  )

  app.post(
    '/api/territories/:id/diagnosis/what-if',
    {
      schema: {
        tags,
        summary: 'What one more tie between two actors would change',
        params: territoryParams,
        body: connectSchema,
        response: { 200: connectionSchema },
      },
    },
    async ({ params, body: { wave, from, to } }, reply) => {
      const of = await versionAt(rooms, params.id)
      const signal = whileListening(reply)
      const question = await compute.answer('question', { of, wave, actors: [from, to] }, signal)
      const diagnosis = await diagnoses.latest(question, JSON.stringify([params.id, question.wave]), signal)
      const asked = { question: question.packed, findings: diagnosis.findings, from, to }
      const { groups, ...between } = await compute.answer('connection', asked, signal)
      const keyOf = await keysIn(params.id)
      // What is said of one of its members must not tell a group that is withheld.
      const told = new Set(published(diagnosis, keyOf).findings.flatMap(({ id, named }) => (named ? [id] : [])))
      const keyed = groups.map((group) => ({ ...group, finding: keyOf(group.finding) }))
      return { ...between, groups: keyed.filter(({ finding }) => told.has(finding)) }
    },
  )
}
