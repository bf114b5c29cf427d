import type { Wave } from '#domain/territory.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import type { Place } from '../../view/place.ts'

/** Two waves, the earlier one first. */
export interface ComparedPair {
  readonly before: Wave
  readonly after: Wave
}

/** The two waves that an address names, or else the two latest surveys, or the two latest waves of a territory without; null of one wave. */
export function pairIn({ latestFirst }: TerritoryRecord, { wave, since }: Place): ComparedPair | null {
  const surveysFirst = latestFirst.toSorted((a, b) => Number(b.basis === 'survey') - Number(a.basis === 'survey'))
  const place = (each: Wave) => latestFirst.indexOf(each)
  const usual = surveysFirst.slice(0, 2).sort((a, b) => place(a) - place(b))
  const after = latestFirst.find(({ id }) => id === wave) ?? usual[0]
  if (!after || latestFirst.length < 2) return null
  const named = latestFirst.find(({ id }) => id === since)
  if (named && place(named) > place(after)) return { before: named, after }
  const before = surveysFirst.find((each) => place(each) > place(after))
  if (before) return { before, after }
  // The first wave has none before it: it is the earlier one.
  const next = latestFirst[place(after) - 1]
  return next ? { before: after, after: next } : null
}

/** The actor whose changes are shown; null where the address names none, or one the territory does not know. */
export function actorIn(record: TerritoryRecord, place: Place): string | null {
  return place.actor !== undefined && record.actors.has(place.actor) ? place.actor : null
}
