import type { GroupKind } from './case.ts'
import type { Interval } from './statistics/interval.ts'
import type { TieFamily } from './tie-families.ts'

export const codes = [
  'lock_in',
  'I0',
  'I1',
  'I2',
  'I3',
  'I4',
  'I5',
  'I6',
  'I7',
  'I8',
  'P0',
  'P1',
  'P2',
  'P3',
  'P4',
  'P5',
  'P6',
  'P7',
] as const
export type Code = (typeof codes)[number]

export const findingLevels = ['territory', 'group', 'actor', 'programme'] as const
export type FindingLevel = (typeof findingLevels)[number]

/**
 * What a rule can say. `signal`: something to ask about; `fact`: true of an actor and ordinary, for whoever works with it; `none`: looked for and not there;
 * `insufficient`: the data cannot tell.
 */
export const statuses = ['signal', 'fact', 'none', 'insufficient'] as const
export type Status = (typeof statuses)[number]

/** Why the data cannot tell. */
export const reasons = [
  /** Made from documents: nobody was asked. */
  'documents',
  /** Too few of those asked answered for this rule. */
  'response_rate',
  /** Too few of the members answered. */
  'group_response',
  /** The actor did not answer: its own ties are unknown. */
  'did_not_answer',
  'too_small',
  'too_few_ties',
  /** More draws are needed than are made. */
  'draws',
  'no_groups',
  'no_spheres',
  /** With two spheres, who keeps to itself and who avoids the other are the same. */
  'two_spheres',
  /** Places are not recorded, and something unrecorded brings actors together. */
  'places_unknown',
  /** Nobody of another sphere is in the same place. */
  'alone_in_place',
  'no_earlier_wave',
  'no_outside_actors',
  'no_dates',
  'no_projects',
  'too_few_projects',
  /** The source holds what could not be read. */
  'unreadable',
  /** It would be otherwise without rows held to be uncertain. */
  'doubtful',
  /** More actors than null models are made for. */
  'too_large',
] as const
export type Reason = (typeof reasons)[number]

/** Of a closed group: closed and cut off; besides, not renewed; flagged before, and opening. */
export const grades = ['structurel', 'confirme', 'en_ouverture'] as const
export type Grade = (typeof grades)[number]

/** What a number of a finding counts. */
export const dimensions = [
  /** Triangles among the members, or around the actor. */
  'closure',
  /** Ties that leave the group; partners of an actor outside its sphere. */
  'opening',
  /** New ties among those of the group, the actor or the territory. */
  'renewal',
  /** Index of qualitative variation of the spheres met outside, 0 to 1. */
  'diversity',
  /** Harmonic closeness. */
  'closeness',
  /** Share of what an actor reaches that one other alone joins it to, that one included. */
  'dependence',
  /** Actors cut off when the broker leaves. */
  'cut_off',
  /** Share of their mutual accessibility that the others lose. */
  'loss',
  /** Share of the pairs of others no longer joined. */
  'pairs_cut',
  /** Ties between two spheres. */
  'between',
  /** Share of the actors of other spheres that an actor of the sphere is tied to, on average. */
  'elsewhere',
  /** Share of the strength of an actor's ties that is fading. */
  'fading',
  /** Share of the first carrier: of ties out of the territory, of projects piloted. */
  'first_share',
  /** Herfindahl–Hirschman index over carriers. */
  'concentration',
  /** Change of opening between waves. */
  'opening_change',
  /** Opening of the territory. */
  'territory_opening',
  /** Actors in closed groups, among those inside. */
  'in_closed_groups',
  /** Transitivity of the whole network. */
  'transitivity',
  /** Projects piloted by the first pilot. */
  'first_pilot',
  /** 1 / Herfindahl index of pilot seats. */
  'effective_pilots',
  /** Projects whose participants all share a sphere. */
  'single_sphere',
  /** Projects left without a pilot if one withdraws. */
  'left_without_pilot',
  /** Pairs of participants that nothing else brings together. */
  'first_meetings',
  /** Projects whose participants could all be read. */
  'projects_read',
  /** Named actors of a kind that are in no project. */
  'in_no_project',
  /** Projects with a participant from outside the territory. */
  'reaching_outside',
  /** The same without the rows held to be uncertain, where they make a difference. */
  'reaching_surely',
] as const
export type Dimension = (typeof dimensions)[number]

/**
 * What draws keep. A: degrees; B: degrees and mixing of spheres; C: those, the triangles of the whole and, where known, ties inside places; D: degrees, ties inside spheres and
 * inside places; E: the same but places, which are not known; labels: the network, whose actors change spheres, inside places;
 * labels_anywhere: wherever they are; hypergeometric; curveball: both degrees of actors and projects; seats: pilots drawn anew.
 */
export const nullModels = [
  'A',
  'B',
  'C',
  'D',
  'E',
  'labels',
  'labels_anywhere',
  'hypergeometric',
  'curveball',
  'seats',
] as const
export type NullModel = (typeof nullModels)[number]

/** One number, what was expected of it, and how that was obtained. */
export interface Dim {
  readonly key: Dimension
  readonly observed: number
  /** The whole that `observed` counts a part of; null when there is none. */
  readonly of: number | null
  /** What the same degrees (or seats) give without preference. */
  readonly expected: number | null
  /** observed / expected; null when nothing is expected. */
  readonly ratio: number | null
  readonly p: number | null
  /** p adjusted for the tests made beside it: Holm for groups, Benjamini–Hochberg elsewhere. */
  readonly q: number | null
  readonly null: NullModel | null
  readonly draws: number
  /** Stream of chance the draws came from; empty without draws. */
  readonly seed: string
  readonly interval: Interval | null
  readonly distribution: Distribution | null
}

/** How often the draws gave each value: `counts[i]` times least + i · step up to the next. */
export interface Distribution {
  readonly least: number
  readonly step: number
  readonly counts: readonly number[]
}

export const tieRoles = ['internal', 'leaving', 'between', 'only', 'fading', 'external', 'new'] as const
export interface TieEvidence {
  readonly from: string
  readonly to: string
  readonly role: (typeof tieRoles)[number]
  readonly lastContact: string | null
}

/** The fewest introductions, at most three, added one after the other, that would lift the flag; or how far three go. */
export interface WhatIf {
  readonly ties: readonly ProposedTie[]
  readonly lifted: boolean
}

export interface ProposedTie {
  readonly from: string
  readonly to: string
  /** Opening observed / expected once this tie and those before it are there. */
  readonly ratio: number
  /** How much nearer it brings everybody: gain in global efficiency. */
  readonly gain: number
  /** A common partner who could introduce them; null: none. */
  readonly introducer: string | null
}

export interface Finding {
  /** Names the finding over waves: a note on it stays with it. */
  readonly id: string
  readonly code: Code
  readonly level: FindingLevel
  /** Actor, group, sphere, pair of spheres (« a / b ») or project; empty: nobody in particular. */
  readonly subject: string
  /** Of territory findings: `withdrawal`, `fragile_opening`; elsewhere null. */
  readonly aspect: 'withdrawal' | 'fragile_opening' | null
  readonly groupKind: GroupKind | null
  readonly status: Status
  /** What the network is compared with, and so what cannot explain the finding; null: nothing was drawn. */
  readonly reference: NullModel | null
  /** Of go-betweens: those cut off live apart, so that places explain the cut. */
  readonly explainedBy: 'places' | null
  readonly reason: Reason | null
  readonly grade: Grade | null
  readonly dims: readonly Dim[]
  /** Members of the group, the islet, those cut off, the two spheres, the projects left alone. */
  readonly members: readonly string[]
  /** The only partner, the broker, who stands nearest to an islet, the first carrier or pilot. */
  readonly partner: string | null
  /** The very ties. */
  readonly ties: readonly TieEvidence[]
  readonly whatIf: WhatIf | null
  /** Flagged groups that the actor belongs to: « membre d’un groupe replié ». */
  readonly memberOf: readonly string[]
  /** Of a closed group: whether it is one in each family of ties alone, null where too few are inside; empty where ties are of no known family. */
  readonly families: readonly { readonly family: TieFamily; readonly holds: boolean | null }[]
  /** Share of the members asked who answered. */
  readonly response: number | null
  /**
   * Of the absence of ties: probability that it is true, given who answered and how often two answers confirm each other. A little too sure, by .05 to .1, where three
   * in ten are silent and where some ties are told of less than others. Null: not about absence, or not to be judged.
   */
  readonly probability: number | null
  /** Share of replicates, with as many respondents again missing as are, in which the finding is still a signal; null: not computed, or not a signal. */
  readonly survival: number | null
  /** False: say what was found, not about whom. */
  readonly named: boolean
  /** True: the source names pilots and seldom others, so what is said of participants is said of those it names. */
  readonly floor: boolean
  /** Participations the source holds uncertain, without which the finding holds as well; 0: it rests on none. */
  readonly doubtful: number
  /** Order of a list, the most severe first; no score. */
  readonly severity: number
  /** Version of the rules and thresholds. */
  readonly rule: string
}

/** A finding with what it does not say left empty. */
export function findingOf(
  code: Code,
  level: FindingLevel,
  subject: string,
  status: Status,
  says: Partial<Omit<Finding, 'id' | 'code' | 'level' | 'subject' | 'status'>> = {},
): Finding {
  const { aspect = null, groupKind = null } = says
  return {
    id: [code, level, groupKind ?? aspect ?? '', subject].join(':'),
    code,
    level,
    subject,
    status,
    reference: null,
    explainedBy: null,
    reason: null,
    grade: null,
    dims: [],
    members: [],
    partner: null,
    ties: [],
    whatIf: null,
    memberOf: [],
    families: [],
    response: null,
    probability: null,
    survival: null,
    named: true,
    floor: false,
    doubtful: 0,
    severity: severityOf(code),
    rule: '',
    ...says,
    aspect,
    groupKind,
  }
}

/** A number that stands for itself: nothing was drawn to compare it with. */
export function measured(key: Dimension, observed: number, says: Partial<Omit<Dim, 'key' | 'observed'>> = {}): Dim {
  const { expected = null } = says
  return {
    key,
    observed,
    of: null,
    ratio: expected ? observed / expected : null,
    p: null,
    q: null,
    null: null,
    draws: 0,
    seed: '',
    interval: null,
    distribution: null,
    ...says,
    expected,
  }
}

/** What draws gave, in at most `mostBins` equal steps of whole numbers. */
export function distributionOf(draws: ArrayLike<number>, mostBins = 120): Distribution | null {
  if (draws.length === 0) return null
  let least = Infinity
  let most = -Infinity
  for (let i = 0; i < draws.length; i++) {
    least = Math.min(least, draws[i]!)
    most = Math.max(most, draws[i]!)
  }
  const step = Math.max(1, Math.ceil((most - least + 1) / mostBins))
  const counts = new Array<number>(Math.floor((most - least) / step) + 1).fill(0)
  for (let i = 0; i < draws.length; i++) counts[Math.floor((draws[i]! - least) / step)]!++
  return { least, step, counts }
}

/** I0 before I4 before I2, I1, I6, I3; then what concerns groups, then the programme. */
const order: readonly Code[] = [
  'I0',
  'lock_in',
  'I7',
  'I4',
  'I8',
  'I5',
  'I2',
  'I1',
  'I6',
  'I3',
  'P0',
  'P1',
  'P3',
  'P4',
  'P6',
  'P2',
  'P7',
  'P5',
]

function severityOf(code: Code): number {
  return order.indexOf(code)
}
