import type { Diagnosis } from '../diagnosis/diagnosis.ts'
import type { Dim, Finding } from '../diagnosis/finding.ts'

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

type Required = Pick<Finding, 'code' | 'level' | 'subject' | 'status'>
type Optional = Omit<Finding, keyof Required | 'dims' | 'id' | 'severity' | 'rule'>

/** A finding without what it leaves empty, its numbers without the shape of the draws. */
export type FindingEntry = Required & { readonly dims: readonly Omit<Dim, 'distribution'>[] } & {
  readonly [K in keyof Optional]?: NonNullable<Optional[K]>
}

export function documentOf({ findings, toAsk, profile, dataQuality, rule, seed }: Diagnosis): DiagnosisDocument {
  return { findings: findings.map(entryOf), toAsk, profile, dataQuality, rule, seed }
}

function entryOf(finding: Finding): FindingEntry {
  const {
    code,
    level,
    subject,
    members,
    status,
    grade,
    dims,
    probability,
    survival,
    reason,
    id: _,
    severity,
    rule,
    ...evidence
  } = finding
  const numbers = dims.map(({ distribution, ...dim }) => dim)
  const head = { code, level, subject, ...said({ members }), status, ...said({ grade }), dims: numbers }
  return { ...head, ...said({ probability, survival, reason, ...evidence }) }
}

/** What is not null, and not an empty list. */
function said<T extends object>(facts: T): { readonly [K in keyof T]?: NonNullable<T[K]> } {
  const kept = Object.entries(facts).filter(([, fact]) => fact !== null && !(Array.isArray(fact) && fact.length === 0))
  return Object.fromEntries(kept) as { readonly [K in keyof T]?: NonNullable<T[K]> }
}
