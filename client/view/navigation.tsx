import { Link, useLinkProps, useLocation, useNavigate } from '@tanstack/react-router'
import { type AnchorHTMLAttributes, type AriaAttributes, useCallback } from 'react'
import type { TerritoryScreen } from '#wire/pages.ts'
import type { Language } from '#words/language.ts'
import type { Place } from './place.ts'

const territoryPath = '/territories/$territory/$screen'

/**
 * Changes what is looked at within the territory on screen; of two changes in one instant neither is lost.
 * `push`: the browser's back button comes back to what was, which a filter would only be in the way of.
 */
export function useAdjust(): (change: Partial<Place>, how?: 'push' | 'replace') => void {
  const navigate = useNavigate()
  return useCallback(
    (change, how = 'replace') => {
      void navigate({
        from: territoryPath,
        to: territoryPath,
        params: true,
        search: (now) => ({ ...now, ...change }),
        replace: how === 'replace',
        resetScroll: false,
      })
    },
    [navigate],
  )
}

/** Goes to a screen of the territory, and to what a change makes of the place there. */
export function useGo(): (screen: TerritoryScreen, change: Partial<Place>) => void {
  const navigate = useNavigate()
  return useCallback(
    (screen, change) => {
      void navigate({
        from: territoryPath,
        to: territoryPath,
        params: (now) => ({ ...now, screen }),
        search: (now) => ({ ...now, ...change }),
        resetScroll: false,
      })
    },
    [navigate],
  )
}

/** A link within the territory on screen: to another of its screens, or to what a change makes of this one. */
export function PlaceLink({ screen, change, 'aria-current': current, ...rest }: PlaceLinkProps) {
  const link = useLinkProps({
    from: territoryPath,
    to: territoryPath,
    params: (now) => ({ ...now, ...(screen && { screen }) }),
    search: (now) => ({ ...now, ...change }),
    resetScroll: screen !== undefined,
    ...rest,
  })
  // Who links says what is current: to the router a link to the same address is the page itself.
  return <a {...link} className={rest.className} aria-current={current} />
}

type LinkAttributes = Pick<AnchorHTMLAttributes<HTMLAnchorElement>, 'id' | 'className' | 'children'>

interface PlaceLinkProps extends LinkAttributes, Pick<AriaAttributes, 'aria-current'> {
  readonly screen?: TerritoryScreen
  readonly change?: Partial<Place>
}

/** To all territories. */
export function HomeLink(props: LinkAttributes) {
  return <Link to="/" activeOptions={{ exact: true }} activeProps={{}} {...props} />
}

/** Goes to all territories. */
export function useHome(): () => void {
  const navigate = useNavigate()
  return () => void navigate({ to: '/' })
}

/** Says the same page in another language. */
export function useLanguageChoice(): (language: Language) => void {
  const navigate = useNavigate()
  const { pathname } = useLocation()
  return (lang) =>
    void navigate({ to: pathname, search: (now) => ({ ...now, lang }), replace: true, resetScroll: false })
}
