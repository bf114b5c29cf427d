import type { Change } from '../analysis/what-if.ts'
import type { Graph } from '../network/graph.ts'
import { Problem } from '../problem.ts'
import type { NetworkChangeWire } from '../wire/measures.ts'

interface Numbered {
  readonly change: Change
  /** Ids by node number, after it. */
  readonly nodes: readonly string[]
}

/** A change by node numbers. Refuses `unknown_actor`, and as `invalid_request` what is there already or is not there. */
export function numberedChange(
  asked: NetworkChangeWire,
  graph: Graph,
  nodes: readonly string[],
  [territory, wave]: readonly [territory: string, wave: string],
): Numbered {
  const numbers = new Map(nodes.map((id, u) => [id, u]))
  const numberOf = (actor: string) => {
    const number = numbers.get(actor)
    if (number === undefined) throw new Problem('unknown_actor', { territory, wave, actor })
    return number
  }
  switch (asked.kind) {
    case 'add_tie':
    case 'remove_tie': {
      const between = [numberOf(asked.from), numberOf(asked.to)] as const
      const isThere = isTied(graph, ...between)
      if (isThere && asked.kind === 'add_tie') throw refused('to', 'tied already', 'an actor not tied to the other')
      if (!isThere && asked.kind === 'remove_tie') throw refused('to', 'not tied', 'an actor tied to the other')
      return { change: asked.kind === 'add_tie' ? { add: 'tie', between } : { remove: 'tie', between }, nodes }
    }
    case 'add_actor':
      if (numbers.has(asked.actor)) throw refused('actor', asked.actor, 'an id that no actor of the network has')
      return { change: { add: 'actor', tiedTo: asked.tiedTo.map(numberOf) }, nodes: [...nodes, asked.actor] }
    case 'remove_actor': {
      const actor = numberOf(asked.actor)
      return { change: { remove: 'actor', actor }, nodes: nodes.toSpliced(actor, 1) }
    }
  }
}

function isTied({ out }: Graph, u: number, v: number): boolean {
  return out.neighbors.subarray(out.offsets[u], out.offsets[u + 1]).includes(v)
}

function refused(field: string, got: string, expected: string): Problem {
  const message = `Invalid input: expected ${expected}, got ${got}`
  return new Problem('invalid_request', {
    faults: [{ place: `body.change.${field}`, code: 'custom', message }],
    total: 1,
  })
}
