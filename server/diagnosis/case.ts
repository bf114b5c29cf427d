import type { Partition } from '../analysis/measure.ts'
import type { Basis } from '../domain/vocabulary.ts'
import type { Graph } from '../network/graph.ts'
import type { Places } from './places.ts'

/** All that a diagnosis looks at: one wave, numbered. Node numbers index `actors`; plain data, so that it travels to worker threads. */
export interface Case {
  /** Ids or names, in code-point order. */
  readonly actors: readonly string[]
  readonly wave: string
  /** `documents`: nobody was asked, so nothing that was not seen is known to be absent. */
  readonly basis: Basis
  /** Words for what a tie of `declared` is: the kinds that count. */
  readonly relation: readonly string[]
  /** Undirected: what the actors say of each other. The only network that null models may rewire: those who share a space are all tied, which no draw would be. */
  readonly declared: Tied
  /** Whether the data say which end told of a tie; otherwise nothing tells how many ties an end forgets. */
  readonly namesReporters: boolean
  /** `declared` and shared spaces: who is tied at all. The same object where there are no spaces. */
  readonly all: Tied
  /** Ends, 2i and 2i + 1, of the ties of `all` that shared spaces make, declared or not. */
  readonly shared: Int32Array
  /** 1 for nodes that did not answer. */
  readonly silent: Uint8Array
  /** 1 for nodes that were asked, whether they answered or not: what response rates are out of. */
  readonly asked: Uint8Array
  /** 1 for nodes outside the territory. */
  readonly outside: Uint8Array
  /** Null B keeps the ties between them; I5 compares them. */
  readonly spheres: Partition
  readonly communes: Partition
  /** Null D and the labels of spheres keep them; null: not recorded. */
  readonly places: Places | null
  /** What kind of partner an actor outside is; names are all there could be. */
  readonly outsideKinds: Partition
  /** Index of the scope, local 0 to foreign 4; null where nobody says. */
  readonly levels: Int8Array | null
  readonly groups: readonly Group[]
  readonly previous: Previous | null
  readonly programme: Programme | null
}

/** A network with what stands behind each of its ties. */
export interface Tied {
  /** Undirected, unweighted. */
  readonly graph: Graph
  /** Who vouches for each tie, see `vouching`. */
  readonly vouched: Uint8Array
  /** Bits of the families each tie is of, see `familyBit`. */
  readonly families: Uint8Array
  /** Largest strength declared; NaN: unknown. */
  readonly strength: Float64Array
  /** 1 for ties of a vertical kind: funding or governance. */
  readonly vertical: Uint8Array
  /** Chance that a living tie is silent since its last contact, the largest of its declarations: exp(−age / pace declared), 2^(−age / half-life) of its kind where none is; NaN: no date. */
  readonly silence: Float64Array
  /** What is left of each tie since it was last used, 2^(−age / half-life) of its freshest declaration; NaN: no date. */
  readonly vitality: Float64Array
  /** Date of the last contact; null: unknown. */
  readonly lastContact: readonly (string | null)[]
}

/** Bits of `vouched`: the first end of the edge says so, the second one does, or it is known whoever answers. */
export const vouching = { source: 1, target: 2, elsewhere: 4 } as const

export const groupKinds = ['sphere', 'commune', 'space', 'declared', 'column'] as const
export type GroupKind = (typeof groupKinds)[number]

/** A group that somebody declared. Detected communities are none: the same ties would make them and test them. */
export interface Group {
  readonly id: string
  readonly kind: GroupKind
  /** Nodes in ascending order. */
  readonly members: Int32Array
}

export interface Previous {
  readonly case: Case
  /** The same actor in the earlier case, by node; -1 for one that was not there. */
  readonly nodeOf: Int32Array
}

/** The spaces of kind project of a wave, and who takes part. */
export interface Programme {
  readonly projects: readonly Project[]
  /** The same without what the source itself holds uncertain: rows of participations, actors or spaces. */
  readonly certain: readonly Project[]
  /** How many participations that leaves out. */
  readonly doubtful: number
  /** Actors inside that go by a name of their own and are certain, with their type. */
  readonly named: ReadonlyMap<string, string>
  /** Whether an actor lies outside the territory. */
  readonly outside: ReadonlySet<string>
  /** Sphere of each actor named. */
  readonly sphereOf: ReadonlyMap<string, string>
  readonly typeOf: ReadonlyMap<string, string>
  /** Every sphere there could be. */
  readonly spheres: readonly string[]
  /** For each actor named, the spaces of any kind it takes part in. */
  readonly spacesOf: ReadonlyMap<string, ReadonlySet<string>>
  /** Whether every participant is known: a document names pilots, and working groups seldom. */
  readonly complete: boolean
}

export interface Project {
  readonly id: string
  readonly pilots: readonly string[]
  /** Pilots included; each once. */
  readonly participants: readonly string[]
  /** Participants of the spaces the project belongs to, and their hosts: they are in the programme, if not in the project. */
  readonly around: readonly string[]
  /** Whether a pilot, and whether any participant, could not be read in the source: the absence of one proves nothing. */
  readonly unreadPilot: boolean
  readonly unreadRole: boolean
}

/** The wave alone: what looks neither back nor at projects need not carry them to another thread. */
export function presentOf(subject: Case): Case {
  return { ...subject, previous: null, programme: null }
}

/** Nodes that share a bit were never asked about each other: both silent (1), or both outside (2). */
export function unaskedBits({ silent, outside }: Pick<Case, 'silent' | 'outside'>): Uint8Array {
  return silent.map((flag, node) => flag | (outside[node] ? 2 : 0))
}

/** Dyads that somebody was asked about and could tell of. */
export function observedDyads({ silent, outside }: Pick<Case, 'silent' | 'outside'>): number {
  const both = silent.map((flag, node) => (flag && outside[node] ? 1 : 0))
  return pairsOf(silent.length) - pairsOf(countOf(silent)) - pairsOf(countOf(outside)) + pairsOf(countOf(both))
}

export function countOf(flags: Uint8Array): number {
  let count = 0
  for (const flag of flags) if (flag) count++
  return count
}

function pairsOf(n: number): number {
  return (n * (n - 1)) / 2
}
