import { Writable } from 'node:stream'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type { z } from 'zod'
import type { Change } from '../../server/domain/change.ts'
import { buildApp } from '../../server/http/app.ts'
import type { Patience } from '../../server/http/patience.ts'
import type { CompanySearch } from '../../server/register/company-search.ts'
import { openEmbeddedStore } from '../../server/store/embedded.ts'
import type { Store } from '../../server/store/store.ts'
import { problemSchema } from '../../server/wire/problem.ts'
import { Compute } from '../../server/work/compute.ts'
import { Diagnoses } from '../../server/work/diagnoses.ts'

export interface Serving extends AsyncDisposable {
  readonly app: FastifyInstance
  readonly store: Store
  /** Log lines, as they would be on standard error. */
  readonly log: string[]
  ask(method: Method, url: string, body?: object, headers?: Record<string, string>): Promise<LightMyRequestResponse>
  /** The body of a 200 or 201, which must have the shape of the schema. */
  answer<T>(schema: z.ZodType<T>, method: Method, url: string, body?: object): Promise<T>
  /** The problem that must be the answer. */
  problem(method: Method, url: string, body?: object): Promise<z.infer<typeof problemSchema>>
}

type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE'

/** The API on a store that keeps nothing; each territory given is made first. */
export async function serving(
  territories: Readonly<Record<string, readonly Change[]>> = {},
  options: {
    pages?: string | null
    store?: (store: Store) => Store
    patience?: Partial<Patience>
    companies?: CompanySearch
  } = {},
): Promise<Serving> {
  const memory = await openEmbeddedStore(':memory:')
  for (const [id, changes] of Object.entries(territories)) {
    await memory.create(id, {
      key: `make-${id}`,
      author: null,
      at: '2026-01-01T00:00:00.000Z',
      origin: 'import',
      changes,
    })
  }
  const store = options.store?.(memory) ?? memory
  const compute = new Compute({ store, threads: 1 })
  const diagnoses = new Diagnoses(compute)
  const log: string[] = []
  let ticks = 0
  const stream = new Writable({
    write(chunk, _, done) {
      log.push(String(chunk))
      done()
    },
  })
  const app = await buildApp({
    store,
    storeKind: 'sqlite',
    storeFile: null,
    ...(options.companies && { companies: options.companies }),
    compute,
    diagnoses,
    pages: options.pages ?? null,
    logger: { level: 'trace', stream },
    ...(options.patience && { patience: options.patience }),
    now: () => new Date(clock.getTime() + ticks++),
  })

  const ask: Serving['ask'] = (method, url, body, headers = {}) =>
    app.inject({ method, url, headers: { host: 'localhost:4321', ...headers }, ...(body && { payload: body }) })
  return {
    app,
    store,
    log,
    ask,
    async answer(schema, method, url, body) {
      const response = await ask(method, url, body)
      if (response.statusCode > 201) throw new Error(`${method} ${url}: ${response.statusCode} ${response.body}`)
      return schema.parse(response.json())
    },
    async problem(method, url, body) {
      const response = await ask(method, url, body)
      if (response.headers['content-type'] !== 'application/problem+json; charset=utf-8') {
        throw new Error(`${method} ${url}: ${response.statusCode} ${response.body}`)
      }
      const problem = problemSchema.parse(response.json())
      if (problem.status !== response.statusCode) throw new Error('the status in the body is another one')
      return problem
    },
    async [Symbol.asyncDispose]() {
      await app.close()
      await compute.close()
      await memory.close()
    },
  }
}

/** The time of the first commit made through the API; the next is a millisecond later. */
export const clock = new Date('2026-01-02T03:04:05.000Z')

/** A key nobody used yet. */
export function newKey(): string {
  keys++
  return `key-${keys}-of-this-run`
}
let keys = 0
