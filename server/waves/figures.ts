import { centralization } from '../analysis/centralization.ts'
import { transitivity } from '../analysis/closure.ts'
import { degrees } from '../analysis/degree.ts'
import { distancesTo, globalEfficiency } from '../analysis/distances.ts'
import { networkEi } from '../analysis/ei.ts'
import { alone, type Chunks, type Workers } from '../analysis/measure.ts'
import { randomStream } from '../analysis/random.ts'
import { triangleSums } from '../analysis/triangles.ts'
import { pathsOf } from '../diagnosis/closure-beyond-chance.ts'
import { ExternalTies } from '../diagnosis/opening.ts'
import { mean } from '../diagnosis/statistics/interval.ts'
import { type Judged, judged, stayersOf, unsaid, witnessesOf } from './comparability.ts'
import type { WavePair } from './ground.ts'
import { speakers } from './ground.ts'
import { type Snapshot, snapshotOf, withTies } from './snapshot.ts'
import { dyadicMoments, dyadicVariance, type Residual, type Tested, testedChange } from './uncertainty.ts'

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

export interface FigureChange extends Tested {
  readonly figure: FigureId
  readonly before: number
  readonly after: number
  readonly change: number
  /** See `figureChanges`. */
  readonly standardError: number
  /** How often the waves changed places. */
  readonly draws: number
}

/** Fewer pairs that changed show nothing of how figures move by chance. */
const leastChanged = 5
/** Of networks of more than `largeActors`, whose distances take long, fewer are drawn. */
const drawsOf = (actors: number) => (actors <= largeActors ? 100 : 40)
const largeActors = 300

/** The network of those on both rosters as the same witnesses tell of it, then and now; see `witnessedDyads`. */
export function witnessedSnapshots(pair: WavePair): readonly [before: Snapshot, after: Snapshot] {
  const [stays, witnesses] = [stayersOf(pair), witnessesOf(pair)]
  const listening = { among: (u: number) => stays[u] === 1, to: (u: number) => witnesses[u] === 1, elsewhere: false }
  return [snapshotOf(pair, pair.before, listening), snapshotOf(pair, pair.after, listening)]
}

/**
 * Changes of figures among those on both rosters, and what forgetting and chance make of them: each pair told of otherwise in either wave may as well have gone the other way, so that the standard
 * error is the root mean square of the change where its two waves change places, at random. Pairs that share an actor may go together: it grows as that of the number of ties does, see
 * `dyadicVariance`. A jackknife over actors would count a tie twice and a triangle three times.
 *
 * F. Pesarin, L. Salmaso (2010), Permutation Tests for Complex Data, on paired designs.
 *
 * @param stream name of the stream of chance, see analysis/random.ts
 */
export function figureChanges<Id extends FigureId>(
  figures: readonly Id[],
  [before, after]: readonly [Snapshot, Snapshot],
  stream: string,
  workers: Workers = alone,
): ReadonlyMap<Id, Judged<FigureChange>> {
  const whole = figures.map((id) => [figureOf(id, before), figureOf(id, after)] as const)
  const defined = figures.filter((_, i) => !whole[i]!.includes(null))
  const pairs = pairsTold([before, after])
  const moved = pairs.filter(({ then, now }) => (then === 0) !== (now === 0))
  const draws = moved.length < leastChanged ? 0 : drawsOf(before.nodes.length)
  const chunks = draws === 0 ? [] : workers(swappedWaves, { figures: defined, before, after, draws, stream })
  const together = Math.sqrt(goingTogether(before.nodes.length, moved))
  return new Map(
    figures.map((id, i) => {
      const drawn = chunks.flatMap((chunk) => chunk[defined.indexOf(id)] ?? [])
      const standardError = together * Math.sqrt(mean(drawn.map((change) => change ** 2)))
      return [id, changeOf(id, whole[i]!, { draws: drawn.length, standardError })]
    }),
  )
}

/** Draws by one stream of chance. */
const drawsInChunk = 10

interface Swapping {
  readonly figures: readonly FigureId[]
  readonly before: Snapshot
  readonly after: Snapshot
  readonly draws: number
  readonly stream: string
}

/** By figure, its change where every pair told of otherwise has its waves changed round or not, at random; without those where it has no value. */
export const swappedWaves: Chunks<Swapping, readonly (readonly number[])[]> = {
  name: 'swappedWaves',
  count: ({ draws }) => Math.ceil(draws / drawsInChunk),
  chunk: ({ figures, before, after, draws, stream }, index) => {
    const random = randomStream(`${stream}:${index}`)
    const pairs = pairsTold([before, after])
    const swapped = Array.from({ length: Math.min(drawsInChunk, draws - index * drawsInChunk) }, () => {
      const isTurned = pairs.map(({ then, now }) => then !== now && random() < 0.5)
      const wave = (snapshot: Snapshot, isLater: boolean) => {
        const ties = { sources: [] as number[], targets: [] as number[], told: [] as number[] }
        for (const [i, { u, v, then, now }] of pairs.entries()) {
          const told = isTurned[i] === isLater ? then : now
          if (told === 0) continue
          ties.sources.push(u)
          ties.targets.push(v)
          ties.told.push(told)
        }
        return withTies(snapshot, ties)
      }
      return [wave(before, false), wave(after, true)] as const
    })
    return figures.map((id) =>
      swapped.flatMap(([less, more]) => {
        const [then, now] = [figureOf(id, less), figureOf(id, more)]
        return then !== null && now !== null ? [now - then] : []
      }),
    )
  },
}

interface PairTold {
  /** Nodes, u < v. */
  readonly u: number
  readonly v: number
  /** Who told of it in either wave, bits of `speakers`; 0: not tied. */
  readonly then: number
  readonly now: number
}

function pairsTold(snapshots: readonly [Snapshot, Snapshot]): PairTold[] {
  const n = snapshots[0].nodes.length
  const bits = new Map<number, [number, number]>()
  for (const [wave, { graph, told }] of snapshots.entries()) {
    for (let e = 0; e < told.length; e++) {
      const [s, t] = [graph.sources[e]!, graph.targets[e]!]
      const key = Math.min(s, t) * n + Math.max(s, t)
      const known = bits.get(key) ?? [0, 0]
      known[wave as 0 | 1] = told[e]!
      bits.set(key, known)
    }
  }
  return [...bits]
    .sort(([a], [b]) => a - b)
    .map(([key, [then, now]]) => ({ u: Math.floor(key / n), v: key % n, then, now }))
}

/** The dyadic variance of the change of the number of ties, over that of independent pairs; at least 1. */
function goingTogether(actors: number, moved: readonly PairTold[]): number {
  const steps = moved.map(({ then }) => (then === 0 ? 1 : -1))
  const center = mean(steps)
  const moments = dyadicMoments(
    actors,
    moved.map(({ u, v }, i): Residual => [u, v, steps[i]! - center]),
  )
  return moments.squares > 0 ? dyadicVariance(moments) / moments.squares : 1
}

function changeOf(
  figure: FigureId,
  [before, after]: readonly [number | null, number | null],
  { draws, standardError }: { draws: number; standardError: number },
): Judged<FigureChange> {
  if (before === null || after === null) {
    return unsaid(figure === 'opening' ? 'no_outside_actors' : 'undefined_figure')
  }
  if (draws === 0) return unsaid('too_few_differences')
  const change = after - before
  return judged({
    figure,
    before,
    after,
    change,
    standardError,
    ...testedChange(change, standardError),
    draws,
  })
}
