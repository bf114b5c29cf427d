import type { Diagnosis } from '../diagnosis/diagnosis.ts'
import type { Dim, Evidence, Finding, FindingOf, Grade, Kind, Status, WhatIf } from '../diagnosis/finding.ts'

/** What `maillage diagnose` writes for each network, on one line. Every rule is listed, whatever it found: each group tested, signal or not. */
export interface DiagnosisDocument {
  readonly findings: readonly FindingEntry[]
  /** Silent actors, those whose answers would teach most first. */
  readonly toAsk: Diagnosis['toAsk']
  readonly profile: Diagnosis['profile']
  readonly dataQuality: Diagnosis['dataQuality']
  /** Version of the rules and thresholds, and the root of every stream of chance: what it takes to find the same again. */
  readonly rule: string
  readonly seed: string
}

export function documentOf({ findings, toAsk, profile, dataQuality, rule, seed }: Diagnosis): DiagnosisDocument {
  return { findings: findings.map(entryOf), toAsk, profile, dataQuality, rule, seed }
}

/**
 * How the document calls a kind of findings, since before kinds had names: a code, whom or what it is about in one word
 * (of two spheres « a / b », as of pairs), and who plays which part. Scripts read it.
 */
interface Alias {
  readonly code: string
  readonly level: 'territory' | 'group' | 'actor' | 'programme'
  readonly subject?: string | null | undefined
  readonly members?: readonly string[]
  readonly grade?: string | null
  readonly explainedBy?: 'places' | null
  readonly partner?: string | null
  readonly whatIf?: WhatIf | null
  readonly memberOf?: readonly string[]
  readonly families?: FindingOf<'closed_group'>['families']
  readonly aspect?: 'withdrawal' | 'fragile_opening'
  readonly groupKind?: string | null | undefined
}

const aliases: { readonly [K in Kind]: (finding: FindingOf<K>) => Alias } = {
  isolated_actor: ({ actor }) => ({ code: 'I0', level: 'actor', subject: actor }),
  closed_group: ({ group, members, grade, explainedBy, whatIf, families }) => ({
    code: 'lock_in',
    level: 'group',
    subject: group?.id,
    members,
    grade: grade && grades[grade],
    explainedBy,
    whatIf,
    families,
    groupKind: group?.kind,
  }),
  closed_actor: ({ actor, closedGroups }) => ({
    code: 'lock_in',
    level: 'actor',
    subject: actor,
    memberOf: closedGroups.map(({ id }) => id),
  }),
  withdrawal: () => ({ code: 'lock_in', level: 'territory', aspect: 'withdrawal' }),
  fragile_opening: ({ carrier }) => ({
    code: 'lock_in',
    level: 'territory',
    partner: carrier,
    aspect: 'fragile_opening',
  }),
  critical_broker: ({ broker, cutOff, explainedBy }) => ({
    code: 'I7',
    level: 'actor',
    subject: broker,
    members: cutOff,
    explainedBy,
  }),
  dependent_actor: ({ actor, broker, cutOff }) => ({
    code: 'I4',
    level: 'actor',
    subject: actor,
    members: cutOff,
    partner: broker,
  }),
  sphere_kept_apart: ({ sphere, by }) => ({ code: 'I8', level: 'group', subject: sphere, groupKind: by }),
  excluded_spheres: ({ spheres, by }) => ({
    code: 'I5',
    level: 'group',
    subject: spheres?.join(' / '),
    members: spheres ?? [],
    groupKind: by,
  }),
  islet: ({ members, nearest }) => ({ code: 'I2', level: 'group', subject: members[0], members, partner: nearest }),
  single_tie: ({ actor, partner }) => ({ code: 'I1', level: 'actor', subject: actor, partner }),
  fading_ties: ({ actor }) => ({ code: 'I6', level: 'actor', subject: actor }),
  peripheral_actor: ({ actor, path, center }) => ({
    code: 'I3',
    level: 'actor',
    subject: actor,
    members: path,
    partner: center,
  }),
  project_without_pilot: ({ project, participants }) => ({
    code: 'P0',
    level: 'programme',
    subject: project,
    members: participants,
  }),
  pilot_concentration: ({ pilot, projects }) => ({ code: 'P1', level: 'programme', members: projects, partner: pilot }),
  sole_pilot: ({ pilot, projects }) => ({ code: 'P3', level: 'programme', subject: pilot, members: projects }),
  absent_from_programme: ({ sphere, category, types }) => ({
    code: 'P4',
    level: 'programme',
    subject: sphere ?? category,
    members: types,
  }),
  named_and_absent: ({ type, absent }) => ({ code: 'P6', level: 'programme', subject: type, members: absent }),
  programme_homophily: ({ projects }) => ({ code: 'P2', level: 'programme', members: projects }),
  single_sphere_project: ({ project, sphere, participants }) => ({
    code: 'P2',
    level: 'programme',
    subject: project,
    members: participants,
    partner: sphere,
  }),
  programme_reach: ({ projects }) => ({ code: 'P7', level: 'programme', members: projects }),
  first_meetings: ({ project, pairs }) => ({
    code: 'P5',
    level: 'programme',
    subject: project,
    members: pairs.map((pair) => pair.join(' / ')),
  }),
}

const grades: Readonly<Record<Grade, string>> = {
  structural: 'structurel',
  confirmed: 'confirme',
  opening: 'en_ouverture',
}

type Told = Omit<Alias, 'code' | 'level' | 'subject'> & Omit<Evidence, 'id' | 'status' | 'dims' | 'rule'>

/** A finding without what it leaves empty, its numbers without the shape of the draws. */
export type FindingEntry = Pick<Alias, 'code' | 'level'> & {
  readonly subject: string
  readonly status: Status
  readonly dims: readonly Omit<Dim, 'distribution'>[]
} & { readonly [K in keyof Told]?: NonNullable<Told[K]> }

function entryOf(finding: Finding): FindingEntry {
  const { status, dims, probability, survival, reason, reference, ties, response, named, floor, doubtful } = finding
  const aliasOf = aliases[finding.kind] as (finding: Finding) => Alias
  const { code, level, subject, members, grade, explainedBy, partner, whatIf, memberOf, families, ...kind } =
    aliasOf(finding)
  const numbers: readonly Omit<Dim, 'distribution'>[] = dims.map(({ distribution, ...dim }) => dim)
  const head = { code, level, subject: subject ?? '', ...said({ members }), status, ...said({ grade }), dims: numbers }
  const evidence = { explainedBy, partner, ties, whatIf, memberOf, families, response, named, floor, doubtful, ...kind }
  return { ...head, ...said({ probability, survival, reason, reference, ...evidence }) }
}

/** What is there, and not an empty list. */
function said<T extends object>(facts: T): { readonly [K in keyof T]?: NonNullable<T[K]> } {
  const kept = Object.entries(facts).filter(([, fact]) => fact != null && !(Array.isArray(fact) && fact.length === 0))
  return Object.fromEntries(kept) as { readonly [K in keyof T]?: NonNullable<T[K]> }
}
