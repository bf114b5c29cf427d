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
import { diagnosing, events, streamed } from './jobs.ts'
import { published } from './published.ts'
import type { Rooms } from './rooms.ts'
import { type AddRoute, territoryParams } from './route.ts'

const part = 'diagnosis'
const changesQuerySchema = diagnosisQuerySchema.extend({ since: z.coerce.number().int().min(1) })

/** What is said of a wave. */
export function answerDiagnosis(add: AddRoute, rooms: Rooms): void {
  const { store, cohesions, compute, diagnoses, jobs } = rooms
  const keysIn = async (territory: string) => keysUnder(await store.secret(territory))
  add({
    method: 'GET',
    url: '/api/territories/:id/diagnosis',
    part,
    summary:
      'The best findings known of a wave: at least the first complete ones; those of stage `first` are being refined',
    access: 'read',
    params: territoryParams,
    query: diagnosisQuerySchema,
    freshness: 'handler',
    answers: { 200: diagnosisSchema },
    async handle({ params, query, version, isKnown, signal, reply }) {
      const of = await version()
      const question = await compute.answer('question', { of, wave: query.wave }, signal)
      const beside = await cohesions.told(signal)
      const stage = diagnoses.stageOf(question)
      if (stage && isKnown(of.stamp, query, beside, stage)) return reply
      const diagnosis = await diagnoses.latest(question, JSON.stringify([params.id, question.wave]), signal)
      if (isKnown(of.stamp, query, beside, diagnosis.stage)) return reply
      return published(diagnosis, await keysIn(params.id), beside)
    },
  })

  add({
    method: 'GET',
    url: '/api/territories/:id/diagnosis/events',
    part,
    summary: 'The same as server-sent events, while it is refined: all that is known each time, progress, the end',
    access: 'read',
    params: territoryParams,
    query: diagnosisQuerySchema,
    freshness: 'never',
    answers: { 200: events },
    async handle({ params, query, version, signal, reply }) {
      const { revision } = await version()
      const about = { kind: 'diagnosis', territory: params.id, revision } as const
      const job = jobs.start(about, diagnosing(rooms, params.id, revision, query))
      signal.addEventListener('abort', () => job.work.cancel(), { once: true })
      return streamed(reply, job)
    },
  })

  add({
    method: 'GET',
    url: '/api/territories/:id/diagnosis/changes',
    part,
    summary: 'What a change of data or thresholds since a revision made appear and vanish, by first findings',
    access: 'read',
    params: territoryParams,
    query: changesQuerySchema,
    freshness: 'territory',
    answers: { 200: findingChangesSchema },
    async handle({ params, query, version, signal }) {
      const now = await version()
      const then = versionOf(params.id, now.head, query.since)
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
  })

  add({
    method: 'POST',
    url: '/api/territories/:id/diagnosis/what-if',
    part,
    summary: 'What one more tie between two actors would change',
    access: 'read',
    params: territoryParams,
    body: connectSchema,
    answers: { 200: connectionSchema },
    async handle({ params, body: { wave, from, to }, version, signal }) {
      const question = await compute.answer('question', { of: await version(), wave, actors: [from, to] }, signal)
      const diagnosis = await diagnoses.latest(question, JSON.stringify([params.id, question.wave]), signal)
      const asked = { question: question.packed, findings: diagnosis.findings, from, to }
      const { groups, ...between } = await compute.answer('connection', asked, signal)
      const keyOf = await keysIn(params.id)
      // What is said of one of its members must not tell a group that is withheld.
      const told = new Set(published(diagnosis, keyOf).findings.flatMap(({ id, named }) => (named ? [id] : [])))
      const keyed = groups.map((group) => ({ ...group, finding: keyOf(group.finding) }))
      return { ...between, groups: keyed.filter(({ finding }) => told.has(finding)) }
    },
  })
}
