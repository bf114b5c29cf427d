import { useSuspenseQueries, useSuspenseQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { NetworkWire, TwoModeWire } from '#wire/network.ts'
import { catalogueQuery, measuresQuery, networkQuery, territoryQuery, twoModeQuery } from '../data/queries.ts'
import type { TerritoryRecord } from '../data/record.ts'
import type { TerritoryPlace } from '../state/place.ts'
import { defaultWords } from '../text/vocabulary.ts'
import { type Categories, categoriesOf, communityCategories } from './categories.ts'

/** What a place shows, as the map, the table, the legend and the sheet all read it. */
export interface View {
  readonly place: TerritoryPlace
  readonly record: TerritoryRecord
  readonly network: NetworkWire
  readonly twoMode: TwoModeWire
  /** The perimeter nobody has touched, for the words of the panel. */
  readonly usual: NetworkWire['perimeter']
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
  /** The measure that sizes actors here: that of the place, or what stands for it on directed networks. */
  readonly sizeMeasure: string | null
  /** Values of the sizing measure by node; `absent`: it is not defined on this network; null: all alike. */
  readonly sizes: readonly (number | null)[] | 'absent' | null
}

/** Its value holds the community of each node. */
const communityMeasure = 'modularity.best'

/** Waits for everything the place needs; a place that differs a little keeps the old view until the new one is there. */
export function useView(place: TerritoryPlace): View {
  const { territory: id, perimeter } = place
  const sizeMeasure =
    place.size === 'degree' && perimeter.direction === 'directed' ? 'degree.undirectedSupport' : place.size
  const { data: catalogue } = useSuspenseQuery(catalogueQuery)
  const wanted = [sizeMeasure ?? 'degree', ...(place.color === 'community' ? [communityMeasure] : [])]
  const measures = wanted.filter((measure) => catalogue.some((entry) => entry.id === measure))
  const [record, network, usual, twoMode] = useSuspenseQueries({
    queries: [territoryQuery(id), networkQuery(id, perimeter), networkQuery(id, {}), twoModeQuery(id, perimeter)],
  })
  const figures = useSuspenseQuery(measuresQuery(id, perimeter, measures))

  const { color } = place
  const hiddenWords = JSON.stringify(place.hidden)
  // Apart from the place, so that selecting somebody does not make the drawing anew.
  const looks = useMemo((): Omit<View, 'place'> => {
    const degrees = degreesOf(network.data)
    const sizes = sizeMeasure === null ? null : (nodeValues(figures.data?.get(sizeMeasure)) ?? 'absent')
    const communityOf = color === 'community' ? membershipOf(figures.data?.get(communityMeasure)?.values) : null
    const categories = communityOf
      ? communityCategories(network.data.actors, communityOf, degrees)
      : categoriesOf(
          record.data,
          color === 'community' ? 'sphere' : color,
          defaultWords(color === 'type' ? 'actorType' : 'sphere'),
        )
    const counts = new Map<string, number>()
    const hidden = new Set<string>(JSON.parse(hiddenWords))
    const shown: number[] = []
    network.data.actors.forEach((actor, node) => {
      const { id: category } = categories.categoryOf(actor)
      counts.set(category, (counts.get(category) ?? 0) + 1)
      if (!hidden.has(category)) shown.push(node)
    })
    return {
      record: record.data,
      network: network.data,
      twoMode: twoMode.data,
      usual: usual.data.perimeter,
      communityMissing: color === 'community' && !communityOf,
      categories,
      counts,
      hidden,
      shown,
      degrees,
      sizeMeasure,
      sizes,
    }
  }, [color, hiddenWords, sizeMeasure, record.data, network.data, twoMode.data, usual.data, figures.data])
  return useMemo(() => ({ ...looks, place }), [looks, place])
}

/** The values of a measure that has one number per actor; null when it has not. */
export function nodeValues(
  measure: { readonly scope: string; readonly values: unknown } | undefined,
): (number | null)[] | null {
  if (measure?.scope !== 'node' || !Array.isArray(measure.values)) return null
  return measure.values.map((value) => (typeof value === 'number' ? value : null))
}

function membershipOf(values: unknown): (number | null)[] | null {
  const membership =
    typeof values === 'object' && values !== null && 'membership' in values ? values.membership : undefined
  return nodeValues({ scope: 'node', values: membership })
}

function degreesOf({ actors, edges }: NetworkWire): number[] {
  const partners = actors.map(() => new Set<number>())
  for (const { from, to } of edges) {
    partners[from]?.add(to)
    partners[to]?.add(from)
  }
  return partners.map((set) => set.size)
}
