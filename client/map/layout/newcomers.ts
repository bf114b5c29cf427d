import { type Drawing, type Point, type Points, spacing } from './drawing.ts'

/**
 * Places for the nodes that have none, without moving those that have: each beside the middle of its neighbours, those
 * with most placed neighbours first; nodes without any below the map.
 */
export function withNewcomers(drawing: Drawing, known: readonly (Point | undefined)[]): Points {
  const points = [...known]
  const neighbors: number[][] = drawing.nodes.map(() => [])
  for (const [u, v] of drawing.edges) {
    neighbors[u]!.push(v)
    neighbors[v]!.push(u)
  }
  const placedNeighbors = (node: number) =>
    neighbors[node]!.map((next) => points[next]).filter((point) => point !== undefined)
  const waiting = new Set(drawing.nodes.flatMap((_, node) => (points[node] ? [] : [node])))
  while (waiting.size > 0) {
    let next = -1
    let most = -1
    for (const node of waiting) {
      const count = placedNeighbors(node).length
      if (count > most || (count === most && drawing.nodes[node]! < drawing.nodes[next]!)) {
        next = node
        most = count
      }
    }
    const around = placedNeighbors(next)
    const placed = points.filter((point) => point !== undefined)
    points[next] = nearestFree(placed, around.length > 0 ? middleOf(around) : below(placed))
    waiting.delete(next)
  }
  return points.map((point) => point ?? [0, 0])
}

/** The nearest place to a point where a node stands clear of the others. */
function nearestFree(points: Points, [x, y]: Point): Point {
  const clear = spacing * 0.6
  for (let step = 0; ; step++) {
    // The sunflower's spiral visits the plane evenly, nearest first.
    const radius = (clear / 2) * Math.sqrt(step)
    const angle = step * 2.399963229728653
    const candidate: Point = [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
    if (points.every((point) => Math.hypot(point[0] - candidate[0], point[1] - candidate[1]) >= clear)) return candidate
  }
}

function middleOf(points: Points): Point {
  const sum = points.reduce<Point>(([x, y], point) => [x + point[0], y + point[1]], [0, 0])
  return [sum[0] / points.length, sum[1] / points.length]
}

function below(points: Points): Point {
  if (points.length === 0) return [0, 0]
  return [middleOf(points)[0], Math.min(...points.map(([, y]) => y)) - spacing]
}
