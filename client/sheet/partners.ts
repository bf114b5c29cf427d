import type { Tie } from '#domain/territory.ts'
import type { View } from '../view/view.ts'

/** An actor that another is tied to in the perimeter, and everything that says so. */
export interface Partner {
  readonly actor: string
  readonly ties: readonly Tie[]
  /** Ids of the spaces they share. */
  readonly spaces: readonly string[]
}

/** The partners of a node, each once, those with most evidence first. */
export function partnersOf({ record, network }: View, node: number): Partner[] {
  const partners = new Map<number, { ties: Set<string>; spaces: Set<string> }>()
  for (const edge of network.edges) {
    if (edge.from !== node && edge.to !== node) continue
    const other = edge.from === node ? edge.to : edge.from
    const known = partners.get(other) ?? { ties: new Set(), spaces: new Set() }
    for (const key of edge.ties) known.ties.add(key)
    for (const space of edge.spaces) known.spaces.add(space)
    partners.set(other, known)
  }
  return [...partners]
    .map(([other, { ties, spaces }]) => ({
      actor: network.actors[other] ?? '',
      ties: [...ties].map((key) => record.ties.get(key)).filter((tie) => tie !== undefined),
      spaces: [...spaces],
    }))
    .sort((a, b) => b.ties.length + b.spaces.length - (a.ties.length + a.spaces.length))
}
