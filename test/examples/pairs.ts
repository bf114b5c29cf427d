import type { Territory } from '../../server/domain/territory.ts'

/** Undirected ties as `a b`, a < b: counted here without the product's own networks, so that they check each other. */
export type Pairs = ReadonlySet<string>

/** What the survey of a wave tells: pairs that either end declared. */
export function reportedPairs(territory: Territory, wave: string): Pairs {
  const pairs = new Set<string>()
  for (const tie of territory.ties.values()) if (tie.wave === wave) pairs.add([tie.from, tie.to].sort().join(' '))
  return pairs
}

export function tiesBetween(pairs: Pairs, one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return count(pairs, (a, b) => (one.has(a) && other.has(b)) || (one.has(b) && other.has(a)))
}

export function tiesOut(pairs: Pairs, group: ReadonlySet<string>): number {
  return count(pairs, (a, b) => group.has(a) !== group.has(b))
}

/** Ties between two groups if partners were drawn by number of ties alone: K_g K_h / 2m (Chung & Lu 2002). */
export function expectedBetween(pairs: Pairs, one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return (ends(pairs, one) * ends(pairs, other)) / (2 * pairs.size)
}

export function expectedOut(pairs: Pairs, group: ReadonlySet<string>): number {
  const own = ends(pairs, group)
  return own * (1 - own / (2 * pairs.size))
}

/** Everyone that can be reached from `start` without passing through `removed`. */
export function reach(pairs: Pairs, start: string, removed: string | null): Set<string> {
  const neighbors = new Map<string, string[]>()
  for (const pair of pairs) {
    const [a = '', b = ''] = pair.split(' ')
    if (a === removed || b === removed) continue
    neighbors.set(a, [...(neighbors.get(a) ?? []), b])
    neighbors.set(b, [...(neighbors.get(b) ?? []), a])
  }
  const reached = new Set([start])
  for (const actor of reached) for (const next of neighbors.get(actor) ?? []) reached.add(next)
  return reached
}

function ends(pairs: Pairs, group: ReadonlySet<string>): number {
  return count(pairs, (a) => group.has(a)) + count(pairs, (_, b) => group.has(b))
}

function count(pairs: Pairs, holds: (a: string, b: string) => boolean): number {
  let sum = 0
  for (const pair of pairs) {
    const [a = '', b = ''] = pair.split(' ')
    if (holds(a, b)) sum++
  }
  return sum
}
