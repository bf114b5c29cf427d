import graphology from 'graphology'
import forceAtlas2Package from 'graphology-layout-forceatlas2'
import noverlapPackage from 'graphology-layout-noverlap'
import { components } from './components.ts'
import { type Drawing, type Edge, isPlace, type Point, type Points, spacing } from './drawing.ts'
import { packed } from './packing.ts'

// Node takes the whole of a CommonJS package for its default export, bundlers the one that its types describe.
type Default<Package> = Package extends { default: infer D } ? D : Package
const Graph = graphology as unknown as Default<typeof graphology>
const forceAtlas2 = forceAtlas2Package as unknown as Default<typeof forceAtlas2Package>
const noverlap = noverlapPackage as unknown as Default<typeof noverlapPackage>

/**
 * Where the nodes of a drawing stand: the same drawing gives the same points, whatever the order of its nodes.
 *
 * Each connected part is laid by ForceAtlas2 (Jacomy et al. 2014, https://doi.org/10.1371/journal.pone.0098679) from a
 * start drawn from the ids, turned so that it lies wide, kept from overlapping; then the parts are packed around the
 * largest, so that actors without ties stand near and do not fly off.
 */
export function drawMap(drawing: Drawing): Points {
  const order = drawing.nodes.map((_, node) => node).sort((a, b) => compare(drawing.nodes[a]!, drawing.nodes[b]!))
  const parts = components(drawing, order).map((nodes) => {
    const edges = edgesWithin(drawing, nodes)
    return {
      nodes,
      edges,
      points: partPoints(
        nodes.map((node) => drawing.nodes[node]!),
        edges,
      ),
    }
  })
  const points: Point[] = drawing.nodes.map(() => [0, 0])
  packed(parts).forEach((placed, part) => {
    parts[part]!.nodes.forEach((node, i) => {
      points[node] = placed[i]!
    })
  })
  return points
}

function partPoints(ids: readonly string[], edges: readonly Edge[]): Points {
  if (ids.length === 1) return [[0, 0]]
  if (ids.length === 2) {
    return [
      [-spacing / 2, 0],
      [spacing / 2, 0],
    ]
  }
  const points = scaled(laidWide(forced(ids.map(startOf), edges)), edges)
  // Forces that ran away leave nodes where they started.
  return withoutOverlap(points.every(isPlace) ? points : ids.map(startOf))
}

/** Where forces bring nodes that stand at `starts`. */
export function forced(starts: Points, edges: readonly Edge[]): Points {
  const graph = new Graph({ type: 'undirected' })
  for (const [node, [x, y]] of starts.entries()) graph.addNode(node, { x, y })
  for (const [u, v] of edges) graph.mergeEdge(u, v)
  const n = starts.length
  const positions = forceAtlas2(graph, {
    iterations: n <= 500 ? 600 : n <= 5_000 ? 300 : 100,
    // Exact repulsion is quadratic: from some 500 nodes on the tree is several times faster and as good.
    settings: { ...forceAtlas2.inferSettings(n), barnesHutOptimize: n > 500, barnesHutTheta: 1.2, gravity: 0.5 },
  })
  return starts.map((_, node) => [positions[String(node)]!.x!, positions[String(node)]!.y!])
}

/** A point of the disc that depends on the id alone (FNV-1a, then the sunflower's angle). */
function startOf(id: string): Point {
  let hash = 0x811c9dc5
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b)
  hash = (hash ^ (hash >>> 16)) >>> 0
  const angle = ((hash & 0xffff) / 0x10000) * 2 * Math.PI
  const radius = Math.sqrt(((hash >>> 16) + 1) / 0x10000) * spacing
  return [radius * Math.cos(angle), radius * Math.sin(angle)]
}

/** Turned so that the long axis is horizontal, as screens are. */
function laidWide(points: Points): Points {
  const cx = mean(points.map(([x]) => x))
  const cy = mean(points.map(([, y]) => y))
  let xx = 0
  let xy = 0
  let yy = 0
  for (const [x, y] of points) {
    xx += (x - cx) ** 2
    xy += (x - cx) * (y - cy)
    yy += (y - cy) ** 2
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  return points.map(([x, y]) => [(x - cx) * cos + (y - cy) * sin, (y - cy) * cos - (x - cx) * sin])
}

/** Scaled so that a typical edge is `spacing` long and nodes have room on average. */
export function scaled(points: Points, edges: readonly Edge[]): Points {
  const lengths = edges.map(([u, v]) => Math.hypot(points[u]![0] - points[v]![0], points[u]![1] - points[v]![1]))
  lengths.sort((a, b) => a - b)
  const typical = lengths[lengths.length >> 1] || 1
  const width = extent(points.map(([x]) => x))
  const height = extent(points.map(([, y]) => y))
  // Nodes in a row ask for a row, not for the plane.
  const area = Math.max(width * height, Math.max(width, height) ** 2 / 4) || 1
  const byEdges = spacing / typical
  const byRoom = Math.sqrt((points.length * spacing * spacing * 0.9) / area)
  const factor = Math.max(byEdges, byRoom)
  return points.map(([x, y]) => [x * factor, y * factor])
}

/** Moved as little as it takes for every node to stand clear, with room for a name on a map of so many. */
export function withoutOverlap(points: Points): Points {
  const graph = new Graph()
  // Room for a name while names have room at all; on a large map groups that stand out are worth more.
  const room = spacing * 0.3 * Math.min(1, Math.sqrt(120 / points.length))
  // Names are wider than high: room is asked for in a plane squeezed sideways.
  points.forEach(([x, y], node) => {
    graph.addNode(node, { x: x / 1.4, y, size: room })
  })
  const apart = noverlap(graph, { maxIterations: 300, settings: { margin: room / 5, ratio: 1, expansion: 1.05 } })
  return points.map((_, node) => [apart[String(node)]!.x! * 1.4, apart[String(node)]!.y!])
}

function edgesWithin(drawing: Drawing, nodes: readonly number[]): Edge[] {
  const place = new Map(nodes.map((node, i) => [node, i]))
  const edges: Edge[] = []
  for (const [u, v] of drawing.edges) {
    const a = place.get(u)
    const b = place.get(v)
    if (a !== undefined && b !== undefined) edges.push(a < b ? [a, b] : [b, a])
  }
  return edges.sort((a, b) => a[0] - b[0] || a[1] - b[1])
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function extent(values: readonly number[]): number {
  let low = Infinity
  let high = -Infinity
  for (const value of values) {
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  return high - low
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
