import { leastTerritories } from '../diagnosis/cross.ts'
import type { Store } from '../store/store.ts'
import type { Compute } from '../work/compute.ts'
import type { Snapshots } from './snapshots.ts'

/** How cohesive the territories of a store are, each asked once per revision. */
export class Cohesions {
  readonly #store: Store
  readonly #snapshots: Snapshots
  readonly #compute: Compute
  #known: ReadonlyMap<string, number | null> = new Map()

  constructor(store: Store, snapshots: Snapshots, compute: Compute) {
    this.#store = store
    this.#snapshots = snapshots
    this.#compute = compute
  }

  /** Of those that tell it; none where the territories are too few for a median. */
  async told(signal: AbortSignal): Promise<number[]> {
    const territories = await this.#store.list()
    if (territories.length < leastTerritories) return []
    const cohesions = new Map<string, number | null>()
    for (const { id } of territories) {
      const snapshot = await this.#snapshots.packed(id)
      const known = this.#known.get(snapshot.stamp)
      cohesions.set(
        snapshot.stamp,
        known === undefined ? await this.#compute.answer('cohesion', snapshot, null, signal) : known,
      )
    }
    this.#known = cohesions
    return [...cohesions.values()].filter((cohesion) => cohesion !== null)
  }
}
