import type { Version } from '../answer/answers.ts'
import { Problem } from '../problem.ts'
import { keysUnder } from '../store/finding-keys.ts'
import { comparisonSchema } from '../wire/comparison.ts'
import { reportFormats, reportQuerySchema } from '../wire/report.ts'
import { attach } from './attachment.ts'
import { comparisonKnown } from './compared.ts'
import { published } from './published.ts'
import type { Rooms } from './rooms.ts'
import { type AddRoute, territoryParams } from './route.ts'

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

/** Notes on a wave, to be handed over. */
export function answerReports(add: AddRoute, rooms: Rooms): void {
  const { store, compute, diagnoses } = rooms
  for (const format of reportFormats) {
    add({
      method: 'GET',
      url: `/api/territories/:id/report.${format}`,
      part: 'diagnosis',
      summary: `A note of two pages on a wave as ${format.toUpperCase()}: map, agenda, what changed, what is not known, method, sources; of the best findings known, as \`diagnosis\` tells them`,
      access: 'read',
      params: territoryParams,
      query: reportQuerySchema,
      freshness: 'handler',
      answers: { 200: null },
      async handle({ params: { id }, query: { lang: language, ...query }, version, signal, isKnown, reply }) {
        const of = await version()
        const question = await compute.answer('question', { of, wave: query.wave }, signal)
        const diagnosis = await diagnoses.latest(question, JSON.stringify([id, question.wave]), signal)
        const positions = await store.positions(id)
        if (isKnown(of.stamp, format, language, query, diagnosis.stage, positions)) return reply
        // Made of what is told, it can tell no more.
        const secret = await store.secret(id)
        const told = published(diagnosis, keysUnder(secret))
        const agenda = await compute.answer(
          'agenda',
          { of, question: question.packed, diagnosis: told, secret },
          signal,
        )
        const since = await sinceEarlier(rooms, of, question.wave, signal)
        const asked = { of, language, format, diagnosis: told, agenda, since, positions }
        const bytes = await compute.answer('report', asked, signal)
        attach(reply.type(types[format]), `${id}-note.${format}`)
        return bytes
      },
    })
  }
}

/** What is said of a wave beside the one before; null: it has none to be compared with. */
async function sinceEarlier(rooms: Rooms, of: Version, to: string, signal: AbortSignal) {
  try {
    const pair = await rooms.compute.answer('wavePair', { of, to }, signal)
    const bytes = await comparisonKnown(rooms, pair, null, signal)
    const { summary } = comparisonSchema.parse(JSON.parse(new TextDecoder().decode(bytes)))
    return { wave: pair.from, summary }
  } catch (error) {
    if (error instanceof Problem && error.code === 'one_wave') return null
    throw error
  }
}
