import { z } from 'zod'
import { communeName, communesBeginning, communesCalled, communeTable } from '../exchange/communes/communes.ts'
import { Problem } from '../problem.ts'
import { askedCompaniesSchema, communesSchema, companiesSchema, registerSchema } from '../wire/places.ts'
import { surroundingsSchema } from '../wire/surroundings.ts'
import type { Rooms } from './rooms.ts'
import { type AddRoute, territoryParams } from './route.ts'

const part = 'places'
const mostCommunes = 8

/** Communes of the table that comes with us, what lies around actors, and companies of the register, which somebody has to ask for. */
export function answerPlaces(add: AddRoute, { companies, compute }: Rooms): void {
  add({
    method: 'GET',
    url: '/api/territories/:id/surroundings',
    part,
    summary: 'Where actors are, by their coordinates or communes, and the shores, limits and towns around them',
    access: 'read',
    params: territoryParams,
    freshness: 'territory',
    answers: { 200: surroundingsSchema },
    handle: async ({ version, signal }) => await compute.answer('surroundings', { of: await version() }, signal),
  })

  add({
    method: 'GET',
    url: '/api/communes',
    part,
    summary: 'Communes of France that may be meant by what is typed',
    access: 'open',
    query: z.strictObject({ q: z.string().max(200).default('') }),
    freshness: 'answer',
    answers: { 200: communesSchema },
    async handle({ query }) {
      const table = communeTable()
      return communesBeginning(query.q, mostCommunes, table).map((commune) => ({
        name: communeName(commune, table),
        code: commune.code,
        epci: table.epcis.get(commune.epci) ?? '',
        latitude: commune.position?.latitude ?? null,
        longitude: commune.position?.longitude ?? null,
      }))
    },
  })

  add({
    method: 'GET',
    url: '/api/companies',
    part,
    summary: 'Where companies are looked up, if anywhere',
    access: 'open',
    freshness: 'answer',
    answers: { 200: registerSchema },
    handle: async () => ({ address: companies?.address ?? null }),
  })

  add({
    method: 'POST',
    url: '/api/companies',
    part,
    summary:
      'Look a company up in the open register of French companies, by name, SIREN or SIRET: what is asked is sent there, and nothing else',
    access: 'edit',
    body: askedCompaniesSchema,
    answers: { 200: companiesSchema },
    async handle({ body, signal }) {
      if (!companies) throw new Problem('register_unavailable', { reason: 'off', address: '' })
      const found = await companies.search(body.q, signal)
      // The register writes communes in capitals.
      return found.map((company) => {
        const [called, other] = communesCalled(`${company.postcode} ${company.commune}`)
        return called && !other ? { ...company, commune: called.name } : company
      })
    },
  })
}
