import type { othersLook } from '#drawing/appearance.ts'
import type { TerritoryScreen } from '#wire/pages.ts'
import { type Searchable, searchable } from '../text/search.ts'
import type { Place } from '../view/place.ts'

export const groups = ['go', 'map', 'add', 'export', 'view', 'page', 'more'] as const
type Group = (typeof groups)[number]

/** What the palette finds: a fact, something that is said, or something to do. */
export interface Entry {
  readonly id: string
  readonly kind: 'actor' | 'space' | 'finding' | 'item' | Group
  readonly name: string
  /** Where it is, or what it is, after its name; empty: that goes without saying. */
  readonly note: string
  readonly names: Searchable
  /** What is said of it, beside its name: found in after all names. */
  readonly told: Searchable
  /** Whether it is there before anything is typed. */
  readonly isListed: boolean
  readonly look?: { readonly color: string; readonly shape: typeof othersLook.shape }
  readonly does: (means: Means) => void
}

/** What entries do things with. */
export interface Means {
  readonly screen: TerritoryScreen
  readonly go: (screen: TerritoryScreen, change: Partial<Place>) => void
  /** Goes where something can be done, and does it once it is there; several: one after the other. */
  readonly reach: (screen: TerritoryScreen, change: Partial<Place>, names: readonly string[]) => void
  readonly home: () => void
  readonly speakOther: () => void
  readonly ask: (question: FactAsked) => void
}

/** Which fact something is done to, asked for in the palette itself. */
export interface FactAsked {
  readonly noun: 'actor' | 'space'
  readonly label: string
  readonly answer: (id: string, means: Means) => void
}

/** `also`: other names; `told`: sentences that are about it. */
export function entry(
  kind: Entry['kind'],
  name: string,
  does: Entry['does'],
  { id = name, note = '', also = [], told = [], isListed = true }: More = {},
): Entry {
  return {
    id: `${kind} ${id}`,
    kind,
    name,
    note,
    isListed,
    does,
    names: searchable([name, ...also]),
    told: searchable(told.length === 0 ? [] : [[name, ...told].join(' ')]),
  }
}

interface More extends Partial<Pick<Entry, 'id' | 'note' | 'isListed'>> {
  readonly also?: readonly string[]
  readonly told?: readonly string[]
}
