import { existsSync } from 'node:fs'
import { link, rename } from 'node:fs/promises'
import type { StoreChoice } from './config.ts'
import { type Example, exampleTerritories } from './exchange/examples.ts'
import { refusing } from './store/embedded/database.ts'
import { placeOfFile, removeUnfinished, removeWithLogs, unfinishedOf } from './store/embedded/place.ts'
import { openEmbeddedStore } from './store/embedded.ts'
import type { Store } from './store/store.ts'

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
