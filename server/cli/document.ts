import type { Subject } from '../analysis/measure.ts'
import { measures as catalogue, measuresOf } from '../analysis/measures.ts'
import { type Bytes, jsonIn } from '../answer/bytes.ts'
import type { Measured } from '../answer/values.ts'
import { Problem } from '../problem.ts'

/** What `maillage measure` writes for each network, on one line. */
export interface MeasureDocument {
  /** In an order of their own: that of rows in a file changes nothing. */
  readonly nodes: readonly string[]
  /** In the order of nodes. */
  readonly edges: readonly (readonly [string, string])[]
  readonly measures: Readonly<Record<string, Measured>>
  /** What was read and is not in the network. */
  readonly dropped: { readonly loops: number; readonly repeats: number }
}

/** Ids of the measures of a comma-separated list that apply to a network; all that apply when there is no list. Refuses `unknown_measure`. */
export function measuresAsked(list: string | undefined, subject: Subject): readonly string[] {
  const applying = measuresOf(subject).map(({ id }) => id)
  if (list === undefined) return applying
  const ids = list.split(',').map((id) => id.trim())
  const unknown = ids.filter((id) => !catalogue.some((measure) => measure.id === id))
  if (unknown.length > 0) throw new Problem('unknown_measure', { measures: unknown })
  return applying.filter((id) => ids.includes(id))
}

export function documentOf(
  nodes: readonly string[],
  subject: Subject,
  results: ReadonlyMap<string, Bytes>,
  dropped: MeasureDocument['dropped'],
): MeasureDocument {
  return {
    nodes,
    edges: Array.from(subject.graph.sources, (u, e) => [nodes[u] ?? '', nodes[subject.graph.targets[e] ?? -1] ?? '']),
    measures: Object.fromEntries([...results].map(([id, bytes]) => [id, jsonIn(bytes) as Measured])),
    dropped,
  }
}
