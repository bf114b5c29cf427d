import { type Territory, wordsOf } from './territory.ts'

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
  readonly direction: 'either' | 'confirmed' | 'directed'
  /** `strength`: declared strengths. `shared`: number of shared spaces, alone. `none`: every tie counts one. */
  readonly weights: 'none' | 'strength' | 'shared'
  /** Strength of a tie of several kinds: the largest, or their sum. */
  readonly kindStrength: 'max' | 'sum'
  /** Strength of a tie seen from both ends: the larger, or the mean over the ends that were asked. A missing answer is no zero. */
  readonly endStrength: 'max' | 'mean'
  /** `inside`: actors of the territory only. */
  readonly actors: 'all' | 'inside'
  /** Whether unnamed or plural actors take part. */
  readonly collective: boolean
}

/** Programme axes and seminar series gather nearly everybody: as co-participation they would tie all to all. */
const gatherings = ['programme_axis', 'seminar_series']

/** Ties of every kind and co-participation, unweighted, all actors, in one wave. */
export function defaultPerimeter(territory: Territory, wave: string): Perimeter {
  return {
    wave,
    tieKinds: wordsOf(territory, 'tieKind'),
    spaceKinds: wordsOf(territory, 'spaceKind').filter((kind) => !gatherings.includes(kind)),
    direction: 'either',
    weights: 'none',
    kindStrength: 'max',
    endStrength: 'max',
    actors: 'all',
    collective: true,
  }
}

/** The latest wave by date, then by id; undefined when there is none. */
export function latestWave(territory: Territory): string | undefined {
  const waves = [...territory.waves.values()]
  waves.sort((a, b) => compareText(b.date, a.date) || compareText(b.id, a.id))
  return waves[0]?.id
}

/** The order of ids: UTF-16 code units, the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
