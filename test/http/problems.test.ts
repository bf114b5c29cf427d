import { expect, test } from 'vitest'
import { statuses } from '../../server/http/problems.ts'
import { Problem, type ProblemCode } from '../../server/problem.ts'
import type { Store } from '../../server/store/store.ts'
import { newKey, serving } from './serving.ts'

const { internal, ...refusals } = statuses
const codes = Object.keys(refusals) as ProblemCode[]

/** A store that fails with what `error` is at the time, whenever it is asked for its list. */
function failing(error: () => unknown) {
  return (store: Store): Store =>
    new Proxy(store, {
      get: (target, name) => {
        if (name === 'list') return () => Promise.reject(error())
        const member = Reflect.get(target, name)
        return typeof member === 'function' ? member.bind(target) : member
      },
    })
}

test('every refusal has its status, its code and what it tells', async () => {
  let error: unknown
  await using server = await serving({}, { store: failing(() => error) })
  for (const code of codes) {
    const details = { territory: 'nord', reason: 'says so' }
    error = new Problem(code, details as never)
    expect(await server.problem('GET', '/api/territories')).toMatchObject({
      code,
      details,
      status: statuses[code],
      type: `urn:maillage:problem:${code}`,
      title: code.replaceAll('_', ' '),
    })
  }
})

test('what nobody foresaw is logged whole and shown as nothing but internal', async () => {
  await using server = await serving({}, { store: failing(() => new Error('MATCH (secret) RETURN secret')) })
  const response = await server.ask('GET', '/api/territories')
  expect(response.statusCode).toBe(internal)
  expect(response.json()).toMatchObject({ code: 'internal', details: { request: expect.any(String) } })
  expect(response.body).not.toContain('secret')
  expect(server.log.join('')).toContain('MATCH (secret) RETURN secret')
})

test('a refusal is kept by nobody', async () => {
  await using server = await serving()
  const { headers } = await server.ask('GET', '/api/territories/sud')
  expect([headers['cache-control'], headers.etag]).toEqual(['no-store', undefined])
})

test('a request of the wrong shape is told every place that is wrong', async () => {
  await using server = await serving({ t: [] })
  const body = { base: 0, key: 'short', changes: [{ put: 'actor', value: { id: 'a', name: 3 } }] }
  const problem = await server.problem('POST', '/api/territories/t/changes', body)
  expect(problem).toMatchObject({ status: 400, code: 'invalid_request' })
  const { faults } = problem.details as { faults: { place: string }[] }
  expect(faults.map(({ place }) => place)).toEqual(expect.arrayContaining(['body.base', 'body.key']))
  expect(faults.some(({ place }) => place.startsWith('body.changes.0'))).toBe(true)
})

test('a fault of one change names its field', async () => {
  await using server = await serving({ t: [] })
  const changes = [{ put: 'wave', value: { id: 'w', label: 'Vague', date: '2024-01-01', basis: 'hearsay' } }]
  const problem = await server.problem('POST', '/api/territories/t/changes', { base: 1, key: newKey(), changes })
  const { faults } = problem.details as { faults: { place: string }[] }
  expect(faults.map(({ place }) => place)).toEqual(['body.changes.0.value.basis'])
})

test('faults are told as far as somebody will read them', async () => {
  await using server = await serving({ t: [] })
  const changes = Array.from({ length: 1_000 }, () => ({ put: 'actor', value: {} }))
  const problem = await server.problem('POST', '/api/territories/t/changes', { base: 1, key: newKey(), changes })
  expect((problem.details as { faults: unknown[] }).faults.length).toBe(50)
})

test('an unknown field is a fault, not something to lose', async () => {
  await using server = await serving({ t: [] })
  const body = { id: 'nord', key: newKey(), colour: 'red' }
  expect(await server.problem('POST', '/api/territories', body)).toMatchObject({
    code: 'invalid_request',
    details: { faults: [{ place: 'body', code: 'unrecognized_keys', message: expect.stringContaining('colour') }] },
  })
  expect(await server.problem('GET', '/api/territories/t/network?colour=red')).toMatchObject({
    details: { faults: [{ place: 'query' }] },
  })
})

test.each(['/api/territories', '/api/territories/t/changes', '/api/territories/t/import'])(
  'what is not JSON is refused as such: %s',
  async (url) => {
    await using server = await serving({ t: [] })
    const send = (payload: string, type = 'application/json') =>
      server.app.inject({
        method: 'POST',
        url,
        payload,
        headers: { host: 'localhost', 'content-type': type },
      })
    expect((await send('{"id":')).json()).toMatchObject({ status: 400, code: 'invalid_json' })
    expect((await send('')).json()).toMatchObject({ status: 400, code: 'invalid_json' })
    expect((await send('id=nord', 'text/plain')).json()).toMatchObject({
      status: 415,
      code: 'unsupported_media_type',
      details: { got: 'text/plain', expected: 'application/json' },
    })
  },
)

test.each(['/api/territories', '/api/territories/t/import'])('a body past the limit is refused: %s', async (url) => {
  await using server = await serving()
  const response = await server.app.inject({
    method: 'POST',
    url,
    headers: { host: 'localhost', 'content-type': 'application/json', 'content-length': String(2 ** 40) },
    payload: '{}',
  })
  expect(response.json()).toMatchObject({ status: 413, code: 'body_too_large', details: { limit: 64 * 1024 * 1024 } })
})

test('bytes that are no UTF-8 are refused, not replaced', async () => {
  await using server = await serving({ t: [] })
  const response = await server.app.inject({
    method: 'POST',
    url: '/api/territories/t/changes',
    headers: { host: 'localhost', 'content-type': 'application/json' },
    payload: Buffer.from('{"base":1,"key":"key-of-\xe9t\xe9","changes":[]}', 'latin1'),
  })
  expect(response.json()).toMatchObject({ status: 400, code: 'invalid_json' })
})

test('an address that does not decode is a problem like others', async () => {
  await using server = await serving()
  expect(await server.problem('GET', '/api/territories/%')).toMatchObject({ status: 400, code: 'invalid_request' })
})

test('a route that does not exist is refused by its name', async () => {
  await using server = await serving()
  expect(await server.problem('GET', '/api/people?name=x')).toMatchObject({
    status: 404,
    code: 'unknown_route',
    details: { method: 'GET', path: '/api/people' },
  })
  expect(await server.problem('POST', '/api/measures')).toMatchObject({ code: 'unknown_route' })
})
