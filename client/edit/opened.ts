import { useCallback, useEffect, useState } from 'react'
import type { Noun, Nouns, SavedView } from '#domain/territory.ts'
import { tabStorage } from '../data/tab-storage.ts'
import type { Draft } from './draft.ts'

/** The form that is open, with what it began as. */
export type Opened =
  | { readonly form: 'fact'; readonly noun: Noun; readonly before: Nouns[Noun] | null; readonly started: object }
  | { readonly form: 'view'; readonly before: SavedView | null; readonly started: Partial<SavedView> }
  | { readonly form: 'actor' }
  | { readonly form: 'tie'; readonly from: string | null }
  | { readonly form: 'removal'; readonly noun: Noun; readonly facts: readonly Nouns[Noun][] }
  | { readonly form: 'help' }

interface Kept {
  readonly opened: Opened
  /** What was typed; null: nothing yet. */
  readonly draft: Draft | null
}

/**
 * The form that is open in a territory, and what was typed in it: the tab keeps both, so that a page that is loaded again
 * goes on where somebody was.
 */
export function useOpened(territory: string) {
  const place = `maillage.form.${territory}`
  const [kept, setKept] = useState<Kept | null>(() => keptIn(place))
  const [isResumed] = useState(kept !== null && kept.draft !== null)
  useEffect(() => {
    if (kept === null) tabStorage.removeItem(place)
    else tabStorage.setItem(place, JSON.stringify(kept))
  }, [place, kept])
  const open = useCallback((opened: Opened) => setKept({ opened, draft: null }), [])
  return {
    opened: kept?.opened ?? null,
    draft: kept?.draft ?? null,
    /** Whether what is open comes from before the page was loaded again. */
    isResumed,
    open,
    type: (draft: Draft) => setKept((now) => now && { ...now, draft }),
    close: () => setKept(null),
  }
}

function keptIn(place: string): Kept | null {
  try {
    // The page alone writes there, and a form that is another one than it was opens empty.
    return JSON.parse(tabStorage.getItem(place) ?? 'null')
  } catch {
    return null
  }
}
