import { folded } from '../../domain/folding.ts'
import type { Noun } from '../../domain/territory.ts'
import { isBlank, writeCell } from '../cells.ts'
import { fieldOfHeader, fileOf } from '../columns.ts'
import { fileLimits } from '../preview.ts'
import type { Sheet } from './sheets.ts'
import { Unreadable } from './unreadable.ts'

/** What a file of another tool says that a territory has no place for. It is counted and told, never dropped in silence. */
export const unplacedKinds = [
  /** Names of ties: a tie is known by its ends, its kind and its wave. */
  'tie_ids',
  /** Numbers of nodes whose names tell them apart. */
  'node_numbers',
  'positions',
  /** Colours, sizes, shapes, thicknesses. */
  'looks',
  /** Since when and until when a node or a tie was there. */
  'periods',
  /** Networks within nodes. */
  'nested',
  /** Ties of more or fewer ends than two. */
  'hyperedges',
  /** Ties to what the file does not have. */
  'unknown_ends',
  /** Pairs that nobody knows whether they are tied. */
  'missing_ties',
  /** Pairs that cannot be tied. */
  'impossible_ties',
  /** Values within values. */
  'structures',
  /** What is said of the network as a whole. */
  'network_data',
] as const
export type UnplacedKind = (typeof unplacedKinds)[number]

export interface Unplaced {
  readonly kind: UnplacedKind
  readonly count: number
}

export type Value = string | number | boolean

export type Values = Iterable<readonly [header: string, value: Value]>

type NodeNoun = 'actor' | 'space'
type TieNoun = 'tie' | 'participation'

interface Node {
  /** Among all nodes of the file. */
  readonly key: string
  readonly id: string
  readonly noun: NodeNoun
  readonly values: Map<string, Value>
}

interface Tie {
  readonly from: string
  readonly to: string
  readonly noun: TieNoun
  readonly values: Map<string, Value>
}

/**
 * A network as it is read from a file of another tool, and the sheets that say the same: actors and ties, and for networks
 * of two modes spaces and participations. Values stand under their own names; those that the import knows are fields, the others attributes.
 */
export class NetworkDraft {
  readonly #nodes = new Map<string, Node>()
  readonly #ties: Tie[] = []
  readonly #unplaced = new Map<UnplacedKind, number>()
  readonly #typed: boolean
  /** What ids are: names, mere numbers of the file, or to be told by how they look. */
  #ids: 'names' | 'numbers' | 'either' = 'either'
  #isOurs = false

  /** @param typed whether the format tells texts from numbers: then a text that looks like a number stays one */
  constructor({ typed }: { readonly typed: boolean }) {
    this.#typed = typed
  }

  /** The network says the nouns of its nodes and ties, as Maillage writes it. */
  isOurs(): void {
    this.#isOurs = true
    this.keepIds()
  }

  /** Ids are not mere numbers of the file, whatever they look like. */
  keepIds(): void {
    this.#ids = 'names'
  }

  /** Ids are mere numbers of the file, whatever they look like. */
  numberIds(): void {
    this.#ids = 'numbers'
  }

  /**
   * A node that is said twice has what both say.
   * @param id what it is called in the territory, where that is not its key in the file
   */
  node(key: string, values: Values = [], noun: NodeNoun = 'actor', id = key): void {
    const known = this.#nodes.get(key)
    if (!known) this.#count(this.#nodes.size + 1)
    const node = known ?? { key, id, noun, values: new Map() }
    for (const [header, value] of values) node.values.set(header, value)
    this.#nodes.set(key, node)
  }

  has(key: string): boolean {
    return this.#nodes.has(key)
  }

  tie(from: string, to: string, values: Values = [], noun: TieNoun = 'tie'): void {
    this.#count(this.#ties.length + 1)
    this.#ties.push({ from, to, noun, values: new Map(values) })
  }

  unplaced(kind: UnplacedKind, count = 1): void {
    if (count > 0) this.#unplaced.set(kind, (this.#unplaced.get(kind) ?? 0) + count)
  }

  /** @param known whether every node is in the file: then a tie to another is left out, else it brings its ends */
  sheets({ known }: { readonly known: boolean }): {
    readonly sheets: readonly Sheet[]
    readonly unplaced: readonly Unplaced[]
  } {
    const ties = known ? this.#ties.filter(({ from, to }) => this.#nodes.has(from) && this.#nodes.has(to)) : this.#ties
    this.unplaced('unknown_ends', this.#ties.length - ties.length)
    for (const { from, to, noun } of ties) {
      if (!this.#nodes.has(from)) this.node(from)
      if (!this.#nodes.has(to)) this.node(to, [], noun === 'participation' ? 'space' : 'actor')
    }
    const nodes = [...this.#nodes.values()]
    const byName = this.#ids !== 'names' && areNumbered(nodes, this.#ids)
    if (byName) this.unplaced('node_numbers', nodes.length)
    const named = (key: string) => {
      const node = this.#nodes.get(key)
      return byName ? String(node?.values.get('name') ?? key) : (node?.id ?? key)
    }
    // Many tools know a node by its id alone.
    if (!this.#isOurs) for (const node of nodes) if (!isNamed(node)) node.values.set('name', node.id)
    const sheets = [
      this.#sheet(
        'actor',
        byName ? [] : ['id'],
        nodes.filter(({ noun }) => noun === 'actor'),
        ({ id }) => (byName ? [] : [id]),
      ),
      this.#sheet(
        'space',
        byName ? [] : ['id'],
        nodes.filter(({ noun }) => noun === 'space'),
        ({ id }) => (byName ? [] : [id]),
      ),
      this.#sheet(
        'tie',
        ['from', 'to'],
        ties.filter(({ noun }) => noun === 'tie'),
        ({ from, to }) => [named(from), named(to)],
      ),
      this.#sheet(
        'participation',
        ['actor', 'space'],
        ties.filter(({ noun }) => noun === 'participation'),
        ({ from, to }) => [named(from), named(to)],
      ),
    ]
    const unplaced = unplacedKinds.flatMap((kind): Unplaced[] => {
      const count = this.#unplaced.get(kind)
      return count === undefined ? [] : [{ kind, count }]
    })
    return { sheets: sheets.filter((sheet) => sheet !== null), unplaced }
  }

  #count(count: number): void {
    // A header goes with the rows.
    if (count > fileLimits.rows) {
      throw new Unreadable({ code: 'too_many_rows', got: String(count), expected: { atMost: fileLimits.rows } })
    }
  }

  #sheet<T extends Node | Tie>(
    noun: Noun,
    own: readonly string[],
    facts: readonly T[],
    ends: (fact: T) => string[],
  ): Sheet | null {
    if (facts.length === 0) return null
    const keys = new Set<string>()
    for (const { values } of facts) for (const key of values.keys()) keys.add(key)
    const width = own.length + keys.size
    if (width > fileLimits.columns) {
      throw new Unreadable({ code: 'too_many_columns', got: String(width), expected: { atMost: fileLimits.columns } })
    }
    if (facts.length * width > fileLimits.cells) {
      throw new Unreadable({
        code: 'too_many_cells',
        got: String(facts.length * width),
        expected: { atMost: fileLimits.cells },
      })
    }
    const headers = headersOf(noun, own, [...keys])
    const textual = [...keys].map((key) => !this.#typed || fieldOfHeader(noun, headers.get(key) ?? key) !== null)
    const rows = facts.map((fact, index) => ({
      row: index + 2,
      cells: [
        ...ends(fact).map((id) => writeCell(id, 'line')),
        ...[...keys].map((key, at) => writeCell(fact.values.get(key), textual[at] ? 'line' : 'value')),
      ],
    }))
    const header = { row: 1, cells: [...own, ...[...keys].map((key) => headers.get(key) ?? key)] }
    // A table of ties that is called as ours would be taken at its word, and asked nothing of its kinds.
    const name = noun === 'tie' && !this.#isOurs ? 'edges' : fileOf(noun)
    return { name, hidden: false, rows: [header, ...rows], merges: [] }
  }
}

/** A value as its file declares its type: booleans and numbers of XML, or else a text. */
export function typedValue(text: string, type: string): Value {
  const bare = text.trim()
  if (type === 'boolean') return bare.toLowerCase() === 'true' || bare === '1'
  const isNumber = numeric.has(type) && bare !== '' && Number.isFinite(Number(bare))
  return isNumber ? Number(bare) : text
}

const numeric = new Set(['int', 'integer', 'long', 'float', 'double', 'short', 'byte'])

function isNamed({ noun, values }: Node): boolean {
  return [...values].some(([key, value]) => fieldOfHeader(noun, key) === 'name' && !isBlank(String(value)))
}

/** An attribute that would take the place of another column says that it is one. */
function headersOf(noun: Noun, own: readonly string[], keys: readonly string[]): Map<string, string> {
  const taken = new Set(own)
  const headers = new Map<string, string>()
  // Those that bear the very name of a field come first, in whatever order they stand.
  const exact = keys.filter((key) => fieldOfHeader(noun, key) === key)
  for (const key of [...exact, ...keys]) {
    if (headers.has(key)) continue
    const field = fieldOfHeader(noun, key)
    const place = field ?? `attribute ${folded(key)}`
    const isFree = !taken.has(place) && !isBlank(key)
    taken.add(place)
    headers.set(key, isFree ? key : `attribute:${isBlank(key) ? '?' : key}`)
  }
  return headers
}

/** Whether the ids only number the nodes (`7`, `n7`), and each has a name of its own. */
function areNumbered(nodes: readonly Node[], ids: 'numbers' | 'either'): boolean {
  const names = new Set<string>()
  for (const { id, noun, values } of nodes) {
    const name = values.get('name')
    const isNumber = ids === 'numbers' || /^(?:n|v|node)?\d+$/i.test(id)
    if (!isNumber || typeof name !== 'string' || isBlank(name)) return false
    names.add(`${noun} ${folded(name)}`)
  }
  return names.size === nodes.length
}
