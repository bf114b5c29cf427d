import type { Basis } from '../domain/vocabulary.ts'
/** A language's words on the preparation of a seminar. Sentences are made of facts and of names as readers know them. */
export interface SeminarWords {
  /** The chairs of the method, by the id of their category. */
  readonly chairs: Readonly<Record<string, string>>
  readonly coverings: Readonly<Record<CoveringWord, string>>
  readonly statuses: Readonly<Record<'invited' | 'coming' | 'came' | 'excused', string>>
  readonly roles: Readonly<Record<'host' | 'pilot' | 'speaker' | 'participant', string>>
  readonly objectives: Readonly<Record<ObjectiveWord, string>>
  /** What is known of ties, and so what is said; null: nothing. */
  readonly bases: Readonly<Record<Basis | 'none', string>>
  /** A chair, how it is held and by whom, to go after a dash. */
  readonly chair: (chair: ChairFacts) => string
  /** The same of all actors of one sphere. */
  readonly sphere: (sphere: SphereFacts) => string
  /** Why an actor would be a good choice, and who could invite it, to go after its name and a colon. */
  readonly candidate: (candidate: CandidateFacts) => string
  /** What the list reaches in one step and in two. */
  readonly reach: (reach: { readonly actors: number; readonly within1: number; readonly within2: number }) => string
  readonly groupReach: (group: GroupFacts) => string
  /** Those on a list, one at least, whom a wave says nothing of; `wave`: what it is called. */
  readonly elsewhere: (names: readonly string[], wave: string) => string
  /** Communities that nobody on the list is within a step of. */
  readonly unreachedCommunities: (unreached: number, communities: number) => string
  readonly next: (next: NextFacts) => string
  readonly unlisted: (unlisted: UnlistedFacts) => string
  readonly unseen: (unseen: UnseenFacts) => string
  readonly pair: (pair: PairFacts) => string
  /** Who presents whom to whom, to go without a full stop, and why. */
  readonly introduction: (introduction: IntroductionFacts) => string
  readonly introductionReasons: (introduction: IntroductionFacts) => string
  readonly scenario: ScenarioWords
  readonly plan: (plan: PlanFacts) => string
  readonly round: (round: number) => string
  readonly table: (table: string, host: string | null, others: readonly string[]) => string
  /** A sentence each: who will have met, what repeats, what tables hold. */
  readonly quality: (quality: QualityFacts) => string[]
  readonly comparison: (comparison: ComparisonFacts) => string
  readonly obstacle: (obstacle: ObstacleFacts) => string
  readonly broken: (rule: 'never' | 'once' | 'always', people: readonly string[]) => string
}

type CoveringWord = 'covered' | 'thin' | 'unanswering' | 'absent'
type ObjectiveWord = 'mix' | 'link' | 'deepen' | 'meet'

export interface ChairFacts {
  readonly name: string
  readonly sphere: string
  readonly critical: boolean
  /** Fewest that it asks for. */
  readonly min: number
  /** Null: there is no list yet, and those who could be invited are counted. */
  readonly covering: CoveringWord | null
  readonly seated: readonly string[]
  readonly candidates: number
}

export interface SphereFacts {
  readonly name: string
  readonly covering: CoveringWord
  readonly seated: number
  readonly covered: number
  readonly chairs: number
}

export interface CandidateFacts {
  readonly nominators: number
  /** Others, besides itself. */
  readonly newlyReached: number
  /** Of the territory it is not. */
  readonly outside: boolean
  readonly bridging: number
  readonly tiesToAbsent: readonly string[]
  readonly unanswering: boolean
  /** The wave that is read says nothing of it. */
  readonly elsewhere: boolean
  /** The first of those who could invite it, and how many further ones there are. */
  readonly inviters: readonly { readonly name: string; readonly invited: boolean }[]
  readonly furtherInviters: number
}

export interface GroupFacts {
  readonly name: string
  readonly actors: number
  readonly invited: number
  readonly within1: number
  readonly within2: number
}

export interface NextFacts {
  readonly chosen: readonly { readonly name: string; readonly gain: number }[]
  readonly gain: number
  readonly certainty:
    | { readonly proof: 'enumerated'; readonly best: number; readonly optima: number }
    | { readonly proof: 'guarantee'; readonly share: number }
}

export interface UnlistedFacts {
  readonly nominators: number
  readonly critical: boolean
  readonly effectiveSpheres: number
  readonly bridging: number
}

/** `no_survey`: nobody was asked. */
export type UnseenFacts =
  | {
      readonly state: 'estimated'
      readonly seen: number
      readonly estimate: number
      readonly interval: readonly [number, number]
    }
  | { readonly state: 'saturated'; readonly seen: number }
  | {
      readonly state: 'silent'
      readonly reason: 'roster_question' | 'few_lists' | 'few_named'
      readonly seen: number
      readonly lists: number
    }
  | { readonly state: 'no_survey' }

export interface PairFacts {
  readonly official: string
  readonly industrial: string
  readonly reach2: number | null
  readonly nonRedundancy: number
  readonly spheresReached: number
  readonly legitimacy: number | null
  readonly tied: boolean
}

export interface IntroductionFacts {
  readonly between: readonly [string, string]
  /** Null: no actor is known to both. */
  readonly introducer: string | null
  /** How many findings it answers. */
  readonly repairs: number
  readonly crosses: boolean
  readonly themes: readonly string[]
}

/** What a scenario makes of the network, a sentence each. */
export interface ScenarioWords {
  /** Of those who stay, mean of 1 / distance over their pairs, 0..1; null: fewer than two. */
  readonly efficiency: (efficiency: { readonly before: number | null; readonly after: number | null }) => string
  readonly cutOff: (names: readonly string[]) => string
  /** Others who would be cut off without it, today and then. */
  readonly indispensable: (actor: { readonly name: string; readonly before: number; readonly after: number }) => string
  readonly noneIndispensable: string
  readonly absorbing: (tie: { readonly between: readonly [string, string]; readonly broughtBack: number }) => string
  /** A tie supposed to be lost that there is not, or to be made that there is. */
  readonly idle: (supposed: 'weakened' | 'added', between: readonly [string, string]) => string
}

export interface PlanFacts {
  readonly people: number
  readonly tables: number
  readonly rounds: number
  readonly objective: ObjectiveWord
  readonly seed: string
}

export interface QualityFacts {
  readonly pairsMet: number
  readonly pairs: number
  readonly share: number | null
  readonly bound: number
  readonly repeats: number
  readonly fewestMet: number
  readonly mostMet: number
  readonly acrossSpheres: number
  readonly acrossSpheresPossible: number
  /** Null: nothing is known of ties. */
  readonly far: { readonly met: number; readonly possible: number } | null
  readonly spheresPerTable: number | null
  readonly returns: number
  readonly alone: number
}

/** A figure of the plan beside the same of plans drawn at random, which is a mean, and of one made without regard to the network. */
export interface ComparisonFacts {
  readonly figure: 'pairsMet' | 'repeats' | 'acrossSpheres' | 'farMet' | 'sharingTheme'
  readonly plan: number
  readonly random: number
  readonly blind: number
}

/** Rounds count from 0. */
export type ObstacleFacts =
  | { readonly kind: 'seats_short'; readonly round: number; readonly people: number; readonly seats: number }
  | { readonly kind: 'tables_empty'; readonly people: number; readonly tables: number }
  | { readonly kind: 'returns_needed'; readonly rounds: number; readonly tables: number }
  | { readonly kind: 'rules_contradict' | 'hosts_never_meet'; readonly people: readonly string[] }
  | { readonly kind: 'apart_too_many'; readonly people: readonly string[]; readonly tables: number }
