import { ByteCache } from '../answer/cache.ts'
import type { ComparedWaves, PackedPair } from '../answer/waves.ts'
import type { Packed } from '../threads/memory.ts'
import { type Doing, type Follower, LongWork } from './long-work.ts'

/** Comparisons of waves, each made once whoever asks, and kept by what was compared. One that nobody waits for any more is called off. */
export class Comparisons {
  readonly #comparing: (pair: PackedPair) => Doing<Packed<ComparedWaves>>
  readonly #kept: ByteCache<Packed<ComparedWaves>>
  readonly #underWay = new Map<string, LongWork<Packed<ComparedWaves>>>()

  constructor(comparing: (pair: PackedPair) => Doing<Packed<ComparedWaves>>, cacheBytes: number) {
    this.#comparing = comparing
    this.#kept = new ByteCache(cacheBytes)
  }

  async of(pair: PackedPair, follower: Omit<Follower<unknown>, 'found' | 'isEnough'>): Promise<Packed<ComparedWaves>> {
    const kept = this.#kept.get(pair.fingerprint)
    if (kept) return kept
    const work = this.#underWay.get(pair.fingerprint) ?? this.#begin(pair)
    await work.follow(follower)
    return work.parts[0] as Packed<ComparedWaves>
  }

  #begin(pair: PackedPair): LongWork<Packed<ComparedWaves>> {
    const key = pair.fingerprint
    const doing = this.#comparing(pair)
    const keeping: Doing<Packed<ComparedWaves>> = ({ found, progress }, signal) =>
      doing(
        {
          found: (compared) => {
            this.#kept.set(key, compared)
            found(compared)
          },
          progress,
        },
        signal,
      )
    const over = () => {
      if (this.#underWay.get(key) === work) this.#underWay.delete(key)
    }
    const work = new LongWork(keeping, { over })
    this.#underWay.set(key, work)
    return work
  }
}
