import type { Area, Arranged, Arrangement } from './arrangement.ts'
import { type Point, spacing } from './drawing.ts'
import { meanAngle, meanOf } from './sectors.ts'
import { withTray } from './tray.ts'

/** Screens are wider than high. */
const wideness = 1.35
const between = spacing * 1.05
const along = spacing * 0.72

/**
 * Actors on rings around the middle, on each in the order in which they stand around the free map, so that an actor keeps its direction when its ring
 * changes from wave to wave. A ring is as large as its members need. Who has no ring stands aside.
 */
export function onRings(given: Arranged): Arrangement {
  const { drawing, points, rings, apart } = given
  const aside = new Set(apart.flat())
  const [cx, cy] = meanOf(points)
  const members = Map.groupBy(drawing.nodes.keys(), (node) => rings.get(drawing.nodes[node]!))
  const placed = new Map<string, Point>()
  const areas: Area[] = []
  let radius = 0
  const numbers = [...members.keys()].filter((ring) => ring !== undefined).sort((a, b) => a - b)
  for (const ring of numbers) {
    const nodes = (members.get(ring) ?? []).filter((node) => !aside.has(drawing.nodes[node]!))
    if (nodes.length === 0) continue
    const isMiddle = placed.size === 0 && nodes.length === 1
    if (!isMiddle) radius = Math.max(radius + between, (nodes.length * along) / (2 * Math.PI))
    const angleOf = new Map(nodes.map((node) => [node, Math.atan2(points[node]![1] - cy, points[node]![0] - cx)]))
    const inOrder = [...nodes].sort(
      (a, b) => angleOf.get(a)! - angleOf.get(b)! || (drawing.nodes[a]! < drawing.nodes[b]! ? -1 : 1),
    )
    const step = (2 * Math.PI) / inOrder.length
    // Turned so that all stand as near to their direction as evenness allows.
    const offset = meanAngle(inOrder.map((node, i) => angleOf.get(node)! - i * step))
    inOrder.forEach((node, i) => {
      const angle = offset + i * step
      placed.set(
        drawing.nodes[node]!,
        isMiddle ? [0, 0] : [wideness * radius * Math.cos(angle), radius * Math.sin(angle)],
      )
    })
    areas.push({
      kind: 'ring',
      of: String(ring),
      outline: isMiddle
        ? []
        : Array.from({ length: 96 }, (_, i): Point => {
            const angle = (i * 2 * Math.PI) / 96
            return [wideness * radius * Math.cos(angle), radius * Math.sin(angle)]
          }),
      name: isMiddle ? [0, spacing * 0.4] : besideTop(inOrder.length, offset, radius),
      members: inOrder.map((node) => drawing.nodes[node]!),
    })
  }
  const unreached = drawing.nodes.filter((key) => key.startsWith('actor:') && !placed.has(key) && !aside.has(key))
  for (const [node, key] of drawing.nodes.entries()) {
    if (placed.has(key) || key.startsWith('actor:')) continue
    const around = drawing.edges.flatMap(([u, v]) => {
      const other = u === node ? v : v === node ? u : undefined
      const point = other === undefined ? undefined : placed.get(drawing.nodes[other]!)
      return point ? [point] : []
    })
    placed.set(key, meanOf(around))
  }
  return withTray(given, { points: placed, areas }, [
    { of: given.ringsOf === 'distance' ? 'unreached' : 'uncored', parts: unreached.map((key) => [key]) },
    { of: 'untied', parts: apart },
  ])
}

/** Between the two nodes of a ring nearest to its top, where a name stands clear. */
function besideTop(count: number, offset: number, radius: number): Point {
  const step = (2 * Math.PI) / count
  const top = Math.PI / 2
  const angle = offset + (Math.round((top - offset) / step - 0.5) + 0.5) * step
  // One or two nodes leave the top free, or the foot.
  const at = count < 3 ? top : angle
  return [wideness * radius * Math.cos(at), radius * Math.sin(at)]
}
