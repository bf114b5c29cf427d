import type { AgendaItemWire, AgendaWire } from '../wire/agenda.ts'
import type { Names } from './findings.ts'

export type Act = AgendaItemWire['acts'][number]
export type Change = NonNullable<AgendaItemWire['change']>
export type CauseOf<K extends AgendaItemWire['cause']['kind']> = Extract<AgendaItemWire['cause'], { readonly kind: K }>
export type StepAsked = AgendaItemWire['steps'][number]
export type Basis = AgendaWire['basis']

/** A language's words on what is to be done. Sentences are made of nothing but the item's own numbers, and none tells how it was computed. */
export interface AgendaWords {
  readonly callings: Readonly<Record<AgendaItemWire['calling'], string>>
  /** One sentence of 25 words at most, a name counting for one: who does what, and what it changes. */
  readonly headline: (item: AgendaItemWire, names: Names, basis: Basis) => string
  /** What was found; null where the headline says it. */
  readonly found: (item: AgendaItemWire, names: Names, basis: Basis) => string | null
  /** Who does what with whom, and why them. */
  readonly act: (act: Act, names: Names) => string
  /** By when. */
  readonly within: (days: number) => string
  readonly change: (change: Change) => string
  /** How sure. */
  readonly sure: (item: AgendaItemWire, basis: Basis) => string
  /** What would show that it is not so; null where nothing would. */
  readonly disproof: (item: AgendaItemWire, names: Names) => string | null
  /** What a decision asked of an actor, as an order. */
  readonly step: (step: StepAsked, names: Names) => string
  /** What a later wave tells of it. */
  readonly outcome: (step: StepAsked, outcome: AgendaWire['answers'][number]['outcome'], names: Names) => string
  /** Actors × share × solidity. */
  readonly stake: (item: AgendaItemWire) => string
  /** What the whole rests on, where nobody was asked; null of a survey. */
  readonly caution: (agenda: Pick<AgendaWire, 'basis' | 'actors' | 'toSurvey'>) => string | null
  /** What else there is to decide, in the findings; null: nothing. */
  readonly others: (count: number) => string | null
  /** What a calendar of it is called. */
  readonly calendar: (territory: string) => string
  /** Headers of a table of it. */
  readonly columns: Readonly<Record<'sheet' | 'item' | 'acts' | 'changes' | 'sure', string>>
  /** An agenda without any item. */
  readonly nothing: string
}

/** The first of some acts, if it is of the kind. */
export function firstAct<D extends Act['do']>(acts: readonly Act[], does: D): (Act & { readonly do: D }) | null {
  const [first] = acts
  return first?.do === does ? (first as Act & { readonly do: D }) : null
}
