import type { Ground } from '#drawing/ground.ts'
import type { Arranged } from '#layout/arrangement.ts'
import type { Edge } from '#layout/drawing.ts'
import { pointOf } from '#layout/places.ts'
import type { Positions } from '#layout/positions.ts'
import type { View } from './view.ts'

/** What the layouts of a view are made of. */
export function arrangedOf(view: View, ground: Ground, positions: Positions): Arranged {
  const placed = ground.drawing.nodes.map((key) => pointOf(key, positions))
  // Rings are those of one network: who is not of it has none.
  const { layout } = view.appearance
  const inNetwork = layout === 'core' || layout === 'distance' ? new Set(view.network.actors.map(actorKeyOf)) : null
  const kept = [...ground.drawing.nodes.keys()].filter(
    (node) => placed[node] !== undefined && (inNetwork?.has(ground.drawing.nodes[node] ?? '') ?? true),
  )
  const at = new Map(kept.map((node, i) => [node, i]))
  const { categories } = view
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
    rings: ringsOf(view),
    memberships: ground.memberships,
    coordinates: ground.coordinates,
  }
}

function actorKeyOf(id: string): string {
  return `actor:${id}`
}

/** Whom rings of distance are drawn around. */
export function centreOf({ network, degrees, appearance: { around } }: View): string | null {
  if (around !== null && network.actors.includes(around)) return around
  const most = degrees.reduce((best, degree, node) => (degree > (degrees[best] ?? 0) ? node : best), 0)
  return network.actors[most] ?? null
}

function ringsOf(view: View): Map<string, number> {
  const { network, appearance, cores } = view
  if (appearance.layout === 'core') {
    const most = Math.max(0, ...(cores ?? []).map((core) => core ?? 0))
    return new Map(
      network.actors.flatMap((id, node) => {
        const core = cores?.[node]
        return core ? [[`actor:${id}`, most - core]] : []
      }),
    )
  }
  const centre = appearance.layout === 'distance' ? centreOf(view) : null
  if (centre === null) return new Map()
  const steps = stepsFrom(view, centre)
  return new Map([...steps].map(([id, distance]) => [`actor:${id}`, distance]))
}

/** How many steps, along ties of the network taken both ways, lead from an actor to those it reaches; 0: itself. */
export function stepsFrom({ network }: Pick<View, 'network'>, actor: string): Map<string, number> {
  const start = network.actors.indexOf(actor)
  if (start < 0) return new Map()
  const neighbors: number[][] = network.actors.map(() => [])
  for (const { from, to } of network.edges) {
    neighbors[from]?.push(to)
    neighbors[to]?.push(from)
  }
  const steps = new Map([[start, 0]])
  for (const [node, distance] of steps) {
    for (const next of neighbors[node] ?? []) if (!steps.has(next)) steps.set(next, distance + 1)
  }
  return new Map([...steps].map(([node, distance]) => [network.actors[node] ?? '', distance]))
}
