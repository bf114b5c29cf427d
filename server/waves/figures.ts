import { centralization } from '../analysis/centralization.ts'
import { transitivity } from '../analysis/closure.ts'
import { degrees } from '../analysis/degree.ts'
import { distancesTo, globalEfficiency } from '../analysis/distances.ts'
import { networkEi } from '../analysis/ei.ts'
import { alone, type Chunks, type Workers } from '../analysis/measure.ts'
import { triangleSums } from '../analysis/triangles.ts'
import { pathsOf } from '../diagnosis/closure-beyond-chance.ts'
import { ExternalTies } from '../diagnosis/opening.ts'
import { type Interval, normalInterval } from '../diagnosis/statistics/interval.ts'
import { jackknifeError } from '../diagnosis/statistics/resampling.ts'
import { type Judged, judged, stayersOf, unsaid, witnessesOf } from './comparability.ts'
import type { WavePair } from './ground.ts'
import { speakers } from './ground.ts'
import { type Snapshot, snapshotOf, without } from './snapshot.ts'
import { twoSidedP } from './uncertainty.ts'

/**
 * One number about a whole network.
 *
 * `density`: ties over observed pairs. `meanDegree`. `confirmed`: share of the ties between two that were heard that both tell. `transitivity`. `ei`: E-I index between spheres.
 * `efficiency`: mean of 1 / distance. `centralization`: Freeman's, of degree. `opening`: breadth × diversity of the ties out of the territory of those inside that were heard.
 */
export const figureIds = [
  'density',
  'meanDegree',
  'confirmed',
  'transitivity',
  'ei',
  'efficiency',
  'centralization',
  'opening',
] as const
export type FigureId = (typeof figureIds)[number]

/** Null where it has no value. */
export function figureOf(id: FigureId, snapshot: Snapshot): number | null {
  const { graph, observedPairs, spheres } = snapshot
  const n = graph.nodeCount
  switch (id) {
    case 'density':
      return observedPairs === 0 ? null : graph.edgeCount / observedPairs
    case 'meanDegree':
      return n === 0 ? null : (2 * graph.edgeCount) / n
    case 'confirmed':
      return confirmedShare(snapshot)
    case 'transitivity':
      return pathsOf(graph) === 0 ? null : transitivity(graph, triangleSums(graph).atNode)
    case 'ei':
      return networkEi(graph, spheres).network
    case 'efficiency':
      return globalEfficiency(distancesTo(graph.out, graph.in), n)
    case 'centralization':
      return n < 3 ? null : centralization(degrees(graph.out), (n - 1) * (n - 2))
    case 'opening':
      return openingOf(snapshot)
  }
}

function confirmedShare({ graph, told, speaks }: Snapshot): number | null {
  let [confirmed, both] = [0, 0]
  for (let e = 0; e < graph.edgeCount; e++) {
    if (!speaks[graph.sources[e]!] || !speaks[graph.targets[e]!]) continue
    both++
    if ((told[e]! & (speakers.low | speakers.high)) === (speakers.low | speakers.high)) confirmed++
  }
  return both === 0 ? null : confirmed / both
}

function openingOf({ graph, outside, outsideKinds, speaks }: Snapshot): number | null {
  if (!outside.includes(1)) return null
  const silent = speaks.map((flag) => (flag ? 0 : 1))
  return new ExternalTies({ outside, outsideKinds, silent, declared: { graph } }).openingOf()?.value ?? null
}

export interface FigureChange {
  readonly figure: FigureId
  readonly before: number
  readonly after: number
  readonly change: number
  /** Paired jackknife over the actors, Tukey's factor. */
  readonly standardError: number
  readonly interval: Interval
  readonly p: number
  /** How many parts were left out in turn: as many as actors, or twenty. */
  readonly parts: number
}

/** Up to so many actors one is left out at a time, beyond one of `parts` equal parts. */
const mostOneByOne = 300
const parts = 20

/** The network of those on both rosters as the same witnesses tell of it, then and now; see `witnessedDyads`. */
export function witnessedSnapshots(pair: WavePair): readonly [before: Snapshot, after: Snapshot] {
  const [stays, witnesses] = [stayersOf(pair), witnessesOf(pair)]
  const listening = { among: (u: number) => stays[u] === 1, to: (u: number) => witnesses[u] === 1, elsewhere: false }
  return [snapshotOf(pair, pair.before, listening), snapshotOf(pair, pair.after, listening)]
}

/**
 * Changes of figures among those on both rosters, with their paired jackknife: the same actors are left out of both waves. Q. Lin, R. Lunde, P. Sarkar (2020), ICML, PMLR
 * 119:6105-6115: conservative, so that its intervals hold at least as often as they say.
 */
export function figureChanges<Id extends FigureId>(
  figures: readonly Id[],
  [before, after]: readonly [Snapshot, Snapshot],
  workers: Workers = alone,
): ReadonlyMap<Id, Judged<FigureChange>> {
  const n = before.nodes.length
  const groups = n <= mostOneByOne ? n : parts
  const whole = figures.map((id) => [figureOf(id, before), figureOf(id, after)] as const)
  const defined = figures.filter((_, i) => !whole[i]!.includes(null))
  const chunks = workers(leftOutInTurn, { figures: defined, before, after, groups })
  const leftOut = (id: FigureId) => chunks.flatMap((chunk) => chunk[defined.indexOf(id as Id)] ?? [])
  return new Map(figures.map((id, i) => [id, changeOf(id, whole[i]!, leftOut(id), groups)]))
}

/** Parts left out by one chunk. */
const partsInChunk = 4

/** By figure, its change without each part in turn; without those where it has no value. */
export const leftOutInTurn: Chunks<
  {
    readonly figures: readonly FigureId[]
    readonly before: Snapshot
    readonly after: Snapshot
    readonly groups: number
  },
  readonly (readonly number[])[]
> = {
  name: 'leftOutInTurn',
  count: ({ groups }) => Math.ceil(groups / partsInChunk),
  chunk: ({ figures, before, after, groups }, index) => {
    const first = index * partsInChunk
    const turns = Array.from({ length: Math.min(partsInChunk, groups - first) }, (_, i) => {
      const isGone = (node: number) => node % groups === first + i
      return [without(before, isGone), without(after, isGone)] as const
    })
    return figures.map((id) =>
      turns.flatMap(([less, more]) => {
        const [then, now] = [figureOf(id, less), figureOf(id, more)]
        return then !== null && now !== null ? [now - then] : []
      }),
    )
  },
}

function changeOf(
  figure: FigureId,
  [before, after]: readonly [number | null, number | null],
  leftOut: readonly number[],
  groups: number,
): Judged<FigureChange> {
  if (before === null || after === null) {
    return unsaid(figure === 'opening' ? 'no_outside_actors' : 'undefined_figure')
  }
  const standardError = jackknifeError(leftOut)
  if (Number.isNaN(standardError)) return unsaid('too_small')
  const change = after - before
  return judged({
    figure,
    before,
    after,
    change,
    standardError,
    interval: normalInterval(change, standardError),
    p: standardError > 0 ? twoSidedP(change / standardError) : change === 0 ? 1 : 0,
    parts: groups,
  })
}
