import type { Diagnosis } from '../diagnosis/diagnosis.ts'
import { actorsIn, type Finding } from '../diagnosis/finding.ts'
import { outsideKindsOf } from '../diagnosis/territory-case.ts'
import { compareText, wavesLatestFirst } from '../domain/perimeter.ts'
import type { Territory, Wave } from '../domain/territory.ts'
import { zipped } from '../exchange/formats/writing.ts'
import { Problem } from '../problem.ts'
import { type Packed, pack, unpack } from '../threads/memory.ts'
import type { Judged } from '../waves/comparability.ts'
import type { Comparison } from '../waves/compare.ts'
import { type ComparableFinding, type FindingFate, findingFatesOf } from '../waves/finding-fates.ts'
import { type Ground, groundOf, pairOf, type WavePair } from '../waves/ground.ts'
import { introductionOutcome } from '../waves/introductions.ts'
import type { PlaneMove } from '../waves/plane.ts'
import { type ProgrammeChange, programmeChange } from '../waves/programme.ts'
import { actorHistory, seriesOf } from '../waves/series.ts'
import { summaryOf } from '../waves/summary.ts'
import { type Bytes, jsonBytes } from './bytes.ts'
import { comparisonDocument, type Told } from './comparison-document.ts'
import { perimeterWithin, waveWithin } from './perimeter.ts'
import { fingerprintOf } from './question.ts'
import { pairToRsiena } from './rsiena.ts'
import type { Opened } from './snapshot.ts'
import { seedNamed } from './subject.ts'

/** All that a comparison depends on. */
export interface Compared {
  readonly pair: WavePair
  readonly seed: string
}

/** How two waves compare, and where they stand on the plane of cohesion and opening. */
export interface ComparedWaves {
  readonly comparison: Comparison
  readonly plane: Judged<PlaneMove>
}

/** Two waves of a territory as they are handed from thread to thread, unread. */
export interface PackedPair {
  readonly from: string
  readonly to: string
  /** Equal fingerprints, equal comparisons. */
  readonly fingerprint: string
  readonly packed: Packed<Compared>
  readonly programme: ProgrammeChange | null
}

export interface AskedWaves {
  /** Absent: see `wavesAsked`. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** Kinds of tie that count; absent: all. */
  readonly tieKinds?: readonly string[] | undefined
}

/** Refuses `no_wave`, `unknown_wave`, `unknown_word`, `one_wave`, `same_wave`, `backwards`. */
export function packedPair({ territory }: Opened, asked: AskedWaves): PackedPair {
  const [from, to] = wavesAsked(territory, asked)
  const pair = pairOf(groundAsked(territory, [from, to], asked.tieKinds), 0, 1)
  return packPair({ pair, seed: seedNamed(territory) }, programmeChange(territory, from, to))
}

export function packPair(compared: Compared, programme: ProgrammeChange | null): PackedPair {
  const { before, after } = compared.pair
  return { from: before.wave, to: after.wave, fingerprint: fingerprintOf(compared), packed: pack(compared), programme }
}

/** Refuses `unknown_word`. */
export function groundAsked(territory: Territory, waves: readonly string[], tieKinds?: readonly string[]): Ground {
  const perimeter = tieKinds && perimeterWithin(territory, { wave: waves.at(-1), tieKinds })
  return groundOf(territory, waves, outsideKindsOf, ...(perimeter ? [perimeter] : []))
}

/** The two latest surveys unless waves are named, or the two latest waves of a territory that has no two surveys. */
export function wavesAsked(territory: Territory, { from, to }: AskedWaves): readonly [string, string] {
  for (const wave of [from, to]) if (wave !== undefined) waveWithin(territory, wave)
  // Refuses a territory without waves.
  waveWithin(territory, undefined)
  const [earlier, later] = chosen(wavesLatestFirst(territory), from, to)
  if (!earlier || !later) throw new Problem('one_wave', { territory: territory.id })
  if (earlier.id === later.id) throw new Problem('same_wave', { wave: later.id })
  if (compareText(earlier.date, later.date) > 0) throw new Problem('backwards', { from: earlier.id, to: later.id })
  return [earlier.id, later.id]
}

/** Of two waves only surveys are truly compared: what is not named is taken among them where there are any. */
function chosen(latestFirst: readonly Wave[], from: string | undefined, to: string | undefined) {
  const surveysFirst = [...latestFirst].sort((a, b) => Number(b.basis === 'survey') - Number(a.basis === 'survey'))
  const known = (id: string | undefined) => latestFirst.find((wave) => wave.id === id)
  const [start, end] = [known(from), known(to)]
  if (start && end) return [start, end]
  if (start) return [start, surveysFirst.find((wave) => isLater(wave, start))]
  if (end) return [surveysFirst.find((wave) => isLater(end, wave)), end]
  const [last, other] = surveysFirst
  return last && other && isLater(other, last) ? [last, other] : [other, last]
}

function isLater(wave: Wave, than: Wave): boolean {
  return compareText(wave.date, than.date) > 0 || (wave.date === than.date && compareText(wave.id, than.id) > 0)
}

/** What the diagnoses of both waves say, and what of it may be told by name. Findings go by their keys. */
export interface ComparedDiagnoses {
  readonly stage: Diagnosis['stage']
  readonly before: readonly Finding[]
  readonly after: readonly Finding[]
  /** Keys of the findings whose names may be said. */
  readonly told: ReadonlySet<string>
}

export interface AskedComparison {
  readonly pair: PackedPair
  readonly compared: Packed<ComparedWaves>
  /** Null: not known yet. */
  readonly diagnoses: ComparedDiagnoses | null
}

/** JSON of a comparison with what is to be said of it. */
export function comparisonOf({ pair: packed, compared, diagnoses }: AskedComparison): Bytes {
  const { pair, seed } = unpack(packed.packed)
  const told = toldOf({ pair, seed }, unpack(compared), packed.programme, diagnoses)
  const { declarations: _, ...document } = comparisonDocument(told)
  return jsonBytes({ stage: diagnoses?.stage ?? 'waves', ...document })
}

/** What is to be said of two waves, with what became of findings and of what they suggested as far as the diagnoses are known. */
export function toldOf(
  { pair, seed }: Compared,
  { comparison, plane }: ComparedWaves,
  programme: ProgrammeChange | null,
  diagnoses: ComparedDiagnoses | null,
): Told {
  const findings = diagnoses && fatesTold(pair, comparison, diagnoses)
  const suggested = diagnoses ? suggestedIn(diagnoses) : []
  const introductions = suggested.length > 0 ? introductionOutcome(pair, comparison.pairs, suggested).value : null
  const aftermath = { findings, introductions, programme }
  return { pair, comparison, plane, aftermath, summary: summaryOf(comparison, aftermath), seed }
}

function fatesTold(pair: WavePair, { roster, pairs }: Comparison, { before, after, told }: ComparedDiagnoses) {
  const fates = findingFatesOf(pair, roster, pairs, before.map(comparable), after.map(comparable))
  return fates.map((fate) => (told.has(fate.key) ? fate : withoutNames(fate)))
}

/** What is left of a fate while names wait: the fate, why, and numbers. */
function withoutNames(fate: FindingFate): FindingFate {
  const silent = (finding: ComparableFinding | null) => finding && { ...finding, actors: [], pairs: [] }
  const { before, after } = fate
  return {
    ...fate,
    before: silent(before),
    after: silent(after),
    joined: [],
    left: [],
    unheard: [],
  }
}

function comparable(finding: Finding): ComparableFinding {
  const { id, kind, status, rule, dims } = finding
  const pairs = 'pairs' in finding ? finding.pairs : []
  const numbers = dims.map(({ key, observed, interval }) => ({ name: key, observed, interval }))
  return { key: id, kind, status, actors: actorsIn(finding), pairs, numbers, rule }
}

/** Introductions that findings of the earlier wave proposed, of those whose names may be said. */
function suggestedIn({ before, told }: ComparedDiagnoses): (readonly [string, string])[] {
  return before.flatMap((finding) =>
    finding.kind === 'closed_group' && told.has(finding.id)
      ? (finding.whatIf?.ties ?? []).map(({ from, to }) => [from, to] as const)
      : [],
  )
}

/** A ZIP file of two waves as RSiena reads them, see `pairToRsiena`. Refuses as `packedPair` does. */
export function rsienaAsked({ territory }: Opened, asked: AskedWaves): Bytes {
  const [from, to] = wavesAsked(territory, asked)
  return rsienaOf(pairOf(groundAsked(territory, [from, to], asked.tieKinds), 0, 1))
}

export function rsienaOf(pair: WavePair): Bytes {
  return new Uint8Array(zipped(pairToRsiena(pair)))
}

/** JSON of all waves of a territory one after the other, the earliest first. */
export function seriesAsked({ territory }: Opened, { tieKinds }: Pick<AskedWaves, 'tieKinds'>): Bytes {
  const series = seriesOf(groundAsked(territory, earliestFirst(territory), tieKinds))
  const { ties, ...told } = series
  return jsonBytes(told)
}

/** JSON of what the waves tell of one actor. Refuses `unknown_actor`. */
export function historyAsked(
  { territory }: Opened,
  { actor, tieKinds }: Pick<AskedWaves, 'tieKinds'> & { readonly actor: string },
): Bytes {
  const waves = earliestFirst(territory)
  const ground = groundAsked(territory, waves, tieKinds)
  if (!ground.actors.includes(actor)) {
    throw new Problem('unknown_actor', { territory: territory.id, wave: waves.at(-1) ?? '', actor })
  }
  return jsonBytes(actorHistory(ground, actor))
}

/** Refuses `no_wave`. */
function earliestFirst(territory: Territory): string[] {
  waveWithin(territory, undefined)
  return wavesLatestFirst(territory)
    .map(({ id }) => id)
    .reverse()
}
