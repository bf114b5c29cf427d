import { connectedComponents, sizesOf } from '../analysis/components.ts'
import { cutsOf } from '../analysis/cuts.ts'
import { DistanceMatrix } from '../analysis/distance-matrix.ts'
import { type Graph, graphOf } from '../network/graph.ts'

/** « Et si… »: what a rétroprospective supposes. Node numbers are those of the graph, and stay. */
export interface Scenario {
  readonly leaving: readonly number[]
  /** Ties that no longer carry anything. */
  readonly weakened: readonly (readonly [number, number])[]
  readonly added: readonly (readonly [number, number])[]
}

export interface ScenarioEffect {
  /** The supposed network, on the same nodes: those who leave have no tie. */
  readonly graph: Graph
  /** Mean of 1 / distance over the pairs of those who stay, today and then; null below two. */
  readonly efficiency: { readonly before: number | null; readonly after: number | null }
  /** Who stays, was in the largest piece of today and is not in the largest piece then; ascending. */
  readonly cutOff: readonly number[]
  /** Who stays and becomes an only passage, or one for more: with how many others would be cut off by leaving too, today and then; most first. */
  readonly indispensable: readonly { readonly node: number; readonly before: number; readonly after: number }[]
  /** Ties of two who stay that would have absorbed it, one after the other: each brings most actors back to the largest piece, then gains most efficiency. Empty when nobody is cut off. */
  readonly absorbing: readonly AbsorbingTie[]
  /** What is supposed and changes nothing: weakened ties that there are not, added ones that there are; those of who leaves set aside. */
  readonly idle: Pick<Scenario, 'weakened' | 'added'>
}

export interface AbsorbingTie {
  readonly between: readonly [number, number]
  /** Actors brought back to the largest piece. */
  readonly broughtBack: number
  readonly gain: number
}

const mostAbsorbing = 5

/**
 * What a network becomes. The added ties come after the leavings: one of somebody who leaves is as if it were not there, as is a weakened tie that does not exist
 * or an added one that does. Of two pieces as large, the largest is that of the lowest node.
 * Throws RangeError for a node out of range or a tie to oneself.
 */
export function effectOf(graph: Graph, scenario: Scenario): ScenarioEffect {
  for (const node of [...scenario.leaving, ...scenario.weakened.flat(), ...scenario.added.flat()]) {
    if (!(node >= 0 && node < graph.nodeCount)) throw new RangeError(`no node ${node} among ${graph.nodeCount}`)
  }
  const gone = new Set(scenario.leaving)
  const staying = Array.from({ length: graph.nodeCount }, (_, node) => node).filter((node) => !gone.has(node))
  const after = graphAfter(graph, scenario, gone)
  const then = largestPiece(after, staying)
  const today = largestPiece(graph, staying)
  const cutOff = staying.filter((node) => today.has(node) && !then.has(node))
  const before = cutCounts(graph)
  const now = cutCounts(after)
  const distances = new DistanceMatrix(after)
  return {
    graph: after,
    efficiency: {
      before: efficiencyAmong(new DistanceMatrix(graph), staying),
      after: efficiencyAmong(distances, staying),
    },
    cutOff,
    indispensable: staying
      .map((node) => ({ node, before: before[node]!, after: now[node]! }))
      .filter((counts) => counts.after > counts.before)
      .sort((a, b) => b.after - a.after || a.node - b.node),
    absorbing: absorbingTies(after, staying, cutOff),
    idle: idleIn(graph, scenario, gone),
  }
}

function idleIn(graph: Graph, { weakened, added }: Scenario, gone: ReadonlySet<number>): ScenarioEffect['idle'] {
  const key = keysIn(graph)
  const tied = new Set(Array.from(graph.sources, (u, e) => key(u, graph.targets[e]!)))
  const stay = ([u, v]: readonly [number, number]) => !gone.has(u) && !gone.has(v)
  return {
    weakened: weakened.filter(([u, v]) => stay([u, v]) && !tied.has(key(u, v))),
    added: added.filter(([u, v]) => stay([u, v]) && tied.has(key(u, v))),
  }
}

function keysIn({ nodeCount }: Graph): (u: number, v: number) => number {
  return (u, v) => Math.min(u, v) * nodeCount + Math.max(u, v)
}

function graphAfter(graph: Graph, { weakened, added }: Scenario, gone: ReadonlySet<number>): Graph {
  const key = keysIn(graph)
  const weak = new Set(weakened.map(([u, v]) => key(u, v)))
  const ties = new Map<number, readonly [number, number]>()
  graph.sources.forEach((u, e) => {
    const v = graph.targets[e]!
    if (!gone.has(u) && !gone.has(v) && !weak.has(key(u, v))) ties.set(key(u, v), [u, v])
  })
  for (const [u, v] of added) {
    if (!gone.has(u) && !gone.has(v) && !ties.has(key(u, v))) ties.set(key(u, v), [u, v])
  }
  const ends = [...ties.values()]
  return graphOf({
    directed: false,
    nodeCount: graph.nodeCount,
    sources: ends.map(([u]) => u),
    targets: ends.map(([, v]) => v),
  })
}

/** Nodes of the piece that holds most of those who stay. */
function largestPiece(graph: Graph, staying: readonly number[]): ReadonlySet<number> {
  const { label } = connectedComponents(graph.out)
  const counts = new Map<number, number>()
  for (const node of staying) counts.set(label[node]!, (counts.get(label[node]!) ?? 0) + 1)
  let best = -1
  for (const [piece, count] of counts) if (count > (counts.get(best) ?? 0)) best = piece
  return new Set(staying.filter((node) => label[node] === best))
}

/** For each node, how many of its piece would be cut off from the largest part left if it went. */
function cutCounts(graph: Graph): Int32Array {
  const counts = new Int32Array(graph.nodeCount)
  const { sources, targets } = graph
  for (const node of cutsOf(graph).articulationPoints) {
    const kept = [...sources.keys()].filter((e) => sources[e] !== node && targets[e] !== node)
    const without = connectedComponents(
      graphOf({
        directed: false,
        nodeCount: graph.nodeCount,
        sources: kept.map((e) => sources[e]!),
        targets: kept.map((e) => targets[e]!),
      }).out,
    )
    const sizes = sizesOf(without)
    const { offsets, neighbors } = graph.out
    const pieces = new Set([...neighbors.subarray(offsets[node], offsets[node + 1])].map((v) => without.label[v]!))
    const around = [...pieces].map((piece) => sizes[piece]!)
    counts[node] = around.reduce((sum, size) => sum + size, 0) - Math.max(...around)
  }
  return counts
}

function absorbingTies(after: Graph, staying: readonly number[], cutOff: readonly number[]): AbsorbingTie[] {
  const ties: AbsorbingTie[] = []
  let graph = after
  let lost = cutOff
  while (lost.length > 0 && ties.length < mostAbsorbing) {
    const best = mostAbsorbingTie(graph, largestPiece(graph, staying), lost)
    if (!best) break
    ties.push(best)
    graph = graphOf({
      directed: false,
      nodeCount: graph.nodeCount,
      sources: [...graph.sources, best.between[0]],
      targets: [...graph.targets, best.between[1]],
    })
    const main = largestPiece(graph, staying)
    lost = lost.filter((node) => !main.has(node))
  }
  return ties
}

function mostAbsorbingTie(graph: Graph, main: ReadonlySet<number>, lost: readonly number[]): AbsorbingTie | null {
  const { label } = connectedComponents(graph.out)
  const distances = new DistanceMatrix(graph)
  let best: AbsorbingTie | null = null
  for (const u of lost) {
    const broughtBack = lost.filter((node) => label[node] === label[u]).length
    if (best && broughtBack < best.broughtBack) continue
    for (const v of main) {
      const gain = distances.gainOf(u, v)
      const isBetter = !best || broughtBack > best.broughtBack || gain > best.gain + 1e-12
      if (isBetter) best = { between: u < v ? [u, v] : [v, u], broughtBack, gain }
    }
  }
  return best
}

function efficiencyAmong(distances: DistanceMatrix, nodes: readonly number[]): number | null {
  if (nodes.length < 2) return null
  let sum = 0
  nodes.forEach((u, i) => {
    for (const v of nodes.slice(i + 1)) sum += 1 / distances.between(u, v)
  })
  return (2 * sum) / (nodes.length * (nodes.length - 1))
}
