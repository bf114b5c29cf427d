import type { Area, Arranged, Arrangement } from './arrangement.ts'
import type { Edge, Point, Points } from './drawing.ts'
import { spacing } from './drawing.ts'
import { hullOf } from './hull.ts'
import { forced, scaled, withoutOverlap } from './layout.ts'

interface Group {
  readonly id: string
  readonly nodes: readonly number[]
  /** Around its middle. */
  points: Points
  readonly radius: number
  middle: Point
}

/**
 * The free map with its groups pulled apart: each is laid out by its own ties, stands in the direction it had, clear of the others, and is turned
 * so that ties between groups are short. Spaces stand in the middle of those who take part. Groups are those that stand on the free map, not aside.
 */
export function pulledApart({ drawing, points, groups, apart }: Arranged): Arrangement {
  const aside = new Set(apart.flat())
  const groupOf = drawing.nodes.map((key) => (aside.has(key) ? undefined : groups.get(key)))
  const members = Map.groupBy(drawing.nodes.keys(), (node) => groupOf[node])
  const list = [...members].flatMap(([id, nodes]) => (id === undefined ? [] : [groupFrom(id, nodes, drawing, points)]))
  list.sort((a, b) => b.nodes.length - a.nodes.length || (a.id < b.id ? -1 : 1))
  spread(list)
  const placed = new Map<number, Point>()
  const put = ({ nodes, points: own, middle }: Group) => {
    nodes.forEach((node, i) => {
      placed.set(node, [middle[0] + own[i]![0], middle[1] + own[i]![1]])
    })
  }
  list.forEach(put)
  const outgoing = list.map(({ nodes }) => {
    const inside = new Map(nodes.map((node, i) => [node, i]))
    return drawing.edges.flatMap(([u, v]): Edge[] => {
      const [a, b] = [inside.get(u), inside.get(v)]
      if (a !== undefined && b === undefined && groupOf[v] !== undefined) return [[a, v]]
      return b !== undefined && a === undefined && groupOf[u] !== undefined ? [[b, u]] : []
    })
  })
  for (let sweep = 0; sweep < 2; sweep++) {
    list.forEach((group, i) => {
      group.points = turned(group, outgoing[i] ?? [], placed)
      put(group)
    })
  }
  const areas = list.map(({ id, nodes }): Area => {
    const at = new Map(nodes.map((node) => [drawing.nodes[node]!, placed.get(node)!]))
    return groupArea(id, [...at.keys()], (key) => at.get(key)!)
  })
  return { points: withRest(drawing, points, placed), areas }
}

/** The line around a group, its name along the top. */
export function groupArea(of: string, members: readonly string[], pointOf: (key: string) => Point): Area {
  const outline = hullOf(members.map(pointOf))
  const high = Math.max(...outline.map(([, y]) => y))
  const top = outline.filter(([, y]) => y > high - 1)
  const name: Point = [(Math.min(...top.map(([x]) => x)) + Math.max(...top.map(([x]) => x))) / 2, high]
  return { kind: 'group', of, outline, name, members }
}

function groupFrom(id: string, nodes: readonly number[], drawing: Arranged['drawing'], points: Points): Group {
  const sorted = [...nodes].sort((a, b) => (drawing.nodes[a]! < drawing.nodes[b]! ? -1 : 1))
  const middle = middleOf(sorted.map((node) => points[node]!))
  const own = laidOut(sorted, drawing.edges, points)
  return {
    id,
    nodes: sorted,
    points: own,
    // Room for its name, too.
    radius: Math.max(spacing * 1.2, ...own.map(([x, y]) => Math.hypot(x, y))) + spacing * 1.1,
    middle,
  }
}

/** The members of a group around 0, 0. */
function laidOut(nodes: readonly number[], edges: readonly Edge[], points: Points): Points {
  if (nodes.length === 1) return [[0, 0]]
  const place = new Map(nodes.map((node, i) => [node, i]))
  const within = edges.flatMap(([u, v]): Edge[] => {
    const [a, b] = [place.get(u), place.get(v)]
    return a === undefined || b === undefined ? [] : [a < b ? [a, b] : [b, a]]
  })
  within.sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const middle = middleOf(nodes.map((node) => points[node]!))
  const starts = nodes.map((node): Point => [points[node]![0] - middle[0], points[node]![1] - middle[1]])
  const reach = Math.max(1, ...starts.map(([x, y]) => Math.hypot(x, y)))
  const near = starts.map(([x, y]): Point => [(x / reach) * spacing, (y / reach) * spacing])
  const apart = withoutOverlap(sized(forced(near, within), within))
  const center = middleOf(apart)
  return apart.map(([x, y]) => [x - center[0], y - center[1]])
}

/** Within its group a node asks for a little more room than on the open map, whose names stand outside as well. */
function sized(points: Points, edges: readonly Edge[]): Points {
  return scaled(points, edges.length > 0 ? edges : [[0, 1]]).map(([x, y]) => [x * 1.15, y * 1.15])
}

/** Middles moved until no two groups meet, each as near to the others as it can stand. */
function spread(groups: readonly Group[]): void {
  const [cx, cy] = middleOf(groups.map(({ middle }) => middle))
  for (const group of groups) group.middle = [(group.middle[0] - cx) * 2, group.middle[1] - cy]
  for (let step = 0; step < 600; step++) {
    // At last they are only pushed.
    const pull = step < 450 ? 0.02 : 0
    // Screens are wider than high: harder downwards and upwards than to the sides.
    for (const group of groups) group.middle = [group.middle[0] * (1 - pull), group.middle[1] * (1 - pull * 2)]
    groups.forEach((a, i) => {
      for (const [j, b] of groups.entries()) {
        if (j <= i) continue
        const [dx, dy] = [b.middle[0] - a.middle[0], b.middle[1] - a.middle[1]]
        const distance = Math.hypot(dx, dy)
        const need = a.radius + b.radius
        if (distance >= need) continue
        // Two in one place part along an angle of their own.
        const angle = distance > 1e-6 ? Math.atan2(dy, dx) : i * 2.4 + j
        const [ux, uy] = [Math.cos(angle), Math.sin(angle)]
        const share = (need - distance) / (a.radius ** 2 + b.radius ** 2)
        const [forA, forB] = [share * b.radius ** 2, share * a.radius ** 2]
        a.middle = [a.middle[0] - ux * forA, a.middle[1] - uy * forA]
        b.middle = [b.middle[0] + ux * forB, b.middle[1] + uy * forB]
      }
    })
  }
}

const turns = 36

/** A group turned, or turned over, so that its ties to others are as short as they get. `outgoing`: own index, node of another group. */
function turned({ points, middle }: Group, outgoing: readonly Edge[], placed: ReadonlyMap<number, Point>): Points {
  if (outgoing.length === 0 || points.length === 1) return points
  let best = points
  let least = Infinity
  for (let turn = 0; turn < turns; turn++) {
    const [cos, sin] = [Math.cos((turn * 2 * Math.PI) / turns), Math.sin((turn * 2 * Math.PI) / turns)]
    for (const side of [1, -1]) {
      const tried = points.map(([x, y]): Point => [x * cos - y * side * sin, x * sin + y * side * cos])
      const length = outgoing.reduce((sum, [own, other]) => {
        const [x, y] = placed.get(other)!
        return sum + Math.hypot(middle[0] + tried[own]![0] - x, middle[1] + tried[own]![1] - y)
      }, 0)
      if (length < least - 1e-6) {
        least = length
        best = tried
      }
    }
  }
  return best
}

/** Spaces, which are of no group, in the middle of those who take part; the rest where it was. */
function withRest({ nodes, edges }: Arranged['drawing'], free: Points, placed: ReadonlyMap<number, Point>) {
  const around = new Map<number, Point[]>()
  for (const [u, v] of edges) {
    for (const [node, other] of [
      [u, v],
      [v, u],
    ] as const) {
      const point = placed.get(other)
      if (!placed.has(node) && point) around.set(node, [...(around.get(node) ?? []), point])
    }
  }
  return new Map(
    nodes.map((key, node) => [key, placed.get(node) ?? middleOf(around.get(node) ?? [free[node] ?? [0, 0]])]),
  )
}

function middleOf(points: Points): Point {
  const sum = points.reduce<Point>(([x, y], point) => [x + point[0], y + point[1]], [0, 0])
  return [sum[0] / Math.max(1, points.length), sum[1] / Math.max(1, points.length)]
}
