import { createHash } from 'node:crypto'
import type { Setting, Territory } from '../domain/territory.ts'

/**
 * That two actors are two, whatever their names suggest. A setting of the territory each, so that it is committed, undone, exported
 * and copied with it; its value is the pair of their ids.
 */
export function apart(one: string, other: string): Setting {
  const value = JSON.stringify([one, other].sort())
  return { key: `${prefix}${createHash('sha256').update(value).digest('base64url').slice(0, 22)}`, value }
}

/** The pairs that somebody said are two. */
export function pairsApart({ settings }: Territory): (one: string, other: string) => boolean {
  const pairs = new Set([...settings.values()].flatMap(({ key, value }) => (key.startsWith(prefix) ? [value] : [])))
  return (one, other) => pairs.has(apart(one, other).value)
}

const prefix = 'apart.'
