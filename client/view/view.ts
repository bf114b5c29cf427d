import { useSuspenseQueries, useSuspenseQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { defaultPerimeter, type Perimeter } from '#domain/perimeter.ts'
import { backboneOf } from '#drawing/backbone.ts'
import { type Categories, type Coloring, categoriesOf, communityCategories } from '#drawing/categories.ts'
import type { Layout } from '#layout/arrangement.ts'
import type { MeasuresWire } from '#wire/measures.ts'
import type { NetworkWire, TwoModeWire } from '#wire/network.ts'
import type { PerimeterChoice } from '../data/perimeter.ts'
import { catalogueQuery, measuresQuery, networkQuery, territoryQuery, twoModeQuery } from '../data/queries.ts'
import type { TerritoryRecord } from '../data/record.ts'

/** How what is in the perimeter is drawn. */
export interface Appearance {
  /** Whether spaces of cooperation are drawn beside the actors. */
  readonly spaces: boolean
  readonly color: Coloring
  /** Id of the measure that sizes actors; null: all alike. */
  readonly size: string | null
  /** Categories of the colouring whose actors are not drawn. */
  readonly hidden: readonly string[]
  readonly layout: Layout
  /** Whom the rings of distance are drawn around; null: the actor with most partners. */
  readonly around: string | null
  /** Which ties somebody asked to be drawn; null: nobody said. */
  readonly ties: 'backbone' | 'all' | null
}

/** Of more ties than this a map draws the backbone unless it is told to draw all: beyond, a frame takes a second and longer without a graphics card. */
const mostTies = 20_000

/** As a map is laid out that nobody arranged. */
export const freeLayout = { layout: 'free', around: null, ties: null } as const

/** What a perimeter and an appearance show, as the map, the table, the legend and the sheet all read it. */
export interface View {
  readonly perimeter: PerimeterChoice
  readonly appearance: Appearance
  readonly record: TerritoryRecord
  readonly network: NetworkWire
  readonly twoMode: TwoModeWire
  /** The perimeter nobody has touched, for the words of the panel. */
  readonly usual: Perimeter
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
  /** The measure that sizes actors here: that of the appearance, or what stands for it on directed networks. */
  readonly sizeMeasure: string | null
  /** Values of the sizing measure by node; `absent`: it is not defined on this network; null: all alike. */
  readonly sizes: readonly (number | null)[] | 'absent' | null
  /** Which edges of the network the map draws; null: all. */
  readonly backbone: readonly boolean[] | null
  /** Whether there are too many ties to draw them all unasked. */
  readonly isDense: boolean
  /** Core number of each node, where the layout asks for it and it is defined. */
  readonly cores: readonly (number | null)[] | null
}

/** Waits for everything a view needs; one that is asked for while another is shown may be deferred. */
export function useView(territory: string, perimeter: PerimeterChoice, appearance: Appearance): View {
  const { data: catalogue } = useSuspenseQuery(catalogueQuery)
  const wanted = measuresFor(perimeter, appearance).filter((id) => catalogue.some((measure) => measure.id === id))
  const [record, network, twoMode] = useSuspenseQueries({
    queries: [territoryQuery(territory), networkQuery(territory, perimeter), twoModeQuery(territory, perimeter)],
  })
  const figures = useSuspenseQuery(measuresQuery(territory, perimeter, wanted))
  // By what they say, so that selecting somebody does not make the drawing anew.
  const asked = JSON.stringify({ perimeter, appearance })
  const isDense = network.data.edges.length > mostTies
  const isThinned = appearance.ties === 'backbone' || (appearance.ties === null && isDense)
  const backbone = useMemo(
    () => (isThinned ? backboneOf(network.data.actors.length, network.data.edges) : null),
    [network.data, isThinned],
  )
  return useMemo(() => {
    const same: Pick<View, 'perimeter' | 'appearance'> = JSON.parse(asked)
    return viewOf({
      ...same,
      record: record.data,
      network: network.data,
      twoMode: twoMode.data,
      usual: defaultPerimeter(record.data, record.data.latestFirst[0]?.id ?? ''),
      figures: figures.data,
      backbone,
      isDense,
    })
  }, [asked, record.data, network.data, twoMode.data, figures.data, backbone, isDense])
}

/** Its value holds the community of each node. */
const communityMeasure = 'modularity.best'

const coreMeasure = 'coreNumber'

function measuresFor(perimeter: PerimeterChoice, { size, color, layout }: Appearance): string[] {
  const wanted = [
    sizeMeasureOf(perimeter, size) ?? 'degree',
    ...(color === 'community' ? [communityMeasure] : []),
    ...(layout === 'core' ? [coreMeasure] : []),
  ]
  return [...new Set(wanted)]
}

function sizeMeasureOf({ direction }: PerimeterChoice, size: string | null): string | null {
  return size === 'degree' && direction === 'directed' ? 'degree.undirectedSupport' : size
}

/** What is fetched for a view. `figures`: measures by id, null where they could not be had. */
interface Viewed
  extends Pick<View, 'perimeter' | 'appearance' | 'record' | 'network' | 'twoMode' | 'usual' | 'backbone' | 'isDense'> {
  readonly figures: ReadonlyMap<string, MeasuresWire['measures'][string]> | null
}

function viewOf({ figures, ...viewed }: Viewed): View {
  const { perimeter, appearance, record, network } = viewed
  const { color } = appearance
  const degrees = degreesOf(network)
  const sizeMeasure = sizeMeasureOf(perimeter, appearance.size)
  const communityOf = color === 'community' ? membershipOf(figures?.get(communityMeasure)?.values) : null
  const categories = communityOf
    ? communityCategories(network.actors, communityOf, degrees)
    : categoriesOf(record, color === 'community' ? 'sphere' : color)
  const counts = new Map<string, number>()
  const hidden = new Set(appearance.hidden)
  const shown: number[] = []
  network.actors.forEach((actor, node) => {
    const { id: category } = categories.categoryOf(actor)
    counts.set(category, (counts.get(category) ?? 0) + 1)
    if (!hidden.has(category)) shown.push(node)
  })
  return {
    ...viewed,
    communityMissing: color === 'community' && !communityOf,
    categories,
    counts,
    hidden,
    shown,
    degrees,
    sizeMeasure,
    cores: appearance.layout === 'core' ? nodeValues(figures?.get(coreMeasure)) : null,
    sizes: sizeMeasure === null ? null : (nodeValues(figures?.get(sizeMeasure)) ?? 'absent'),
  }
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
