import type { Agenda } from '../agenda/item.ts'
import type { Diagnosis } from '../diagnosis/diagnosis.ts'
import { type Note, noteOf } from '../report/note.ts'
import { noteWords } from '../report/note-words.ts'
import { spoken } from '../report/spoken.ts'
import type { Positions } from '../store/store.ts'
import type { Statement } from '../waves/summary.ts'
import { agendaSchema } from '../wire/agenda.ts'
import { diagnosisSchema } from '../wire/diagnosis.ts'
import type { ReportFormat } from '../wire/report.ts'
import type { Language } from '../words/language.ts'
import type { Placed } from './picture.ts'
import { drawnAsked, freeLayout } from './picture.ts'
import type { Snapshot } from './snapshot.ts'

/** What a note is made of: what may be told of a diagnosis, what it asks of people, and of this wave beside an earlier one. */
export interface AskedReport {
  readonly language: Language
  readonly format: ReportFormat
  readonly diagnosis: Diagnosis
  readonly agenda: Agenda
  readonly since: { readonly wave: string; readonly summary: readonly Statement[] } | null
}

/** A note on a wave as a file of two pages. */
export async function reportAsked(snapshot: Snapshot, asked: AskedReport & Placed): Promise<Uint8Array> {
  const note = await noteAsked(snapshot, asked, asked.positions)
  switch (asked.format) {
    case 'pdf':
      return await (await import('../print/note-pdf.ts')).notePdf(note)
    case 'docx':
      return await (await import('../print/note-docx.ts')).noteDocx(note)
  }
}

async function noteAsked(
  snapshot: Snapshot,
  { language, diagnosis, agenda, since }: AskedReport,
  positions: Positions,
): Promise<Note> {
  const look = {
    language,
    paper: 'A4',
    color: 'sphere',
    size: 'degree',
    spaces: false,
    hidden: [],
    ...freeLayout,
  } as const
  const drawn = await drawnAsked(snapshot, { ...look, perimeter: { wave: agenda.wave } }, positions)
  // Sentences are made of what would cross the wire.
  const told = { agenda: agendaSchema.parse(agenda), diagnosis: diagnosisSchema.parse(diagnosis) }
  return noteOf({ drawn, ...told, since }, spoken[language], noteWords[language])
}
