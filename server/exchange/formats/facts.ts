import type { Nouns, Territory } from '../../domain/territory.ts'
import { writeAttributeHeader, writeList } from '../cells.ts'
import { columnsOf, fieldOfHeader } from '../columns.ts'
import type { Value } from './network.ts'

/** How actors and spaces are drawn, by id. */
export interface Drawing {
  readonly actors: ReadonlyMap<string, Mark>
  readonly spaces: ReadonlyMap<string, Mark>
}

export interface Mark {
  readonly x: number
  readonly y: number
  readonly size?: number
  /** `#rrggbb` */
  readonly color?: string
}

/** An actor or a space as a node of a network. */
export interface NodeFact {
  /** Among all nodes: that of an actor is its own. */
  readonly key: string
  readonly noun: 'actor' | 'space'
  readonly id: string
  readonly name: string
  readonly values: readonly (readonly [title: string, value: Value])[]
}

/** A tie or a participation as an edge between nodes. */
export interface EdgeFact {
  readonly noun: 'tie' | 'participation'
  readonly from: NodeFact
  readonly to: NodeFact
  readonly directed: boolean
  readonly strength: number | null
  readonly wave: string
  /** The kind of the tie, the role of the participation. */
  readonly kind: string
  readonly values: readonly (readonly [title: string, value: Value])[]
}

/** What a network of another tool can hold of a territory: actors, spaces, ties and participations, in the order of their keys. */
export function factsOf(territory: Territory): {
  readonly nodes: readonly NodeFact[]
  readonly edges: readonly EdgeFact[]
} {
  const actors = sorted(territory.actors).map((actor): NodeFact => {
    return {
      key: actor.id,
      noun: 'actor',
      id: actor.id,
      name: actor.name,
      values: valuesOf('actor', actor, ['id', 'name']),
    }
  })
  const nodes = new Map(actors.map((node) => [node.key, node]))
  const spaces = new Map<string, NodeFact>()
  for (const space of sorted(territory.spaces)) {
    let key = `space:${space.id}`
    while (nodes.has(key)) key = `space:${key}`
    const node: NodeFact = {
      key,
      noun: 'space',
      id: space.id,
      name: space.name,
      values: valuesOf('space', space, ['id', 'name']),
    }
    nodes.set(key, node)
    spaces.set(space.id, node)
  }
  const ties = sorted(territory.ties).flatMap((tie): EdgeFact[] => {
    const [from, to] = [nodes.get(tie.from), nodes.get(tie.to)]
    if (!from || !to) return []
    const { directed, wave, kind, strength = null } = tie
    const values = valuesOf('tie', tie, ['from', 'to', 'directed', 'strength'])
    return [{ noun: 'tie', from, to, directed, strength, wave, kind, values }]
  })
  const participations = sorted(territory.participations).flatMap((taken): EdgeFact[] => {
    const [from, to] = [nodes.get(taken.actor), spaces.get(taken.space)]
    if (!from || !to) return []
    const values = valuesOf('participation', taken, ['actor', 'space'])
    return [
      { noun: 'participation', from, to, directed: false, strength: null, wave: taken.wave, kind: taken.role, values },
    ]
  })
  return { nodes: [...nodes.values()], edges: [...ties, ...participations] }
}

function sorted<T>(facts: ReadonlyMap<string, T>): T[] {
  return [...facts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, fact]) => fact)
}

/** Fields under their own names, lists as their items parted by semicolons, then attributes. */
function valuesOf<N extends 'actor' | 'space' | 'tie' | 'participation'>(
  noun: N,
  fact: Nouns[N],
  without: readonly string[],
): [string, Value][] {
  const own = new Map<string, unknown>(Object.entries(fact))
  const fields = columnsOf(noun).flatMap(([field]): [string, Value][] => {
    const value = own.get(field)
    if (value === undefined || value === null || without.includes(field)) return []
    return [[field, Array.isArray(value) ? writeList(value) : (value as Value)]]
  })
  const isField = (header: string) => fieldOfHeader(noun, header) !== null
  const attributes = Object.entries((fact.attributes ?? {}) as Record<string, Value>).sort(([a], [b]) =>
    a < b ? -1 : 1,
  )
  return [
    ...fields,
    ...attributes.map(([name, value]): [string, Value] => [writeAttributeHeader(name, isField), value]),
  ]
}

/** Titles of values with their types: a title whose values are of several types stands once for each. */
export function titlesOf(facts: readonly { readonly values: EdgeFact['values'] }[]): Map<string, TypedTitle> {
  const titles = new Map<string, TypedTitle>()
  for (const { values } of facts) {
    for (const [title, value] of values) {
      const type = typeof value as TypedTitle['type']
      const key = titleKey(title, value)
      if (!titles.has(key)) titles.set(key, { title, type, index: titles.size })
    }
  }
  return titles
}

export interface TypedTitle {
  readonly title: string
  readonly type: 'string' | 'number' | 'boolean'
  readonly index: number
}

export function titleKey(title: string, value: Value): string {
  return `${typeof value} ${title}`
}

/** A text within XML: line ends and tabs of attributes are spelled, or a reader takes them for spaces. */
export function escapedXml(text: string): string {
  return text.replace(/[&<>"\t\r\n]/g, (character) => `&#${character.charCodeAt(0)};`)
}
