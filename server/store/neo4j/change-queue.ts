/**
 * One change of a territory after the other, in the order they were asked for: a second one would only wait for the same
 * lock, in a connection of its own. Questions wait for nobody, nor do changes of different territories for each other.
 */
export class ChangeQueue {
  /** Settles when the last change asked for is over, by territory. */
  readonly #last = new Map<string, Promise<unknown>>()
  readonly #underWay = new Set<Promise<unknown>>()

  /** Throws `late()` when the turn does not come within `patienceMs`; the change is not made then, nor later. */
  change<T>(territory: string, patienceMs: number, late: () => Error, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(territory)
    const turn = (before === undefined ? Promise.resolve() : within(patienceMs, before, late)).then(work)
    // Whoever gives up its turn does not let the next one pass those that were before both.
    const over = Promise.all([before, settled(turn)])
    this.#last.set(territory, over)
    void over.then(() => {
      if (this.#last.get(territory) === over) this.#last.delete(territory)
    })
    return this.question(turn)
  }

  /** Counted among what is under way. */
  question<T>(asked: Promise<T>): Promise<T> {
    const end = settled(asked)
    this.#underWay.add(end)
    void end.then(() => this.#underWay.delete(end))
    return asked
  }

  /** Once all that was asked so far is answered. */
  async idle(): Promise<void> {
    await Promise.all(this.#underWay)
  }
}

async function within(limitMs: number, awaited: Promise<unknown>, late: () => Error): Promise<void> {
  const end = Promise.withResolvers<void>()
  const timer = setTimeout(() => end.reject(late()), limitMs)
  void awaited.then(() => end.resolve())
  await end.promise.finally(() => clearTimeout(timer))
}

function settled(turn: Promise<unknown>): Promise<unknown> {
  return turn.catch(() => undefined)
}
