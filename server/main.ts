import { existsSync } from 'node:fs'
import { link, rename } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { FastifyServerOptions } from 'fastify'
import type { Config, StoreChoice } from './config.ts'
import { type Example, exampleTerritories } from './exchange/examples.ts'
import { buildApp } from './http/app.ts'
import { CompanySearch } from './register/company-search.ts'
import { refusing } from './store/embedded/database.ts'
import { placeOfFile, removeUnfinished, removeWithLogs, unfinishedOf } from './store/embedded/place.ts'
import { openEmbeddedStore } from './store/embedded.ts'
import type { Store } from './store/store.ts'
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
  const diagnoses = opened.use(new Diagnoses())
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
  const rooms = opened.move()
  return { url: `${address}/`, close: () => rooms.disposeAsync() }
}

/** The store of a choice. A new one holds the examples; those that the user removes never come back. */
export async function openStore(
  choice: StoreChoice,
  examples = exampleTerritories,
  signal?: AbortSignal,
): Promise<Store> {
  if (choice.kind === 'sqlite') return await openFile(choice.file, examples)
  // Whoever keeps territories in a file need not load the driver.
  const { openNeo4jStore } = await import('./store/neo4j.ts')
  const whenNew = async (store: Store) => fill(store, await examples())
  return await openNeo4jStore(choice, { whenNew, timeoutMs: choice.timeoutMs, ...(signal && { signal }) })
}

/**
 * A file that does not exist yet is born with the examples, whole or not at all: it takes its name once they are in it,
 * unless another start was quicker. So the store needs no memory of having loaded them.
 */
async function openFile(file: string, examples: typeof exampleTerritories): Promise<Store> {
  const place = refusing(file, () => placeOfFile(file))
  if (!existsSync(place)) {
    const unborn = unfinishedOf(place)
    try {
      await fillFile(unborn, await examples())
      await nameUnlessTaken(unborn, place)
    } finally {
      removeWithLogs(unborn)
    }
  }
  const store = await openEmbeddedStore(file)
  // Now that the file is there and ours, nobody can be filling another that could still take its name.
  removeUnfinished(place)
  return store
}

/** Renaming would replace a file in which others already write. */
async function nameUnlessTaken(unborn: string, file: string): Promise<void> {
  try {
    await link(unborn, file)
  } catch {
    // Taken; or a file system without hard links, as on a memory stick.
    if (!existsSync(file)) await rename(unborn, file)
  }
}

async function fillFile(file: string, examples: readonly Example[]): Promise<void> {
  await using store = await openEmbeddedStore(file)
  await fill(store, examples)
}

async function fill(store: Store, examples: readonly Example[]): Promise<void> {
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
