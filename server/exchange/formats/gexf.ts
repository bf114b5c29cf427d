import { NetworkDraft, typedValue, type Value } from './network.ts'
import { type Element, readXml } from './xml.ts'

/**
 * GEXF 1.1 to 1.3 (https://gexf.net), as Gephi, Gephi Lite, NetworkX and Maillage write it. Positions, colours and sizes are those of a drawing
 * and no facts; of values that change with time the last stands.
 */
export function readGexf(bytes: Uint8Array): NetworkDraft {
  const draft = new NetworkDraft({ typed: true })
  const attributes = new Map<string, Attribute>()
  let attributesFor = ''
  let attribute: Attribute | null = null
  let directed = false
  /** Nodes may stand within nodes. */
  const facts: Fact[] = []
  let text = ''

  const open = ({ name, attributes: own }: Element) => {
    const of = (key: string) => own.get(key) ?? ''
    const fact = facts.at(-1)
    text = ''
    if (name === 'graph') directed = of('defaultedgetype') === 'directed'
    if (name === 'attributes') attributesFor = of('class')
    if (name === 'attribute') {
      attribute = { title: of('title') || of('id'), type: of('type'), fallback: null, for: attributesFor }
      attributes.set(`${attributesFor} ${of('id')}`, attribute)
    }
    if (name === 'node' || name === 'edge') {
      if (name === 'node' && fact) draft.unplaced('nested')
      facts.push(factOf(name, own, directed, draft))
      if (['start', 'end', 'timestamp', 'startopen', 'endopen'].some((key) => own.has(key))) draft.unplaced('periods')
    }
    if (name === 'spell') draft.unplaced('periods')
    if (name === 'position') draft.unplaced('positions')
    if (['color', 'size', 'shape', 'thickness'].includes(name)) draft.unplaced('looks')
    if (name === 'attvalue' && fact) {
      const known = attributes.get(`${fact.ends ? 'edge' : 'node'} ${own.get('for') ?? of('id')}`)
      if (own.has('start') || own.has('end') || own.has('timestamp')) draft.unplaced('periods')
      fact.values.set(known?.title ?? of('for'), typedValue(of('value'), known?.type ?? ''))
    }
  }
  const close = (name: string) => {
    if (name === 'default' && attribute) attribute.fallback = typedValue(text, attribute.type)
    if (name === 'attribute') attribute = null
    if (name !== 'node' && name !== 'edge') return
    const fact = facts.pop()
    if (fact) put(draft, fact, attributes)
  }
  const add = (more: string) => {
    text += more
  }
  readXml(bytes, 'gexf', { open, close, text: add })
  return draft
}

interface Attribute {
  readonly title: string
  readonly type: string
  readonly for: string
  fallback: Value | null
}

interface Fact {
  readonly id: string
  readonly ends: readonly [string, string] | null
  /** Null: both ways, each by itself. */
  readonly directed: boolean | null
  readonly values: Map<string, Value>
}

function factOf(name: 'node' | 'edge', own: ReadonlyMap<string, string>, directed: boolean, draft: NetworkDraft): Fact {
  const of = (key: string) => own.get(key) ?? ''
  const values = new Map<string, Value>()
  if (name === 'node') {
    if (own.has('label')) values.set('name', of('label'))
    return { id: of('id'), ends: null, directed: null, values }
  }
  if (own.has('id')) draft.unplaced('tie_ids')
  const type = own.get('type')
  if (own.has('weight')) values.set('weight', typedValue(of('weight'), 'double'))
  if (own.has('kind')) values.set('kind', of('kind'))
  if (of('label') !== '') values.set('label', of('label'))
  const ends = [of('source'), of('target')] as const
  return {
    id: '',
    ends,
    directed: type === undefined ? directed : type === 'mutual' ? null : type === 'directed',
    values,
  }
}

function put(
  draft: NetworkDraft,
  { id, ends, directed, values }: Fact,
  attributes: ReadonlyMap<string, Attribute>,
): void {
  const kind = ends ? 'edge' : 'node'
  for (const { title, fallback, for: whose } of attributes.values()) {
    if (fallback !== null && whose === kind && !values.has(title)) values.set(title, fallback)
  }
  const noun = values.get('noun')
  values.delete('noun')
  if (noun !== undefined) draft.keepIds()
  if (!ends) draft.node(id, values, noun === 'space' ? 'space' : 'actor')
  else if (noun === 'participation') draft.tie(...ends, values, 'participation')
  else {
    draft.tie(...ends, [['directed', directed !== false] as const, ...values])
    if (directed === null) draft.tie(ends[1], ends[0], [['directed', true] as const, ...values])
  }
}
