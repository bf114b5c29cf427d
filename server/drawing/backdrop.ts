import type { Point, Points } from '../layout/drawing.ts'
import { kilometersPerDegree, type Projection, projected } from '../layout/projection.ts'
import type { SurroundingsWire } from '../wire/surroundings.ts'
import { faded, secondInk } from './appearance.ts'
import type { Frame } from './scene.ts'

/** The ground under a map, in the units of its layout: water, limits and names. */
export interface Backdrop {
  /** What is known lies in it. */
  readonly frame: Frame
  /** Closed lines around land, and around water in it. */
  readonly land: readonly Points[]
  readonly lines: readonly GroundLine[]
  readonly names: readonly GroundName[]
  readonly unitsPerKilometer: number
}

export const groundLines = ['shore', 'country', 'department', 'epci'] as const

export interface GroundLine {
  readonly of: (typeof groundLines)[number]
  readonly line: Points
}

export interface GroundName {
  /** `commune`: actors are there; `town`: none is. */
  readonly of: 'commune' | 'town' | 'department'
  readonly label: string
  readonly x: number
  readonly y: number
  /** Greater first, among those of the same kind. */
  readonly weight: number
}

/** Water is barely darker than paper: names over it must be read. */
export const water = '#EAEFEF'

/** Lines in pixels of the screen, quieter than any tie. */
export const groundLooks = {
  shore: { color: '#8C9C9E', width: 1, dash: null },
  country: { color: faded(secondInk, 0.55), width: 1.4, dash: [7, 3, 1.5, 3] },
  department: { color: faded(secondInk, 0.5), width: 1, dash: [5, 3] },
  epci: { color: faded(secondInk, 0.28), width: 0.8, dash: [1.5, 2.5] },
} as const satisfies Record<GroundLine['of'], { color: string; width: number; dash: readonly number[] | null }>

/** What lies under actors whose ground is laid out in such a way; null: nothing is drawn. `drawn`: ids of the actors seen. */
export function backdropOf(
  { map, places }: Pick<SurroundingsWire, 'map' | 'places'>,
  projection: Projection,
  drawn: ReadonlySet<string>,
): Backdrop | null {
  if (map === null) return null
  const { west, south, east, north } = map.window
  const at = (point: Point): Point => projected(point, projection)
  const [low, high] = [at([west, south]), at([east, north])]
  const frame: Frame = { x: [low[0], high[0]], y: [low[1], high[1]] }
  const land = map.shores.map((ring) => ring.map(at))
  return {
    frame,
    land,
    lines: [
      ...map.borders.map(({ of, line }) => ({ of, line: line.map(at) })),
      ...land.flatMap((ring) => coastsOf(ring, frame)).map((line) => ({ of: 'shore' as const, line })),
    ],
    names: [
      ...communesIn(places, drawn, map.window).map(({ name, point, actors }) =>
        named('commune', name, at(point), actors),
      ),
      ...map.towns.map(({ name, at: point, people }) => named('town', name, at(point), people)),
      ...map.departments.map(({ name, at: point }) => named('department', name, at(point), 0)),
    ],
    unitsPerKilometer: projection.scale / kilometersPerDegree,
  }
}

/** Where each actor is, by its key, in degrees east and north. */
export function coordinatesOf({ places }: Pick<SurroundingsWire, 'places'>): ReadonlyMap<string, Point> {
  return new Map(places.flatMap(({ at, actors }) => actors.map((id) => [`actor:${id}`, at] as const)))
}

/** A length of so many kilometres is a round one and at most as long as a scale has room for. */
export function roundKilometers(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most))
  return [5, 2, 1].map((step) => step * power).find((length) => length <= most) ?? power
}

/** Each commune once, where most of its actors are. */
function communesIn(
  places: SurroundingsWire['places'],
  drawn: ReadonlySet<string>,
  { west, south, east, north }: NonNullable<SurroundingsWire['map']>['window'],
): { readonly name: string; readonly point: Point; readonly actors: number }[] {
  const seen = places.flatMap(({ at: [x, y], name, actors }) => {
    const count = actors.filter((id) => drawn.has(id)).length
    const isIn = x >= west && x <= east && y >= south && y <= north
    return count > 0 && name !== '' && isIn ? [{ name, point: [x, y] as const, actors: count }] : []
  })
  return [...Map.groupBy(seen, ({ name }) => name)].flatMap(([name, some]) => {
    const [first] = some.toSorted((a, b) => b.actors - a.actors)
    return first ? [{ name, point: first.point, actors: some.reduce((sum, { actors }) => sum + actors, 0) }] : []
  })
}

function named(of: GroundName['of'], label: string, [x, y]: Point, weight: number): GroundName {
  return { of, label, x, y, weight }
}

/** The parts of a closed line that are no side of the frame it was cut to. */
function coastsOf(ring: Points, { x, y }: Frame): Points[] {
  const near = 1e-6 * Math.max(x[1] - x[0], y[1] - y[0])
  const isSide = ([ax, ay]: Point, [bx, by]: Point) =>
    x.some((side) => Math.abs(ax - side) < near && Math.abs(bx - side) < near) ||
    y.some((side) => Math.abs(ay - side) < near && Math.abs(by - side) < near)
  const coasts: Point[][] = []
  let coast: Point[] = []
  ring.forEach((a, i) => {
    const b = ring[(i + 1) % ring.length] ?? a
    if (isSide(a, b)) {
      if (coast.length > 1) coasts.push(coast)
      coast = []
    } else if (coast.length === 0) coast = [a, b]
    else coast.push(b)
  })
  if (coast.length > 1) coasts.push(coast)
  return coasts
}
