import { radiusOf } from '#drawing/scene.ts'

/** Larger circles find no room in a legend. */
const mostRadius = 32

/**
 * Values that read the sizes of a map, the smallest first, at most three, each as large as the map draws it: the largest
 * there is, its half and its quarter, or less where the map is drawn so large that those find no room.
 *
 * @param known values of those that have one
 * @param actors on the map
 * @param magnification how many times larger than told the map draws
 */
export function sizeScale(
  known: readonly number[],
  actors: number,
  magnification: number,
): { readonly value: number; readonly radius: number }[] {
  const most = Math.max(0, ...known)
  if (most <= 0) return []
  const whole = known.every(Number.isInteger)
  const halves = Array.from({ length: 10 }, (_, i) => most / 2 ** i)
  const values = whole ? [...new Set(halves.map(Math.round))].filter((value) => value > 0) : halves
  const circles = values.map((value) => ({ value, radius: radiusOf(value, most, actors) * magnification }))
  return circles
    .filter(({ radius }) => radius <= mostRadius)
    .slice(0, 3)
    .reverse()
}
