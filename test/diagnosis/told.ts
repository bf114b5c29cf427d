import { aboutOf, type Finding, type FindingOf, type Kind } from '../../server/diagnosis/finding.ts'

/** The findings of one kind. */
export function ofKind<K extends Kind>(findings: readonly Finding[], kind: K): FindingOf<K>[] {
  return findings.filter((finding) => finding.kind === kind) as Finding[] as FindingOf<K>[]
}

export function signalsOf<K extends Kind>(findings: readonly Finding[], kind: K): FindingOf<K>[] {
  return ofKind(findings, kind).filter(({ status }) => status === 'signal')
}

/** Whom or what a finding is about, « a / b » of two; empty: nobody in particular. */
export function subjectOf(finding: Finding): string {
  return Object.values(aboutOf(finding)).flat().join(' / ')
}
