import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { version } from '../config.ts'

/**
 * Names an answer by what it is made from, and says whether the client has it already: then the reply is a 304, sent.
 *
 * Answers are private to the browser and asked about again each time: a territory changes when somebody changes it.
 */
export function isFresh(request: FastifyRequest, reply: FastifyReply, ...madeFrom: readonly unknown[]): boolean {
  const hash = createHash('sha256').update(JSON.stringify([version, request.routeOptions.url, ...madeFrom]))
  const tag = `"${hash.digest('base64url').slice(0, 27)}"`
  reply.header('etag', tag).header('cache-control', 'private, no-cache')
  const known = (request.headers['if-none-match'] ?? '').split(',').map((item) => item.trim().replace(/^W\//, ''))
  if (!known.includes(tag) && !known.includes('*')) return false
  reply.code(304).send()
  return true
}
