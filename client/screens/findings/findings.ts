import type { FindingWire } from '#wire/diagnosis.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import type { Place } from '../../view/place.ts'

/** What a list groups findings by: their code, and for lock-in whom it is about, which are three different rules. */
export const kinds = [
  'I0',
  'lock_in_group',
  'lock_in_actor',
  'lock_in_territory',
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
] as const
export type Kind = (typeof kinds)[number]

export const outcomes = ['signal', 'fact', 'insufficient', 'none'] as const
export type Outcome = (typeof outcomes)[number]

export function kindOf({ code, level }: FindingWire): Kind {
  if (code !== 'lock_in') return code
  return level === 'programme' ? 'lock_in_territory' : `lock_in_${level}`
}

/** Of the link in the list that opens a finding: where the keyboard goes on once its evidence is closed. */
export function linkIdOf(finding: string): string {
  return `finding ${finding}`
}

/** Actors a finding speaks of by name; none where it hides them. */
export function actorsIn(finding: FindingWire, record: TerritoryRecord): ReadonlySet<string> {
  if (!finding.named) return new Set()
  const named = [
    finding.subject,
    finding.partner ?? '',
    ...finding.members.flatMap((member) => (finding.code === 'P5' ? member.split(' / ') : [member])),
    ...finding.ties.flatMap(({ from, to }) => [from, to]),
  ]
  return new Set(named.filter((id) => record.actors.has(id)))
}

/** Spheres a finding is about: its own, or those of the actors it is about. */
export function spheresIn(finding: FindingWire, record: TerritoryRecord): ReadonlySet<string> {
  if (finding.code === 'I5') return new Set(finding.members)
  if (finding.code === 'I8') return new Set([finding.subject])
  if (!finding.named) return new Set()
  // A kind of actor that is absent, told by its types, is no sphere.
  if (finding.code === 'P4') return new Set(finding.members.length === 0 ? [finding.subject] : [])
  if (finding.code === 'P2' && finding.partner) return new Set([finding.partner])
  if (finding.groupKind === 'sphere') return new Set([finding.subject])
  const subject = record.actors.get(finding.subject)
  const about = subject ? [subject] : finding.members.map((id) => record.actors.get(id))
  return new Set(about.flatMap((actor) => actor?.sphere ?? []))
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
    .filter(({ finding }) => actor === null || actorsIn(finding, record).has(actor))
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
