import type { Territory } from '../../domain/territory.ts'
import {
  type Drawing,
  type EdgeFact,
  escapedXml,
  factsOf,
  type Mark,
  type NodeFact,
  type TypedTitle,
  titleKey,
  titlesOf,
} from './facts.ts'
import { putNode, saidOfEdge, saidOfNode } from './graphml.ts'
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
      if (of('value') !== '') fact.values.set(known?.title ?? of('for'), typedValue(of('value'), known?.type ?? ''))
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
  if (noun !== undefined) draft.isOurs()
  if (!ends) putNode(draft, id, noun, values)
  else if (noun === 'participation') draft.tie(...ends, values, 'participation')
  else {
    draft.tie(...ends, [['directed', directed !== false] as const, ...values])
    if (directed === null) draft.tie(ends[1], ends[0], [['directed', true] as const, ...values])
  }
}

/**
 * Actors, spaces, ties and participations as GEXF 1.3, with all their fields and attributes but texts that are empty, and where they are drawn,
 * how large and in which colour. It has no place for waves, rosters, words, settings, notes and seminars.
 */
export function territoryToGexf(territory: Territory, drawing: Drawing | null = null): string {
  const { nodes, edges } = factsOf(territory)
  const [nodeFacts, edgeFacts] = [nodes.map(saidOfNode), edges.map(saidOfEdge)]
  const [nodeTitles, edgeTitles] = [titlesOf(nodeFacts), titlesOf(edgeFacts)]
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    ' <meta><creator>Maillage</creator></meta>',
    ' <graph defaultedgetype="undirected">',
    ...attributesOf('node', nodeTitles),
    ...attributesOf('edge', edgeTitles),
    '  <nodes>',
    ...nodeFacts.map((node) => nodeOf(node, nodeTitles, drawing)),
    '  </nodes>',
    '  <edges>',
    ...edgeFacts.map((edge, index) => edgeOf(edge, index, edgeTitles)),
    '  </edges>',
    ' </graph>',
    '</gexf>',
    '',
  ].join('\n')
}

function attributesOf(kind: 'node' | 'edge', titles: ReadonlyMap<string, TypedTitle>): string[] {
  const written = [...titles.values()]
    .filter(({ title }) => !isOwn(title))
    .map(({ title, type, index }) => {
      return `   <attribute id="${index}" title="${escapedXml(title)}" type="${type === 'number' ? 'double' : type}"/>`
    })
  return [`  <attributes class="${kind}">`, ...written, '  </attributes>']
}

/** What GEXF has attributes of its own for. */
function isOwn(title: string): boolean {
  return title === 'label' || title === 'weight'
}

function nodeOf(
  { key, id, noun, name, values }: NodeFact,
  titles: ReadonlyMap<string, TypedTitle>,
  drawing: Drawing | null,
): string {
  const mark = (noun === 'actor' ? drawing?.actors : drawing?.spaces)?.get(id)
  const said = valuesSaid(values, titles)
  return `   <node id="${escapedXml(key)}" label="${escapedXml(name)}">${said}${mark ? drawn(mark) : ''}</node>`
}

function edgeOf(
  { from, to, directed, strength, values }: EdgeFact,
  index: number,
  titles: ReadonlyMap<string, TypedTitle>,
): string {
  const weight = strength === null ? '' : ` weight="${strength}"`
  const ends = `source="${escapedXml(from.key)}" target="${escapedXml(to.key)}" type="${directed ? 'directed' : 'undirected'}"`
  return `   <edge id="${index}" ${ends}${weight}>${valuesSaid(values, titles)}</edge>`
}

function valuesSaid(values: NodeFact['values'], titles: ReadonlyMap<string, TypedTitle>): string {
  const said = values
    .filter(([title]) => !isOwn(title))
    .map(([title, value]) => {
      return `<attvalue for="${titles.get(titleKey(title, value))?.index}" value="${escapedXml(String(value))}"/>`
    })
  return `<attvalues>${said.join('')}</attvalues>`
}

function drawn({ x, y, size, color }: Mark): string {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(color?.slice(at, at + 2) ?? '', 16))
  return [
    `<viz:position x="${x}" y="${y}" z="0"/>`,
    size === undefined ? '' : `<viz:size value="${size}"/>`,
    color === undefined ? '' : `<viz:color r="${red}" g="${green}" b="${blue}"/>`,
  ].join('')
}
