import { type RefObject, useEffect, useEffectEvent } from 'react'

/** Does what Escape asks for, anywhere in an element where nothing else has heard it. */
export function useEscape(element: RefObject<HTMLElement | null>, onEscape: () => void): void {
  const answer = useEffectEvent(onEscape)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) answer()
    }
    const heard = element.current
    heard?.addEventListener('keydown', onKeyDown)
    return () => heard?.removeEventListener('keydown', onKeyDown)
  }, [element])
}
