import { z } from 'zod'
import { headOf } from '../store/log.ts'
import {
  changesPageSchema,
  changesSinceSchema,
  commitChangesSchema,
  commitSchema,
  commitsSchema,
  forgetSchema,
  undoSchema,
} from '../wire/record.ts'
import type { Rooms } from './rooms.ts'
import { type AddRoute, territoryParams } from './route.ts'

const part = 'changes'
const changesQuery = z.strictObject({
  from: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1_000).default(200),
})
const historyQuery = z.strictObject({
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

/** How a territory changes, what became of it, and the way back. */
export function answerChanges(add: AddRoute, { store, compute, now }: Rooms): void {
  add({
    method: 'GET',
    url: '/api/territories/:id/history',
    part,
    summary: 'Commits, newest first, each without its changes',
    access: 'read',
    params: territoryParams,
    query: historyQuery,
    freshness: 'territory',
    answers: { 200: commitsSchema },
    handle: async ({ params, query: { before, limit } }) =>
      await store.log(params.id, before === undefined ? { limit } : { before, limit }),
  })

  add({
    method: 'GET',
    url: '/api/territories/:id/history/:revision',
    part,
    summary: 'Changes of one commit, page by page',
    access: 'read',
    params: territoryParams.extend({ revision: z.coerce.number().int().min(1) }),
    query: changesQuery,
    freshness: 'territory',
    answers: { 200: changesPageSchema },
    handle: async ({ params, query, signal }) => await compute.answer('changes', { ...params, ...query }, signal),
  })

  add({
    method: 'GET',
    url: '/api/territories/:id/changes',
    part,
    summary: 'What leads from a revision to the latest, for who wants to catch up',
    access: 'read',
    params: territoryParams,
    query: z.strictObject({ since: z.coerce.number().int().min(1) }),
    freshness: 'territory',
    answers: { 200: changesSinceSchema },
    handle: async ({ params, query }) => await store.since(params.id, query.since),
  })

  add({
    method: 'POST',
    url: '/api/territories/:id/changes',
    part,
    summary: 'Commit changes on top of a revision, all or none',
    access: 'edit',
    params: territoryParams,
    rawBody: commitChangesSchema,
    answers: { 200: commitSchema },
    handle: async ({ params: { id }, bytes }) =>
      await compute.answer('commit', { id, body: bytes, at: now().toISOString() }),
  })

  add({
    method: 'POST',
    url: '/api/territories/:id/undo',
    part,
    summary: 'Undo one commit by a new one, unless a later one touched the same facts',
    access: 'edit',
    params: territoryParams,
    body: undoSchema,
    answers: { 200: commitSchema },
    handle: async ({ params, body: { revision, base, key, author } }) =>
      await store.undo(params.id, revision, base, { key, author, at: now().toISOString() }),
  })

  add({
    method: 'POST',
    url: '/api/territories/:id/forget',
    part,
    summary: 'Erase an actor, or the name of a person, for good, from history too',
    access: 'manage',
    params: territoryParams,
    body: forgetSchema,
    answers: { 200: commitSchema },
    async handle({ params: { id }, body: { key, author, ...whom } }) {
      const draft = { key, author, at: now().toISOString(), origin: 'forget' } as const
      if ('person' in whom) return headOf(await store.forgetPerson(id, whom.person, draft))
      return headOf(await store.forget(id, whom.actor, draft))
    },
  })
}
