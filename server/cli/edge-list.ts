import { CsvError, parse } from 'csv-parse/sync'
import { type Graph, graphOf } from '../network/graph.ts'
import type { TextFile } from './files.ts'
import { Refusal } from './refusal.ts'

export interface EdgeListOptions {
  readonly directed: boolean
  readonly twoMode: boolean
  /** Column of the strengths; undefined: `weight` when there is one. */
  readonly weight: string | undefined
}

/** A bare network: the nodes of the node list, then those that ties name first; ties in the order of the file. */
export interface BareNetwork {
  readonly ids: readonly string[]
  readonly graph: Graph
  /** 0 for the first mode, 1 for the second; null when there is one. */
  readonly modes: Uint8Array | null
  /** The row of each node in the node list; undefined for those it does not have. */
  readonly attributes: readonly (Row | undefined)[]
  /** Columns of the node list. */
  readonly columns: readonly string[]
  readonly dropped: { readonly loops: number; readonly repeats: number }
}

export interface Row {
  /** As a spreadsheet numbers it. */
  readonly row: number
  readonly cells: ReadonlyMap<string, string>
}

/**
 * Reads `source,target[,weight]`. A loop is dropped; a tie that comes again (either way round unless directed) stays
 * once, with the largest weight.
 */
export function readEdgeList(file: TextFile, nodeFile: TextFile | null, options: EdgeListOptions): BareNetwork {
  const table = readTable(file)
  const weightColumn = options.weight ?? (table.columns.includes('weight') ? 'weight' : null)
  for (const column of ['source', 'target', ...(weightColumn ? [weightColumn] : [])]) demandColumn(file, table, column)
  const nodeTable = nodeFile ? readTable(nodeFile) : { columns: [], rows: [] }
  const nodes = new Nodes(options.twoMode)
  if (nodeFile) {
    demandColumn(nodeFile, nodeTable, 'id')
    for (const row of nodeTable.rows) nodes.declare(nodeFile, row)
  }

  const sources: number[] = []
  const targets: number[] = []
  const weights: number[] = []
  const edgeOf = new Map<string, number>()
  let loops = 0
  let repeats = 0
  for (const row of table.rows) {
    const source = cellOf(file, row, 'source')
    const target = cellOf(file, row, 'target')
    const weight = weightColumn ? weightOf(file, row, weightColumn) : 1
    const [u, v] = nodes.tie(file, row, source, target)
    if (u === v) {
      loops++
      continue
    }
    const pair = options.directed || u < v ? `${u} ${v}` : `${v} ${u}`
    const known = edgeOf.get(pair)
    if (known === undefined) {
      edgeOf.set(pair, sources.length)
      sources.push(u)
      targets.push(v)
      weights.push(weight)
    } else {
      repeats++
      weights[known] = Math.max(weights[known] ?? 0, weight)
    }
  }
  return {
    ids: nodes.ids,
    graph: graphOf({
      directed: options.directed,
      nodeCount: nodes.ids.length,
      sources,
      targets,
      weights: weightColumn ? weights : null,
    }),
    modes: nodes.modes(nodeFile),
    attributes: nodes.ids.map((id) => nodes.rows.get(id)),
    columns: nodeTable.columns,
    dropped: { loops, repeats },
  }
}

/** The cells of a column of the node list, by node, undefined for a node that it does not have; `option` is who asks for it. Refuses `needs_option`, `missing_column`. */
export function nodeColumn(
  network: BareNetwork,
  nodeFile: TextFile | null,
  option: string,
  column: string,
): (string | undefined)[] {
  if (!nodeFile) throw new Refusal('needs_option', { option, needs: '--nodes' })
  demandColumn(nodeFile, network, column)
  return network.attributes.map((row) => row?.cells.get(column))
}

/** `COL=VALUE`: which nodes have that value in that column. Refuses `bad_value` and what nodeColumn refuses. */
export function outsideNodes(network: BareNetwork, nodeFile: TextFile | null, option: string): boolean[] {
  const at = option.indexOf('=')
  if (at < 1) throw new Refusal('bad_value', { option: '--outside', got: option, expected: 'COLUMN=VALUE' })
  const value = option.slice(at + 1)
  return nodeColumn(network, nodeFile, '--outside', option.slice(0, at)).map((cell) => cell === value)
}

function demandColumn({ name }: TextFile, table: { columns: readonly string[] }, column: string): void {
  if (!table.columns.includes(column)) {
    throw new Refusal('missing_column', { file: name, column, found: table.columns })
  }
}

interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
}

/** Comma, semicolon or tab, whichever the header is written with; empty lines do not count. */
function readTable({ name, text }: TextFile): Table {
  const header = /[^\r\n]*\S[^\r\n]*/.exec(text)?.[0] ?? ''
  const delimiter = [',', ';', '\t'].find((candidate) => header.includes(candidate)) ?? ','
  const lines: { row: number; cells: string[] }[] = []
  try {
    parse(text, {
      bom: true,
      delimiter,
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (cells: string[], { lines: row }) => {
        lines.push({ row, cells })
        return null
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new Refusal('malformed_csv', { file: name, row: Number(error.lines ?? 0), reason: error.code })
  }
  const [{ cells: columns } = { cells: [] }, ...rows] = lines
  return {
    columns,
    rows: rows.map(({ row, cells }) => ({
      row,
      cells: new Map(columns.map((column, i) => [column, cells[i] ?? ''] as const)),
    })),
  }
}

function cellOf({ name }: TextFile, { row, cells }: Row, column: string): string {
  const cell = cells.get(column) ?? ''
  if (cell === '') throw new Refusal('missing_cell', { file: name, row, column })
  return cell
}

function weightOf(file: TextFile, row: Row, column: string): number {
  const got = cellOf(file, row, column)
  const weight = Number(got)
  if (Number.isFinite(weight) && weight > 0) return weight
  throw new Refusal('bad_weight', { file: file.name, row: row.row, column, got })
}

/** Nodes in the order they are met, each in the mode that was declared, or else that its first tie says. */
class Nodes {
  readonly ids: string[] = []
  readonly rows = new Map<string, Row>()
  readonly #numbers = new Map<string, number>()
  readonly #modes: (0 | 1 | undefined)[] = []
  readonly #twoMode: boolean

  constructor(twoMode: boolean) {
    this.#twoMode = twoMode
  }

  declare(file: TextFile, row: Row): void {
    const id = cellOf(file, row, 'id')
    if (this.rows.has(id)) throw new Refusal('repeated_node', { file: file.name, row: row.row, id })
    this.rows.set(id, row)
    const node = this.#numberOf(id)
    if (!this.#twoMode) return
    const mode = row.cells.get('mode') ?? ''
    if (mode === '1' || mode === '2') this.#modes[node] = mode === '1' ? 0 : 1
    else if (mode !== '') throw new Refusal('bad_mode', { file: file.name, row: row.row, got: mode })
  }

  tie(file: TextFile, { row }: Row, source: string, target: string): [number, number] {
    const u = this.#numberOf(source)
    const v = this.#numberOf(target)
    if (!this.#twoMode) return [u, v]
    this.#modes[u] ??= this.#modes[v] === 0 ? 1 : 0
    this.#modes[v] ??= this.#modes[u] === 0 ? 1 : 0
    if (this.#modes[u] === this.#modes[v]) throw new Refusal('one_mode', { file: file.name, row, source, target })
    return [u, v]
  }

  modes(file: TextFile | null): Uint8Array | null {
    if (!this.#twoMode) return null
    return Uint8Array.from(this.ids, (id, node) => {
      const mode = this.#modes[node]
      if (mode !== undefined) return mode
      throw new Refusal('bad_mode', { file: file?.name ?? '', row: this.rows.get(id)?.row ?? 0, got: '' })
    })
  }

  #numberOf(id: string): number {
    const known = this.#numbers.get(id)
    if (known !== undefined) return known
    this.#numbers.set(id, this.ids.length)
    return this.ids.push(id) - 1
  }
}
