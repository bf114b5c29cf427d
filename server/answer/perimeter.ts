import { compareText, defaultPerimeter, latestWave, type Perimeter } from '../domain/perimeter.ts'
import { type Territory, wordsOf } from '../domain/territory.ts'
import type { Vocabulary } from '../domain/vocabulary.ts'
import { Problem } from '../problem.ts'

/** A perimeter as people ask for it: what they leave out is the default, an empty list means none. */
export type AskedPerimeter = { readonly [K in keyof Perimeter]?: Perimeter[K] | undefined }

/**
 * The whole perimeter that was asked for, of the latest wave unless one is named; the same for any order of its words.
 * Refuses `no_wave`, `unknown_wave`, `unknown_word`.
 */
export function perimeterWithin(territory: Territory, asked: AskedPerimeter): Perimeter {
  const wave = waveWithin(territory, asked.wave)
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))
  const perimeter: Perimeter = { ...defaultPerimeter(territory, wave), ...given }
  return {
    ...perimeter,
    tieKinds: wordsWithin(territory, 'tieKind', perimeter.tieKinds),
    spaceKinds: wordsWithin(territory, 'spaceKind', perimeter.spaceKinds),
  }
}

export interface OfWave {
  /** Absent: the latest. */
  readonly wave?: string | undefined
}

/** Words that a refusal tells: the default ones, and some of the territory’s own. */
const mostTold = 50

/** The wave that was asked for, or the latest. Refuses `no_wave`, `unknown_wave`. */
export function waveWithin(territory: Territory, asked: string | undefined): string {
  const wave = asked ?? latestWave(territory)
  if (wave === undefined) throw new Problem('no_wave', { territory: territory.id })
  if (!territory.waves.has(wave)) throw new Problem('unknown_wave', { territory: territory.id, wave })
  return wave
}

/** Whether the wave that was asked for, or the latest, is a survey; a territory without waves has none. */
export function isSurvey(territory: Territory, asked: string | undefined): boolean {
  const wave = asked ?? latestWave(territory)
  return wave !== undefined && territory.waves.get(wave)?.basis === 'survey'
}

function wordsWithin(territory: Territory, vocabulary: Vocabulary, words: readonly string[]): string[] {
  const known = new Set(wordsOf(territory, vocabulary))
  const unknown = words.find((word) => !known.has(word))
  if (unknown !== undefined) {
    const told = [...known].slice(0, mostTold)
    throw new Problem('unknown_word', { territory: territory.id, vocabulary, word: unknown, known: told })
  }
  return [...new Set(words)].sort(compareText)
}
