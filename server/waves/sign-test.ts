import { benjaminiHochberg } from '../diagnosis/statistics/multiplicity.ts'
import type { WavePair } from './ground.ts'
import { spheresOfTie } from './turnover.ts'
import type { WitnessedDyads } from './witnessed.ts'

/**
 * Exact two-sided sign test: the chance that fair coins split at least as unevenly, 2 · P(X ≤ min) at most 1; 1 without any.
 * Q. McNemar (1947), Psychometrika 12:153-157.
 */
export function signTest(up: number, down: number): number {
  return Math.min(1, 2 * binomialAtMost(Math.min(up, down), up + down))
}

/** P(X ≥ k), X ~ Bin(n, share). */
export function binomialAtLeast(k: number, n: number, share: number): number {
  return k <= 0 ? 1 : k > n ? 0 : binomialAtMost(n - k, n, 1 - share)
}

/** P(X > k) + P(X = k) / 2, X ~ Bin(n, share). */
export function binomialMidP(k: number, n: number, share: number): number {
  return (binomialAtLeast(k, n, share) + binomialAtLeast(k + 1, n, share)) / 2
}

/** P(X ≤ k), X ~ Bin(n, share). Relative to the largest term, so that thousands of coins do not vanish. */
function binomialAtMost(k: number, n: number, share = 0.5): number {
  if (share >= 1) return k >= n ? 1 : 0
  if (share <= 0) return 1
  const odds = Math.log(share / (1 - share))
  const logs = [n * Math.log1p(-share)]
  for (let i = 1; i <= k; i++) logs.push(logs[i - 1]! + Math.log((n - i + 1) / i) + odds)
  const largest = logs.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)
  const scaled = logs.reduce((sum, value) => sum + Math.exp(value - largest), 0)
  return Math.min(1, scaled * Math.exp(largest))
}

export interface SpherePairChange {
  /** In the order of their names; the same twice: ties inside. */
  readonly spheres: readonly [string, string]
  readonly before: number
  readonly after: number
  readonly ended: number
  readonly new: number
  readonly p: number
  /** Benjamini–Hochberg over all pairs of spheres that could be tested. */
  readonly q: number
}

/**
 * Ties between each two spheres, as the same witnesses tell of them: ended against new, were each change as likely to go one way as the other. Changes that share an actor
 * go together, so it is indicative (too liberal); only pairs with a change are tested.
 */
export function spherePairChanges(pair: WavePair, { dyads }: WitnessedDyads): SpherePairChange[] {
  const { names } = pair.spheres
  const counts = new Map<number, { before: number; after: number; ended: number; new: number }>()
  for (const { u, v, before, after } of dyads) {
    const between = spheresOfTie(pair, u, v)
    if (!between) continue
    const key = between[0] * names.length + between[1]
    const known = counts.get(key) ?? { before: 0, after: 0, ended: 0, new: 0 }
    if (before) known.before++
    if (after) known.after++
    if (before && !after) known.ended++
    if (after && !before) known.new++
    counts.set(key, known)
  }
  const tested = [...counts].filter(([, count]) => count.ended + count.new > 0).sort(([a], [b]) => a - b)
  const p = tested.map(([, count]) => signTest(count.new, count.ended))
  const q = benjaminiHochberg(p)
  return tested.map(([key, count], i) => ({
    spheres: [names[Math.floor(key / names.length)] ?? '', names[key % names.length] ?? ''],
    ...count,
    p: p[i]!,
    q: q[i]!,
  }))
}
