import type { Workers } from '../analysis/measure.ts'
import type { Compared, ComparedWaves } from '../answer/waves.ts'
import { drawTransitivity } from '../diagnosis/profile.ts'
import { mean } from '../diagnosis/statistics/interval.ts'
import type { Graph } from '../network/graph.ts'
import { type Call, withHelpers } from '../threads/chunks.ts'
import { type Packed, pack, unpack } from '../threads/memory.ts'
import { type Duty, NobodyWaits } from '../threads/rpc.ts'
import { divisionOf } from '../waves/communities.ts'
import { compareWaves } from '../waves/compare.ts'
import { witnessedSnapshots } from '../waves/figures.ts'
import { planeMove } from '../waves/plane.ts'

export interface Comparing {
  readonly compared: Packed<Compared>
  /** Helpers to call for what takes long. */
  readonly helpers: number
}

/** What is told while it goes on, and at the end. */
export type ComparingNews =
  | { readonly call: Call }
  /** Of the whole work, 0..1. */
  | { readonly share: number }
  | { readonly done: Packed<ComparedWaves> }

/** How long each kind of shared work takes, about, as a share of a comparison of two waves. */
const shares: Readonly<Record<string, number>> = {
  leiden: 0.25,
  densityDraws: 0.05,
  swappedWaves: 0.05,
  positionDraws: 0.05,
  divisionDraws: 0.2,
}

/** Tells how two waves compare. Throws NobodyWaits between two chunks once it is left. */
export function compare({ compared, helpers }: Comparing, { tell, isLeft }: Duty): void {
  const { pair, seed } = unpack(compared)
  let done = 0
  const workers: Workers = (work, plan) => {
    if (isLeft()) throw new NobodyWaits()
    const whole = shares[work.name] ?? 0
    const call = (called: Call) => tell({ call: called } satisfies ComparingNews, called.ports)
    const progress = (share: number) => tell({ share: done + whole * share } satisfies ComparingNews)
    const chunks = withHelpers({ most: helpers, call, progress, isLeft })(work, plan)
    done += whole
    return chunks
  }
  const [before, after] = witnessedSnapshots(pair)
  const divisions = [
    divisionOf(before, `${seed}:communities`, workers),
    divisionOf(after, `${seed}:communities`, workers),
  ] as const
  const comparison = compareWaves(pair, { seed, divisions }, workers)
  const { barrier } = comparison.comparability
  const plane: ComparedWaves['plane'] = barrier.levels
    ? { value: null, reason: barrier.levels }
    : planeMove(pair, (graph) => expectedTransitivity(graph, `${seed}:plane`))
  tell({ done: pack({ comparison, plane }) } satisfies ComparingNews)
}

/** Mean over networks of the same degrees; the same chance then and now, so that who did not move has not moved. */
function expectedTransitivity(graph: Graph, stream: string): number {
  const draws = graph.nodeCount <= 500 ? 200 : 40
  return mean(drawTransitivity({ graph, unasked: new Uint8Array(graph.nodeCount) }, draws, stream))
}
