import type { FastifyInstance } from 'fastify'
import { validatorCompiler } from 'fastify-type-provider-zod'
import type { Bytes } from '../compute/bytes.ts'
import type { App } from './rooms.ts'

/**
 * Routes whose bodies may be as large as a territory: they are handed on as bytes, to be read and checked against their
 * schema on another thread.
 */
export function leaveUnread(app: App, routes: (app: App) => void): void {
  app.register(async (room: FastifyInstance) => {
    room.removeContentTypeParser('application/json')
    room.addContentTypeParser(
      'application/json',
      { parseAs: 'buffer' },
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
