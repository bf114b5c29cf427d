import { partitionOf } from '../../server/analysis/partition.ts'
import { type Graph, graphOf } from '../../server/network/graph.ts'
import oracle from '../oracles/territory_demo.json' with { type: 'json' }

/** A made-up territory of two waves with reference p-values by another program, B = 20,000. */
const { nodes } = oracle.graph
export const demo = {
  ids: nodes.map(({ id }) => id),
  spheres: partitionOf(nodes.map(({ sphere }) => sphere)),
  outside: nodes.map(({ territory }) => territory === 'out'),
  wave1: graphOfTies(oracle.graph.wave1),
  wave2: graphOfTies(oracle.graph.wave2),
  club: nodesWhere(({ planted }) => planted === 'locked_club'),
  reference: oracle.reference,
} as const

export function nodesWhere(holds: (node: { id: string; sphere: string; planted?: string }) => boolean): Int32Array {
  return Int32Array.from(nodes.flatMap((node, index) => (holds(node) ? [index] : [])))
}

/** The tolerance the file asks for: of two samples of draws, four standard errors and one draw. */
export function expectedWithin(p: number, draws: number): number {
  return 4 * Math.sqrt(p * (1 - p) * (1 / draws + 1 / oracle.generated.B)) + 1 / draws
}

function graphOfTies(ties: readonly (readonly (string | number)[])[]): Graph {
  const indexOf = new Map(nodes.map(({ id }, index) => [id, index]))
  const end = (name: string | number | undefined) => indexOf.get(String(name)) ?? -1
  return graphOf({
    directed: false,
    nodeCount: nodes.length,
    sources: ties.map(([from]) => end(from)),
    targets: ties.map(([, to]) => end(to)),
  })
}
