import type { Area, Arrangement } from './arrangement.ts'
import { type Point, spacing } from './drawing.ts'
import { groupArea } from './groups.ts'

/** Nearer than this to where somebody put another, a node steps aside. */
const clear = spacing * 0.4

/**
 * An arrangement in which what people put somewhere stands there. Others give way as far as it takes to be seen, but on rings, whose places mean
 * something; groups are outlined as they stand now, and who was put elsewhere is in no tray. `pins`: by the keys of nodes; others are ignored.
 */
export function withPins(arrangement: Arrangement, pins: ReadonlyMap<string, Point>): Arrangement {
  const { points, areas } = arrangement
  const put = new Map([...pins].filter(([key]) => points.has(key)))
  if (put.size === 0) return arrangement
  const isRinged = areas.some(({ kind }) => kind === 'ring')
  const placed = new Map(
    [...points].map(([key, point]) => [key, put.get(key) ?? (isRinged ? point : aside(point, [...put.values()]))]),
  )
  return {
    ...arrangement,
    points: placed,
    areas: areas.flatMap((area): Area[] => {
      if (area.kind === 'group') return [groupArea(area.of, area.members, (key) => placed.get(key) ?? [0, 0])]
      if (area.kind !== 'tray') return [area]
      const members = area.members.filter((key) => !put.has(key))
      return members.length === 0 ? [] : [{ ...area, members }]
    }),
  }
}

/** The point moved straight away from those it is too near to. */
function aside([x, y]: Point, taken: readonly Point[]): Point {
  return taken.reduce<Point>(
    ([px, py], [tx, ty]) => {
      const distance = Math.hypot(px - tx, py - ty)
      if (distance >= clear) return [px, py]
      const [ux, uy] = distance > 0 ? [(px - tx) / distance, (py - ty) / distance] : [1, 0]
      return [tx + ux * clear, ty + uy * clear]
    },
    [x, y],
  )
}
