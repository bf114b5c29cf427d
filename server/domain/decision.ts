import type { Decision } from './territory.ts'

/**
 * Decisions in the order people want them: those pinned, then the others by what is at stake, each at the place that somebody gave it. Those that are done or set aside make room for others and come last; those that are
 * followed stay, beyond `most` too.
 *
 * @param ranked by what is at stake
 * @returns the decisions to show, and how many are left
 */
export function arranged<T extends { readonly id: string }>(
  ranked: readonly T[],
  decisions: ReadonlyMap<string, Decision>,
  most: number,
): { readonly first: readonly T[]; readonly left: number } {
  const of = ({ id }: T) => decisions.get(id)
  const isOver = (one: T) => of(one)?.state === 'done' || of(one)?.state === 'set_aside'
  const open = placed(
    ranked.filter((one) => !isOver(one)),
    of,
  )
  const kept = open.filter((one, index) => index < most || of(one) !== undefined)
  return { first: [...kept, ...ranked.filter(isOver)], left: open.length - kept.length }
}

/** The lowest places are taken first, so that each stands where it was put whatever the others are. */
function placed<T>(ranked: readonly T[], of: (one: T) => Decision | undefined): T[] {
  const put = ranked.flatMap((one) => {
    const { rank } = of(one) ?? {}
    return rank === undefined ? [] : [{ one, rank }]
  })
  const order = ranked.filter((one) => of(one)?.rank === undefined)
  for (const { one, rank } of put.sort((a, b) => a.rank - b.rank)) order.splice(rank - 1, 0, one)
  return [...order.filter((one) => of(one)?.pinned === true), ...order.filter((one) => of(one)?.pinned !== true)]
}
