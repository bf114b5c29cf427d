import { agendaOf } from '../agenda/agenda.ts'
import type { Agenda } from '../agenda/item.ts'
import type { Diagnosis } from '../diagnosis/diagnosis.ts'
import { agendaCalendar, agendaWorkbook } from '../exchange/agenda-files.ts'
import { keysUnder } from '../store/finding-keys.ts'
import type { Packed } from '../threads/memory.ts'
import { unpack } from '../threads/memory.ts'
import { agendaSchema } from '../wire/agenda.ts'
import { type Bytes, bytesOf } from './bytes.ts'
import type { Question } from './question.ts'
import type { Snapshot } from './snapshot.ts'

/** What a diagnosis asks of people, as far as it is told: the agenda tells no name that it does not. */
export interface AskedAgenda {
  readonly question: Packed<Question>
  readonly diagnosis: Diagnosis
  /** What causes are named under. */
  readonly secret: string
}

export function agendaAsked({ territory }: Snapshot, { question, diagnosis, secret }: AskedAgenda): Agenda {
  const { subject, rules } = unpack(question)
  return agendaOf(territory, subject, diagnosis, rules.thresholds, keysUnder(secret))
}

/** The same as a file, with what was decided. */
export async function agendaFile(
  snapshot: Snapshot,
  {
    format,
    language,
    start,
    ...asked
  }: AskedAgenda & { readonly language: 'fr' | 'en'; readonly start: string; readonly format: 'ics' | 'xlsx' },
): Promise<Bytes> {
  // Sentences are made of what would cross the wire.
  const agenda = agendaSchema.parse(agendaAsked(snapshot, asked))
  if (format === 'xlsx') return await agendaWorkbook(snapshot.territory, agenda, { language, start })
  return bytesOf(agendaCalendar(snapshot.territory, agenda, { language, start }))
}
