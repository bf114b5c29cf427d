import { measuresOf } from '../analysis/measures.ts'
import type { Change } from '../analysis/what-if.ts'
import { graphAfter } from '../analysis/what-if.ts'
import type { Perimeter } from '../domain/perimeter.ts'
import type { Graph } from '../network/graph.ts'
import { Problem } from '../problem.ts'
import type { Answer } from '../wire/answer.ts'
import type { MeasuresWire, NetworkChangeWire } from '../wire/measures.ts'
import { type Bytes, bytesOf, joined, jsonBytes } from './bytes.ts'
import { type AskedPerimeter, perimeterWithin } from './perimeter.ts'
import type { Snapshot } from './snapshot.ts'
import type { Grouping } from './subject.ts'
import { changed, type Measurable, measurableOf } from './subject.ts'

export interface AskedMeasures {
  readonly perimeter: AskedPerimeter
  readonly groups: Grouping
  readonly twoMode: boolean
  /** Ids of the catalogue; those of a cost: every one of it that applies. */
  readonly measures: readonly string[] | { readonly upTo: 'instant' | 'heavy' }
  /** Nothing is sampled or left out, whatever the size. */
  readonly exact: boolean
  /** Measured as the network would be after it. */
  readonly change?: NetworkChangeWire | undefined
}

/** A network ready to be measured, and what is to be measured on it. */
export interface MeasurableNetwork {
  readonly measurable: Measurable
  /** The measures asked for that apply, in the order of the catalogue. */
  readonly present: readonly string[]
  /** JSON of the answer, but for its figures. */
  readonly frame: Bytes
}

export function measurableNetwork(snapshot: Snapshot, asked: AskedMeasures): MeasurableNetwork {
  const { territory } = snapshot
  const perimeter = perimeterWithin(territory, asked.perimeter)
  const { subject: found, nodes } = asked.twoMode
    ? twoModeIn(snapshot, perimeter)
    : oneModeIn(snapshot, perimeter, asked.groups)
  const subject = asked.exact ? { ...found, exact: true } : found
  const { measures } = asked
  const present = measuresOf(subject).filter(({ id, cost }) =>
    'upTo' in measures ? cost === 'instant' || measures.upTo === 'heavy' : measures.includes(id),
  )
  const ids = present.map(({ id }) => id)
  const measurable = measurableOf(subject, nodes)
  const change = asked.change && numberedChange(asked.change, subject.graph, nodes, [territory.id, perimeter.wave])
  const after = change ? change.nodes : nodes
  const { sources, targets } = change ? graphAfter(subject.graph, change.change) : subject.graph
  const frame: Answer<Omit<MeasuresWire, 'measures'>> = {
    territory: territory.id,
    revision: territory.revision,
    perimeter,
    groups: asked.groups,
    nodes: after,
    edges: Array.from(sources, (u, e) => [after[u] ?? '', after[targets[e] ?? -1] ?? ''] as const),
    absent: 'upTo' in measures ? [] : measures.filter((id) => !ids.includes(id)),
  }
  return {
    measurable: change ? changed(measurable, change.change, after) : measurable,
    present: ids,
    frame: jsonBytes(frame),
  }
}

/** The whole answer. */
export function withMeasures(frame: Bytes, figures: ReadonlyMap<string, Bytes>): Bytes {
  const fields = [...figures].flatMap(([id, bytes], i) => [
    bytesOf(`${i === 0 ? '' : ','}${JSON.stringify(id)}:`),
    bytes,
  ])
  return joined(frame.subarray(0, -1), bytesOf(',"measures":{'), ...fields, bytesOf('}}'))
}

function oneModeIn(snapshot: Snapshot, perimeter: Perimeter, groups: Grouping) {
  return { subject: snapshot.subject(perimeter, groups), nodes: snapshot.network(perimeter).actors }
}

function twoModeIn(snapshot: Snapshot, perimeter: Perimeter) {
  const { actors, spaces } = snapshot.twoMode(perimeter)
  return { subject: snapshot.twoModeSubject(perimeter), nodes: [...actors, ...spaces] }
}

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
