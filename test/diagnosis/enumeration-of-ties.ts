import { dependences } from '../../server/diagnosis/dependence.ts'
import { defaultThresholds } from '../../server/diagnosis/thresholds.ts'
import { graphOf } from '../../server/network/graph.ts'

/** A dyad and the chance that it is tied: 1 where somebody told of it. */
export type Dyad = readonly [u: number, v: number, chance: number]

/** By node: the chances to have no tie, a single one, and to depend on one other, by trying every network. */
export function absencesIn(n: number, dyads: readonly Dyad[]) {
  const told = dyads.filter(([, , chance]) => chance === 1)
  const open = dyads.filter(([, , chance]) => chance < 1)
  const chances = { isolated: zeros(n), single: zeros(n), dependent: zeros(n) }
  for (let set = 0; set < 2 ** open.length; set++) {
    const isTied = (i: number) => Math.floor(set / 2 ** i) % 2 === 1
    const ties = [...told, ...open.filter((_, i) => isTied(i))]
    const chance = open.reduce((product, [, , q], i) => product * (isTied(i) ? q : 1 - q), 1)
    const graph = graphOf({
      directed: false,
      nodeCount: n,
      sources: ties.map(([u]) => u),
      targets: ties.map(([, v]) => v),
    })
    const { on } = dependences(graph, defaultThresholds)
    for (let node = 0; node < n; node++) {
      const degree = (graph.out.offsets[node + 1] ?? 0) - (graph.out.offsets[node] ?? 0)
      const add = (to: number[], holds: boolean) => {
        if (holds) to[node] = (to[node] ?? 0) + chance
      }
      add(chances.isolated, degree === 0)
      add(chances.single, degree === 1)
      add(chances.dependent, (on[node] ?? -1) >= 0)
    }
  }
  return chances
}

function zeros(n: number): number[] {
  return new Array<number>(n).fill(0)
}
