import type { PackedSnapshot } from '../answer/answers.ts'
import { ByteCache } from '../answer/cache.ts'
import type { Store } from '../store/store.ts'

/** Of territories kept in memory between requests. */
const mostKeptBytes = 200_000_000

/** Territories as requests see them, loaded once per revision. */
export class Snapshots {
  readonly #store: Store
  readonly #packed = new ByteCache<PackedSnapshot>(mostKeptBytes)
  readonly #packing = new Map<string, Promise<PackedSnapshot>>()

  constructor(store: Store) {
    this.#store = store
  }

  /**
   * A name for what a territory is at a revision: it changes whenever that changes, also when the territory was removed
   * and made again, or when a past revision lost an actor to be forgotten. Refuses `unknown_territory`.
   */
  async stamp(id: string, revision?: number): Promise<string> {
    const head = await this.#store.head(id)
    return JSON.stringify([id, revision ?? head.revision, head.revision, head.updatedAt])
  }

  /** The latest. Refuses `unknown_territory`. */
  async revision(id: string): Promise<number> {
    return (await this.#store.head(id)).revision
  }

  /** For other threads to read. Refuses `unknown_territory`, `unknown_revision`. */
  async packed(id: string, revision?: number): Promise<PackedSnapshot> {
    const stamp = await this.stamp(id, revision)
    const known = this.#packed.get(stamp) ?? (await this.#packing.get(stamp))
    if (known) return known
    const packing = this.#store.pack('load', id, revision).then((territory) => ({ stamp, territory }))
    this.#packing.set(stamp, packing)
    try {
      const snapshot = await packing
      this.#packed.set(stamp, snapshot)
      return snapshot
    } finally {
      this.#packing.delete(stamp)
    }
  }
}
