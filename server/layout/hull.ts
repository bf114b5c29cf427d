import { type Point, type Points, spacing } from './drawing.ts'

/** How far from its nodes the line around a group runs. */
const margin = spacing * 0.5

/** Corners of the circle around each node: enough for the line to look round. */
const corners = 16

/** The convex line around points, a margin away from each. A. M. Andrew (1979), Another efficient algorithm for convex hulls in two dimensions, Inf. Process. Lett. 9:216-219. */
export function hullOf(points: Points): Points {
  const around = points.flatMap(([x, y]) =>
    Array.from({ length: corners }, (_, i): Point => {
      const angle = (i * 2 * Math.PI) / corners
      return [x + margin * Math.cos(angle), y + margin * Math.sin(angle)]
    }),
  )
  const sorted = around.sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const half = (line: Points) => {
    const kept: Point[] = []
    for (const point of line) {
      while (kept.length > 1 && turn(kept.at(-2)!, kept.at(-1)!, point) <= 0) kept.pop()
      kept.push(point)
    }
    return kept.slice(0, -1)
  }
  return [...half(sorted), ...half(sorted.toReversed())]
}

/** Positive: to the left. */
function turn(a: Point, b: Point, c: Point): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
}
