import type { Change } from '#domain/change.ts'
import type { SavedView, Wave } from '#domain/territory.ts'
import { addressNow, storiesOf } from '#domain/view.ts'
import { type TerritoryScreen, territoryScreens } from '#wire/pages.ts'
import type { TerritoryRecord } from '../data/record.ts'
import { type Place, placeAt, placeSchema, searchOf, usualPlace } from './place.ts'

/**
 * The address of what is on screen, as a view keeps it: the wave is named, so that a later one does not take its place, and
 * the language is not, being the reader's.
 */
export function addressOf(screen: TerritoryScreen, place: Place, wave: Pick<Wave, 'id'> | undefined): string {
  const named: Readonly<Record<string, unknown>> = { ...place, wave: place.wave ?? wave?.id }
  const usual: Readonly<Record<string, unknown>> = usualPlace
  const said = Object.keys(placeSchema.shape)
    .filter((name) => JSON.stringify(named[name]) !== JSON.stringify(usual[name]))
    .map((name) => [name, named[name]])
  return `${screen}${searchOf(Object.fromEntries(said))}`
}

/** Where a view leads now; what it named and is no more is left out. */
export function placeOfView(record: TerritoryRecord, view: SavedView): { screen: TerritoryScreen; place: Place } {
  const [name, search = ''] = addressNow(record, view).split('?')
  return {
    screen: territoryScreens.find((screen) => screen === name) ?? 'map',
    place: placeAt(search),
  }
}

/** What puts a view of a story at a place, from 0, and numbers them all anew: only what changes. */
export function moved(views: readonly SavedView[], id: string, to: number): Change[] {
  const view = views.find((one) => one.id === id)
  if (!view) return []
  const order = views.filter((one) => one.id !== id)
  order.splice(to, 0, view)
  return order.flatMap((one, i): Change[] =>
    one.rank === i + 1 ? [] : [{ put: 'view', value: { ...one, rank: i + 1 } }],
  )
}

/** A new view at the end of its story. */
export function atTheEnd(record: TerritoryRecord, view: SavedView): SavedView {
  const { story } = view
  if (story === undefined) return view
  const ranks = (storiesOf(record.views.values()).get(story) ?? []).map(({ rank }) => rank ?? 0)
  return { ...view, rank: Math.min(999, Math.max(0, ...ranks) + 1) }
}
