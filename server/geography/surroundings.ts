import type { Territory } from '../domain/territory.ts'
import { type Commune, communesMeant, communeTable, departmentOf } from '../exchange/communes/communes.ts'
import { clippedArea, clippedLine } from '../layout/clipping.ts'
import type { Point, Points } from '../layout/drawing.ts'
import { nearPlaces } from '../layout/geographic.ts'
import { kilometersPerDegree, narrowing } from '../layout/projection.ts'
import { type Border, outline, type Region, type Window } from './outline.ts'

/** Where the actors of a territory are, and what lies around them. */
export interface Surroundings {
  readonly places: readonly Place[]
  /** Actors without coordinates who name no commune. */
  readonly nowhere: number
  /** What actors without coordinates call their commune, and no commune that is known by its place is called. */
  readonly unknown: readonly string[]
  /** Null: nothing is drawn under them, see `withoutMap`. */
  readonly map: GroundMap | null
  /** Why nothing is drawn: nobody has a place; the communes they name do not exist; they are where nothing is known. */
  readonly withoutMap: 'no_places' | 'unknown_communes' | 'abroad' | null
}

/** Where some actors are. */
export interface Place {
  /** Degrees east and north. */
  readonly at: Point
  /** The commune; '': coordinates of an actor that names none. */
  readonly name: string
  /** Ids. */
  readonly actors: readonly string[]
}

/** What lies in a window around the actors, in degrees east and north. */
export interface GroundMap {
  readonly window: Window
  /** Closed lines around land, and around water in it, cut off along the sides of the window. */
  readonly shores: readonly Points[]
  readonly borders: readonly { readonly of: Border; readonly line: Points }[]
  /** Each in the middle of its communes in the window. */
  readonly departments: readonly { readonly name: string; readonly at: Point }[]
  /** Larger communes without actors, the most peopled first. */
  readonly towns: readonly { readonly name: string; readonly at: Point; readonly people: number }[]
}

/** The window reaches so many times farther from the middle than the actors do: on a wide screen one zooms out as far. */
const reachWide = 5
const reachHigh = 3.5
const leastReachKm = 12
/** Named, at most: a map has room for no more. */
const mostTowns = 60

export function surroundingsOf({ actors }: Pick<Territory, 'actors'>): Surroundings {
  const table = communeTable()
  const called = [...actors.values()].flatMap(({ commune }) => (commune ? [commune] : []))
  const meant = communesMeant(new Set(called), [], table)
  const communeOf = (commune: string | undefined) =>
    commune === undefined ? null : (meant.get(commune)?.commune ?? null)
  const places = new Map<string, { at: Point; name: string; actors: string[] }>()
  const unknown = new Set<string>()
  let nowhere = 0
  for (const { id, commune, longitude, latitude } of actors.values()) {
    const known = communeOf(commune)
    const at: Point | null =
      longitude !== undefined && latitude !== undefined
        ? [longitude, latitude]
        : known?.position
          ? [known.position.longitude, known.position.latitude]
          : null
    if (at === null) {
      if (commune) unknown.add(commune)
      else nowhere++
      continue
    }
    const key = String(at)
    const place = places.get(key) ?? { at, name: known?.name ?? commune ?? '', actors: [] }
    place.actors.push(id)
    places.set(key, place)
  }
  const there = [...places.values()]
  const without = { places: there, nowhere, unknown: [...unknown].sort(), map: null }
  if (there.length === 0) return { ...without, withoutMap: unknown.size > 0 ? 'unknown_communes' : 'no_places' }
  // A made-up territory has coordinates too, and no country of ours.
  if (called.length > 0 && !called.some((commune) => communeOf(commune) !== null))
    return { ...without, withoutMap: 'unknown_communes' }
  const map = groundMap(
    nearPlaces(there.flatMap(({ at, actors }) => actors.map(() => at))),
    new Set(called.flatMap((commune) => communeOf(commune)?.code ?? [])),
    table.communes,
  )
  return { ...without, map, withoutMap: map === null ? 'abroad' : null }
}

function groundMap(near: Points, named: ReadonlySet<string>, communes: readonly Commune[]): GroundMap | null {
  const [east, north] = [0, 1].map((axis) => near.map((place) => place[axis] ?? 0)) as [number[], number[]]
  const middle: Point = [middleOf(east), middleOf(north)]
  const { regions, departments, towns } = outline()
  const region = regions.find(({ extent }) => contains(extent, middle))
  if (!region) return null
  const narrow = narrowing(middle[1])
  const reach = near.reduce(
    (most, [x, y]) => Math.max(most, Math.abs(x - middle[0]) * narrow, Math.abs(y - middle[1])),
    leastReachKm / kilometersPerDegree,
  )
  const window = within(
    {
      west: rounded(middle[0] - (reachWide * reach) / narrow),
      east: rounded(middle[0] + (reachWide * reach) / narrow),
      south: rounded(middle[1] - reachHigh * reach),
      north: rounded(middle[1] + reachHigh * reach),
    },
    region.extent,
  )
  const seen = communes.flatMap((commune) => {
    const { position } = commune
    const at: Point | null = position && [position.longitude, position.latitude]
    return at && contains(window, at) ? [{ commune, at }] : []
  })
  return {
    window,
    ...clipped(region, window),
    departments: [...Map.groupBy(seen, ({ commune }) => departmentOf(commune).toUpperCase())].flatMap(
      ([code, some]) => {
        const name = departments.get(code)
        const at = middleOfAll(some.map(({ at }) => at))
        return name === undefined ? [] : [{ name, at }]
      },
    ),
    towns: seen
      .flatMap(({ commune: { code, name }, at }) => {
        const people = towns.get(code)
        return people === undefined || named.has(code) ? [] : [{ name, at, people }]
      })
      .sort((a, b) => b.people - a.people)
      .slice(0, mostTowns),
  }
}

/** What of a region lies in a window. */
export function clipped({ shores, borders }: Region, window: Window): Pick<GroundMap, 'shores' | 'borders'> {
  const { west, south, east, north } = window
  const bounds = { x: [west, east], y: [south, north] } as const
  return {
    shores: shores
      .map((ring) => clippedArea(ring, bounds))
      .filter((ring) => ring.length > 0)
      .map((ring) => ring.map(roundedPoint)),
    borders: borders.flatMap(({ of, line }) =>
      clippedLine(line, bounds).map((part) => ({ of, line: part.map(roundedPoint) })),
    ),
  }
}

function contains({ west, south, east, north }: Window, [x, y]: Point): boolean {
  return x >= west && x <= east && y >= south && y <= north
}

function within(window: Window, extent: Window): Window {
  return {
    west: Math.max(window.west, extent.west),
    south: Math.max(window.south, extent.south),
    east: Math.min(window.east, extent.east),
    north: Math.min(window.north, extent.north),
  }
}

function middleOf(values: readonly number[]): number {
  const low = values.reduce((a, b) => Math.min(a, b), Infinity)
  const high = values.reduce((a, b) => Math.max(a, b), -Infinity)
  return (low + high) / 2
}

function middleOfAll(points: Points): Point {
  const sum = points.reduce<Point>(([x, y], [east, north]) => [x + east, y + north], [0, 0])
  return [rounded(sum[0] / points.length), rounded(sum[1] / points.length)]
}

function roundedPoint([x, y]: readonly [number, number]): Point {
  return [rounded(x), rounded(y)]
}

/** To what the outline is written to. */
function rounded(degrees: number): number {
  return Math.round(degrees * 10_000) / 10_000
}
