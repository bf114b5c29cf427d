import { DistanceMatrix } from '../analysis/distance-matrix.ts'
import type { Partition } from '../analysis/measure.ts'
import { partitionOf } from '../analysis/partition.ts'
import { Coverage, type GroupReach, type Reach, type Reaching } from './coverage.ts'
import { type Invitee, seatedNodes } from './empty-chairs.ts'
import { type KnownTies, nodesOfWave, partnersOf } from './known-ties.ts'
import { nextInvitations } from './next-invitations.ts'

/** What a list reaches, and who would reach more; ids outside. */
export interface ListReach {
  readonly basis: KnownTies['basis']
  /** Actors that count: those the wave speaks of. */
  readonly actors: number
  readonly reach: Reach
  readonly spheres: readonly GroupReach[]
  /** Of actors with a tie: whoever has none is of no community, whatever the algorithm made of it. */
  readonly communities: readonly GroupReach[]
  /** One and two steps from the list, for the map; in the order of ids. */
  readonly unreached: { readonly within1: readonly string[]; readonly within2: readonly string[] }
  readonly next: NextInvitees
}

export interface NextInvitees {
  /** With what each adds to the worth of the list, those before it invited. */
  readonly chosen: readonly { readonly actor: string; readonly gain: number }[]
  readonly gain: number
  /** What is known of how good that is. */
  readonly certainty:
    | { readonly proof: 'enumerated'; readonly best: number; readonly optima: number }
    | { readonly proof: 'guarantee'; readonly share: number }
}

export interface ListQuestion {
  readonly by: Reaching
  /** How many more; three unless said. */
  readonly count?: number
  /** Most more of each sphere; spheres that are not in it are under no quota. */
  readonly quotas?: ReadonlyMap<string, number>
}

/** Distances between more actors are not held in memory. */
export const mostActors = 4_000

/** Distances of the known ties, for as many lists as one likes. Throws RangeError past 4,000 actors. */
export function distancesOf({ graph }: KnownTies): DistanceMatrix {
  if (graph.nodeCount > mostActors) throw new RangeError(`${graph.nodeCount} actors, at most ${mostActors}`)
  return new DistanceMatrix(graph)
}

/** The list among the actors the wave speaks of. */
export function coverageOf(known: KnownTies, distances: DistanceMatrix, invitees: readonly Invitee[]): Coverage {
  return new Coverage(distances, seatedNodes(known, invitees), nodesOfWave(known))
}

/**
 * What the invitees reach, by sphere and community, and the next best invitations: actors inside that the wave speaks of, named one by one, not on the list
 * in any status. Whoever is excused reaches nobody.
 */
export function reachOf(
  known: KnownTies,
  distances: DistanceMatrix,
  communities: Partition,
  invitees: readonly Invitee[],
  { by, count = 3, quotas }: ListQuestion,
): ListReach {
  const { actors, nodeOf, basis } = known
  const list = coverageOf(known, distances, invitees)
  const listed = new Set(invitees.map(({ actor }) => nodeOf.get(actor) ?? -1))
  const spheres = partitionOf(actors.map(({ sphere }) => sphere))
  const found = nextInvitations(list, {
    candidates: list.counted.filter((node) => {
      const { inside, collective } = actors[node]!
      return inside && !collective && !listed.has(node)
    }),
    count,
    by,
    quotas: quotas
      ? { groupOf: spheres.groupOf, most: spheres.names.map((name) => quotas.get(name) ?? Infinity) }
      : null,
  })
  const { certainty } = found
  const beyond = (steps: number) =>
    list.counted.filter((node) => list.distanceTo(node) > steps).map((node) => actors[node]!.id)
  return {
    basis,
    actors: list.counted.length,
    reach: list.reach,
    spheres: list.groups(spheres),
    communities: list.groups(ofTied(known, communities)),
    unreached: { within1: beyond(1), within2: beyond(2) },
    next: {
      chosen: found.chosen.map(({ node, gain }) => ({ actor: actors[node]!.id, gain })),
      gain: found.gain,
      certainty:
        certainty.proof === 'enumerated'
          ? { proof: 'enumerated', best: certainty.best, optima: certainty.optima }
          : certainty,
    },
  }
}

function ofTied({ graph }: KnownTies, { names, groupOf }: Partition): Partition {
  return {
    names,
    groupOf: Int32Array.from(groupOf, (group, node) => (partnersOf(graph, node).length > 0 ? group : -1)),
  }
}
