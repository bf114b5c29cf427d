import type { Arranged, Layout } from '../layout/arrangement.ts'
import type { Edge } from '../layout/drawing.ts'
import { pointOf } from '../layout/places.ts'
import type { Positions } from '../layout/positions.ts'
import type { NetworkWire } from '../wire/network.ts'
import type { Categories } from './categories.ts'
import type { Ground } from './ground.ts'
import { actorKey } from './scene.ts'

/** How a network is to be laid out. */
export interface Arranging {
  readonly layout: Layout
  /** Whom the rings of distance are drawn around; null, or not of the network: the actor with most partners. */
  readonly around: string | null
  readonly network: NetworkWire
  readonly categories: Categories
  /** Core number of each node, where the layout asks for it and it is defined. */
  readonly cores: readonly (number | null)[] | null
}

/** What the layouts of a network are made of. `positions`: the free map; `coordinates`: where actors are on the ground, which the geographic one asks for. */
export function arrangedOf(
  arranging: Arranging,
  ground: Ground,
  positions: Positions,
  coordinates: Arranged['coordinates'] = new Map(),
): Arranged {
  const placed = ground.drawing.nodes.map((key) => pointOf(key, positions))
  // Rings are those of one network: who is not of it has none.
  const { layout, network, categories } = arranging
  const inNetwork = layout === 'core' || layout === 'distance' ? new Set(network.actors.map(actorKey)) : null
  const kept = [...ground.drawing.nodes.keys()].filter(
    (node) => placed[node] !== undefined && (inNetwork?.has(ground.drawing.nodes[node] ?? '') ?? true),
  )
  const at = new Map(kept.map((node, i) => [node, i]))
  const nodes = kept.map((node) => ground.drawing.nodes[node] ?? '')
  return {
    drawing: {
      nodes,
      edges: ground.drawing.edges.flatMap(([u, v]): Edge[] => {
        const [a, b] = [at.get(u), at.get(v)]
        return a === undefined || b === undefined ? [] : [[a, b]]
      }),
    },
    points: kept.map((node) => placed[node] ?? [0, 0]),
    groups: new Map(
      nodes.flatMap((key) =>
        key.startsWith('actor:') ? [[key, categories.categoryOf(key.slice('actor:'.length)).id]] : [],
      ),
    ),
    apart: ground.apart,
    ringsOf: layout === 'distance' ? 'distance' : 'core',
    rings: ringsOf(arranging),
    memberships: ground.memberships,
    coordinates,
  }
}

/** Whom rings of distance are drawn around; null: nobody is there. */
export function centreOf({ network, around }: Pick<Arranging, 'network' | 'around'>): string | null {
  if (around !== null && network.actors.includes(around)) return around
  const partners = neighborsIn(network).map((of) => new Set(of).size)
  const most = partners.reduce((best, count, node) => (count > (partners[best] ?? 0) ? node : best), 0)
  return network.actors[most] ?? null
}

/** The largest core number; 0: none is defined. */
export function innermostCore({ cores }: Pick<Arranging, 'cores'>): number {
  return Math.max(0, ...(cores ?? []).map((core) => core ?? 0))
}

function ringsOf(arranging: Arranging): Map<string, number> {
  const { layout, network, cores } = arranging
  if (layout === 'core') {
    const most = innermostCore(arranging)
    return new Map(
      network.actors.flatMap((id, node) => {
        const core = cores?.[node]
        return core ? [[actorKey(id), most - core]] : []
      }),
    )
  }
  const centre = layout === 'distance' ? centreOf(arranging) : null
  if (centre === null) return new Map()
  return new Map([...stepsFrom(network, centre)].map(([id, distance]) => [actorKey(id), distance]))
}

/** How many steps, along ties of the network taken both ways, lead from an actor to those it reaches; 0: itself. */
export function stepsFrom(network: NetworkWire, actor: string): Map<string, number> {
  const start = network.actors.indexOf(actor)
  if (start < 0) return new Map()
  const neighbors = neighborsIn(network)
  const steps = new Map([[start, 0]])
  for (const [node, distance] of steps) {
    for (const next of neighbors[node] ?? []) if (!steps.has(next)) steps.set(next, distance + 1)
  }
  return new Map([...steps].map(([node, distance]) => [network.actors[node] ?? '', distance]))
}

function neighborsIn({ actors, edges }: NetworkWire): number[][] {
  const neighbors: number[][] = actors.map(() => [])
  for (const { from, to } of edges) {
    neighbors[from]?.push(to)
    neighbors[to]?.push(from)
  }
  return neighbors
}
