import { type Case, unaskedBits } from '../case.ts'
import { distributionOf, type Finding, findingOf, measured, type NullModel, type TieEvidence } from '../finding.ts'
import { pairIndex, type SphereDraws, type SphereField } from '../null/sphere-draws.ts'
import { mean } from '../statistics/interval.ts'
import { benjaminiHochberg } from '../statistics/multiplicity.ts'
import { addOneP, type MonteCarlo, sequentialP } from '../statistics/p-value.ts'
import type { Thresholds } from '../thresholds.ts'

/** Two spheres and the ties between their actors inside the territory. */
export interface SpherePair {
  readonly first: number
  readonly second: number
  readonly ties: number
  readonly expected: number
  readonly test: MonteCarlo
}

export interface PairJudgement {
  readonly pair: SpherePair
  readonly q: number
  readonly status: 'signal' | 'none' | 'unresolved' | 'places_unknown'
}

/**
 * Null D: degrees, the ties inside each sphere and those inside places. What keeps actors of one sphere together, or those of one commune, is then no
 * avoidance of another. With three spheres, ties inside each of them leave no pair to draw: their sum is kept. Pairs count inside the territory only.
 */
export function sphereFieldOf(subject: Case): SphereField {
  const { spheres, outside, places } = subject
  const sphereOf = spheres.groupOf.map((sphere, node) => (outside[node] ? -1 : sphere))
  return {
    graph: subject.declared.graph,
    unasked: unaskedBits(subject),
    sphereOf,
    sphereCount: spheres.names.length,
    keeps: {
      inside: new Set(sphereOf.filter((g) => g >= 0)).size > 3 ? 'each' : 'total',
      placeOf: places?.groupOf ?? null,
    },
  }
}

/** Every pair of two spheres between which chance would leave ties enough. */
export function testPairs(
  subject: Case,
  observed: SphereDraws,
  draws: SphereDraws,
  thresholds: Thresholds,
  stopAfter: number,
): SpherePair[] {
  const count = subject.spheres.names.length
  const pairs: SpherePair[] = []
  for (let first = 0; first < count; first++) {
    for (let second = first + 1; second < count; second++) {
      const index = pairIndex(first, second, count)
      const drawn = draws.pairTies[index]!
      const expected = mean(drawn)
      if (expected < thresholds['excluded.leastExpected']) continue
      const ties = observed.pairTies[index]![0]!
      pairs.push({ first, second, ties, expected, test: sequentialP(drawn, ties, 'lower', stopAfter) })
    }
  }
  return pairs
}

/**
 * Whether triangles across spheres exceed what degrees and spheres give: something that is not recorded brings actors together, places for instance, and
 * spheres that lean to different ones would be taken for spheres that avoid each other.
 */
export function isClusteredBeyond(observed: SphereDraws, draws: SphereDraws, thresholds: Thresholds): boolean {
  const triangles = observed.triangles[0]!
  const more = draws.triangles.reduce((count, drawn) => count + (drawn >= triangles ? 1 : 0), 0)
  return (
    addOneP(more, draws.draws) <= thresholds['excluded.clusteringLevel'] &&
    triangles >= thresholds['excluded.mostClustering'] * mean(draws.triangles)
  )
}

/** Fewer ties than half of what is to be expected, Benjamini–Hochberg over the pairs tested. */
export function judgePairs(
  pairs: readonly SpherePair[],
  placesMissing: boolean,
  thresholds: Thresholds,
): PairJudgement[] {
  const level = thresholds['excluded.falseDiscovery']
  const q = benjaminiHochberg(pairs.map(({ test }) => test.p))
  const floor = benjaminiHochberg(pairs.map(({ test }) => (test.exceedances === 0 ? 0 : test.p)))
  return pairs.map((pair, i) => {
    const passes = pair.ties <= thresholds['excluded.mostRatio'] * pair.expected
    const could = passes && pair.test.exceedances === 0 && floor[i]! <= level
    if (passes && q[i]! <= level) return { pair, q: q[i]!, status: placesMissing ? 'places_unknown' : 'signal' }
    return { pair, q: q[i]!, status: could ? 'unresolved' : 'none' }
  })
}

export function excludedSphereFinding(
  subject: Case,
  { pair, q, status }: PairJudgement,
  draws: SphereDraws,
  stream: string,
): Finding {
  const { names } = subject.spheres
  const isTold = status === 'signal' || status === 'none'
  const reference = referenceOf(subject)
  return findingOf('excluded_spheres', isTold ? status : 'insufficient', {
    spheres: [names[pair.first]!, names[pair.second]!],
    by: isColumn(subject) ? 'column' : 'sphere',
    reason: isTold ? null : status === 'unresolved' ? 'draws' : 'places_unknown',
    reference,
    dims: [
      measured('between', pair.ties, {
        expected: pair.expected,
        p: pair.test.p,
        q,
        null: reference,
        draws: pair.test.draws,
        seed: stream,
        distribution: distributionOf(draws.pairTies[pairIndex(pair.first, pair.second, names.length)]!),
      }),
    ],
    ties: status === 'signal' ? tiesBetween(subject, pair) : [],
  })
}

function referenceOf({ places }: Case): NullModel {
  return places ? 'D' : 'E'
}

/** Whether spheres are the groups of a column: a network that came without a territory. */
export function isColumn({ groups }: Case): boolean {
  return groups.some(({ kind }) => kind === 'column')
}

function tiesBetween(subject: Case, { first, second }: SpherePair): TieEvidence[] {
  const { graph, lastContact } = subject.declared
  const { groupOf } = subject.spheres
  const evidence: TieEvidence[] = []
  for (let e = 0; e < graph.edgeCount; e++) {
    const [u, v] = [graph.sources[e]!, graph.targets[e]!]
    if (subject.outside[u] || subject.outside[v]) continue
    const [g, h] = [groupOf[u]!, groupOf[v]!]
    if (Math.min(g, h) !== first || Math.max(g, h) !== second) continue
    evidence.push({
      from: subject.actors[u]!,
      to: subject.actors[v]!,
      role: 'between',
      lastContact: lastContact[e] ?? null,
    })
  }
  return evidence
}
