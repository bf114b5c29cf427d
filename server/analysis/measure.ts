import { type Graph, inSafeUnits, summedSupport, undirectedSupport } from '../network/graph.ts'

/** What measures are computed on: integers only; names stay with the caller. */
export interface Subject {
  readonly graph: Graph
  /** Groups of the nodes (spheres…); null: measures that need groups do not apply. */
  readonly partition: Partition | null
  /** 1 for actors outside the territory; null when nobody says. */
  readonly external: Uint8Array | null
  /** First mode 0, second mode 1, for two-mode networks; null otherwise. */
  readonly modes: Uint8Array | null
  /** 1 for actors that were asked and did not answer: dyads between two of them were not observed. Null: everything was. */
  readonly silent: Uint8Array | null
  /** Seed of every random stream, see random.ts. */
  readonly seed: string
  /** true: nothing is sampled or left out for its cost, whatever the size. */
  readonly exact?: boolean
}

export interface Partition {
  /** In code-point order. */
  readonly names: readonly string[]
  /** Index into names; -1 for a node of no known group. */
  readonly groupOf: Int32Array
}

/**
 * A computed measure. In Float64Array NaN means undefined (null outside); elsewhere null does. Never 0 for undefined.
 * Node arrays follow node numbers, edge arrays edge numbers, group records the names of the partition.
 */
export type Result = Scoped & { readonly caveat?: Caveat }

type Scoped =
  | {
      readonly scope: 'node'
      /** null: undefined as a whole, such as the eigenvector of two tied components. */
      readonly values: Float64Array | Readonly<Record<string, Float64Array>> | null
      /** When only some nodes have a value (one mode of two), values follow this list. */
      readonly nodes?: Int32Array
    }
  | { readonly scope: 'edge'; readonly values: Float64Array }
  | { readonly scope: 'graph'; readonly values: GraphValue | Readonly<Record<string, GraphValue>> }
  | { readonly scope: 'group'; readonly values: Readonly<Record<string, number | null>> }
  | { readonly scope: 'byDegree'; readonly values: Readonly<Record<string, number | null>> }
  | { readonly scope: 'nodeset'; readonly values: Int32Array }
  /** By level when sets are nested: "1" components, "2" bicomponents… */
  | {
      readonly scope: 'nodesets'
      readonly values: readonly Int32Array[] | Readonly<Record<string, readonly Int32Array[]>>
    }
  /** Pairs of nodes, each perhaps with a number. */
  | { readonly scope: 'edgeset'; readonly values: readonly EdgeValue[] }
  /** One number per pair of an edge set, whose order outside depends on the names. */
  | { readonly scope: 'edgearray'; readonly pairs: readonly EdgeValue[]; readonly values: Float64Array }

/** What a result says when it is not the whole, exact answer. */
export type Caveat =
  /** Estimated from some sources; standardError is per value. */
  | { readonly kind: 'sampled'; readonly sources: number; readonly of: number; readonly standardError: Float64Array }
  /** Computed where it is worth its cost, undefined (NaN) elsewhere. */
  | { readonly kind: 'partial'; readonly nodes: number; readonly of: number }
  /** The best found in so many runs, which no run proves to be the best there is; the values the runs reached lie between the two ends. */
  | { readonly kind: 'heuristic'; readonly runs: number; readonly between: readonly [number, number] }

/** Int32Array holds node numbers (names outside); labels and counts are plain arrays. */
export type GraphValue =
  | number
  | null
  | boolean
  | string
  | readonly (number | null)[]
  | readonly (readonly number[])[]
  | readonly string[]
  | Int32Array
  | readonly Int32Array[]

export type EdgeValue = readonly [u: number, v: number] | readonly [u: number, v: number, value: number]

/** One entry of the catalogue: what a person needs to know before trusting the figure, and how to get it. */
export interface Measure {
  /** Stable, dotted: `burt.constraint.weighted`. */
  readonly id: string
  readonly family: Family
  readonly scope: Result['scope']
  /** Which networks it is defined on. Asked of others, it is simply not there. */
  readonly needs: Needs
  /** Values it can take, in the notation of measures.md: `0..1`, `0..n-1`, `-1..1`. */
  readonly range: string
  /** Direction, weights, isolates, disconnected networks: one sentence. */
  readonly convention: string
  readonly source: string
  /** In n nodes and m edges: `n m`, `m^1.5`. */
  readonly complexity: string
  /** instant: with every network; paths: shortest paths; heavy: on demand. */
  readonly cost: 'instant' | 'paths' | 'heavy'
  /** Above this many nodes the measure is not computed and says so. */
  readonly mostNodes?: number
  readonly compute: (analysis: Analysis) => Result
}

export const families = [
  'degree',
  'paths',
  'spectral',
  'cohesion',
  'removal',
  'closure',
  'holes',
  'groups',
  'communities',
  'network',
  'twoMode',
] as const
export type Family = (typeof families)[number]

export interface Needs {
  /** true: directed only; false: undirected only; absent: both. */
  readonly directed?: boolean
  readonly weights?: true
  readonly partition?: true
  readonly external?: true
  /** true: two-mode only; also: both. Absent: one-mode only. */
  readonly twoMode?: true | 'also'
}

/**
 * Work that is planned once, done in chunks on whatever thread, and put together in their order. How many chunks there
 * are does not depend on the machine, so one worker or four give the same bits. Plans and chunks are plain data.
 */
export interface Chunks<P, C> {
  /** Its name among chunkedWork. */
  readonly name: string
  readonly count: (plan: P) => number
  readonly chunk: (plan: P, index: number) => C
}

/** Those who do the chunks of a plan, and give them in order. */
export type Workers = <P, C>(work: Chunks<P, C>, plan: P) => readonly C[]

/** One chunk after the other, on the thread that asks. */
export const alone: Workers = (work, plan) =>
  Array.from({ length: work.count(plan) }, (_, index) => work.chunk(plan, index))

/** Shorter ways to the same results as some passes, for who knows more than the subject. */
export type Shortcuts = ReadonlyMap<unknown, (analysis: Analysis) => unknown>

/** A subject with the passes its measures share: each is computed once, when first asked. */
export class Analysis {
  readonly subject: Subject
  /** That of the subject, its strengths in units of `unit` (see inSafeUnits): 1 unless they are out of all proportion. */
  readonly graph: Graph
  readonly unit: number
  readonly workers: Workers
  readonly #shortcuts: Shortcuts
  readonly #passes = new Map<unknown, unknown>()

  constructor(subject: Subject, workers: Workers = alone, shortcuts: Shortcuts = new Map()) {
    this.subject = subject
    const { graph, unit } = inSafeUnits(subject.graph)
    this.graph = graph
    this.unit = unit
    this.workers = workers
    this.#shortcuts = shortcuts
  }

  /** U of the conventions: i~j when an arc goes either way, with the larger strength. */
  get support(): Graph {
    return this.once(support)
  }

  /** U with z_ij = w_ij + w_ji, as Burt's measures weigh ties; the strengths themselves on an undirected graph. */
  get summedSupport(): Graph {
    return this.once(summed)
  }

  /** The result of `pass` on this analysis, remembered by the function itself. */
  once<T>(pass: (analysis: Analysis) => T): T {
    if (!this.#passes.has(pass)) this.#passes.set(pass, (this.#shortcuts.get(pass) ?? pass)(this))
    return this.#passes.get(pass) as T
  }
}

const support = (analysis: Analysis): Graph => undirectedSupport(analysis.graph)
const summed = (analysis: Analysis): Graph => summedSupport(analysis.graph)

export function applies(measure: Measure, subject: Subject): boolean {
  const { needs } = measure
  if (needs.twoMode !== 'also' && (needs.twoMode ?? false) !== (subject.modes !== null)) return false
  if (needs.directed !== undefined && needs.directed !== subject.graph.directed) return false
  if (needs.weights && !subject.graph.weights) return false
  if (needs.partition && !subject.partition) return false
  if (needs.external && !subject.external) return false
  return subject.exact || measure.mostNodes === undefined || subject.graph.nodeCount <= measure.mostNodes
}
