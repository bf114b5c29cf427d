import type { Basis } from './agenda.ts'

/** A language's words around a note on a wave. */
export interface ReportWords {
  /** Before the name of the territory. */
  readonly kind: string
  readonly map: string
  readonly decide: string
  readonly change: string
  readonly disproof: string
  /** Acts that are left to the agenda. */
  readonly moreActs: (acts: number) => string
  readonly since: (wave: string) => string
  readonly nothingSince: string
  readonly unknown: string
  readonly unanswered: (silent: number, asked: number) => string
  readonly askFirst: (names: string) => string
  readonly unexamined: (rules: number) => string
  readonly waiting: string
  readonly allKnown: string
  readonly method: string
  /** One paragraph: what counts as a tie, against what findings are held, what ranks decisions. */
  readonly methodOf: (facts: { readonly basis: Basis; readonly perimeter: string }) => string
  readonly sources: string
  readonly sourcesOf: (sources: string, others: number) => string
  readonly made: (revision: number) => string
  readonly page: (page: number, of: number) => string
}
