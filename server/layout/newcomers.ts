import { type Drawing, isPlace, type Point, type Points, spacing } from './drawing.ts'

/**
 * Places for the nodes that have none, without moving those that have: each beside the middle of its neighbours, those
 * with most placed neighbours first; nodes without any below the map. What is no place counts as none.
 */
export function withNewcomers(drawing: Drawing, known: readonly (Point | undefined)[]): Points {
  const neighbors: number[][] = drawing.nodes.map(() => [])
  for (const [u, v] of drawing.edges) {
    neighbors[u]!.push(v)
    neighbors[v]!.push(u)
  }
  const points: (Point | undefined)[] = drawing.nodes.map(() => undefined)
  const placedNeighbors = new Int32Array(drawing.nodes.length)
  const floor = new Floor()
  const place = (node: number, point: Point) => {
    points[node] = point
    floor.take(point)
    for (const next of neighbors[node]!) placedNeighbors[next]!++
  }
  known.forEach((point, node) => {
    if (point && isPlace(point)) place(node, point)
  })
  const waiting = new Set(drawing.nodes.flatMap((_, node) => (points[node] ? [] : [node])))
  while (waiting.size > 0) {
    let next = -1
    for (const node of waiting) {
      const more = next < 0 ? 1 : placedNeighbors[node]! - placedNeighbors[next]!
      if (more > 0 || (more === 0 && drawing.nodes[node]! < drawing.nodes[next]!)) next = node
    }
    const around = neighbors[next]!.map((each) => points[each]).filter((point) => point !== undefined)
    place(next, floor.nearestFree(around.length > 0 ? middleOf(around) : floor.below()))
    waiting.delete(next)
  }
  return points.map((point) => point ?? [0, 0])
}

/** How far apart nodes stand at least. */
const clear = spacing * 0.6

/** What is taken of the plane, by squares as wide as nodes stand apart. */
class Floor {
  readonly #squares = new Map<string, Point[]>()
  /** Seeds of a spiral that are taken, by its middle: what is taken stays so. */
  readonly #taken = new Map<string, number>()
  #count = 0
  #sumX = 0
  #least = Infinity

  take(point: Point): void {
    const square = squareOf(point)
    const held = this.#squares.get(square)
    if (held) held.push(point)
    else this.#squares.set(square, [point])
    this.#count++
    this.#sumX += point[0]
    this.#least = Math.min(this.#least, point[1])
  }

  /** Under the middle of all that is placed. */
  below(): Point {
    return this.#count === 0 ? [0, 0] : [this.#sumX / this.#count, this.#least - spacing]
  }

  /** The nearest place to a point where a node stands clear of the others. */
  nearestFree([x, y]: Point): Point {
    // The sunflower's spiral visits the plane evenly, nearest first. Of its seeds some four are too near to a given point,
    // never nine: past that many the points are no places of a plane, and there is nothing to search for.
    const most = 9 * (this.#count + 1)
    const middle = `${x} ${y}`
    for (let step = this.#taken.get(middle) ?? 0; step < most; step++) {
      const radius = (clear / 2) * Math.sqrt(step)
      const angle = step * 2.399963229728653
      const candidate: Point = [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
      if (!this.#isFree(candidate)) continue
      this.#taken.set(middle, step)
      return candidate
    }
    throw new RangeError(`No room beside ${x}, ${y} among ${this.#count} points.`)
  }

  #isFree([x, y]: Point): boolean {
    for (const dx of [-clear, 0, clear]) {
      for (const dy of [-clear, 0, clear]) {
        const held = this.#squares.get(squareOf([x + dx, y + dy]))
        if (held?.some((point) => Math.hypot(point[0] - x, point[1] - y) < clear)) return false
      }
    }
    return true
  }
}

function squareOf([x, y]: Point): string {
  return `${Math.floor(x / clear)} ${Math.floor(y / clear)}`
}

function middleOf(points: Points): Point {
  const sum = points.reduce<Point>(([x, y], point) => [x + point[0], y + point[1]], [0, 0])
  return [sum[0] / points.length, sum[1] / points.length]
}
