import { leiden } from '../server/analysis/leiden.ts'
import { Analysis, type Subject, type Workers } from '../server/analysis/measure.ts'
import { measures } from '../server/analysis/measures.ts'
import { randomStream } from '../server/analysis/random.ts'
import { Rewiring } from '../server/diagnosis/null/rewiring.ts'
import type { Graph } from '../server/network/graph.ts'
import { asArcs, withStrengths } from './networks.ts'

/** What one analysis of a network consists of, besides communities: one pass serves all distances, one all triangles. */
const parts = {
  betweenness: 'betweenness.raw',
  closeness: 'closeness.wf',
  harmonic: 'harmonic.normalized',
  constraint: 'burt.constraint',
  clustering: 'clustering.local',
  pagerank: 'pagerank',
  eigenvector: 'eigenvector',
  cores: 'coreNumber',
} as const

/** What can be timed. */
export type Work = 'whole' | Part | Beside
export type Part = keyof typeof parts | 'communities'
type Beside = (typeof besides)[number]

export const wholeParts = [...Object.keys(parts), 'communities'] as readonly Part[]
export const besides = ['edge betweenness', 'weighted betweenness', 'directed betweenness', 'a million swaps'] as const

/** One network as it is and as the works beside want it. */
export class BenchSubject {
  readonly #graph: Graph
  readonly #strong: Graph
  readonly #arcs: Graph

  constructor(graph: Graph) {
    this.#graph = graph
    this.#strong = withStrengths(graph)
    this.#arcs = asArcs(graph)
  }

  do(work: Work, workers: Workers): void {
    if (work === 'whole') {
      const analysis = new Analysis(subjectOf(this.#graph), workers)
      for (const id of Object.values(parts)) measureOf(id).compute(analysis)
      communitiesOf(this.#graph)
    } else if (work === 'communities') communitiesOf(this.#graph)
    else if (work === 'a million swaps') swap(this.#graph)
    else if (work === 'edge betweenness') measure('edgeBetweenness.raw', this.#graph, workers)
    else if (work === 'weighted betweenness') measure('betweenness.weighted.raw', this.#strong, workers)
    else if (work === 'directed betweenness') measure('betweenness.raw', this.#arcs, workers)
    else measure(parts[work], this.#graph, workers)
  }
}

function measure(id: string, graph: Graph, workers: Workers): void {
  measureOf(id).compute(new Analysis(subjectOf(graph), workers))
}

function measureOf(id: string) {
  const found = measures.find((candidate) => candidate.id === id)
  if (!found) throw new RangeError(`no measure ${id}`)
  return found
}

/** One run of two rounds, as igraph's. */
function communitiesOf(graph: Graph) {
  return leiden(graph, randomStream('bench'), { rounds: 2 })
}

/** Proposals of Null A, accepted or not, the making of its bitset included. */
function swap(graph: Graph) {
  new Rewiring(graph, { unasked: null, mixing: null }, 'bench').advance(1_000_000)
}

function subjectOf(graph: Graph): Subject {
  return { graph, partition: null, external: null, modes: null, silent: null, seed: 'bench', exact: true }
}
