interface Ordered {
  readonly id: string
  /** Ids of what it is made of. */
  readonly parts: readonly string[]
}

/**
 * Items in the order in which they were first shown, so that nothing moves under the eyes of who reads: one that is
 * still about what another was about takes its place, others follow in the order they come.
 */
export function keepingOrder<T extends Ordered>(shown: readonly Ordered[], now: readonly T[]): readonly T[] {
  const placeOf = ({ id, parts }: T) => {
    const before = shown.findIndex((one) => one.id === id || one.parts.some((part) => parts.includes(part)))
    return before < 0 ? shown.length : before
  }
  return now
    .map((item) => ({ item, place: placeOf(item) }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item)
}
