import { campaignOf } from '#domain/campaign.ts'
import type { Change } from '#domain/change.ts'
import type { Challenge, Territory } from '#domain/territory.ts'

// What somebody does at the wall of challenges, as changes of facts.

/** The cards of the wall of a seminar, which is that of its campaign, in its order: by number, then by id. */
export function cardsOf(territory: Territory, seminar: string): Challenge[] {
  const sharing = new Set([seminar, ...campaignOf(territory, seminar).map(({ id }) => id)])
  return [...territory.challenges.values()]
    .filter((card) => sharing.has(card.seminar))
    .sort((a, b) => (a.number ?? Infinity) - (b.number ?? Infinity) || (a.id < b.id ? -1 : 1))
}

/** One more card, under the next number of its wall. */
export function puttingUp(territory: Territory, seminar: string, said: Pick<Challenge, 'text' | 'kind'>): Change {
  const number = 1 + Math.max(0, ...cardsOf(territory, seminar).map((card) => card.number ?? 0))
  const taken = (id: string) => territory.challenges.has(id)
  const base = `${seminar.slice(0, 180)}-${number}`
  const rank = [1, ...Array.from({ length: territory.challenges.size }, (_, i) => i + 2)].find(
    (each) => !taken(each === 1 ? base : `${base}-${each}`),
  )
  return {
    put: 'challenge',
    value: { id: rank === 1 ? base : `${base}-${rank}`, seminar, ...said, number },
  }
}

/** A card with some of its fields said anew; undefined takes a field away. */
export function sayingOf(
  card: Challenge,
  fields: { readonly [F in keyof Challenge]?: Challenge[F] | undefined },
): Change {
  const said = Object.entries({ ...card, ...fields }).filter(([, value]) => value !== undefined)
  return { put: 'challenge', value: Object.fromEntries(said) as unknown as Challenge }
}

/** The groups of a wall in the order of their first cards, each with its cards; those in none come first. */
export function groupsOf(
  cards: readonly Challenge[],
): readonly { readonly group: string | null; readonly cards: readonly Challenge[] }[] {
  const grouped = Map.groupBy(cards, ({ group }) => group ?? null)
  const free = grouped.get(null) ?? []
  grouped.delete(null)
  return [{ group: null, cards: free }, ...[...grouped].map(([group, held]) => ({ group, cards: held }))]
}

export interface NewProject {
  readonly id: string
  readonly name: string
  readonly axis: string | null
  readonly pilot: string | null
  readonly wave: string
  readonly source: string
}

/** A project made of a card: the space, its pilot, those who carry it, and the card that names it, in one list. */
export function becomingProject(
  card: Challenge,
  carriers: readonly string[],
  { id, name, axis, pilot, wave, source }: NewProject,
): Change[] {
  const members = [...new Set(carriers)].filter((actor) => actor !== pilot)
  return [
    {
      put: 'space',
      value: { id, name, kind: 'project', objective: card.text, source, ...(axis !== null && { parent: axis }) },
    },
    ...(pilot === null ? [] : [pilot]).map(
      (actor): Change => ({ put: 'participation', value: { actor, space: id, role: 'pilot', wave, source } }),
    ),
    ...members.map(
      (actor): Change => ({ put: 'participation', value: { actor, space: id, role: 'member', wave, source } }),
    ),
    sayingOf(card, { project: id }),
  ]
}
