import { z } from 'zod'
import { commitChangesSchema, commitSchema, commitsSchema, forgetSchema, undoSchema } from '../wire/record.ts'
import { bytesIn, leaveUnread } from './body.ts'
import { sendJson } from './bytes.ts'
import { whileListening } from './listening.ts'
import { type App, type Rooms, territoryParams } from './rooms.ts'
import { isFresh } from './tag.ts'
import { undoable } from './undo.ts'

const tags = ['changes']
const historyQuery = z.strictObject({
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

/** How a territory changes, what became of it, and the way back. */
export function answerChanges(app: App, { store, snapshots, compute, now }: Rooms): void {
  app.get(
    '/api/territories/:id/history',
    {
      schema: {
        tags,
        summary: 'Commits, newest first',
        params: territoryParams,
        querystring: historyQuery,
        response: { 200: commitsSchema },
      },
    },
    async (request, reply) => {
      const { params, query } = request
      if (isFresh(request, reply, await snapshots.stamp(params.id), query)) return reply
      const { before, limit } = query
      const page = before === undefined ? { limit } : { before, limit }
      return sendJson(reply, await compute.spell(await store.pack('history', params.id, page), whileListening(reply)))
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
        const { base, ...draft } = await compute.read('changes', bytesIn(request))
        const made = await store.commitPacked(request.params.id, base, { ...draft, at: now().toISOString() })
        return sendJson(reply, await compute.spell(made))
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
    async ({ params, body: { revision, base, key, author } }) => {
      const { inverse } = await undoable(store, params.id, revision)
      const at = now().toISOString()
      return await store.commit(params.id, base, {
        key,
        author,
        at,
        origin: 'undo',
        changes: inverse,
        undoes: revision,
      })
    },
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
      await store.forget(params.id, actor, { key, author, at: now().toISOString(), origin: 'forget' }),
  )
}
