import { type Case, presentOf } from './case.ts'
import { dependsOnAnswers, type Finding } from './finding.ts'
import type { DataQuality } from './response.ts'
import type { Thresholds } from './thresholds.ts'
import type { RunPiece } from './work.ts'

interface Prudence {
  readonly subject: Case
  readonly quality: DataQuality
  readonly thresholds: Thresholds
  /** The largest combined p among the actors flagged. */
  readonly actorLevel: number
  readonly replicates: number
  readonly seed: string
  readonly run: RunPiece
}

/** Pieces of work that the replicates are shared out to: enough for every thread. */
const pieces = 10
/** Larger networks get a fifth of the replicates: each costs a diagnosis. */
const mostSmall = 500

/**
 * Prudent diagnosis: each signal learns how often it would still be one if as many respondents again, in proportion, had not answered, and
 * below the threshold it no longer says whom it is about. 1 when everybody answered; null for what no survey is behind.
 */
export async function withSurvival(findings: readonly Finding[], prudence: Prudence): Promise<Finding[]> {
  const { quality, thresholds } = prudence
  const rate = quality.responseRate
  const asked = findings.filter((finding) => finding.status === 'signal' && dependsOnAnswers(finding))
  if (rate === null || asked.length === 0) return [...findings]
  const shares = rate === 1 ? asked.map(() => 1) : await sharesOf(asked, prudence)
  const survivalOf = new Map(asked.map((finding, i) => [finding.id, shares[i]!]))
  return findings.map((finding) => {
    const survival = survivalOf.get(finding.id)
    if (survival === undefined) return finding
    return { ...finding, survival, named: survival >= thresholds['survival.names'] }
  })
}

async function sharesOf(asked: readonly Finding[], prudence: Prudence): Promise<number[]> {
  const { subject, quality, thresholds, actorLevel, seed, run } = prudence
  const count = subject.actors.length <= mostSmall ? prudence.replicates : Math.ceil(prudence.replicates / 5)
  const findings = asked.map(({ id, kind }) => ({ id, kind }))
  const parts = Math.min(pieces, count)
  const work = Array.from({ length: parts }, (_, part) => {
    const [from, to] = [Math.floor((part * count) / parts), Math.floor(((part + 1) * count) / parts)]
    return run('survival', { subject: presentOf(subject), quality, thresholds, findings, actorLevel, from, to, seed })
  })
  const survived = await Promise.all(work)
  return asked.map((_, i) => survived.reduce((sum, counts) => sum + counts[i]!, 0) / count)
}
