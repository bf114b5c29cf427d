import { namedValues } from './graphml.ts'
import { NetworkDraft, type Value } from './network.ts'
import { Unreadable } from './unreadable.ts'

/** GML (M. Himsolt 1997, GML: A portable graph file format), as Gephi, igraph, NetworkX, Cytoscape and yEd write it. */
export function readGml(text: string): NetworkDraft {
  const draft = new NetworkDraft({ typed: true })
  let directed = false
  const open: Block[] = [{ key: '', values: new Map() }]
  for (const entry of entriesOf(text)) {
    const block = open.at(-1) as Block
    if (entry.kind === 'open') {
      if (open.length > 50) throw malformed(entry.row)
      open.push({ key: entry.key, values: new Map() })
    } else if (entry.kind === 'value') {
      if (block.key === 'graph' && entry.key === 'directed') directed = entry.value === 1
      block.values.set(entry.key, entry.value)
    } else {
      const closed = open.pop() as Block
      if (open.length === 0) throw malformed(entry.row)
      if (closed.key === 'node') putNode(draft, closed)
      else if (closed.key === 'edge') putEdge(draft, closed, () => directed)
      else if (closed.key === 'graphics') draft.unplaced('looks')
      else if (closed.key !== 'graph' && open.length > 2) draft.unplaced('structures')
    }
  }
  if (open.length > 1) throw malformed(null)
  return draft
}

interface Block {
  readonly key: string
  readonly values: Map<string, Value>
}

function putNode(draft: NetworkDraft, { values }: Block): void {
  const id = values.get('id')
  values.delete('id')
  if (id !== undefined) draft.node(String(id), namedValues(values))
}

function putEdge(draft: NetworkDraft, { values }: Block, directed: () => boolean): void {
  const [source, target] = [values.get('source'), values.get('target')]
  if (source === undefined || target === undefined) {
    draft.unplaced('hyperedges')
    return
  }
  for (const key of ['source', 'target']) values.delete(key)
  if (values.delete('id')) draft.unplaced('tie_ids')
  const own = values.get('directed')
  values.delete('directed')
  draft.tie(String(source), String(target), [
    ['directed', own === undefined ? directed() : own === 1] as const,
    ...values,
  ])
}

type Entry =
  | { readonly kind: 'open'; readonly key: string; readonly row: number }
  | { readonly kind: 'value'; readonly key: string; readonly value: Value; readonly row: number }
  | { readonly kind: 'close'; readonly row: number }

const token =
  /\s*(?:#[^\n]*(?:\n|$)\s*)*(?:([A-Za-z_][\w.]*)|(\[)|(\])|"([^"]*)"|([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(\S))/y

function* entriesOf(text: string): Generator<Entry> {
  let key: string | null = null
  let [row, counted] = [1, 0]
  token.lastIndex = 0
  for (let found = token.exec(text); found; found = token.exec(text)) {
    while (counted < token.lastIndex) if (text.charCodeAt(counted++) === 10) row++
    const [, word, opening, closing, quoted, number] = found
    if (key === null) {
      if (word !== undefined) key = word
      else if (closing !== undefined) yield { kind: 'close', row }
      else throw malformed(row)
    } else {
      if (opening !== undefined) yield { kind: 'open', key: key.toLowerCase(), row }
      else if (quoted !== undefined) yield { kind: 'value', key, value: unescaped(quoted), row }
      else if (number !== undefined) yield { kind: 'value', key, value: Number(number), row }
      else throw malformed(row)
      key = null
    }
    if (token.lastIndex >= text.length) return
  }
}

/** GML is ASCII: other characters are written as in HTML. */
function unescaped(text: string): string {
  const named = new Map([
    ['amp', '&'],
    ['lt', '<'],
    ['gt', '>'],
    ['quot', '"'],
    ['apos', "'"],
  ])
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,4}));/gi, (all, decimal, hex, name) => {
    if (name !== undefined) return named.get(name) ?? all
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : all
  })
}

function malformed(row: number | null): Unreadable {
  return new Unreadable({ row, code: 'malformed_file', expected: { format: 'gml' } })
}
