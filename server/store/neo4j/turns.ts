/**
 * Lets calls take effect in the order they were made: a change waits for whatever was asked before about the same
 * territory, a question only for the changes among it. Calls about different territories do not wait for each other.
 */
export class Turns {
  readonly #queues = new Map<string, Queue>()
  /** Questions about all territories that are under way. */
  #everywhere: Promise<unknown> = Promise.resolve()

  change<T>(territory: string, work: () => Promise<T>): Promise<T> {
    const queue = this.#queues.get(territory)
    const turn = after([queue?.change, queue?.questions, this.#everywhere], work)
    this.#queues.set(territory, { change: settled(turn), questions: undefined })
    return this.#leaving(territory, turn)
  }

  question<T>(territory: string, work: () => Promise<T>): Promise<T> {
    const queue = this.#queues.get(territory)
    const turn = after([queue?.change], work)
    this.#queues.set(territory, { change: queue?.change, questions: both(queue?.questions, settled(turn)) })
    return this.#leaving(territory, turn)
  }

  questionAboutAll<T>(work: () => Promise<T>): Promise<T> {
    const turn = after(
      [...this.#queues.values()].map(({ change }) => change),
      work,
    )
    this.#everywhere = both(this.#everywhere, settled(turn))
    return turn
  }

  /** Once all that was asked so far is answered. */
  async idle(): Promise<void> {
    await Promise.all([
      this.#everywhere,
      ...[...this.#queues.values()].flatMap(({ change, questions }) => [change, questions]),
    ])
  }

  /** Forgets the queue of a territory nobody waits for any more. */
  #leaving<T>(territory: string, turn: Promise<T>): Promise<T> {
    const queue = this.#queues.get(territory)
    void settled(turn).then(() => {
      if (this.#queues.get(territory) === queue) this.#queues.delete(territory)
    })
    return turn
  }
}

interface Queue {
  /** The last change asked for. */
  readonly change: Promise<unknown> | undefined
  /** The questions asked since. */
  readonly questions: Promise<unknown> | undefined
}

async function after<T>(earlier: readonly (Promise<unknown> | undefined)[], work: () => Promise<T>): Promise<T> {
  await Promise.all(earlier)
  return work()
}

function settled(turn: Promise<unknown>): Promise<unknown> {
  return turn.catch(() => undefined)
}

async function both(one: Promise<unknown> | undefined, other: Promise<unknown>): Promise<void> {
  await one
  await other
}
