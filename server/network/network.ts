import type { Perimeter } from '../domain/perimeter.ts'
import type { Territory } from '../domain/territory.ts'
import { type Graph, graphOf } from './graph.ts'
import { Mentions } from './mentions.ts'
import { type Absent, type Nodes, nodeOf, nodesWithin, participantsOf, readWave, type WaveReading } from './wave.ts'

/** What a perimeter makes of a territory: names outside, integers inside. */
export interface Network {
  readonly perimeter: Perimeter
  /** Actor ids by node number, in the order of `compareText`. */
  readonly actors: readonly string[]
  readonly graph: Graph
  /** What stands behind each edge of the graph. Put together when it is first asked for. */
  readonly evidence: readonly Evidence[]
  /**
   * 1 for nodes that did not answer, whose dyads with each other were not observed. In a wave made from documents that
   * is every node: absence from a document proves no absence of a tie.
   */
  readonly silent: Uint8Array
  /** Dyads of which at least one end answered. */
  readonly observedDyads: number
  readonly counts: NetworkCounts
  readonly absent: Absent
}

export interface Evidence {
  /** Keys of the declarations, in the order of the territory. */
  readonly ties: readonly string[]
  /** Ids of the shared spaces. */
  readonly spaces: readonly string[]
  /** Number of distinct kinds of tie. */
  readonly multiplexity: number
}

export interface NetworkCounts {
  /** Actors of the wave, before the perimeter left any out. */
  readonly actorsOfWave: number
  /** Declarations within the perimeter, loops included. */
  readonly declarations: number
  /** Declarations of an actor about itself: dropped. */
  readonly loops: number
  /** Edges of unknown strength: when there is one, weighted figures are undefined. Null unless strengths were asked for. */
  readonly unknownStrength: number | null
}

/** More pairs than this are refused: one gathering of 3,000 actors would already make 4.5 million. */
export const mostPairs = 5_000_000

/** Spaces would tie more pairs together than `mostPairs`. */
export class TooManyPairs extends RangeError {
  override readonly name = 'TooManyPairs'
  readonly pairs: number

  constructor(pairs: number) {
    super(`${pairs} pairs of participants, at most ${mostPairs}`)
    this.pairs = pairs
  }
}

/**
 * The network of a perimeter (conventions C1 to C9).
 *
 * Nodes are the actors of the wave, see `readWave`. Repeated declarations of a kind keep the largest strength.
 * Participants of a space are tied to each other and to its host, which is the same organisation under another heading.
 * Throws TooManyPairs past `mostPairs`.
 *
 * @param reading of the wave of the perimeter, for callers that draw several networks from it
 */
export function networkOf(
  territory: Territory,
  perimeter: Perimeter,
  reading: WaveReading = readWave(territory, perimeter.wave),
): Network {
  const nodes = nodesWithin(reading, perimeter)
  const silent = silentNodes(reading, nodes)
  const mentions = new Mentions(perimeter, silent)
  const declared = declareTies(reading, perimeter, nodes, mentions)
  shareSpaces(reading, perimeter, nodes, mentions)

  const gathered = mentions.gather()
  const { sources, targets, strengths, shared, multiplexity } = gathered
  const unknownStrength =
    perimeter.weights === 'strength' ? strengths.reduce((count, s) => (Number.isNaN(s) ? count + 1 : count), 0) : null
  const weights = perimeter.weights === 'shared' ? shared : unknownStrength === 0 ? strengths : null
  const directed = perimeter.direction === 'directed'
  const silentCount = silent.reduce((sum, flag) => sum + flag, 0)
  const evidence = () => multiplexity.map((kinds, edge) => ({ ...gathered.behind(edge), multiplexity: kinds }))
  let known: readonly Evidence[] | undefined
  return {
    perimeter,
    actors: nodes.ids,
    graph: graphOf({ directed, nodeCount: nodes.ids.length, sources, targets, weights }),
    get evidence() {
      known ??= evidence()
      return known
    },
    silent,
    observedDyads: pairs(nodes.ids.length) - pairs(silentCount),
    absent: reading.absent,
    counts: { actorsOfWave: reading.isNamed.reduce((sum, flag) => sum + flag, 0), ...declared, unknownStrength },
  }
}

function declareTies(reading: WaveReading, perimeter: Perimeter, { at }: Nodes, mentions: Mentions) {
  let declarations = 0
  let loops = 0
  // Where shared spaces count, they count alone.
  const kinds = new Set(perimeter.weights === 'shared' ? [] : perimeter.tieKinds)
  reading.ties.forEach((tie, i) => {
    const from = at[reading.from[i] ?? -1] ?? -1
    const to = at[reading.to[i] ?? -1] ?? -1
    if (from < 0 || to < 0 || !kinds.has(tie.kind)) return
    declarations++
    if (from === to) loops++
    else mentions.declare(reading.keys[i] ?? '', tie, from, to)
  })
  return { declarations, loops }
}

function shareSpaces(reading: WaveReading, perimeter: Perimeter, nodes: Nodes, mentions: Mentions): void {
  const participants = participantsOf(reading, nodes, perimeter)
  for (const [space, seated] of participants) {
    const host = nodeOf(reading, nodes, reading.territory.spaces.get(space)?.host)
    if (host >= 0) seated.add(host)
  }
  const expected = [...participants.values()].reduce((sum, seated) => sum + pairs(seated.size), 0)
  if (expected > mostPairs) throw new TooManyPairs(expected)
  for (const [space, seated] of participants) {
    const sorted = Int32Array.from(seated).sort()
    sorted.forEach((u, i) => {
      for (const v of sorted.subarray(i + 1)) mentions.share(space, u, v)
    })
  }
}

function silentNodes({ territory, wave }: WaveReading, { ids }: Nodes): Uint8Array {
  const answered = new Set<string>()
  for (const entry of territory.roster.values()) {
    if (entry.wave === wave && entry.status === 'answered') answered.add(entry.actor)
  }
  return Uint8Array.from(ids, (id) => (answered.has(id) ? 0 : 1))
}

function pairs(n: number): number {
  return (n * (n - 1)) / 2
}
