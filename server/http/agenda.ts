import { keysUnder } from '../store/finding-keys.ts'
import { agendaSchema } from '../wire/agenda.ts'
import { diagnosisQuerySchema } from '../wire/diagnosis.ts'
import { published } from './published.ts'
import type { Rooms } from './rooms.ts'
import { type AddRoute, territoryParams } from './route.ts'

/** What to do about the findings of a wave. */
export function answerAgenda(add: AddRoute, { store, compute, diagnoses }: Rooms): void {
  add({
    method: 'GET',
    url: '/api/territories/:id/agenda',
    part: 'diagnosis',
    summary:
      'Three to seven decisions: findings merged by cause and ranked by what is at stake, with who does what with whom; of the best findings known, as `diagnosis` tells them',
    access: 'read',
    params: territoryParams,
    query: diagnosisQuerySchema,
    freshness: 'handler',
    answers: { 200: agendaSchema },
    async handle({ params, query, version, isKnown, signal, reply }) {
      const of = await version()
      const question = await compute.answer('question', { of, wave: query.wave }, signal)
      const stage = diagnoses.stageOf(question)
      if (stage && isKnown(of.stamp, query, stage)) return reply
      const diagnosis = await diagnoses.latest(question, JSON.stringify([params.id, question.wave]), signal)
      if (isKnown(of.stamp, query, diagnosis.stage)) return reply
      // Made of what is told, it can tell no more.
      const secret = await store.secret(params.id)
      const told = published(diagnosis, keysUnder(secret))
      return await compute.answer('agenda', { of, question: question.packed, diagnosis: told, secret }, signal)
    },
  })
}
