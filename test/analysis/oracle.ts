import { readdirSync, readFileSync } from 'node:fs'
import type { Partition, Result, Subject } from '../../server/analysis/measure.ts'
import { graphOf } from '../../server/network/graph.ts'

/** Reference values of one graph, computed by other programs: see the tool and call of each. */
export interface Oracle {
  readonly id: string
  readonly ids: readonly string[]
  readonly subject: Subject
  readonly metrics: Readonly<Record<string, Metric>>
}

export interface Metric {
  readonly scope: Result['scope']
  readonly tool: string
  readonly call: string
  readonly note?: string
  readonly values: Plain
  /** brokerDependence only: who the broker is. */
  readonly broker?: readonly (string | null)[]
}

export type Plain = number | string | boolean | null | readonly Plain[] | { readonly [key: string]: Plain }

interface OneModeGraph {
  readonly directed: boolean
  readonly weighted: boolean
  readonly nodes: readonly Readonly<Record<string, string | number>>[]
  readonly edges: readonly (readonly [string, string, number])[]
  readonly partitionAttr: string | null
  readonly externalAttr: { readonly attr: string; readonly external: readonly string[] } | null
}

interface TwoModeGraph {
  readonly twoMode: true
  readonly top: readonly string[]
  readonly bottom: readonly string[]
  readonly edges: readonly (readonly [string, string, number])[]
}

const folder = new URL('../oracles/', import.meta.url)

/** Every file that holds a graph and measures of it. */
export const oracles: readonly Oracle[] = readdirSync(folder)
  .filter((name) => name !== 'index.json')
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
  .filter(({ format, graph, metrics }) => format === 'maillage-oracle/1' && graph && metrics)
  .map(({ id, graph, metrics }) => ({
    id,
    metrics: Object.fromEntries(Object.entries(metrics).filter(([, metric]) => metric !== null)) as Oracle['metrics'],
    ...('twoMode' in graph ? twoModeSubject(graph) : oneModeSubject(graph)),
  }))

export function oracle(id: string): Oracle {
  const found = oracles.find((candidate) => candidate.id === id)
  if (!found) throw new RangeError(`no oracle file ${id}`)
  return found
}

function oneModeSubject(graph: OneModeGraph): Pick<Oracle, 'ids' | 'subject'> {
  const ids = graph.nodes.map(({ id }) => String(id))
  const { partitionAttr, externalAttr } = graph
  return {
    ids,
    subject: {
      graph: graphNamed(ids, graph.edges, graph.directed, graph.weighted),
      partition: partitionAttr ? partitionOf(graph.nodes.map((node) => String(node[partitionAttr]))) : null,
      external: externalAttr
        ? Uint8Array.from(graph.nodes, (node) =>
            externalAttr.external.includes(String(node[externalAttr.attr])) ? 1 : 0,
          )
        : null,
      modes: null,
      silent: null,
      seed: 'oracle',
    },
  }
}

function twoModeSubject({ top, bottom, edges }: TwoModeGraph): Pick<Oracle, 'ids' | 'subject'> {
  const ids = [...top, ...bottom]
  return {
    ids,
    subject: {
      graph: graphNamed(ids, edges, false, false),
      partition: null,
      external: null,
      modes: Uint8Array.from(ids, (_, node) => (node < top.length ? 0 : 1)),
      silent: null,
      seed: 'oracle',
    },
  }
}

function graphNamed(ids: readonly string[], edges: OneModeGraph['edges'], directed: boolean, weighted: boolean) {
  const numbers = new Map(ids.map((id, number) => [id, number]))
  return graphOf({
    directed,
    nodeCount: ids.length,
    sources: edges.map(([source]) => numbers.get(source) ?? -1),
    targets: edges.map(([, target]) => numbers.get(target) ?? -1),
    weights: weighted ? edges.map(([, , weight]) => weight) : null,
  })
}

function partitionOf(groups: readonly string[]): Partition {
  const names = [...new Set(groups)].sort()
  return { names, groupOf: Int32Array.from(groups, (group) => names.indexOf(group)) }
}

/** A result as the oracle files write it: names for node numbers, null for NaN. */
export function plain(result: Result, ids: readonly string[]): Plain {
  if (result.scope === 'edgeset') return result.values.map(([u, v, ...value]) => [name(u, ids), name(v, ids), ...value])
  const values = named(result.values, ids)
  if (result.scope !== 'node' || !result.nodes || !Array.isArray(values)) return values
  return Object.fromEntries(Array.from(result.nodes, (node, i) => [name(node, ids), values[i] ?? null]))
}

function named(value: unknown, ids: readonly string[]): Plain {
  if (value instanceof Int32Array) return Array.from(value, (node) => name(node, ids))
  if (value instanceof Float64Array) return Array.from(value, (number) => (Number.isNaN(number) ? null : number))
  if (Array.isArray(value)) return value.map((item) => named(item, ids))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, named(item, ids)]))
  }
  if (value === null || typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean')
    return value
  throw new TypeError(`no plain form of ${typeof value}`)
}

function name(node: number, ids: readonly string[]): string {
  const id = ids[node]
  if (id === undefined) throw new RangeError(`no node ${node}`)
  return id
}

/** The first place where two plain values differ by more than the relative tolerance, in words; null when they agree. */
export function difference(computed: Plain | undefined, expected: Plain, tolerance: number, path = ''): string | null {
  if (typeof computed === 'number' && typeof expected === 'number') {
    // 1e-12 absolute: the files keep 12 digits, and sums that cancel to zero leave that much.
    const allowed = Math.max(tolerance * Math.max(Math.abs(computed), Math.abs(expected)), 1e-12)
    return Math.abs(computed - expected) <= allowed ? null : `${path} got ${computed}, expected ${expected}`
  }
  if (Array.isArray(computed) && Array.isArray(expected)) {
    if (computed.length !== expected.length) {
      return `${path} got ${computed.length} values, expected ${expected.length}`
    }
    return first(expected.map((item, i) => difference(computed[i], item, tolerance, `${path}[${i}]`)))
  }
  if (isRecord(computed) && isRecord(expected)) {
    return first(
      Object.entries(expected).map(([key, item]) => difference(computed[key], item, tolerance, `${path}.${key}`)),
    )
  }
  return computed === expected ? null : `${path} got ${JSON.stringify(computed)}, expected ${JSON.stringify(expected)}`
}

function isRecord(value: Plain | undefined): value is { readonly [key: string]: Plain } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function first(differences: readonly (string | null)[]): string | null {
  return differences.find((found) => found !== null) ?? null
}

/** Sets have no order, pairs no direction: the same set, the same writing. */
export function inOrder(values: Plain, scope: Result['scope']): Plain {
  if (isRecord(values)) {
    return Object.fromEntries(Object.entries(values).map(([key, item]) => [key, inOrder(item, scope)]))
  }
  if (!Array.isArray(values)) return values
  if (scope === 'nodeset') return [...values].sort()
  if (scope === 'nodesets') return byText(values.map((set) => (Array.isArray(set) ? [...set].sort() : set)))
  if (scope === 'edgeset') return byText(values.map((edge) => (Array.isArray(edge) ? oneWay(edge) : edge)))
  return values
}

function oneWay([u, v, ...value]: readonly Plain[]): readonly Plain[] {
  return String(u) < String(v) ? [u ?? null, v ?? null, ...value] : [v ?? null, u ?? null, ...value]
}

function byText(values: readonly Plain[]): readonly Plain[] {
  return values.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}
