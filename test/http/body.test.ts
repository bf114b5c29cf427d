import { expect, test } from 'vitest'
import { ties } from '../network/draw.ts'
import { serving } from './serving.ts'

const types = ['application/json', 'application/json; charset=utf-8', 'application/problem+json', 'text/plain']

test.each(types)('a type without a body means nothing to what reads none: %s', async (type) => {
  await using server = await serving({ t: ties('a-b') })
  for (const length of [undefined, '0']) {
    const headers = { 'content-type': type, ...(length && { 'content-length': length }) }
    const asked = async (method: 'GET' | 'DELETE', url: string) =>
      (await server.ask(method, url, undefined, headers)).statusCode
    await server.store.create('gone', {
      key: 'key-of-gone',
      author: null,
      at: '2026-01-01',
      origin: 'edit',
      changes: [],
    })
    expect(await asked('DELETE', '/api/territories/gone')).toBe(204)
    expect(await asked('DELETE', '/api/territories/gone')).toBe(404)
    expect(await asked('GET', '/api/territories/t')).toBe(200)
    const job = await server.ask('POST', '/api/territories/t/jobs', { kind: 'measures', measures: ['degree'] })
    expect(await asked('DELETE', `/api/jobs/${job.json().id}`)).toBe(204)
    expect(await asked('DELETE', '/api/jobs/unknown')).toBe(404)
  }
})

test.each(['/api/territories/t/undo', '/api/territories/t/positions', '/api/territories/t/changes'])(
  'deep brackets are refused unread: %s',
  async (url) => {
    await using server = await serving({ t: [] })
    const response = await server.app.inject({
      method: url.endsWith('positions') ? 'PUT' : 'POST',
      url,
      headers: { host: 'localhost', 'content-type': 'application/json' },
      payload: '['.repeat(1_000_000),
    })
    expect(response.json()).toMatchObject({
      status: 400,
      code: 'invalid_json',
      details: { reason: expect.stringContaining('nested') },
    })
  },
)

test('what asks for little may not be large', async () => {
  await using server = await serving({ t: [] })
  const response = await server.ask('POST', '/api/territories/t/undo', { key: 'x'.repeat(2_000_000) })
  expect(response.json()).toMatchObject({ status: 413, details: { limit: 1024 * 1024 } })
})
