import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type Version, versionOf } from '../answer/answers.ts'
import type { Bytes } from '../answer/bytes.ts'
import { version } from '../config.ts'
import { isStaging, type Store } from '../store/store.ts'
import type { Answer } from '../wire/answer.ts'
import { takeRawBodies } from './body.ts'

/**
 * Who may: `open`, whoever reaches the server; `read`, who may see a territory, and have it measured; `edit`, who may
 * change one in a way that can be undone; `manage`, who may make or erase one, or copy them all. Until there are accounts
 * everybody may.
 */
export const accesses = ['open', 'read', 'edit', 'manage'] as const
export type Access = (typeof accesses)[number]

/**
 * What names an answer, so that who has it already is not sent it again: `territory`, the state of the territory asked
 * about, with the parameters; `answer`, what is answered; `handler`, what `isKnown` is told. `never`: nobody keeps it.
 * None holds for good, for an actor can be forgotten in past revisions too.
 */
export type Freshness = 'territory' | 'answer' | 'handler' | 'never'

/** A schema of what is answered; null: nothing is; else what describes it, where it is no JSON. */
type Answered = z.ZodType | null | { readonly description: string; readonly content?: unknown }

/** A route: what it is for, who may take it, what it is asked and what it answers. */
export interface Route<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
  A extends Readonly<Record<number, Answered>>,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly url: string
  /** The part of the API. */
  readonly part: string
  readonly summary: string
  readonly access: Access
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  /** The schema of a body that may be as large as a territory: it is handed on as bytes, to be read on another thread. */
  readonly rawBody?: R
  /** Of what is read. */
  readonly freshness?: Freshness
  /** By status, the usual one first. */
  readonly answers: A
  /** What is answered: a value of the schema, JSON that another thread spelled out, or the reply, sent. */
  handle(asked: Asked<z.output<P>, z.output<Q>, z.output<B>>): Promise<Value<A[keyof A]> | Bytes | FastifyReply>
}

type Value<S> = S extends z.ZodType ? Answer<z.output<S>> : null

export interface Asked<P, Q, B> {
  readonly params: P
  readonly query: Q
  readonly body: B
  /** A raw body; none at all reads as an empty one. */
  readonly bytes: Bytes
  /** The territory that the address names, at the revision that is asked for, or the latest. Refuses `unknown_territory`. */
  version(): Promise<Version>
  /** Aborts when the client goes away before it has its answer. */
  readonly signal: AbortSignal
  /** Whether the client has what is made from this already: then the reply is a 304, sent. */
  isKnown(...madeFrom: readonly unknown[]): boolean
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** Makes a route of an app whose territories are in a store. */
export type AddRoute = <
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
  const A extends Readonly<Record<number, Answered>> = Readonly<Record<number, Answered>>,
>(
  declared: Route<P, Q, B, R, A>,
) => void

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access
  }
}

export function routesOf(app: FastifyInstance, store: Store): AddRoute {
  // What was not declared would be left out of any list of who may do what.
  app.addHook('onRoute', ({ method, url, config }) => {
    const isOurs = url.startsWith('/api/') && !url.startsWith('/api/docs')
    if (isOurs && config?.access === undefined) throw new Error(`nothing says who may ${method} ${url}`)
  })
  return ({ method, url, part, summary, access, params, query, body, rawBody, freshness, answers, handle }) => {
    const [status = 200] = Object.keys(answers).map(Number)
    const response = Object.fromEntries(Object.entries(answers).filter(([, schema]) => schema !== null))
    const schema = {
      tags: [part],
      summary,
      ...(params && { params }),
      ...(query && { querystring: query }),
      ...((body || rawBody) && { body: rawBody ?? body }),
      ...(Object.keys(response).length > 0 && { response }),
    }
    const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
      const asked = askedIn(request, reply, store) as Parameters<typeof handle>[0]
      if (freshness === 'never') reply.header('cache-control', 'no-store')
      if (freshness === 'territory') {
        const { stamp } = await asked.version()
        if (asked.isKnown(stamp, asked.params, asked.query)) return reply
      }
      const answer: unknown = await handle(asked)
      // A stream that was left has begun, and is no answer still to give.
      if (answer === reply || reply.sent || reply.raw.headersSent || (freshness === 'answer' && asked.isKnown(answer)))
        return reply
      if (reply.statusCode === 200) reply.code(status)
      // It must have the shape that the route promises: tests parse every one.
      if (answer instanceof Uint8Array && !reply.hasHeader('content-type'))
        reply.type('application/json; charset=utf-8')
      return reply.send(answer ?? undefined)
    }
    const route = { method, url, schema, config: { access }, handler }
    if (rawBody) takeRawBodies(app, route)
    else app.route(route)
  }
}

/** `/api/territories/:id` */
export const territoryParams = z.strictObject({
  id: z
    .string()
    .max(200)
    .refine((id) => !isStaging(id)),
})

/** A revision of the territory that an address names; by default the latest. */
export const revisionQuery = z.strictObject({ revision: z.coerce.number().int().min(1).optional() })

function askedIn(request: FastifyRequest, reply: FastifyReply, store: Store): Asked<unknown, unknown, unknown> {
  const { params, query, body } = request
  const { id = '' } = params as { id?: string }
  const { revision } = query as { revision?: number }
  let version: Promise<Version> | undefined
  let signal: AbortSignal | undefined
  return {
    params,
    query,
    body,
    bytes: body instanceof Uint8Array ? body : new Uint8Array(0),
    version() {
      version ??= store.head(id).then((head) => versionOf(id, head, revision))
      return version
    },
    get signal() {
      signal ??= whileListening(reply)
      return signal
    },
    isKnown: (...madeFrom) => isKnown(request, reply, madeFrom),
    request,
    reply,
  }
}

function whileListening(reply: FastifyReply): AbortSignal {
  const gone = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort()
  })
  return gone.signal
}

/** Answers are private to the browser and asked about again each time: a territory changes when somebody changes it. */
function isKnown(request: FastifyRequest, reply: FastifyReply, madeFrom: readonly unknown[]): boolean {
  const hash = createHash('sha256').update(JSON.stringify([version, request.routeOptions.url, ...madeFrom]))
  const etag = `"${hash.digest('base64url').slice(0, 27)}"`
  reply.header('etag', etag).header('cache-control', 'private, no-cache')
  const known = (request.headers['if-none-match'] ?? '').split(',').map((item) => item.trim().replace(/^W\//, ''))
  if (!known.includes(etag) && !known.includes('*')) return false
  reply.code(304).send()
  return true
}
