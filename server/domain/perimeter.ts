import { type Territory, type Wave, wordsOf } from './territory.ts'

/** What a figure was computed on. Two perimeters with the same fields name the same network of a revision. */
export interface Perimeter {
  readonly wave: string
  /** Kinds of ties that count; empty: none. */
  readonly tieKinds: readonly string[]
  /** Kinds of spaces that tie their participants together; empty: none. */
  readonly spaceKinds: readonly string[]
  /**
   * `either`: a tie when one end declares it. `confirmed`: when both do. `directed`: arcs as declared.
   * Co-participation is mutual under all three.
   */
  readonly direction: (typeof directions)[number]
  /** `strength`: declared strengths. `shared`: number of shared spaces, alone. `none`: every tie counts one. */
  readonly weights: (typeof weightings)[number]
  /** Strength of a tie of several kinds: the largest, or their sum. */
  readonly kindStrength: (typeof kindStrengths)[number]
  /** Strength of a tie seen from both ends: the larger, or the mean over the ends that were asked. A missing answer is no zero. */
  readonly endStrength: (typeof endStrengths)[number]
  /** `inside`: actors of the territory only. */
  readonly actors: (typeof actorSelections)[number]
  /** Whether unnamed or plural actors take part. */
  readonly collective: boolean
}

export const directions = ['either', 'confirmed', 'directed'] as const
export const weightings = ['none', 'strength', 'shared'] as const
export const kindStrengths = ['max', 'sum'] as const
export const endStrengths = ['max', 'mean'] as const
export const actorSelections = ['all', 'inside'] as const

/** Programme axes and seminar series gather nearly everybody: as co-participation they would tie all to all. */
const gatherings = ['programme_axis', 'seminar_series']

/** To have shared a table at a seminar is not yet to cooperate: such ties count where somebody asks for them. */
export const metKind = 'met'

/** Ties of every kind but meetings, and co-participation, unweighted, all actors, in one wave. */
export function defaultPerimeter(territory: Territory, wave: string): Perimeter {
  return {
    wave,
    tieKinds: wordsOf(territory, 'tieKind').filter((kind) => kind !== metKind),
    spaceKinds: wordsOf(territory, 'spaceKind').filter((kind) => !gatherings.includes(kind)),
    direction: 'either',
    weights: 'none',
    kindStrength: 'max',
    endStrength: 'max',
    actors: 'all',
    collective: true,
  }
}

/** The latest wave; undefined when there is none. */
export function latestWave(territory: Pick<Territory, 'waves'>): string | undefined {
  return wavesLatestFirst(territory)[0]?.id
}

/** By date, then by id. */
export function wavesLatestFirst({ waves }: Pick<Territory, 'waves'>): Wave[] {
  return [...waves.values()].sort((a, b) => compareText(b.date, a.date) || compareText(b.id, a.id))
}

/** The order of ids: UTF-16 code units, the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
