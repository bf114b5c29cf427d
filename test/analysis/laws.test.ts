import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Analysis, applies, type Measure, type Result, type Subject } from '../../server/analysis/measure.ts'
import { measures, measuresOf } from '../../server/analysis/measures.ts'
import { type Graph, graphOf } from '../../server/network/graph.ts'
import { bothWays, graphs, orderOf, partitionsOf, renamed } from './arbitrary.ts'
import { arcs, subjectOf, ties } from './drawing.ts'
import { difference, inOrder, type Plain, plain } from './oracle.ts'

/** Every node has a group, perhaps an unknown one, lies inside or outside, and answered or not. */
const subjects: fc.Arbitrary<Subject> = fc
  .tuple(fc.boolean(), fc.boolean())
  .chain(([directed, weighted]) => graphs({ directed, weighted, most: 7 }))
  .chain((graph) => {
    const flags = fc.array(fc.integer({ min: 0, max: 1 }), { minLength: graph.nodeCount, maxLength: graph.nodeCount })
    return fc.tuple(fc.constant(graph), partitionsOf(graph, { unknown: true }), flags, fc.option(flags))
  })
  .map(([graph, partition, external, silent]) => ({
    ...subjectOf(graph),
    partition,
    external: Uint8Array.from(external),
    silent: silent && Uint8Array.from(silent),
  }))

const meetings: fc.Arbitrary<Subject> = fc
  .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 4 }))
  .chain(([actors, spaces]) => {
    const pairs = Array.from(
      { length: actors * spaces },
      (_, i) => [i % actors, actors + Math.floor(i / actors)] as const,
    )
    return fc.subarray(pairs).map((kept) => ({
      ...subjectOf(
        graphOf({
          directed: false,
          nodeCount: actors + spaces,
          sources: kept.map(([actor]) => actor),
          targets: kept.map(([, space]) => space),
        }),
      ),
      modes: Uint8Array.from({ length: actors + spaces }, (_, u) => (u < actors ? 0 : 1)),
    }))
  })

describe('the catalogue', () => {
  test('an id names one measure on any one network', () => {
    fc.assert(
      fc.property(fc.oneof(subjects, meetings), (subject) => {
        const ids = measuresOf(subject).map(({ id }) => id)
        expect(ids).toEqual([...new Set(ids)])
      }),
    )
  })

  test('says of every measure what one needs to trust it', () => {
    for (const { id, range, convention, source, complexity } of measures) {
      expect([id, range, convention, source, complexity].every((text) => text.length > 0)).toBe(true)
      expect(convention).toMatch(/\.$/)
    }
  })
})

describe('every measure', () => {
  test('has an answer for networks that are empty, tiny, without ties or without a gap', () => {
    const drawings = ['', 'a', 'a b', 'a-b', 'a b c', 'a-b b-c c-a', 'a-b a-c a-d b-c b-d c-d', 'a-b:2 c-d:2 e']
    const networks = [
      ...drawings.map((drawing) => ties(drawing)),
      ...drawings.map((drawing) => bothWays(ties(drawing))),
      arcs('a>b c'),
    ]
    for (const graph of networks) {
      const everybody = new Uint8Array(graph.nodeCount)
      const groups = { names: ['x', 'y'], groupOf: new Int32Array(graph.nodeCount) }
      const nobody = { names: [], groupOf: new Int32Array(graph.nodeCount).fill(-1) }
      for (const partition of [groups, nobody]) {
        for (const external of [everybody, everybody.map(() => 1)]) {
          for (const silent of [everybody, everybody.map(() => 1)]) {
            expectAnswers({ ...subjectOf(graph), partition, external, silent })
          }
        }
      }
    }
    for (const drawing of ['', 'a', 'a b', 'a-p', 'a-p b-p', 'a-p a-q b-p b-q']) {
      const modes = Uint8Array.from(namesIn(drawing), (name) => (name < 'p' ? 0 : 1))
      expectAnswers({ ...subjectOf(ties(drawing)), modes })
    }
  })

  test('has an answer for every small network', () => {
    fc.assert(fc.property(fc.oneof(subjects, meetings), expectAnswers))
  })

  test('of strengths out of all proportion is that of their proportions', () => {
    const valuesOf = (id: string, graph: Graph) => {
      const result = measures.find((measure) => measure.id === id)!.compute(new Analysis(subjectOf(graph)))
      return result.scope === 'node' && result.values instanceof Float64Array ? [...result.values] : null
    }
    expect(valuesOf('burt.constraint.weighted', ties('a-b:1e200 b-c:1e200 a-c:1e200'))).toEqual([1.125, 1.125, 1.125])
    expect(valuesOf('harmonic.normalized.weighted', ties('a-b:1e200 b-c:1e200 a-c:1e200'))).toEqual([
      1e200, 1e200, 1e200,
    ])
    expect(valuesOf('strength', ties('a-b:1e-320 b-c:1'))).toEqual([1e-320, 1, 1])
    const faint = valuesOf('pagerank.weighted', ties('a-b:1e-320 b-c:1'))
    expect(faint).toEqual([0.05, 0.48648648648648646, 0.46351351351351344].map((rank) => expect.closeTo(rank, 12)))
  })

  test('of centralization has no value below three actors', () => {
    for (const drawing of ['', 'a', 'a b', 'a-b']) {
      for (const id of [
        'centralization.degree',
        'centralization.betweenness',
        'centralization.closeness',
        'centralization.harmonic',
      ]) {
        const { values } = measures
          .find((measure) => measure.id === id)!
          .compute(new Analysis(subjectOf(ties(drawing))))
        expect([drawing, id, values]).toEqual([drawing, id, null])
      }
    }
  })

  test('keeps to the range it says, to the last bit, whatever the strengths', () => {
    const strengths = [[0.1, 0.2, 0.3, 0.7], [1e-320, 1], [1e200, 3e199], [1e-200, 1e200], [5e-324], [1e308, 2]]
    const strange = fc
      .constantFrom(...strengths)
      .chain((pool) => fc.tuple(subjects, fc.array(fc.constantFrom(...pool), { minLength: 42, maxLength: 42 })))
    fc.assert(
      fc.property(strange, ([subject, drawn]) => {
        const { graph } = subject
        const ordinary = {
          ...subject,
          graph: { ...graph, weights: Float64Array.from({ length: graph.edgeCount }, () => 1) },
        }
        const analysis = new Analysis({
          ...subject,
          graph: { ...graph, weights: Float64Array.from(drawn.slice(0, graph.edgeCount)) },
        })
        for (const measure of measuresOf(analysis.subject)) {
          const bounds = /^(-1|0)\.\.1$/.exec(measure.range)
          const result = measure.compute(analysis)
          const values = numbersOf(result)
          if (!bounds || values === null) continue
          const outside = values.filter((value) => value < Number(bounds[1]) || value > 1)
          expect([measure.id, outside]).toEqual([measure.id, []])
          if (!always.test(measure.id)) continue
          expect([measure.id, values.length]).toEqual([
            measure.id,
            numbersOf(measure.compute(new Analysis(ordinary)))?.length,
          ])
        }
      }),
    )
  })

  test('does not depend on how actors are numbered', () => {
    const renumbered = fc
      .oneof(subjects, meetings)
      .chain((subject) => fc.tuple(fc.constant(subject), orderOf(subject.graph)))
    fc.assert(
      fc.property(renumbered, ([subject, names]) => {
        const ids = names.map((_, u) => `v${u}`)
        const newIds = sorted(ids, names)
        const other = underOtherNames(subject, names)
        for (const measure of measuresOf(subject)) {
          if (searched.test(measure.id)) continue
          const [before, after] = [canonical(measure, subject, ids), canonical(measure, other, newIds)]
          expect([measure.id, difference(after, before, 1e-9)]).toEqual([measure.id, null])
        }
      }),
    )
  })

  test('of closure, holes and groups takes a tie for an arc each way', () => {
    const undirected = fc
      .oneof(graphs(), graphs({ weighted: true }))
      .chain((graph) => fc.tuple(fc.constant(graph), partitionsOf(graph)))
    fc.assert(
      fc.property(undirected, ([graph, partition]) => {
        const one = { ...subjectOf(graph), partition }
        const two = { ...subjectOf(bothWays(graph)), partition }
        const ids = [...Array(graph.nodeCount).keys()].map(String)
        for (const measure of measures) {
          if (!['closure', 'holes', 'groups'].includes(measure.family)) continue
          if (!applies(measure, one) || !applies(measure, two)) continue
          const found = difference(canonical(measure, two, ids), canonical(measure, one, ids), 1e-9)
          expect([measure.id, found]).toEqual([measure.id, null])
        }
      }),
    )
  })

  test('of closure, holes and brokers is not moved by a newcomer without ties', () => {
    const unmoved =
      /^(triangles|clustering|transitivity|simmelian|burt|ei\.(node|group)|gf\.(raw|partial)|participation|alterDiversity|mixing|assortativity|openness)/
    fc.assert(
      fc.property(subjects, (subject) => {
        const ids = [...Array(subject.graph.nodeCount).keys()].map(String)
        for (const measure of measuresOf(subject)) {
          if (!unmoved.test(measure.id) || measure.id === 'clustering.avgZero') continue
          const alone = canonical(measure, subject, ids)
          const joined = without(canonical(measure, withNewcomer(subject), [...ids, 'new']), 'new')
          expect([measure.id, difference(joined, alone, 1e-9)]).toEqual([measure.id, null])
        }
      }),
    )
  })
})

/** Found by search from a start that numbering decides. */
const searched = /^(corePeriphery|modularity)\./

/** Defined by who is tied to whom alone, whatever the strengths. */
const always = /^(pagerank|burt\.(constraint|hierarchy)|clustering\.(barrat|onnela))/

/** The defined numbers of a result that is nothing else; null: a result of other shape. */
function numbersOf(result: Result): number[] | null {
  if (result.scope === 'node' || result.scope === 'edge') {
    return columnsOf(result).flatMap((column) => [...column].filter((value) => !Number.isNaN(value)))
  }
  const values: unknown[] = result.scope === 'group' ? Object.values(result.values) : [result.values]
  return values.every((value) => value === null || typeof value === 'number')
    ? values.filter((value) => value !== null)
    : null
}

function expectAnswers(subject: Subject): void {
  const { nodeCount, edgeCount } = subject.graph
  const ids = [...Array(nodeCount).keys()].map(String)
  const analysis = new Analysis(subject)
  for (const measure of measuresOf(subject)) {
    const result = measure.compute(analysis)
    expect([measure.id, result.scope]).toEqual([measure.id, measure.scope])
    expect([measure.id, unsayable(plain(result, ids))]).toEqual([measure.id, []])
    for (const column of columnsOf(result)) {
      const length = result.scope === 'edge' ? edgeCount : (nodesOf(result)?.length ?? nodeCount)
      expect([measure.id, column.length]).toEqual([measure.id, length])
    }
  }
}

/** NaN and infinities, which no file and no screen can show. */
function unsayable(value: Plain): Plain[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [String(value)]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(unsayable)
}

function columnsOf(result: Result): Float64Array[] {
  if (result.scope !== 'node' && result.scope !== 'edge') return []
  return result.values instanceof Float64Array ? [result.values] : Object.values(result.values ?? {})
}

const nodesOf = (result: Result) => (result.scope === 'node' ? result.nodes : undefined)

/** Values under the names of their nodes, sets in one order: the same figures, whatever the numbers of the nodes. */
function canonical(measure: Measure, subject: Subject, ids: readonly string[]): Plain {
  const result = measure.compute(new Analysis(subject))
  const values = plain(result, ids)
  if (result.scope === 'edgearray' && Array.isArray(values)) return values.toSorted((a, b) => Number(a) - Number(b))
  if (result.scope !== 'node') return inOrder(values, result.scope)
  if (result.nodes || result.values instanceof Float64Array) return byName(values, ids)
  return Object.fromEntries(Object.entries(values ?? {}).map(([key, column]) => [key, byName(column, ids)]))
}

function byName(column: Plain, ids: readonly string[]): Plain {
  return Array.isArray(column) ? Object.fromEntries(ids.map((id, u) => [id, column[u] ?? null])) : column
}

function without(values: Plain, id: string): Plain {
  if (typeof values !== 'object' || values === null || Array.isArray(values)) return values
  return Object.fromEntries(
    Object.entries(values)
      .filter(([key]) => key !== id)
      .map(([key, value]) => [key, without(value, id)]),
  )
}

function underOtherNames(subject: Subject, names: readonly number[]): Subject {
  const { partition, external, silent, modes } = subject
  return {
    ...subject,
    graph: renamed(subject.graph, names),
    partition: partition && { ...partition, groupOf: Int32Array.from(sorted([...partition.groupOf], names)) },
    external: external && Uint8Array.from(sorted([...external], names)),
    silent: silent && Uint8Array.from(sorted([...silent], names)),
    modes: modes && Uint8Array.from(sorted([...modes], names)),
  }
}

/** What was at u, at names[u]. */
function sorted<T>(values: readonly T[], names: readonly number[]): T[] {
  const moved = [...values]
  for (const [u, value] of values.entries()) moved[names[u]!] = value
  return moved
}

function withNewcomer(subject: Subject): Subject {
  const { graph, partition, external, silent } = subject
  const joined: Graph = graphOf({ ...graph, nodeCount: graph.nodeCount + 1 })
  return {
    ...subject,
    graph: joined,
    partition: partition && { ...partition, groupOf: Int32Array.of(...partition.groupOf, 0) },
    external: external && Uint8Array.of(...external, 0),
    silent: silent && Uint8Array.of(...silent, 0),
  }
}

const namesIn = (drawing: string) => new Set(drawing.match(/[a-z]/g))
