import { useQueryClient, useSuspenseQueries, useSuspenseQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { NetworkWire, TwoModeWire } from '#wire/network.ts'
import type { PositionsWire } from '#wire/record.ts'
import { type Categories, categoriesOf, communityCategories } from '../map/categories.ts'
import { measuresQuery, networkQuery, positionsQuery, territoryQuery, twoModeQuery } from '../queries.ts'
import type { TerritoryRecord } from '../record.ts'
import type { TerritoryPlace } from '../state/place.ts'
import { fr } from '../text/fr.ts'

/** What a place shows, as the map, the table, the legend and the sheet all read it. */
export interface View {
  readonly place: TerritoryPlace
  readonly record: TerritoryRecord
  readonly network: NetworkWire
  readonly twoMode: TwoModeWire
  /** The perimeter nobody has touched, for the words of the panel. */
  readonly usual: NetworkWire['perimeter']
  readonly positions: PositionsWire
  /** Null: the colouring asked for is not defined here, the spheres stand in. */
  readonly communityMissing: boolean
  readonly categories: Categories
  /** Number of the perimeter's actors in each category. */
  readonly counts: ReadonlyMap<string, number>
  readonly hidden: ReadonlySet<string>
  /** Nodes of the network that the legend lets through. */
  readonly shown: readonly number[]
  /** Partners of each node, each once. */
  readonly degrees: readonly number[]
  /** Values of the sizing measure by node; `absent`: it is not defined on this network; null: all alike. */
  readonly sizes: readonly (number | null)[] | 'absent' | null
}

export const communityMeasure = 'communities.leiden'

/** Waits for everything the place needs; a place that differs a little keeps the old view until the new one is there. */
export function useView(place: TerritoryPlace): View {
  const client = useQueryClient()
  const { territory: id, perimeter } = place
  const measures = [...(place.size ? [place.size] : []), ...(place.color === 'community' ? [communityMeasure] : [])]
  const [record, network, usual, twoMode] = useSuspenseQueries({
    queries: [territoryQuery(id), networkQuery(id, perimeter), networkQuery(id, {}), twoModeQuery(id, perimeter)],
  })
  const positions = useSuspenseQuery(positionsQuery(client, id, perimeter))
  const figures = useSuspenseQuery(measuresQuery(id, perimeter, measures.length > 0 ? measures : ['degree']))

  return useMemo(() => {
    const degrees = degreesOf(network.data)
    const sizes = place.size === null ? null : (nodeValues(figures.data.measures[place.size]) ?? 'absent')
    const communityOf = place.color === 'community' ? nodeValues(figures.data.measures[communityMeasure]) : null
    const categories = communityOf
      ? communityCategories(
          network.data.actors,
          communityOf,
          (actor) => degrees[network.data.actors.indexOf(actor)] ?? 0,
        )
      : categoriesOf(
          record.data,
          place.color === 'community' ? 'sphere' : place.color,
          place.color === 'type' ? Object.keys(fr.words.actorType) : Object.keys(fr.words.sphere),
        )
    const counts = new Map<string, number>()
    const hidden = new Set(place.hidden)
    const shown: number[] = []
    network.data.actors.forEach((actor, node) => {
      const { id: category } = categories.categoryOf(actor)
      counts.set(category, (counts.get(category) ?? 0) + 1)
      if (!hidden.has(category)) shown.push(node)
    })
    return {
      place,
      record: record.data,
      network: network.data,
      twoMode: twoMode.data,
      usual: usual.data.perimeter,
      positions: positions.data,
      communityMissing: place.color === 'community' && !communityOf,
      categories,
      counts,
      hidden,
      shown,
      degrees,
      sizes,
    }
  }, [place, record.data, network.data, twoMode.data, usual.data, positions.data, figures.data])
}

/** The values of a measure that has one number per actor; null when it has not. */
export function nodeValues(
  measure: { readonly scope: string; readonly values: unknown } | undefined,
): (number | null)[] | null {
  if (measure?.scope !== 'node' || !Array.isArray(measure.values)) return null
  return measure.values.map((value) => (typeof value === 'number' ? value : null))
}

function degreesOf({ actors, edges }: NetworkWire): number[] {
  const partners = actors.map(() => new Set<number>())
  for (const { from, to } of edges) {
    partners[from]?.add(to)
    partners[to]?.add(from)
  }
  return partners.map((set) => set.size)
}
