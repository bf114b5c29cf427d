import { actorKey, spaceKey } from '#drawing/scene.ts'
import { type Focus, pathBetween, within } from '../view/focus.ts'
import { type LegendEntry, standFor } from '../view/legend-entry.ts'
import { type Selected, tieEnds } from '../view/place.ts'
import type { View } from '../view/view.ts'
import type { Spotlight } from './stage.ts'

/** The node of what is selected: a space that is one of the actors is that actor. */
export function nodeOf(selected: Selected | null, { twoMode }: View): string | null {
  if (!selected) return null
  if (selected.noun === 'tie' || selected.noun === 'legend') return null
  if (selected.noun === 'actor') return actorKey(selected.id)
  const host = twoMode.hosts[twoMode.spaces.indexOf(selected.id)]
  const actor = host == null ? undefined : twoMode.actors[host]
  return actor === undefined ? spaceKey(selected.id) : actorKey(actor)
}

/** What a node stands for. */
export function selectionOf(key: string | null): Selected | null {
  if (key === null) return null
  const at = key.indexOf(':')
  const noun = key.slice(0, at)
  return { noun: noun === 'actor' || noun === 'tie' ? noun : 'space', id: key.slice(at + 1) }
}

/** Who meets in the selected space, on a map of actors alone, where the space itself is not drawn. */
export function gatheringOf(space: string | null, { appearance, network, twoMode }: View): Spotlight | null {
  if (appearance.spaces || space === null) return null
  const index = twoMode.spaces.indexOf(space)
  const nodes = twoMode.edges.filter(({ to }) => to === index).map(({ from }) => actorKey(twoMode.actors[from] ?? ''))
  if (nodes.length === 0) return null
  const ties = network.edges
    .filter((edge) => edge.spaces.includes(space))
    .map(({ from, to }) => [actorKey(network.actors[from] ?? ''), actorKey(network.actors[to] ?? '')] as const)
  return { nodes, ties, proposed: [] }
}

/** What is between the two actors of a selected tie. */
export function tieSpotlight(selected: Selected | null): Spotlight | null {
  const ends = selected?.noun === 'tie' ? tieEnds(selected) : null
  if (!ends) return null
  const [from, to] = [actorKey(ends[0]), actorKey(ends[1])]
  return { nodes: [from, to], ties: [[from, to]], proposed: [] }
}

/** What a line of the legend stands for; null: nothing of it is on the map. */
export function entrySpotlight(entry: LegendEntry, view: View): Spotlight | null {
  const { nodes, edges } = standFor(view, entry)
  const shown = new Set(view.shown)
  const keyOf = (node: number) => actorKey(view.network.actors[node] ?? '')
  const lit = nodes.filter((node) => shown.has(node)).map(keyOf)
  if (lit.length === 0) return null
  return { nodes: lit, ties: edges.map(({ from, to }) => [keyOf(from), keyOf(to)] as const), proposed: [] }
}

/** Actors that are chosen together, lit up alone and framed; null: none of them is on the map. */
export function chosenSpotlight(chosen: readonly string[], { network, shown }: View): Spotlight | null {
  const wanted = new Set(chosen)
  const nodes = new Set(shown.filter((node) => wanted.has(network.actors[node] ?? '')))
  if (nodes.size === 0) return null
  const keyOf = (node: number) => actorKey(network.actors[node] ?? '')
  const ties = network.edges
    .filter(({ from, to }) => nodes.has(from) && nodes.has(to))
    .map(({ from, to }) => [keyOf(from), keyOf(to)] as const)
  return { nodes: [...nodes].map(keyOf), ties, proposed: [], holds: true, frames: true }
}

/** Whom one looks at around the selected actor: those within some steps, or along the path to another. */
export function focusSpotlight(selected: Selected | null, { steps, path }: Focus, view: View): Spotlight | null {
  if (selected?.noun !== 'actor') return null
  const { network } = view
  if (path !== null) {
    const ids = pathBetween(view, selected.id, path)
    if (ids === null) return null
    const keys = ids.map(actorKey)
    return { nodes: keys, ties: keys.slice(1).map((key, i) => [keys[i] ?? '', key]), proposed: [], holds: true }
  }
  if (steps === null) return null
  const near = new Set(within(view, selected.id, steps))
  if (near.size === 0) return null
  const ties = network.edges.flatMap(({ from, to }) => {
    const [a, b] = [network.actors[from] ?? '', network.actors[to] ?? '']
    return near.has(a) && near.has(b) ? [[actorKey(a), actorKey(b)] as const] : []
  })
  return { nodes: [...near].map(actorKey), ties, proposed: [], holds: true }
}
