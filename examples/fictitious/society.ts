import type { Random } from '../../server/analysis/random.ts'
import { type Naming, pick, shuffled } from './names.ts'
import { normal, type Person, peopleOf } from './people.ts'

/** Who lives in the world, and what is planted among them. Members are called by their index. */
export interface Society {
  readonly members: readonly Member[]
  /** Firms that keep to themselves. */
  readonly club: ReadonlySet<number>
  /** Actors that reach the others through the broker alone. */
  readonly piece: ReadonlySet<number>
  readonly broker: number
  /** Two spheres that hardly meet. */
  readonly excluded: readonly [string, string]
  /** Actors whose ties, but one, were not renewed since before the first wave. */
  readonly fading: ReadonlySet<number>
}

export interface Member extends Person {
  /** How easily it makes ties: log-normal around 1. */
  readonly propensity: number
  /** First and last wave it is there, as indices. */
  readonly from: number
  readonly until: number
}

/** Standard deviation of the logarithm of propensities. */
const spread = 0.6

export function societyOf(random: Random, naming: Naming, actors: number, waves: number): Society {
  const outside = Math.round(actors * 0.14)
  const forgotten = Math.round(actors * 0.05)
  const counts = { asked: actors - outside - forgotten, named_only: forgotten, not_asked: outside }
  const people = peopleOf(random, naming, counts)
  const propensities = people.map(() => Math.exp(spread * normal(random)))
  const excluded = ['economie', pick(random, ['formation_recherche', 'action_publique'])] as const

  const everyone = people.map((_, index) => index)
  const asked = everyone.filter((index) => people[index]?.standing === 'asked')
  const firms = shuffled(
    random,
    asked.filter((index) => people[index]?.actor.type === 'entreprise'),
  )
  const byBranch = [...firms].sort((a, b) => Number(isMetal(people[b])) - Number(isMetal(people[a])))
  const club = new Set(byBranch.slice(0, 5 + Math.floor(random() * 4)))

  const free = shuffled(
    random,
    asked.filter((index) => !club.has(index)),
  )
  // Known to everyone: what joins a piece to the rest has ties to spare.
  const broker = free.reduce((best, index) => ((propensities[index] ?? 0) > (propensities[best] ?? 0) ? index : best))
  const others = free.filter((index) => index !== broker)
  const take = (share: number) => others.splice(0, Math.max(2, Math.round(actors * share)))
  const piece = new Set(take(0.1))
  const fading = new Set(take(0.04))
  const from = new Map<number, number>()
  const until = new Map<number, number>()
  for (let wave = 1; wave < waves; wave++) {
    for (const index of take(0.03)) from.set(index, wave)
    for (const index of take(0.025)) until.set(index, wave - 1)
  }
  const members = people.map((person, index) => ({
    ...person,
    propensity: propensities[index] ?? 1,
    from: from.get(index) ?? 0,
    until: until.get(index) ?? waves - 1,
  }))
  return { members, club, piece, broker, excluded, fading }
}

export function isPresent({ from, until }: Member, wave: number): boolean {
  return from <= wave && wave <= until
}

function isMetal(person: Person | undefined): boolean {
  return person?.actor.tags?.includes('métal') ?? false
}
