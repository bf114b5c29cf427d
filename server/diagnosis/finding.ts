import { findingId } from '../domain/note.ts'
import type { GroupKind } from './case.ts'
import type { Interval } from './statistics/interval.ts'
import type { TieFamily } from './tie-families.ts'

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
  /** Made from what the team knows: nobody was asked. */
  'informants',
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
export const grades = ['structural', 'confirmed', 'opening'] as const
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

/** A group that a finding names. */
export interface GroupName {
  readonly kind: GroupKind
  readonly id: string
}

/** In which families of ties, each taken alone, a group is as closed; null where too few are inside. */
export type Families = readonly { readonly family: TieFamily; readonly holds: boolean | null }[]

/** What a role of a finding holds: ids of one noun, null or none where it is about nobody in particular or names wait. */
export interface Held {
  readonly actor: string | null
  readonly actors: readonly string[]
  /** Actors two by two, each pair to be introduced. */
  readonly pairs: readonly (readonly [string, string])[]
  readonly group: GroupName | null
  readonly groups: readonly GroupName[]
  readonly sphere: string | null
  readonly spheres: readonly [string, string] | null
  readonly project: string | null
  readonly projects: readonly string[]
  readonly actorType: string | null
  readonly actorTypes: readonly string[]
  /** A kind of actors that a programme calls for. */
  readonly category: string | null
}
export type Noun = keyof Held

/** What a kind of findings is made of. */
interface Kinds {
  /** Order of a list, the gravest first; no score. */
  readonly rank: number
  /** Answers, whose absence a finding may not survive; how waves differ; or the programme of projects, which is what it is. */
  readonly restsOn: 'answers' | 'waves' | 'programme'
  /** Its roles, each by the noun of what it holds. */
  readonly roles: Readonly<Record<string, Noun>>
  /** Those of them that it is about, which make its id. */
  readonly about: readonly string[]
  /** What else it tells, as it is when nothing is told. */
  readonly besides: object
  /** Names of roles that are told even while names wait: spheres are no organisations. */
  readonly neverHidden?: true
}

/** Every kind of findings. Isolation before dependence, dependence before a single tie; then what concerns groups, then the programme. */
export const kinds = {
  /** Without any known tie. */
  isolated_actor: { rank: 0, restsOn: 'answers', roles: { actor: 'actor' }, about: ['actor'], besides: {} },
  /** Whose ties stay inside more than its degrees imply. */
  closed_group: {
    rank: 1,
    restsOn: 'answers',
    roles: { group: 'group', members: 'actors' },
    about: ['group'],
    /** Places explain it where it is not closed by draws that keep ties inside them. */
    besides: {
      grade: null as Grade | null,
      families: [] as Families,
      explainedBy: null as 'places' | null,
      whatIf: null as WhatIf | null,
    },
  },
  /** Whose partners know each other, and who has few outside its sphere. */
  closed_actor: {
    rank: 1,
    restsOn: 'answers',
    roles: { actor: 'actor', closedGroups: 'groups' },
    about: ['actor'],
    besides: {},
  },
  /** Of the territory: its opening fell, or is low. */
  withdrawal: { rank: 1, restsOn: 'waves', roles: {}, about: [], besides: {} },
  /** Of the territory: few carry its ties to the outside. */
  fragile_opening: { rank: 1, restsOn: 'answers', roles: { carrier: 'actor' }, about: [], besides: {} },
  /** Without whom others would be cut off. */
  critical_broker: {
    rank: 2,
    restsOn: 'answers',
    roles: { broker: 'actor', cutOff: 'actors' },
    about: ['broker'],
    /** Those cut off live apart, so that places explain the cut. */
    besides: { explainedBy: null as 'places' | null },
  },
  /** Joined to the others by one actor alone. */
  dependent_actor: {
    rank: 3,
    restsOn: 'answers',
    roles: { actor: 'actor', broker: 'actor', cutOff: 'actors' },
    about: ['actor'],
    besides: {},
  },
  /** A sphere whose actors meet few of other spheres; `by` tells what sorts actors into spheres. */
  sphere_kept_apart: {
    rank: 4,
    restsOn: 'answers',
    roles: { sphere: 'sphere' },
    about: ['sphere'],
    besides: { by: null as GroupKind | null },
    neverHidden: true,
  },
  /** Two spheres with few ties between them. */
  excluded_spheres: {
    rank: 5,
    restsOn: 'answers',
    roles: { spheres: 'spheres' },
    about: ['spheres'],
    besides: { by: null as GroupKind | null },
    neverHidden: true,
  },
  /** Tied among few alone; goes by the first of them. */
  islet: {
    rank: 6,
    restsOn: 'answers',
    roles: { members: 'actors', nearest: 'actor' },
    about: ['members'],
    besides: {},
  },
  single_tie: {
    rank: 7,
    restsOn: 'answers',
    roles: { actor: 'actor', partner: 'actor' },
    about: ['actor'],
    besides: {},
  },
  /** Many of its ties are silent. */
  fading_ties: { rank: 8, restsOn: 'answers', roles: { actor: 'actor' }, about: ['actor'], besides: {} },
  /** At the end of a branch, far from all; `path` leads to the centre, both ends included. */
  peripheral_actor: {
    rank: 9,
    restsOn: 'answers',
    roles: { actor: 'actor', path: 'actors', center: 'actor' },
    about: ['actor'],
    besides: {},
  },
  project_without_pilot: {
    rank: 10,
    restsOn: 'programme',
    roles: { project: 'project', participants: 'actors' },
    about: ['project'],
    besides: {},
  },
  /** One actor pilots more projects than chance would give it. */
  pilot_concentration: {
    rank: 11,
    restsOn: 'programme',
    roles: { pilot: 'actor', projects: 'projects' },
    about: [],
    besides: {},
  },
  /** Projects that have no other pilot. */
  sole_pilot: {
    rank: 12,
    restsOn: 'programme',
    roles: { pilot: 'actor', projects: 'projects' },
    about: ['pilot'],
    besides: {},
  },
  /** A sphere, or a kind of actors that the method calls for by their types, in no project. */
  absent_from_programme: {
    rank: 13,
    restsOn: 'programme',
    roles: { sphere: 'sphere', category: 'category', types: 'actorTypes' },
    about: ['sphere', 'category'],
    besides: {},
  },
  /** A type of actors several of whom have a name, and none is in a project. */
  named_and_absent: {
    rank: 14,
    restsOn: 'programme',
    roles: { type: 'actorType', absent: 'actors' },
    about: ['type'],
    besides: {},
  },
  /** Of the programme: more projects of one sphere than chance makes. */
  programme_homophily: { rank: 15, restsOn: 'programme', roles: { projects: 'projects' }, about: [], besides: {} },
  /** One such project. */
  single_sphere_project: {
    rank: 15,
    restsOn: 'programme',
    roles: { project: 'project', sphere: 'sphere', participants: 'actors' },
    about: ['project'],
    besides: {},
  },
  /** How many projects have a participant from outside. */
  programme_reach: { rank: 16, restsOn: 'programme', roles: { projects: 'projects' }, about: [], besides: {} },
  /** Participants of a project that nothing known brings together. */
  first_meetings: {
    rank: 17,
    restsOn: 'programme',
    roles: { project: 'project', pairs: 'pairs' },
    about: ['project'],
    besides: {},
  },
} as const satisfies Readonly<Record<string, Kinds>>
export type Kind = keyof typeof kinds

/** What every finding tells, whatever its kind. */
export interface Evidence {
  /** Names the finding over waves: a note on it stays with it. */
  readonly id: string
  readonly status: Status
  /** What the network is compared with, and so what cannot explain the finding; null: nothing was drawn. */
  readonly reference: NullModel | null
  readonly reason: Reason | null
  readonly dims: readonly Dim[]
  /** The very ties. */
  readonly ties: readonly TieEvidence[]
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
  /** Version of the rules and thresholds. */
  readonly rule: string
}

type RolesOf<K extends Kind> = {
  readonly [R in keyof (typeof kinds)[K]['roles']]: Held[(typeof kinds)[K]['roles'][R] & Noun]
}
/** What kinds tell besides their roles and their evidence. */
export type Besides<K extends Kind> = Readonly<(typeof kinds)[K]['besides']>

/** A finding of one kind: its roles by name, what else it tells, its evidence. */
export type FindingOf<K extends Kind> = K extends Kind
  ? Evidence & { readonly kind: K } & RolesOf<K> & Besides<K>
  : never
export type Finding = FindingOf<Kind>

/** A finding with what it does not say left empty. */
export function findingOf<K extends Kind>(
  kind: K,
  status: Status,
  says: Partial<Omit<FindingOf<K>, 'id' | 'kind' | 'status'>> = {},
): FindingOf<K> {
  const { roles, besides }: Kinds = kinds[kind]
  const made = {
    kind,
    status,
    reference: null,
    reason: null,
    dims: [],
    ties: [],
    response: null,
    probability: null,
    survival: null,
    named: true,
    floor: false,
    doubtful: 0,
    rule: '',
    ...Object.fromEntries(Object.entries(roles).map(([role, noun]) => [role, nobody[noun]])),
    ...besides,
    ...says,
  } as unknown as Finding
  return { ...made, id: findingId(kind, aboutOf(made)) } as unknown as FindingOf<K>
}

const nobody: Held = {
  actor: null,
  actors: [],
  pairs: [],
  group: null,
  groups: [],
  sphere: null,
  spheres: null,
  project: null,
  projects: [],
  actorType: null,
  actorTypes: [],
  category: null,
}

/** A role of a finding by the noun of what it holds. */
type Role = { [N in Noun]: { readonly noun: N; readonly held: Held[N] } }[Noun]

/** The roles of a finding, in the order of its kind; `only`: some of them. */
export function rolesOf(finding: Finding, only?: readonly string[]): Role[] {
  const { roles }: Kinds = kinds[finding.kind]
  const holds = finding as unknown as Readonly<Record<string, never>>
  return Object.entries(roles).flatMap(([role, noun]) =>
    only && !only.includes(role) ? [] : [{ noun, held: holds[role] } as unknown as Role],
  )
}

/** Whom or what a finding is about, by noun: that of a group is its kind. Empty: nobody in particular, or names wait. */
export function aboutOf(finding: Finding): Readonly<Record<string, string | readonly string[]>> {
  const { about }: Kinds = kinds[finding.kind]
  const told = rolesOf(finding, about).flatMap(({ noun, held }): [string, string | readonly string[]][] => {
    if (held === null) return []
    if (noun === 'group') return [[held.kind, held.id]]
    if (noun === 'actors') return held[0] === undefined ? [] : [['actor', held[0]]]
    if (noun === 'spheres') return [[noun, held]]
    return typeof held === 'string' ? [[noun, held]] : []
  })
  return Object.fromEntries(told)
}

/** Actors that a finding names, once each. */
export function actorsIn(finding: Finding): string[] {
  const ids = rolesOf(finding).flatMap(({ noun, held }) => {
    if (noun === 'actor') return held === null ? [] : [held]
    if (noun === 'actors') return held
    return noun === 'pairs' ? held.flat() : []
  })
  const ends = finding.ties.flatMap(({ from, to }) => [from, to])
  return [...new Set([...ids, ...ends])].filter((id) => id !== '')
}

/** How many actors, projects, spheres or pairs a finding concerns. */
export function sizeOf(finding: Finding): number {
  return rolesOf(finding).reduce((sum, { noun, held }) => {
    return sum + (Array.isArray(held) && noun !== 'groups' ? held.length : 0)
  }, 0)
}

/** What is left of a finding while names wait: counts, and roles of ties. */
export function withoutNames<F extends Finding>(finding: F): F {
  const { roles }: Kinds = kinds[finding.kind]
  const hidden = rolesOf(finding).map(({ noun, held }) => {
    if (noun === 'actors' || noun === 'projects' || noun === 'actorTypes') return held.map(() => '')
    return noun === 'pairs' ? held.map(() => ['', '']) : nobody[noun]
  })
  return {
    ...finding,
    ...Object.fromEntries(Object.keys(roles).map((role, i) => [role, hidden[i]])),
    ...('whatIf' in finding ? { whatIf: null } : {}),
    ties: finding.ties.map(({ role }) => ({ from: '', to: '', role, lastContact: null })),
  }
}

/** Whether a finding would not be known but for answers that might as well be missing. What has a probability would only gain from fewer: an actor that loses ties is no less isolated. */
export function dependsOnAnswers({ kind, probability }: Pick<Finding, 'kind' | 'probability'>): boolean {
  return kinds[kind].restsOn === 'answers' && probability === null
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
