import { useEffect, useRef } from 'react'

/** Something that can be done here and is no button of the page, as the palette offers it. */
export interface Act {
  readonly name: string
  /** What is said of it, by which it is found, too. */
  readonly told?: readonly string[]
  readonly does: () => void
}

const offers = new Set<{ readonly current: () => readonly Act[] }>()

/** Offers what can be done as long as the room is there; `list` is asked only when somebody looks for something to do. */
export function useActs(list: () => readonly Act[]): void {
  const latest = useRef(list)
  useEffect(() => {
    latest.current = list
  })
  useEffect(() => {
    offers.add(latest)
    return () => {
      offers.delete(latest)
    }
  }, [])
}

/** Everything that is offered now. */
export function offeredActs(): Act[] {
  return [...offers].flatMap(({ current }) => current())
}
