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
import { bytesIn, leaveUnread } from './body.ts'
import { sendJson } from './bytes.ts'
import { whileListening } from './listening.ts'
import { type App, type Rooms, territoryParams, versionAt } from './rooms.ts'
import { isFresh } from './tag.ts'

const tags = ['changes']
const changesQuery = z.strictObject({
  from: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1_000).default(200),
})
const historyQuery = z.strictObject({
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

/** How a territory changes, what became of it, and the way back. */
export function answerChanges(app: App, rooms: Rooms): void {
  const { store, compute, now } = rooms
  app.get(
    '/api/territories/:id/history',
    {
      schema: {
        tags,
        summary: 'Commits, newest first, each without its changes',
        params: territoryParams,
        querystring: historyQuery,
        response: { 200: commitsSchema },
      },
    },
    async (request, reply) => {
      const { params, query } = request
      if (isFresh(request, reply, (await versionAt(rooms, params.id)).stamp, query)) return reply
      const { before, limit } = query
      return await store.log(params.id, before === undefined ? { limit } : { before, limit })
    },
  )

  app.get(
    '/api/territories/:id/history/:revision',
    {
      schema: {
        tags,
        summary: 'Changes of one commit, page by page',
        params: territoryParams.extend({ revision: z.coerce.number().int().min(1) }),
        querystring: changesQuery,
        response: { 200: changesPageSchema },
      },
    },
    async (request, reply) => {
      const { params, query } = request
      if (isFresh(request, reply, (await versionAt(rooms, params.id)).stamp, params.revision, query)) return reply
      return sendJson(reply, await compute.answer('changes', { ...params, ...query }, whileListening(reply)))
    },
  )

  app.get(
    '/api/territories/:id/changes',
    {
      schema: {
        tags,
        summary: 'What leads from a revision to the latest, for who wants to catch up',
        params: territoryParams,
        querystring: z.strictObject({ since: z.coerce.number().int().min(1) }),
        response: { 200: changesSinceSchema },
      },
    },
    async (request, reply) => {
      const { params, query } = request
      if (isFresh(request, reply, (await versionAt(rooms, params.id)).stamp, query)) return reply
      return await store.since(params.id, query.since)
    },
  )

  leaveUnread(app, (room) => {
    room.post(
      '/api/territories/:id/changes',
      {
        schema: {
          tags,
          summary: 'Commit changes on top of a revision, all or none',
          params: territoryParams,
          body: commitChangesSchema,
          response: { 200: commitSchema },
        },
      },
      async (request, reply) => {
        const sent = { ...request.params, body: bytesIn(request), at: now().toISOString() }
        return sendJson(reply, await compute.answer('commit', sent))
      },
    )
  })

  app.post(
    '/api/territories/:id/undo',
    {
      schema: {
        tags,
        summary: 'Undo one commit by a new one, unless a later one touched the same facts',
        params: territoryParams,
        body: undoSchema,
        response: { 200: commitSchema },
      },
    },
    async ({ params, body: { revision, base, key, author } }) =>
      await store.undo(params.id, revision, base, { key, author, at: now().toISOString() }),
  )

  app.post(
    '/api/territories/:id/forget',
    {
      schema: {
        tags,
        summary: 'Erase an actor for good, from history too',
        params: territoryParams,
        body: forgetSchema,
        response: { 200: commitSchema },
      },
    },
    async ({ params, body: { actor, key, author } }) =>
      headOf(await store.forget(params.id, actor, { key, author, at: now().toISOString(), origin: 'forget' })),
  )
}
