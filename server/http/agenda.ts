import type { Version } from '../answer/answers.ts'
import type { PackedQuestion } from '../answer/question.ts'
import type { Diagnosis } from '../diagnosis/diagnosis.ts'
import { keysUnder } from '../store/finding-keys.ts'
import { agendaSchema } from '../wire/agenda.ts'
import { diagnosisQuerySchema } from '../wire/diagnosis.ts'
import { calendarQuerySchema } from '../wire/revivals.ts'
import { published } from './published.ts'
import type { Rooms } from './rooms.ts'
import { type AddRoute, territoryParams } from './route.ts'

const part = 'diagnosis'

/** What to do about the findings of a wave. */
export function answerAgenda(add: AddRoute, rooms: Rooms): void {
  const { compute, diagnoses, now } = rooms
  add({
    method: 'GET',
    url: '/api/territories/:id/agenda',
    part,
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
      return await compute.answer('agenda', await asked(rooms, of, question, diagnosis), signal)
    },
  })

  for (const [format, type] of [
    ['ics', 'text/calendar; charset=utf-8'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ] as const) {
    add({
      method: 'GET',
      url: `/api/territories/:id/agenda.${format}`,
      part,
      summary: `The same as a file (${format === 'ics' ? 'a calendar' : 'a workbook'}), with what was decided and without people`,
      access: 'read',
      params: territoryParams,
      query: calendarQuerySchema,
      freshness: 'never',
      answers: { 200: null },
      async handle({ params, query: { wave, lang, start }, version, signal, reply }) {
        const of = await version()
        const question = await compute.answer('question', { of, wave }, signal)
        const diagnosis = await diagnoses.latest(question, JSON.stringify([params.id, question.wave]), signal)
        const reading = { language: lang, start: start ?? now().toISOString().slice(0, 10), format }
        const file = await compute.answer(
          'agendaFile',
          { ...(await asked(rooms, of, question, diagnosis)), ...reading },
          signal,
        )
        reply
          .type(type)
          .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${params.id}.${format}`)}`)
        return file
      },
    })
  }
}

/** Made of what is told, an agenda can tell no more. */
async function asked({ store }: Rooms, of: Version, { packed }: PackedQuestion, diagnosis: Diagnosis) {
  const secret = await store.secret(of.id)
  return { of, question: packed, diagnosis: published(diagnosis, keysUnder(secret)), secret }
}
