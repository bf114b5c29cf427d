import type { Territory } from '../domain/territory.ts'
import { type BareNetwork, caseOfNetwork } from './bare-case.ts'
import { type Case, presentOf } from './case.ts'
import { type Diagnosis, inOrder } from './diagnosis.ts'
import type { Finding } from './finding.ts'
import { cohesionTold, type PlaneDraws, profileOf, type Sensitivity } from './profile.ts'
import { renewalOf } from './renewal.ts'
import { type DataQuality, dataQualityOf, reaches } from './response.ts'
import { fragileOpeningFinding, type Peers, withdrawalFinding } from './rules/territory.ts'
import { ActorStudy } from './study-of-actors.ts'
import { GroupStudy } from './study-of-groups.ts'
import { studyIsolation } from './study-of-isolation.ts'
import { SphereStudy } from './study-of-spheres.ts'
import { withSurvival } from './survival-of-findings.ts'
import { type CaseOptions, caseOf } from './territory-case.ts'
import { defaultRules, type Rules, rulesOf } from './thresholds.ts'
import { stayersIn } from './trajectory.ts'
import { here, type RunPiece } from './work.ts'

export interface DiagnosisOptions {
  /** Names every stream of chance: the same seed and data give the same findings, on one worker or four. */
  readonly seed?: string
  readonly rules?: Rules
  /** Openings of comparable territories. */
  readonly peers?: Peers
  /** `first` stops at the first complete findings. Default: `refined`. */
  readonly until?: Diagnosis['stage']
  readonly effort?: Partial<Effort>
  /** Default: here and now. Rejects when the work is called off, and the diagnosis with it. */
  readonly run?: RunPiece
  /** Called as pieces of work are asked for and done. */
  readonly progress?: (done: number, asked: number) => void
  /** Called with everything known so far: once complete, and again as it is refined. The last call is what is returned. */
  readonly report?: (diagnosis: Diagnosis) => void
}

/** How often chance is asked. */
export interface Effort {
  /** Draws of a null model for a table, and for a flag that is published. */
  readonly table: number
  readonly published: number
  /** For actors still in the race, unless their network is so large that the proposals would take minutes. */
  readonly most: number
  /** Draws of pilots and of projects. */
  readonly programme: number
  /** Draws for the reference cross. */
  readonly plane: number
  readonly bootstrap: number
  /** Replicates behind a band, and behind survival. */
  readonly band: number
  readonly survival: number
}

export const defaultEffort: Effort = {
  table: 1_999,
  published: 9_999,
  most: 99_999,
  programme: 19_999,
  plane: 199,
  bootstrap: 999,
  band: 200,
  survival: 60,
}

/** About a minute of proposals, of Null B, and of Null C, which weighs each. */
const mostProposals = { mixing: 3_000_000_000, clustered: 300_000_000 }

/** Beyond, bitsets no longer fit in memory and searches from everybody take minutes: closure is not judged, nor who depends on whom. */
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
  const { seed = 'maillage', rules = defaultRules, peers = [], until = 'refined', report } = options
  const run = counted(options.run ?? here, options.progress)
  const effort = { ...defaultEffort, ...options.effort }
  const { thresholds } = rules
  const quality = dataQualityOf(subject, thresholds)
  const renewal = renewalOf(subject)
  const study = [subject, quality, thresholds, renewal, seed, run, mostActors] as const
  const groups = new GroupStudy(...study)
  const actors = new ActorStudy(...study)
  const spheres = new SphereStudy(subject, quality, thresholds, seed, run, mostActors)
  const small = subject.actors.length <= mostRefinedFirst
  const atFirst = small || until === 'first' ? effort.table : Math.min(effort.table, drawsOfLarge)

  const conclude = (others: readonly Finding[], plane: PlaneDraws | null, sensitivity: Sensitivity | null) => {
    const profile = profileOf(subject, groups.draws, plane, sensitivity, renewal, thresholds)
    const closed = groups.findings.flatMap((finding) =>
      finding.kind === 'closed_group' && finding.group && finding.status === 'signal' ? [finding] : [],
    )
    const members = new Set(closed.flatMap((finding) => finding.members))
    const findings = [
      ...groups.findings,
      ...actors.findings.map((finding) => ({
        ...finding,
        closedGroups: closed.flatMap(({ group, members }) =>
          group && finding.actor !== null && members.includes(finding.actor) ? [group] : [],
        ),
      })),
      withdrawalFinding(subject, quality, profile, members, peers, thresholds),
      fragileOpeningFinding(subject, quality, thresholds),
      ...spheres.findings,
      ...others,
    ]
    return { profile, findings: findings.map((finding) => ({ ...finding, rule: rules.version })) }
  }
  const [isolation, programme, planeAtFirst] = await Promise.all([
    studyIsolation(subject, quality, thresholds, seed, run, mostActors),
    run('programme', { subject, thresholds, draws: effort.programme, seed: `${seed}:programme` }),
    small ? planeOf(subject, quality, effort, seed, run) : null,
    groups.study(atFirst),
    spheres.study(atFirst),
    // Null C, which takes as long as all the rest, waits for who waits.
    actors.study(atFirst, until === 'first' ? effort.table : 0),
  ])
  /** To all draws of a table, where fewer did not settle it. */
  const goOn = async (study: GroupStudy | ActorStudy | SphereStudy) => {
    if (atFirst < effort.table && study.drawn >= atFirst) await study.study(effort.table)
  }
  const diagnosis = ({ profile, findings }: ReturnType<typeof conclude>, stage: Diagnosis['stage']): Diagnosis => ({
    wave: subject.wave,
    rule: rules.version,
    seed,
    findings: inOrder(findings),
    toAsk: isolation.toAsk,
    profile,
    dataQuality: quality,
    stage,
  })
  const others = [...isolation.findings, ...programme]
  const first = diagnosis(conclude(others, planeAtFirst, null), 'first')
  report?.(first)
  if (until === 'first') return first

  const [sensitivity, plane] = await Promise.all([
    sensitivityTo(subject, quality, effort, seed, run),
    planeAtFirst ?? planeOf(subject, quality, effort, seed, run),
    goOn(groups).then(() => (groups.isUnderWay ? groups.study(effort.published) : null)),
    goOn(spheres),
    goOn(actors).then(() => publishActors(actors, effort)),
  ])
  const concluded = conclude(others, plane, sensitivity)
  const findings = await withSurvival(concluded.findings, {
    subject,
    quality,
    thresholds,
    actorLevel: actors.largestP,
    replicates: effort.survival,
    seed,
    run,
  })
  const refined = diagnosis({ ...concluded, findings }, 'refined')
  report?.(refined)
  return refined
}

function counted(run: RunPiece, progress: DiagnosisOptions['progress']): RunPiece {
  if (!progress) return run
  let asked = 0
  let done = 0
  return async (job, work) => {
    progress(done, ++asked)
    const result = await run(job, work)
    progress(++done, asked)
    return result
  }
}

/** Up to this many actors the reference cross is part of the first findings, which stand on all draws of a table. */
const mostRefinedFirst = 300
/** Beyond, the first findings stand on so many: whole chunks, so that what is drawn afterwards goes on from them. */
const drawsOfLarge = 1_000

async function planeOf(
  subject: Case,
  quality: DataQuality,
  effort: Effort,
  seed: string,
  run: RunPiece,
): Promise<PlaneDraws | null> {
  if (!isPlaced(subject, quality)) return null
  return run('planeDraws', {
    subject: presentOf(subject),
    stayers: stayersIn(subject),
    draws: effort.plane,
    stream: `${seed}:plane`,
  })
}

function isPlaced({ actors }: Case, { gate }: DataQuality): boolean {
  return reaches(gate, 'composition') && actors.length <= mostActors
}

/** The cohesion that a diagnosis of the same seed tells; null where it tells none, or with too large an error to place a territory. */
export function cohesionOf(subject: Case, { thresholds }: Rules, seed: string): number | null {
  if (!isPlaced(subject, dataQualityOf(subject, thresholds))) return null
  return cohesionTold(subject, thresholds, defaultEffort.plane, `${seed}:plane`)
}

/** Whom a survey happened to ask can be varied; what a document says is what it says. */
async function sensitivityTo(
  subject: Case,
  quality: DataQuality,
  { bootstrap, band }: Effort,
  seed: string,
  run: RunPiece,
): Promise<Sensitivity | null> {
  if (quality.responseRate === null) return null
  const { responseRate } = quality
  return run('sensitivity', {
    subject: presentOf(subject),
    responseRate,
    bootstrap,
    band,
    stream: `${seed}:sensitivity`,
  })
}

/** What is to be published, and what only more draws can settle. */
async function publishActors(actors: ActorStudy, { table, published, most }: Effort): Promise<void> {
  const affordable = (kind: 'mixing' | 'clustered') =>
    Math.min(most, Math.floor(mostProposals[kind] / Math.max(1, actors.proposals[kind])))
  const [mixing, clustered] = [affordable('mixing'), affordable('clustered')]
  if (actors.isUnderWay) await actors.study(Math.min(published, mixing), Math.min(table, clustered))
  if (actors.isUnresolved && mixing > published) await actors.study(mixing, clustered)
}
