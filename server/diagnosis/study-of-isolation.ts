import { type Case, presentOf } from './case.ts'
import { type Finding, findingOf } from './finding.ts'
import type { Reconstruction } from './reconstruction.ts'
import { type DataQuality, reaches } from './response.ts'
import { type AbsenceCounts, type Absences, absenceFindings, absencesIn, unnamedFindings } from './rules/isolation.ts'
import type { Thresholds } from './thresholds.ts'
import { type Silent, whomToAsk } from './whom-to-ask.ts'
import type { RunPiece } from './work.ts'

const looked = ['isolated_actor', 'single_tie', 'islet', 'peripheral_actor', 'dependent_actor', 'fading_ties'] as const
/** Rules that search from every actor. */
const searching = ['peripheral_actor'] as const

/** Draws of the ties that nobody told of, and how many make a piece of work. */
const draws = 300
const chunkSize = 30

export interface IsolationStudy {
  readonly findings: readonly Finding[]
  /** Empty where nobody was asked, and where nobody answered. */
  readonly toAsk: readonly Silent[]
}

/**
 * Who is apart, hangs by one tie or one actor, or lets its ties fade, and whose answer would tell. Every rule that looked and found nobody says so.
 *
 * Documents tell of ties, not of their absence: of isolation only that no document names one, of the rest nothing.
 */
export async function studyIsolation(
  subject: Case,
  quality: DataQuality,
  thresholds: Thresholds,
  seed: string,
  run: RunPiece,
  mostActors: number,
): Promise<IsolationStudy> {
  if (quality.basis !== 'survey') {
    const unnamed = unnamedFindings(subject, quality.basis)
    return { findings: [...unnamed, ...missing(unnamed, 'insufficient', quality.basis)], toAsk: [] }
  }
  const present = presentOf(subject)
  const reconstruction = quality.answered > 0 ? await run('reconstruction', { subject: present }) : null
  const toAsk = reconstruction ? whomToAsk(subject, reconstruction) : []
  if (!reconstruction || !reaches(quality.gate, 'composition')) {
    return { findings: missing([], 'insufficient', 'response_rate'), toAsk }
  }
  const large = subject.actors.length > mostActors
  const absences = absencesIn(subject, thresholds)
  const [counts, others] = await Promise.all([
    countsOf(subject, absences, reconstruction, thresholds, `${seed}:untold`, run),
    run('isolation', { subject: present, quality, thresholds, searching: !large }),
  ])
  const branchAt = new Map(absences.branches.map((node, i) => [subject.actors[node], counts.branches[i]! / draws]))
  const unsearched = large ? searching.map((kind) => findingOf(kind, 'insufficient', { reason: 'too_large' })) : []
  const said = [
    ...absenceFindings(subject, absences, reconstruction, counts, draws, thresholds),
    ...others.flatMap((finding) => {
      if (finding.kind !== 'peripheral_actor' || finding.status !== 'fact') return [finding]
      const probability = branchAt.get(finding.actor ?? undefined) ?? 0
      return probability > thresholds['absence.leastProbability'] ? [{ ...finding, probability }] : []
    }),
    ...unsearched,
  ]
  return { findings: [...said, ...missing(said, 'none', null)], toAsk }
}

/** Pieces of work name their draws: they add up to the same on any number of threads. */
async function countsOf(
  { all: { graph } }: Case,
  { islets, dependent, branches }: Absences,
  reconstruction: Reconstruction,
  thresholds: Thresholds,
  stream: string,
  run: RunPiece,
): Promise<AbsenceCounts> {
  const chunks = Array.from({ length: Math.ceil(draws / chunkSize) }, (_, i) => i * chunkSize)
  const counted = await Promise.all(
    chunks.map((from) =>
      run('absences', {
        graph,
        reconstruction,
        thresholds,
        absences: { islets, dependent, branches },
        from,
        to: Math.min(draws, from + chunkSize),
        stream,
      }),
    ),
  )
  const sumOf = (key: keyof AbsenceCounts, length: number) =>
    Int32Array.from({ length }, (_, i) => counted.reduce((sum, counts) => sum + counts[key][i]!, 0))
  return {
    islets: sumOf('islets', islets.length),
    dependent: sumOf('dependent', dependent.length),
    branches: sumOf('branches', branches.length),
  }
}

/** A word for every rule that the findings leave out. */
function missing(findings: readonly Finding[], status: Finding['status'], reason: Finding['reason']): Finding[] {
  return looked
    .filter((kind) => !findings.some((finding) => finding.kind === kind))
    .map((kind) => findingOf(kind, status, { reason }))
}
