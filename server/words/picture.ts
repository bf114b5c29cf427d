import type { AreaWords } from '../drawing/areas.ts'
import type { GroundLine } from '../drawing/backdrop.ts'
import type { Standing } from '../drawing/standing.ts'
import type { Layout } from '../layout/arrangement.ts'
import type { SurroundingsWire } from '../wire/surroundings.ts'

/** A way to lay actors out, and what stands where in it. */
interface LayoutWords {
  readonly name: string
  readonly note: string
}

/** What is said of the ground beneath a map. */
export interface GroundWords {
  readonly heading: string
  readonly lines: Readonly<Record<GroundLine['of'], string>>
  readonly towns: string
  readonly kilometers: (length: number) => string
  /** Where the ground comes from, and how exact it is. */
  readonly source: string
  readonly without: Readonly<Record<NonNullable<SurroundingsWire['withoutMap']>, string>>
  readonly byCommune: (communes: number) => string
  /** `commune`: ''; none is named. */
  readonly inCommune: (commune: string, actors: readonly string[]) => string
  readonly nowhere: (actors: number) => string
  /** Names of communes that no commune has. */
  readonly unknown: (communes: readonly string[]) => string
}

/** A language's words around a map on paper. Numbers of what is drawn. */
export interface PictureWords {
  readonly legend: string
  readonly ties: string
  readonly standings: Readonly<Record<Standing, string>>
  /** What each width counts: declarations and shared spaces behind a tie. */
  readonly width: string
  readonly widthOf: (evidence: number, isMost: boolean) => string
  /** What the size of nodes counts. */
  readonly partners: string
  readonly partnersOf: (partners: number) => string
  /** What sizes nodes, by the name of the measure. */
  readonly sizedBy: (measure: string) => string
  readonly undefinedSize: string
  readonly silent: string
  readonly space: string
  readonly host: string
  readonly around: (name: string) => string
  readonly alone: string
  readonly others: string
  readonly othersOf: (words: string) => string
  /** Actors whom nothing drawn ties to any other. */
  readonly untied: (actors: number) => string
  readonly unnamed: (actors: number) => string
  readonly hidden: (categories: string, actors: number) => string
  readonly counts: (actors: number, ties: number, declared: number) => string
  readonly perimeter: (sentence: string) => string
  readonly share: (share: number) => string
  /** Where the facts come from. `fictitious`: they are invented. */
  readonly source: (territory: string, wave: string, fictitious: boolean) => string
  readonly layouts: Readonly<Record<Layout, LayoutWords>>
  readonly areas: AreaWords
  readonly ground: GroundWords
  /** `centre`: whom its rings are drawn around; null: it has no such rings. */
  readonly layout: (layout: LayoutWords, centre: string | null) => string
  /** Of a map of the most embedded ties alone. */
  readonly backbone: (drawn: number, ties: number) => string
  readonly choice: (drawn: number, actors: number) => string
  readonly description: (facts: {
    readonly actors: number
    readonly ties: number
    readonly untied: number
    readonly most: readonly string[]
  }) => string
}
