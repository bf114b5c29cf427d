import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { FastifyServerOptions } from 'fastify'
import { Compute } from './compute/compute.ts'
import type { Config, StoreChoice } from './config.ts'
import { type Example, exampleTerritories } from './exchange/examples.ts'
import { buildApp } from './http/app.ts'
import { openEmbeddedStore } from './store/embedded.ts'
import type { Store } from './store/store.ts'

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
}

/** Opens the store, listens, and says where. */
export async function start(config: Config, options: StartOptions = {}): Promise<Running> {
  const { logger = true, pages = builtPages() } = options
  await using opened = new AsyncDisposableStack()
  const store = opened.use(await openStore(config.store))
  const compute = opened.use(new Compute())
  const app = await buildApp({ store, storeKind: config.store.kind, compute, pages, logger, now: () => new Date() })
  opened.defer(() => app.close())
  const address = await app.listen({ host: config.host, port: config.port })
  const rooms = opened.move()
  return { url: `${address}/`, close: () => rooms.disposeAsync() }
}

/**
 * The store of a choice. A file that does not exist yet is born with the examples, whole or not at all: it takes its
 * name once they are in it. So examples that the user removes never come back, and the store needs no memory of having
 * loaded them.
 */
export async function openStore({ file }: StoreChoice, examples = exampleTerritories): Promise<Store> {
  if (!existsSync(file)) {
    const unborn = `${file}.unborn`
    for (const leftover of [unborn, `${unborn}-wal`, `${unborn}-shm`]) await rm(leftover, { force: true })
    await fill(unborn, await examples())
    await rename(unborn, file)
  }
  return await openEmbeddedStore(file)
}

async function fill(file: string, examples: readonly Example[]): Promise<void> {
  await using store = await openEmbeddedStore(file)
  for (const { id, changes } of examples) {
    await store.create(id, {
      key: `example-${id}`,
      author: null,
      at: new Date().toISOString(),
      origin: 'import',
      changes,
    })
  }
}

/** Where Vite puts the client: from a clone and from the package alike, dist/client beside package.json. */
function builtPages(): string {
  const folder = import.meta.url.endsWith('.ts') ? '../dist/client' : '../client'
  return fileURLToPath(new URL(folder, import.meta.url))
}
