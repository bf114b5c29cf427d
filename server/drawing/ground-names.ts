import type { GroundName } from './backdrop.ts'
import { type Box, Boxes } from './labels.ts'

/** A name of the ground that wants to stand at its place; all lengths in pixels of the screen, y downwards. */
export interface GroundWish {
  readonly of: GroundName['of']
  readonly label: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly weight: number
}

export interface PlacedGroundName {
  readonly of: GroundName['of']
  readonly label: string
  /** The middle of the text. */
  readonly x: number
  readonly y: number
  readonly box: Box
}

/** How far from its place a name may stand, in heights of its text: that of a commune around all its actors; the others nowhere else. */
const farthest = { commune: 12, town: 0, department: 6 } as const

/** From its place a name begins here, where there is a mark to be seen. */
const clearing = { commune: 3, town: 4, department: 0 } as const

const directions = 16

/**
 * Names of the ground that fit, each as near to its place as nodes and other names allow, above it where that is as near: the weightiest first.
 * @param taken what they must leave free
 */
export function placeGroundNames(
  wishes: readonly GroundWish[],
  { width, height, taken }: { readonly width: number; readonly height: number; readonly taken: readonly Box[] },
): PlacedGroundName[] {
  const boxes = new Boxes()
  for (const box of taken) boxes.add(box, null)
  const isFree = (box: Box) =>
    box.left >= 2 && box.top >= 2 && box.right <= width - 2 && box.bottom <= height - 2 && !boxes.meets(box, null)
  const inOrder = wishes.toSorted((a, b) => b.weight - a.weight || (a.label < b.label ? -1 : 1))
  return inOrder.flatMap((wish) => {
    const found = placesFor(wish).find(({ box }) => isFree(box))
    if (!found) return []
    boxes.add(widened(found.box), null)
    return [{ of: wish.of, label: wish.label, ...found }]
  })
}

/** Where a point says of what place the name is: of each that is named, unless something stands there. */
export function groundPoints(
  wishes: readonly GroundWish[],
  placed: readonly PlacedGroundName[],
  taken: readonly Box[],
): { readonly x: number; readonly y: number }[] {
  const names = new Set(placed.map(({ label }) => label))
  const isFree = (x: number, y: number) =>
    !taken.some(({ left, right, top, bottom }) => x > left && x < right && y > top && y < bottom)
  return wishes.filter(({ of, label, x, y }) => of !== 'department' && names.has(label) && isFree(x, y))
}

/** From the nearest on; of those as near, the one above first. */
function* placesFor({ of, x, y, width, height }: GroundWish): Generator<Pick<PlacedGroundName, 'x' | 'y' | 'box'>> {
  for (let step = 0; step <= 2 * farthest[of]; step++) {
    const reach = clearing[of] + (step * height) / 2
    // A name that may stand on its place has one nearest place.
    for (let turn = 0; turn < (reach === 0 ? 1 : directions); turn++) {
      const side = (turn % 2 === 0 ? 1 : -1) * Math.ceil(turn / 2)
      const angle = -Math.PI / 2 + (side * 2 * Math.PI) / directions
      const [dx, dy] = reach === 0 ? [0, 0] : [Math.cos(angle), Math.sin(angle)]
      const middle = { x: x + dx * (reach + width / 2), y: y + dy * (reach + height / 2) }
      yield { ...middle, box: boxAround(middle.x, middle.y, width, height) }
    }
  }
}

function boxAround(x: number, y: number, width: number, height: number): Box {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 }
}

function widened({ left, right, top, bottom }: Box): Box {
  return { left: left - 4, right: right + 4, top: top - 2, bottom: bottom + 2 }
}
