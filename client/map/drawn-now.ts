import { useSyncExternalStore } from 'react'

/** How a map draws at this moment. */
export interface Now {
  /** How many times larger than told circles and lines are: less than 1 on a small screen or from afar. */
  readonly magnification: number
  /** Whether it moves as a picture, what comes into sight not drawn yet. */
  readonly isMoved: boolean
}

/** What stands beside a map hears from it how it draws, frame by frame, without being drawn again itself. */
export class DrawnNow {
  readonly #listeners = new Set<() => void>()
  #now: Now = { magnification: 1, isMoved: false }

  tell(now: Now): void {
    const { magnification, isMoved } = this.#now
    if (magnification === now.magnification && isMoved === now.isMoved) return
    this.#now = now
    for (const listener of this.#listeners) listener()
  }

  readonly get = (): Now => this.#now

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }
}

export function useDrawnNow(drawn: DrawnNow): Now {
  return useSyncExternalStore(drawn.subscribe, drawn.get)
}
