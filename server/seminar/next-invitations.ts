import type { Coverage, Reaching } from './coverage.ts'

export interface InvitationQuestion {
  /** Whom one may choose from, by node. */
  readonly candidates: readonly number[]
  /** How many more to invite. */
  readonly count: number
  readonly by: Reaching
  /** Most of each group among those chosen, by group number; null: no quota. A node in no group (-1) is under none. */
  readonly quotas: { readonly groupOf: ArrayLike<number>; readonly most: readonly number[] } | null
}

export interface NextInvitations {
  /** In the order they were chosen; fewer than asked for when nobody would add anything or quotas leave nobody. */
  readonly chosen: readonly { readonly node: number; readonly gain: number }[]
  /** What all of them add to the value of the list. */
  readonly gain: number
  /** The same before swaps. */
  readonly greedyGain: number
  readonly certainty: Certainty
  /** Gains worked out: what lazy evaluation saves. */
  readonly evaluations: number
}

/** `optimal`: every choice was tried; otherwise the greedy gain is at least `share` of the best there is. */
export type Certainty =
  | { readonly proof: 'enumerated'; readonly best: number; readonly optima: number; readonly first: readonly number[] }
  | { readonly proof: 'guarantee'; readonly share: number }

/** More choices than this are not tried one by one. */
const mostChoices = 200_000
/** Sums taken in another order differ by rounding. */
const rounding = 1e-9

/**
 * The best next invitations beside a list: lazy greedy, then swaps of one for one while they gain; of equals the lowest node.
 *
 * Lazy: what somebody adds only shrinks as the list grows, so an old gain is a ceiling and most need no new look (CELF: J. Leskovec et al. 2007, KDD).
 * At least 1 − 1/e of the best gain (G. Nemhauser, L. Wolsey, M. Fisher 1978, Mathematical Programming 14:265-294), one half under quotas
 * (M. Fisher et al. 1978, Mathematical Programming Study 8:73-87). Up to 200,000 choices all are tried, and the best of them is what is returned if swaps
 * missed it. The list itself is left as it was.
 */
export function nextInvitations(list: Coverage, question: InvitationQuestion): NextInvitations {
  const candidates = [...new Set(question.candidates)].filter((node) => !list.has(node)).sort((a, b) => a - b)
  const coverage = list.copy()
  const start = coverage.value(question.by)
  const { chosen: greedy, evaluations } = lazyGreedy(coverage, candidates, question)
  const greedyGain = coverage.value(question.by) - start
  const swapped = swaps(coverage, greedy, candidates, question)
  const gain = coverage.value(question.by) - start
  const best = enumerated(list, candidates, question, gain)
  const nodes = best && best.gain > gain + rounding ? best.first : swapped
  return {
    ...stepByStep(list, nodes, question),
    greedyGain,
    certainty: best
      ? { proof: 'enumerated', best: best.gain, optima: best.optima, first: best.first }
      : { proof: 'guarantee', share: question.quotas ? 1 / 2 : 1 - 1 / Math.E },
    evaluations,
  }
}

function lazyGreedy(coverage: Coverage, candidates: readonly number[], { count, by, quotas }: InvitationQuestion) {
  const room = new Room(quotas)
  let evaluations = 0
  const ceilings = candidates.map((node) => {
    evaluations++
    return { node, gain: coverage.gain(node, by), fresh: 0 }
  })
  const chosen: number[] = []
  while (chosen.length < count) {
    let best = first(ceilings)
    while (best && (!room.takes(best.node) || best.fresh < chosen.length)) {
      if (room.takes(best.node)) {
        best.gain = coverage.gain(best.node, by)
        best.fresh = chosen.length
        evaluations++
      } else best.gain = 0
      best = first(ceilings)
    }
    if (!best) break
    coverage.add(best.node)
    room.take(best.node)
    chosen.push(best.node)
    best.gain = 0
  }
  return { chosen, evaluations }
}

/** The largest ceiling, of equals the lowest node; undefined when nobody adds anything. */
function first<C extends { readonly node: number; readonly gain: number }>(ceilings: readonly C[]): C | undefined {
  let best: C | undefined
  for (const ceiling of ceilings) {
    if (ceiling.gain > rounding && (!best || ceiling.gain > best.gain + rounding)) best = ceiling
  }
  return best
}

/** One for one while that gains: the best swap first. */
function swaps(
  coverage: Coverage,
  greedy: readonly number[],
  candidates: readonly number[],
  { by, quotas }: InvitationQuestion,
): number[] {
  let chosen = [...greedy]
  for (;;) {
    const value = coverage.value(by)
    let best = { gain: rounding, out: -1, in: -1 }
    for (const out of chosen) {
      coverage.remove(out)
      const room = new Room(quotas)
      for (const node of chosen) if (node !== out) room.take(node)
      const without = coverage.value(by)
      for (const node of candidates) {
        if (coverage.has(node) || node === out || !room.takes(node)) continue
        const gain = without + coverage.gain(node, by) - value
        if (gain > best.gain + rounding) best = { gain, out, in: node }
      }
      coverage.add(out)
    }
    if (best.in < 0) return chosen
    coverage.remove(best.out)
    coverage.add(best.in)
    chosen = chosen.map((node) => (node === best.out ? best.in : node))
  }
}

/**
 * Every choice of as many as asked for, in the order of nodes; null: too many. What cannot reach the gain already known, `floor`, is not looked at: nobody ever adds more than
 * beside the list alone.
 */
function enumerated(
  list: Coverage,
  candidates: readonly number[],
  { count, by, quotas }: InvitationQuestion,
  floor: number,
) {
  const room = new Room(quotas)
  const size = Math.min(count, room.mostOf(candidates))
  if (size < 1 || choices(candidates.length, size) > mostChoices) return null
  const start = list.value(by)
  const ceiling = candidates.map((node) => list.gain(node, by))
  const highest = Math.max(...ceiling)
  // Nobody adds anything: to invite nobody is as good as any choice, and all would have to be looked at.
  if (highest <= rounding) return { gain: 0, optima: 1, first: [] as readonly number[] }
  const chosen: number[] = []
  let best = { gain: floor, optima: 0, first: [] as readonly number[] }
  const visit = (coverage: Coverage, from: number, gain: number) => {
    const left = size - chosen.length
    if (left === 0) {
      if (best.optima === 0 || gain > best.gain + rounding) best = { gain, optima: 1, first: [...chosen] }
      else best.optima++
      return
    }
    for (let i = from; i <= candidates.length - left; i++) {
      const node = candidates[i]!
      const most = gain + ceiling[i]! + (left - 1) * highest
      if (most < best.gain - rounding || !room.takes(node)) continue
      const now = left > 1 ? 0 : gain + coverage.gain(node, by)
      if (left === 1 && now < best.gain - rounding) continue
      chosen.push(node)
      room.take(node)
      if (left === 1) visit(coverage, i + 1, now)
      else {
        const next = coverage.copy()
        next.add(node)
        visit(next, i + 1, next.value(by) - start)
      }
      chosen.pop()
      room.leave(node)
    }
  }
  visit(list, 0, 0)
  return best
}

/** C(n, k), or more than `mostChoices`. */
function choices(n: number, k: number): number {
  let count = 1
  for (let i = 0; i < k && count <= mostChoices; i++) count = (count * (n - i)) / (i + 1)
  return count
}

function stepByStep(list: Coverage, nodes: readonly number[], { by }: InvitationQuestion) {
  const coverage = list.copy()
  const start = coverage.value(by)
  const chosen = nodes.map((node) => {
    const gain = coverage.gain(node, by)
    coverage.add(node)
    return { node, gain }
  })
  return { chosen: chosen.filter(({ gain }) => gain > rounding), gain: coverage.value(by) - start }
}

/** What quotas leave. */
class Room {
  readonly #groupOf: ArrayLike<number>
  readonly #left: number[]

  constructor(quotas: InvitationQuestion['quotas']) {
    this.#groupOf = quotas?.groupOf ?? []
    this.#left = [...(quotas?.most ?? [])]
  }

  /** How many of the nodes could be taken together. */
  mostOf(nodes: readonly number[]): number {
    const inGroup = this.#left.map((left, group) =>
      Math.min(left, nodes.filter((node) => this.#groupOf[node] === group).length),
    )
    const free = nodes.filter((node) => this.#left[this.#groupOf[node] ?? -1] === undefined).length
    return inGroup.reduce((sum, count) => sum + count, free)
  }

  takes(node: number): boolean {
    return (this.#left[this.#groupOf[node] ?? -1] ?? 1) > 0
  }

  take(node: number): void {
    this.#move(node, -1)
  }

  leave(node: number): void {
    this.#move(node, 1)
  }

  #move(node: number, by: number): void {
    const group = this.#groupOf[node] ?? -1
    if (this.#left[group] !== undefined) this.#left[group] += by
  }
}
