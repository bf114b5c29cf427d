import type { Area, Arranged, Arrangement } from './arrangement.ts'
import { type Point, type Points, spacing } from './drawing.ts'
import { withTray } from './tray.ts'

/** Screens are wider than high. */
const wideness = 1.4
const inner = spacing * 1.5
const between = spacing * 0.85
/** Along an arc a node asks for so much. */
const along = spacing * 0.78
/** Between two sectors, in radians. */
const gap = 0.05

/**
 * Each group its sector of a disc, in the order in which groups stand around the free map, as wide as it has members; who has most ties stands nearest to
 * the middle.
 */
export function inSectors(given: Arranged): Arrangement {
  const { drawing, points, groups, apart } = given
  const aside = new Set(apart.flat())
  const degrees = degreesOf(drawing)
  const members = Map.groupBy(drawing.nodes.keys(), (node) =>
    aside.has(drawing.nodes[node]!) ? undefined : groups.get(drawing.nodes[node]!),
  )
  members.delete(undefined)
  const middle = meanOf(points)
  const angleOf = (node: number) => Math.atan2(points[node]![1] - middle[1], points[node]![0] - middle[0])
  const sectors = [...members]
    .map(([id, nodes]) => ({ id: id ?? '', nodes, angle: meanAngle(nodes.map(angleOf)) }))
    .sort((a, b) => b.angle - a.angle || (a.id < b.id ? -1 : 1))
  // A sector of one still needs room for a name.
  const weights = sectors.map(({ nodes }) => Math.max(2, nodes.length) ** 0.85)
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const placed = new Map<number, Point>()
  const areas: Area[] = []
  let end = Math.PI / 2
  sectors.forEach(({ id, nodes }, i) => {
    const width = (2 * Math.PI * weights[i]!) / whole
    const start = end - width
    const center = (start + end) / 2
    const room = sectors.length === 1 ? width : width - gap
    const inOrder = [...nodes].sort(
      (a, b) => degrees[b]! - degrees[a]! || (drawing.nodes[a]! < drawing.nodes[b]! ? -1 : 1),
    )
    let radius = inner
    for (let first = 0; first < inOrder.length; radius += between) {
      const fits = Math.max(1, Math.floor((room * radius) / along))
      const arc = inOrder.slice(first, first + fits)
      const turned = (node: number) => normal(angleOf(node) - center)
      arc.sort((a, b) => turned(a) - turned(b) || a - b)
      // A last, short arc is spread like the one beneath it.
      const step = room / Math.max(arc.length, Math.min(fits, first === 0 ? arc.length : fits))
      arc.forEach((node, at) => {
        placed.set(node, pointAt(radius, center + (at - (arc.length - 1) / 2) * step))
      })
      first += fits
    }
    const outer = radius - between / 2
    const [from, to] = [center - room / 2, center + room / 2]
    areas.push({
      kind: 'sector',
      of: id,
      outline: [...arcOf(inner - between / 2, from, to), ...arcOf(outer, to, from)],
      name: pointAt(outer + spacing * 0.25, center),
      members: nodes.map((node) => drawing.nodes[node]!),
    })
    end = start
  })
  const all = new Map(drawing.nodes.map((key, node) => [key, placed.get(node) ?? aroundOf(node, drawing, placed)]))
  return withTray(given, { points: all, areas }, [{ of: 'untied', parts: apart }])
}

function pointAt(radius: number, angle: number): Point {
  return [wideness * radius * Math.cos(angle), radius * Math.sin(angle)]
}

function arcOf(radius: number, from: number, to: number): Point[] {
  const steps = Math.max(2, Math.ceil(Math.abs(to - from) / 0.06))
  return Array.from({ length: steps + 1 }, (_, i) => pointAt(radius, from + ((to - from) * i) / steps))
}

/** A space stands among those who take part. */
function aroundOf(node: number, { edges }: Arranged['drawing'], placed: ReadonlyMap<number, Point>): Point {
  const around = edges.flatMap(([u, v]) => {
    const point = u === node ? placed.get(v) : v === node ? placed.get(u) : undefined
    return point ? [point] : []
  })
  return meanOf(around)
}

export function degreesOf({ nodes, edges }: Arranged['drawing']): number[] {
  const degrees = nodes.map(() => 0)
  for (const [u, v] of edges) {
    degrees[u]!++
    degrees[v]!++
  }
  return degrees
}

export function meanOf(points: Points): Point {
  const sum = points.reduce<Point>(([x, y], point) => [x + point[0], y + point[1]], [0, 0])
  return [sum[0] / Math.max(1, points.length), sum[1] / Math.max(1, points.length)]
}

export function meanAngle(angles: readonly number[]): number {
  return Math.atan2(
    angles.reduce((sum, angle) => sum + Math.sin(angle), 0),
    angles.reduce((sum, angle) => sum + Math.cos(angle), 0),
  )
}

/** From −π to π. */
function normal(angle: number): number {
  return Math.atan2(Math.sin(angle), Math.cos(angle))
}
