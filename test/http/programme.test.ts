import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Change } from '../../server/domain/change.ts'
import { exampleTerritories } from '../../server/exchange/examples.ts'
import { diagnosisSchema } from '../../server/wire/diagnosis.ts'
import { programmeSchema } from '../../server/wire/programme.ts'
import { emblemsSchema } from '../../server/wire/seminar.ts'
import { type Serving, serving } from './serving.ts'

/** The first two actors of an example name one emblem, each in its spelling. */
function naming(changes: readonly Change[]): Change[] {
  const actors = changes.flatMap((change) => ('put' in change && change.put === 'actor' ? [change.value.id] : []))
  return [
    { put: 'seminar', value: { id: 'm', name: 'Mars' } },
    ...['Le port', 'le  PORT'].map(
      (emblem, i): Change => ({ put: 'attachment', value: { seminar: 'm', actor: actors[i] ?? '', emblem } }),
    ),
  ]
}

let server: Serving
beforeAll(async () => {
  const examples = new Map((await exampleTerritories()).map(({ id, changes }) => [id, changes]))
  const of = (id: string) => examples.get(id) ?? []
  const names = ['carene', 'decazeville', 'dieppe', 'ardenne']
  server = await serving({
    ...Object.fromEntries(names.map((id) => [id, of(id)])),
    named: [...of('dieppe'), ...naming(of('dieppe'))],
  })
})
afterAll(() => server[Symbol.asyncDispose]())

/** Projects of the programme, and those of which no pilot is named: rows of spaces.csv and participations.csv. */
test.each([
  ['carene', 31, 1],
  ['decazeville', 14, 2],
  ['dieppe', 16, 0],
  ['ardenne', 8, 1],
])('the programme of %s is what its diagnosis says of it', async (id, count, unpiloted) => {
  const { projects, findings, basis, complete } = await server.answer(
    programmeSchema,
    'GET',
    `/api/territories/${id}/programme`,
  )
  expect([projects.length, projects.filter(({ pilots }) => pilots.length === 0).length]).toEqual([count, unpiloted])
  expect([basis, complete]).toEqual(['documents', false])
  const diagnosis = await server.answer(diagnosisSchema, 'GET', `/api/territories/${id}/diagnosis`)
  const kinds = new Set(findings.map(({ kind }) => kind))
  expect(findings).toEqual(diagnosis.findings.filter(({ kind }) => kinds.has(kind)))
  expect(kinds.size).toBeGreaterThan(4)
})

test('emblems are named whatever their spelling, and who holds them already is told so', async () => {
  const url = '/api/territories/named/seminars/m/emblems'
  const { emblems, pairs, tied, conversations } = await server.answer(emblemsSchema, 'GET', url)
  expect(emblems).toMatchObject([{ emblem: 'Le port' }])
  expect(emblems[0]?.actors).toHaveLength(2)
  expect([pairs, conversations.length + tied]).toEqual([1, 1])
  const { etag } = (await server.ask('GET', url)).headers
  expect((await server.ask('GET', url, undefined, { 'if-none-match': String(etag) })).statusCode).toBe(304)
  expect(await server.problem('GET', '/api/territories/named/seminars/x/emblems')).toMatchObject({
    status: 404,
    code: 'unknown_seminar',
  })
})
