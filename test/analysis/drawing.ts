import type { Subject } from '../../server/analysis/measure.ts'
import { type Graph, graphOf } from '../../server/network/graph.ts'

/** A small graph drawn by its ties: `ties('a-b b-c')`, `arcs('a>b b>c')`, `ties('a-b:3')` with a strength. A lone name is an isolate; nodes are numbered by first appearance. */
export function ties(drawing: string): Graph {
  return drawn(drawing, '-')
}

export function arcs(drawing: string): Graph {
  return drawn(drawing, '>')
}

/** Node numbers of the names in a drawing. */
export function nodesOf(drawing: string): ReadonlyMap<string, number> {
  const nodes = new Map<string, number>()
  for (const name of drawing.split(/\s+/).flatMap((tie) => tie.replace(/:.*/, '').split(/[->]/))) {
    if (name && !nodes.has(name)) nodes.set(name, nodes.size)
  }
  return nodes
}

/** A graph alone, without groups, outside or modes. */
export function subjectOf(graph: Graph): Subject {
  return { graph, partition: null, external: null, modes: null, silent: null, seed: 'test' }
}

function drawn(drawing: string, mark: '-' | '>'): Graph {
  const nodes = nodesOf(drawing)
  const lines = drawing.split(/\s+/).filter((line) => line.includes(mark))
  const ends = lines.map((line) => line.replace(/:.*/, '').split(mark))
  const weights = lines.filter((line) => line.includes(':')).map((line) => Number(line.split(':')[1]))
  return graphOf({
    directed: mark === '>',
    nodeCount: nodes.size,
    sources: ends.map(([from = '']) => nodes.get(from) ?? -1),
    targets: ends.map(([, to = '']) => nodes.get(to) ?? -1),
    weights: weights.length > 0 ? weights : null,
  })
}
