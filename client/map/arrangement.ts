import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { sceneAreas } from '#drawing/areas.ts'
import { type Arranging, arrangedOf } from '#drawing/arranging.ts'
import { backdropOf, coordinatesOf } from '#drawing/backdrop.ts'
import { type Ground, groundOf } from '#drawing/ground.ts'
import { pinsOf } from '#drawing/pins.ts'
import { arranged } from '#layout/arrangement.ts'
import { withPins } from '#layout/pins.ts'
import { positionsFromKeys } from '#layout/places.ts'
import type { Positions } from '#layout/positions.ts'
import { perimeterQuery } from '../data/perimeter.ts'
import { arrangementQuery, surroundingsQuery } from '../data/queries.ts'
import { useText } from '../text/language.tsx'
import type { View } from '../view/view.ts'
import { categoryName } from '../view/words.ts'

/** Grounds by the order in which they were met: what tells them apart in the name of a query. */
const numbers = new WeakMap<Ground, number>()
let met = 0

function numberOf(ground: Ground): number {
  const number = numbers.get(ground) ?? ++met
  numbers.set(ground, number)
  return number
}

/** Where everything stands in the layout of a view, and the names of the parts of the map. `since`: when the free map was last known. */
export function useArrangement(view: View, positions: Positions, since: number) {
  const t = useText()
  const { record, network, perimeter, categories, cores, hidden, appearance } = view
  const { layout, color, around: centre } = appearance
  const { actors, spaces, ties, participations, waves } = record
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever else changes in a territory, such as a pin, moves nobody.
  const ground = useMemo(() => groundOf(record), [actors, spaces, ties, participations, waves])
  const arranging = useMemo(
    (): Arranging => ({ layout, around: centre, network, categories, cores }),
    [layout, centre, network, categories, cores],
  )
  const free = useMemo(() => arranged('free', arrangedOf(arranging, ground, positions)), [arranging, ground, positions])
  const isOnGround = layout === 'geographic'
  const { data: around, dataUpdatedAt: aroundSince } = useQuery({
    ...surroundingsQuery(record.id),
    enabled: isOnGround,
  })
  const { data, isFetching } = useQuery({
    ...arrangementQuery(
      record.id,
      layout,
      [since, numberOf(ground), network.revision, perimeterQuery(perimeter), color, centre, isOnGround && aroundSince],
      () => arrangedOf(arranging, ground, positions, around && coordinatesOf(around)),
    ),
    enabled: layout !== 'free' && (!isOnGround || around !== undefined),
  })
  // Until another is worked out the free map stands in.
  const unpinned = layout === 'free' ? free : (data ?? free)
  const pins = useMemo(() => pinsOf(record, layout), [record, layout])
  const arrangement = useMemo(() => withPins(unpinned, pins), [unpinned, pins])
  const placed = useMemo(() => positionsFromKeys(arrangement.points), [arrangement])
  const areas = useMemo(() => {
    const naming = { record, hidden, words: t.explore.areas }
    return sceneAreas(arrangement, arranging, {
      ...naming,
      categoryName: (category) => categoryName(t, record, category),
    })
  }, [t, record, hidden, arranging, arrangement])
  const { projection } = arrangement
  const backdrop = useMemo(() => {
    if (!isOnGround || !around || !projection) return null
    const seen = new Set(network.actors.filter((id) => !hidden.has(categories.categoryOf(id).id)))
    return backdropOf(around, projection, seen)
  }, [isOnGround, around, projection, network, hidden, categories])
  return { positions: placed, areas, backdrop, pins, isFetching }
}
