import { createHash } from 'node:crypto'
import type { Case } from '../diagnosis/case.ts'
import { cohesionOf } from '../diagnosis/diagnose.ts'
import type { Finding } from '../diagnosis/finding.ts'
import { caseOf } from '../diagnosis/territory-case.ts'
import { type Rules, rulesOf } from '../diagnosis/thresholds.ts'
import { type Connection, connect } from '../diagnosis/what-if.ts'
import { defaultPerimeter, latestWave } from '../domain/perimeter.ts'
import type { Territory } from '../domain/territory.ts'
import { mostPairs, TooManyPairs } from '../network/network.ts'
import { Problem } from '../problem.ts'
import type { Packed } from '../threads/memory.ts'
import { pack, unpack } from '../threads/memory.ts'
import { waveWithin } from './perimeter.ts'
import type { Snapshot } from './snapshot.ts'
import { seedFor, seedNamed } from './subject.ts'

/** All that a diagnosis depends on: the same question, the same answer. */
export interface Question {
  readonly subject: Case
  readonly rules: Rules
  readonly seed: string
}

/** A question as it is handed from thread to thread, unread. */
export interface PackedQuestion {
  readonly wave: string
  /** Equal fingerprints, equal findings. */
  readonly fingerprint: string
  readonly packed: Packed<Question>
}

export function packQuestion(question: Question): PackedQuestion {
  return { wave: question.subject.wave, fingerprint: fingerprintOf(question), packed: pack(question) }
}

/** Equal for equal data. */
export function fingerprintOf(data: object): string {
  return createHash('sha256').update(JSON.stringify(data, plain)).digest('base64url')
}

interface QuestionOptions {
  /** Default: the territory's own. */
  readonly seed?: string | undefined
  /** Kinds of tie that count; default: all. */
  readonly tieKinds?: readonly string[]
}

/** What is asked of a wave that the territory has, by its own thresholds. Refuses `network_too_large`. */
export function questionOf(
  territory: Territory,
  wave: string,
  { seed = seedNamed(territory), tieKinds }: QuestionOptions = {},
): Question {
  const rules = rulesOf(territory.settings)
  try {
    const perimeter = tieKinds && { ...defaultPerimeter(territory, wave), tieKinds }
    const subject = caseOf(territory, wave, rules, perimeter ? { perimeter } : {})
    return { subject, rules, seed: seedFor(seed, subject.all.graph) }
  } catch (error) {
    if (error instanceof TooManyPairs) throw new Problem('network_too_large', { pairs: error.pairs, most: mostPairs })
    throw error
  }
}

/** Text rather than the bytes of a structured clone, which tell equal numbers apart by how the engine holds them. */
function plain(_key: string, value: unknown): unknown {
  if (value instanceof Map || value instanceof Set) return [...value]
  return ArrayBuffer.isView(value) ? Array.from(value as Int32Array) : value
}

/** The cohesion that its own diagnosis tells of the latest wave of a territory, for others to stand beside; null where none is told, and of a territory that is made up. */
export function toldCohesionOf(territory: Territory): number | null {
  const wave = latestWave(territory)
  if (wave === undefined || territory.settings.get('fictitious')?.value === true) return null
  if (territory.waves.get(wave)?.basis !== 'survey') return null
  const { subject, rules, seed } = questionOf(territory, wave)
  return cohesionOf(subject, rules, seed)
}

export interface AskedQuestion {
  /** Absent: the latest. */
  readonly wave: string | undefined
  /** Actors who must be known in it. */
  readonly actors?: readonly string[]
}

/** One more tie between two actors known in a question, by the findings on it. */
export interface AskedConnection {
  readonly question: Packed<Question>
  readonly findings: readonly Finding[]
  readonly from: string
  readonly to: string
}

/** What a diagnosis of a wave is asked. Refuses `no_wave`, `unknown_wave`, `unknown_actor`, `network_too_large`. */
export function askedQuestion(snapshot: Snapshot, { wave, actors = [] }: AskedQuestion): PackedQuestion {
  const question = snapshot.question(waveWithin(snapshot.territory, wave))
  if (actors.length > 0) mustKnow(actors, question, snapshot.territory)
  return question
}

export function connectionOf({ question, findings, from, to }: AskedConnection): Connection {
  const { subject, rules } = unpack(question)
  return connect(subject, findings, from, to, rules.thresholds['group.mostOpening'])
}

function mustKnow(actors: readonly string[], { wave, packed }: PackedQuestion, { id }: Territory): void {
  const known = new Set(unpack(packed).subject.actors)
  const stranger = actors.find((actor) => !known.has(actor))
  if (stranger !== undefined) throw new Problem('unknown_actor', { territory: id, wave, actor: stranger })
}
