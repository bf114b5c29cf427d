import type { Territory, Tie } from '../territory/territory.ts'
import { type Graph, graphOf } from './graph.ts'
import { compareText, type Perimeter } from './perimeter.ts'

/** What a perimeter makes of a territory: names outside, integers inside. */
export interface Network {
  readonly perimeter: Perimeter
  /** Actor ids by node number, in code-point order. */
  readonly actors: readonly string[]
  readonly graph: Graph
  /** What stands behind each edge of the graph. */
  readonly evidence: readonly Evidence[]
  /**
   * 1 for nodes that did not answer, whose dyads with each other were not observed. In a wave made from documents that
   * is every node: absence from a document proves no absence of a tie.
   */
  readonly silent: Uint8Array
  /** Dyads of which at least one end answered. */
  readonly observedDyads: number
  readonly counts: NetworkCounts
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
 * Nodes are the actors of the wave: in a survey those of its roster or named in it; in documents those named in it,
 * and those that no wave names at all. Repeated declarations of a kind keep the largest strength. Participants of a
 * space are tied to each other and to its host, which is the same organisation under another heading. Throws
 * TooManyPairs past `mostPairs`.
 */
export function networkOf(territory: Territory, perimeter: Perimeter): Network {
  const members = actorsOfWave(territory, perimeter.wave)
  const actors = actorsWithin(territory, perimeter, members)
  const nodeOf = new Map(actors.map((id, node) => [id, node]))

  const silent = silentNodes(territory, perimeter.wave, actors)
  const arcs = new Arcs(perimeter, silent)
  let declarations = 0
  let loops = 0
  if (perimeter.weights !== 'shared') {
    const kinds = new Set(perimeter.tieKinds)
    for (const [key, tie] of territory.ties) {
      if (tie.wave !== perimeter.wave || !kinds.has(tie.kind)) continue
      const from = nodeOf.get(tie.from)
      const to = nodeOf.get(tie.to)
      if (from === undefined || to === undefined) continue
      declarations++
      if (from === to) loops++
      else arcs.declare(key, tie, from, to)
    }
  }
  shareSpaces(territory, perimeter, nodeOf, arcs)

  const built = arcs.edges()
  const strengths = perimeter.weights === 'strength' ? built.map((edge) => edge.strength) : null
  const unknownStrength = strengths ? strengths.filter((strength) => strength === null).length : null
  const weights =
    perimeter.weights === 'shared' ? built.map((edge) => edge.spaces.length) : unknownStrength === 0 ? strengths : null
  const graph = graphOf({
    directed: perimeter.direction === 'directed',
    nodeCount: actors.length,
    sources: built.map((edge) => edge.from),
    targets: built.map((edge) => edge.to),
    weights: weights as number[] | null,
  })
  const silentCount = silent.reduce((sum, flag) => sum + flag, 0)
  return {
    perimeter,
    actors,
    graph,
    evidence: built.map(({ ties, spaces, kinds }) => ({ ties, spaces, multiplexity: kinds.size })),
    silent,
    observedDyads: pairs(actors.length) - pairs(silentCount),
    counts: { actorsOfWave: members.size, declarations, loops, unknownStrength },
  }
}

/** Ids of the actors a wave speaks of, see `networkOf`. */
export function actorsOfWave(territory: Territory, wave: string): Set<string> {
  const named = new Set<string>()
  const namedElsewhere = new Set<string>()
  const name = (id: string, of: string) => (of === wave ? named : namedElsewhere).add(id)
  for (const tie of territory.ties.values()) {
    name(tie.from, tie.wave)
    name(tie.to, tie.wave)
  }
  for (const participation of territory.participations.values()) name(participation.actor, participation.wave)
  for (const entry of territory.roster.values()) name(entry.actor, entry.wave)
  if (territory.waves.get(wave)?.basis === 'documents') {
    for (const id of territory.actors.keys()) if (!namedElsewhere.has(id)) named.add(id)
  }
  return named
}

/** Those of the wave's actors that a perimeter keeps, in code-point order. */
export function actorsWithin(territory: Territory, perimeter: Perimeter, members: ReadonlySet<string>): string[] {
  const kept = [...members].filter((id) => {
    const actor = territory.actors.get(id)
    return actor && (perimeter.actors === 'all' || actor.inside) && (perimeter.collective || !actor.collective)
  })
  return kept.sort(compareText)
}

/** Nodes that take part in each space of a kind that counts, by space id; spaces nobody takes part in are left out. */
export function participantsOf(
  territory: Territory,
  perimeter: Perimeter,
  nodeOf: ReadonlyMap<string, number>,
): Map<string, Set<number>> {
  const kinds = new Set(perimeter.spaceKinds)
  const participants = new Map<string, Set<number>>()
  for (const participation of territory.participations.values()) {
    const node = nodeOf.get(participation.actor)
    if (participation.wave !== perimeter.wave || node === undefined) continue
    if (!kinds.has(territory.spaces.get(participation.space)?.kind ?? '')) continue
    const nodes = participants.get(participation.space)
    if (nodes) nodes.add(node)
    else participants.set(participation.space, new Set([node]))
  }
  return participants
}

function shareSpaces(
  territory: Territory,
  perimeter: Perimeter,
  nodeOf: ReadonlyMap<string, number>,
  arcs: Arcs,
): void {
  const participants = participantsOf(territory, perimeter, nodeOf)
  for (const [space, nodes] of participants) {
    const host = nodeOf.get(territory.spaces.get(space)?.host ?? '')
    if (host !== undefined) nodes.add(host)
  }
  const expected = [...participants.values()].reduce((sum, nodes) => sum + pairs(nodes.size), 0)
  if (expected > mostPairs) throw new TooManyPairs(expected)
  for (const [space, nodes] of participants) {
    const sorted = [...nodes].sort((a, b) => a - b)
    for (let i = 0; i < sorted.length; i++) {
      for (let j = i + 1; j < sorted.length; j++) arcs.share(space, sorted[i] as number, sorted[j] as number)
    }
  }
}

function silentNodes(territory: Territory, wave: string, actors: readonly string[]): Uint8Array {
  const answered = new Set<string>()
  for (const entry of territory.roster.values()) {
    if (entry.wave === wave && entry.status === 'answered') answered.add(entry.actor)
  }
  return Uint8Array.from(actors, (id) => (answered.has(id) ? 0 : 1))
}

interface Arc {
  readonly from: number
  readonly to: number
  readonly ties: string[]
  readonly spaces: string[]
  /** Largest strength declared of each kind; null when none was. */
  readonly kinds: Map<string, number | null>
}

interface Edge {
  from: number
  to: number
  ties: readonly string[]
  spaces: readonly string[]
  kinds: ReadonlySet<string>
  strength: number | null
}

/** Directed arcs being gathered, by ordered pair of nodes. */
class Arcs {
  readonly #perimeter: Perimeter
  readonly #silent: Uint8Array
  /** Whether an arc stands for the word of its origin, rather than for the way a tie goes. */
  readonly #vouched: boolean
  readonly #arcs = new Map<number, Arc>()

  constructor(perimeter: Perimeter, silent: Uint8Array) {
    const { direction, endStrength } = perimeter
    this.#perimeter = perimeter
    this.#silent = silent
    this.#vouched = direction === 'confirmed' || (direction === 'either' && endStrength === 'mean')
  }

  declare(key: string, tie: Tie, from: number, to: number): void {
    for (const [u, v] of arcsOf(tie, from, to, this.#vouched)) {
      const arc = this.#arc(u, v)
      arc.ties.push(key)
      arc.kinds.set(tie.kind, larger(arc.kinds.get(tie.kind) ?? null, tie.strength ?? null))
    }
  }

  share(space: string, u: number, v: number): void {
    this.#arc(u, v).spaces.push(space)
    this.#arc(v, u).spaces.push(space)
  }

  /** Arcs, or ties u < v, in order of their ends. */
  edges(): Edge[] {
    const arcs = [...this.#arcs.values()].sort((a, b) => a.from - b.from || a.to - b.to)
    if (this.#perimeter.direction === 'directed') {
      return arcs.map((arc) => ({ ...arc, kinds: new Set(arc.kinds.keys()), strength: this.#strength(arc) }))
    }
    const edges: Edge[] = []
    for (const arc of arcs) {
      const reverse = this.#arcs.get(this.#pair(arc.to, arc.from))
      if (this.#perimeter.direction === 'confirmed' && !reverse) continue
      if (arc.from < arc.to || !reverse) edges.push(this.#tie(arc, reverse))
    }
    return edges.sort((a, b) => a.from - b.from || a.to - b.to)
  }

  #tie(arc: Arc, reverse: Arc | undefined): Edge {
    return {
      from: Math.min(arc.from, arc.to),
      to: Math.max(arc.from, arc.to),
      ties: [...new Set([...arc.ties, ...(reverse?.ties ?? [])])],
      spaces: arc.spaces,
      kinds: new Set([...arc.kinds.keys(), ...(reverse?.kinds.keys() ?? [])]),
      strength: this.#tieStrength(arc, reverse),
    }
  }

  #tieStrength(arc: Arc, reverse: Arc | undefined): number | null {
    const there = this.#strength(arc)
    const back = reverse ? this.#strength(reverse) : null
    if (this.#perimeter.endStrength === 'max' || there === null) return larger(there, back)
    if (back !== null) return (there + back) / 2
    return this.#silent[arc.to] || reverse ? there : there / 2
  }

  #strength({ kinds }: Arc): number | null {
    const known = [...kinds.values()].filter((strength) => strength !== null)
    if (known.length === 0) return null
    return this.#perimeter.kindStrength === 'max' ? Math.max(...known) : known.reduce((sum, strength) => sum + strength)
  }

  #arc(from: number, to: number): Arc {
    const pair = this.#pair(from, to)
    const known = this.#arcs.get(pair)
    if (known) return known
    const arc: Arc = { from, to, ties: [], spaces: [], kinds: new Map() }
    this.#arcs.set(pair, arc)
    return arc
  }

  #pair(from: number, to: number): number {
    return from * this.#silent.length + to
  }
}

/**
 * The arcs a declaration makes: from → to, and the reverse one when it is not directed.
 *
 * Where ends vouch, an arc u → v is the word of u about its tie with v, whichever way the tie goes; documents and
 * third parties speak as they declare.
 */
function arcsOf(tie: Tie, from: number, to: number, vouched: boolean): [number, number][] {
  if (vouched && tie.reporter === tie.from) return [[from, to]]
  if (vouched && tie.reporter === tie.to) return [[to, from]]
  if (tie.directed) return [[from, to]]
  return [
    [from, to],
    [to, from],
  ]
}

function larger(a: number | null, b: number | null): number | null {
  if (a === null) return b
  return b === null ? a : Math.max(a, b)
}

function pairs(n: number): number {
  return (n * (n - 1)) / 2
}
