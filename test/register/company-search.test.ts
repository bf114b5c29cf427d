import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { CompanySearch } from '../../server/register/company-search.ts'

const patience = { timeout: 300, gap: 1, longestPause: 1_500 }

/** A register of our own on loopback. The companies are invented; the fields are those that the public description of the API names. */
async function register(answer: RequestListener) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    answer(request, response)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    asked,
    address,
    search: new CompanySearch({ address, patience }),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

const forge = {
  siren: '443061841',
  nom_complet: 'FORGE DU NORD (FDN)',
  nom_raison_sociale: 'FORGE DU NORD',
  activite_principale: '25.50A',
  tranche_effectif_salarie: '31',
  etat_administratif: 'A',
  dirigeants: [{ nom: 'MARTIN', prenoms: 'ALICE' }],
  siege: {
    siret: '44306184100013',
    code_postal: '75001',
    libelle_commune: 'PARIS',
    commune: '75056',
    latitude: '48.86',
    longitude: '2.33',
  },
  matching_etablissements: [
    {
      ...{ siret: '44306184100047', adresse: '1 RUE DU PORT 76260 EU', code_postal: '76260', commune: '76255' },
      ...{ libelle_commune: 'EU', latitude: '50.046', longitude: '1.42', activite_principale: '25.50A' },
      ...{ tranche_effectif_salarie: '21', etat_administratif: 'A' },
    },
  ],
}

test('a company stands where it was looked for; nobody who runs it comes along', async () => {
  await using fake = await register((_, response) =>
    response.end(JSON.stringify({ results: [forge], total_results: 1 })),
  )
  const found = await fake.search.search('  forge du   nord ')
  expect(found).toEqual([
    {
      ...{ siren: '443061841', siret: '44306184100047', name: 'FORGE DU NORD', naf: '25.50A', headcount: '21' },
      ...{ commune: 'EU', postcode: '76260', address: '1 RUE DU PORT 76260 EU', isOpen: true },
      position: { latitude: 50.046, longitude: 1.42 },
    },
  ])
  // What is asked and nothing else; asked again, it is remembered.
  expect(await fake.search.search('forge du nord')).toEqual(found)
  expect(fake.asked).toEqual(['/search?q=forge+du+nord&page=1&per_page=10'])
})

test('a company without a place, or with less than is usual, is one all the same', async () => {
  const bare = {
    siren: '443061841',
    nom_complet: 'FORGE',
    siege: { latitude: '', longitude: null },
    matching_etablissements: [],
  }
  await using fake = await register((_, response) => response.end(JSON.stringify({ results: [bare] })))
  expect(await fake.search.search('forge')).toMatchObject([{ name: 'FORGE', siret: '', commune: '', position: null }])
})

test('one request goes at a time, and told to wait one waits, once', async () => {
  let open = 0
  let most = 0
  let refusals = 1
  await using fake = await register((_, response) => {
    most = Math.max(most, ++open)
    setTimeout(() => {
      open--
      if (refusals-- > 0) response.writeHead(429, { 'retry-after': '0' }).end()
      else response.end(JSON.stringify({ results: [] }))
    }, 5)
  })
  await Promise.all(['a', 'b', 'c'].map((name) => fake.search.search(name)))
  expect(most).toBe(1)
  expect(fake.asked).toHaveLength(4)
})

test.each<[string, RequestListener]>([
  ['too_many', (_, response) => response.writeHead(429, { 'retry-after': '0' }).end()],
  ['too_many', (_, response) => response.writeHead(429, { 'retry-after': '3600' }).end()],
  ['refused', (_, response) => response.writeHead(500).end('oops')],
  ['unreadable', (_, response) => response.end('<html>proxy</html>')],
  ['unreadable', (_, response) => response.end('{"results": [{}]}')],
  ['too_slow', () => undefined],
  ['no_answer', (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
  ['no_answer', (request) => request.socket.destroy()],
])('what goes wrong is said: %s', async (reason, answer) => {
  await using fake = await register(answer)
  await expect(fake.search.search('forge')).rejects.toMatchObject({
    code: 'register_unavailable',
    details: { reason, address: fake.address },
  })
})

test('a failure is not remembered', async () => {
  let fails = 1
  await using fake = await register((_, response) =>
    fails-- > 0 ? response.writeHead(500).end() : response.end(JSON.stringify({ results: [forge] })),
  )
  await expect(fake.search.search('forge')).rejects.toThrow()
  expect(await fake.search.search('forge')).toHaveLength(1)
})
