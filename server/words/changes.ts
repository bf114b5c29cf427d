import type { Reason } from '../waves/comparability.ts'
import type { FigureId } from '../waves/figures.ts'
import type { FindingFate } from '../waves/finding-fates.ts'
import type { PlaneMove } from '../waves/plane.ts'
import type { ProgrammeChange } from '../waves/programme.ts'
import type { Section, Statement } from '../waves/summary.ts'
import type { TieReason } from '../waves/ties.ts'
import type { Names } from './findings.ts'

/** How a reader knows what a statement on waves calls by its id. */
export type ChangeNames = Pick<Names, 'actor' | 'sphere' | 'space' | 'tieKind'>

/** A language's words on what two waves tell. Sentences are made of nothing but the statement's own numbers. */
export interface ChangeWords {
  readonly sections: Readonly<Record<Section, string>>
  /** One sentence, as sure as the statement is. */
  readonly statement: (statement: Statement, names: ChangeNames) => string
  /** Why something is not said. */
  readonly reasons: Readonly<Record<Reason, string>>
  /** Why a tie is not compared. */
  readonly tieReasons: Readonly<Record<TieReason, string>>
  readonly figures: Readonly<Record<FigureId, string>>
  /** What shows it, on one line: counts, intervals, tests. */
  readonly evidence: (statement: Statement, names: ChangeNames) => string
  /** What became of a finding, and why. */
  readonly fates: Readonly<Record<FindingFate['fate'], string>>
  readonly fateReasons: Readonly<Record<NonNullable<FindingFate['why']>, string>>
  /** Where the same actors stood between cohesion and opening, and stand. */
  readonly plane: {
    readonly heading: string
    /** Whose points these are. */
    readonly lead: (actors: number) => string
    /** A sentence along each axis. */
    readonly moves: (move: PlaneMove) => readonly [cohesion: string, opening: string]
  }
}

/** More names than anybody reads in a line. */
const mostNamed = 6

/** The first names of many, and how many are left. */
export function firstOf(ids: readonly string[]): { readonly shown: readonly string[]; readonly left: number } {
  // One more name is no longer than saying that there is one more.
  const shown = ids.length <= mostNamed + 1 ? ids : ids.slice(0, mostNamed)
  return { shown, left: ids.length - shown.length }
}

/** Spaces a programme statement may name: projects begun and ended. */
export function movedProjects({ projects }: ProgrammeChange): {
  readonly begun: readonly string[]
  readonly ended: readonly string[]
} {
  const of = (fate: 'begun' | 'ended') => projects.filter((project) => project.fate === fate).map(({ space }) => space)
  return { begun: of('begun'), ended: of('ended') }
}
