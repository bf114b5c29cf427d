import { graphOf } from '../network/graph.ts'
import type { Tied } from './case.ts'

/** What ties do, each kind of the default vocabulary in one family: a closed group may keep to itself in what it exchanges and not in what it does. */
export const tieFamilies = ['exchange', 'cooperate', 'decide'] as const
export type TieFamily = (typeof tieFamilies)[number]

const kindsOf: Readonly<Record<TieFamily, readonly string[]>> = {
  exchange: ['information', 'trust', 'supply'],
  cooperate: ['cooperation', 'partnership', 'membership'],
  decide: ['funding', 'governance'],
}

/** Kinds that tie without bringing together: whoever commands or fights another is no partner of its partners. They count for who is tied at all, and never for closure. */
const apart: readonly string[] = ['hierarchy', 'conflict', 'conflit']

/** The kinds that closure, opening and null models are made on: all of those given but the ones above, unless nothing else was asked for. */
export function pooledKinds(kinds: readonly string[]): readonly string[] {
  const pooled = kinds.filter((kind) => !apart.includes(kind))
  return pooled.length > 0 ? pooled : kinds
}

/** 1 for the first family, 2 for the second, 4 for the third; 0 for a kind that is in none. */
export function familyBit(kind: string): number {
  const family = tieFamilies.findIndex((name) => kindsOf[name].includes(kind))
  return family < 0 ? 0 : 1 << family
}

/** The ties of one family alone. */
export function ofFamily(tied: Tied, family: TieFamily): Tied {
  const { graph, vouched, families, strength, vertical, silence, vitality, lastContact } = tied
  const bit = 1 << tieFamilies.indexOf(family)
  const kept = [...families.keys()].filter((e) => (families[e]! & bit) !== 0)
  const picked = (values: Float64Array) => Float64Array.from(kept, (e) => values[e]!)
  const flags = (values: Uint8Array) => Uint8Array.from(kept, (e) => values[e]!)
  return {
    graph: graphOf({
      directed: false,
      nodeCount: graph.nodeCount,
      sources: kept.map((e) => graph.sources[e]!),
      targets: kept.map((e) => graph.targets[e]!),
    }),
    vouched: flags(vouched),
    families: flags(families),
    strength: picked(strength),
    vertical: flags(vertical),
    silence: picked(silence),
    vitality: picked(vitality),
    lastContact: kept.map((e) => lastContact[e] ?? null),
  }
}
