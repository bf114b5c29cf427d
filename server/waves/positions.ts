import { betweenness, planBetweenness } from '../analysis/betweenness.ts'
import { harmonicCloseness } from '../analysis/closeness.ts'
import { degrees } from '../analysis/degree.ts'
import { distancesTo } from '../analysis/distances.ts'
import { alone, type Chunks, type Workers } from '../analysis/measure.ts'
import { randomStream } from '../analysis/random.ts'
import { quantile } from '../diagnosis/statistics/interval.ts'
import { type Judged, judged, unsaid } from './comparability.ts'
import { kendallTauB, spearman, topOverlap } from './ranks.ts'
import { type Snapshot, thinned } from './snapshot.ts'

/** Of an actor among those on both rosters: partners; mean of 1 / distance; pairs it lies between, as a share. */
export const positionIds = ['degree', 'harmonic', 'betweenness'] as const
export type PositionId = (typeof positionIds)[number]

export interface ActorChange {
  /** Of the actor. */
  readonly id: string
  readonly before: number
  readonly after: number
  readonly change: number
  /** 95 % of the changes are smaller that losing a tenth of the earlier ties at random would make. */
  readonly noise: number
  /** Beyond that: worth a look, and one in twenty is by chance. */
  readonly isNotable: boolean
  /** Beyond what nineteen in twenty pairs of surveys of an unchanged network would show of *any* actor: may be told. */
  readonly isSure: boolean
}

export interface PositionChanges {
  readonly position: PositionId
  readonly actors: readonly ActorChange[]
  /** Of the values then and now; null where they do not vary. */
  readonly kendallTauB: number | null
  readonly spearman: number | null
  /** The ten highest then and now, shared over united. */
  readonly topTen: number | null
  /** See `ActorChange.isSure`. */
  readonly sureBeyond: number
  readonly draws: number
  readonly stream: string
}

export interface PositionOptions {
  readonly draws: number
  readonly stream: string
  /** Share of ties that a survey misses, estimated from double reports; what two surveys of one network differ by. */
  readonly missedShare: number
}

/** Share of ties lost in a draw of the noise band. */
const lossShare = 0.1
/** Distances are drawn anew so often that larger networks would keep a thread for minutes. */
const mostActors = 400

/**
 * How the actors of two networks on the same nodes moved, against a noise band.
 *
 * @param actors ids of the ground
 */
export function positionChanges(
  actors: readonly string[],
  position: PositionId,
  [before, after]: readonly [Snapshot, Snapshot],
  { draws, stream, missedShare }: PositionOptions,
  workers: Workers = alone,
): Judged<PositionChanges> {
  const n = before.nodes.length
  if (n < 3) return unsaid('too_small')
  if (before.graph.edgeCount === 0) return unsaid('no_ties')
  if (position !== 'degree' && n > mostActors) return unsaid('too_large')
  const [then, now] = [valuesOf(position, before), valuesOf(position, after)]
  const missed = Math.max(lossShare, missedShare)
  const chunks = workers(positionDraws, { position, before, then, missed, draws, stream: `${stream}:${position}` })
  const noise = noiseOf(chunks, n)
  const largest = Float64Array.from(chunks.flatMap((chunk) => [...chunk.largest]))
  const sureBeyond = quantile(largest.sort(), 0.95)
  return judged({
    position,
    actors: Array.from(before.nodes, (actor, node) => {
      const change = now[node]! - then[node]!
      return {
        id: actors[actor] ?? '',
        before: then[node]!,
        after: now[node]!,
        change,
        noise: noise[node]!,
        isNotable: Math.abs(change) > noise[node]!,
        isSure: Math.abs(change) > Math.max(noise[node]!, sureBeyond),
      }
    }),
    kendallTauB: kendallTauB(then, now),
    spearman: spearman(then, now),
    topTen: topOverlap(then, now, 10),
    sureBeyond,
    draws,
    stream: `${stream}:${position}`,
  })
}

function valuesOf(position: PositionId, { graph }: Snapshot): Float64Array {
  const n = graph.nodeCount
  switch (position) {
    case 'degree':
      return degrees(graph.out)
    case 'harmonic':
      return harmonicCloseness(distancesTo(graph.out, graph.in))
    case 'betweenness':
      return betweenness(planBetweenness(graph), false).nodes.map((raw) => raw / (((n - 1) * (n - 2)) / 2))
  }
}

interface PositionDraws {
  readonly position: PositionId
  readonly before: Snapshot
  readonly then: Float64Array
  /** Share of the ties that either of two surveys misses. */
  readonly missed: number
  readonly draws: number
  readonly stream: string
}

interface Drawn {
  /** |change| of each node in each draw that lost a tenth of the ties, draw after draw. */
  readonly moved: Float64Array
  /** The largest |change| of any actor between two surveys that each miss some of the same ties. */
  readonly largest: Float64Array
}

/** Draws by one stream of chance. */
const drawsInChunk = 20

export const positionDraws: Chunks<PositionDraws, Drawn> = {
  name: 'positionDraws',
  count: ({ draws }) => Math.ceil(draws / drawsInChunk),
  chunk: ({ position, before, then, missed, draws, stream }, index) => {
    const random = randomStream(`${stream}:${index}`)
    const n = then.length
    const count = Math.min(drawsInChunk, draws - index * drawsInChunk)
    const moved = new Float64Array(count * n)
    const largest = new Float64Array(count)
    for (let draw = 0; draw < count; draw++) {
      const values = valuesOf(position, thinned(before, lossShare, random))
      for (let u = 0; u < n; u++) moved[draw * n + u] = Math.abs(values[u]! - then[u]!)
      const [one, other] = [thinned(before, missed, random), thinned(before, missed, random)]
      const [a, b] = [valuesOf(position, one), valuesOf(position, other)]
      for (let u = 0; u < n; u++) largest[draw] = Math.max(largest[draw]!, Math.abs(a[u]! - b[u]!))
    }
    return { moved, largest }
  },
}

/** By node, the 95th percentile of |change| over networks that lost a tenth of their ties. */
function noiseOf(chunks: readonly Drawn[], n: number): Float64Array {
  const draws = chunks.reduce((sum, { largest }) => sum + largest.length, 0)
  const own = new Float64Array(draws)
  return Float64Array.from({ length: n }, (_, u) => {
    let at = 0
    for (const { moved, largest } of chunks) {
      for (let draw = 0; draw < largest.length; draw++) own[at++] = moved[draw * n + u]!
    }
    return quantile(own.sort(), 0.95)
  })
}

/** Share of the ties that a survey misses, from how often two ends that were both heard both tell: q = 2c / (1 + c), missed by one or by both. */
export function missedShareOf({ graph, told, speaks }: Snapshot, confirmed: number | null): number {
  if (confirmed === null || told.length === 0) return 0
  const recall = (2 * confirmed) / (1 + confirmed)
  let missed = 0
  for (let e = 0; e < told.length; e++) {
    missed += (1 - recall) ** (speaks[graph.sources[e]!]! + speaks[graph.targets[e]!]!)
  }
  return missed / told.length
}
