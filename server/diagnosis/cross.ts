import type { Cohesion, Coordinate, Profile } from './profile.ts'
import { type Interval, quantile } from './statistics/interval.ts'
import { defaultThresholds, type Thresholds } from './thresholds.ts'

/** `adopted`: the territory set it; `median`: of the territories held; else a convention. */
export const crossBases = ['convention', 'adopted', 'median'] as const

/** Where the cross of the plane stands in cohesion. */
export interface Cross {
  readonly at: number
  readonly basis: (typeof crossBases)[number]
  /** How many the median is of; null: none. */
  readonly territories: number | null
}

/** Tissé et ouvert, replié, extraverti, dispersé. */
export const quadrants = ['woven_open', 'withdrawn', 'outgoing', 'scattered'] as const
export type Quadrant = (typeof quadrants)[number]

/** Without other territories beside. */
export function crossAlone(thresholds: Thresholds): Cross {
  const at = thresholds['cohesion.cross']
  return { at, basis: at === defaultThresholds['cohesion.cross'] ? 'convention' : 'adopted', territories: null }
}

/** Fewer cohesions make no median to stand beside. */
export const leastTerritories = 5

/** The same profile with its cross at the median of the cohesions of the territories held, where these are enough and it adopted none. */
export function amongTerritories(profile: Profile, cohesions: readonly number[]): Profile {
  const { cohesion, opening } = profile
  if (!cohesion || cohesion.cross.basis === 'adopted' || cohesions.length < leastTerritories) return profile
  const at = quantile(
    [...cohesions].sort((a, b) => a - b),
    0.5,
  )
  const moved = { ...cohesion, cross: { at, basis: 'median', territories: cohesions.length } } as const
  return { ...profile, cohesion: moved, quadrant: quadrantOf(moved, opening) }
}

/** Named only where neither margin holds the cross. */
export function quadrantOf(cohesion: Cohesion | null, opening: Coordinate | null): Quadrant | null {
  if (!cohesion?.isTold || !opening) return null
  const woven = sideOf(cohesion.interval, cohesion.cross.at)
  const open = sideOf(opening.interval, opening.expected)
  if (woven === null || open === null) return null
  return woven === 'above'
    ? open === 'above'
      ? 'woven_open'
      : 'withdrawn'
    : open === 'above'
      ? 'outgoing'
      : 'scattered'
}

function sideOf(interval: Interval | null, cross: number | null): 'above' | 'below' | null {
  if (interval === null || cross === null) return null
  if (interval.low > cross) return 'above'
  return interval.high < cross ? 'below' : null
}
