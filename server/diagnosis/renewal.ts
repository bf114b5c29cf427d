import { type Case, unaskedBits } from './case.ts'
import { hypergeometricAtMost } from './statistics/hypergeometric.ts'

/** Which ties are new, among actors that were there in both waves and could be seen tied in both. */
export interface Renewal {
  /** By edge of the declared network: 1 new, 0 kept, -1 not comparable. */
  readonly isNew: Int8Array
  /** Comparable ties, and the new ones among them. */
  readonly ties: number
  readonly newTies: number
}

/** Null without an earlier wave. */
export function renewalOf(subject: Case): Renewal | null {
  if (!subject.previous) return null
  const { nodeOf, case: before } = subject.previous
  const { graph } = subject.declared
  const tiedBefore = new Set<number>()
  const n = before.actors.length
  const dyad = (u: number, v: number) => Math.min(u, v) * n + Math.max(u, v)
  const earlier = before.declared.graph
  for (let e = 0; e < earlier.edgeCount; e++) tiedBefore.add(dyad(earlier.sources[e]!, earlier.targets[e]!))

  const bitsNow = unaskedBits(subject)
  const bitsBefore = unaskedBits(before)
  const isNew = new Int8Array(graph.edgeCount).fill(-1)
  let ties = 0
  let newTies = 0
  for (let e = 0; e < graph.edgeCount; e++) {
    const [u, v] = [graph.sources[e]!, graph.targets[e]!]
    const [s, t] = [nodeOf[u]!, nodeOf[v]!]
    if (s < 0 || t < 0 || bitsNow[u]! & bitsNow[v]! || bitsBefore[s]! & bitsBefore[t]!) continue
    isNew[e] = tiedBefore.has(dyad(s, t)) ? 0 : 1
    ties++
    newTies += isNew[e]!
  }
  return { isNew, ties, newTies }
}

export interface RenewalTest {
  /** Comparable ties of the group, and the new ones among them. */
  readonly ties: number
  readonly newTies: number
  /** Were the new ties of the network spread at random over all. */
  readonly expected: number
  /** Chance of no more new ties than that. */
  readonly p: number
}

/** Renewal of the ties that `counts` picks. Null when there is nothing to compare. */
export function testRenewal(renewal: Renewal, counts: (edge: number) => boolean): RenewalTest | null {
  let ties = 0
  let newTies = 0
  for (let e = 0; e < renewal.isNew.length; e++) {
    if (renewal.isNew[e]! < 0 || !counts(e)) continue
    ties++
    newTies += renewal.isNew[e]!
  }
  if (ties === 0) return null
  return {
    ties,
    newTies,
    expected: (ties * renewal.newTies) / renewal.ties,
    p: hypergeometricAtMost(newTies, renewal.ties, renewal.newTies, ties),
  }
}
