import { closureBeyondChance, closuresWithout } from '../diagnosis/closure-beyond-chance.ts'
import { normalInterval } from '../diagnosis/statistics/interval.ts'
import { jackknifeError } from '../diagnosis/statistics/resampling.ts'
import type { Graph } from '../network/graph.ts'
import { type Judged, judged, leastWitnesses, stayersOf, unsaid, witnessesOf } from './comparability.ts'
import { figureChanges, figureOf } from './figures.ts'
import type { WavePair } from './ground.ts'
import { snapshotOf, without } from './snapshot.ts'
import type { Estimate } from './uncertainty.ts'

/** A point of the plane of cohesion and opening. */
export interface PlanePoint {
  /** Closure beyond chance among actors inside; null where chance closes everything, or there is no path of two ties. */
  readonly cohesion: number | null
  /** Breadth × diversity of their ties out, 0..1; null without an actor outside. */
  readonly opening: number | null
}

/** An arrow between two points, both of the same actors: draw these points and no others at its ends. */
export interface PlaneMove {
  /** Actors inside that answered both times. */
  readonly actors: number
  readonly before: PlanePoint
  readonly after: PlanePoint
  /** 95 % by paired jackknife; null where an end is. */
  readonly cohesion: Estimate | null
  readonly opening: Estimate | null
  /** Along each axis, whether the interval leaves out no move at all. */
  readonly isReal: { readonly cohesion: boolean; readonly opening: boolean }
}

/** @param expected mean transitivity of networks of the same degrees (Null A), of each of the two networks that are shown */
export function planeMove(pair: WavePair, expected: (graph: Graph, wave: string) => number): Judged<PlaneMove> {
  const [stays, witnesses] = [stayersOf(pair), witnessesOf(pair)]
  const isInside = (u: number) => witnesses[u] === 1 && !pair.outside[u]
  const actors = witnesses.filter((_, u) => isInside(u)).length
  if (actors < leastWitnesses) return unsaid('too_few_witnesses')
  const listening = {
    among: (u: number) => isInside(u) || (stays[u] === 1 && pair.outside[u] === 1),
    to: isInside,
    elsewhere: false,
  }
  const both = [snapshotOf(pair, pair.before, listening), snapshotOf(pair, pair.after, listening)] as const
  const [then, now] = both.map((snapshot, wave) => {
    const { graph } = without(snapshot, (node) => snapshot.outside[node] === 1)
    const chance = expected(graph, (wave === 0 ? pair.before : pair.after).wave)
    const point: PlanePoint = { cohesion: closureBeyondChance(graph, chance), opening: figureOf('opening', snapshot) }
    return { point, leftOut: closuresWithout(graph, chance) }
  }) as [{ point: PlanePoint; leftOut: Float64Array }, { point: PlanePoint; leftOut: Float64Array }]
  const cohesion = cohesionChange(then, now)
  const opened =
    figureChanges(['opening'], both, `plane:${pair.before.wave}:${pair.after.wave}`).get('opening')?.value ?? null
  const opening = opened && { value: opened.change, standardError: opened.standardError, interval: opened.interval }
  return judged({
    actors,
    before: then.point,
    after: now.point,
    cohesion,
    opening,
    isReal: { cohesion: leavesOutZero(cohesion), opening: leavesOutZero(opening) },
  })
}

function cohesionChange(
  then: { point: PlanePoint; leftOut: Float64Array },
  now: { point: PlanePoint; leftOut: Float64Array },
): Estimate | null {
  if (then.point.cohesion === null || now.point.cohesion === null) return null
  const value = now.point.cohesion - then.point.cohesion
  const differences = now.leftOut.map((after, u) => after - then.leftOut[u]!).filter((d) => !Number.isNaN(d))
  const standardError = jackknifeError(differences)
  if (Number.isNaN(standardError)) return null
  return { value, standardError, interval: normalInterval(value, standardError) }
}

function leavesOutZero(estimate: Estimate | null): boolean {
  return estimate !== null && (estimate.interval.low > 0 || estimate.interval.high < 0)
}
