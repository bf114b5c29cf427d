import type { Territory } from '../territory/territory.ts'
import { type BareNetwork, caseOfNetwork } from './bare-case.ts'
import type { Case } from './case.ts'
import { type Diagnosis, inOrder } from './diagnosis.ts'
import { type Finding, type FindingLevel, findingOf } from './finding.ts'
import { type PlaneDraws, profileOf, type Sensitivity } from './profile.ts'
import { renewalOf } from './renewal.ts'
import { type DataQuality, dataQualityOf, reaches } from './response.ts'
import { isolatedFindings } from './rules/isolation.ts'
import { fragileOpeningFinding, type Peers, withdrawalFinding } from './rules/territory.ts'
import { ActorStudy } from './study-of-actors.ts'
import { GroupStudy } from './study-of-groups.ts'
import { withSurvival } from './survival-of-findings.ts'
import { type CaseOptions, caseOf } from './territory-case.ts'
import { defaultRules, type Rules, rulesOf } from './thresholds.ts'
import { here, type Run } from './work.ts'

export interface DiagnosisOptions {
  /** Names every stream of chance: the same seed and data give the same findings, on one worker or four. */
  readonly seed?: string
  readonly rules?: Rules
  /** Openings of comparable territories. */
  readonly peers?: Peers
  /** `first` stops at the first complete findings. Default: `refined`. */
  readonly until?: Diagnosis['stage']
  /** Default: here and now. Rejects when the work is called off, and the diagnosis with it. */
  readonly run?: Run
  /** Called with everything known so far: once complete, and again as it is refined. The last call is what is returned. */
  readonly report?: (diagnosis: Diagnosis) => void
}

/** How often chance is asked. */
export const effort = {
  /** Draws of a null model for a table, and for a flag that is published. */
  table: 1_999,
  published: 9_999,
  /** For actors still in the race, unless their network is so large that the proposals would take minutes. */
  most: 99_999,
  mostProposals: 3_000_000_000,
  pilots: 19_999,
  plane: 199,
  bootstrap: 999,
  band: 200,
  survival: 100,
} as const

/** Bitsets of more actors than this no longer fit in memory; their closure is not judged. */
export const mostActors = 20_000

/** The diagnosis of a wave of a territory, by its own thresholds. Throws RangeError for an unknown wave. */
export async function diagnoseTerritory(
  territory: Territory,
  wave: string,
  options: DiagnosisOptions & CaseOptions = {},
): Promise<Diagnosis> {
  const rules = options.rules ?? rulesOf(territory.settings)
  return diagnose(caseOf(territory, wave, rules, options), { ...options, rules })
}

/** The diagnosis of a network that came without a territory. */
export async function diagnoseNetwork(network: BareNetwork, options: DiagnosisOptions = {}): Promise<Diagnosis> {
  return diagnose(caseOfNetwork(network), options)
}

export async function diagnose(subject: Case, options: DiagnosisOptions = {}): Promise<Diagnosis> {
  const { seed = 'maillage', rules = defaultRules, peers = [], until = 'refined', run = here, report } = options
  const { thresholds } = rules
  const quality = dataQualityOf(subject, thresholds)
  const renewal = renewalOf(subject)
  const study = [subject, quality, thresholds, renewal, seed, run, mostActors] as const
  const groups = new GroupStudy(...study)
  const actors = new ActorStudy(...study)
  const small = subject.actors.length <= mostRefinedFirst

  const conclude = (others: readonly Finding[], plane: PlaneDraws | null, sensitivity: Sensitivity | null) => {
    const profile = profileOf(subject, groups.draws, plane, sensitivity, renewal)
    const closed = groups.findings.filter(({ code, status }) => code === 'lock_in' && status === 'signal')
    const members = new Set(closed.flatMap((finding) => finding.members))
    const findings = [
      ...groups.findings,
      ...actors.findings.map((finding) => ({
        ...finding,
        memberOf: closed.filter((group) => group.members.includes(finding.subject)).map((group) => group.subject),
      })),
      withdrawalFinding(subject, quality, profile, members, peers, thresholds),
      fragileOpeningFinding(subject, quality, thresholds),
      ...others,
    ]
    return { profile, findings: findings.map((finding) => ({ ...finding, rule: rules.version })) }
  }
  const diagnosis = ({ profile, findings }: ReturnType<typeof conclude>, stage: Diagnosis['stage']): Diagnosis => ({
    wave: subject.wave,
    rule: rules.version,
    seed,
    findings: inOrder(findings),
    profile,
    dataQuality: quality,
    stage,
  })

  const [isolation, programme, planeAtFirst] = await Promise.all([
    isolationOf(subject, quality, thresholds, run),
    run('programme', { subject, thresholds, pilots: effort.pilots, spheres: effort.table, seed: `${seed}:programme` }),
    small ? planeOf(subject, quality, seed, run) : null,
    groups.study(effort.table),
    actors.study(effort.table),
  ])
  const others = [...isolation, ...programme]
  const first = diagnosis(conclude(others, planeAtFirst, null), 'first')
  report?.(first)
  if (until === 'first') return first

  const [sensitivity, plane] = await Promise.all([
    run('sensitivity', {
      subject,
      responseRate: quality.responseRate,
      bootstrap: effort.bootstrap,
      band: effort.band,
      stream: `${seed}:sensitivity`,
    }),
    planeAtFirst ?? planeOf(subject, quality, seed, run),
    groups.isUnderWay ? groups.study(effort.published) : null,
    publishActors(actors),
  ])
  const concluded = conclude(others, plane, sensitivity)
  const findings = await withSurvival(concluded.findings, {
    subject,
    quality,
    thresholds,
    actorLevel: actors.largestP,
    seed,
    run,
  })
  const refined = diagnosis({ ...concluded, findings }, 'refined')
  report?.(refined)
  return refined
}

/** Up to this many actors the reference cross is part of the first findings. */
const mostRefinedFirst = 300

/** Documents tell of ties, not of their absence: of I0 only that no document names a tie, of the rest nothing. */
async function isolationOf(
  subject: Case,
  quality: DataQuality,
  thresholds: Rules['thresholds'],
  run: Run,
): Promise<Finding[]> {
  const reason =
    quality.gate === 'documents' ? 'documents' : reaches(quality.gate, 'composition') ? null : 'response_rate'
  if (reason === null) return stated(await run('isolation', { subject, quality, thresholds }))
  const isolated = reason === 'documents' ? isolatedFindings(subject, quality, thresholds) : []
  const codes = isolationCodes.filter((code) => code !== 'I0' || isolated.length === 0)
  return [...isolated, ...codes.map((code) => findingOf(code, levelOf(code), '', 'insufficient', { reason }))]
}

const isolationCodes = ['I0', 'I1', 'I2', 'I3', 'I4', 'I6', 'I7'] as const

/** Every rule that looked and found nobody says so. */
function stated(findings: readonly Finding[]): Finding[] {
  const silent = isolationCodes.filter((code) => !findings.some((finding) => finding.code === code))
  return [...findings, ...silent.map((code) => findingOf(code, levelOf(code), '', 'none'))]
}

function levelOf(code: (typeof isolationCodes)[number]): FindingLevel {
  return code === 'I2' ? 'group' : 'actor'
}

async function planeOf(subject: Case, quality: DataQuality, seed: string, run: Run): Promise<PlaneDraws | null> {
  if (!reaches(quality.gate, 'composition') || subject.actors.length > mostActors) return null
  return run('planeDraws', { subject, draws: effort.plane, stream: `${seed}:plane` })
}

/** What is to be published, and what only more draws can settle. */
async function publishActors(actors: ActorStudy): Promise<void> {
  const most = Math.min(effort.most, Math.floor(effort.mostProposals / Math.max(1, actors.proposals)))
  if (actors.isUnderWay) await actors.study(Math.min(effort.published, most))
  if (actors.isUnresolved && most > effort.published) await actors.study(most)
}
