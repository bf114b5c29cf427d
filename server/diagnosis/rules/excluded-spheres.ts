import type { Case } from '../case.ts'
import { distributionOf, type Finding, findingOf, measured, type TieEvidence } from '../finding.ts'
import { type DegreeDraws, pairIndex } from '../null/degree-draws.ts'
import { mean } from '../statistics/interval.ts'
import { benjaminiHochberg } from '../statistics/multiplicity.ts'
import { type MonteCarlo, sequentialP } from '../statistics/p-value.ts'
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
  readonly status: 'signal' | 'none' | 'unresolved'
}

/** Every pair of two spheres between which the degrees imply ties enough. */
export function testPairs(
  subject: Case,
  observed: DegreeDraws,
  draws: DegreeDraws,
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

/** I5: fewer ties than half of what the degrees imply, Benjamini–Hochberg over the pairs tested. */
export function judgePairs(pairs: readonly SpherePair[], thresholds: Thresholds): PairJudgement[] {
  const level = thresholds['excluded.falseDiscovery']
  const q = benjaminiHochberg(pairs.map(({ test }) => test.p))
  const floor = benjaminiHochberg(pairs.map(({ test }) => (test.exceedances === 0 ? 0 : test.p)))
  return pairs.map((pair, i) => {
    const passes = pair.ties <= thresholds['excluded.mostRatio'] * pair.expected
    if (passes && q[i]! <= level) return { pair, q: q[i]!, status: 'signal' }
    const could = passes && pair.test.exceedances === 0 && floor[i]! <= level
    return { pair, q: q[i]!, status: could ? 'unresolved' : 'none' }
  })
}

export function excludedSphereFinding(
  subject: Case,
  { pair, q, status }: PairJudgement,
  draws: DegreeDraws,
  stream: string,
): Finding {
  const { names } = subject.spheres
  const spheres = [names[pair.first]!, names[pair.second]!]
  return findingOf('I5', 'group', spheres.join(' / '), status === 'unresolved' ? 'insufficient' : status, {
    groupKind: subject.groups.some(({ kind }) => kind === 'column') ? 'column' : 'sphere',
    reason: status === 'unresolved' ? 'draws' : null,
    members: spheres,
    dims: [
      measured('between', pair.ties, {
        expected: pair.expected,
        p: pair.test.p,
        q,
        null: 'A',
        draws: pair.test.draws,
        seed: stream,
        distribution: distributionOf(draws.pairTies[pairIndex(pair.first, pair.second, names.length)]!),
      }),
    ],
    ties: status === 'signal' ? tiesBetween(subject, pair) : [],
  })
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
