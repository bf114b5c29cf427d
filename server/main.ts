import { fileURLToPath } from 'node:url'
import type { FastifyServerOptions } from 'fastify'
import type { Config } from './config.ts'
import { exampleTerritories } from './exchange/examples.ts'
import { buildApp } from './http/app.ts'
import { openStore } from './open-store.ts'
import { CompanySearch } from './register/company-search.ts'
import { Compute } from './work/compute.ts'
import { Diagnoses } from './work/diagnoses.ts'

export interface Running {
  /** Where the pages are, such as http://127.0.0.1:4321/ */
  readonly url: string
  /** Answers what is under way, then lets go of everything. */
  close(): Promise<void>
}

export interface StartOptions {
  readonly logger?: FastifyServerOptions['logger']
  /** Folder of the built client; null: the API alone. */
  readonly pages?: string | null
  /** Aborted when the process must end: what a database has under way is given up. */
  readonly signal?: AbortSignal
}

/** Opens the store, listens, and says where. */
export async function start(config: Config, options: StartOptions = {}): Promise<Running> {
  const { logger = true, pages = builtPages(), signal } = options
  await using opened = new AsyncDisposableStack()
  const store = opened.use(await openStore(config.store, exampleTerritories, signal))
  const compute = opened.use(new Compute({ store }))
  const diagnoses = new Diagnoses(compute)
  const app = await buildApp({
    store,
    storeKind: config.store.kind,
    storeFile: config.store.kind === 'sqlite' ? config.store.file : null,
    compute,
    diagnoses,
    pages,
    logger,
    now: () => new Date(),
    ...(config.register && { companies: new CompanySearch({ address: config.register }) }),
  })
  opened.defer(() => app.close())
  const address = await app.listen({ host: config.host, port: config.port })
  // Not waited for: who is quicker than the threads only waits as long as they do.
  compute.prepare().catch(() => {})
  const rooms = opened.move()
  return { url: `${address}/`, close: () => rooms.disposeAsync() }
}

/** Where Vite puts the client: from a clone and from the package alike, dist/client beside package.json. */
function builtPages(): string {
  const folder = import.meta.url.endsWith('.ts') ? '../dist/client' : '../client'
  return fileURLToPath(new URL(folder, import.meta.url))
}
