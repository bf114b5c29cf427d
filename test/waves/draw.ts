import { readFileSync } from 'node:fs'
import { graphOf } from '../../server/network/graph.ts'
import { type BareWave, groundOfNetworks } from '../../server/waves/bare-ground.ts'
import { pairOf, type WavePair } from '../../server/waves/ground.ts'
import { arcs, nodesOf, ties } from '../analysis/drawing.ts'

/** A wave drawn as text: `a>b` is what a says of b; `a-b` is a tie of which nobody knows who told. A lone name is an isolate. */
export function drawnWave(drawing: string, says: Partial<BareWave> & { readonly silent?: string } = {}): BareWave {
  const { silent, ...rest } = says
  const actors = [...nodesOf(drawing).keys()]
  return {
    wave: 'w',
    actors,
    graph: drawing.includes('-') ? ties(drawing) : arcs(drawing),
    answered: silent === undefined ? null : actors.map((name) => !silent.split(' ').includes(name)),
    ...rest,
  }
}

export function drawnPair(before: BareWave, after: BareWave): WavePair {
  return pairOf(groundOfNetworks([before, after]), 0, 1)
}

/** A graph of the oracle files as a wave in which everyone answered, but those named. */
export function oracleWave(
  id: string,
  { leave = [], silent = [] }: { readonly leave?: readonly string[]; readonly silent?: readonly string[] } = {},
): BareWave {
  const { graph } = json(id) as { graph: OracleGraph }
  const actors = graph.nodes.map(({ id: name }) => name).filter((name) => !leave.includes(name))
  const numbers = new Map(actors.map((name, number) => [name, number]))
  const edges = graph.edges.filter(([from, to]) => numbers.has(from) && numbers.has(to) && !silent.includes(from))
  return {
    wave: id,
    actors,
    answered: actors.map((name) => !silent.includes(name)),
    graph: graphOf({
      directed: graph.directed,
      nodeCount: actors.length,
      sources: edges.map(([from]) => numbers.get(from) ?? -1),
      targets: edges.map(([, to]) => numbers.get(to) ?? -1),
    }),
  }
}

interface OracleGraph {
  readonly directed: boolean
  readonly nodes: readonly { readonly id: string }[]
  readonly edges: readonly (readonly [string, string, number])[]
}

export function json(id: string): unknown {
  return JSON.parse(readFileSync(new URL(`../oracles/${id}.json`, import.meta.url), 'utf8'))
}
