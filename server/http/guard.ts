import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '../problem.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])
/** Names of this machine alone, as a Host header writes them. */
const ours = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i

/**
 * Keeps other web sites away from a server that asks nobody who they are.
 *
 * A site can point its own name at 127.0.0.1 and read answers as its own (DNS rebinding): the Host must be a name of
 * this machine. It can also have a browser send requests here, be it for a picture: whatever changes something or takes
 * work must come from our own pages, or from a program, which says neither Origin nor Sec-Fetch-Site. Pages, and those
 * that explain the API, may be linked to from anywhere.
 */
export function keepStrangersOut(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    const host = request.headers.host ?? ''
    if (!ours.test(host)) throw new Problem('foreign_origin', { got: host, expected: 'localhost' })
    if (isForAnyone(request)) return
    const { origin } = request.headers
    if (origin !== undefined && hostOf(origin) !== host) {
      throw new Problem('foreign_origin', { got: origin, expected: host })
    }
    const site = request.headers['sec-fetch-site']
    if (typeof site === 'string' && site !== 'same-origin' && site !== 'none') {
      throw new Problem('foreign_origin', { got: site, expected: 'same-origin' })
    }
  })
}

function isForAnyone({ method, routeOptions: { url = '' } }: FastifyRequest): boolean {
  if (!safeMethods.has(method)) return false
  return !url.startsWith('/api/') || url.startsWith('/api/docs')
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}
