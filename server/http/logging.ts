import { type FastifyReply, type FastifyRequest, LogController } from 'fastify'

/**
 * One line per answered request: method, route pattern, status, time. Nothing a person wrote or is known by: no path
 * with its ids, no query, no body, no address.
 */
export class RouteLog extends LogController {
  override incomingRequest(): void {}

  override requestCompleted(error: Error | null | undefined, request: FastifyRequest, reply: FastifyReply): void {
    const line = {
      method: request.method,
      route: request.routeOptions.url ?? null,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    }
    if (error) request.log.error({ ...line, err: error }, 'answer cut short')
    else request.log.info(line, 'answered')
  }

  override routeNotFound(): void {}
}
