import { z } from 'zod'
import { version } from '../config.ts'
import type { App, Rooms } from './rooms.ts'

const healthSchema = z.strictObject({ status: z.enum(['ok', 'unavailable']), store: z.string(), version: z.string() })

/** Whether the server can do its work: 200 when the store answers, 503 when it does not. */
export function answerHealth(app: App, { store, storeKind }: Rooms): void {
  app.get(
    '/api/health',
    {
      schema: {
        tags: ['server'],
        summary: 'Whether the store answers',
        response: { 200: healthSchema, 503: healthSchema },
      },
    },
    async (_, reply) => {
      const answers = await store.ping().catch(() => false)
      reply.header('cache-control', 'no-store').code(answers ? 200 : 503)
      return { status: answers ? ('ok' as const) : ('unavailable' as const), store: storeKind, version }
    },
  )
}
