import type { Caveat, EdgeValue, Result } from '../analysis/measure.ts'
import { compareText } from '../domain/perimeter.ts'
import type { Json } from '../wire/answer.ts'

/** Who the numbers of a result stand for. */
export interface NodeIds {
  /** Ids by node number. */
  readonly nodes: readonly string[]
  readonly twoMode: boolean
}

/** A result as it leaves the house. */
export interface Measured {
  readonly scope: Result['scope']
  readonly values: Json
  /** Why these are not the whole, exact answer. */
  readonly caveat?: PlainCaveat
}

type Sampled = Extract<Caveat, { kind: 'sampled' }>
type PlainCaveat =
  | Exclude<Caveat, Sampled>
  | (Omit<Sampled, 'standardError'> & { readonly standardError: readonly (number | null)[] })

export function measuredOf(result: Result, names: NodeIds): Measured {
  const { scope, caveat } = result
  return { scope, values: valuesOf(result, names), ...(caveat && { caveat: plainCaveat(caveat) }) }
}

/**
 * A result with names for node numbers and null for undefined, in an order that depends on neither the machine nor the
 * kernel.
 *
 * Node and edge arrays follow the network, and so do nodes inside a figure of the whole network. A set of nodes is
 * sorted by code point, sets of sets by their members in turn. Pairs with a number follow the nodes; pairs alone are
 * sorted by their ids, ends included unless the network has two modes; numbers per pair follow them. Values of some
 * nodes only are a record by id.
 */
export function valuesOf(result: Result, names: NodeIds): Json {
  switch (result.scope) {
    case 'node':
      return result.nodes ? byId(result.nodes, result.values, names) : named(result.values, names)
    case 'nodeset':
      return members(result.values, names)
    case 'nodesets':
      return Array.isArray(result.values) ? sets(result.values, names) : levels(result.values, names)
    case 'edgeset':
      return pairs(result.values, names)
    case 'edgearray':
      return orderOf(result.pairs, names).map((i) => defined(result.values[i] ?? Number.NaN))
    default:
      return named(result.values, names)
  }
}

function plainCaveat(caveat: Caveat): PlainCaveat {
  if (caveat.kind !== 'sampled') return caveat
  return { ...caveat, standardError: Array.from(caveat.standardError, defined) }
}

/** Typed arrays say what they hold: whole numbers are nodes, doubles are values. */
function named(value: unknown, names: NodeIds): Json {
  if (value instanceof Float64Array) return Array.from(value, defined)
  if (value instanceof Int32Array) return Array.from(value, (node) => idOf(node, names))
  if (typeof value === 'number') return defined(value)
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (Array.isArray(value)) return value.map((item) => named(item, names))
  if (typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, named(item, names)]))
  }
  throw new TypeError(`a result cannot hold a ${typeof value}`)
}

function byId(nodes: Int32Array, values: unknown, names: NodeIds): Json {
  if (!(values instanceof Float64Array)) throw new TypeError('values of some nodes are one number each')
  return Object.fromEntries(Array.from(nodes, (node, i) => [idOf(node, names), defined(values[i] ?? Number.NaN)]))
}

function members(nodes: Int32Array, names: NodeIds): string[] {
  return Array.from(nodes, (node) => idOf(node, names)).sort(compareText)
}

function sets(list: readonly Int32Array[], names: NodeIds): string[][] {
  return list.map((nodes) => members(nodes, names)).sort(compareLists)
}

function levels(record: object, names: NodeIds): Json {
  return Object.fromEntries(Object.entries(record).map(([level, list]) => [level, sets(list, names)]))
}

function pairs(values: readonly EdgeValue[], names: NodeIds): Json {
  if (values.some((pair) => pair.length === 3)) {
    return values.map(([u, v, ...value]) => [idOf(u, names), idOf(v, names), ...value.map(defined)])
  }
  return orderOf(values, names).map((i) => endsOf(values[i], names))
}

/** Indexes of pairs in the order of their ids. */
function orderOf(values: readonly EdgeValue[], names: NodeIds): number[] {
  const ends = values.map((pair) => endsOf(pair, names))
  return [...ends.keys()].sort((i, j) => compareLists(ends[i] ?? [], ends[j] ?? []))
}

function endsOf(pair: EdgeValue | undefined, names: NodeIds): string[] {
  const ends = (pair ?? []).slice(0, 2).map((node) => idOf(node, names))
  return names.twoMode ? ends : ends.sort(compareText)
}

function compareLists(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = compareText(a[i] ?? '', b[i] ?? '')
    if (order !== 0) return order
  }
  return a.length - b.length
}

function idOf(node: number, names: NodeIds): string {
  const id = names.nodes[node]
  if (id === undefined) throw new RangeError(`no node ${node}`)
  return id
}

function defined(value: number): number | null {
  return Number.isNaN(value) ? null : value
}
