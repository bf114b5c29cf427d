import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { ink, secondInk } from '#drawing/appearance.ts'
import { groundOf } from '#drawing/ground.ts'
import type { SceneArea } from '#drawing/scene.ts'
import { shortName } from '#drawing/short-name.ts'
import { type Area, type Arrangement, arranged } from '#layout/arrangement.ts'
import { positionsFromKeys } from '#layout/places.ts'
import type { Positions } from '#layout/positions.ts'
import { perimeterQuery } from '../data/perimeter.ts'
import { arrangementQuery } from '../data/queries.ts'
import type { Text } from '../text/fr.ts'
import { useText } from '../text/language.tsx'
import { arrangedOf, centreOf } from '../view/arranging.ts'
import type { View } from '../view/view.ts'
import { categoryName } from '../view/words.ts'

/** Where everything stands in the layout of a view, and the names of the parts of the map. `since`: when the free map was last known. */
export function useArrangement(view: View, positions: Positions, since: number) {
  const t = useText()
  const { record, network, perimeter, appearance } = view
  const { layout, color, around } = appearance
  const ground = useMemo(() => groundOf(record), [record])
  const free = useMemo(() => arranged('free', arrangedOf(view, ground, positions)), [view, ground, positions])
  const { data, isFetching } = useQuery({
    ...arrangementQuery(
      record.id,
      layout,
      [since, record.revision, network.revision, perimeterQuery(perimeter), color, around],
      () => arrangedOf(view, ground, positions),
    ),
    enabled: layout !== 'free',
  })
  // Until another is worked out the free map stands in.
  const arrangement = layout === 'free' ? free : (data ?? free)
  const placed = useMemo(() => positionsFromKeys(arrangement.points), [arrangement])
  const areas = useMemo(() => sceneAreas(t, view, arrangement), [t, view, arrangement])
  return { positions: placed, areas, isFetching }
}

/** Those areas somebody is seen in. */
function sceneAreas(t: Text, view: View, { areas }: Arrangement): SceneArea[] {
  const shown = new Set(view.shown.map((node) => `actor:${view.network.actors[node]}`))
  return areas.flatMap((area) => {
    const members = area.members.filter((key) => shown.has(key)).length
    if (members === 0) return []
    const [x, y] = area.name
    const look =
      area.kind === 'ring' ? ('line' as const) : area.kind === 'tray' ? ('dashed' as const) : ('filled' as const)
    return {
      key: `${area.kind}:${area.of}`,
      look,
      outline: area.outline,
      color: area.kind === 'ring' || area.kind === 'tray' ? secondInk : colorOf(view, area),
      x,
      y,
      label: labelOf(t, view, area, members),
    }
  })
}

function colorOf({ categories }: View, { of }: Area): string {
  return categories.list.find(({ id }) => id === of)?.look.color ?? ink
}

function labelOf(t: Text, view: View, { kind, of }: Area, members: number): string {
  if (kind === 'tray') return t.explore.trays[of as keyof typeof t.explore.trays](members)
  if (kind === 'ring') {
    const ring = Number(of)
    if (view.appearance.layout === 'distance') {
      const centre = centreOf(view) ?? ''
      return ring === 0 ? shortName(view.record.actors.get(centre)?.name ?? centre) : t.explore.stepsAway(ring, members)
    }
    const most = Math.max(0, ...(view.cores ?? []).map((core) => core ?? 0))
    return t.explore.core(most - ring, members)
  }
  const category = view.categories.list.find(({ id }) => id === of)
  return category ? `${categoryName(t, view.record, category)} (${t.number(members)})` : ''
}
