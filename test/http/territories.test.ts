import { expect, test } from 'vitest'
import type { Change } from '../../server/domain/change.ts'
import { stagingId } from '../../server/store/store.ts'
import { commitSchema, examplesSchema, positionsSchema, territoriesSchema } from '../../server/wire/record.ts'
import { territorySchema } from '../../server/wire/territory.ts'
import { actor, ties } from '../network/draw.ts'
import { putActor } from '../store/samples.ts'
import { newKey, serving } from './serving.ts'

test('territories are listed with what they hold', async () => {
  await using server = await serving({ nord: ties('a-b b-c'), est: [] })
  const listed = await server.answer(territoriesSchema, 'GET', '/api/territories')
  expect(listed.map(({ id, actors, ties, waves }) => ({ id, actors, ties, waves }))).toEqual([
    { id: 'est', actors: 0, ties: 0, waves: 0 },
    { id: 'nord', actors: 3, ties: 2, waves: 1 },
  ])
})

test('a note that an earlier page puts in settings is a note, and no setting', async () => {
  const settings = { name: 'Nord', 'note.P0-x.kind': 'verified', 'note.P0-x.day': '2026-03-02', 'note.P0-x.text': 'vu' }
  const changes = Object.entries(settings).map(([key, value]): Change => ({ put: 'setting', value: { key, value } }))
  await using server = await serving({ nord: changes })
  const [listed] = await server.answer(territoriesSchema, 'GET', '/api/territories')
  expect(listed?.settings).toEqual({ name: 'Nord' })
  const { notes } = await server.answer(territorySchema, 'GET', '/api/territories/nord')
  expect(notes).toEqual([{ finding: 'P0-x', kind: 'verified', text: 'vu', day: '2026-03-02' }])
})

test('an example that was removed is brought back whole, once, and nothing else is', async () => {
  await using server = await serving({ nord: ties('a-b') })
  const examples = await server.answer(examplesSchema, 'GET', '/api/examples')
  expect(examples.map(({ id }) => id)).toContain('dieppe')
  expect((await server.ask('POST', '/api/examples/dieppe')).statusCode).toBe(201)
  const { actors, settings } = await server.answer(territorySchema, 'GET', '/api/territories/dieppe')
  expect(actors.length).toBeGreaterThan(20)
  expect(examples.find(({ id }) => id === 'dieppe')?.name).toBe(settings.find(({ key }) => key === 'name')?.value)
  expect((await server.ask('DELETE', '/api/territories/dieppe')).statusCode).toBe(204)
  expect((await server.ask('POST', '/api/examples/dieppe')).statusCode).toBe(201)
  expect((await server.ask('POST', '/api/examples/nord')).statusCode).toBe(404)
  const listed = await server.answer(territoriesSchema, 'GET', '/api/territories')
  expect(listed.map(({ id }) => id)).toEqual(['dieppe', 'nord'])
})

test('a territory is made, read whole, and removed for good', async () => {
  await using server = await serving()
  const made = await server.ask('POST', '/api/territories', { id: 'nord', key: newKey(), changes: ties('a-b') })
  expect([made.statusCode, made.headers.location]).toEqual([201, '/api/territories/nord'])
  expect(commitSchema.parse(made.json()).revision).toBe(1)
  const read = await server.answer(territorySchema, 'GET', '/api/territories/nord')
  expect(read.actors.map(({ id }) => id)).toEqual(['a', 'b'])
  expect((await server.ask('DELETE', '/api/territories/nord')).statusCode).toBe(204)
  expect(await server.problem('GET', '/api/territories/nord')).toMatchObject({
    status: 404,
    code: 'unknown_territory',
    details: { territory: 'nord' },
  })
})

test('an id is taken once', async () => {
  await using server = await serving({ nord: [] })
  expect(await server.problem('POST', '/api/territories', { id: 'nord', key: newKey() })).toMatchObject({
    status: 409,
    code: 'existing_territory',
  })
})

test('a revision that never was is refused', async () => {
  await using server = await serving({ nord: [] })
  expect(await server.problem('GET', '/api/territories/nord?revision=7')).toMatchObject({
    status: 404,
    code: 'unknown_revision',
    details: { territory: 'nord', revision: 7 },
  })
})

test('positions given are kept, the others stay', async () => {
  await using server = await serving({ nord: ties('a-b') })
  const place = (actors: object) => server.ask('PUT', '/api/territories/nord/positions', { actors, spaces: {} })
  expect((await place({ a: [1, 2], b: [3, 4] })).statusCode).toBe(204)
  await place({ b: [5, 6] })
  expect(await server.answer(positionsSchema, 'GET', '/api/territories/nord/positions')).toEqual({
    actors: { a: [1, 2], b: [5, 6] },
    spaces: {},
  })
  expect(await server.problem('GET', '/api/territories/sud/positions')).toMatchObject({ code: 'unknown_territory' })
})

test('positions of nobody are refused with their ids; ids that every object answers to stand like others', async () => {
  const odd = ['constructor', 'toString', 'hasOwnProperty', 'valueOf']
  await using server = await serving({ t: odd.map((id) => actor(id)) })
  const url = '/api/territories/t/positions'
  const actors = Object.fromEntries(odd.map((id, x) => [id, [x, 0]]))
  expect((await server.ask('PUT', url, { actors, spaces: {} })).statusCode).toBe(204)
  expect((await server.ask('GET', url)).json()).toEqual({ actors, spaces: {} })
  const nobody = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`nobody-${i}`, [i, 0]]))
  const problem = await server.problem('PUT', url, { actors: { ...actors, ...nobody }, spaces: { nowhere: [0, 0] } })
  expect(problem).toMatchObject({ status: 422, code: 'unknown_places', details: { spaces: ['nowhere'], total: 51 } })
  expect(problem.details).toMatchObject({ actors: Array.from({ length: 20 }, (_, i) => `nobody-${i}`) })
  expect((await server.ask('GET', url)).json()).toEqual({ actors, spaces: {} })
})

test('what is staged is nowhere', async () => {
  const staged = stagingId('nord')
  await using server = await serving({ [staged]: ties('a-b'), sud: ties('a-b') })
  expect((await server.answer(territoriesSchema, 'GET', '/api/territories')).map(({ id }) => id)).toEqual(['sud'])
  const body = { id: staged, base: 1, key: newKey(), changes: [putActor('c')] }
  for (const id of [staged, encodeURIComponent(staged)]) {
    const url = `/api/territories/${id}`
    for (const path of ['', '/changes', '/positions', '/diagnosis', '/export/json']) {
      expect((await server.ask('GET', url + path)).statusCode).toBeGreaterThanOrEqual(400)
    }
    expect((await server.ask('POST', `${url}/changes`, body)).statusCode).toBe(400)
    expect((await server.ask('DELETE', url)).statusCode).toBe(400)
  }
  expect((await server.ask('POST', '/api/territories', body)).statusCode).toBe(400)
})
