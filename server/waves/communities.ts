import { communities } from '../analysis/communities.ts'
import { leiden, numberedByLowest } from '../analysis/leiden.ts'
import { alone, type Chunks, type Workers } from '../analysis/measure.ts'
import { randomStream } from '../analysis/random.ts'
import { quantile } from '../diagnosis/statistics/interval.ts'
import { bestAssignment } from './assignment.ts'
import { type PartitionAgreement, partitionAgreement } from './partitions.ts'
import { type Snapshot, thinned } from './snapshot.ts'

/** A division of the actors of one wave. */
export interface Division {
  /** Actors of the ground, ascending. */
  readonly nodes: ArrayLike<number>
  /** A set per node, from 0. */
  readonly label: ArrayLike<number>
}

/**
 * `continue`: its match is alike, J ≥ .3. `split`: two sets or more of the other wave lie in it for the most part. `merge`: it and others lie for the most part in one set.
 * `alone`: nothing of the other wave is like it: a death of the earlier wave, a birth of the later one.
 */
export const setEvents = ['continue', 'split', 'merge', 'alone'] as const
export type SetEvent = (typeof setEvents)[number]

export interface MatchedSet {
  /** Its label in its own wave, and its actors, of the ground. */
  readonly label: number
  readonly actors: readonly number[]
  readonly event: SetEvent
  /** Labels of the sets of the other wave that the event is about: the match, the pieces, the whole. */
  readonly others: readonly number[]
  /** Jaccard's coefficient with its match, over the actors of both waves; null without one. */
  readonly jaccard: number | null
}

/** How many went from a set to another: a band of an alluvial diagram. Null: not in that wave. */
export interface Flow {
  readonly from: number | null
  readonly to: number | null
  readonly actors: readonly number[]
}

export interface CommunityChange {
  /** Actors of both divisions, over whom everything below is counted. */
  readonly common: number
  readonly agreement: PartitionAgreement
  readonly before: readonly MatchedSet[]
  readonly after: readonly MatchedSet[]
  readonly flows: readonly Flow[]
}

/** D. Greene, D. Doyle, P. Cunningham (2010), Tracking the evolution of communities in dynamic social networks, ASONAM: Jaccard from which a set is the same. */
const leastJaccard = 0.3
/** Sets with fewer common actors are no event. */
const leastCommon = 3

/** Sets of two waves matched by the assignment of greatest total Jaccard, over the actors of both. Read backwards, split and merge change places. */
export function communityChange(before: Division, after: Division): CommunityChange {
  const labelThen = new Map(Array.from(before.nodes, (actor, i) => [actor, before.label[i]!]))
  const labelNow = new Map(Array.from(after.nodes, (actor, i) => [actor, after.label[i]!]))
  const common = [...labelThen.keys()].filter((actor) => labelNow.has(actor))
  const agreement = partitionAgreement(
    common.map((actor) => labelThen.get(actor) ?? 0),
    common.map((actor) => labelNow.get(actor) ?? 0),
  )
  const overlap = agreement.contingency
  const turned = (overlap[0] ?? []).map((_, j) => overlap.map((row) => row[j]!))
  const [rowSums, columnSums] = [overlap.map(total), turned.map(total)]
  const jaccard = overlap.map((row, i) => row.map((both, j) => both / (rowSums[i]! + columnSums[j]! - both || 1)))
  const columnOf = bestAssignment(jaccard)
  const matchOf = new Map<number, number>()
  columnOf.forEach((j, i) => {
    if (j >= 0 && (jaccard[i]?.[j] ?? 0) >= leastJaccard) matchOf.set(i, j)
  })
  const matchBack = new Map([...matchOf].map(([i, j]) => [j, i]))
  return {
    common: common.length,
    agreement,
    before: setsOf(labelThen, overlap, rowSums, columnSums, matchOf, (i, j) => jaccard[i]?.[j] ?? 0),
    after: setsOf(labelNow, turned, columnSums, rowSums, matchBack, (j, i) => jaccard[i]?.[j] ?? 0),
    flows: flowsOf(labelThen, labelNow),
  }
}

function setsOf(
  labelOf: ReadonlyMap<number, number>,
  overlap: readonly (readonly number[])[],
  sizes: readonly number[],
  otherSizes: readonly number[],
  matchOf: ReadonlyMap<number, number>,
  jaccard: (own: number, other: number) => number,
): MatchedSet[] {
  const members = new Map<number, number[]>()
  for (const [actor, label] of labelOf) members.set(label, [...(members.get(label) ?? []), actor])
  const isMostly = (part: number, whole: number) => part >= 2 && part > whole / 2
  return [...members]
    .sort(([a], [b]) => a - b)
    .map(([label, actors]): MatchedSet => {
      const row = overlap[label] ?? []
      const match = matchOf.get(label)
      const like = match === undefined ? null : jaccard(label, match)
      // Sets of the other wave that lie mostly in this one; and the one, if any, that this lies mostly in, with others.
      const pieces = [...row.keys()].filter((j) => isMostly(row[j]!, otherSizes[j]!))
      const whole = [...row.keys()].find((j) => isMostly(row[j]!, sizes[label]!))
      const companions =
        whole === undefined ? [] : [...overlap.keys()].filter((i) => isMostly(overlap[i]![whole]!, sizes[i]!))
      const is = (event: SetEvent, others: readonly number[]) => ({ label, actors, event, others, jaccard: like })
      if ((sizes[label] ?? 0) >= leastCommon && pieces.length >= 2) return is('split', pieces)
      if ((sizes[label] ?? 0) >= leastCommon && whole !== undefined && companions.length >= 2)
        return is('merge', [whole])
      return match === undefined ? is('alone', []) : is('continue', [match])
    })
}

/** Where the actors of each set went, in the order of sets, those in one wave alone last. */
export function flowsOf(before: ReadonlyMap<number, number>, after: ReadonlyMap<number, number>): Flow[] {
  const flows = new Map<string, { from: number | null; to: number | null; actors: number[] }>()
  const actors = [...new Set([...before.keys(), ...after.keys()])].sort((a, b) => a - b)
  for (const actor of actors) {
    const [from, to] = [before.get(actor) ?? null, after.get(actor) ?? null]
    const key = `${from} ${to}`
    const flow = flows.get(key) ?? { from, to, actors: [] }
    flow.actors.push(actor)
    flows.set(key, flow)
  }
  const place = (label: number | null) => label ?? Number.MAX_SAFE_INTEGER
  return [...flows.values()].sort((a, b) => place(a.from) - place(b.from) || place(a.to) - place(b.to))
}

/**
 * Adjusted Rand index, below which one in twenty fall that lose so much of their ties: what a division owes to chance. One Leiden run on the whole, one on each thinned
 * network. NaN without draws.
 */
export function divisionNoise(
  snapshot: Snapshot,
  lossShare: number,
  draws: number,
  stream: string,
  workers: Workers = alone,
): number {
  const whole = leiden(snapshot.graph, randomStream(stream), { rounds: roundsOf(snapshot) })
  const found = workers(divisionDraws, { snapshot, whole, lossShare, draws, stream }).flatMap((chunk) => [...chunk])
  return quantile(
    found.sort((a, b) => a - b),
    0.05,
  )
}

/**
 * Of large networks a run that goes on to the end takes three times as long as one of five rounds, for a modularity that is greater by .005 and a noise that is greater by .00 to .02: with fewer
 * rounds, if anything, less is said to be beyond it.
 */
const roundsOf = ({ nodes }: Snapshot) => (nodes.length <= 500 ? 20 : 5)

/** Draws by one stream of chance. */
const drawsInChunk = 10

/** How far the division of each thinned network is that of the whole: adjusted Rand indices. */
export const divisionDraws: Chunks<
  {
    readonly snapshot: Snapshot
    readonly whole: Int32Array
    readonly lossShare: number
    readonly draws: number
    readonly stream: string
  },
  Float64Array
> = {
  name: 'divisionDraws',
  count: ({ draws }) => Math.ceil(draws / drawsInChunk),
  chunk: ({ snapshot, whole, lossShare, draws, stream }, index) => {
    const random = randomStream(`${stream}:${index}`)
    return Float64Array.from({ length: Math.min(drawsInChunk, draws - index * drawsInChunk) }, () => {
      const label = leiden(thinned(snapshot, lossShare, random).graph, random, { rounds: roundsOf(snapshot) })
      return partitionAgreement(whole, numberedByLowest(label)).adjustedRand ?? Number.NaN
    })
  },
}

/** Of large networks a run takes long, and the best of ten is within a hundredth of the modularity of the best of fifty. */
const runsOf = (actors: number) => (actors <= 500 ? 50 : 10)

/** The communities of those on both rosters, as the same witnesses tell of them: so who else answered moves nobody. */
export function divisionOf({ nodes, graph }: Snapshot, stream: string, workers: Workers = alone): Division {
  return { nodes, label: communities(graph, stream, 1, workers, runsOf(nodes.length)).membership }
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
