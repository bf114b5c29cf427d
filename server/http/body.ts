import type { FastifyInstance } from 'fastify'
import { validatorCompiler } from 'fastify-type-provider-zod'
import type { Bytes } from '../answer/bytes.ts'
import { jsonSent } from '../answer/json.ts'
import type { App } from './rooms.ts'

/** A question, its perimeter and some ids: read and checked on the thread that answers everybody. */
export const smallBody = 1024 * 1024
/** A commit of 200,000 changes, the most that is taken at once, weighs about this much. */
const largeBody = 64 * 1024 * 1024

/** Bodies are JSON, and nothing else. */
export function readJsonBodies(app: App): void {
  app.removeContentTypeParser(['application/json', 'text/plain'])
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_: unknown, body: Buffer) =>
    jsonSent(body),
  )
  // Some clients name a type for every request: where none is read and none is sent, it means nothing.
  app.addHook('onRequest', async ({ headers, routeOptions }) => {
    const isSent = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
    if (!isSent && routeOptions.schema?.body === undefined) delete headers['content-type']
  })
}

/**
 * Routes whose bodies may be as large as a territory: they are handed on as bytes, to be read and checked against their
 * schema on another thread.
 */
export function leaveUnread(app: App, routes: (app: App) => void): void {
  app.register(async (room: FastifyInstance) => {
    room.addHook('onRoute', (route) => {
      route.bodyLimit = largeBody
    })
    room.removeContentTypeParser('application/json')
    room.addContentTypeParser(
      'application/json',
      { parseAs: 'buffer', bodyLimit: largeBody },
      async (_request: unknown, body: Buffer) => body,
    )
    room.setValidatorCompiler((part) => (part.httpPart === 'body' ? () => true : validatorCompiler(part as never)))
    routes(room as unknown as App)
  })
}

/** The body of such a request; none at all reads as an empty one. */
export function bytesIn({ body }: { readonly body: unknown }): Bytes {
  return body instanceof Uint8Array ? body : new Uint8Array(0)
}
