import { z } from 'zod'
import { type Answers, versionOf } from '../answer/answers.ts'
import { besideOf } from '../answer/beside.ts'
import { Problem } from '../problem.ts'
import { besideSchema } from '../wire/beside.ts'
import {
  comparisonQuerySchema,
  comparisonSchema,
  historySchema,
  seriesQuerySchema,
  seriesSchema,
} from '../wire/comparison.ts'
import { powerQuerySchema, powerSchema } from '../wire/power.ts'
import { calendarQuerySchema, revivalsQuerySchema, revivalsSchema } from '../wire/revivals.ts'
import { comparisonKnown, diagnosed, diagnosedAlready } from './compared.ts'
import { comparing, events, streamed } from './jobs.ts'
import type { Rooms } from './rooms.ts'
import { type AddRoute, territoryParams } from './route.ts'

const part = 'comparisons'

/** What waves tell side by side. */
export function answerComparisons(add: AddRoute, rooms: Rooms): void {
  const { compute, jobs, now } = rooms
  add({
    method: 'GET',
    url: '/api/territories/:id/comparison',
    part,
    summary: 'Two waves side by side, with what is known of what became of findings',
    access: 'read',
    params: territoryParams,
    query: comparisonQuerySchema,
    freshness: 'handler',
    answers: { 200: comparisonSchema },
    async handle({ query, version, isKnown, signal, reply }) {
      const of = await version()
      const pair = await compute.answer('wavePair', { of, ...query }, signal)
      const stage = await diagnosedAlready(rooms, of, pair, signal)
      if (isKnown(of.stamp, query, stage)) return reply
      const diagnoses = stage && (await diagnosed(rooms, of, pair, stage, { signal }))
      return await comparisonKnown(rooms, pair, diagnoses, signal)
    },
  })

  add({
    method: 'GET',
    url: '/api/territories/:id/comparison/events',
    part,
    summary: 'The same as server-sent events: progress, all that is known each time, the end',
    access: 'read',
    params: territoryParams,
    query: comparisonQuerySchema,
    freshness: 'never',
    answers: { 200: events },
    async handle({ params, query, version, signal, reply }) {
      const { revision } = await version()
      const about = { kind: 'comparison', territory: params.id, revision } as const
      const job = jobs.start(about, comparing(rooms, params.id, revision, query))
      signal.addEventListener('abort', () => job.work.cancel(), { once: true })
      return streamed(reply, job)
    },
  })

  add({
    method: 'GET',
    url: '/api/territories/:id/comparison/beside',
    part,
    summary: 'How far two waves moved, beside the two latest surveys of every other territory, each by its own measure',
    access: 'read',
    params: territoryParams,
    query: comparisonQuerySchema,
    // It rests on every territory there is.
    freshness: 'never',
    answers: { 200: besideSchema },
    async handle({ params, query, version, signal }) {
      const own = await compute.answer('ownChange', { of: await version(), ...query }, signal)
      const others = await changesOfOthers(rooms, params.id, signal)
      return besideOf(own, others)
    },
  })

  add({
    method: 'GET',
    url: '/api/territories/:id/comparison/rsiena.zip',
    part,
    summary: 'The two waves as RSiena reads them: matrices on one roster, and who came and left',
    access: 'read',
    params: territoryParams,
    query: comparisonQuerySchema,
    freshness: 'never',
    answers: { 200: null },
    async handle({ params, query, version, signal, reply }) {
      const zip = await compute.answer('rsiena', { of: await version(), ...query }, signal)
      reply
        .type('application/zip')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${params.id}-rsiena.zip`)}`)
      return zip
    },
  })

  add({
    method: 'GET',
    url: '/api/territories/:id/series',
    part,
    summary: 'All waves one after the other: ties, figures on each roster and on the common one, survival',
    access: 'read',
    params: territoryParams,
    query: seriesQuerySchema,
    freshness: 'territory',
    answers: { 200: seriesSchema },
    handle: async ({ query, version, signal }) =>
      await compute.answer('series', { of: await version(), ...query }, signal),
  })

  add({
    method: 'GET',
    url: '/api/territories/:id/actors/:actor/history',
    part,
    summary: 'One actor, wave after wave: its partners, and what became of its ties',
    access: 'read',
    params: territoryParams.extend({ actor: z.string().max(200) }),
    query: seriesQuerySchema,
    freshness: 'territory',
    answers: { 200: historySchema },
    handle: async ({ params: { actor }, query, version, signal }) =>
      await compute.answer('history', { of: await version(), actor, ...query }, signal),
  })

  add({
    method: 'GET',
    url: '/api/territories/:id/revivals',
    part,
    summary:
      'Ties that fade, by what is left of them and what they hold together, and how many a year keep the network',
    access: 'read',
    params: territoryParams,
    query: revivalsQuerySchema,
    freshness: 'territory',
    answers: { 200: revivalsSchema },
    handle: async ({ query: { wave }, version, signal }) =>
      await compute.answer('revivals', { of: await version(), wave }, signal),
  })

  add({
    method: 'GET',
    url: '/api/territories/:id/power',
    part,
    summary: 'How large a change the survey after a wave would show, and how many more answers would be worth it',
    access: 'read',
    params: territoryParams,
    query: powerQuerySchema,
    freshness: 'territory',
    answers: { 200: powerSchema },
    handle: async ({ query, version, signal }) =>
      await compute.answer('power', { of: await version(), ...query }, signal),
  })

  add({
    method: 'GET',
    url: '/api/territories/:id/revivals.ics',
    part,
    summary: 'The same as a calendar file, one tie a week',
    access: 'read',
    params: territoryParams,
    query: calendarQuerySchema,
    freshness: 'never',
    answers: { 200: null },
    async handle({ params, query: { wave, lang, start }, version, signal, reply }) {
      const asked = { wave, language: lang, start: start ?? now().toISOString().slice(0, 10) }
      const calendar = await compute.answer('calendar', { of: await version(), ...asked }, signal)
      reply
        .type('text/calendar; charset=utf-8')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${params.id}.ics`)}`)
      return calendar
    },
  })
}

/** Those of every other territory that has two waves to compare, one after the other: nobody else should wait for all of them. */
async function changesOfOthers({ store, compute }: Rooms, id: string, signal: AbortSignal): Promise<OwnChange[]> {
  const changes: OwnChange[] = []
  for (const { id: other, waves, revision, updatedAt } of await store.list()) {
    if (other === id || waves < 2) continue
    try {
      changes.push(await compute.answer('ownChange', { of: versionOf(other, { revision, updatedAt }) }, signal))
    } catch (error) {
      // Its waves cannot be compared, or it is gone meanwhile.
      if (!(error instanceof Problem) || error.code === 'overloaded') throw error
    }
  }
  return changes
}

type OwnChange = Answers['ownChange']['answer']
