import { type AnchorHTMLAttributes, type MouseEvent, useMemo, useSyncExternalStore } from 'react'
import { addressOf, type Place, placeOf, type TerritoryPlace } from './place.ts'

// The address is the only state: this module reads it, writes it, and says when it changed.
const moved = new EventTarget()

export function usePlace(): Place {
  const address = useSyncExternalStore(listen, () => window.location.pathname + window.location.search)
  return useMemo(() => placeOf(new URL(address, window.location.origin)), [address])
}

/** Goes to a place. `replace`: the browser's back button skips where one was, as for a filter. */
export function go(place: Place, how: 'push' | 'replace' = 'push'): void {
  const address = addressOf(place)
  if (address === window.location.pathname + window.location.search) return
  if (how === 'push') window.history.pushState(null, '', address)
  else window.history.replaceState(null, '', address)
  moved.dispatchEvent(new Event('moved'))
}

/** Changes what is looked at within the territory on screen; of two changes in one instant neither is lost. */
export function adjust(change: Partial<TerritoryPlace>, how: 'push' | 'replace' = 'replace'): void {
  const place = placeOf(window.location)
  if (place.screen !== 'territories') go({ ...place, ...change }, how)
}

/** A real link, followed without loading the page again. */
export function PlaceLink({ to, ...rest }: { to: Place } & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'>) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    rest.onClick?.(event)
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    if (!plain || event.defaultPrevented) return
    event.preventDefault()
    go(to)
  }
  return <a {...rest} href={addressOf(to)} onClick={follow} />
}

function listen(onMove: () => void): () => void {
  window.addEventListener('popstate', onMove)
  moved.addEventListener('moved', onMove)
  return () => {
    window.removeEventListener('popstate', onMove)
    moved.removeEventListener('moved', onMove)
  }
}
