import { betweenness, planBetweenness } from '../../analysis/betweenness.ts'
import { componentSizes, connectedComponents } from '../../analysis/components.ts'
import { cutsOf } from '../../analysis/cuts.ts'
import { brokerDependence } from '../../analysis/dependence.ts'
import { type DistanceSums, distancesTo } from '../../analysis/distances.ts'
import { removalEffects } from '../../analysis/removal.ts'
import type { Graph } from '../../network/graph.ts'
import type { Case } from '../case.ts'
import { type Finding, findingOf, measured } from '../finding.ts'
import { piecesWithout } from '../pieces.ts'
import type { DataQuality } from '../response.ts'
import type { Thresholds } from '../thresholds.ts'
import { chanceMissed, insideNodes } from './isolation.ts'

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

/** Who depends on whom, and on whom the territory does: one reading of the network for I4 and I7. */
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

  /**
   * I4: an actor inside that reaches the others through one actor almost alone, or that lies beyond one in a small piece. Those who
   * did not answer may have ties that nobody told of.
   */
  dependenceFindings(quality: DataQuality, thresholds: Thresholds): Finding[] {
    const missed = chanceMissed(quality, thresholds)
    const seen = (node: number) =>
      !this.#subject.silent[node] || (missed !== null && missed < thresholds['isolated.mostMissed'])
    return this.#dependents(thresholds).map(({ node, on, share }) => {
      const { loss, cutOff } = this.#brokerAt(on)
      const dims = [measured('cut_off', cutOff.length), measured('loss', loss)]
      return findingOf('I4', 'actor', this.#name(node), seen(node) ? 'signal' : 'insufficient', {
        reason: seen(node) ? null : 'not_observed',
        dims: Number.isNaN(share) ? dims : [measured('dependence', share), ...dims],
        partner: this.#name(on),
        members: cutOff.map((other) => this.#name(other)),
      })
    })
  }

  /** Whom I4 is about, answers or not, without what it would cost to lose their brokers, which takes as many searches. */
  dependents(thresholds: Thresholds): Set<string> {
    return new Set(this.#dependents(thresholds).map(({ node }) => this.#name(node)))
  }

  #dependents(thresholds: Thresholds): { node: number; on: number; share: number }[] {
    const { share, broker } = brokerDependence(this.#graph)
    const reached = componentSizes(connectedComponents(this.#graph.out))
    const beyond = this.#brokersBefore(thresholds)
    return insideNodes(this.#subject).flatMap((node) => {
      const depends =
        share[node]! >= thresholds['dependence.share'] && reached[node]! - 1 >= thresholds['dependence.leastReached']
      const on = beyond.get(node) ?? (depends ? broker[node]! : -1)
      return on < 0 ? [] : [{ node, on, share: share[node]! }]
    })
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

  /**
   * For each node beyond an articulation point in a piece small enough, that point; the one that cuts off the
   * largest piece when there are several, so that a chain is blamed on where it begins.
   */
  #brokersBefore(thresholds: Thresholds): Map<number, number> {
    const most = thresholds['dependence.mostShare'] * this.#graph.nodeCount
    const before = new Map<number, { broker: number; size: number }>()
    for (const broker of this.#articulations) {
      for (const piece of piecesWithout(this.#graph, broker).slice(1)) {
        if (piece.length > most) continue
        for (const node of piece) {
          if ((before.get(node)?.size ?? 0) < piece.length) before.set(node, { broker, size: piece.length })
        }
      }
    }
    return new Map([...before].map(([node, { broker }]) => [node, broker]))
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
