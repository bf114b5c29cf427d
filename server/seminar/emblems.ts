import { introducerOf } from '../diagnosis/what-if.ts'
import { campaignOf } from '../domain/campaign.ts'
import { foldedWords } from '../domain/folding.ts'
import { compareText } from '../domain/perimeter.ts'
import type { Territory } from '../domain/territory.ts'
import { sharedAttachments } from './attachments.ts'
import { elsewhereAmong, type KnownTies, partnersOf } from './known-ties.ts'

/** An emblem as a whole seminar named it. */
export interface Emblem {
  /** The spelling most used, then the first in the order of words. */
  readonly emblem: string
  /** Who named it, in the order of ids, whether or not ties are known of them. */
  readonly actors: readonly string[]
}

/** Two actors attached to the same emblems whom no known tie joins: the first conversations one could arrange. */
export interface FirstConversation {
  readonly between: readonly [string, string]
  /** What they share, the rarest first, with how many named it. */
  readonly emblems: readonly { readonly emblem: string; readonly named: number }[]
  /** See `sharedAttachments`. */
  readonly affinity: number
  readonly crossesSpheres: boolean
  /** The common partner with fewest other ties; null: none. */
  readonly introducer: string | null
}

export interface EmblemsRead {
  /** The most named first, then in the order of words. */
  readonly emblems: readonly Emblem[]
  readonly conversations: readonly FirstConversation[]
  /** Pairs that share an emblem, and of them those with a tie already. */
  readonly pairs: number
  readonly tied: number
  /** Actors of whom no tie could be looked up: the perimeter leaves them out. */
  readonly unplaced: readonly string[]
  /** Actors the wave does not speak of: nothing is known of their ties. */
  readonly elsewhere: readonly string[]
}

/** The emblems named at a seminar or another of its campaign, and who could speak of them together. Two spellings are one emblem when they fold to the same words. */
export function emblemsOf(territory: Territory, seminar: string, known: KnownTies): EmblemsRead {
  const { actors, nodeOf, graph } = known
  const sharing = new Set(campaignOf(territory, seminar).map(({ id }) => id))
  const here = [...territory.attachments.values()].filter((one) => sharing.has(one.seminar))
  const spelled = Map.groupBy(here, ({ emblem }) => foldedWords(emblem) || emblem)
  const emblems = new Map<string, Emblem>()
  for (const [key, named] of spelled) {
    const spellings = Map.groupBy(named, ({ emblem }) => emblem)
    const [first = key] = [...spellings.keys()].sort(
      (a, b) => (spellings.get(b)?.length ?? 0) - (spellings.get(a)?.length ?? 0) || compareText(a, b),
    )
    const who = [...new Set(named.map(({ actor }) => actor))].sort(compareText)
    emblems.set(key, { emblem: first, actors: who })
  }
  const placed = here.filter(({ actor }) => nodeOf.has(actor))
  const shared = sharedAttachments(
    graph,
    placed.map(({ actor, emblem }) => ({ actor: nodeOf.get(actor)!, emblem: foldedWords(emblem) || emblem })),
  )
  const idOf = (node: number) => actors[node]!.id
  const { pairs, tied } = pairsSharing(known, [...emblems.values()])
  return {
    emblems: [...emblems.values()].sort(
      (a, b) => b.actors.length - a.actors.length || compareText(foldedWords(a.emblem), foldedWords(b.emblem)),
    ),
    conversations: shared.map(({ between: [u, v], emblems: keys, affinity }) => {
      const introducer = introducerOf(graph, u, v)
      return {
        between: [idOf(u), idOf(v)],
        emblems: keys
          .map((key) => ({
            emblem: emblems.get(key)?.emblem ?? key,
            named: emblems.get(key)?.actors.length ?? 0,
          }))
          .sort((a, b) => a.named - b.named || compareText(a.emblem, b.emblem)),
        affinity,
        crossesSpheres: actors[u]!.sphere !== actors[v]!.sphere,
        introducer: introducer < 0 ? null : idOf(introducer),
      }
    }),
    pairs,
    tied,
    unplaced: [...new Set(here.map(({ actor }) => actor))].filter((actor) => !nodeOf.has(actor)).sort(compareText),
    elsewhere: elsewhereAmong(
      known,
      here.map(({ actor }) => actor),
    ).sort(compareText),
  }
}

function pairsSharing({ graph, nodeOf }: KnownTies, emblems: readonly Emblem[]): { pairs: number; tied: number } {
  const seen = new Set<number>()
  let tied = 0
  for (const { actors } of emblems) {
    const nodes = actors.flatMap((actor) => nodeOf.get(actor) ?? []).sort((a, b) => a - b)
    nodes.forEach((u, i) => {
      for (const v of nodes.slice(i + 1)) {
        const pair = u * graph.nodeCount + v
        if (seen.has(pair)) continue
        seen.add(pair)
        if (partnersOf(graph, u).includes(v)) tied++
      }
    })
  }
  return { pairs: seen.size, tied }
}
