import { z } from 'zod'
import { type FindingMembers, findingMembers } from '../answer/seminars.ts'
import { keysUnder } from '../store/finding-keys.ts'
import {
  askedChairsSchema,
  askedMovesSchema,
  askedPairsSchema,
  askedPlanSchema,
  askedScenarioSchema,
  chairsSchema,
  emblemsSchema,
  movesSchema,
  pairsSchema,
  planSchema,
  replanSchema,
  scenarioSchema,
  tablesSchema,
} from '../wire/seminar.ts'
import { published } from './published.ts'
import type { Rooms } from './rooms.ts'
import { type AddRoute, territoryParams } from './route.ts'

const part = 'seminars'
const seminarParams = territoryParams.extend({ seminar: z.string().max(200) })
const waveQuery = z.strictObject({ wave: z.string().max(200).optional() })

/** What prepares a seminar. Nothing is kept here: invitations and plans change like all facts, by commits. */
export function answerSeminars(add: AddRoute, rooms: Rooms): void {
  const { compute } = rooms
  add({
    method: 'POST',
    url: '/api/territories/:id/seminar/chairs',
    part,
    summary:
      'A list of invitees against the composition template and the network: empty chairs, who could take them, whom to invite next',
    access: 'read',
    params: territoryParams,
    body: askedChairsSchema,
    answers: { 200: chairsSchema },
    handle: async ({ body, version, signal }) =>
      await compute.answer('chairs', { of: await version(), ...body }, signal),
  })

  add({
    method: 'POST',
    url: '/api/territories/:id/seminar/pairs',
    part,
    summary: 'Pairs of an elected official and an industrial, and the introductions that would most help',
    access: 'read',
    params: territoryParams,
    body: askedPairsSchema,
    answers: { 200: pairsSchema },
    async handle({ body, version, signal }) {
      const of = await version()
      const findings = await findingsTold(rooms, of, body.wave, signal)
      return await compute.answer('pairs', { of, ...body, findings }, signal)
    },
  })

  add({
    method: 'POST',
    url: '/api/territories/:id/seminar/what-if',
    part,
    summary: 'What leavings, weakened ties and new ones would make of the network',
    access: 'read',
    params: territoryParams,
    body: askedScenarioSchema,
    answers: { 200: scenarioSchema },
    handle: async ({ body, version, signal }) =>
      await compute.answer('scenario', { of: await version(), ...body }, signal),
  })

  add({
    method: 'GET',
    url: '/api/territories/:id/seminars/:seminar/emblems',
    part,
    summary: 'The emblems named at a seminar, and who shares one without a known tie',
    access: 'read',
    params: seminarParams,
    query: waveQuery,
    freshness: 'territory',
    answers: { 200: emblemsSchema },
    handle: async ({ params: { seminar }, query: { wave }, version, signal }) =>
      await compute.answer('emblems', { of: await version(), seminar, wave }, signal),
  })

  add({
    method: 'GET',
    url: '/api/territories/:id/seminars/:seminar/tables',
    part,
    summary: 'The plan of tables that is kept, and what it is worth',
    access: 'read',
    params: seminarParams,
    query: waveQuery,
    freshness: 'territory',
    answers: { 200: tablesSchema },
    handle: async ({ params: { seminar }, query: { wave }, version, signal }) =>
      await compute.answer('tables', { of: await version(), seminar, wave }, signal),
  })

  add({
    method: 'POST',
    url: '/api/territories/:id/seminars/:seminar/plan',
    part,
    summary: 'A plan of tables for who is expected, beside plans drawn at random and one blind to the network',
    access: 'read',
    params: seminarParams,
    body: askedPlanSchema,
    answers: { 200: planSchema },
    handle: async ({ params: { seminar }, body, version, signal }) =>
      await compute.answer('plan', { of: await version(), seminar, ...body }, signal),
  })

  add({
    method: 'POST',
    url: '/api/territories/:id/seminars/:seminar/replan',
    part,
    summary: 'The plan of the day: those who came late are seated, and whoever is seated stays as far as that can be',
    access: 'read',
    params: seminarParams,
    body: waveQuery,
    answers: { 200: replanSchema },
    handle: async ({ params: { seminar }, body: { wave }, version, signal }) =>
      await compute.answer('replan', { of: await version(), seminar, wave }, signal),
  })

  add({
    method: 'POST',
    url: '/api/territories/:id/seminars/:seminar/moves',
    part,
    summary: 'What taking one person to each other seat of a round would change',
    access: 'read',
    params: seminarParams,
    body: askedMovesSchema,
    answers: { 200: movesSchema },
    handle: async ({ params: { seminar }, body, version, signal }) =>
      await compute.answer('moves', { of: await version(), seminar, ...body }, signal),
  })
}

/** Of those whose names are told by now; none where no survey can be diagnosed. */
async function findingsTold(
  { compute, diagnoses, store }: Rooms,
  of: Parameters<typeof compute.answer<'question'>>[1]['of'],
  wave: string | undefined,
  signal: AbortSignal,
): Promise<FindingMembers> {
  if (!(await compute.answer('isSurvey', { of, wave }, signal))) return []
  const question = await compute.answer('question', { of, wave }, signal)
  const diagnosis = await diagnoses.latest(question, JSON.stringify([of.id, question.wave]), signal)
  return findingMembers(published(diagnosis, keysUnder(await store.secret(of.id))).findings)
}
