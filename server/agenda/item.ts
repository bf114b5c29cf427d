import type { GroupName } from '../diagnosis/finding.ts'
import type { Basis } from '../domain/vocabulary.ts'
import type { Asked, StepAnswer } from './answers.ts'

/** What an item asks of people: to treat, to seize, to verify, or only to know. */
export const callings = ['risk', 'chance', 'gap', 'fact'] as const
export type Calling = (typeof callings)[number]

/**
 * What one item is about: one cut of the network, one group, one pilot, one silence. Ids; empty, or empty words that still can be counted, where names wait.
 */
export type Cause =
  /** Some are joined to the others by one actor alone. */
  | { readonly kind: 'go_between'; readonly broker: string; readonly cutOff: readonly string[] }
  /** Ties stay inside: `leaving` of them leave, `expected` would without preference. */
  | {
      readonly kind: 'closed_group'
      readonly group: GroupName | null
      readonly members: readonly string[]
      readonly leaving: number
      readonly expected: number
    }
  | { readonly kind: 'closed_actor'; readonly actor: string; readonly leaving: number; readonly expected: number }
  /** A sphere that meets few actors of the `others`; of all spheres where there are none. */
  | {
      readonly kind: 'sphere_apart'
      readonly sphere: string
      readonly others: readonly string[]
      readonly between: number
      readonly expected: number
    }
  | { readonly kind: 'islet'; readonly members: readonly string[] }
  | { readonly kind: 'isolated'; readonly actors: readonly string[] }
  | { readonly kind: 'fading'; readonly actor: string; readonly partners: readonly string[]; readonly share: number }
  /** One actor carries a share of the ties that leave the territory. */
  | { readonly kind: 'outward_ties'; readonly carrier: string; readonly share: number; readonly ties: number }
  | { readonly kind: 'withdrawal'; readonly opening: number; readonly change: number | null }
  /** `alone`: the projects that have no other pilot. */
  | {
      readonly kind: 'pilot'
      readonly pilot: string
      readonly piloted: readonly string[]
      readonly alone: readonly string[]
      readonly of: number
      /** Projects of which the source names no pilot, or none that can be read; `of` is without them. */
      readonly unpiloted: number
    }
  | { readonly kind: 'without_pilot'; readonly projects: readonly string[]; readonly of: number }
  /** Spheres, kinds of actors and types that no project has; `absent`: those of them that have a name. */
  | {
      readonly kind: 'absent'
      readonly spheres: readonly string[]
      readonly categories: readonly string[]
      readonly types: readonly string[]
      readonly absent: readonly string[]
      /** How many more one would expect there: one for each absence; of named actors, as many as chance would bring. */
      readonly missing: number
      readonly of: number
    }
  | { readonly kind: 'single_sphere'; readonly projects: readonly string[]; readonly of: number }
  | {
      readonly kind: 'first_meetings'
      readonly project: string
      readonly pairs: readonly (readonly [string, string])[]
    }
  /** Asked or not, they did not answer. */
  | { readonly kind: 'silent'; readonly actors: readonly string[] }
  /** Nobody was asked, and no tie (`untied`) or a single one (`single`) is known of them, the first to be visited first; nothing at all of some spheres and communes. */
  | {
      readonly kind: 'thin'
      readonly untied: readonly string[]
      readonly single: readonly string[]
      readonly spheres: readonly string[]
      /** Spheres of which nobody inside is known. */
      readonly unpeopled: readonly string[]
      readonly communes: readonly string[]
      /** Those with several ties, all told by the same source, where others are told by another. */
      readonly oneSource: readonly string[]
      /** Ties told of which nobody says when they last served. */
      readonly undated: number
      readonly ties: number
    }
  /** Nobody was asked, and they lie on the most shortest paths, the first most; `shares`: of the pairs of other actors, those whose shortest paths lead through each. */
  | { readonly kind: 'most_between'; readonly actors: readonly string[]; readonly shares: readonly number[] }
  /** Projects of which the source does not tell, or not surely, what a rule asks. */
  | { readonly kind: 'unread'; readonly projects: readonly string[]; readonly of: number }
  /** `several`: projects with two pilots or more; `most`: those of the first pilot. */
  | {
      readonly kind: 'shared_piloting'
      readonly pilots: number
      readonly several: number
      readonly most: number
      readonly of: number
    }
  | { readonly kind: 'outward_projects'; readonly projects: readonly string[]; readonly of: number }

/** Why this one of all that could: what it shares with those it is brought to. */
export const reasons = [
  'common_partner',
  'same_commune',
  'same_sphere',
  'same_project',
  'same_axis',
  'partner_in_project',
  'most_ties',
  'last_contact',
  'least_told',
] as const
export type Reason = (typeof reasons)[number]

/** Who does what with whom. `by` null: whoever the agenda is for. */
export type Act =
  | {
      readonly do: 'introduce'
      readonly by: string | null
      readonly between: readonly [string, string]
      readonly because: Reason | null
    }
  /** Of a project that has no pilot, and beside the one it has. */
  | { readonly do: 'pilot' | 'copilot'; readonly project: string; readonly actor: string; readonly because: Reason }
  | {
      readonly do: 'invite'
      readonly by: string | null
      readonly actor: string
      readonly project: string | null
      readonly because: Reason | null
      /** The sphere that nobody stands for yet; null: none in particular. */
      readonly sphere: string | null
    }
  /** Nobody of the sphere, or of the kind, is known yet. */
  | { readonly do: 'find'; readonly sphere: string | null; readonly category: string | null }
  | { readonly do: 'reactivate'; readonly actor: string; readonly partner: string; readonly because: Reason }
  | { readonly do: 'visit'; readonly by: string | null; readonly actor: string; readonly because: Reason | null }
  | { readonly do: 'verify'; readonly project: string; readonly with: string | null }

/** By when: days from the day the agenda is read. */
export const delays = { introduction: 30, visit: 30, steering: 60 } as const

export const dealtWith = ['revived', 'met', 'mixed', 'verified'] as const

/** What the acts would change, counted on the network or the programme once they are done. */
export type Change =
  /** Of those cut off, so many would have a second way round. */
  | { readonly kind: 'freed'; readonly count: number; readonly of: number }
  /** Ties across the cut, now and then, and what is expected without preference. */
  | { readonly kind: 'ties'; readonly before: number; readonly after: number; readonly expected: number | null }
  /** Actors that would reach somebody across in two steps at most, and do not. */
  | { readonly kind: 'reached'; readonly count: number }
  /** Projects that would have one pilot more. */
  | { readonly kind: 'piloted'; readonly count: number; readonly of: number }
  /** Actors that would be tied to the others, and that would join the programme. */
  | { readonly kind: 'joined' | 'invited'; readonly count: number }
  /** Of the sleeping ties, those that would serve again; of the pairs, those that would meet; of the projects, those that would have a second sphere, and those of which one would know who carries them. */
  | { readonly kind: (typeof dealtWith)[number]; readonly count: number; readonly of: number }
  /** Pairs of actors of whom one would know whether they are tied. */
  | { readonly kind: 'known'; readonly pairs: number }

/**
 * actors × share × solidity. `share`: what each of them would lose, or gain, on average, of its partners or of its projects, 0 to 1; `solidity`: how surely, 0 to 1.
 */
export interface Stake {
  readonly actors: number
  readonly share: number
  readonly solidity: number
  readonly total: number
}

/** What the solidity is: share of replicates with fewer answers, probability of an absence, share of draws of unknown ties; `answers`: share of answers, until replicates are made; `source`: what the source says; `unread`: it does not tell, and one is as likely as the other. */
export const solidities = ['survival', 'probability', 'unknown_ties', 'answers', 'source', 'unread'] as const
export type Solidity = (typeof solidities)[number]

export interface Item {
  /** The key of its cause: the same over stages, revisions and waves. */
  readonly id: string
  readonly calling: Calling
  readonly cause: Cause
  /** False: names wait, as those of the findings it is made of. */
  readonly named: boolean
  /** Findings merged in it, the gravest first; none for what no rule says. */
  readonly parts: readonly string[]
  readonly concerned: readonly string[]
  readonly acts: readonly Act[]
  readonly withinDays: number | null
  readonly change: Change | null
  readonly stake: Stake
  readonly solidity: Solidity
  /** Whom one would ask first to find out that it is not so; null: nobody in particular. */
  readonly witness: string | null
  /** What a decision on it keeps, for later waves to tell of. */
  readonly steps: readonly Asked[]
}

export interface Agenda {
  readonly wave: string
  readonly basis: Basis
  readonly stage: 'first' | 'refined'
  /** Decisions by what is at stake, but for what people arranged otherwise; then what is not known, and facts. */
  readonly items: readonly Item[]
  /** Decisions of less stake, left to the findings. */
  readonly others: number
  /** Actors of the wave, and those that a survey would ask: inside, with a name of their own. */
  readonly actors: number
  readonly toSurvey: readonly string[]
  /** What became of the steps of earlier decisions. */
  readonly answers: readonly StepAnswer[]
}
