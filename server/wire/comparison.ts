import { z } from 'zod'
import { gates } from '../diagnosis/response.ts'
import { bases } from '../domain/vocabulary.ts'
import type { CommunityChange } from '../waves/communities.ts'
import { setEvents } from '../waves/communities.ts'
import { type Comparability, type Judged, type Roster, reasons } from '../waves/comparability.ts'
import type { Verdict } from '../waves/compare.ts'
import type { Decomposition } from '../waves/composition.ts'
import type { DensityChange } from '../waves/density.ts'
import type { Doubt } from '../waves/doubts.ts'
import { type FigureChange, figureIds } from '../waves/figures.ts'
import { type FindingFate, findingFates, findingReasons } from '../waves/finding-fates.ts'
import { standings } from '../waves/ground.ts'
import type { IntroductionOutcome } from '../waves/introductions.ts'
import type { PlaneMove } from '../waves/plane.ts'
import { type PositionChanges, positionIds } from '../waves/positions.ts'
import { type ProgrammeChange, spaceFates } from '../waves/programme.ts'
import type { RecallChange } from '../waves/recall.ts'
import { type ActorHistory, courses, type Series } from '../waves/series.ts'
import type { SpherePairChange } from '../waves/sign-test.ts'
import type { StrengthChanges } from '../waves/strength.ts'
import { certainties, type Statement, sections } from '../waves/summary.ts'
import { type Confirmation, fates, type Transitions, tieReasons } from '../waves/ties.ts'
import type { ToldTwice } from '../waves/told-twice.ts'
import type { TurnoverTables } from '../waves/turnover.ts'
import { wordsOfList } from './list.ts'

const ids = z.array(z.string())
const interval = z.strictObject({ low: z.number(), high: z.number() })
const estimate = z.strictObject({ value: z.number(), standardError: z.number(), interval })
const reason = z.enum(reasons)

function judged<T>(value: z.ZodType<T>): z.ZodType<Judged<T>> {
  return z.union([
    z.strictObject({ value, reason: z.null() }),
    z.strictObject({ value: z.null(), reason }),
  ]) as unknown as z.ZodType<Judged<T>>
}

const sideSchema = z.strictObject({
  wave: z.string(),
  date: z.string().nullable(),
  basis: z.enum(bases),
  /** Ids of the actors that stand so. */
  standings: z.record(z.enum(standings), ids),
})

const barrier = reason.nullable()
const comparabilitySchema = z.strictObject({
  bases: z.tuple([sideSchema.shape.basis, sideSchema.shape.basis]),
  gate: z.enum(gates),
  response: z.tuple([z.number().nullable(), z.number().nullable()]),
  witnesses: z.int(),
  barrier: z.strictObject({
    presence: barrier,
    ties: barrier,
    levels: barrier,
    positions: barrier,
    programme: barrier,
  }),
}) satisfies z.ZodType<Comparability>

const rosterSchema = z.strictObject({
  stayers: ids,
  witnesses: ids,
  joiners: ids,
  leavers: ids,
  named: ids,
}) satisfies z.ZodType<Roster>

const pairSchema = z.strictObject({
  ends: z.array(z.string()),
  /** Who told of the tie; null among them: it is nobody’s word. */
  before: z.array(z.string().nullable()),
  after: z.array(z.string().nullable()),
  fate: z.enum(fates),
  reason: z.enum(tieReasons).nullable(),
  sameWitness: z.boolean(),
})

const counts = { kept: z.int(), ended: z.int(), new: z.int(), never: z.int() }
const share = z.number().nullable()
const agreementSchema = z.strictObject({
  ...counts,
  dyads: z.int(),
  densityBefore: share,
  densityAfter: share,
  jaccard: share,
  hamming: z.int(),
  hammingShare: share,
  survival: share,
  novelty: share,
  matching: share,
  phi: share,
  kappa: share,
  yulesQ: share,
})

const confirmationSchema = z.strictObject({
  pairs: z.int(),
  before: z.int(),
  after: z.int(),
  both: z.int(),
}) satisfies z.ZodType<Confirmation>
const row = z.tuple([z.int(), z.int(), z.int()])
const transitionsSchema = z.tuple([row, row, row]) satisfies z.ZodType<Transitions>

const turnoverRow = z.strictObject({
  name: ids,
  kept: z.int(),
  ended: z.int(),
  keptNow: z.int(),
  new: z.int(),
  survival: estimate.nullable(),
  novelty: estimate.nullable(),
})
const survivalGap = z.strictObject({ longer: ids, shorter: ids, gap: estimate })
const turnoverSchema = z.strictObject({
  all: turnoverRow,
  byKind: z.array(turnoverRow),
  bySpheres: z.array(turnoverRow),
  byClass: z.array(turnoverRow),
  byEmbedding: z.array(turnoverRow),
  gaps: z.array(survivalGap),
}) satisfies z.ZodType<TurnoverTables>

const changeOfTies = z.strictObject({
  known: z.int(),
  up: z.int(),
  down: z.int(),
  same: z.int(),
  meanChange: z.number(),
  p: z.number(),
})
const moves = z.array(z.strictObject({ from: z.string(), to: z.string(), count: z.int() }))
const strengthsSchema = z.strictObject({
  strength: judged(changeOfTies),
  regularity: judged(changeOfTies),
  strengthMoves: moves,
  regularityMoves: moves,
}) satisfies z.ZodType<StrengthChanges>

const toldTwiceSchema = z.strictObject({
  pairs: z.int(),
  ended: z.int(),
  new: z.int(),
  crossed: z.int(),
  byForgetting: z.number(),
  p: z.number(),
  endedShare: estimate.nullable(),
  newShare: estimate.nullable(),
}) satisfies z.ZodType<ToldTwice>

const recallSchema = z.strictObject({
  before: z.number(),
  after: z.number(),
  p: z.number(),
  growth: z.number(),
  growthInterval: interval,
  growthError: z.number(),
  growthP: z.number(),
}) satisfies z.ZodType<RecallChange>

// An interval of too few draws has no ends, which JSON writes null.
const drawnInterval = z.strictObject({ low: z.number().nullable(), high: z.number().nullable() })
const errors = z.strictObject({
  before: z.number().nullable(),
  after: z.number().nullable(),
  change: z.number().nullable(),
})
const densitySchema = z.strictObject({
  dyads: z.int(),
  before: z.number(),
  after: z.number(),
  change: z.number(),
  bootstrap: z.strictObject({
    draws: z.int(),
    standardErrors: errors,
    interval: drawnInterval,
    stream: z.string(),
  }),
  jackknife: errors,
  dyadic: z.strictObject({ standardError: z.number(), interval, p: z.number() }),
}) as unknown as z.ZodType<DensityChange>

const figureSchema = z.strictObject({
  figure: z.enum(figureIds),
  before: z.number(),
  after: z.number(),
  change: z.number(),
  standardError: z.number(),
  interval,
  p: z.number(),
  draws: z.int(),
}) satisfies z.ZodType<FigureChange>

const spherePairSchema = z.strictObject({
  spheres: z.tuple([z.string(), z.string()]),
  before: z.int(),
  after: z.int(),
  ended: z.int(),
  new: z.int(),
  p: z.number(),
  q: z.number(),
}) satisfies z.ZodType<SpherePairChange>

const positionsSchema = z.strictObject({
  position: z.enum(positionIds),
  actors: z.array(
    z.strictObject({
      id: z.string(),
      before: z.number(),
      after: z.number(),
      change: z.number(),
      noise: z.number(),
      isNotable: z.boolean(),
      isSure: z.boolean(),
    }),
  ),
  kendallTauB: share,
  spearman: share,
  topTen: share,
  sureBeyond: z.number(),
  draws: z.int(),
  stream: z.string(),
}) satisfies z.ZodType<PositionChanges>

/** Sets and flows, their actors by ids. */
const matchedSet = z.strictObject({
  label: z.int(),
  actors: ids,
  event: z.enum(setEvents),
  others: z.array(z.int()),
  jaccard: share,
})
const communitiesSchema = z.strictObject({
  common: z.int(),
  agreement: z.strictObject({
    contingency: z.array(z.array(z.int())),
    entropies: z.tuple([z.number(), z.number()]),
    mutualInformation: z.number(),
    nmi: z.number(),
    variation: z.number(),
    variationShare: share,
    rand: share,
    adjustedRand: share,
  }) satisfies z.ZodType<CommunityChange['agreement']>,
  before: z.array(matchedSet),
  after: z.array(matchedSet),
  flows: z.array(z.strictObject({ from: z.int().nullable(), to: z.int().nullable(), actors: ids })),
  noise: z.number(),
  isBeyondNoise: z.boolean(),
})

const decompositionSchema = z.strictObject({
  figure: z.enum(figureIds),
  before: z.number(),
  after: z.number(),
  change: z.number(),
  leavers: z.number(),
  answers: z.number(),
  ties: z.number(),
  joiners: z.number(),
  isComposition: z.boolean(),
}) satisfies z.ZodType<Decomposition>

const claimSchema = z.strictObject({
  about: z.enum(['turnover', 'spherePairs', ...figureIds]),
  p: z.number(),
  adjusted: z.number(),
  isReal: z.boolean(),
})
const verdictSchema = z.strictObject({
  claims: z.array(claimSchema),
  outcome: z.enum(['changed', 'unchanged', 'unknown']),
  isToldOtherwise: z.boolean(),
}) satisfies z.ZodType<Verdict>

const planePoint = z.strictObject({ cohesion: share, opening: share })
const planeSchema = z.strictObject({
  actors: z.int(),
  before: planePoint,
  after: planePoint,
  cohesion: estimate.nullable(),
  opening: estimate.nullable(),
  isReal: z.strictObject({ cohesion: z.boolean(), opening: z.boolean() }),
}) satisfies z.ZodType<PlaneMove>

const seats = z.strictObject({ pilots: ids, participants: ids }).nullable()
const spaceSchema = z.strictObject({
  space: z.string(),
  kind: z.string(),
  fate: z.enum(spaceFates),
  before: seats,
  after: seats,
  pilotsIn: ids,
  pilotsOut: ids,
  participantsIn: ids,
  participantsOut: ids,
  isPilotUnread: z.boolean(),
})
const programmeSchema = z.strictObject({
  projects: z.array(spaceSchema),
  gatherings: z.array(spaceSchema),
  begun: z.int(),
  ended: z.int(),
  pilotsChanged: z.int(),
  met: ids,
  isCompared: z.boolean(),
}) satisfies z.ZodType<ProgrammeChange>

const comparableFinding = z.strictObject({
  key: z.string(),
  kind: z.string(),
  status: z.enum(['signal', 'fact', 'none', 'insufficient']),
  actors: ids,
  pairs: z.array(z.tuple([z.string(), z.string()])),
  numbers: z.array(z.strictObject({ name: z.string(), observed: z.number(), interval: interval.nullable() })),
  rule: z.string(),
})
const fateSchema = z.strictObject({
  key: z.string(),
  kind: z.string(),
  fate: z.enum(findingFates),
  why: z.enum(findingReasons).nullable(),
  before: comparableFinding.nullable(),
  after: comparableFinding.nullable(),
  joined: ids,
  left: ids,
  unheard: ids,
  ended: z.int(),
  begun: z.int(),
  moves: z.array(
    z.strictObject({ name: z.string(), before: z.number(), after: z.number(), isApart: z.boolean().nullable() }),
  ),
}) satisfies z.ZodType<FindingFate>

const introductionsSchema = z.strictObject({
  suggested: z.array(
    z.strictObject({
      pair: z.tuple([z.string(), z.string()]),
      fate: z.enum(['happened', 'not_yet', 'already', 'unknown']),
    }),
  ),
  open: z.int(),
  happened: z.int(),
  others: z.int(),
  othersHappened: z.int(),
  share: z.number(),
  shareInterval: interval,
  expectedShare: z.number(),
  expectedInterval: interval,
  difference: z.number(),
  interval,
  p: z.number(),
}) satisfies z.ZodType<IntroductionOutcome>

const doubtSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('strangers'), before: z.int(), after: z.int() }),
  z.strictObject({ kind: z.literal('hardly_alike'), kept: z.int(), told: z.int() }),
  z.strictObject({ kind: z.literal('identical'), ties: z.int() }),
  z.strictObject({ kind: z.literal('same_date'), date: z.string() }),
  z.strictObject({
    kind: z.literal('told_once'),
    kinds: z.array(z.strictObject({ tieKind: z.string(), side: z.enum(['before', 'after']), ties: z.int() })),
  }),
  z.strictObject({
    kind: z.literal('successions'),
    successions: z.array(
      z.strictObject({
        leaver: z.string(),
        heir: z.string(),
        isNew: z.boolean(),
        partners: z.int(),
        taken: z.int(),
      }),
    ),
  }),
]) satisfies z.ZodType<Doubt>

const evidenceSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('growth'),
    change: z.number(),
    interval,
    recall: recallSchema.nullable(),
    claim: claimSchema,
  }),
  z.strictObject({ kind: z.literal('turnover'), told: toldTwiceSchema, claim: claimSchema }),
  z.strictObject({ kind: z.literal('figure'), change: figureSchema, claim: claimSchema }),
  z.strictObject({ kind: z.literal('spherePair'), change: spherePairSchema }),
  z.strictObject({ kind: z.literal('actors'), position: z.enum(positionIds), up: ids, down: ids }),
  z.strictObject({
    kind: z.literal('communities'),
    split: z.int(),
    merged: z.int(),
    born: z.int(),
    died: z.int(),
    adjustedRand: share,
    noise: z.number(),
  }),
  z.strictObject({ kind: z.literal('roster'), joiners: ids, leavers: ids }),
  z.strictObject({ kind: z.literal('composition'), parts: decompositionSchema }),
  z.strictObject({ kind: z.literal('findings'), appeared: z.array(fateSchema), vanished: z.array(fateSchema) }),
  z.strictObject({ kind: z.literal('findingsPersist'), persisted: z.array(fateSchema) }),
  z.strictObject({ kind: z.literal('findingsUnknown'), unknown: z.array(fateSchema) }),
  z.strictObject({ kind: z.literal('programme'), change: programmeSchema }),
  z.strictObject({ kind: z.literal('introductions'), outcome: introductionsSchema }),
  z.strictObject({ kind: z.literal('survivalGap'), gap: survivalGap }),
  z.strictObject({ kind: z.literal('unchanged'), claims: z.array(claimSchema) }),
  z.strictObject({
    kind: z.literal('core'),
    kept: z.int(),
    ofBefore: z.int(),
    confirmedBoth: z.int().nullable(),
  }),
  z.strictObject({
    kind: z.literal('notComparable'),
    ties: z.int(),
    of: z.int(),
    why: z.array(z.strictObject({ reason: z.enum(tieReasons), ties: z.int() })),
  }),
  z.strictObject({ kind: z.literal('otherWitness'), ties: z.int(), of: z.int() }),
  z.strictObject({ kind: z.literal('toldOtherwise'), recall: recallSchema }),
  z.strictObject({ kind: z.literal('bothName'), ties: z.int(), of: z.int() }),
  z.strictObject({ kind: z.literal('doubt'), doubt: doubtSchema }),
  z.strictObject({
    kind: z.literal('barrier'),
    matter: z.enum(['ties', 'levels', 'positions']),
    reason,
    hasProgramme: z.boolean(),
  }),
]) satisfies z.ZodType<Statement['evidence']>

const statementSchema = z.strictObject({
  section: z.enum(sections),
  certainty: z.enum(certainties),
  evidence: evidenceSchema,
}) satisfies z.ZodType<Statement>

/** Two waves side by side. `value` null is what cannot be said, with its reason; any other number that is null has no value. */
export const comparisonSchema = z.strictObject({
  /** What is known of findings: nothing yet; the first of both waves; the refined ones. */
  stage: z.enum(['waves', 'first', 'refined']),
  before: sideSchema,
  after: sideSchema,
  summary: z.array(statementSchema),
  comparability: comparabilitySchema,
  roster: rosterSchema,
  pairs: z.array(pairSchema),
  agreement: agreementSchema,
  arcs: judged(agreementSchema),
  confirmation: judged(confirmationSchema),
  transitions: judged(transitionsSchema),
  turnover: turnoverSchema,
  strengths: strengthsSchema,
  toldTwice: judged(toldTwiceSchema),
  recall: judged(recallSchema),
  density: judged(densitySchema),
  figures: z.partialRecord(z.enum(figureIds), judged(figureSchema)),
  spherePairs: judged(z.array(spherePairSchema)),
  positions: z.record(z.enum(positionIds), judged(positionsSchema)),
  communities: judged(communitiesSchema),
  decompositions: z.array(decompositionSchema),
  doubts: z.array(doubtSchema),
  verdict: verdictSchema,
  plane: judged(planeSchema),
  /** Null: not known yet. */
  findings: z.array(fateSchema).nullable(),
  programme: programmeSchema.nullable(),
  /** Null: none was suggested, or none that is observed both times. */
  introductions: introductionsSchema.nullable(),
  seed: z.string(),
})
export type ComparisonWire = z.infer<typeof comparisonSchema>

const levelsSchema = z.strictObject({
  figure: z.enum(figureIds),
  whole: z.array(share),
  common: z.array(share),
})

/** All waves one after the other, the earliest first. */
export const seriesSchema = z.strictObject({
  waves: ids,
  stayers: ids,
  witnesses: ids,
  courses: z.record(z.enum(courses), z.int()),
  levels: z.array(levelsSchema),
  steps: z.array(
    z.strictObject({
      from: z.string(),
      to: z.string(),
      years: z.number().nullable(),
      survival: estimate.nullable(),
      /** Null too where none went: it has no end. */
      halfLife: z.number().nullable(),
    }),
  ),
}) satisfies z.ZodType<Omit<Series, 'ties'>>

/** One actor, wave after wave. */
export const historySchema = z.strictObject({
  actor: z.string(),
  waves: z.array(z.strictObject({ wave: z.string(), standing: z.enum(standings), partners: ids.nullable() })),
  steps: z.array(
    z.strictObject({ from: z.string(), to: z.string(), kept: ids, ended: ids, new: ids, notComparable: ids }),
  ),
}) satisfies z.ZodType<ActorHistory>

const tieKinds = z.string().max(10_000).transform(wordsOfList).optional()

/** Absent: the two latest surveys, or of a territory without two, its two latest waves; all kinds of tie. */
export const comparisonQuerySchema = z.strictObject({
  from: z.string().max(200).optional(),
  to: z.string().max(200).optional(),
  tieKinds,
})
export const seriesQuerySchema = comparisonQuerySchema.pick({ tieKinds: true })
