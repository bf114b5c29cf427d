import type { View } from './view.ts'

/** What is looked at closely around the selected actor. */
export interface Focus {
  /** Actors so many steps away at most; null: partners alone. */
  readonly steps: number | null
  /** The other end of a path; null: none. */
  readonly path: string | null
}

type Shown = Pick<View, 'network' | 'shown'>

/** Actors at most so many steps from one, itself included, the nearest first, along ties taken both ways between actors that are shown. */
export function within(view: Shown, actor: string, steps: number): string[] {
  return [...searchFrom(view, actor)].filter(([, { distance }]) => distance <= steps).map(([id]) => id)
}

/** A shortest path between two actors that are shown, both included; null: none leads there. Of several the one through the first actors of the network. */
export function pathBetween(view: Shown, from: string, to: string): string[] | null {
  const found = searchFrom(view, from)
  if (!found.has(to)) return null
  const path: string[] = []
  for (let at: string | null = to; at !== null; at = found.get(at)?.before ?? null) path.push(at)
  return path.reverse()
}

function searchFrom({ network, shown }: Shown, actor: string) {
  const isShown = new Set(shown)
  const neighbors: number[][] = network.actors.map(() => [])
  for (const { from, to } of network.edges) {
    if (!isShown.has(from) || !isShown.has(to)) continue
    neighbors[from]?.push(to)
    neighbors[to]?.push(from)
  }
  const found = new Map<string, { readonly distance: number; readonly before: string | null }>()
  if (!isShown.has(network.actors.indexOf(actor))) return found
  found.set(actor, { distance: 0, before: null })
  for (const [id, { distance }] of found) {
    const node = network.actors.indexOf(id)
    for (const next of (neighbors[node] ?? []).sort((a, b) => a - b)) {
      const reached = network.actors[next] ?? ''
      if (!found.has(reached)) found.set(reached, { distance: distance + 1, before: id })
    }
  }
  return found
}
