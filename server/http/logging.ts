import { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify'

/**
 * One line per answered request: method, route pattern, status, time. Nothing a person wrote or is known by: no path
 * with its ids, no query, no body, no address.
 */
export class RouteLog extends LogController {
  override incomingRequest(): void {}

  override requestCompleted(error: Error | null | undefined, request: FastifyRequest, reply: FastifyReply): void {
    const line = { ...nameOf(request), status: reply.statusCode, ms: Math.round(reply.elapsedTime) }
    if (error) request.log.error({ ...line, err: error }, 'answer cut short')
    else request.log.info(line, 'answered')
  }

  override routeNotFound(): void {}
}

/** One line per client that went away before its answer. */
export function logDepartures(app: FastifyInstance): void {
  app.addHook('onRequestAbort', async (request) => {
    request.log.info(nameOf(request), 'left')
  })
}

function nameOf({ method, routeOptions }: FastifyRequest): { method: string; route: string | null } {
  return { method, route: routeOptions.url ?? null }
}
