import { z } from 'zod'
import { waveWithin } from '../compute/perimeter.ts'
import { connect } from '../diagnosis/connection.ts'
import { changesBetween } from '../diagnosis/diagnosis.ts'
import { Problem } from '../problem.ts'
import { findingKey } from '../territory/note.ts'
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
import { type App, type Rooms, territoryParams } from './rooms.ts'
import { isFresh } from './tag.ts'

const tags = ['diagnosis']
const changesQuerySchema = diagnosisQuerySchema.extend({ since: z.coerce.number().int().min(1) })

/** What is said of a wave. */
export function answerDiagnosis(app: App, rooms: Rooms): void {
  const { snapshots, diagnoses, jobs } = rooms
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
      const stamp = await snapshots.stamp(params.id)
      const snapshot = await snapshots.at(params.id)
      const wave = waveWithin(snapshot.territory, query.wave)
      const question = snapshot.question(wave)
      const stage = diagnoses.stageOf(question)
      if (stage && isFresh(request, reply, stamp, query, stage)) return reply
      const diagnosis = await diagnoses.latest(question, JSON.stringify([params.id, wave]), whileListening(reply))
      return isFresh(request, reply, stamp, query, diagnosis.stage) ? reply : published(diagnosis)
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
      const revision = await snapshots.revision(params.id)
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
      const stamp = await snapshots.stamp(params.id)
      const [earlier, now] = [await snapshots.at(params.id, query.since), await snapshots.at(params.id)]
      if (isFresh(request, reply, stamp, query)) return reply
      const signal = whileListening(reply)
      const [before, after] = await Promise.all(
        [earlier, now].map((snapshot) =>
          diagnoses.first(snapshot.question(waveWithin(snapshot.territory, query.wave)), signal),
        ),
      )
      if (!before || !after) throw new RangeError('two diagnoses were asked for')
      return {
        wave: after.wave,
        before: { revision: earlier.territory.revision, rule: before.rule },
        after: { revision: now.territory.revision, rule: after.rule },
        ...changesBetween(published(before).findings, published(after).findings),
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
    async ({ params, body: { wave: asked, from, to } }, reply) => {
      const snapshot = await snapshots.at(params.id)
      const { territory } = snapshot
      const wave = waveWithin(territory, asked)
      const question = snapshot.question(wave)
      const stranger = [from, to].find((actor) => !question.subject.actors.includes(actor))
      if (stranger !== undefined) throw new Problem('unknown_actor', { territory: territory.id, wave, actor: stranger })
      const diagnosis = await diagnoses.latest(question, JSON.stringify([params.id, wave]), whileListening(reply))
      const mostOpening = question.rules.thresholds['group.mostOpening']
      const { groups, ...between } = connect(question.subject, diagnosis.findings, from, to, mostOpening)
      // What is said of one of its members must not tell a group that is withheld.
      const told = new Set(published(diagnosis).findings.flatMap(({ id, named }) => (named ? [id] : [])))
      const keyed = groups.map((group) => ({ ...group, finding: findingKey(group.finding) }))
      return { ...between, groups: keyed.filter(({ finding }) => told.has(finding)) }
    },
  )
}
