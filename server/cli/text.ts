import type { ConfigError } from '../config.ts'
import type { ReadRefusal } from '../exchange/preview.ts'
import type { AgendaWords } from '../words/agenda.ts'
import type { BesideWords } from '../words/beside.ts'
import type { Language } from '../words/language.ts'
import type { PowerWords } from '../words/power.ts'
import type { TechnicalProblems } from '../words/problems.ts'
import type { RevivalWords } from '../words/revivals.ts'
import type { SeminarWords } from '../words/seminar.ts'
import type { AgendaText } from './agenda-text.ts'
import type { BoundaryText } from './boundary.ts'
import type { ComparedText } from './comparison-text.ts'
import type { DiagnosedText, Words } from './findings-text.ts'
import type { Imported } from './import.ts'
import type { LookupText } from './lookup.ts'
import type { NoticeCode, NoticeDetails } from './notice.ts'
import type { RefusalCode, RefusalDetails } from './refusal.ts'
import type { ReviveText } from './revival-text.ts'
import type { SeminarText } from './seminar-text.ts'

/** Refused rows that a terminal shows: further ones push the first out of sight. */
export const mostRowsTold = 50

/** Everything the command line says to people. Sentences name what was got, where, and what was expected. */
export interface Text {
  readonly problem: TechnicalProblems
  readonly refusal: { readonly [C in RefusalCode]: (details: RefusalDetails[C]) => string }
  readonly notice: { readonly [C in NoticeCode]: (details: NoticeDetails[C]) => string }
  readonly config: { readonly [V in ConfigError['variable']]: (got: string) => string }
  /** Lines, each a sentence; the first of many. */
  readonly rows: (refusals: readonly ReadRefusal[]) => string[]
  readonly defect: (reason: string) => string
  /** What « - » is called in a sentence. */
  readonly standardInput: string
  readonly opened: (url: string, file: string) => string
  readonly imported: (territory: string, created: number, changed: number, matched: number) => string
  /** Lines: what tables of other people were taken for, and what there is to confirm. */
  readonly understood: (sheets: Imported['sheets'], names: Imported['names']) => string[]
  /** Lines: what the territory holds and the files do not. */
  readonly missing: (missing: Imported['missing'], isRemoved: boolean) => string[]
  readonly previewed: (territory: string, created: number, changed: number, matched: number) => string
  readonly written: (territory: string, file: string) => string
  readonly converted: (file: string, actors: number, ties: number) => string
  readonly exported: (territory: string, files: number, folder: string) => string
  /** How far a long file is read. */
  readonly reading: (percent: number, file: string, rows: number) => string
  readonly writing: string
  readonly measuring: (percent: number, measure: string) => string
  readonly copying: (done: number, of: number) => string
  readonly copied: (territory: string, revision: number) => string
  readonly backedUp: (file: string, territories: number, commits: number) => string
  readonly restored: (file: string, aside: string | null, territories: number, commits: number) => string
  readonly checked: (file: string, territories: number, commits: number) => string
  readonly diagnosed: DiagnosedText
  readonly agenda: AgendaText
  readonly lookup: LookupText
  readonly boundary: BoundaryText
  readonly seminar: SeminarText
  readonly revive: ReviveText
  readonly comparing: (percent: number) => string
  readonly compared: ComparedText
  /** Of findings, agendas, seminars, changes and ties to revive, the same as on screen. */
  readonly words: Words & {
    readonly agenda: AgendaWords
    readonly seminar: SeminarWords
    readonly revivals: RevivalWords
    readonly power: PowerWords
    readonly beside: BesideWords
  }
  readonly help: Help
}

interface Help {
  readonly titles: Readonly<Record<string, string>>
  /** Words that stand for values, such as `path` of `<path>`. */
  readonly placeholders: Readonly<Record<string, string>>
  readonly program: string
  readonly lang: string
  readonly version: string
  readonly help: string
  readonly json: string
  readonly serve: string
  readonly import: string
  readonly importTerritory: string
  readonly importWave: string
  readonly importWaveLabel: string
  readonly importWaveDate: string
  readonly importAuthor: string
  readonly importRemove: string
  readonly importWaveBasis: string
  readonly importPlan: string
  readonly importYes: string
  readonly importPreview: string
  readonly importPartial: string
  readonly export: string
  readonly exportFormat: string
  readonly exportWave: string
  readonly exportFindings: string
  readonly exportRows: string
  readonly exportColumns: string
  readonly exportSort: string
  readonly exportColor: string
  readonly exportHide: string
  readonly exportBackbone: string
  readonly draw: string
  readonly story: string
  readonly report: string
  readonly output: string
  readonly paper: string
  readonly color: string
  readonly size: string
  readonly spaces: string
  readonly layout: string
  readonly around: string
  readonly backbone: string
  readonly convert: string
  readonly convertDate: string
  readonly exportForce: string
  readonly exportPeople: string
  readonly exportRevision: string
  readonly backup: string
  readonly backupForce: string
  readonly restore: string
  readonly check: string
  readonly copy: string
  readonly copyFrom: string
  readonly copyTo: string
  readonly measure: string
  readonly diagnose: string
  readonly agenda: string
  readonly boundary: string
  readonly lookup: string
  readonly lookupRegister: string
  readonly boundarySections: string
  readonly boundaryHeadcount: string
  readonly boundaryMissing: string
  readonly invite: string
  readonly invited: string
  readonly seminar: string
  readonly inviteCount: string
  readonly inviteBy: string
  readonly quotas: string
  readonly floors: string
  readonly must: string
  readonly tablesOf: string
  readonly together: string
  readonly pairs: string
  readonly pairsCount: string
  readonly whatif: string
  readonly scenario: string
  readonly leaving: string
  readonly weakened: string
  readonly added: string
  readonly tables: string
  readonly rounds: string
  readonly preset: string
  readonly hosts: string
  readonly apart: string
  readonly compare: string
  readonly compareFrom: string
  readonly compareTo: string
  readonly compareFindings: string
  readonly compareBeside: string
  readonly compareRsiena: string
  readonly revive: string
  readonly ics: string
  readonly power: string
  readonly powerWave: string
  readonly response: string
  readonly start: string
  readonly roster: string
  readonly comparedKinds: string
  readonly spheres: string
  readonly measures: string
  readonly seed: string
  readonly exact: string
  readonly twoMode: string
  readonly directed: string
  readonly weight: string
  readonly nodes: string
  readonly group: string
  readonly place: string
  readonly diagnosedKinds: string
  readonly answered: string
  readonly previous: string
  readonly outside: string
  readonly wave: string
  readonly tieKinds: string
  readonly spaceKinds: string
  readonly direction: string
  readonly weights: string
  readonly kindStrength: string
  readonly endStrength: string
  readonly actors: string
  readonly collective: string
  readonly groups: string
  readonly exits: string
}

/** French unless the caller or the environment says English. */
export function languageOf(
  asked: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  if (asked === 'fr' || asked === 'en') return asked
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || ''
  return locale.toLowerCase().startsWith('en') ? 'en' : 'fr'
}
