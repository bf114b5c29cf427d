import { type KnownTies, partnersOf } from '../known-ties.ts'
import type { Acquaintance } from './request.ts'

/** Which of these actors are tied or have a common partner, whoever that is. Null without any wave: nothing is known of ties. Ids the territory does not know are far from all. */
export function acquaintanceOf(known: KnownTies, actors: Iterable<string>): Acquaintance[] | null {
  if (known.basis === null) return null
  const { graph, nodeOf } = known
  const nodes = [...new Set(actors)].flatMap((id) => nodeOf.get(id) ?? []).sort((a, b) => a - b)
  const found: Acquaintance[] = []
  for (const [i, u] of nodes.entries()) {
    const first = new Set(partnersOf(graph, u))
    const second = new Set([...first].flatMap((partner) => [...partnersOf(graph, partner)]))
    for (const v of nodes.slice(i + 1)) {
      const distance = first.has(v) ? 1 : second.has(v) ? 2 : null
      if (distance !== null) found.push({ actors: [known.actors[u]!.id, known.actors[v]!.id], distance })
    }
  }
  return found
}
