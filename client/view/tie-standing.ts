import type { Tie } from '#domain/territory.ts'
import type { Regularity } from '#domain/vocabulary.ts'
import { edgeStanding, type Standing, type StandingOf, standingsOf } from '#drawing/standing.ts'
import type { NetworkWire } from '#wire/network.ts'
import type { View } from './view.ts'

/** Months between two contacts, as declared. */
const monthsApart: Readonly<Record<Regularity, number>> = {
  weekly: 7 / 30.4375,
  monthly: 1,
  quarterly: 3,
  yearly: 12,
  rarely: 24,
}

/** A silence three times as long as the pace comes by chance in less than one living tie in twenty: exp(−3) is 0.0498. */
const paces = 3

/**
 * Whether a tie has been silent too long for the pace it was said to have, on the day of its wave; null: nobody said how often it serves, or when it last did.
 * It is what the rule on fading ties says of ties whose pace was stated.
 */
export function isFading(tie: Tie, day: string): boolean | null {
  if (tie.regularity === undefined || tie.lastContact === undefined) return null
  const months = Math.max(0, (Date.parse(day) - Date.parse(tie.lastContact)) / 86_400_000 / 30.4375)
  return months > paces * monthsApart[tie.regularity]
}

/** What each tie on the map of a view rests on. */
export function standingsIn({ record, network }: View): StandingOf {
  const day = record.waves.get(network.perimeter.wave)?.date
  return standingsOf(network, record.ties, (tie) => (day === undefined ? null : isFading(tie, day)))
}

/** What an edge of the network rests on, as the map draws it; null: with spaces beside the actors it is not drawn. */
export function drawnStanding(
  { record, network, appearance }: View,
  standingOf: StandingOf,
  edge: NetworkWire['edges'][number],
): Standing | null {
  return edgeStanding(record, network, standingOf, appearance.spaces ? { ...edge, spaces: [] } : edge)
}

/** How many ties between actors that are shown, and drawn, rest on what. */
export function standingCounts(view: View): Map<Standing, number> {
  const shown = new Set(view.shown)
  const standingOf = standingsIn(view)
  const counts = new Map<Standing, number>()
  for (const [i, edge] of view.network.edges.entries()) {
    if (view.backbone && !view.backbone[i]) continue
    const standing = shown.has(edge.from) && shown.has(edge.to) ? drawnStanding(view, standingOf, edge) : null
    if (standing) counts.set(standing, (counts.get(standing) ?? 0) + 1)
  }
  return counts
}

/** Keys of the actors on the map that were asked and did not answer; a wave of documents asked nobody. */
export function silentIn({ network }: Pick<View, 'network'>): ReadonlySet<string> {
  if (network.basis !== 'survey') return new Set()
  return new Set(network.silent.map((node) => `actor:${network.actors[node]}`))
}
