import { aboutOf, actorsIn, type FindingWire, rolesOf } from '#wire/diagnosis.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import type { Place } from '../../view/place.ts'

/** What a list groups findings by: their kind, but for two that say one thing of the territory, and two of projects. */
export const kinds = [
  'isolated_actor',
  'closed_group',
  'closed_actor',
  'opening_of_territory',
  'critical_broker',
  'dependent_actor',
  'sphere_kept_apart',
  'excluded_spheres',
  'islet',
  'single_tie',
  'fading_ties',
  'peripheral_actor',
  'project_without_pilot',
  'pilot_concentration',
  'sole_pilot',
  'absent_from_programme',
  'named_and_absent',
  'single_sphere_projects',
  'programme_reach',
  'first_meetings',
] as const
export type Kind = (typeof kinds)[number]

export const outcomes = ['signal', 'fact', 'insufficient', 'none'] as const
export type Outcome = (typeof outcomes)[number]

export function kindOf({ kind }: FindingWire): Kind {
  switch (kind) {
    case 'withdrawal':
    case 'fragile_opening':
      return 'opening_of_territory'
    case 'programme_homophily':
    case 'single_sphere_project':
      return 'single_sphere_projects'
    default:
      return kind
  }
}

export function gradeOf(finding: FindingWire) {
  return finding.kind === 'closed_group' ? finding.grade : null
}

/** Of the link in the list that opens a finding: where the keyboard goes on once its evidence is closed. */
export function linkIdOf(finding: string): string {
  return `finding ${finding}`
}

/** Spheres a finding is about: its own, or those of the actors it is about. */
export function spheresIn(finding: FindingWire, record: TerritoryRecord): ReadonlySet<string> {
  const roles = rolesOf(finding)
  const told = roles.flatMap(({ noun, held }) => {
    if (noun === 'group') return held?.kind === 'sphere' ? [held.id] : []
    return noun === 'sphere' || noun === 'spheres' ? (held ?? []) : []
  })
  if (told.length > 0) return new Set(told)
  const { actor } = aboutOf(finding)
  const about = actor ?? roles.flatMap(({ noun, held }) => (noun === 'actors' ? held : []))
  return new Set([about].flat().flatMap((id) => record.actors.get(id)?.sphere ?? []))
}

export interface Listing {
  /** Findings that pass every filter, in the order given. */
  readonly shown: readonly FindingWire[]
  /** Of each filter, how many findings each of its values has among those the other filters let through. */
  readonly counts: {
    readonly kind: ReadonlyMap<string, number>
    readonly sphere: ReadonlyMap<string, number>
    readonly outcome: ReadonlyMap<string, number>
  }
}

/** What filters leave of the findings; an empty filter lets everything through. */
export function listingOf(
  findings: readonly FindingWire[],
  record: TerritoryRecord,
  { kinds: wantedKinds, spheres, outcomes: wantedOutcomes }: Pick<Place, 'kinds' | 'spheres' | 'outcomes'>,
  actor: string | null,
): Listing {
  const traits = findings
    .map((finding) => ({
      finding,
      kind: [kindOf(finding)],
      sphere: [...spheresIn(finding, record)],
      outcome: [finding.status],
    }))
    .filter(({ finding }) => actor === null || actorsIn(finding).includes(actor))
  const wanted = { kind: wantedKinds, sphere: spheres, outcome: wantedOutcomes }
  type Trait = keyof typeof wanted
  const passes = (traitsOfOne: (typeof traits)[number], trait: Trait) =>
    wanted[trait].length === 0 || traitsOfOne[trait].some((value) => wanted[trait].includes(value))
  const countOf = (trait: Trait) => {
    const others = (Object.keys(wanted) as Trait[]).filter((other) => other !== trait)
    const counts = new Map<string, number>()
    for (const one of traits) {
      if (!others.every((other) => passes(one, other))) continue
      for (const value of one[trait]) counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    return counts
  }
  return {
    shown: traits
      .filter((one) => passes(one, 'kind') && passes(one, 'sphere') && passes(one, 'outcome'))
      .map(({ finding }) => finding),
    counts: { kind: countOf('kind'), sphere: countOf('sphere'), outcome: countOf('outcome') },
  }
}

/** Findings of one kind. */
export interface Section {
  readonly kind: Kind
  readonly findings: readonly FindingWire[]
}

/** Findings by kind, in the order in which the first of each comes. */
export function sectionsOf(findings: readonly FindingWire[]): Section[] {
  return [...Map.groupBy(findings, kindOf)].map(([kind, held]) => ({ kind, findings: held }))
}

/** What the data cannot tell, by the reason why. */
export function reasonsOf(findings: readonly FindingWire[]): Map<FindingWire['reason'], FindingWire[]> {
  return Map.groupBy(findings, ({ reason }) => reason)
}
