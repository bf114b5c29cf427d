import { z } from 'zod'
import {
  commitSchema,
  createTerritorySchema,
  examplesSchema,
  positionsSchema,
  territoriesSchema,
  territoryIdSchema,
} from '../wire/record.ts'
import { territorySchema } from '../wire/territory.ts'
import type { Rooms } from './rooms.ts'
import { type AddRoute, revisionQuery, territoryParams } from './route.ts'

const part = 'territories'

/** The list of territories, each as a whole, and where it stands on the map. */
export function answerTerritories(add: AddRoute, { store, compute, now }: Rooms): void {
  add({
    method: 'GET',
    url: '/api/territories',
    part,
    summary: 'Every territory, in short',
    access: 'read',
    freshness: 'answer',
    answers: { 200: territoriesSchema },
    handle: async () => await store.list(),
  })

  add({
    method: 'POST',
    url: '/api/territories',
    part,
    summary: 'Make a territory',
    access: 'manage',
    rawBody: createTerritorySchema,
    answers: { 201: commitSchema },
    async handle({ bytes, signal, reply }) {
      const { id, commit } = await compute.answer('create', { body: bytes, at: now().toISOString() }, signal)
      reply.header('location', `/api/territories/${id}`)
      return commit
    },
  })

  add({
    method: 'GET',
    url: '/api/examples',
    part,
    summary: 'The territories that come with Maillage',
    access: 'read',
    freshness: 'answer',
    answers: { 200: examplesSchema },
    handle: async ({ signal }) => await compute.answer('examples', {}, signal),
  })

  add({
    method: 'POST',
    url: '/api/examples/:example',
    part,
    summary: 'Bring back an example that was removed',
    access: 'manage',
    params: z.strictObject({ example: territoryIdSchema }),
    answers: { 201: commitSchema },
    async handle({ params: { example }, signal, reply }) {
      const commit = await compute.answer('example', { example, at: now().toISOString() }, signal)
      reply.header('location', `/api/territories/${example}`)
      return commit
    },
  })

  add({
    method: 'GET',
    url: '/api/territories/:id',
    part,
    summary: 'A whole territory, as it is or as it was',
    access: 'read',
    params: territoryParams,
    query: revisionQuery,
    freshness: 'territory',
    answers: { 200: territorySchema },
    handle: async ({ version, signal }) => await compute.answer('territory', { of: await version() }, signal),
  })

  add({
    method: 'DELETE',
    url: '/api/territories/:id',
    part,
    summary: 'Erase a territory and its history for good',
    access: 'manage',
    params: territoryParams,
    answers: { 204: null },
    async handle({ params }) {
      await store.remove(params.id)
      return null
    },
  })

  // The same for everyone, and outside history.
  add({
    method: 'GET',
    url: '/api/territories/:id/positions',
    part,
    summary: 'Where actors and spaces stand on the map',
    access: 'read',
    params: territoryParams,
    freshness: 'never',
    answers: { 200: positionsSchema },
    handle: async ({ params }) => await store.positions(params.id),
  })

  add({
    method: 'PUT',
    url: '/api/territories/:id/positions',
    part,
    summary: 'Place some actors and spaces; the others stay',
    access: 'edit',
    params: territoryParams,
    rawBody: positionsSchema,
    answers: { 204: null },
    handle: async ({ version, bytes, signal }) =>
      await compute.answer('place', { of: await version(), body: bytes }, signal),
  })
}
