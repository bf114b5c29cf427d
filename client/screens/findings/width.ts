import { type RefCallback, useCallback, useState } from 'react'

/** What an element is to be hung on, and how wide it is, in CSS pixels; `supposed` until it stands. */
export function useWidth(supposed: number): [RefCallback<HTMLElement>, number] {
  const [width, setWidth] = useState(supposed)
  const watch = useCallback((element: HTMLElement | null) => {
    if (!element) return
    const watcher = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width))
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [])
  return [watch, width]
}
