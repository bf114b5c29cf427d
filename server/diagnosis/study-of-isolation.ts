import { type Case, presentOf } from './case.ts'
import { type Finding, type FindingLevel, findingOf } from './finding.ts'
import { type DataQuality, reaches } from './response.ts'
import { isolatedFindings } from './rules/isolation.ts'
import type { Thresholds } from './thresholds.ts'
import type { Run } from './work.ts'

const isolationCodes = ['I0', 'I1', 'I2', 'I3', 'I4', 'I6', 'I7'] as const
type IsolationCode = (typeof isolationCodes)[number]
/** Rules that search from every actor. */
const searching: readonly IsolationCode[] = ['I3', 'I4', 'I7']

/**
 * Who is apart, hangs by one tie or one actor, or lets its ties fade. Every rule that looked and found nobody says so.
 *
 * Documents tell of ties, not of their absence: of I0 only that no document names one, of the rest nothing.
 */
export async function studyIsolation(
  subject: Case,
  quality: DataQuality,
  thresholds: Thresholds,
  run: Run,
  mostActors: number,
): Promise<Finding[]> {
  if (quality.gate === 'documents') {
    const unnamed = isolatedFindings(subject, quality, thresholds)
    return [...unnamed, ...missing(unnamed, 'insufficient', 'documents')]
  }
  if (!reaches(quality.gate, 'composition')) return missing([], 'insufficient', 'response_rate')
  const large = subject.actors.length > mostActors
  const found = await run('isolation', { subject: presentOf(subject), quality, thresholds, searching: !large })
  const unsearched = large ? searching.map((code) => findingOnNobody(code, 'insufficient', 'too_large')) : []
  const said = [...found, ...unsearched]
  return [...said, ...missing(said, 'none', null)]
}

/** A word for every rule that the findings leave out. */
function missing(findings: readonly Finding[], status: Finding['status'], reason: Finding['reason']): Finding[] {
  return isolationCodes
    .filter((code) => !findings.some((finding) => finding.code === code))
    .map((code) => findingOnNobody(code, status, reason))
}

function findingOnNobody(code: IsolationCode, status: Finding['status'], reason: Finding['reason']): Finding {
  const level: FindingLevel = code === 'I2' ? 'group' : 'actor'
  return findingOf(code, level, '', status, { reason })
}
