import type { Finding } from '../diagnosis/finding.ts'
import { type Connection, connect } from '../diagnosis/what-if.ts'
import type { Territory } from '../domain/territory.ts'
import { Problem } from '../problem.ts'
import type { Packed } from '../threads/memory.ts'
import { unpack } from '../threads/memory.ts'
import { waveWithin } from './perimeter.ts'
import type { PackedQuestion, Question } from './question.ts'
import type { Snapshot } from './snapshot.ts'

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
