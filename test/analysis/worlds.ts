import { type Random, randomStream } from '../../server/analysis/random.ts'
import { type Graph, graphOf } from '../../server/network/graph.ts'

/**
 * Preferential attachment: newcomers tie themselves to `ties` others in proportion to how many they have.
 * A.-L. Barabási, R. Albert (1999), Emergence of scaling in random networks, Science 286:509-512. Node numbers are shuffled.
 */
export function grown(nodeCount: number, ties: number, seed: string): Graph {
  const random = randomStream(seed)
  const ends: number[] = [0]
  const sources: number[] = []
  const targets: number[] = []
  for (let v = 1; v < nodeCount; v++) {
    const partners = new Set<number>()
    while (partners.size < Math.min(v, ties)) partners.add(ends[Math.floor(random() * ends.length)]!)
    for (const u of partners) {
      sources.push(v)
      targets.push(u)
      ends.push(v, u)
    }
  }
  return shuffled(nodeCount, sources, targets, random)
}

/** The graph with `newcomers` more nodes, each tied to one that is already there: trees hang off it. */
export function attached(graph: Graph, newcomers: number, seed: string): Graph {
  const random = randomStream(seed)
  const nodeCount = graph.nodeCount + newcomers
  const sources = [...graph.sources]
  const targets = [...graph.targets]
  for (let v = graph.nodeCount; v < nodeCount; v++) {
    sources.push(v)
    targets.push(Math.floor(random() * v))
  }
  return shuffled(nodeCount, sources, targets, random)
}

/** The graph of these ties under shuffled node numbers. */
export function shuffled(
  nodeCount: number,
  sources: readonly number[],
  targets: readonly number[],
  random: Random,
): Graph {
  const names = [...Array(nodeCount).keys()]
  for (let i = nodeCount - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const [a, b] = [names[i]!, names[j]!]
    names[i] = b
    names[j] = a
  }
  return graphOf({
    directed: false,
    nodeCount,
    sources: sources.map((u) => names[u]!),
    targets: targets.map((v) => names[v]!),
  })
}
