import { versionOf } from '../answer/answers.ts'
import { leastTerritories } from '../diagnosis/cross.ts'
import type { Store } from '../store/store.ts'
import type { Compute } from '../work/compute.ts'

/** How cohesive the territories of a store are, each asked once per revision. */
export class Cohesions {
  readonly #store: Store
  readonly #compute: Compute
  #known: ReadonlyMap<string, number | null> = new Map()

  constructor(store: Store, compute: Compute) {
    this.#store = store
    this.#compute = compute
  }

  /** Of those that tell it; none where the territories are too few for a median. */
  async told(signal: AbortSignal): Promise<number[]> {
    const territories = await this.#store.list()
    if (territories.length < leastTerritories) return []
    const cohesions = new Map<string, number | null>()
    for (const { id, revision, updatedAt } of territories) {
      const of = versionOf(id, { revision, updatedAt })
      const known = this.#known.get(of.stamp)
      cohesions.set(of.stamp, known === undefined ? await this.#compute.answer('cohesion', { of }, signal) : known)
    }
    this.#known = cohesions
    return [...cohesions.values()].filter((cohesion) => cohesion !== null)
  }
}
