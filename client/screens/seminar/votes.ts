import type { Change } from '#domain/change.ts'
import type { Backing, Challenge, Seminar, Territory } from '#domain/territory.ts'
import { usualDots } from '#domain/territory.ts'

// What organisations put behind the cards of a wall.

/** Who backs each card of a wall. */
export function backingsOf(
  { backings }: Territory,
  cards: readonly Challenge[],
): ReadonlyMap<string, readonly Backing[]> {
  const here = new Set(cards.map(({ id }) => id))
  return Map.groupBy(
    [...backings.values()].filter(({ challenge }) => here.has(challenge)),
    ({ challenge }) => challenge,
  )
}

export interface Tally {
  readonly dots: number
  /** Organisations that gave at least one dot. */
  readonly voters: number
}

export function tallyOf(backings: readonly Backing[]): Tally {
  const given = backings.filter(({ dots }) => dots > 0)
  return { dots: given.reduce((sum, { dots }) => sum + dots, 0), voters: new Set(given.map(({ actor }) => actor)).size }
}

/** How many dots each organisation gave on a wall, of those that gave any. */
export function givenBy(backings: ReadonlyMap<string, readonly Backing[]>): ReadonlyMap<string, number> {
  const given = new Map<string, number>()
  for (const { actor, dots } of [...backings.values()].flat()) {
    if (dots > 0) given.set(actor, (given.get(actor) ?? 0) + dots)
  }
  return given
}

export function dotsOf({ dots }: Seminar): number {
  return dots ?? usualDots
}

/** What an organisation puts behind a card, said anew; nothing at all takes it away. */
export function backing(
  { backings }: Territory,
  challenge: string,
  actor: string,
  fields: Partial<Pick<Backing, 'dots' | 'carries'>>,
): Change[] {
  const before = [...backings.values()].find((one) => one.challenge === challenge && one.actor === actor)
  const value: Backing = { challenge, actor, dots: 0, carries: false, ...before, ...fields }
  if (value.dots > 0 || value.carries) return [{ put: 'backing', value }]
  return before ? [{ remove: 'backing', identity: { challenge, actor } }] : []
}
