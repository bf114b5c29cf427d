import { alone, type Workers } from '../analysis/measure.ts'
import { weightedHolm } from '../diagnosis/statistics/multiplicity.ts'
import { type Agreement, agreementOfArcs, agreementOfPairs } from './agreement.ts'
import { type CommunityChange, communityChange, type Division, divisionNoise } from './communities.ts'
import {
  type Comparability,
  comparabilityOf,
  type Judged,
  judged,
  type Reason,
  type ResponseLevels,
  type Roster,
  responseLevels,
  rosterOf,
  unsaid,
} from './comparability.ts'
import { type Decomposition, decomposed } from './composition.ts'
import { type DensityChange, densityChange } from './density.ts'
import { type Doubt, doubtsOf } from './doubts.ts'
import { type FigureChange, type FigureId, figureChanges, figureIds, figureOf, witnessedSnapshots } from './figures.ts'
import type { WavePair } from './ground.ts'
import { missedShareOf, type PositionChanges, type PositionId, positionChanges, positionIds } from './positions.ts'
import { cautionLevel, type RecallChange, recallChange } from './recall.ts'
import { type SpherePairChange, spherePairChanges } from './sign-test.ts'
import type { Snapshot } from './snapshot.ts'
import { type StrengthChanges, strengthChangesOf } from './strength.ts'
import {
  type ComparedDeclaration,
  type ComparedPair,
  type Confirmation,
  compareDeclarations,
  comparePairs,
  confirmationOf,
  dyadTransitions,
  type Transitions,
} from './ties.ts'
import { type ToldTwice, toldTwice } from './told-twice.ts'
import { type TurnoverTables, turnoverOf } from './turnover.ts'
import { witnessedDyads } from './witnessed.ts'

/** Two waves side by side: all that can be said, and why the rest cannot. */
export interface Comparison {
  /** Ids of the nodes of the ground, which pairs and communities count. */
  readonly actors: readonly string[]
  readonly before: string
  readonly after: string
  readonly comparability: Comparability
  readonly roster: Roster
  readonly pairs: readonly ComparedPair[]
  readonly declarations: readonly ComparedDeclaration[]
  readonly agreement: Agreement
  /** Who names whom, as `confirmation` and `transitions`: not known of ties that nobody is said to tell. */
  readonly arcs: Judged<Agreement>
  readonly confirmation: Judged<Confirmation>
  readonly transitions: Judged<Transitions>
  readonly turnover: TurnoverTables
  readonly strengths: StrengthChanges
  readonly toldTwice: Judged<ToldTwice>
  readonly recall: Judged<RecallChange>
  readonly density: Judged<DensityChange>
  /** By figure, `density` and `meanDegree` left to the density. */
  readonly figures: ReadonlyMap<FigureId, Judged<FigureChange>>
  readonly spherePairs: Judged<readonly SpherePairChange[]>
  readonly positions: ReadonlyMap<PositionId, Judged<PositionChanges>>
  readonly communities: Judged<CommunityChange & { readonly noise: number; readonly isBeyondNoise: boolean }>
  readonly decompositions: readonly Decomposition[]
  /** Signs that the waves are not two of one thing. */
  readonly doubts: readonly Doubt[]
  readonly verdict: Verdict
}

/** The claims of change that were tested, together. */
export interface Verdict {
  /** Smallest p first. */
  readonly claims: readonly Claim[]
  /** `changed`: a claim is real. `unchanged`: none is. `unknown`: nothing could be tested. */
  readonly outcome: 'changed' | 'unchanged' | 'unknown'
  /** Whether the waves were not answered alike, so that figures differ for that reason. */
  readonly isToldOtherwise: boolean
}

export interface Claim {
  readonly about: 'turnover' | 'density' | 'spherePairs' | FigureId
  readonly p: number
  /** Holm over all claims of the comparison, by their weights: the chance of saying that anything changed where nothing did is at most 5 %. */
  readonly adjusted: number
  /** Holds after Holm, and does not owe to how readily ties were told. */
  readonly isReal: boolean
}

export interface CompareOptions {
  /** Root of every stream of chance. */
  readonly seed: string
  /** Of the bootstrap; default 1,000. */
  readonly bootstrapDraws?: number
  /** Of the noise bands of actors; default 200. 0: no actors are compared. */
  readonly noiseDraws?: number
  readonly levels?: ResponseLevels
  /** Divisions of either wave, those that are shown; null: communities are not compared. */
  readonly divisions?: readonly [Division, Division] | null
}

const testedFigures = figureIds.filter((id) => id !== 'density' && id !== 'meanDegree')
const decomposedFigures = ['density', 'meanDegree', 'ei', 'transitivity', 'opening'] as const
export const claimLevel = 0.05
/**
 * Shares of the level, before Holm: half to whether ties turned over, which a survey after a year shows best, a quarter to density, and a quarter to all others together. Measured on seeds of
 * the fictitious territory, equal shares find change in three where these find it in four.
 */
export const claimWeights = { turnover: 12, density: 6, other: 1 } as const
const leastForCommunities = 20
/** Of the noise of communities, fewer where each takes long: their fifth percentile hardly moves. */
const drawsOf = ({ nodes }: Snapshot) => (nodes.length <= 500 ? 100 : 40)

/**
 * A comparison from beginning to end.
 *
 * @param workers who does what takes long: the same comparison whoever they are
 */
export function compareWaves(pair: WavePair, options: CompareOptions, workers: Workers = alone): Comparison {
  const { seed, bootstrapDraws = 1000, noiseDraws = 200, levels = responseLevels, divisions = null } = options
  const stream = `${seed}:waves:${pair.before.wave}:${pair.after.wave}`
  const comparability = comparabilityOf(pair, levels)
  const { barrier } = comparability
  const compared = comparePairs(pair)
  const snapshots = witnessedSnapshots(pair)
  const witnessed = witnessedDyads(pair)
  const turnover = turnoverOf(pair, compared)
  const density: Judged<DensityChange> = allowed(barrier.levels, () => {
    const found = densityChange(witnessed, bootstrapDraws, `${stream}:density`, workers)
    return found ? judged(found) : unsaid('no_ties')
  })
  const recall = allowed(barrier.levels, () => recallChange(pair))
  const figures: Comparison['figures'] = barrier.levels
    ? barred(barrier.levels)
    : honest(figureChanges(testedFigures, snapshots, `${stream}:figures`, workers), recall)
  const twice = allowed(barrier.levels, () => toldTwice(pair, compared))
  const spherePairs: Judged<readonly SpherePairChange[]> = allowed(barrier.levels, () =>
    pair.spheres.names.length < 2 ? unsaid('no_spheres') : judged(spherePairChanges(pair, witnessed)),
  )
  const missedShare = missedShareOf(snapshots[0], figureOf('confirmed', snapshots[0]))
  const positions = new Map<PositionId, Judged<PositionChanges>>()
  for (const id of positionIds) {
    const drawing = { draws: noiseDraws, stream: `${stream}:positions`, missedShare }
    const change = () =>
      noiseDraws === 0 ? unsaid('no_draws') : positionChanges(pair.actors, id, snapshots, drawing, workers)
    positions.set(id, allowed(barrier.positions, change))
  }
  const communities: Comparison['communities'] = allowed(barrier.positions, () => {
    if (!divisions || snapshots[0].nodes.length < leastForCommunities) return unsaid('too_small')
    const change = communityChange(...divisions)
    const noise = divisionNoise(
      snapshots[0],
      Math.max(0.1, missedShare),
      drawsOf(snapshots[0]),
      `${stream}:communities`,
      workers,
    )
    const { adjustedRand } = change.agreement
    return judged({ ...change, noise, isBeyondNoise: adjustedRand !== null && adjustedRand < noise })
  })
  const declarations = compareDeclarations(pair)
  const agreement = agreementOfPairs(pair, compared)
  const roster = rosterOf(pair)
  const namesSpeakers = pair.before.namesSpeakers && pair.after.namesSpeakers
  const told = <T>(say: () => T): Judged<T> => (namesSpeakers ? judged(say()) : unsaid('no_reporters'))
  return {
    actors: pair.actors,
    before: pair.before.wave,
    after: pair.after.wave,
    comparability,
    roster,
    pairs: compared,
    declarations,
    agreement,
    arcs: told(() => agreementOfArcs(pair, compared)),
    confirmation: told(() => confirmationOf(pair, compared)),
    transitions: told(() => dyadTransitions(pair, compared)),
    turnover,
    strengths: strengthChangesOf(declarations),
    toldTwice: twice,
    recall,
    density,
    figures,
    spherePairs,
    positions,
    communities,
    decompositions: barrier.levels ? [] : decomposedFigures.flatMap((id) => decomposed(id, pair) ?? []),
    doubts: doubtsOf(pair, { roster, agreement, pairs: compared }),
    verdict: verdictOf({ density, figures, told: twice, recall, spherePairs }),
  }
}

function barred(reason: Reason): Comparison['figures'] {
  return new Map(testedFigures.map((id) => [id, unsaid(reason)]))
}

/** Without the figures that a change of recall moved: their intervals would be around something else than what is true. */
function honest(figures: Comparison['figures'], { value: recall }: Comparison['recall']): Comparison['figures'] {
  if (!recall || recall.p > cautionLevel) return figures
  return new Map([...figures].map(([id, found]) => [id, id === 'confirmed' ? found : unsaid('told_otherwise')]))
}

function allowed<T>(barrier: Judged<unknown>['reason'], say: () => Judged<T>): Judged<T> {
  return barrier ? unsaid(barrier) : say()
}

type Tested = Pick<Comparison, 'density' | 'figures' | 'recall' | 'spherePairs'> & { readonly told: Judged<ToldTwice> }

export function weightOf(about: Claim['about']): number {
  return about === 'turnover' || about === 'density' ? claimWeights[about] : claimWeights.other
}

/**
 * Holm over one claim of each kind, by its weight: that of the pairs of spheres is the smallest of their q (Simes); that of density the larger of its p and of that of the growth once
 * forgetting is taken off. How many ties are confirmed is no claim: whether ties are told more readily or are truly more mutual cannot be known.
 */
function verdictOf({ density, figures, told, recall, spherePairs }: Tested): Verdict {
  const tested: Pick<Claim, 'about' | 'p'>[] = []
  if (told.value) tested.push({ about: 'turnover', p: told.value.p })
  if (density.value) tested.push({ about: 'density', p: Math.max(density.value.dyadic.p, recall.value?.growthP ?? 0) })
  for (const [about, { value }] of figures) if (value && about !== 'confirmed') tested.push({ about, p: value.p })
  if (spherePairs.value && spherePairs.value.length > 0) {
    tested.push({ about: 'spherePairs', p: Math.min(...spherePairs.value.map(({ q }) => q)) })
  }
  const isToldOtherwise = recall.value !== null && recall.value.p <= claimLevel
  const mayBeToldOtherwise = recall.value !== null && recall.value.p <= cautionLevel
  const adjusted = weightedHolm(
    tested.map(({ p }) => p),
    tested.map(({ about }) => weightOf(about)),
  )
  const claims = tested.map((claim, i): Claim => {
    const isAware = claim.about === 'turnover' || claim.about === 'density'
    const isReal = adjusted[i]! <= claimLevel && (isAware || !mayBeToldOtherwise)
    return { ...claim, adjusted: adjusted[i]!, isReal }
  })
  claims.sort((a, b) => a.p - b.p)
  const outcome = claims.length === 0 ? 'unknown' : claims.some(({ isReal }) => isReal) ? 'changed' : 'unchanged'
  return { claims, outcome, isToldOtherwise }
}
