import type { Case } from './case.ts'
import type { Finding, WhatIf } from './finding.ts'
import { type DegreeDraws, type DegreeField, drawDegrees } from './null/degree-draws.ts'
import { drawMixing, type MixingCounts, type MixingField } from './null/mixing-draws.ts'
import { drawSpheres, type SphereDraws, type SphereField } from './null/sphere-draws.ts'
import { drawPlane, type PlaneDraws, type Sensitivity, sensitivityOf } from './profile.ts'
import { type Reconstruction, reconstruct } from './reconstruction.ts'
import type { DataQuality } from './response.ts'
import type { GroupTest } from './rules/closed-groups.ts'
import { fadingFindings } from './rules/fading.ts'
import { type AbsenceCounts, type AbsenceDraws, countAbsences, peripheryFindings } from './rules/isolation.ts'
import { programmeFindings } from './rules/programme.ts'
import { judgeSpheresApart, sphereApartFinding, testSpheresApart } from './rules/spheres-apart.ts'
import { countSurvivals, type SurvivalQuestion } from './survival.ts'
import type { Thresholds } from './thresholds.ts'
import type { Stayers } from './trajectory.ts'
import { proposeOpenings } from './what-if.ts'

/**
 * The heavy parts of a diagnosis, each from plain data to plain data: they run here or on any worker thread, in any order, with the same results,
 * since each names its own stream of chance.
 */
export interface PieceWork {
  degreeDraws: { work: { field: DegreeField; draws: number; stream: string }; result: DegreeDraws }
  mixingDraws: { work: { field: MixingField; draws: number; stream: string }; result: MixingCounts }
  sphereDraws: { work: { field: SphereField; draws: number; stream: string }; result: SphereDraws }
  spheresApart: {
    work: { subject: Case; thresholds: Thresholds; placesMissing: boolean; draws: number; stream: string }
    result: Finding[]
  }
  planeDraws: {
    work: { subject: Case; stayers: Stayers | null; draws: number; stream: string }
    result: PlaneDraws
  }
  sensitivity: {
    work: { subject: Case; responseRate: number; bootstrap: number; band: number; stream: string }
    result: Sensitivity
  }
  reconstruction: { work: { subject: Case }; result: Reconstruction }
  absences: { work: AbsenceDraws; result: AbsenceCounts }
  isolation: {
    /** `searching`: with the rules that search from every actor. */
    work: { subject: Case; quality: DataQuality; thresholds: Thresholds; searching: boolean }
    result: Finding[]
  }
  programme: {
    work: { subject: Case; thresholds: Thresholds; draws: number; seed: string }
    result: Finding[]
  }
  survival: { work: SurvivalQuestion; result: Int32Array }
  whatIf: { work: { subject: Case; test: GroupTest; mostOpening: number }; result: WhatIf }
}

export type PieceKind = keyof PieceWork

/** How a diagnosis has its work done: `here`, or a pool of threads that each call `perform`. */
export type RunPiece = <J extends PieceKind>(kind: J, work: PieceWork[J]['work']) => Promise<PieceWork[J]['result']>

export function perform<J extends PieceKind>(kind: J, work: PieceWork[J]['work']): PieceWork[J]['result'] {
  return performers[kind](work)
}

/** One piece of work after the other, on the thread that asks. */
export const here: RunPiece = async (kind, work) => perform(kind, work)

const performers: { readonly [J in PieceKind]: (work: PieceWork[J]['work']) => PieceWork[J]['result'] } = {
  degreeDraws: ({ field, draws, stream }) => drawDegrees(field, draws, stream),
  mixingDraws: ({ field, draws, stream }) => drawMixing(field, draws, stream),
  sphereDraws: ({ field, draws, stream }) => drawSpheres(field, draws, stream),
  spheresApart: ({ subject, thresholds, placesMissing, draws, stream }) => {
    const tested = testSpheresApart(subject, thresholds, placesMissing, draws, stream)
    return judgeSpheresApart(tested, thresholds).map((judgement) => sphereApartFinding(subject, judgement, stream))
  },
  planeDraws: ({ subject, stayers, draws, stream }) => drawPlane(subject, stayers, draws, stream),
  sensitivity: ({ subject, responseRate, bootstrap, band, stream }) =>
    sensitivityOf(subject, responseRate, { bootstrap, band }, stream),
  reconstruction: ({ subject }) => reconstruct(subject),
  absences: countAbsences,
  isolation: ({ subject, quality, thresholds, searching }) => {
    const fading = fadingFindings(subject, thresholds)
    if (!searching) return fading
    return [...fading, ...peripheryFindings(subject, quality, thresholds)]
  },
  programme: ({ subject, thresholds, draws, seed }) => programmeFindings(subject, thresholds, draws, seed),
  survival: countSurvivals,
  whatIf: ({ subject, test, mostOpening }) => proposeOpenings(subject, test, mostOpening),
}
