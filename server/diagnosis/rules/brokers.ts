import { betweenness, planBetweenness } from '../../analysis/betweenness.ts'
import { cutsOf } from '../../analysis/cuts.ts'
import { type DistanceSums, distancesTo } from '../../analysis/distances.ts'
import { removalEffects } from '../../analysis/removal.ts'
import type { Graph } from '../../network/graph.ts'
import type { Case } from '../case.ts'
import { type Finding, findingOf, measured } from '../finding.ts'
import { piecesWithout } from '../pieces.ts'
import type { Thresholds } from '../thresholds.ts'

/** What the others lose when one actor leaves. */
interface Broker {
  readonly node: number
  /** Share of their mutual accessibility: 0..1. */
  readonly loss: number
  /** Share of all pairs of others that come apart: 0..1. */
  readonly pairsCut: number
  /** Those no longer joined to the largest piece, in node order. */
  readonly cutOff: readonly number[]
}

/** On whom the territory depends: one reading of the network for I7. */
export class Brokerage {
  readonly #subject: Case
  readonly #graph: Graph
  readonly #distances: DistanceSums
  readonly #articulations: Int32Array
  readonly #known = new Map<number, Broker>()

  constructor(subject: Case) {
    this.#subject = subject
    this.#graph = subject.all.graph
    this.#distances = distancesTo(this.#graph.out, this.#graph.out)
    this.#articulations = cutsOf(this.#graph).articulationPoints
  }

  /** I7: without this actor the others lose much, or many pairs come apart. A risk of the territory, not a fault of the actor. */
  criticalFindings(thresholds: Thresholds): Finding[] {
    const brokers = this.#candidates().map((node) => this.#brokerAt(node))
    brokers.sort((a, b) => b.loss - a.loss || a.node - b.node)
    const top = Math.max(1, Math.ceil(thresholds['broker.topShare'] * this.#graph.nodeCount))
    const critical = brokers.filter((broker, rank) => isCritical(broker, rank < top, thresholds))
    return critical.map(({ node, loss, pairsCut, cutOff }) =>
      findingOf('I7', 'actor', this.#name(node), 'signal', {
        dims: [measured('loss', loss), measured('pairs_cut', pairsCut), measured('cut_off', cutOff.length)],
        members: cutOff.map((other) => this.#name(other)),
      }),
    )
  }

  /** Whether an actor would be critical whatever its rank, which is what survives a change of data. */
  isCritical(name: string, thresholds: Thresholds): boolean {
    const node = this.#subject.actors.indexOf(name)
    return node >= 0 && isCritical(this.#brokerAt(node), true, thresholds)
  }

  /** Everyone up to 300 actors; above, those who cut off at least one in a hundred, and the twenty most between. */
  #candidates(): number[] {
    const n = this.#graph.nodeCount
    if (n <= mostRemoved) return [...Array(n).keys()]
    const cutting = [...this.#articulations].filter((node) => {
      return (
        piecesWithout(this.#graph, node)
          .slice(1)
          .reduce((sum, piece) => sum + piece.length, 0) >=
        n / 100
      )
    })
    const { nodes } = betweenness(planBetweenness(this.#graph), false)
    const between = [...nodes.keys()].sort((a, b) => nodes[b]! - nodes[a]! || a - b).slice(0, mostBetween)
    return [...new Set([...cutting, ...between])].sort((a, b) => a - b)
  }

  #brokerAt(node: number): Broker {
    const known = this.#known.get(node)
    if (known) return known
    const n = this.#graph.nodeCount
    const effects = removalEffects(this.#graph, this.#distances, [node], () => true)
    const loss = effects.lossForOthers[node]!
    const others = ((n - 1) * (n - 2)) / 2
    const broker: Broker = {
      node,
      loss: Number.isNaN(loss) ? 0 : loss,
      pairsCut: others > 0 ? effects.pairsDisconnected[node]! / others : 0,
      cutOff: piecesWithout(this.#graph, node)
        .slice(1)
        .flatMap((piece) => [...piece])
        .sort((a, b) => a - b),
    }
    this.#known.set(node, broker)
    return broker
  }

  #name(node: number): string {
    return this.#subject.actors[node]!
  }
}

const mostRemoved = 300
const mostBetween = 20

function isCritical({ loss, pairsCut }: Broker, isTop: boolean, thresholds: Thresholds): boolean {
  return (isTop && loss >= thresholds['broker.leastLoss']) || pairsCut >= thresholds['broker.pairsCut']
}
