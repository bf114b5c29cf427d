import type { Agreement } from './agreement.ts'
import { hasRoster, listedIn, type Roster } from './comparability.ts'
import { absent, pairsIn, type Side, type WavePair } from './ground.ts'
import type { ComparedPair } from './ties.ts'

/** A sign that two waves do not tell of the same thing, or not in the order taken: what would then pass for a change, or for none, is not one. */
export type Doubt =
  /** Two rosters without one actor in common: another territory, or the same actors under other ids. */
  | { readonly kind: 'strangers'; readonly before: number; readonly after: number }
  /** Hardly a tie is told of both times. */
  | { readonly kind: 'hardly_alike'; readonly kept: number; readonly told: number }
  /** Everybody tells the very same twice, as no two surveys do. */
  | { readonly kind: 'identical'; readonly ties: number }
  /** Of one date: which comes first is not known. */
  | { readonly kind: 'same_date'; readonly date: string }
  /** Kinds of tie that one wave alone tells of; they are set aside. */
  | { readonly kind: 'told_once'; readonly kinds: readonly KindToldOnce[] }
  /** An actor took over many partners of one that left: merged with it, or the same under another id. */
  | { readonly kind: 'successions'; readonly successions: readonly Succession[] }

export interface KindToldOnce {
  readonly tieKind: string
  /** The wave that tells of it, and how many pairs. */
  readonly side: 'before' | 'after'
  readonly ties: number
}

export interface Succession {
  readonly leaver: string
  readonly heir: string
  /** Whether the heir is on no earlier roster either. */
  readonly isNew: boolean
  /** Partners of the one that left, those that are still there, and those of them that are new to the heir. */
  readonly partners: number
  readonly taken: number
}

/**
 * Below, two waves hardly describe one network, unless the earlier one is still there within a larger one. T. Snijders, G. van de Bunt, C. Steglich (2010), Social Networks 32:44-60.
 */
const leastJaccard = 0.2
const mostlyKept = 0.5
/** So few ties may be told alike twice. */
const leastTies = 10
const leastTaken = 3
const mostTaken = 3 / 4

export function doubtsOf(
  pair: WavePair,
  { roster, agreement, pairs }: { roster: Roster; agreement: Agreement; pairs: readonly ComparedPair[] },
): Doubt[] {
  const { before, after } = pair
  const { kept, ended, new: begun, jaccard, survival } = agreement
  const doubts: Doubt[] = []
  const listed = [before, after].map(hasRoster)
  if (listed.every(Boolean) && roster.stayers.length === 0) {
    doubts.push({ kind: 'strangers', before: listedIn(before), after: listedIn(after) })
  }
  const told = kept + ended + begun
  if (told >= leastTies && (jaccard ?? 1) < leastJaccard && (survival ?? 0) < mostlyKept) {
    doubts.push({ kind: 'hardly_alike', kept, told })
  }
  if (kept >= leastTies && pairs.every(({ before: then, after: now }) => then === now)) {
    doubts.push({ kind: 'identical', ties: kept })
  }
  if (before.date !== null && before.date === after.date) doubts.push({ kind: 'same_date', date: before.date })
  const kinds = kindsToldOnce(pair)
  if (kinds.length > 0) doubts.push({ kind: 'told_once', kinds })
  const successions = roster.stayers.length > 0 ? successionsOf(pair, roster) : []
  if (successions.length > 0) doubts.push({ kind: 'successions', successions })
  return doubts
}

function kindsToldOnce({ toldOnce, kinds }: WavePair): KindToldOnce[] {
  return toldOnce.map(({ kind, side, said }) => {
    return { tieKind: kinds[kind] ?? '', side, ties: pairsIn(said) }
  })
}

/** Of each actor that left, whoever newly has most of its partners: three at least, and three of four that are still there. */
function successionsOf(pair: WavePair, { leavers, joiners }: Roster): Succession[] {
  const { actors, before, after } = pair
  const [then, now] = [partnersIn(pair, before), partnersIn(pair, after)]
  const nodeOf = new Map(actors.map((id, node) => [id, node]))
  const isNew = new Set(joiners)
  return leavers.flatMap((leaver) => {
    const left = nodeOf.get(leaver) ?? -1
    const partners = [...(then[left] ?? [])].filter((node) => after.standing[node] !== absent)
    const taken = new Map<number, number>()
    for (const partner of partners) {
      for (const heir of now[partner] ?? []) {
        if (!then[heir]?.has(partner)) taken.set(heir, (taken.get(heir) ?? 0) + 1)
      }
    }
    const [most] = [...taken].sort(([a, many], [b, more]) => more - many || a - b)
    if (!most || most[1] < leastTaken || most[1] < mostTaken * partners.length) return []
    const heir = actors[most[0]] ?? ''
    return [{ leaver, heir, isNew: isNew.has(heir), partners: partners.length, taken: most[1] }]
  })
}

function partnersIn({ actors }: WavePair, { said }: Side): Set<number>[] {
  const partners = actors.map(() => new Set<number>())
  for (const { u, v } of said) {
    partners[u]!.add(v)
    partners[v]!.add(u)
  }
  return partners
}
