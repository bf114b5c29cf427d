import { createContext, use } from 'react'
import type { Present } from '#wire/record.ts'

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
