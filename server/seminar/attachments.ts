import type { Graph } from '../network/graph.ts'
import { partnersOf } from './known-ties.ts'

/** Who named which emblem of the territory: actors by node. */
export interface Attachment {
  readonly actor: number
  readonly emblem: string
}

/** Two actors attached to the same emblems who have no tie. */
export interface SharedAttachment {
  readonly between: readonly [number, number]
  /** Shared, in the order of words. */
  readonly emblems: readonly string[]
  /** Σ 1 / ln(1 + attached) over the shared: an emblem few are attached to says more than one that everybody names. */
  readonly affinity: number
}

/**
 * Pairs of the two-mode network actors × emblems with an emblem in common and no tie, the most telling first, then the lowest nodes. An actor that names an
 * emblem twice names it once. After L. Adamic, E. Adar (2003), Social Networks 25:211-230, with 1 + attached, so that a pair alone with its emblem has a value.
 */
export function sharedAttachments(graph: Graph, attachments: readonly Attachment[]): SharedAttachment[] {
  const attached = new Map<string, Set<number>>()
  for (const { actor, emblem } of attachments) attached.set(emblem, (attached.get(emblem) ?? new Set()).add(actor))
  const shared = new Map<number, { between: [number, number]; emblems: string[]; affinity: number }>()
  for (const emblem of [...attached.keys()].sort()) {
    const actors = [...(attached.get(emblem) ?? [])].sort((a, b) => a - b)
    actors.forEach((u, i) => {
      const partners = partnersOf(graph, u)
      for (const v of actors.slice(i + 1)) {
        if (partners.includes(v)) continue
        const pair = shared.get(u * graph.nodeCount + v) ?? { between: [u, v], emblems: [], affinity: 0 }
        pair.emblems.push(emblem)
        pair.affinity += 1 / Math.log(1 + actors.length)
        shared.set(u * graph.nodeCount + v, pair)
      }
    })
  }
  return [...shared.values()].sort(
    (a, b) => b.affinity - a.affinity || a.between[0] - b.between[0] || a.between[1] - b.between[1],
  )
}
