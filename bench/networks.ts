import { type Random, randomStream } from '../server/analysis/random.ts'
import { type Graph, graphOf } from '../server/network/graph.ts'
import { grown, shuffled } from '../test/analysis/worlds.ts'

/** A network to measure, its node numbers shuffled as those of real files are. */
export interface BenchNetwork {
  readonly name: string
  readonly graph: Graph
}

/**
 * Two kinds of n actors and about 5 n ties: `ba`, preferential attachment (hubs), and `pp`, a planted partition: teams of
 * 8 to 68, 82 % of ties within them, some actors more popular than others, 12 % of actors with a single tie.
 */
export function networks(n: number): BenchNetwork[] {
  return [
    { name: `ba ${n}`, graph: grown(n, 5, `bench:ba:${n}`) },
    { name: `pp ${n}`, graph: planted(n, randomStream(`bench:pp:${n}`)) },
  ]
}

/** The same network with strengths 1 to 5. */
export function withStrengths(graph: Graph): Graph {
  const random = randomStream('bench:strengths')
  return { ...graph, weights: Float64Array.from(graph.sources, () => 1 + Math.floor(5 * random())) }
}

/** The same ties as arcs, from the end that drew them. */
export function asArcs(graph: Graph): Graph {
  return graphOf({ ...graph, directed: true })
}

function planted(nodeCount: number, random: Random): Graph {
  const pendants = Math.round(0.12 * nodeCount)
  const members = nodeCount - pendants
  const teams: Lottery[] = []
  const teamOf: number[] = []
  const popularity = () => Math.exp(2.4 * (random() + random() + random() - 1.5))
  const everybody = new Lottery()
  for (let first = 0; first < members; ) {
    const size = Math.min(members - first, 8 + Math.floor(61 * random()))
    const team = new Lottery()
    for (let u = first; u < first + size; u++) {
      const tickets = popularity()
      team.add(u, tickets)
      everybody.add(u, tickets)
      teamOf.push(teams.length)
    }
    teams.push(team)
    first += size
  }
  const sources: number[] = []
  const targets: number[] = []
  const drawn = new Set<number>()
  while (sources.length < 5 * nodeCount - pendants) {
    const u = everybody.draw(random)
    const isWithin = random() < 0.82
    const v = (isWithin ? teams[teamOf[u] ?? 0] : everybody)?.draw(random) ?? u
    const pair = Math.min(u, v) * nodeCount + Math.max(u, v)
    if (u === v || drawn.has(pair) || (!isWithin && teamOf[u] === teamOf[v])) continue
    drawn.add(pair)
    sources.push(u)
    targets.push(v)
  }
  for (let u = members; u < nodeCount; u++) {
    sources.push(u)
    targets.push(everybody.draw(random))
  }
  return shuffled(nodeCount, sources, targets, random)
}

/** Draws nodes in proportion to their tickets. */
class Lottery {
  readonly #nodes: number[] = []
  readonly #upTo: number[] = []

  add(node: number, tickets: number) {
    this.#upTo.push((this.#upTo.at(-1) ?? 0) + tickets)
    this.#nodes.push(node)
  }

  draw(random: Random): number {
    const ticket = random() * (this.#upTo.at(-1) ?? 0)
    let low = 0
    let high = this.#nodes.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#upTo[middle] ?? 0) < ticket) low = middle + 1
      else high = middle
    }
    return this.#nodes[low] ?? 0
  }
}
