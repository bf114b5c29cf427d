import type { Arranged, Arrangement } from './arrangement.ts'
import { type Point, type Points, spacing } from './drawing.ts'
import { withoutOverlap } from './layout.ts'
import { kilometersPerDegree, narrowing, type Projection, projected } from './projection.ts'
import { degreesOf, meanOf } from './sectors.ts'
import { withTray } from './tray.ts'

/** Actors of one place stand so far from each other. */
const within = spacing * 0.62
/** Names are wider than high. */
const wideness = 1.35
/** Between the actors of one place and those of the next. */
const between = spacing * 0.7

/** A map that is this much larger than its actors need still has them at a size to be seen. */
const widest = 1.3

/** A map shows at least so much around its middle, in kilometres, however near its actors are to each other. */
const leastReachKm = 4

/** Who is this many times farther from the middle than three quarters are stands aside, unless within `nearKm`. */
const farthest = 3
const nearKm = 25

/**
 * Actors where they are on the ground, north up: those of one place around it, the most tied nearest, on a map large enough for places not to cover each other,
 * moved only as far as it takes to stand clear; spaces among those who take part. Who is far from nearly all others, or has no place, stands aside.
 */
export function byPlace(given: Arranged): Arrangement {
  const { drawing, coordinates } = given
  const located = drawing.nodes.filter((key) => coordinates.has(key))
  const near = new Set(nearPlaces(located.map((key) => coordinates.get(key)!)).map(String))
  const members = Map.groupBy(
    located.filter((key) => near.has(String(coordinates.get(key)))),
    (key) => String(coordinates.get(key)),
  )
  const places = [...members.values()].map((keys) => coordinates.get(keys[0]!)!)
  const counts = [...members.values()].map(({ length }) => length)
  const projection = projectionOf(places, counts)
  const weights = new Map(degreesOf(drawing).map((degree, node) => [drawing.nodes[node]!, degree]))
  const spread = [...members.values()].flatMap((keys, place): [string, Point][] => {
    const [x, y] = projected(places[place]!, projection)
    const inward = keys.toSorted((a, b) => weights.get(b)! - weights.get(a)! || (a < b ? -1 : 1))
    return inward.map((key, rank) => {
      const [dx, dy] = keys.length === 1 ? [0, 0] : around(rank + 1)
      return [key, [x + dx, y + dy]]
    })
  })
  const clear = withoutOverlap(spread.map(([, point]) => point))
  const points = new Map(spread.map(([key], i) => [key, clear[i]!]))
  const far = located.filter((key) => !points.has(key))
  const unplaced = drawing.nodes.filter((key) => key.startsWith('actor:') && !coordinates.has(key))
  const arrangement = withTray(given, { points, areas: [] }, [
    { of: 'far', parts: far.map((key) => [key]) },
    { of: 'nowhere', parts: unplaced.map((key) => [key]) },
  ])
  const all = withSpaces(drawing, arrangement.points, points)
  return { ...arrangement, points: all, ...(places.length > 0 && { projection }) }
}

/** Spaces among those on the ground who take part, else among those who stand aside. */
function withSpaces(
  { nodes, edges }: Arranged['drawing'],
  points: ReadonlyMap<string, Point>,
  onGround: ReadonlyMap<string, Point>,
): Map<string, Point> {
  const spaces = nodes.flatMap((key, node): [string, Point][] => {
    if (key.startsWith('actor:')) return []
    const others = edges.flatMap(([u, v]) => (u === node ? [nodes[v]!] : v === node ? [nodes[u]!] : []))
    const standing = (among: ReadonlyMap<string, Point>) =>
      others.map((other) => among.get(other)).filter((point) => point !== undefined)
    const near = standing(onGround)
    return [[key, meanOf(near.length > 0 ? near : standing(points))]]
  })
  return new Map([...points, ...spaces])
}

/** Of places told once for each actor who is there, those that a map shows: all but the few that lie far from the others. */
export function nearPlaces(places: Points): Points {
  if (places.length === 0) return []
  const middle: Point = [median(places.map(([east]) => east)), median(places.map(([, north]) => north))]
  const distances = places.map((place) => kilometersBetween(place, middle))
  const most = Math.max(nearKm, farthest * quantile(distances, 0.75))
  return places.filter((_, i) => distances[i]! <= most)
}

function kilometersBetween([east, north]: Point, [longitude, latitude]: Point): number {
  return kilometersPerDegree * Math.hypot((east - longitude) * narrowing(latitude), north - latitude)
}

/** The plane on which places keep clear of each other, each as wide as its actors need, as far as that leaves the map a map. */
function projectionOf(places: Points, counts: readonly number[]): Projection {
  const bounds = [0, 1].map((axis) => {
    const along = places.map((place) => place[axis]!)
    return [
      along.reduce((a, b) => Math.min(a, b), Infinity),
      along.reduce((a, b) => Math.max(a, b), -Infinity),
    ] as const
  })
  const [longitude = 0, latitude = 0] = bounds.map(([low, high]) => (low + high) / 2)
  const flat = places.map((place) => projected(place, { longitude, latitude, scale: 1 }))
  const reach = Math.max(
    leastReachKm / kilometersPerDegree,
    flat.reduce((most, [x, y]) => Math.max(most, Math.hypot(x, y)), 0),
  )
  const actors = counts.reduce((sum, count) => sum + count, 0)
  const least = (spacing * Math.sqrt(actors + 1) * 0.9) / reach
  const radii = counts.map((count) => (count === 1 ? within / 2 : Math.hypot(...around(count))))
  // Of thousands of places the nearest two say nothing of the map.
  const asked =
    places.length > 400
      ? []
      : flat.flatMap((a, i) => flat.slice(i + 1).map((b, j) => wanted(a, b, radii[i]! + radii[i + 1 + j]!)))
  const scale = Math.min(widest * least, Math.max(least, ...asked))
  return { longitude, latitude, scale }
}

/** The scale at which two discs keep clear. */
function wanted(a: Point, b: Point, radii: number): number {
  return (radii + between) / Math.max(1e-9, Math.hypot(a[0] - b[0], a[1] - b[1]))
}

/** The place of such a rank around a middle that is left free: H. Vogel's sunflower. */
function around(rank: number): Point {
  const angle = rank * Math.PI * (3 - Math.sqrt(5))
  const radius = within * Math.sqrt(rank)
  return [radius * Math.cos(angle) * wideness, radius * Math.sin(angle)]
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) * share)]!
}
