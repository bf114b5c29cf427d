import { partitionOf } from '../analysis/partition.ts'
import type { Territory } from '../domain/territory.ts'
import { type KnownTies, nodesOfWave } from './known-ties.ts'
import { type LeadPair, leadPairs } from './pairs.ts'

/** A pair with the ids of its two houses. */
export type NamedLeadPair = Omit<LeadPair, 'official' | 'industrial'> & {
  readonly official: string
  readonly industrial: string
}

/** Houses led by elected officials. */
const electedTypes: readonly string[] = ['epci', 'commune', 'departement', 'region']
const industrialTypes: readonly string[] = ['entreprise']

/**
 * The Pareto front of pairs élu–industriel of a territory: actors inside that the wave speaks of, named one by one, neither with authority over the other (a tie of kind
 * `hierarchy`). Legitimacy counts the actors of one's own sphere that told of a tie of kind `trust` with it in the wave; null where no such tie was told.
 */
export function leadPairsOf(territory: Territory, wave: string | null, known: KnownTies): NamedLeadPair[] {
  const { actors, nodeOf, graph } = known
  const ofWave = nodesOfWave(known)
  const nodesOf = (types: readonly string[]) =>
    ofWave.filter((node) => {
      const { type, inside, collective } = actors[node]!
      return types.includes(type) && inside && !collective
    })
  const spheres = partitionOf(actors.map(({ sphere }) => sphere))
  const trusting = Array.from(actors, () => new Set<number>())
  const hierarchy: [number, number][] = []
  let isTrustTold = false
  for (const { wave: of, kind, from, to, directed } of territory.ties.values()) {
    const [u, v] = [nodeOf.get(from), nodeOf.get(to)]
    if (of !== wave || u === undefined || v === undefined || u === v) continue
    if (kind === 'hierarchy') hierarchy.push([u, v])
    if (kind !== 'trust') continue
    isTrustTold = true
    if (spheres.groupOf[u] !== spheres.groupOf[v]) continue
    trusting[v]?.add(u)
    if (!directed) trusting[u]?.add(v)
  }
  const trust = isTrustTold ? { receivedWithinSphere: trusting.map((nodes) => nodes.size) } : null
  const pairs = leadPairs(graph, nodesOf(electedTypes), nodesOf(industrialTypes), spheres, {
    ...{ trust, hierarchy },
    counted: ofWave.length,
  })
  return pairs.map((pair) => ({
    ...pair,
    official: actors[pair.official]!.id,
    industrial: actors[pair.industrial]!.id,
  }))
}
