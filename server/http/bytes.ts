import type { FastifyReply } from 'fastify'
import type { Bytes } from '../answer/bytes.ts'

/** Sends an answer that another thread spelled out. It must have the shape that the route promises: tests parse every one. */
export function sendJson(reply: FastifyReply, bytes: Bytes): FastifyReply {
  return reply.type('application/json; charset=utf-8').send(bytes)
}
