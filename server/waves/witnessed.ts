import { stayersOf, witnessesOf } from './comparability.ts'
import { speakers, type WavePair } from './ground.ts'
import { barrierBetween } from './ties.ts'

/** Ties as the same witnesses tell of them in both waves. */
export interface WitnessedDyads {
  /** `pairs`: tied when either end says so. `arcs`: each end speaks for itself, so that a pair counts from 0 to 2. */
  readonly unit: 'pairs' | 'arcs'
  readonly actors: number
  /** Pairs, u < v, that a witness tells of in a wave; each side counts 0 or 1, or 0 to 2 in arcs. `observed`: the most it could count. */
  readonly dyads: readonly WitnessedDyad[]
  /** Class of an actor, see `observedBetween`; -1: not on both rosters. */
  readonly classOf: Int8Array
}

export interface WitnessedDyad {
  readonly u: number
  readonly v: number
  readonly before: number
  readonly after: number
  readonly observed: number
}

/** Classes of actors: bit 1 witness, bit 2 outside. */
export const classCount = 4

/**
 * The pairs among those on both rosters, told by actors that answered both times and by nobody else. What one wave sees and the other could not is thus left
 * out of both: were nothing to change, either would tell as much as the other, whoever else answered.
 */
export function witnessedDyads(pair: WavePair, unit: WitnessedDyads['unit'] = 'pairs'): WitnessedDyads {
  const { actors, before, after, outside } = pair
  const n = actors.length
  const stays = stayersOf(pair)
  const witnesses = witnessesOf(pair)
  const bits = new Map<number, [number, number]>()
  for (const [wave, { said }] of [before, after].entries()) {
    for (const { u, v, speaker } of said) {
      const isWitnessed = (speaker === speakers.low && witnesses[u]) || (speaker === speakers.high && witnesses[v])
      if (!isWitnessed) continue
      const key = u * n + v
      const known = bits.get(key) ?? [0, 0]
      known[wave as 0 | 1] |= speaker
      bits.set(key, known)
    }
  }
  const classOf = Int8Array.from(stays, (flag, u) => (flag ? (witnesses[u] ? 1 : 0) | (outside[u] ? 2 : 0) : -1))
  const amount = (speaker: number) =>
    unit === 'pairs' ? Math.min(1, speaker) : (speaker & speakers.low ? 1 : 0) + (speaker & speakers.high ? 1 : 0)
  const dyads = [...bits.keys()]
    .sort((a, b) => a - b)
    .flatMap((key): WitnessedDyad[] => {
      const [u, v] = [Math.floor(key / n), key % n]
      if (barrierBetween(pair, stays, u, v)) return []
      const [then, now] = bits.get(key) ?? [0, 0]
      const observed = observedBetween(unit, classOf[u]!, classOf[v]!)
      return [{ u, v, before: amount(then), after: amount(now), observed }]
    })
  return { unit, actors: n, dyads, classOf }
}

/** The most that a pair of these classes counts: 0 unobserved, 1, or 2 arcs. */
export function observedBetween(unit: WitnessedDyads['unit'], a: number, b: number): number {
  if (a < 0 || b < 0 || a & b & 2) return 0
  return unit === 'pairs' ? Math.min(1, (a & 1) + (b & 1)) : (a & 1) + (b & 1)
}
