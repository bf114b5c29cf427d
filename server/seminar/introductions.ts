import { DistanceMatrix } from '../analysis/distance-matrix.ts'
import type { Partition } from '../analysis/measure.ts'
import { partitionOf } from '../analysis/partition.ts'
import { graphAfter } from '../analysis/what-if.ts'
import { introducerOf } from '../diagnosis/what-if.ts'
import type { Graph } from '../network/graph.ts'
import { type KnownTies, partnersOf } from './known-ties.ts'

/** What introductions are looked for in. */
export interface IntroductionQuestion {
  /** Undirected. */
  readonly graph: Graph
  readonly spheres: Partition
  readonly communities: Partition
  /** Whom one can bring together: actors inside, named one by one. */
  readonly eligible: readonly number[]
  /** Findings that a tie between a member and somebody else would answer: an isolated or dependent actor, a closed group. */
  readonly findings: readonly FindingMembers[]
  /** Words an actor's projects go by, by node. */
  readonly themes: readonly (readonly string[])[]
  readonly count: number
}

export interface FindingMembers {
  readonly id: string
  readonly members: readonly number[]
}

/** A tie that would help, never made by itself. `introductionsOf` gives it with ids. */
export interface Introduction {
  readonly between: readonly [number, number]
  /** Gain in global efficiency, once those listed before it are made. */
  readonly gain: number
  /** Ids of the findings it answers. */
  readonly repairs: readonly string[]
  readonly crossesSpheres: boolean
  /** The common partner with fewest other ties, who has most time for it; null: nobody. */
  readonly introducer: number | null
  /** Σ 1 / ln of the ties of common partners, 0 without any. L. Adamic, E. Adar (2003), Friends and neighbors on the web, Social Networks 25:211-230. */
  readonly adamicAdar: number
  readonly sharedThemes: readonly string[]
}

/** Of networks of more actors only pairs with a finding or of two communities are looked at. */
const mostForAllPairs = 120
/** Distances between more actors are not held in memory: then nothing is proposed. */
const mostActors = 4_000
/** Of more equals by kind only the first by node are weighed. */
const mostWeighed = 5_000

/**
 * The few ties that would most help: those that answer a finding, then that join two spheres, that somebody can introduce, that share a theme, and by gain in global
 * efficiency: lexicographic, then the lowest nodes. Nobody is asked twice, so that no hub is everyone's answer.
 */
export function introductions(question: IntroductionQuestion): Introduction[] {
  if (question.graph.nodeCount > mostActors) return []
  const asked = new Set<number>()
  const found: Introduction[] = []
  let graph = question.graph
  while (found.length < question.count) {
    const best = bestIntroduction(question, graph, asked)
    if (!best) break
    found.push(best)
    for (const node of best.between) asked.add(node)
    graph = graphAfter(graph, { add: 'tie', between: best.between })
  }
  return found
}

/** The same with ids. */
export type NamedIntroduction = Omit<Introduction, 'between' | 'introducer'> & {
  readonly between: readonly [string, string]
  readonly introducer: string | null
}

export interface Introducing {
  readonly communities: Partition
  /** Findings of the diagnosis with the ids of their members. */
  readonly findings: readonly { readonly id: string; readonly members: readonly string[] }[]
  /** Of each actor, see `themesOf`. */
  readonly themes: ReadonlyMap<string, readonly string[]>
  /** Whom to bring together, such as the invitees; null: all actors inside that the wave names, or no wave does. Collectives never. */
  readonly among: readonly string[] | null
  readonly count: number
}

export function introductionsOf(known: KnownTies, asked: Introducing): NamedIntroduction[] {
  const { actors, nodeOf, graph, elsewhere } = known
  const among = asked.among && new Set(asked.among)
  const found = introductions({
    graph,
    spheres: partitionOf(actors.map(({ sphere }) => sphere)),
    communities: asked.communities,
    eligible: [...actors.keys()].filter((node) => {
      const { id, inside, collective } = actors[node]!
      return !collective && (among ? among.has(id) : inside && !elsewhere.has(id))
    }),
    findings: asked.findings.map(({ id, members }) => ({
      id,
      members: members.flatMap((member) => nodeOf.get(member) ?? []),
    })),
    themes: actors.map(({ id }) => asked.themes.get(id) ?? []),
    count: asked.count,
  })
  const idOf = (node: number) => actors[node]!.id
  return found.map(({ between, introducer, ...reasons }) => ({
    ...reasons,
    between: [idOf(between[0]), idOf(between[1])],
    introducer: introducer === null ? null : idOf(introducer),
  }))
}

function bestIntroduction(
  question: IntroductionQuestion,
  graph: Graph,
  asked: ReadonlySet<number>,
): Introduction | null {
  const distances = new DistanceMatrix(graph)
  const candidates = candidatesOf(question, graph, asked, distances)
  const top = candidates.reduce((most, { rank }) => Math.max(most, rank), -1)
  let best: Introduction | null = null
  for (const { u, v } of candidates.filter(({ rank }) => rank === top).slice(0, mostWeighed)) {
    const gain = distances.gainOf(u, v)
    if (best && gain <= best.gain + 1e-12) continue
    best = { between: [u, v], gain, ...reasonsOf(question, graph, u, v) }
  }
  return best
}

function candidatesOf(
  question: IntroductionQuestion,
  graph: Graph,
  asked: ReadonlySet<number>,
  distances: DistanceMatrix,
) {
  const { communities, findings, eligible, spheres, themes } = question
  const flagged = new Set(findings.flatMap(({ members }) => members))
  const everyPair = graph.nodeCount <= mostForAllPairs
  const nodes = [...new Set(eligible)].filter((node) => !asked.has(node)).sort((a, b) => a - b)
  const memberships = findings.map(({ members }) => new Set(members))
  const candidates: { u: number; v: number; rank: number }[] = []
  nodes.forEach((u, i) => {
    for (const v of nodes.slice(i + 1)) {
      const distance = distances.between(u, v)
      if (distance <= 1) continue
      const isNear = communities.groupOf[u] === communities.groupOf[v] && !flagged.has(u) && !flagged.has(v)
      if (!everyPair && isNear) continue
      const repairs = memberships.some((members) => members.has(u) !== members.has(v))
      const crosses = spheres.groupOf[u] !== spheres.groupOf[v]
      const shares = themes[u]?.some((theme) => themes[v]?.includes(theme)) ?? false
      candidates.push({
        u,
        v,
        rank: (repairs ? 8 : 0) + (crosses ? 4 : 0) + (distance === 2 ? 2 : 0) + (shares ? 1 : 0),
      })
    }
  })
  return candidates
}

function reasonsOf(
  { findings, spheres, themes }: IntroductionQuestion,
  graph: Graph,
  u: number,
  v: number,
): Omit<Introduction, 'between' | 'gain'> {
  const ofV = new Set(partnersOf(graph, v))
  const common = [...partnersOf(graph, u)].filter((node) => ofV.has(node))
  const degree = (node: number) => partnersOf(graph, node).length
  const introducer = introducerOf(graph, u, v)
  return {
    repairs: findings.filter(({ members }) => members.includes(u) !== members.includes(v)).map(({ id }) => id),
    crossesSpheres: spheres.groupOf[u] !== spheres.groupOf[v],
    introducer: introducer < 0 ? null : introducer,
    adamicAdar: common.reduce((sum, node) => sum + 1 / Math.log(degree(node)), 0),
    sharedThemes: (themes[u] ?? []).filter((theme) => themes[v]?.includes(theme)),
  }
}
