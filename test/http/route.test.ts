import Fastify from 'fastify'
import { expect, test, vi } from 'vitest'
import { routesOf } from '../../server/http/route.ts'
import { openEmbeddedStore } from '../../server/store/embedded.ts'
import { ties } from '../network/draw.ts'
import { serving } from './serving.ts'

interface Operation {
  readonly 'x-access': string
  readonly responses: Readonly<Record<string, unknown>>
}

test('the contract lists who may do what, and whoever may only read changes nothing', async () => {
  await using server = await serving()
  const { paths } = (await server.ask('GET', '/api/openapi.json')).json() as {
    paths: Record<string, Record<string, Operation>>
  }
  const listed = Map.groupBy(
    Object.entries(paths).flatMap(([url, methods]) =>
      Object.entries(methods).map(([method, operation]) => [operation['x-access'], `${method} ${url}`] as const),
    ),
    ([access]) => access,
  )
  const changing = (access: string) =>
    (listed.get(access) ?? []).map(([, route]) => route).filter((route) => !/^get /.test(route))
  expect([...listed.keys()].sort()).toEqual(['edit', 'manage', 'open', 'read'])
  expect(changing('open')).toEqual([])
  // Jobs, what-ifs and what a seminar is prepared with take work and keep nothing.
  expect(changing('read').sort()).toEqual([
    'delete /api/jobs/{id}',
    'post /api/territories/{id}/boundary',
    'post /api/territories/{id}/diagnosis/what-if',
    'post /api/territories/{id}/jobs',
    'post /api/territories/{id}/measures/what-if',
    'post /api/territories/{id}/seminar/chairs',
    'post /api/territories/{id}/seminar/pairs',
    'post /api/territories/{id}/seminar/what-if',
    'post /api/territories/{id}/seminars/{seminar}/moves',
    'post /api/territories/{id}/seminars/{seminar}/plan',
    'post /api/territories/{id}/seminars/{seminar}/replan',
  ])
  expect(changing('manage').sort()).toEqual([
    'delete /api/territories/{id}',
    'post /api/examples/{example}',
    'post /api/territories',
    'post /api/territories/{id}/forget',
  ])
})

test('a route of the API that does not say who may is refused at the start', async () => {
  await using store = await openEmbeddedStore(':memory:')
  const app = Fastify()
  routesOf(app, store)
  expect(() => app.get('/api/secret', async () => null)).toThrow('nothing says who may GET /api/secret')
})

/** What is about all territories, or compared with the others. */
const ofAll = ['/api/territories', '/api/territories/{id}/comparison', '/api/territories/{id}/diagnosis']

test('what is read says how it is kept, and asks for no more territories than it is about', async () => {
  await using server = await serving({ t: ties('a-b') })
  const list = vi.spyOn(server.store, 'list')
  const { paths } = (await server.ask('GET', '/api/openapi.json')).json() as { paths: Record<string, object> }
  const read = Object.entries(paths).flatMap(([url, methods]) => ('get' in methods ? [url] : []))
  const asked = read
    .filter((url) => !url.includes('/jobs/') && !url.endsWith('/events'))
    .map((url) => url.replace('{id}', 't').replace('{revision}', '1').replace('{file}', 'actors.csv'))
  const listing = new Set<string>()
  for (const url of asked) {
    list.mockClear()
    const needed = /\/changes$/.test(url) ? `${url}?since=1` : url
    const { statusCode, headers } = await server.ask('GET', needed)
    expect([needed, statusCode === 200 || statusCode === 404]).toEqual([needed, true])
    if (list.mock.calls.length > 0) listing.add(url.replace('/t/', '/{id}/'))
    if (statusCode !== 200) continue
    expect([needed, headers['cache-control']]).toEqual([
      needed,
      headers.etag === undefined ? 'no-store' : 'private, no-cache',
    ])
  }
  expect(listing).toContain('/api/territories')
  expect([...listing].filter((url) => !ofAll.includes(url))).toEqual([])
})
