import { Analysis } from '../analysis/measure.ts'
import { measuresOf } from '../analysis/measures.ts'
import { hasFaded } from '../diagnosis/territory-case.ts'
import { rulesOf } from '../diagnosis/thresholds.ts'
import type { Participation, Territory } from '../domain/territory.ts'
import { sceneAreas } from '../drawing/areas.ts'
import { type Arranging, arrangedOf, centreOf } from '../drawing/arranging.ts'
import { backboneOf } from '../drawing/backbone.ts'
import { type Backdrop, backdropOf, coordinatesOf } from '../drawing/backdrop.ts'
import { type Categories, type Coloring, categoriesOf, communityCategories } from '../drawing/categories.ts'
import { groundOf } from '../drawing/ground.ts'
import type { Depicted } from '../drawing/map-marks.ts'
import type { Picture, WidthOf } from '../drawing/mark.ts'
import type { Paper } from '../drawing/paper.ts'
import { pictureOf } from '../drawing/picture.ts'
import { pinsOf } from '../drawing/pins.ts'
import { actorKey, type Scene, type SceneArea, sceneOf } from '../drawing/scene.ts'
import { standingsOf } from '../drawing/standing.ts'
import { svgOf } from '../drawing/svg.ts'
import { type Surroundings, surroundingsOf } from '../geography/surroundings.ts'
import { arranged, type Layout } from '../layout/arrangement.ts'
import { drawMap } from '../layout/layout.ts'
import { withPins } from '../layout/pins.ts'
import { drawnPositions, newcomersOf, positionsFromKeys } from '../layout/places.ts'
import { merged, type Positions, positionsFrom } from '../layout/positions.ts'
import { Problem } from '../problem.ts'
import { captionOf, categoryName, type Drawn, nodeTitle, tieTitle } from '../report/caption.ts'
import { type Spoken, spoken } from '../report/spoken.ts'
import type { Positions as StoredPositions } from '../store/store.ts'
import type { NetworkWire, TwoModeWire } from '../wire/network.ts'
import type { PictureFormat } from '../wire/picture.ts'
import { measures as englishMeasures } from '../words/en/measures.ts'
import { measures as frenchMeasures } from '../words/fr/measures.ts'
import type { Language } from '../words/language.ts'
import { measureIds } from '../words/measures.ts'
import { type AskedPerimeter, perimeterWithin } from './perimeter.ts'
import type { Snapshot } from './snapshot.ts'
import { networkToWire, twoModeToWire } from './territory.ts'

/** What is on screen, and the sheet it is put on. What is left out is what the page shows first. */
export interface AskedPicture {
  readonly perimeter: AskedPerimeter
  readonly language: Language
  readonly paper: Paper
  readonly color: Coloring
  /** Id of the measure that sizes actors; `none`: all alike. */
  readonly size: string
  /** Whether spaces of cooperation are drawn beside the actors. */
  readonly spaces: boolean
  /** Categories of the colouring whose actors are not drawn. */
  readonly hidden: readonly string[]
  readonly layout: Layout
  /** Whom the rings of distance are drawn around; null, or not in the perimeter: the actor with most partners. */
  readonly around: string | null
  /** Whether only the most embedded ties are drawn. */
  readonly backbone: boolean
  /** Ids of actors that are drawn alone, with what ties them; empty: everybody is. */
  readonly only: readonly string[]
}

/** The map that nobody laid out anew. */
export const freeLayout = { layout: 'free', around: null, backbone: false, only: [] } as const

const measureNames = { fr: frenchMeasures, en: englishMeasures }

/** Where actors and spaces stand on the map of the page. */
export interface Placed {
  readonly positions: StoredPositions
}

/** A map as a file. Refuses what `perimeterWithin` does, `network_too_large`, `unknown_measure`, `unknown_actor` to be drawn around. */
export async function pictureAsked(
  snapshot: Snapshot,
  asked: AskedPicture & Placed & { readonly format: PictureFormat },
): Promise<Uint8Array> {
  const { widths } = await import('../print/typeface.ts')
  const drawn = await drawnAsked(snapshot, asked, asked.positions)
  const picture = onPaper(drawn, asked.language, asked.paper, widths())
  const wave = drawn.territory.waves.get(drawn.network.perimeter.wave)
  switch (asked.format) {
    case 'svg':
      return new TextEncoder().encode(svgOf(picture))
    case 'pdf':
      return await (await import('../print/pdf.ts')).pdfOf(picture, wave?.date ?? '1970-01-01')
    case 'png':
      return await (await import('../print/png.ts')).pngOf(svgOf(picture), pixelsWide(asked.paper))
  }
}

function onPaper(drawn: Drawn, language: Language, paper: Paper, widthOf: WidthOf): Picture {
  return pictureOf(drawn.depicted, captionOf(drawn, spoken[language]), paper, widthOf)
}

/** Sharp on a screen and on A4; a large sheet is for the formats that have no pixels. */
function pixelsWide(paper: Paper): number {
  return paper === 'A4' ? 2_480 : 3_508
}

/** What a map shows of a territory, as the page would draw it. */
export async function drawnAsked(snapshot: Snapshot, asked: AskedPicture, stored: StoredPositions): Promise<Drawn> {
  const { territory } = snapshot
  const perimeter = perimeterWithin(territory, asked.perimeter)
  const network = networkToWire(territory, snapshot.network(perimeter)) as NetworkWire
  const twoMode = twoModeToWire(territory, snapshot.twoMode(perimeter)) as TwoModeWire
  const { layout, around } = asked
  if (around !== null && !territory.actors.has(around))
    throw new Problem('unknown_actor', { territory: territory.id, wave: perimeter.wave, actor: around })
  const free = await positionsOf(snapshot, { network, twoMode }, stored)
  const said = spoken[asked.language]
  const sizing = sizesOf(snapshot, asked.size, network)
  const categories = categoriesFor(snapshot, asked.color, network)
  const hidden = new Set(asked.hidden)
  const record = { ...territory, participationsOfActor: participationsByActor(territory) }
  const sizes = sizing?.values ?? null
  const cores = layout === 'core' ? valuesOf(snapshot, 'coreNumber', perimeter) : null
  const arranging: Arranging = { layout, around, network, categories, cores }
  const { positions, areas, backdrop, surroundings } = laidOut(territory, arranging, free, hidden, said)
  // Beside spaces one sees them.
  const shown = asked.spaces || layout === 'spaces' ? twoMode : null
  const tiesRecede = layout === 'spaces'
  const kept = asked.backbone ? backboneOf(network.actors.length, network.edges) : null
  const drawn = kept ? { ...network, edges: network.edges.filter((_, edge) => kept[edge]) } : network
  const centre = layout === 'distance' ? centreOf(arranging) : null
  const input = {
    record,
    network: drawn,
    twoMode: shown,
    positions,
    areas,
    backdrop,
    tiesRecede,
    categories,
    hidden,
    sizes,
    centre,
  }
  const scene = amongIn(sceneOf(input), asked.only)
  const silent = new Set(
    network.basis === 'survey' ? network.silent.map((node) => actorKey(network.actors[node] ?? '')) : [],
  )
  const rules = rulesOf(territory.settings)
  const wave = territory.waves.get(perimeter.wave)
  const standingOf = standingsOf(network, territory.ties, (tie) => (wave ? hasFaded(tie, wave, rules) : null))
  const depicted: Depicted = {
    scene,
    layout,
    standingOf,
    silent,
    titleOf: nodeTitle(territory, categories, silent, said),
    tieTitleOf: tieTitle(territory, standingOf, said),
    kilometers: said.picture.ground.kilometers,
  }
  return {
    territory,
    network,
    surroundings,
    isBackbone: asked.backbone,
    isChoice: asked.only.length > 0,
    centre,
    twoMode: shown,
    depicted,
    categories,
    coloring: asked.color,
    hidden,
    sizedBy: sizing && {
      measure: sizing.id === 'degree' ? null : measureName(asked.language, sizing.id),
      most: Math.max(0, ...sizing.values.map((value) => value ?? 0)),
      someUndefined: sizing.values.includes(null),
    },
  }
}

/** What is drawn of some actors and of the spaces that two of them at least share; the whole scene of nobody in particular. */
function amongIn(scene: Scene, only: readonly string[]): Scene {
  if (only.length === 0) return scene
  const wanted = new Set(only.map(actorKey))
  const sharing = Map.groupBy(
    scene.ties.filter(({ noun, from }) => noun === 'participation' && wanted.has(from)),
    ({ to }) => to,
  )
  const nodes = scene.nodes.filter(({ key, noun }) =>
    noun === 'actor' ? wanted.has(key) : (sharing.get(key)?.length ?? 0) > 1,
  )
  const drawn = new Set(nodes.map(({ key }) => key))
  return { ...scene, nodes, areas: [], ties: scene.ties.filter(({ from, to }) => drawn.has(from) && drawn.has(to)) }
}

/** Where everything stands in a layout, and its named parts. */
function laidOut(
  territory: Territory,
  arranging: Arranging,
  free: Positions,
  hidden: ReadonlySet<string>,
  said: Spoken,
): {
  readonly positions: Positions
  readonly areas: readonly SceneArea[]
  readonly backdrop: Backdrop | null
  readonly surroundings: Surroundings | null
} {
  const { layout, network, categories } = arranging
  const surroundings = layout === 'geographic' ? surroundingsOf(territory) : null
  const coordinates = surroundings ? coordinatesOf(surroundings) : undefined
  const unpinned = arranged(layout, arrangedOf(arranging, groundOf(territory), free, coordinates))
  const arrangement = withPins(unpinned, pinsOf(territory, layout))
  const areas = sceneAreas(arrangement, arranging, {
    record: territory,
    hidden,
    words: said.picture.areas,
    categoryName: (category) => categoryName(territory, category, said),
  })
  const seen = new Set(network.actors.filter((id) => !hidden.has(categories.categoryOf(id).id)))
  const { projection } = arrangement
  const backdrop = surroundings && projection ? backdropOf(surroundings, projection, seen) : null
  return { positions: positionsFromKeys(arrangement.points), areas, backdrop, surroundings }
}

/** Where everything stands: as the page keeps it, or as the page would lay it out, which nobody has looked at yet. */
async function positionsOf(
  snapshot: Snapshot,
  networks: { readonly network: NetworkWire; readonly twoMode: TwoModeWire },
  stored: StoredPositions,
): Promise<Positions> {
  let positions = positionsFrom(stored)
  if (positions.actors.size === 0) {
    const { territory } = snapshot
    const usual = perimeterWithin(territory, {})
    const whole = {
      network: networkToWire(territory, snapshot.network(usual)) as NetworkWire,
      twoMode: twoModeToWire(territory, snapshot.twoMode(usual)) as TwoModeWire,
    }
    positions = await drawnPositions(whole, drawMap)
  }
  const newcomers = newcomersOf(networks, positions)
  return newcomers ? merged(positions, newcomers) : positions
}

/** Values of a measure by node, null where it is undefined; null: actors are all alike. */
function sizesOf(
  snapshot: Snapshot,
  size: string,
  { perimeter }: NetworkWire,
): { readonly id: string; readonly values: readonly (number | null)[] } | null {
  if (size === 'none') return null
  if (!measureIds.some((id) => id === size)) throw new Problem('unknown_measure', { measures: [size] })
  const id = size === 'degree' && perimeter.direction === 'directed' ? 'degree.undirectedSupport' : size
  const values = valuesOf(snapshot, id, perimeter)
  return values && { id: size, values }
}

/** What a colouring tells apart; the spheres, where communities are not defined. */
export function categoriesFor(snapshot: Snapshot, color: Coloring, network: NetworkWire): Categories {
  const { territory } = snapshot
  if (color !== 'community') return categoriesOf(territory, color)
  const communityOf = membershipOf(snapshot, network)
  const degrees = valuesOf(snapshot, 'degree', network.perimeter) ?? network.actors.map(() => 0)
  return communityOf
    ? communityCategories(
        network.actors,
        communityOf,
        degrees.map((degree) => degree ?? 0),
      )
    : categoriesOf(territory, 'sphere')
}

/** Values of a measure by node, null where one is undefined; null: it has not one for each actor. */
export function valuesOf(
  snapshot: Snapshot,
  id: string,
  perimeter: NetworkWire['perimeter'],
): (number | null)[] | null {
  const result = resultOf(snapshot, id, perimeter)
  if (result?.scope !== 'node' || !(result.values instanceof Float64Array) || result.nodes) return null
  return Array.from(result.values, (value) => (Number.isNaN(value) ? null : value))
}

function membershipOf(snapshot: Snapshot, { perimeter, actors }: NetworkWire): (number | null)[] | null {
  const result = resultOf(snapshot, 'modularity.best', perimeter)
  const membership: unknown =
    typeof result?.values === 'object' && result.values !== null && 'membership' in result.values
      ? result.values.membership
      : undefined
  return ArrayBuffer.isView(membership) || Array.isArray(membership)
    ? actors.map((_, node) => Number((membership as ArrayLike<number>)[node]))
    : null
}

function resultOf(snapshot: Snapshot, id: string, perimeter: NetworkWire['perimeter']) {
  const subject = snapshot.subject(perimeter, 'sphere')
  return measuresOf(subject)
    .find((measure) => measure.id === id)
    ?.compute(new Analysis(subject))
}

/** How a language calls a measure. */
export function measureName(language: Language, id: string): string {
  const known = measureIds.find((each) => each === id)
  return known ? measureNames[language][known].name : id
}

export function participationsByActor({ participations }: Territory): ReadonlyMap<string, readonly Participation[]> {
  return Map.groupBy(participations.values(), ({ actor }) => actor)
}
