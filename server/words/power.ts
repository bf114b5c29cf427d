import type { ChangeKind, SurveyPower } from '../waves/power.ts'

/** A language's words on what a survey to come would show. */
export interface PowerWords {
  readonly heading: string
  /** What is asked, and of whom. */
  readonly lead: (power: SurveyPower) => string
  /** Each kind of change, as a sentence. */
  readonly seen: (change: SurveyPower['expected']['changes'][number], target: number) => string
  /** How many more answers would be worth it. */
  readonly enough: (power: SurveyPower) => string
  /** What the figures rest on, and what they leave out. */
  readonly caution: (power: SurveyPower) => string
  readonly table: {
    readonly caption: string
    readonly answers: string
    readonly kinds: Readonly<Record<ChangeKind, string>>
    /** Of a size that no survey tried shows. */
    readonly never: (largest: number) => string
    /** A row on one line: so many answers, and what they show. */
    readonly row: (answers: number, cells: readonly string[]) => string
    readonly cell: (kind: ChangeKind, size: number | null, largest: number) => string
  }
}
