import type { Case } from '../case.ts'
import { distributionOf, type FindingOf, findingOf, measured } from '../finding.ts'
import { CutOff } from '../null/cut-off.ts'
import type { DegreeDraws } from '../null/degree-draws.ts'
import { DrawRows } from '../null/draw-rows.ts'
import { slotsOf } from '../null/rewiring.ts'
import { piecesWithout } from '../pieces.ts'
import { mean } from '../statistics/interval.ts'
import { type MonteCarlo, sequentialP } from '../statistics/p-value.ts'
import type { Thresholds } from '../thresholds.ts'

/** An actor without whom others would no longer reach the rest. */
export interface CriticalBroker {
  readonly node: number
  /** How many: the actors of its component, less itself, less the largest piece that remains. */
  readonly cutOff: number
  readonly test: MonteCarlo
}

/** By node, how many actors of all who are tied in any way it would cut off. */
export function cutOffBy({ all }: Case): Int32Array {
  const cutOff = new CutOff(new DrawRows(all.graph.nodeCount, slotsOf(all.graph).ends))
  cutOff.count()
  return cutOff.counts
}

/** Who cuts off as many as matter, against the most that anybody cuts off in each draw: as many actors as there are, one comparison. */
export function testBrokers(
  cutOff: Int32Array,
  draws: DegreeDraws,
  thresholds: Thresholds,
  stopAfter: number,
): CriticalBroker[] {
  const least = Math.max(thresholds['broker.leastCut'], thresholds['broker.leastShare'] * (cutOff.length - 1))
  const nodes = [...cutOff.keys()].filter((node) => cutOff[node]! >= least)
  return nodes
    .map((node) => ({
      node,
      cutOff: cutOff[node]!,
      test: sequentialP(draws.largestCut, cutOff[node]!, 'upper', stopAfter),
    }))
    .sort((a, b) => b.cutOff - a.cutOff || a.node - b.node)
}

/** More are cut off than chance makes of as many ties each. A risk of the territory, not a fault of the actor. */
export function isCritical({ test }: CriticalBroker, thresholds: Thresholds): boolean {
  return test.p <= thresholds['broker.level']
}

export function criticalBrokerFinding(
  subject: Case,
  { node, cutOff, test }: CriticalBroker,
  draws: DegreeDraws,
  stream: string,
  isSignal: boolean,
): FindingOf<'critical_broker'> {
  const pieces = piecesWithout(subject.all.graph, node)
  const apart = pieces
    .slice(1)
    .flatMap((piece) => [...piece])
    .sort((a, b) => a - b)
  const others = subject.actors.length - 1
  return findingOf('critical_broker', isSignal ? 'signal' : 'none', {
    broker: subject.actors[node]!,
    reference: 'A',
    explainedBy: isSignal && liveApart(subject, node, apart) ? 'places' : null,
    dims: [
      measured('cut_off', cutOff, {
        expected: mean(draws.largestCut),
        p: test.p,
        null: 'A',
        draws: test.draws,
        seed: stream,
        distribution: distributionOf(draws.largestCut),
      }),
      measured('pairs_cut', (2 * pairsBetween(pieces)) / (others * (others - 1))),
    ],
    cutOff: apart.map((other) => subject.actors[other]!),
  })
}

/** Places explain a cut when so many of those cut off live in places so many of whose actors are cut off. */
const leastApart = 2 / 3

/** Whether two thirds of those cut off live in places, of two actors or more, two thirds of whose actors are cut off. */
function liveApart({ places }: Case, broker: number, apart: readonly number[]): boolean {
  if (!places) return false
  const { groupOf } = places
  const isApart = new Uint8Array(groupOf.length)
  for (const node of apart) isApart[node] = 1
  const actors = new Map<number, { all: number; apart: number }>()
  groupOf.forEach((place, node) => {
    if (place < 0 || node === broker) return
    const count = actors.get(place) ?? { all: 0, apart: 0 }
    actors.set(place, { all: count.all + 1, apart: count.apart + isApart[node]! })
  })
  const own = apart.filter((node) => {
    const count = actors.get(groupOf[node]!)
    return count !== undefined && count.all >= 2 && count.apart >= leastApart * count.all
  })
  return own.length >= leastApart * apart.length
}

function pairsBetween(pieces: readonly Int32Array[]): number {
  let met = 0
  let pairs = 0
  for (const { length } of pieces) {
    pairs += met * length
    met += length
  }
  return pairs
}
