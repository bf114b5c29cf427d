import { type RefObject, useEffect, useEffectEvent } from 'react'

/** Does what Escape asks for, anywhere in an element where nothing else has heard it. */
export function useEscape(element: RefObject<HTMLElement | null>, onEscape: () => void): void {
  const answer = useEffectEvent(onEscape)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // An open list closes first.
      const isOfList = event.target instanceof Element && event.target.closest('[role=combobox][aria-expanded=true]')
      if (event.key === 'Escape' && !event.defaultPrevented && !isOfList) answer()
    }
    const heard = element.current
    heard?.addEventListener('keydown', onKeyDown)
    return () => heard?.removeEventListener('keydown', onKeyDown)
  }, [element])
}
