import type { FastifyInstance, RouteOptions } from 'fastify'
import { validatorCompiler } from 'fastify-type-provider-zod'
import { jsonSent } from '../answer/bytes.ts'

/** A question, its perimeter and some ids: read and checked on the thread that answers everybody. */
export const smallBody = 1024 * 1024
/** A commit of 200,000 changes, the most that is taken at once, weighs about this much. */
const largeBody = 64 * 1024 * 1024

/** Bodies are JSON, and nothing else. */
export function readJsonBodies(app: FastifyInstance): void {
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

/** A route whose body may be as large as a territory: it comes as bytes, unread. */
export function takeRawBodies(app: FastifyInstance, route: RouteOptions): void {
  app.register(async (room: FastifyInstance) => {
    room.removeContentTypeParser('application/json')
    room.addContentTypeParser(
      'application/json',
      { parseAs: 'buffer', bodyLimit: largeBody },
      async (_request: unknown, body: Buffer) => body,
    )
    room.setValidatorCompiler((part) => (part.httpPart === 'body' ? () => true : validatorCompiler(part as never)))
    room.route({ ...route, bodyLimit: largeBody })
  })
}
