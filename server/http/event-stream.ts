import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { bytesOf } from '../answer/bytes.ts'

/** Answers with server-sent events, each as the HTML standard spells it, until there are no more. */
export function answerEvents(reply: FastifyReply, events: AsyncIterable<Uint8Array>): FastifyReply {
  reply.type('text/event-stream')
  // Proxies would keep events back until there are many.
  reply.header('x-accel-buffering', 'no')
  // Nothing follows on this connection: kept open, it would hold up a server that closes.
  reply.header('connection', 'close')
  return reply.send(Readable.from(events))
}

/** An event of a name, with its data as JSON, which has no line end outside its texts. `id`: what a browser that comes back says it has heard. */
export function eventOf(name: string, data: unknown, id?: number): Uint8Array {
  return bytesOf(`${id === undefined ? '' : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`)
}

/** The `id` of the last event that a browser says it has heard; undefined when it says none. */
export function lastHeard(header: string | readonly string[] | undefined): number | undefined {
  const given = Number(header)
  return header !== undefined && Number.isSafeInteger(given) && given >= 0 ? given : undefined
}
