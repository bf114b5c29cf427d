import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

/** How long a client may take, in milliseconds, and how many there may be: whoever sends or reads too slowly is hung up on. */
export interface Patience {
  /** From the opening of a connection, or the first byte of a request, to the end of its headers. */
  readonly headersMs: number
  /** To the end of its body. */
  readonly requestMs: number
  /** From an answer's first byte to its last; streams of events go on. */
  readonly answerMs: number
  /** Without a byte either way. A stream of events says every few seconds that it is there. */
  readonly silenceMs: number
  /** From being told to stop to the end of the requests under way. */
  readonly partingMs: number
  /** Open at once; those beyond are closed at once. */
  readonly connections: number
}

/** A body of 64 MiB takes seconds on one machine; a diagnosis of a large territory is silent for minutes. */
const patience: Patience = {
  headersMs: 15_000,
  requestMs: 60_000,
  answerMs: 120_000,
  silenceMs: 600_000,
  partingMs: 5_000,
  connections: 500,
}

/** What Fastify and Node see to themselves. */
export function serverTimeouts(given: Partial<Patience>) {
  const { headersMs, requestMs, silenceMs } = { ...patience, ...given }
  return {
    requestTimeout: requestMs,
    connectionTimeout: silenceMs,
    http: { headersTimeout: headersMs, connectionsCheckingInterval: Math.ceil(headersMs / 4) },
  }
}

/** What they do not: the number of connections, and answers that nobody takes. */
export function limitClients(app: FastifyInstance, given: Partial<Patience>): void {
  const { answerMs, connections } = { ...patience, ...given }
  app.server.maxConnections = connections
  app.addHook('onSend', async (_, reply) => {
    if (String(reply.getHeader('content-type')).startsWith('text/event-stream')) return
    const giveUp = setTimeout(() => reply.raw.destroy(), answerMs).unref()
    reply.raw.once('close', () => clearTimeout(giveUp))
  })
}

/**
 * A request under way is answered before the server closes, then its connection is closed: browsers keep idle ones open for
 * minutes. They also open some before they ask anything, and half a question is none: those are closed at once.
 */
export function hangUpWhenClosing(app: FastifyInstance, given: Partial<Patience>): void {
  const { partingMs } = { ...patience, ...given }
  const unasked = new Set<Socket>()
  app.server.on('connection', (socket: Socket) => {
    unasked.add(socket)
    socket.once('close', () => unasked.delete(socket))
  })
  app.server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    unasked.delete(socket)
    response.once('close', () => socket.destroyed || unasked.add(socket))
  })
  let closing = false
  app.addHook('preClose', async () => {
    closing = true
    for (const socket of unasked) socket.destroy()
    setTimeout(() => app.server.closeAllConnections(), partingMs).unref()
  })
  app.addHook('onSend', async (_, reply) => {
    if (closing) reply.header('connection', 'close')
  })
}
