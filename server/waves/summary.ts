import type { Reason } from './comparability.ts'
import { type Claim, type Comparison, claimLevel } from './compare.ts'
import type { Decomposition } from './composition.ts'
import type { Doubt } from './doubts.ts'
import type { FigureChange } from './figures.ts'
import type { FindingFate } from './finding-fates.ts'
import type { IntroductionOutcome } from './introductions.ts'
import type { PositionId } from './positions.ts'
import type { ProgrammeChange } from './programme.ts'
import type { RecallChange } from './recall.ts'
import type { SpherePairChange } from './sign-test.ts'
import type { TieReason } from './ties.ts'
import type { ToldTwice } from './told-twice.ts'
import type { SurvivalGap } from './turnover.ts'

/**
 * How sure a statement is. `established`: counted, no chance about it. `real`: beyond noise, all that was tested taken together. `possible`: beyond noise if it stood alone, or looked
 * for among many. `not_known`.
 */
export const certainties = ['real', 'established', 'possible', 'not_known'] as const
export type Certainty = (typeof certainties)[number]

export const sections = ['changed', 'holds', 'not_known'] as const
export type Section = (typeof sections)[number]

/** What is said, with the numbers that show it. */
export type Evidence =
  /** More or fewer ties, forgetting taken off where it can be. */
  | {
      readonly kind: 'growth'
      readonly change: number
      readonly interval: { low: number; high: number }
      readonly recall: RecallChange | null
      readonly claim: Claim
    }
  | { readonly kind: 'turnover'; readonly told: ToldTwice; readonly claim: Claim }
  | { readonly kind: 'figure'; readonly change: FigureChange; readonly claim: Claim }
  | { readonly kind: 'spherePair'; readonly change: SpherePairChange }
  /** Actors that moved beyond what any actor of an unchanged network would; ids. */
  | {
      readonly kind: 'actors'
      readonly position: PositionId
      readonly up: readonly string[]
      readonly down: readonly string[]
    }
  | {
      readonly kind: 'communities'
      readonly split: number
      readonly merged: number
      readonly born: number
      readonly died: number
      readonly adjustedRand: number | null
      readonly noise: number
    }
  | { readonly kind: 'roster'; readonly joiners: readonly string[]; readonly leavers: readonly string[] }
  /** A figure goes one way and its ties the other: who is there explains it. */
  | { readonly kind: 'composition'; readonly parts: Decomposition }
  | { readonly kind: 'findings'; readonly appeared: readonly FindingFate[]; readonly vanished: readonly FindingFate[] }
  | { readonly kind: 'findingsPersist'; readonly persisted: readonly FindingFate[] }
  | { readonly kind: 'findingsUnknown'; readonly unknown: readonly FindingFate[] }
  | { readonly kind: 'programme'; readonly change: ProgrammeChange }
  | { readonly kind: 'introductions'; readonly outcome: IntroductionOutcome }
  /** One class of ties lasts longer than another. */
  | { readonly kind: 'survivalGap'; readonly gap: SurvivalGap }
  /** Nothing that was tested changed beyond noise. */
  | { readonly kind: 'unchanged'; readonly claims: readonly Claim[] }
  /** Ties told of both times, and of them those that both ends told of both times; null: who told is not known. */
  | { readonly kind: 'core'; readonly kept: number; readonly ofBefore: number; readonly confirmedBoth: number | null }
  | {
      readonly kind: 'notComparable'
      readonly ties: number
      readonly of: number
      readonly why: readonly { readonly reason: TieReason; readonly ties: number }[]
    }
  /** Ties that ended or began by the word of another end than the one that told before. */
  | { readonly kind: 'otherWitness'; readonly ties: number; readonly of: number }
  | { readonly kind: 'toldOtherwise'; readonly recall: RecallChange }
  /** Of waves that are not both surveys: ties that both name, of all that either does. */
  | { readonly kind: 'bothName'; readonly ties: number; readonly of: number }
  /** What the comparison stands on may not be so. */
  | { readonly kind: 'doubt'; readonly doubt: Doubt }
  /** Levels or actors are not compared. */
  | {
      readonly kind: 'barrier'
      readonly matter: 'ties' | 'levels' | 'positions'
      readonly reason: Reason
      /** Whether both waves list projects, which are compared nevertheless. */
      readonly hasProgramme: boolean
    }

export interface Statement {
  readonly section: Section
  readonly certainty: Certainty
  readonly evidence: Evidence
}

/** What the territory adds to the comparison of two networks; null: not looked at. */
export interface Aftermath {
  readonly findings: readonly FindingFate[] | null
  readonly programme: ProgrammeChange | null
  readonly introductions: IntroductionOutcome | null
}

export const mostStatements = 10

/**
 * « Ce qui a changé, ce qui tient, ce qu’on ne sait pas »: at most ten statements, in that order, within each the surest first and then the strongest. Each section that has
 * something to say keeps at least two places.
 */
export function summaryOf(comparison: Comparison, aftermath: Aftermath): Statement[] {
  const all = [
    ...changesOf(comparison, aftermath),
    ...holdsOf(comparison, aftermath),
    ...unknownsOf(comparison, aftermath),
  ]
  const ranked = sections.map((section) => {
    const own = all.filter((statement) => statement.section === section)
    return own
      .map((statement, place) => ({ statement, place }))
      .sort((a, b) => rankOf(a.statement) - rankOf(b.statement) || a.place - b.place)
      .map(({ statement }) => statement)
  })
  const kept = ranked.map((own) => Math.min(own.length, 2))
  for (const [section, own] of ranked.entries()) {
    const left = mostStatements - kept.reduce((sum, count) => sum + count, 0)
    kept[section] = (kept[section] ?? 0) + Math.min(left, own.length - (kept[section] ?? 0))
  }
  return ranked.flatMap((own, section) => own.slice(0, kept[section]))
}

function rankOf({ certainty }: Statement): number {
  return certainties.indexOf(certainty)
}

const changed = (certainty: Certainty, evidence: Evidence): Statement => ({ section: 'changed', certainty, evidence })
const holds = (certainty: Certainty, evidence: Evidence): Statement => ({ section: 'holds', certainty, evidence })
const notKnown = (evidence: Evidence): Statement => ({ section: 'not_known', certainty: 'not_known', evidence })

function changesOf(comparison: Comparison, { findings, programme, introductions }: Aftermath): Statement[] {
  const { verdict, spherePairs, turnover, roster, decompositions, doubts } = comparison
  const isOneNetwork = !doubts.some(({ kind }) => kind === 'hardly_alike')
  const statements = verdict.claims.flatMap((claim) => {
    if (claim.p > claimLevel || (verdict.isToldOtherwise && !claim.isReal)) return []
    const evidence = evidenceOf(comparison, claim)
    return evidence ? [changed(claim.isReal && isOneNetwork ? 'real' : 'possible', evidence)] : []
  })
  const isReal = isOneNetwork && verdict.claims.some(({ about, isReal: real }) => about === 'spherePairs' && real)
  const spheres = (spherePairs.value ?? []).filter(({ q }) => q <= claimLevel).sort((a, b) => a.q - b.q)
  if (!verdict.isToldOtherwise) {
    for (const change of spheres) statements.push(changed(isReal ? 'real' : 'possible', { kind: 'spherePair', change }))
  }
  const [appeared, vanished] = (['appeared', 'vanished'] as const).map((fate) =>
    (findings ?? []).filter((finding) => finding.fate === fate && finding.why === 'real'),
  )
  if (appeared && vanished && appeared.length + vanished.length > 0) {
    statements.push(changed('possible', { kind: 'findings', appeared, vanished }))
  }
  if (introductions && introductions.happened > 0) {
    const isMore = introductions.p <= claimLevel
    statements.push(changed(isMore ? 'possible' : 'established', { kind: 'introductions', outcome: introductions }))
  }
  if (programme && hasMoved(programme))
    statements.push(changed('established', { kind: 'programme', change: programme }))
  const { joiners, leavers } = roster
  const isOneTerritory = !doubts.some(({ kind }) => kind === 'strangers')
  if (isOneTerritory && joiners.length + leavers.length > 0)
    statements.push(changed('established', { kind: 'roster', joiners, leavers }))
  for (const parts of decompositions) {
    if (parts.isComposition && isSeen(comparison, parts))
      statements.push(changed('established', { kind: 'composition', parts }))
  }
  statements.push(...actorsOf(comparison), ...communitiesOf(comparison))
  for (const gap of verdict.isToldOtherwise ? [] : turnover.gaps) {
    const { low, high } = gap.gap.interval
    if (low > 0 || high < 0) statements.push(changed('possible', { kind: 'survivalGap', gap }))
  }
  return statements
}

/** Whether a level moved beyond what noise alone moves it by: less than that shows nothing to be explained. */
function isSeen({ density, figures }: Comparison, { figure, before, change }: Decomposition): boolean {
  // The mean degree is the density by as many others as there are, so its noise is, in proportion.
  const { value } = figure === 'density' || figure === 'meanDegree' ? density : (figures.get(figure) ?? { value: null })
  if (!value) return false
  const { interval } = 'dyadic' in value ? value.dyadic : value
  const noise = interval.high - value.change
  return Math.abs(change) > ('dyadic' in value ? (noise * before) / value.before : noise)
}

function evidenceOf({ density, recall, toldTwice, figures }: Comparison, claim: Claim): Evidence | null {
  switch (claim.about) {
    case 'turnover':
      return toldTwice.value && { kind: 'turnover', told: toldTwice.value, claim }
    case 'density': {
      const { change, dyadic } = density.value ?? {}
      if (change === undefined || !dyadic) return null
      return { kind: 'growth', change, interval: dyadic.interval, recall: recall.value, claim }
    }
    case 'spherePairs':
      return null
    default: {
      const change = figures.get(claim.about)?.value
      return change ? { kind: 'figure', change, claim } : null
    }
  }
}

function actorsOf({ positions, pairs, verdict, doubts }: Comparison): Statement[] {
  if (verdict.isToldOtherwise || pairs.length === 0) return []
  const heirs = new Set(
    doubts.flatMap((doubt) => (doubt.kind === 'successions' ? doubt.successions.map(({ heir }) => heir) : [])),
  )
  return [...positions].flatMap(([position, { value }]) => {
    // Whoever took over the ties of another moved for that.
    const sure = (value?.actors ?? []).filter(({ id, isSure }) => isSure && !heirs.has(id))
    const ids = (sign: 1 | -1) => sure.filter(({ change }) => change * sign > 0).map(({ id }) => id)
    return sure.length === 0 ? [] : [changed('possible', { kind: 'actors', position, up: ids(1), down: ids(-1) })]
  })
}

function communitiesOf({ communities, verdict }: Comparison): Statement[] {
  if (!communities.value?.isBeyondNoise || verdict.isToldOtherwise) return []
  const { before, after, agreement, noise } = communities.value
  return [
    changed('possible', {
      kind: 'communities',
      split: before.filter(({ event }) => event === 'split').length,
      merged: after.filter(({ event }) => event === 'split').length,
      born: after.filter(({ event }) => event === 'alone').length,
      died: before.filter(({ event }) => event === 'alone').length,
      adjustedRand: agreement.adjustedRand,
      noise,
    }),
  ]
}

function hasMoved({ isCompared, begun, ended, pilotsChanged }: ProgrammeChange): boolean {
  return isCompared && begun + ended + pilotsChanged > 0
}

function holdsOf(
  { verdict, agreement, confirmation, communities, doubts, comparability, pairs }: Comparison,
  { findings, programme, introductions }: Aftermath,
): Statement[] {
  const statements: Statement[] = []
  if (verdict.outcome === 'unchanged' && !doubts.some(({ kind }) => kind === 'identical'))
    statements.push(holds('established', { kind: 'unchanged', claims: verdict.claims }))
  if (agreement.kept + agreement.ended > 0) {
    const { kept, ended } = agreement
    const core = {
      kind: 'core',
      kept,
      ofBefore: kept + ended,
      confirmedBoth: confirmation.value?.both ?? null,
    } as const
    statements.push(holds('established', core))
  }
  if (comparability.barrier.ties === 'basis') {
    const ties = pairs.filter(({ before, after }) => before !== 0 && after !== 0).length
    if (ties > 0) statements.push(holds('established', { kind: 'bothName', ties, of: pairs.length }))
  }
  const persisted = (findings ?? []).filter(({ fate }) => fate === 'persisted')
  if (persisted.length > 0) statements.push(holds('established', { kind: 'findingsPersist', persisted }))
  if (programme?.isCompared && programme.projects.length > 0 && !hasMoved(programme)) {
    statements.push(holds('established', { kind: 'programme', change: programme }))
  }
  if (introductions?.happened === 0)
    statements.push(holds('established', { kind: 'introductions', outcome: introductions }))
  const division = divisionWithinNoise(communities)
  if (division && (division.adjustedRand ?? 0) >= alike) statements.push(holds('possible', division))
  return statements
}

/** D. Steinley (2004), Properties of the Hubert-Arabie adjusted Rand index, Psychological Methods 9:386-396: below, two divisions have little in common. */
const alike = 0.65

/** Communities that chance alone would move as much. */
function divisionWithinNoise({ value }: Comparison['communities']) {
  if (!value || value.isBeyondNoise) return null
  const none = { kind: 'communities', split: 0, merged: 0, born: 0, died: 0 } as const
  return { ...none, adjustedRand: value.agreement.adjustedRand, noise: value.noise }
}

function unknownsOf(comparison: Comparison, { findings, programme }: Aftermath): Statement[] {
  const { comparability, pairs, recall, verdict } = comparison
  const statements = comparison.doubts.map((doubt) => notKnown({ kind: 'doubt', doubt }))
  const barriers = (['ties', 'levels', 'positions'] as const).flatMap((matter) => {
    const reason = comparability.barrier[matter]
    return reason ? [{ matter, reason }] : []
  })
  // What bars the first bars the others.
  const [first] = barriers
  const hasProgramme = programme?.isCompared === true && programme.projects.length > 0
  if (first) statements.push(notKnown({ kind: 'barrier', ...first, hasProgramme }))
  if (verdict.isToldOtherwise && recall.value)
    statements.push(notKnown({ kind: 'toldOtherwise', recall: recall.value }))
  const lost = pairs.filter(({ fate }) => fate === 'not_comparable')
  if (lost.length > 0) {
    const counts = new Map<TieReason, number>()
    for (const { reason } of lost) if (reason) counts.set(reason, (counts.get(reason) ?? 0) + 1)
    const why = [...counts].map(([reason, ties]) => ({ reason, ties })).sort((a, b) => b.ties - a.ties)
    statements.push(notKnown({ kind: 'notComparable', ties: lost.length, of: pairs.length, why }))
  }
  const moved = pairs.filter(({ fate }) => fate === 'ended' || fate === 'new')
  const byOthers = moved.filter(({ sameWitness }) => !sameWitness).length
  if (byOthers > 0) statements.push(notKnown({ kind: 'otherWitness', ties: byOthers, of: moved.length }))
  // Neither beyond what chance moves nor alike: chance moves them too much to tell.
  const division = divisionWithinNoise(comparison.communities)
  if (division && (division.adjustedRand ?? 0) < alike) statements.push(notKnown(division))
  const unknown = (findings ?? []).filter(({ fate }) => fate === 'unknown')
  if (unknown.length > 0) statements.push(notKnown({ kind: 'findingsUnknown', unknown }))
  return statements
}
