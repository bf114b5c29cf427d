import { keysUnder } from '../store/finding-keys.ts'
import { diagnosisQuerySchema } from '../wire/diagnosis.ts'
import { programmeSchema } from '../wire/programme.ts'
import { publishedOfProgramme } from './published.ts'
import type { Rooms } from './rooms.ts'
import { type AddRoute, territoryParams } from './route.ts'

/** The programme that a seminar makes and remakes. */
export function answerProgramme(add: AddRoute, { store, compute }: Rooms): void {
  add({
    method: 'GET',
    url: '/api/territories/:id/programme',
    part: 'seminars',
    summary:
      'The projects of a wave, who pilots them and who takes part, with the findings of its diagnosis about them',
    access: 'read',
    params: territoryParams,
    query: diagnosisQuerySchema,
    freshness: 'territory',
    answers: { 200: programmeSchema },
    async handle({ params, query, version, signal }) {
      const programme = await compute.answer('programme', { of: await version(), wave: query.wave }, signal)
      const keyOf = keysUnder(await store.secret(params.id))
      return { ...programme, findings: publishedOfProgramme(programme.findings, keyOf) }
    },
  })
}
