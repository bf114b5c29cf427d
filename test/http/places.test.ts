import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { CompanySearch } from '../../server/register/company-search.ts'
import { communesSchema, companiesSchema, registerSchema } from '../../server/wire/places.ts'
import { serving } from './serving.ts'

test('a commune is completed from the table, with its place and its EPCI', async () => {
  await using server = await serving()
  const found = await server.answer(communesSchema, 'GET', '/api/communes?q=deca')
  expect(found).toMatchObject([{ name: 'Decazeville', code: '12089', epci: 'CC Decazeville Communauté' }])
  expect(await server.answer(communesSchema, 'GET', '/api/communes')).toEqual([])
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
