import type { Point } from '../layout/drawing.ts'

/** A name that wants to stand beside its node; all lengths in pixels of the screen, y downwards. */
export interface LabelWish {
  readonly key: string
  readonly x: number
  readonly y: number
  /** Of the node it names. */
  readonly radius: number
  readonly lines: readonly string[]
  readonly width: number
  readonly height: number
  /** Greater first. */
  readonly weight: number
}

export interface PlacedLabel {
  readonly key: string
  readonly lines: readonly string[]
  /** Where the text is anchored: the middle of its height, at the end of it that faces the node. */
  readonly x: number
  readonly y: number
  readonly align: 'left' | 'right' | 'center'
  /** Of a name that stands away from its node: the line that leads to it. */
  readonly leader?: readonly [from: readonly [number, number], to: readonly [number, number]]
}

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/**
 * `insist`: the number of weightiest names that stand on other nodes rather than nowhere; `led`: of those that stand away from their node, at the end of a line, where
 * there is no room beside it.
 */
export interface LabelScreen {
  readonly width: number
  readonly height: number
  readonly led?: number
  /** Where no name may stand; left out: anywhere. */
  readonly taken?: readonly Box[]
  readonly insist: number
}

/** Where the name of a line stands: on it or a little above or beneath, as near to its usual place as can be without covering anything; there, if it must. */
export function clearPlace(
  usual: Point,
  line: readonly Point[],
  boxAt: (place: Point) => Box,
  taken: readonly Box[],
): Point {
  const { top, bottom } = boxAt(usual)
  const shifts = [0, -0.5, 0.5, -1, 1].map((share) => share * (bottom - top))
  const places = [usual, ...line].flatMap(([x, y]) => shifts.map((shift): Point => [x, y + shift]))
  const isClear = (place: Point) => {
    const box = boxAt(place)
    return !taken.some((other) => meet(box, other))
  }
  const away = ([x, y]: Point) => (x - usual[0]) ** 2 + (y - usual[1]) ** 2
  return places.toSorted((a, b) => away(a) - away(b)).find(isClear) ?? usual
}

export function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

/**
 * Names that fit, the weightiest first: never one on another, never cut by the edge of the page, and never on a node
 * that is not its own unless insisted on. Each stands right of its node, else left, below, above, or at a corner.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  { width, height, insist, led = 0, taken = [] }: LabelScreen,
): PlacedLabel[] {
  const nodes = new Boxes()
  const labels = new Boxes()
  for (const wish of wishes) nodes.add(nodeBox(wish), wish.key)
  for (const box of taken) labels.add(box, null)
  const placed: PlacedLabel[] = []
  const byWeight = [...wishes].sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1))
  const isOpen = ({ box }: Candidate) =>
    box.left >= 2 && box.top >= 2 && box.right <= width - 2 && box.bottom <= height - 2 && !labels.meets(box, null)
  byWeight.forEach((wish, rank) => {
    const places = candidates(wish)
    // Of thousands in a crowd nearly all have no room: that is seen at the first node in the way.
    const beside =
      places.find((one) => isOpen(one) && !nodes.meets(one.box, wish.key)) ??
      (rank < insist ? leastCovering(places.filter(isOpen), nodes, wish.key) : undefined)
    // Away from its node a name stands beside no other, or it would seem to be that one's.
    const isClear = (one: Candidate) => isOpen(one) && !nodes.meets(widened(one.box, 5), null)
    const isOnScreen = wish.x >= 0 && wish.y >= 0 && wish.x <= width && wish.y <= height
    const chosen = beside ?? (rank < led && isOnScreen ? firstLed(wish, isClear) : undefined)
    if (!chosen) return
    labels.add(chosen.box, null)
    placed.push(chosen.label)
  })
  return placed
}

/** A name in one line, or in two of about the same length when it is longer than `most` characters; « de » and « la » go with what follows. */
export function linesOf(name: string, most: number): string[] {
  if (name.length <= most) return [name]
  const breaks = [...name.matchAll(/[ –/-]/g)].map(({ index }) => index)
  const middle = name.length / 2
  const flaw = (at: number) => Math.abs(at - middle) + (/(^|[ ’])\p{L}{1,3}$/u.test(name.slice(0, at)) ? 4 : 0)
  const best = breaks.sort((a, b) => flaw(a) - flaw(b))[0]
  if (best === undefined) return [name]
  const keeps = /\S/.test(name[best] ?? '') ? 1 : 0
  return [name.slice(0, best + keeps), name.slice(best + 1)].map((line) => line.trim())
}

interface Candidate {
  readonly label: PlacedLabel
  readonly box: Box
}

/** The place that is on the fewest nodes of others. */
function leastCovering(places: readonly Candidate[], nodes: Boxes, key: string): Candidate | undefined {
  const met = places.map(({ box }) => nodes.count(box, key))
  return places[met.indexOf(Math.min(...met))]
}

/** The nearest place away from a node, round it and outwards, that is good; none within eighteen lines: undefined. */
function firstLed(wish: LabelWish, isGood: (candidate: Candidate) => boolean): Candidate | undefined {
  const { key, lines, x, y, radius, width, height } = wish
  const line = height / lines.length
  const directions = 24
  for (let step = 1; step <= 18; step++) {
    const reach = radius + step * line
    for (let turn = 0; turn < directions; turn++) {
      const angle = (turn * 2 * Math.PI) / directions
      const [dx, dy] = [Math.cos(angle), Math.sin(angle)]
      const middle = { x: x + dx * (reach + width / 2), y: y + dy * (reach + height / 2) }
      const box = {
        left: middle.x - width / 2,
        right: middle.x + width / 2,
        top: middle.y - height / 2,
        bottom: middle.y + height / 2,
      }
      const end = [Math.min(Math.max(x, box.left), box.right), Math.min(Math.max(y, box.top), box.bottom)] as const
      const away = Math.hypot(end[0] - x, end[1] - y)
      if (away <= radius) continue
      const start = [x + ((end[0] - x) * radius) / away, y + ((end[1] - y) * radius) / away] as const
      const label = { key, lines, x: middle.x, y: middle.y, align: 'center', leader: [start, end] } as const
      if (isGood({ label, box })) return { label, box }
    }
  }
  return undefined
}

function candidates(wish: LabelWish): Candidate[] {
  const { key, lines, x, y, radius, width, height } = wish
  const gap = radius + 4
  const half = height / 2
  const corner = radius * 0.7
  const sides = [
    { x: x + gap, y, align: 'left', left: x + gap },
    { x: x - gap, y, align: 'right', left: x - gap - width },
    { x, y: y + gap + half - 2, align: 'center', left: x - width / 2 },
    { x, y: y - gap - half + 2, align: 'center', left: x - width / 2 },
    { x: x + corner, y: y - corner - half, align: 'left', left: x + corner },
    { x: x + corner, y: y + corner + half, align: 'left', left: x + corner },
    { x: x - corner, y: y - corner - half, align: 'right', left: x - corner - width },
    { x: x - corner, y: y + corner + half, align: 'right', left: x - corner - width },
  ] as const
  return sides.map((side) => ({
    label: { key, lines, x: side.x, y: side.y, align: side.align },
    box: { left: side.left, right: side.left + width, top: side.y - half, bottom: side.y + half },
  }))
}

function widened({ left, top, right, bottom }: Box, by: number): Box {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by }
}

function nodeBox({ x, y, radius }: LabelWish): Box {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }
}

/** A box, and the key of whose it is; null: nobody's. */
interface Owned {
  readonly box: Box
  readonly owner: string | null
}

/** Boxes by the squares of the screen they touch. */
export class Boxes {
  readonly #side = 64
  readonly #squares = new Map<number, Owned[]>()

  add(box: Box, owner: string | null): void {
    for (const square of this.#touched(box)) {
      const held = this.#squares.get(square)
      if (held) held.push({ box, owner })
      else this.#squares.set(square, [{ box, owner }])
    }
  }

  /** Whether a box is on any of others; boxes of nobody are of others for everybody. */
  meets(box: Box, owner: string | null): boolean {
    for (const square of this.#touched(box)) {
      for (const other of this.#squares.get(square) ?? []) if (isOn(box, other, owner)) return true
    }
    return false
  }

  /** On how many boxes of others a box is. */
  count(box: Box, owner: string | null): number {
    const met = new Set<Box>()
    for (const square of this.#touched(box)) {
      for (const other of this.#squares.get(square) ?? []) if (isOn(box, other, owner)) met.add(other.box)
    }
    return met.size
  }

  *#touched(box: Box): Generator<number> {
    for (let column = Math.floor(box.left / this.#side); column <= Math.floor(box.right / this.#side); column++) {
      for (let row = Math.floor(box.top / this.#side); row <= Math.floor(box.bottom / this.#side); row++) {
        yield column * 0x10000 + row
      }
    }
  }
}

function isOn(box: Box, other: Owned, owner: string | null): boolean {
  return (other.owner === null || other.owner !== owner) && overlap(box, other.box)
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
