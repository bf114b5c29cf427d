import { createContext, use } from 'react'
import type { TerritoryScreen } from '#wire/pages.ts'
import type { Present } from '#wire/record.ts'
import { type Place, selectedOf } from './place.ts'

/** Who else looks at the territory now, and what one is called oneself; nothing of it is kept by the server. */
export interface Presence {
  readonly others: readonly Present[]
  /** Empty: without a name. */
  readonly name: string
  readonly callMe: (name: string) => void
}

export const PresenceContext = createContext<Presence | null>(null)

export function usePresence(): Presence | null {
  return use(PresenceContext)
}

/** What the sheet shows on a page, or the finding that is read there. */
export function openAt(screen: TerritoryScreen, place: Place): Pick<Present, 'noun' | 'id'> {
  if (screen === 'findings') return place.finding === undefined ? {} : { noun: 'finding', id: place.finding }
  const selected = screen === 'map' || screen === 'table' ? selectedOf(place) : null
  return selected === null || selected.noun === 'legend' ? {} : { noun: selected.noun, id: selected.id }
}

const place = 'maillage.name'

export function readName(): string {
  try {
    return window.localStorage.getItem(place) ?? ''
  } catch {
    return ''
  }
}

export function writeName(name: string): void {
  try {
    window.localStorage.setItem(place, name)
  } catch {
    // Forbidden by the settings of the browser: it holds for this page.
  }
}
