import type { Random } from '../../server/analysis/random.ts'
import type { Regularity } from '../../server/domain/vocabulary.ts'
import { pick } from './names.ts'
import type { Member } from './society.ts'

/** What truly holds between two members, whether a survey sees it or not. */
export interface Bond {
  /** Indices of members, a < b. */
  readonly a: number
  readonly b: number
  readonly strands: readonly Strand[]
  /** YYYY-MM-DD. */
  readonly since: string
  /** The day of the last contact when nobody renewed it since; null: it is renewed as its regularity says. */
  readonly dormantSince: string | null
}

/** One kind of tie within a bond. */
interface Strand {
  readonly kind: string
  /** Of a directed kind the giver: supplier, funder, member. */
  readonly from: number
  readonly to: number
  readonly directed: boolean
  readonly strength: number
  readonly regularity: Regularity
}

export function bondBetween(random: Random, members: readonly Member[], i: number, j: number, since: string): Bond {
  const [a, b] = i < j ? [i, j] : [j, i]
  const strength = pick(random, strengths)
  const first = strandOf(random, members, a, b, strength)
  const second = random() < 0.18 ? pick(random, ['information', 'trust', 'cooperation']) : first.kind
  const mutual = { from: a, to: b, directed: false, regularity: first.regularity }
  const strands =
    second === first.kind ? [first] : [first, { ...mutual, kind: second, strength: Math.max(1, strength - 1) }]
  return { a, b, strands, since, dormantSince: null }
}

/** A bond that went to sleep: of kinds whose half-life is a year at most. */
export function asleep(bond: Bond, lastContact: string): Bond {
  const strands = bond.strands.slice(0, 1).map((strand) => ({ ...strand, kind: 'cooperation', directed: false }))
  return { ...bond, strands, dormantSince: lastContact }
}

/** A bond between those who see each other all the time. */
export function close(bond: Bond): Bond {
  const strands = bond.strands.map((strand) => ({
    ...strand,
    strength: Math.max(4, strand.strength),
    regularity: 'weekly' as const,
  }))
  return { ...bond, strands }
}

export function keyOfPair(i: number, j: number): string {
  return i < j ? `${i} ${j}` : `${j} ${i}`
}

/** The day so many days earlier, YYYY-MM-DD. */
export function daysBefore(date: string, days: number): string {
  return new Date(Date.parse(date) - Math.round(days) * 86_400_000).toISOString().slice(0, 10)
}

const strengths = [1, 2, 2, 3, 3, 3, 4, 4, 5] as const

const regularityOf: Readonly<Record<number, readonly Regularity[]>> = {
  1: ['rarely', 'yearly'],
  2: ['yearly', 'quarterly'],
  3: ['quarterly', 'monthly'],
  4: ['monthly', 'weekly'],
  5: ['weekly'],
}

const funders = ['epci', 'departement', 'region', 'etat']
const gatherers = ['cluster', 'association_entreprises', 'chambre_consulaire']

function strandOf(random: Random, members: readonly Member[], a: number, b: number, strength: number): Strand {
  const typeOf = (index: number) => members[index]?.actor.type ?? ''
  const regularity = pick<Regularity>(random, regularityOf[strength] ?? ['rarely'])
  const given = (kind: string, from: number): Strand => {
    return { kind, from, to: from === a ? b : a, directed: true, strength, regularity }
  }
  const chance = random()
  const firms = [a, b].filter((index) => typeOf(index) === 'entreprise')
  const funder = [a, b].find((index) => funders.includes(typeOf(index)))
  const gatherer = [a, b].find((index) => gatherers.includes(typeOf(index)))
  if (firms.length === 2 && chance < 0.45) return given('supply', pick(random, firms))
  if (firms.length === 1 && gatherer !== undefined && chance < 0.5) return given('membership', firms[0] ?? a)
  if (funder !== undefined && chance < 0.3) return given('funding', funder)
  if (funder !== undefined && chance < 0.36) return given('governance', funder)
  const kind = pick(random, mutualKinds)
  return { kind, from: a, to: b, directed: false, strength, regularity }
}

const mutualKinds = [
  ...['cooperation', 'cooperation', 'cooperation', 'cooperation', 'information', 'information', 'information'],
  ...['partnership', 'partnership', 'trust'],
] as const
