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
  if (noun !== undefined) draft.keepIds()
  if (!ends) draft.node(id, namedValues(values), noun === 'space' ? 'space' : 'actor')
  else if (noun === 'participation') draft.tie(...ends, values, 'participation')
  else draft.tie(...ends, [['directed', directed] as const, ...values])
}

/** Programs call the name of a node its label; who has both means the label. */
export function namedValues(values: ReadonlyMap<string, Value>): Map<string, Value> {
  const label = [...values.keys()].find((key) => /^label$/i.test(key))
  if (label === undefined || values.has('name')) return new Map(values)
  return new Map([...values].map(([key, value]) => (key === label ? ['name', String(value)] : [key, value])))
}
