import { useQuery } from '@tanstack/react-query'
import { type Layout, layouts } from '#layout/arrangement.ts'
import type { SurroundingsWire } from '#wire/surroundings.ts'
import { surroundingsQuery } from '../data/queries.ts'
import type { TerritoryRecord } from '../data/record.ts'

/** Actors cannot stand beside spaces where there are none. */
export function offeredLayouts(record: Pick<TerritoryRecord, 'participations'>): Layout[] {
  return layouts.filter((layout) => layout !== 'spaces' || record.participations.size > 0)
}

/** Why actors cannot stand on the ground; null: they can; undefined: that is not known yet, or nobody asked. */
export function useUnplaced(record: TerritoryRecord, isAsked = true): SurroundingsWire['withoutMap'] | undefined {
  const isSomewhere = [...record.actors.values()].some(({ commune, latitude }) => commune || latitude !== undefined)
  const { data } = useQuery({ ...surroundingsQuery(record.id), enabled: isSomewhere && isAsked })
  if (!isSomewhere) return 'no_places'
  return data && (data.places.length === 0 ? data.withoutMap : null)
}
