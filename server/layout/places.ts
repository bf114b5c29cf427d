import type { NetworkWire, TwoModeWire } from '../wire/network.ts'
import type { Drawing, Edge, Point, Points } from './drawing.ts'
import { withNewcomers } from './newcomers.ts'
import type { Positions } from './positions.ts'

/** The two networks of one perimeter, which are drawn as one: what stands near what is the same in both views. */
export interface Networks {
  readonly network: NetworkWire
  readonly twoMode: TwoModeWire
}

/** The positions of a territory nobody has drawn yet. `layOut`: `drawMap`, where it takes nobody's time. */
export async function drawnPositions(
  networks: Networks,
  layOut: (drawing: Drawing) => Promise<Points> | Points,
): Promise<Positions> {
  const drawing = drawingOf(networks)
  return positionsOf(drawing, await layOut(drawing))
}

/**
 * Positions for what stands nowhere yet, placed near its neighbours; null when everything has its place. Those that
 * exist stay as they are.
 */
export function newcomersOf(networks: Networks, positions: Positions): Positions | null {
  const drawing = drawingOf(networks)
  const known = drawing.nodes.map((key) => pointOf(key, positions))
  if (known.every((point) => point !== undefined)) return null
  const points = withNewcomers(drawing, known)
  const isNew = (_: unknown, node: number) => known[node] === undefined
  return positionsOf({ nodes: drawing.nodes.filter(isNew), edges: [] }, points.filter(isNew))
}

const actorPrefix = 'actor:'
const spacePrefix = 'space:'

/** Actors, and those spaces that are not themselves one of the actors. */
function drawingOf({ network, twoMode }: Networks): Drawing {
  const ownSpaces = twoMode.spaces.filter((_, index) => twoMode.hosts[index] === null)
  const nodes = [...network.actors.map((id) => actorPrefix + id), ...ownSpaces.map((id) => spacePrefix + id)]
  const numberOf = new Map(nodes.map((key, node) => [key, node]))
  const edges = new Map<string, Edge>()
  const join = (a: string, b: string) => {
    const u = numberOf.get(a)
    const v = numberOf.get(b)
    if (u !== undefined && v !== undefined && u !== v) edges.set(`${Math.min(u, v)} ${Math.max(u, v)}`, [u, v])
  }
  for (const { from, to } of network.edges) join(actorPrefix + network.actors[from], actorPrefix + network.actors[to])
  for (const { from, to } of twoMode.edges) {
    const host = twoMode.hosts[to]
    const space = host == null ? spacePrefix + twoMode.spaces[to] : actorPrefix + twoMode.actors[host]
    join(actorPrefix + twoMode.actors[from], space)
  }
  return { nodes, edges: [...edges.values()] }
}

export function pointOf(key: string, positions: Positions): Point | undefined {
  if (key.startsWith(actorPrefix)) return positions.actors.get(key.slice(actorPrefix.length))
  return positions.spaces.get(key.slice(spacePrefix.length))
}

function positionsOf({ nodes }: Drawing, points: Points): Positions {
  return positionsFromKeys(nodes.map((key, node) => [key, points[node] ?? [0, 0]]))
}

/** Positions of keyed points. */
export function positionsFromKeys(points: Iterable<readonly [key: string, point: Point]>): Positions {
  const actors = new Map<string, Point>()
  const spaces = new Map<string, Point>()
  for (const [key, [x, y]] of points) {
    const rounded: Point = [Math.round(x * 100) / 100, Math.round(y * 100) / 100]
    if (key.startsWith(actorPrefix)) actors.set(key.slice(actorPrefix.length), rounded)
    else spaces.set(key.slice(spacePrefix.length), rounded)
  }
  return { actors, spaces }
}
