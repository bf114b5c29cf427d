import type { FastifyReply } from 'fastify'

/** A file that is kept under a name. */
export function attach(reply: FastifyReply, name: string): void {
  reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
}
