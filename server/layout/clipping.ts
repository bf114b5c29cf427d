import { clipPolygon, clipPolyline } from 'lineclip'
import type { Point, Points } from './drawing.ts'

/** What a drawing is cut to. */
export interface Bounds {
  readonly x: readonly [low: number, high: number]
  readonly y: readonly [low: number, high: number]
}

/** What of a closed line's inside is within bounds, closed along their sides; empty: nothing is. */
export function clippedArea(ring: Points, bounds: Bounds): Points {
  const kept = clipPolygon(copied(ring), boxOf(bounds))
  return kept.length < 3 ? [] : kept
}

/** The parts of a line within bounds. */
export function clippedLine(line: Points, bounds: Bounds): readonly Points[] {
  return clipPolyline(copied(line), boxOf(bounds))
}

/** The library's types ask for points it might change, and it changes none. */
function copied(points: Points): [number, number][] {
  return points.map(([x, y]: Point) => [x, y])
}

function boxOf({ x, y }: Bounds): [number, number, number, number] {
  return [x[0], y[0], x[1], y[1]]
}
