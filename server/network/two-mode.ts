import { compareText, type Perimeter } from '../domain/perimeter.ts'
import type { Territory } from '../domain/territory.ts'
import { type Graph, graphOf } from './graph.ts'
import { nodeOf, nodesWithin, participantsOf, readWave, type WaveReading } from './wave.ts'

/** Actors and the spaces they take part in: actors are nodes 0..a-1, spaces follow. Edges go from actor to space. */
export interface TwoModeNetwork {
  readonly perimeter: Perimeter
  /** Actor ids in their order, then space ids in theirs, see `compareText`. */
  readonly actors: readonly string[]
  readonly spaces: readonly string[]
  /** For each space the node of the actor that is the same organisation, -1 when there is none: a map draws the two once. */
  readonly hosts: Int32Array
  readonly graph: Graph
}

/**
 * The two-mode network of a perimeter; its direction and weights do not matter here.
 *
 * Spaces are those of the kinds that count, with a participation in the wave or in no wave at all: a project nobody
 * takes part in is drawn alone. Several roles of one actor in one space make one edge. The host of a space is no participant of it.
 */
export function twoModeNetworkOf(
  territory: Territory,
  perimeter: Perimeter,
  reading: WaveReading = readWave(territory, perimeter.wave),
): TwoModeNetwork {
  const nodes = nodesWithin(reading, perimeter)
  const actors = nodes.ids
  const participants = participantsOf(reading, nodes, perimeter)
  const spaces = spacesOfWave(territory, perimeter)
  const sources: number[] = []
  const targets: number[] = []
  spaces.forEach((id, index) => {
    for (const node of [...(participants.get(id) ?? [])].sort((a, b) => a - b)) {
      sources.push(node)
      targets.push(actors.length + index)
    }
  })
  return {
    perimeter,
    actors,
    spaces,
    hosts: Int32Array.from(spaces, (id) => nodeOf(reading, nodes, territory.spaces.get(id)?.host)),
    graph: graphOf({ directed: false, nodeCount: actors.length + spaces.length, sources, targets }),
  }
}

function spacesOfWave(territory: Territory, perimeter: Perimeter): string[] {
  const inWave = new Set<string>()
  const inAny = new Set<string>()
  for (const participation of territory.participations.values()) {
    inAny.add(participation.space)
    if (participation.wave === perimeter.wave) inWave.add(participation.space)
  }
  const kinds = new Set(perimeter.spaceKinds)
  const spaces = [...territory.spaces.values()].filter(
    ({ id, kind }) => kinds.has(kind) && (inWave.has(id) || !inAny.has(id)),
  )
  return spaces.map(({ id }) => id).sort(compareText)
}
