import { plainLine, quotable } from '../domain/plain-text.ts'
import { readId } from '../exchange/cells.ts'
import type { SourceFile } from '../exchange/csv.ts'
import { bySpelling, sameId } from '../exchange/names.ts'
import { shown } from '../exchange/row.ts'
import type { Row } from '../exchange/tables.ts'
import { optionMeant } from '../exchange/words.ts'
import { type Graph, graphOf } from '../network/graph.ts'
import {
  cellAt,
  columnNamed,
  columnOfField,
  directionColumn,
  filledCell,
  type Page,
  readPage,
  readTies,
} from './edge-columns.ts'
import type { Notice, Notify } from './notice.ts'
import { Refusal } from './refusal.ts'

export interface EdgeListOptions {
  readonly directed: boolean
  readonly twoMode: boolean
  /** Column of the strengths; undefined: one that is called so, when there is one. */
  readonly weight: string | undefined
  /** Only ties of these kinds, as the file calls them; undefined: all. */
  readonly kinds?: readonly string[] | undefined
}

/**
 * A bare network: nodes in the order of their ids (by code units, numbers within them by value), ties in the order of their nodes. Neither remembers the
 * order of the rows that they were read from.
 */
export interface BareNetwork {
  readonly ids: readonly string[]
  readonly graph: Graph
  /** 0 for the first mode, 1 for the second; null when there is one. */
  readonly modes: Uint8Array | null
  readonly nodeList: NodeList | null
  readonly dropped: { readonly loops: number; readonly repeats: number }
  /** What was read otherwise than the files may mean. */
  readonly notices: readonly Notice[]
}

/** The list of nodes that goes with an edge list. */
export interface NodeList {
  readonly page: Page
  /** The row of each node; undefined for those it does not have. */
  readonly rows: readonly (Row | undefined)[]
}

/**
 * Reads ties, and the nodes that go with them. A loop is dropped; a tie that comes again (either way round unless directed)
 * stays once, with the largest weight. Ids that are certainly the same (`sameId`) are one node.
 * @param like a network whose ids are spelled as there
 */
export function readEdgeList(
  file: SourceFile,
  nodeFile: SourceFile | null,
  options: EdgeListOptions,
  like?: BareNetwork,
): BareNetwork {
  const notices: Notice[] = []
  const notify = (notice: Notice) => void notices.push(notice)
  const ties = readTies(file, options, notify)
  const nodes = new Nodes(like?.ids ?? [])
  const nodePage = nodeFile ? readPage(nodeFile, 'actor') : null
  if (nodePage) nodes.declare(nodePage, options.twoMode)
  const sources = ties.rows.map((row) => nodes.named(filledCell(ties, row, ties.source)))
  const targets = ties.rows.map((row) => nodes.named(filledCell(ties, row, ties.target)))
  if (options.twoMode) nodes.partInTwo(ties, sources, targets, nodePage)

  const { ids, numbers, ordered } = nodes.inOrder()
  const list = new TieList(ids.length, options.directed)
  ties.rows.forEach((_, index) => {
    const [u, v] = [numbers[sources[index] ?? -1] ?? -1, numbers[targets[index] ?? -1] ?? -1]
    const weight = ties.weights?.[index] ?? 1
    list.add(u, v, weight)
    if (options.directed && ties.directed?.[index] === false) list.add(v, u, weight)
  })
  tellDirections(ties, options.directed, notify)
  if (nodePage) tellUnlisted(ordered, file, nodePage, notify)
  tellSpellings(ordered, file, notify)
  tellAlike(ids, file, notify)
  const modes = options.twoMode ? Uint8Array.from(ordered, ({ mode }) => mode ?? 0) : null
  const { loops, repeats } = list
  return {
    ids,
    graph: graphOf({ directed: options.directed, nodeCount: ids.length, ...list.ties(modes, ties.weights !== null) }),
    modes,
    nodeList: nodePage && { page: nodePage, rows: ordered.map(({ row }) => row) },
    dropped: { loops, repeats },
    notices,
  }
}

/**
 * The cells of a column of the node list, by node, undefined for a node that it does not have; `option` is who asks for it.
 * Refuses `needs_option`, `missing_column`.
 */
export function nodeColumn({ nodeList }: BareNetwork, option: string, column: string): (string | undefined)[] {
  if (!nodeList) throw new Refusal('needs_option', { option, needs: '--nodes' })
  const place = columnNamed(nodeList.page, column)
  return nodeList.rows.map((row) => row && plainLine(cellAt(row, place)).trim())
}

/** `COL=VALUE`: which nodes have that value in that column. Refuses `bad_value` and what `nodeColumn` refuses. */
export function outsideNodes(network: BareNetwork, option: string): boolean[] {
  const at = option.indexOf('=')
  if (at < 1) throw new Refusal('bad_value', { option: '--outside', got: option, expected: 'COLUMN=VALUE' })
  const value = plainLine(option.slice(at + 1)).trim()
  return nodeColumn(network, '--outside', option.slice(0, at)).map((cell) => cell === value)
}

/** Who answered, by node, as a column of the node list says. An empty cell is no answer; a node without a row was named by others and not asked: null. Refuses `bad_flag` and what `nodeColumn` refuses. */
export function answersIn(list: BareNetwork, column: string): (boolean | null)[] {
  return nodeColumn(list, '--answered', column).map((cell, node) => {
    if (cell === undefined) return null
    if (cell === '') return false
    const meant = optionMeant('boolean', cell)
    if (meant !== null) return meant === 'true'
    throw new Refusal('bad_flag', {
      file: list.nodeList?.page.file ?? '',
      row: list.nodeList?.rows[node]?.row ?? 0,
      column,
      got: shown(cell),
    })
  })
}

/** How many names a sentence gives of many. */
const mostTold = 5

/** Who is one node: all spellings of one id. */
interface Node {
  id: string
  readonly spellings: Set<string>
  /** In the node list. */
  row: Row | undefined
  isTied: boolean
  /** 0 or 1; undefined: nobody told yet. */
  mode: 0 | 1 | undefined
}

class Nodes {
  readonly #nodes: Node[] = []
  readonly #numbers = new Map<string, number>()
  /** By `sameId`: how another network spells the id. */
  readonly #spelledThere: ReadonlyMap<string, string>

  constructor(idsThere: readonly string[]) {
    this.#spelledThere = new Map(idsThere.map((id) => [sameId(id), id]))
  }

  /** The nodes of a node list. Refuses `missing_column`, `missing_cell`, `repeated_node`, `bad_mode`. */
  declare(page: Page, twoMode: boolean): void {
    const { file, header, rows } = page
    const place = columnOfField(page, 'id') ?? columnOfField(page, 'name') ?? columnNamed(page, 'id')
    const modeAt = header.columns.some(({ name }) => name.toLowerCase() === 'mode') ? columnNamed(page, 'mode') : null
    for (const row of rows) {
      const cell = filledCell(page, row, place)
      const node = this.#nodes[this.#numberOf(cell)]
      if (!node || node.row) throw new Refusal('repeated_node', { file, row: row.row, id: shown(cell) })
      node.row = row
      const mode = twoMode && modeAt ? cellAt(row, modeAt).trim() : ''
      if (mode === '1' || mode === '2') node.mode = mode === '1' ? 0 : 1
      else if (mode !== '') throw new Refusal('bad_mode', { file, row: row.row, got: shown(mode) })
    }
  }

  /** The number of a node by an end of a tie. */
  named(cell: string): number {
    const number = this.#numberOf(cell)
    const node = this.#nodes[number]
    if (node) node.isTied = true
    return number
  }

  /**
   * Gives every node the mode that a tie to a node of the other one tells. Of those that no declared mode reaches, the source
   * with the first id is of the first mode. Refuses `one_mode`, `bad_mode`.
   */
  partInTwo(ties: Page, sources: readonly number[], targets: readonly number[], nodePage: Page | null): void {
    const nodes = this.#nodes
    const neighbors = nodes.map((): number[] => [])
    sources.forEach((u, index) => {
      const v = targets[index] ?? u
      neighbors[u]?.push(v)
      neighbors[v]?.push(u)
    })
    const spread = (from: number[]) => {
      for (const u of from) {
        for (const v of neighbors[u] ?? []) {
          const [node, other] = [nodes[u], nodes[v]]
          if (!node || !other || other.mode !== undefined) continue
          other.mode = node.mode === 0 ? 1 : 0
          from.push(v)
        }
      }
    }
    spread([...nodes.keys()].filter((node) => nodes[node]?.mode !== undefined))
    const idOf = (node: number) => nodes[node]?.id ?? ''
    for (const source of [...new Set(sources)].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1))) {
      const node = nodes[source]
      if (!node || node.mode !== undefined) continue
      node.mode = 0
      spread([source])
    }
    ties.rows.forEach(({ row }, index) => {
      const [u, v] = [nodes[sources[index] ?? -1], nodes[targets[index] ?? -1]]
      if (u && v && u.mode === v.mode) {
        throw new Refusal('one_mode', { file: ties.file, row, source: quotable(u.id), target: quotable(v.id) })
      }
    })
    const nowhere = nodes.find(({ mode }) => mode === undefined)
    if (nowhere) throw new Refusal('bad_mode', { file: nodePage?.file ?? '', row: nowhere.row?.row ?? 0, got: '' })
  }

  /** All nodes in the order of their ids, and the place that the number of each stands at. */
  inOrder(): { readonly ids: string[]; readonly numbers: Int32Array; readonly ordered: readonly Node[] } {
    const order = [...this.#nodes.entries()]
      .map(([number, node]) => ({ number, node, key: naturalKey(node.id) }))
      .sort((a, b) => (a.key < b.key || (a.key === b.key && a.node.id < b.node.id) ? -1 : 1))
    const numbers = new Int32Array(order.length)
    order.forEach(({ number }, place) => {
      numbers[number] = place
    })
    const ordered = order.map(({ node }) => node)
    return { ids: ordered.map(({ id }) => id), numbers, ordered }
  }

  #numberOf(cell: string): number {
    const spelling = readId(cell)
    const same = sameId(spelling)
    const known = this.#numbers.get(same)
    const node = known === undefined ? undefined : this.#nodes[known]
    if (known === undefined || !node) {
      this.#numbers.set(same, this.#nodes.length)
      const id = this.#spelledThere.get(same) ?? spelling
      return this.#nodes.push({ id, spellings: new Set([cell]), row: undefined, isTied: false, mode: undefined }) - 1
    }
    node.spellings.add(cell)
    // As the node list or the other network spells it, else the plainest way.
    if (!node.row && !this.#spelledThere.has(same) && bySpelling(spelling, node.id) < 0) node.id = spelling
    return known
  }
}

/** Compared by code units, it puts numbers within ids in the order of numbers: a2 before a10. */
function naturalKey(id: string): string {
  return id.replace(/\d+/g, (digits) => {
    const significant = digits.replace(/^0+(?=\d)/, '')
    return `0${String.fromCharCode(significant.length)}${significant}`
  })
}

/** Ties between numbered nodes, each once. */
class TieList {
  loops = 0
  repeats = 0
  readonly #weights = new Map<number, number>()
  readonly #nodeCount: number
  readonly #directed: boolean

  constructor(nodeCount: number, directed: boolean) {
    this.#nodeCount = nodeCount
    this.#directed = directed
  }

  add(u: number, v: number, weight: number): void {
    if (u === v) {
      this.loops++
      return
    }
    const [from, to] = this.#directed || u < v ? [u, v] : [v, u]
    const pair = from * this.#nodeCount + to
    const known = this.#weights.get(pair)
    if (known !== undefined) this.repeats++
    this.#weights.set(pair, known === undefined ? weight : Math.max(known, weight))
  }

  /** In the order of nodes, those of the first mode in front. */
  ties(modes: Uint8Array | null, weighted: boolean) {
    const pairs = Float64Array.from(this.#weights.keys()).sort()
    const sources: number[] = []
    const targets: number[] = []
    for (const pair of pairs) {
      const [u, v] = [Math.floor(pair / this.#nodeCount), pair % this.#nodeCount]
      const isTurned = !this.#directed && modes?.[u] === 1
      sources.push(isTurned ? v : u)
      targets.push(isTurned ? u : v)
    }
    return { sources, targets, weights: weighted ? Array.from(pairs, (pair) => this.#weights.get(pair) ?? 1) : null }
  }
}

function tellDirections(
  ties: Page & { directed: readonly (boolean | null)[] | null },
  directed: boolean,
  notify: Notify,
) {
  const column = directionColumn(ties)
  if (!column || !ties.directed) return
  const details = { file: ties.file, column: column.name }
  const counted = ties.directed.filter((said) => said === !directed || (said === null && !directed)).length
  if (counted === 0) return
  notify({ code: directed ? 'both_ways' : 'direction_unread', details: { ...details, ties: counted } })
}

function tellUnlisted(nodes: readonly Node[], file: SourceFile, nodePage: Page, notify: Notify): void {
  const unlisted = nodes.filter(({ row }) => !row)
  if (unlisted.length === 0) return
  const names = unlisted.slice(0, mostTold).map(({ id }) => shown(id))
  notify({ code: 'unlisted', details: { file: file.name, nodes: nodePage.file, count: unlisted.length, names } })
}

function tellSpellings(nodes: readonly Node[], file: SourceFile, notify: Notify): void {
  const several = nodes.filter(({ spellings }) => spellings.size > 1)
  if (several.length === 0) return
  const names = several.slice(0, mostTold).map(({ id }) => shown(id))
  notify({ code: 'spellings', details: { file: file.name, count: several.length, names } })
}

function tellAlike(ids: readonly string[], file: SourceFile, notify: Notify): void {
  // A spreadsheet takes the zeros in front of a number away.
  const bare = (id: string) => id.replace(/^0+(?=\d+$)/, '')
  const groups = Map.groupBy(ids, (id) => bare(id).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase())
  const alike = [...groups.values()].filter((group) => group.length > 1).flat()
  if (alike.length === 0) return
  const names = alike.slice(0, mostTold).map(shown)
  notify({ code: 'alike', details: { file: file.name, count: alike.length, names } })
}
