import type { Subject } from '../analysis/measure.ts'
import type { Perimeter } from '../domain/perimeter.ts'
import type { Territory } from '../domain/territory.ts'
import { mostPairs, type Network, networkOf, TooManyPairs } from '../network/network.ts'
import { type TwoModeNetwork, twoModeNetworkOf } from '../network/two-mode.ts'
import { Problem } from '../problem.ts'
import { type PackedQuestion, packQuestion, questionOf } from './question.ts'
import type { SeminarGround } from './seminars.ts'
import { type Grouping, subjectOf, twoModeSubjectOf } from './subject.ts'

/** Networks kept per territory: about as many as one person looks at in turn. */
const mostKept = 8

/** What answers about a territory begin with. */
export type Opened = Pick<Snapshot, 'territory'>

/** A territory at one revision, with the networks people look at, each derived once. */
export class Snapshot {
  readonly territory: Territory
  readonly #kept = new Map<string, unknown>()

  constructor(territory: Territory) {
    this.territory = territory
  }

  /** Refuses `network_too_large`. */
  network(perimeter: Perimeter): Network {
    return this.#once('network', perimeter, () => {
      try {
        return networkOf(this.territory, perimeter)
      } catch (error) {
        if (error instanceof TooManyPairs)
          throw new Problem('network_too_large', { pairs: error.pairs, most: mostPairs })
        throw error
      }
    })
  }

  twoMode(perimeter: Perimeter): TwoModeNetwork {
    return this.#once('twoMode', perimeter, () => twoModeNetworkOf(this.territory, perimeter))
  }

  subject(perimeter: Perimeter, grouping: Grouping): Subject {
    return subjectOf(this.territory, this.network(perimeter), grouping)
  }

  twoModeSubject(perimeter: Perimeter): Subject {
    return twoModeSubjectOf(this.territory, this.twoMode(perimeter))
  }

  /** What a diagnosis of a wave is asked. Refuses `network_too_large`. */
  question(wave: string): PackedQuestion {
    return this.#once('question', wave, () => packQuestion(questionOf(this.territory, wave)))
  }

  /** What a seminar rests on; `derive` makes it of this territory. */
  seminar(wave: string | null, derive: () => SeminarGround): SeminarGround {
    return this.#once('seminar', JSON.stringify(wave), derive)
  }

  #once<T>(kind: string, perimeter: Perimeter | string, derive: () => T): T {
    const key = `${kind} ${JSON.stringify(perimeter)}`
    const value = this.#kept.has(key) ? (this.#kept.get(key) as T) : derive()
    this.#kept.delete(key)
    this.#kept.set(key, value)
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > mostKept && oldest !== undefined) this.#kept.delete(oldest)
    return value
  }
}
