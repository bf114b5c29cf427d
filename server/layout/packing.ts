import { type Edge, type Points, spacing } from './drawing.ts'

interface Part {
  readonly points: Points
  readonly edges: readonly Edge[]
}

/** Screens are wider than high: places to the side are as near as places above when this much farther. */
const wideness = 1.7

/** Room is counted in cells half a spacing wide. */
const cell = spacing / 2

/** The points of each part, moved so that no two parts meet: the first in the middle, each next one as near to it as there is room. */
export function packed(parts: readonly Part[]): Points[] {
  const floor = new Floor()
  return parts.map((part) => {
    const [dx, dy] = part.points.length === 1 ? floor.placeSingle() : floor.place(footprintOf(part))
    return part.points.map(([x, y]) => [x + dx, y + dy])
  })
}

type Cell = readonly [column: number, row: number]

/** Cells under the nodes, with room for names, and under the edges of a part. */
function footprintOf({ points, edges }: Part): Cell[] {
  const cells = new Map<number, Cell>()
  const add = (x: number, y: number, reach: number) => {
    const column = Math.round(x / cell)
    const row = Math.round(y / cell)
    for (let i = column - reach; i <= column + reach; i++) {
      for (let j = row - reach; j <= row + reach; j++) cells.set(keyOf(i, j), [i, j])
    }
  }
  for (const [x, y] of points) add(x, y, 1)
  for (const [u, v] of edges) {
    const [ux, uy] = points[u]!
    const [vx, vy] = points[v]!
    const steps = Math.ceil(Math.hypot(vx - ux, vy - uy) / cell)
    for (let s = 1; s < steps; s++) add(ux + ((vx - ux) * s) / steps, uy + ((vy - uy) * s) / steps, 0)
  }
  return [...cells.values()]
}

const single = footprintOf({ points: [[0, 0]], edges: [] })

class Floor {
  readonly #taken = new Set<number>()
  /** Offsets by distance from the middle. */
  #offsets: Cell[] = [[0, 0]]
  #reach = 0
  /** Offsets before this one have no room for a single node. */
  #fullForSingle = 0

  placeSingle(): [number, number] {
    return this.place(single, this.#fullForSingle)
  }

  place(footprint: readonly Cell[], start = 0): [number, number] {
    let i = start
    for (;;) {
      if (i === this.#offsets.length) {
        this.#widen()
        i = 0
      }
      const [column, row] = this.#offsets[i]!
      if (footprint.every(([c, r]) => !this.#taken.has(keyOf(c + column, r + row)))) {
        for (const [c, r] of footprint) this.#taken.add(keyOf(c + column, r + row))
        if (footprint === single) this.#fullForSingle = i
        return [column * cell, row * cell]
      }
      i++
    }
  }

  /** Doubles the square that is searched. */
  #widen(): void {
    this.#reach = Math.max(32, 2 * this.#reach)
    this.#offsets = []
    for (let column = -this.#reach; column <= this.#reach; column++) {
      for (let row = -this.#reach; row <= this.#reach; row++) this.#offsets.push([column, row])
    }
    const distance = ([column, row]: Cell) => Math.hypot(column / wideness, row)
    this.#offsets.sort((a, b) => distance(a) - distance(b) || a[1] - b[1] || a[0] - b[0])
  }
}

function keyOf(column: number, row: number): number {
  return column * 0x100000 + row
}
