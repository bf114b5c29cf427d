import { NetworkDraft, type Value } from './network.ts'
import { Unreadable } from './unreadable.ts'

/**
 * Networks in JSON, told by their shape: blueprints of Kumu, graphs of graphology and workspaces of Gephi Lite, exports of Graph Commons, nodes with
 * links or edges (d3, NetworkX), elements of Cytoscape. Null: none of these.
 */
export function networkOfJson(content: unknown): NetworkDraft | null {
  const root = recordOf(content)
  if (!root) return null
  if (root.get('type') === 'gephi-lite') return gephiLite(root)
  if (listOf(root.get('elements')) && root.has('connections')) return kumu(root)
  const graph = recordOf(root.get('graph'))
  if (graph && listOf(graph.get('nodes')) && !root.has('nodes')) return graphCommons(graph)
  const elements = recordOf(root.get('elements'))
  if (elements && listOf(elements.get('nodes'))) return cytoscape(elements)
  const [nodes, edges] = [listOf(root.get('nodes')), listOf(root.get('edges')) ?? listOf(root.get('links'))]
  if (!nodes || !edges) return null
  if (nodes.length === 0 || recordOf(nodes[0])?.has('key')) return graphology(root)
  if (
    nodes.some((node) => recordOf(node)?.has('name') && recordOf(node)?.has('type')) &&
    edges.some((edge) => recordOf(edge)?.has('from'))
  ) {
    return graphCommons(root)
  }
  return nodeLink(root, nodes, edges)
}

type JsonRecord = ReadonlyMap<string, unknown>

/** `graphology`: serialization of a graph (https://graphology.github.io/serialization). */
function graphology(root: JsonRecord): NetworkDraft {
  const draft = new NetworkDraft({ typed: true })
  const isDirected = recordOf(root.get('options'))?.get('type') !== 'undirected'
  putAll(draft, root, ({ key, attributes }) => draft.node(key, drawn(draft, attributes)), isDirected)
  return draft
}

/** A workspace of Gephi Lite: its data stand beside its graph, by key. */
function gephiLite(root: JsonRecord): NetworkDraft {
  const draft = new NetworkDraft({ typed: true })
  const dataset = recordOf(root.get('graphDataset')) ?? new Map()
  const graph = recordOf(dataset.get('fullGraph'))
  if (!graph) throw malformed('gephi-lite')
  const [nodeData, edgeData] = ['nodeData', 'edgeData'].map(
    (key) => recordOf(dataset.get(key)) ?? new Map<string, unknown>(),
  )
  const layout = recordOf(dataset.get('layout'))
  if (layout) draft.unplaced('positions', layout.size)
  const isDirected = recordOf(graph.get('options'))?.get('type') !== 'undirected'
  const withData = (key: string, attributes: JsonRecord, data: JsonRecord | undefined) =>
    new Map([...(recordOf(data?.get(key)) ?? []), ...attributes])
  putAll(
    draft,
    graph,
    ({ key, attributes }) => draft.node(key, drawn(draft, withData(key, attributes, nodeData))),
    isDirected,
    (key, attributes) => withData(key, attributes, edgeData),
  )
  return draft
}

function putAll(
  draft: NetworkDraft,
  graph: JsonRecord,
  putNode: (node: { key: string; attributes: JsonRecord }) => void,
  isDirected: boolean,
  dataOf: (key: string, attributes: JsonRecord) => JsonRecord = (_, attributes) => attributes,
): void {
  for (const entry of listOf(graph.get('nodes')) ?? []) {
    const node = recordOf(entry)
    const key = textOf(node?.get('key'))
    if (node && key !== null) putNode({ key, attributes: recordOf(node.get('attributes')) ?? new Map() })
  }
  for (const entry of listOf(graph.get('edges')) ?? []) {
    const edge = recordOf(entry)
    const [source, target] = [textOf(edge?.get('source')), textOf(edge?.get('target'))]
    if (!edge || source === null || target === null) {
      draft.unplaced('hyperedges')
      continue
    }
    const key = textOf(edge.get('key'))
    if (key !== null) draft.unplaced('tie_ids')
    const attributes = dataOf(key ?? '', recordOf(edge.get('attributes')) ?? new Map())
    const directed = typeof edge.get('undirected') === 'boolean' ? !edge.get('undirected') : isDirected
    draft.tie(source, target, [['directed', directed], ...valuesOf(draft, attributes)])
  }
  if ((recordOf(graph.get('attributes'))?.size ?? 0) > 0) draft.unplaced('network_data')
}

/** What graphology’s programs draw with is no fact: `x`, `y`, `size`, `color`. */
function drawn(draft: NetworkDraft, attributes: JsonRecord): [string, Value][] {
  const kept = new Map(attributes)
  if (typeof kept.get('x') === 'number' && typeof kept.get('y') === 'number') {
    for (const key of ['x', 'y', 'z', 'fixed']) kept.delete(key)
    draft.unplaced('positions')
    // Alone they may mean something else.
    const looks = ['size', 'color'].filter((key) => kept.delete(key))
    if (looks.length > 0) draft.unplaced('looks')
  }
  return withName(valuesOf(draft, kept))
}

/** Kumu: https://docs.kumu.io/guides/import/blueprints. */
function kumu(root: JsonRecord): NetworkDraft {
  const draft = new NetworkDraft({ typed: false })
  const nested = (entry: unknown) => {
    const item = recordOf(entry) ?? new Map<string, unknown>()
    return new Map(
      [...item, ...(recordOf(item.get('attributes')) ?? [])].filter(([key]) => key !== 'attributes' && key !== '_id'),
    )
  }
  const ids = new Map<string, string>()
  for (const entry of listOf(root.get('elements')) ?? []) {
    const element = nested(entry)
    const own = textOf(recordOf(entry)?.get('_id')) ?? textOf(element.get('id'))
    const label = textOf(element.get('label'))
    const id = own ?? label
    if (id === null) continue
    if (label !== null) ids.set(label, id)
    ids.set(id, id)
    element.delete('id')
    draft.node(id, withName(valuesOf(draft, element)))
  }
  for (const entry of listOf(root.get('connections')) ?? []) {
    const connection = nested(entry)
    const [from, to] = [textOf(connection.get('from')), textOf(connection.get('to'))]
    if (from === null || to === null) {
      draft.unplaced('hyperedges')
      continue
    }
    const direction = connection.get('direction')
    for (const key of ['from', 'to', 'direction', 'id'])
      if (connection.delete(key) && key === 'id') draft.unplaced('tie_ids')
    const values = valuesOf(draft, connection)
    const ends = [ids.get(from) ?? from, ids.get(to) ?? to] as const
    draft.tie(...ends, [['directed', direction === 'directed' || direction === 'mutual'], ...values])
    if (direction === 'mutual') draft.tie(ends[1], ends[0], [['directed', true], ...values])
  }
  for (const key of ['maps', 'perspectives', 'loops', 'views'])
    draft.unplaced('structures', listOf(root.get(key))?.length ?? 0)
  return draft
}

/** Graph Commons: nodes and edges with properties, whose types are named or numbered. */
function graphCommons(graph: JsonRecord): NetworkDraft {
  const draft = new NetworkDraft({ typed: true })
  const titles = (key: string) =>
    new Map(
      (listOf(graph.get(key)) ?? []).flatMap((entry): [string, string][] => {
        const type = recordOf(entry)
        const [id, name] = [textOf(type?.get('id')), textOf(type?.get('name'))]
        return id === null || name === null ? [] : [[id, name]]
      }),
    )
  const [nodeTypes, edgeTypes] = [titles('nodeTypes'), titles('edgeTypes')]
  const flat = (item: JsonRecord, dropped: readonly string[]) =>
    new Map([...item, ...(recordOf(item.get('properties')) ?? [])].filter(([key]) => !dropped.includes(key)))
  for (const entry of listOf(graph.get('nodes')) ?? []) {
    const node = recordOf(entry)
    const id = textOf(node?.get('id'))
    if (!node || id === null) continue
    const values = new Map(valuesOf(draft, flat(node, ['id', 'type_id', 'properties', 'x', 'y'])))
    if (node.has('x')) draft.unplaced('positions')
    const type = textOf(node.get('type')) ?? nodeTypes.get(textOf(node.get('type_id')) ?? '')
    if (type) values.set('type', type)
    draft.node(id, values)
  }
  for (const entry of listOf(graph.get('edges')) ?? []) {
    const edge = recordOf(entry)
    const [from, to] = [textOf(edge?.get('from')), textOf(edge?.get('to'))]
    if (!edge || from === null || to === null) {
      draft.unplaced('hyperedges')
      continue
    }
    if (edge.has('id')) draft.unplaced('tie_ids')
    const dropped = ['id', 'from', 'to', 'type_id', 'name', 'directed', 'properties', 'user_id']
    const kind = textOf(edge.get('name')) ?? edgeTypes.get(textOf(edge.get('type_id')) ?? '')
    const directed = edge.get('directed')
    draft.tie(from, to, [
      ['directed', directed === undefined ? true : directed === true || directed === 1],
      ...(kind ? [['kind', kind] as const] : []),
      ...valuesOf(draft, flat(edge, dropped)),
    ])
  }
  return draft
}

function cytoscape(elements: JsonRecord): NetworkDraft {
  const draft = new NetworkDraft({ typed: true })
  for (const entry of listOf(elements.get('nodes')) ?? []) {
    const node = recordOf(entry)
    const data = new Map(recordOf(node?.get('data')) ?? [])
    const id = textOf(data.get('id'))
    if (id === null) continue
    data.delete('id')
    if (node?.has('position')) draft.unplaced('positions')
    draft.node(id, withName(valuesOf(draft, data)))
  }
  for (const entry of listOf(elements.get('edges')) ?? []) {
    putEdge(draft, new Map(recordOf(recordOf(entry)?.get('data')) ?? []), true)
  }
  return draft
}

function nodeLink(root: JsonRecord, nodes: readonly unknown[], edges: readonly unknown[]): NetworkDraft {
  const draft = new NetworkDraft({ typed: true })
  const ids: string[] = []
  for (const [index, entry] of nodes.entries()) {
    const node = new Map(recordOf(entry) ?? [])
    const id = textOf(node.get('id')) ?? textOf(node.get('name')) ?? String(index)
    node.delete('id')
    ids.push(id)
    draft.node(id, withName(valuesOf(draft, node)))
  }
  for (const entry of edges) {
    const edge = new Map(recordOf(entry) ?? [])
    // Links of old d3 point at places in the list.
    for (const end of ['source', 'target']) {
      const place = edge.get(end)
      if (typeof place === 'number' && !draft.has(String(place))) edge.set(end, ids[place] ?? place)
      const node = recordOf(place)
      if (node) edge.set(end, node.get('id'))
    }
    putEdge(draft, edge, root.get('directed') !== false)
  }
  return draft
}

function putEdge(draft: NetworkDraft, edge: Map<string, unknown>, isDirected: boolean): void {
  const [from, to] = [textOf(edge.get('source') ?? edge.get('from')), textOf(edge.get('target') ?? edge.get('to'))]
  if (from === null || to === null) {
    draft.unplaced('hyperedges')
    return
  }
  if (edge.delete('id')) draft.unplaced('tie_ids')
  const own = edge.get('directed')
  for (const key of ['source', 'target', 'from', 'to', 'directed']) edge.delete(key)
  draft.tie(from, to, [['directed', typeof own === 'boolean' ? own : isDirected], ...valuesOf(draft, edge)])
}

/** What of a record is a value, or a list of them. */
function valuesOf(draft: NetworkDraft, record: JsonRecord): [string, Value][] {
  return [...record].flatMap(([key, value]): [string, Value][] => {
    if (value === null || value === undefined || value === '') return []
    if (typeof value === 'string' || typeof value === 'boolean') return [[key, value]]
    if (typeof value === 'number') return Number.isFinite(value) ? [[key, value]] : []
    const items = listOf(value)?.map(textOf)
    if (items && !items.includes(null)) return items.length === 0 ? [] : [[key, items.join('; ')]]
    draft.unplaced('structures')
    return []
  })
}

function withName(values: [string, Value][]): [string, Value][] {
  if (values.some(([key]) => key === 'name')) return values
  const label = values.find(([key]) => /^label$/i.test(key))
  return label ? values.map((entry) => (entry === label ? ['name', String(label[1])] : entry)) : values
}

/** A Map: keys come from a file. */
function recordOf(value: unknown): Map<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? new Map(Object.entries(value)) : null
}

function listOf(value: unknown): readonly unknown[] | null {
  return Array.isArray(value) ? value : null
}

function textOf(value: unknown): string | null {
  return typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : null
}

function malformed(format: 'gephi-lite'): Unreadable {
  return new Unreadable({ code: 'malformed_file', expected: { format } })
}
