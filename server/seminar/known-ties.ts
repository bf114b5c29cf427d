import { defaultPerimeter, type Perimeter } from '../domain/perimeter.ts'
import type { Actor, RosterEntry, Territory } from '../domain/territory.ts'
import type { Basis } from '../domain/vocabulary.ts'
import { type Graph, graphOf } from '../network/graph.ts'
import { networkOf } from '../network/network.ts'

/** What is known of ties when a seminar is prepared: every actor of the territory is a node, met or not. Plain data, so that it travels to worker threads. */
export interface KnownTies {
  /** What the ties were read from; null: no wave yet, hence no tie. In documents an absent tie proves nothing. */
  readonly basis: Basis | null
  /** By node, in the order of ids. */
  readonly actors: readonly Actor[]
  readonly nodeOf: ReadonlyMap<string, number>
  /** Undirected, unweighted. */
  readonly graph: Graph
  /** Of each tie the largest strength declared, 1 to 5; NaN: unknown. */
  readonly strength: Float64Array
  /** Of each tie the latest date; null: unknown. */
  readonly lastContact: readonly (string | null)[]
  /** For each node those who told of a tie with it, ascending: empty in documents, where nobody reports. */
  readonly namedBy: readonly (readonly number[])[]
  /** What became of each node in the survey; null: not on its roster. */
  readonly status: readonly (RosterEntry['status'] | null)[]
  /** Ids of actors the wave does not speak of: they left, came since, or nobody asked. They are nodes without ties, and no network of the wave counts them. */
  readonly elsewhere: ReadonlySet<string>
}

/**
 * The ties of a wave, or none.
 *
 * @param wave null: nothing is known but the actors
 * @param asked which ties and actors count; default: those of `defaultPerimeter`
 */
export function knownTiesOf(territory: Territory, wave: string | null, asked?: Perimeter): KnownTies {
  const perimeter = wave === null ? null : { ...(asked ?? defaultPerimeter(territory, wave)), wave }
  const actors = [...territory.actors.values()].filter(
    ({ inside, collective }) =>
      !perimeter || ((inside || perimeter.actors === 'all') && (!collective || perimeter.collective)),
  )
  const nodeOf = new Map(actors.map(({ id }, node) => [id, node]))
  const tied = perimeter && tiesWithin(territory, perimeter, nodeOf)
  return {
    basis: (wave !== null && territory.waves.get(wave)?.basis) || null,
    actors,
    nodeOf,
    graph: tied?.graph ?? graphOf({ directed: false, nodeCount: actors.length, sources: [], targets: [] }),
    strength: tied?.strength ?? new Float64Array(0),
    lastContact: tied?.lastContact ?? [],
    namedBy: perimeter ? nominationsIn(territory, perimeter, nodeOf) : actors.map(() => []),
    status: statusesIn(territory, wave, nodeOf),
    elsewhere: tied?.elsewhere ?? new Set(),
  }
}

/** Of the ids those the wave does not speak of, each once, in the order given. */
export function elsewhereAmong({ elsewhere }: Pick<KnownTies, 'elsewhere'>, ids: readonly string[]): string[] {
  return [...new Set(ids)].filter((id) => elsewhere.has(id))
}

/** Nodes the wave speaks of, all where there is none yet: what shares of actors are shares of. Ascending. */
export function nodesOfWave({ actors, elsewhere }: Pick<KnownTies, 'actors' | 'elsewhere'>): number[] {
  return [...actors.keys()].filter((node) => !elsewhere.has(actors[node]!.id))
}

/** Nodes that were asked and did not answer. */
export function unansweringNodes({ status }: KnownTies): number[] {
  return [...status.keys()].filter((node) => status[node] === 'asked' || status[node] === 'declined')
}

/** The partners of a node, ascending. */
export function partnersOf({ out: { offsets, neighbors } }: Graph, node: number): Int32Array {
  return neighbors.subarray(offsets[node], offsets[node + 1])
}

function tiesWithin(territory: Territory, perimeter: Perimeter, nodeOf: KnownTies['nodeOf']) {
  const network = networkOf(territory, { ...perimeter, direction: 'either', weights: 'none' })
  const { graph, evidence, absent } = network
  const at = network.actors.map((id) => nodeOf.get(id) ?? -1)
  const strength = new Float64Array(graph.edgeCount).fill(Number.NaN)
  const lastContact = new Array<string | null>(graph.edgeCount).fill(null)
  evidence.forEach(({ ties }, e) => {
    for (const key of ties) {
      const tie = territory.ties.get(key)
      if (tie?.strength !== undefined && !(strength[e]! >= tie.strength)) strength[e] = tie.strength
      if (tie?.lastContact !== undefined && tie.lastContact > (lastContact[e] ?? '')) lastContact[e] = tie.lastContact
    }
  })
  const ends = (nodes: Int32Array) => Array.from(nodes, (node) => at[node]!)
  return {
    graph: graphOf({
      directed: false,
      nodeCount: nodeOf.size,
      sources: ends(graph.sources),
      targets: ends(graph.targets),
    }),
    strength,
    lastContact,
    elsewhere: new Set([...absent.otherWaves, ...absent.noWave]),
  }
}

function nominationsIn(territory: Territory, { wave, tieKinds }: Perimeter, nodeOf: KnownTies['nodeOf']): number[][] {
  const kinds = new Set(tieKinds)
  const namedBy = Array.from(nodeOf, () => new Set<number>())
  for (const { wave: of, kind, from, to, reporter } of territory.ties.values()) {
    const nominator = reporter === null ? undefined : nodeOf.get(reporter)
    if (of !== wave || nominator === undefined || !kinds.has(kind)) continue
    for (const named of [nodeOf.get(from), nodeOf.get(to)]) {
      if (named !== undefined && named !== nominator) namedBy[named]?.add(nominator)
    }
  }
  return namedBy.map((nominators) => [...nominators].sort((a, b) => a - b))
}

function statusesIn(
  territory: Territory,
  wave: string | null,
  nodeOf: KnownTies['nodeOf'],
): (RosterEntry['status'] | null)[] {
  const status = Array.from(nodeOf, (): RosterEntry['status'] | null => null)
  for (const entry of territory.roster.values()) {
    const node = nodeOf.get(entry.actor)
    if (entry.wave === wave && node !== undefined) status[node] = entry.status
  }
  return status
}
