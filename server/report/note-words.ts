import type { AgendaWords } from '../words/agenda.ts'
import type { ChangeWords } from '../words/changes.ts'
import { agenda as englishAgenda } from '../words/en/agenda.ts'
import { changes as englishChanges } from '../words/en/changes.ts'
import { findings as englishFindings } from '../words/en/findings.ts'
import { report as englishReport } from '../words/en/report.ts'
import type { FindingWords } from '../words/findings.ts'
import { agenda as frenchAgenda } from '../words/fr/agenda.ts'
import { changes as frenchChanges } from '../words/fr/changes.ts'
import { findings as frenchFindings } from '../words/fr/findings.ts'
import { report as frenchReport } from '../words/fr/report.ts'
import type { Language } from '../words/language.ts'
import type { ReportWords } from '../words/report.ts'

/** What a note says besides what a map does. */
export interface NoteWords {
  readonly agenda: AgendaWords
  readonly changes: ChangeWords
  readonly findings: FindingWords
  readonly report: ReportWords
}

export const noteWords: Readonly<Record<Language, NoteWords>> = {
  fr: { agenda: frenchAgenda, changes: frenchChanges, findings: frenchFindings, report: frenchReport },
  en: { agenda: englishAgenda, changes: englishChanges, findings: englishFindings, report: englishReport },
}
