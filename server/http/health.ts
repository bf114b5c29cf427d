import { z } from 'zod'
import { version } from '../config.ts'
import { Problem } from '../problem.ts'
import type { Store } from '../store/store.ts'
import type { Rooms } from './rooms.ts'
import type { AddRoute } from './route.ts'

const healthSchema = z.strictObject({
  status: z.enum(['ok', 'unavailable']),
  store: z.string(),
  /** Erased for everybody who asks, but still to be written over on the disk: it must have room first. */
  stillToErase: z.boolean(),
  /** Why the store does not answer, where it says so. */
  reason: z.string().nullable(),
  version: z.string(),
})

/** Whether the server can do its work: 200 when the store answers, 503 when it does not. */
export function answerHealth(add: AddRoute, { store, storeKind }: Rooms): void {
  add({
    method: 'GET',
    url: '/api/health',
    part: 'server',
    summary: 'Whether the store answers',
    access: 'open',
    freshness: 'never',
    answers: { 200: healthSchema, 503: healthSchema },
    async handle({ reply }) {
      const trouble = await troubleOf(store)
      reply.code(trouble === null ? 200 : 503)
      return {
        status: trouble === null ? ('ok' as const) : ('unavailable' as const),
        store: storeKind,
        stillToErase: store.stillToErase?.() ?? false,
        reason: trouble?.reason ?? null,
        version,
      }
    },
  })
}

async function troubleOf(store: Store): Promise<{ readonly reason: string | null } | null> {
  try {
    return (await store.ping()) ? null : { reason: null }
  } catch (error) {
    const isSaid = error instanceof Problem && 'reason' in error.details
    return { reason: isSaid ? String(error.details.reason) : null }
  }
}
