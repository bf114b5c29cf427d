import type { DiagnosisWire, FindingWire } from '../wire/diagnosis.ts'

export type Dimension = FindingWire['dims'][number]['key']
export type Reason = NonNullable<FindingWire['reason']>
export type Reference = NonNullable<FindingWire['reference']>
/** A finding of one of some kinds. */
export type Of<K extends FindingWire['kind']> = Extract<FindingWire, { readonly kind: K }>
export type Grade = NonNullable<Of<'closed_group'>['grade']>

/** How a reader knows what a finding calls by its id. */
export interface Names {
  readonly actor: (id: string) => string
  readonly group: (id: string) => string
  readonly sphere: (id: string) => string
  readonly space: (id: string) => string
  readonly actorType: (id: string) => string
  readonly tieKind: (id: string) => string
}

/** A language's words on findings. Sentences are made of nothing but the finding's own numbers. */
export interface FindingWords {
  readonly titles: Readonly<Record<FindingWire['kind'], string>>
  readonly grades: Readonly<Record<Grade, string>>
  readonly reasons: Readonly<Record<Reason, string>>
  /** What the reference of a finding keeps equal, and what it cannot see. */
  readonly references: Readonly<Record<Reference, string>>
  /** What was found: observed, expected, how sure. */
  readonly statement: (finding: FindingWire, names: Names) => string
  /** What to ask, or to try next; null where there is nothing to do. Never a verdict. */
  readonly suggestion: (finding: FindingWire, names: Names) => string | null
  /** Why a silent actor is to be asked, to go after its name. */
  readonly toAsk: (silent: DiagnosisWire['toAsk'][number]) => string
  /** What the probabilities of absent ties rest on, and how far to believe them. */
  readonly probability: string
  /** What is said of participants where a document names them: more may have taken part. */
  readonly floor: string
  /** Where the cross of the plane stands in cohesion, and who says so. */
  readonly cross: (cross: CrossWire) => string
  /** How well it bears further silence; null where that was not asked. */
  readonly prudence: (finding: FindingWire) => string | null
}

export type CrossWire = NonNullable<DiagnosisWire['profile']['cohesion']>['cross']

export type Numbers = FindingWire['dims'][number]

/** The number of a kind, which its rule always gives. Throws RangeError when it does not. */
export function needed(finding: FindingWire, key: Dimension): Numbers {
  const dim = numbersOf(finding, key)
  if (!dim) throw new RangeError(`${finding.id} has no ${key}`)
  return dim
}

/** The number of a kind; undefined when the finding does not have it. */
export function numbersOf(finding: FindingWire, key: Dimension): Numbers | undefined {
  return finding.dims.find((dim) => dim.key === key)
}

/** How many of the ties play a role in the finding. */
export function tiesAs(finding: FindingWire, role: FindingWire['ties'][number]['role']): number {
  return finding.ties.filter((tie) => tie.role === role).length
}

/** What a pair of spheres is called. */
export function spheresOf({ spheres }: Of<'excluded_spheres'>, names: Names): [string, string] {
  const [first = '', second = ''] = spheres ?? []
  return [names.sphere(first), names.sphere(second)]
}
