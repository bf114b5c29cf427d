import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import type { Change } from '../../server/domain/change.ts'
import { water } from '../../server/drawing/backdrop.ts'
import { CompanySearch } from '../../server/register/company-search.ts'
import { communesSchema, companiesSchema, registerSchema } from '../../server/wire/places.ts'
import { surroundingsSchema } from '../../server/wire/surroundings.ts'
import { ties } from '../network/draw.ts'
import { serving } from './serving.ts'

test('a commune is completed from the table, with its place and its EPCI', async () => {
  await using server = await serving()
  const found = await server.answer(communesSchema, 'GET', '/api/communes?q=deca')
  expect(found).toMatchObject([{ name: 'Decazeville', code: '12089', epci: 'CC Decazeville Communauté' }])
  expect(await server.answer(communesSchema, 'GET', '/api/communes')).toEqual([])
})

test('actors stand in their communes, on the ground around them, the same whenever it is drawn', async () => {
  const seats = new Map([
    ['a', 'Dieppe'],
    ['b', 'DIEPPE CEDEX'],
    ['c', 'Offranville'],
    ['d', 'Brumeville'],
  ])
  const seated = ties('a-b b-c c-d').map((change): Change => {
    if (!('put' in change) || change.put !== 'actor') return change
    return { put: 'actor', value: { ...change.value, commune: seats.get(change.value.id) ?? '' } }
  })
  await using server = await serving({ t: seated })
  const { places, unknown, map } = await server.answer(surroundingsSchema, 'GET', '/api/territories/t/surroundings')
  expect(places.map(({ name, actors }) => [name, actors])).toEqual([
    ['Dieppe', ['a', 'b']],
    ['Offranville', ['c']],
  ])
  expect(unknown).toEqual(['Brumeville'])
  expect(map?.departments.map(({ name }) => name)).toContain('Seine-Maritime')
  const url = '/api/territories/t/picture.svg?layout=geographic'
  const svg = (await server.ask('GET', url)).body
  expect((await server.ask('GET', url)).body).toBe(svg)
  const said = [...svg.matchAll(/<text [^>]*>([^<]*)</g)].map(([, text]) => text)
  expect(said.filter((text) => text === 'Dieppe')).toHaveLength(1)
  expect(said.some((text) => /^\d+\u00a0km$/.test(text ?? ''))).toBe(true)
  expect(said.join(' ')).toMatch(/Source du fond de carte\u00a0: rivages GSHHG/)
  expect(said).toContain('Sans lieu connu (1)')
  expect(svg).toContain(`fill="${water}"`)
})

test('nobody is asked about companies unless the server was told where', async () => {
  await using server = await serving()
  expect(await server.answer(registerSchema, 'GET', '/api/companies')).toEqual({ address: null })
  expect(await server.problem('POST', '/api/companies', { q: 'forge' })).toMatchObject({
    code: 'register_unavailable',
    details: { reason: 'off' },
  })
})

test('told where, it asks there, and says who did not answer', async () => {
  const register = createServer((_, response) =>
    response.end(JSON.stringify({ results: [{ siren: '443061841', nom_complet: 'FORGE' }] })),
  )
  await new Promise<void>((ready) => register.listen(0, '127.0.0.1', ready))
  const address = `http://127.0.0.1:${(register.address() as AddressInfo).port}`
  await using server = await serving({}, { companies: new CompanySearch({ address }) })
  expect(await server.answer(registerSchema, 'GET', '/api/companies')).toEqual({ address })
  expect(await server.answer(companiesSchema, 'POST', '/api/companies', { q: 'forge' })).toMatchObject([
    { name: 'FORGE' },
  ])
  register.closeAllConnections()
  await new Promise((closed) => register.close(closed))
  expect(await server.problem('POST', '/api/companies', { q: 'autre' })).toMatchObject({
    code: 'register_unavailable',
    details: { reason: 'no_answer', address },
  })
})
