import type { Territory } from '../../domain/territory.ts'
import { type EdgeFact, escapedXml, factsOf, type NodeFact, type TypedTitle, titleKey, titlesOf } from './facts.ts'
import { NetworkDraft, typedValue, type Value } from './network.ts'
import { type Element, readXml } from './xml.ts'

/**
 * GraphML (U. Brandes et al. 2002, GraphML progress report), as igraph, NetworkX, Gephi, yEd and Maillage write it. A node or a tie that says in
 * its `noun` that it is a space or a participation is one.
 */
export function readGraphml(bytes: Uint8Array): NetworkDraft {
  const draft = new NetworkDraft({ typed: true })
  const keys = new Map<string, Key>()
  let directed = false
  let graphs = 0
  let fact: Fact | null = null
  let key: Key | null = null
  let text = ''
  let inLabel = false

  const open = ({ name, attributes }: Element) => {
    const of = (attribute: string) => attributes.get(attribute) ?? ''
    if (name === 'key') {
      const title = attributes.get('attr.name') ?? attributes.get('id') ?? ''
      keys.set(of('id'), {
        title,
        type: of('attr.type'),
        isLook: attributes.has('yfiles.type'),
        fallback: null,
        for: of('for'),
      })
      key = keys.get(of('id')) ?? null
    }
    if (name === 'graph') {
      if (++graphs > 1) draft.unplaced('nested')
      else directed = of('edgedefault') === 'directed'
    }
    if (name === 'node') fact = { id: of('id'), ends: null, directed, values: new Map() }
    if (name === 'edge') {
      if (attributes.has('id')) draft.unplaced('tie_ids')
      const own = attributes.get('directed')
      fact = {
        id: '',
        ends: [of('source'), of('target')],
        directed: own === undefined ? directed : own === 'true',
        values: new Map(),
      }
    }
    if (name === 'hyperedge') draft.unplaced('hyperedges')
    if (name === 'data')
      key = keys.get(of('key')) ?? { title: of('key'), type: '', isLook: false, fallback: null, for: '' }
    const isLabel = name === 'NodeLabel' || name === 'EdgeLabel'
    if (isLabel) inLabel = true
    if (name === 'Geometry') draft.unplaced('positions')
    if (name === 'Fill') draft.unplaced('looks')
    if (name === 'data' || name === 'default' || isLabel) text = ''
  }
  const close = (name: string) => {
    if (name === 'default' && key) key.fallback = typedValue(text, key.type)
    if (inLabel && (name === 'NodeLabel' || name === 'EdgeLabel')) {
      if (text.trim() !== '') fact?.values.set(name === 'NodeLabel' ? 'name' : 'label', text.trim())
      inLabel = false
    }
    if (name === 'data' && key && !key.isLook) {
      if (!fact) draft.unplaced('network_data')
      else if (text !== '') fact.values.set(key.title, typedValue(text, key.type))
    }
    if (name === 'data' || name === 'key') key = null
    if (name === 'node' || name === 'edge') {
      if (fact) put(draft, fact, keys)
      fact = null
    }
  }
  const add = (more: string) => {
    text += more
  }
  readXml(bytes, 'graphml', { open, close, text: add })
  return draft
}

interface Key {
  readonly title: string
  readonly type: string
  /** What a program draws with. */
  readonly isLook: boolean
  readonly for: string
  fallback: Value | null
}

interface Fact {
  readonly id: string
  readonly ends: readonly [string, string] | null
  readonly directed: boolean
  readonly values: Map<string, Value>
}

function put(draft: NetworkDraft, { id, ends, directed, values }: Fact, keys: ReadonlyMap<string, Key>): void {
  const kind = ends ? 'edge' : 'node'
  for (const { title, fallback, for: whose } of keys.values()) {
    if (fallback !== null && (whose === kind || whose === 'all') && !values.has(title)) values.set(title, fallback)
  }
  const noun = values.get('noun')
  values.delete('noun')
  if (noun !== undefined) draft.isOurs()
  if (!ends) putNode(draft, id, noun, namedValues(values))
  else if (noun === 'participation') draft.tie(...ends, values, 'participation')
  else draft.tie(...ends, [['directed', directed] as const, ...values])
}

/** A node that says its noun is one of ours, and may say its own id. */
export function putNode(draft: NetworkDraft, key: string, noun: Value | undefined, values: Map<string, Value>): void {
  if (noun === undefined) {
    draft.node(key, values)
    return
  }
  const id = values.get('id') ?? key
  values.delete('id')
  draft.node(key, values, noun === 'space' ? 'space' : 'actor', String(id))
}

/** Programs call the name of a node its label; who has both means the label. */
export function namedValues(values: ReadonlyMap<string, Value>): Map<string, Value> {
  const label = [...values.keys()].find((key) => /^label$/i.test(key))
  if (label === undefined || values.has('name')) return new Map(values)
  return new Map([...values].map(([key, value]) => (key === label ? ['name', String(value)] : [key, value])))
}

/**
 * Actors, spaces, ties and participations as GraphML, with all their fields and attributes but texts that are empty. It has no place for waves,
 * rosters, words, settings, notes and seminars.
 */
export function territoryToGraphml(territory: Territory): string {
  const { nodes, edges } = factsOf(territory)
  const [nodeFacts, edgeFacts] = [nodes.map(saidOfNode), edges.map(saidOfEdge)]
  const [nodeTitles, edgeTitles] = [titlesOf(nodeFacts), titlesOf(edgeFacts)]
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keysOf('node', nodeTitles),
    ...keysOf('edge', edgeTitles),
    ` <graph id="${escapedXml(territory.id)}" edgedefault="undirected">`,
    ...nodeFacts.map(({ key, values }) => `  <node id="${escapedXml(key)}">${dataOf('n', nodeTitles, values)}</node>`),
    ...edgeFacts.map(({ from, to, directed, values }) => {
      const ends = `source="${escapedXml(from.key)}" target="${escapedXml(to.key)}" directed="${directed}"`
      return `  <edge ${ends}>${dataOf('e', edgeTitles, values)}</edge>`
    }),
    ' </graph>',
    '</graphml>',
    '',
  ].join('\n')
}

/** What other tools look for goes first: a label, a weight. */
export function saidOfNode({ values, ...node }: NodeFact): NodeFact {
  const own = node.key === node.id ? [] : [['id', node.id] as const]
  return { ...node, values: [['label', node.name], ['noun', node.noun], ...own, ...values] }
}

export function saidOfEdge({ values, ...edge }: EdgeFact): EdgeFact {
  const weight = edge.strength === null ? [] : [['weight', edge.strength] as const]
  return { ...edge, values: [...weight, ['noun', edge.noun], ...values] }
}

function keysOf(kind: 'node' | 'edge', titles: ReadonlyMap<string, TypedTitle>): string[] {
  return [...titles.values()].map(({ title, type, index }) => {
    const named = `attr.name="${escapedXml(title)}" attr.type="${type === 'number' ? 'double' : type}"`
    return ` <key id="${kind.charAt(0)}${index}" for="${kind}" ${named}/>`
  })
}

function dataOf(prefix: 'n' | 'e', titles: ReadonlyMap<string, TypedTitle>, values: NodeFact['values']): string {
  return values
    .map(([title, value]) => {
      const index = titles.get(titleKey(title, value))?.index
      return `<data key="${prefix}${index}">${escapedXml(String(value))}</data>`
    })
    .join('')
}
