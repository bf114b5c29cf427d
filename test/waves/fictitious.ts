import { worldOf } from '../../examples/fictitious/world.ts'
import { outsideKindsOf } from '../../server/diagnosis/territory-case.ts'
import { graphOf } from '../../server/network/graph.ts'
import { groundOfNetworks } from '../../server/waves/bare-ground.ts'
import { type Comparison, compareWaves } from '../../server/waves/compare.ts'
import { groundOf, pairOf, type WavePair } from '../../server/waves/ground.ts'
import { networkSurveyedTwice } from './worlds.ts'

const [first, second, last] = ['enquete-2023', 'enquete-2024', 'enquete-2025'] as const

/** What comparisons make of one seed of the fictitious territory, beside what was planted in it. */
export interface Tried {
  /** Over two years and over the last. */
  readonly overTwo: Comparison['verdict']['outcome']
  readonly overOne: Comparison['verdict']['outcome']
  /** Share of the ties between those who answered both times that truly ended in two years, and whether its interval holds it; null: no interval. */
  readonly endedShare: number
  readonly held: boolean | null
  /** Ties said to be kept over two years, and of them those there both times. */
  readonly kept: number
  readonly trulyKept: number
  /** The first year's network asked about twice, as many answering as then, whoever they are: nothing changed. */
  readonly healthy: Comparison['verdict']['outcome']
}

/** One seed of the fictitious territory. */
export function triedSeed(seed: string): Tried {
  const { territory, planted } = worldOf(seed)
  const between = (from: string, to: string) => pairOf(groundOf(territory, [from, to], outsideKindsOf), 0, 1)
  const overTwo = compared(between(first, last))
  const tied = (wave: number) => new Set(planted.waves[wave]?.ties.map((ends) => [...ends].sort().join(' ')))
  const [then, now] = [tied(0), tied(2)]
  const heard = new Set(overTwo.roster.witnesses)
  const among = [...then].filter((ends) => ends.split(' ').every((end) => heard.has(end)))
  const endedShare = among.filter((ends) => !now.has(ends)).length / among.length
  const interval = overTwo.toldTwice.value?.endedShare?.interval
  const kept = overTwo.pairs.filter(({ fate }) => fate === 'kept')
  const ends = ({ u, v }: { readonly u: number; readonly v: number }) =>
    [overTwo.actors[u] ?? '', overTwo.actors[v] ?? ''].sort().join(' ')
  return {
    overTwo: overTwo.verdict.outcome,
    overOne: compared(between(second, last)).verdict.outcome,
    endedShare,
    held: interval ? interval.low <= endedShare && endedShare <= interval.high : null,
    kept: kept.length,
    trulyKept: kept.filter((tie) => then.has(ends(tie)) && now.has(ends(tie))).length,
    healthy: compared(askedTwice(seed, then, between(first, first), overTwo.comparability.response[0] ?? 0.8)).verdict
      .outcome,
  }
}

/** The true network of a wave among those asked, surveyed twice. */
function askedTwice(seed: string, ties: ReadonlySet<string>, { actors, before, spheres }: WavePair, response: number) {
  const asked = actors.filter((_, u) => before.asked[u])
  const nodeOf = new Map(asked.map((id, node) => [id, node]))
  const edges = [...ties].map((ends) => ends.split(' ').map((end) => nodeOf.get(end) ?? -1))
  const inside = edges.filter((ends) => !ends.includes(-1))
  const truth = graphOf({
    directed: false,
    nodeCount: asked.length,
    sources: inside.map(([u = 0, v = 0]) => Math.min(u, v)),
    targets: inside.map(([u = 0, v = 0]) => Math.max(u, v)),
  })
  const sphereOf = actors.map((id, u) => [id, spheres.names[spheres.groupOf[u] ?? -1] ?? ''] as const)
  const change = { response: [response, response], recall: [0.85, 0.85] } as const
  return pairOf(
    groundOfNetworks(networkSurveyedTwice(seed, { actors: asked, spheres: new Map(sphereOf), truth }, change).waves),
    0,
    1,
  )
}

function compared(pair: WavePair): Comparison {
  return compareWaves(pair, { seed: 'fictitious', bootstrapDraws: 0, noiseDraws: 0 })
}
