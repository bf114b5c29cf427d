/** Where a value stands among others, from the largest on. */
export interface Rank {
  readonly rank: number
  /** Of how many that are defined. */
  readonly of: number
  /** Whether another has the same. */
  readonly shared: boolean
}

/** Ranks of the values that are defined; those that tie have the first rank of theirs, as in a race. */
export function ranksOf(values: readonly (number | null)[]): ReadonlyMap<number, Rank> {
  const defined = values.filter((value) => value !== null).sort((a, b) => b - a)
  const ranks = new Map<number, Rank>()
  defined.forEach((value, i) => {
    const before = ranks.get(value)
    ranks.set(value, { rank: before?.rank ?? i + 1, of: defined.length, shared: before !== undefined })
  })
  return ranks
}
