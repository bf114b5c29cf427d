import type { Arranged, Arrangement } from './arrangement.ts'
import { type Point, spacing } from './drawing.ts'
import { withoutOverlap } from './layout.ts'
import { meanOf } from './sectors.ts'
import { withTray } from './tray.ts'

/**
 * Actors where they are on the ground, north up (equirectangular, true in the middle), moved only as far as it takes to stand clear; spaces among those who
 * take part; who has no coordinates stands aside.
 */
export function byPlace(given: Arranged): Arrangement {
  const { drawing, coordinates } = given
  const located = drawing.nodes.filter((key) => coordinates.has(key))
  const degrees = located.map((key) => coordinates.get(key)!)
  const [longitude, latitude] = meanOf(degrees)
  const flat = degrees.map(
    ([east, north]): Point => [(east - longitude) * Math.cos((latitude * Math.PI) / 180), north - latitude],
  )
  const reach = Math.max(1e-9, ...flat.map(([x, y]) => Math.hypot(x, y)))
  const scale = (spacing * Math.sqrt(located.length + 1) * 0.9) / reach
  const placed = withoutOverlap(flat.map(([x, y]) => [x * scale, y * scale]))
  const points = new Map(located.map((key, i) => [key, placed[i]!]))
  for (const [node, key] of drawing.nodes.entries()) {
    if (points.has(key) || key.startsWith('actor:')) continue
    const around = drawing.edges.flatMap(([u, v]) => {
      const other = u === node ? v : v === node ? u : undefined
      const point = other === undefined ? undefined : points.get(drawing.nodes[other]!)
      return point ? [point] : []
    })
    points.set(key, meanOf(around))
  }
  const unplaced = drawing.nodes.filter((key) => key.startsWith('actor:') && !points.has(key))
  return withTray(given, { points, areas: [] }, [{ of: 'unplaced', parts: unplaced.map((key) => [key]) }])
}
