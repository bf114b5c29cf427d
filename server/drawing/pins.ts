import type { Territory } from '../domain/territory.ts'
import type { Layout } from '../layout/arrangement.ts'
import type { Point } from '../layout/drawing.ts'

/** Where people put nodes in a layout, by the keys of nodes. */
export function pinsOf({ pins }: Pick<Territory, 'pins'>, layout: Layout): ReadonlyMap<string, Point> {
  return new Map(
    [...pins.values()]
      .filter((pin) => pin.layout === layout)
      .map(({ noun, id, x, y }) => [`${noun}:${id}`, [x, y] as const]),
  )
}
