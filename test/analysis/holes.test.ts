import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { egoStructuralHoles, structuralHoles } from '../../server/analysis/holes.ts'
import { triangleSums } from '../../server/analysis/triangles.ts'
import { type Graph, graphOf, inducedSubgraph, summedSupport, unweighted } from '../../server/network/graph.ts'
import { graphs, matrixOf } from './arbitrary.ts'
import { arcs, ties } from './drawing.ts'
import { oracle } from './oracle.ts'

const holesOf = (graph: Graph) => {
  const z = summedSupport(graph)
  return structuralHoles(z, triangleSums(z))
}

function node(id: string, name: string): { graph: Graph; u: number } {
  const { subject, ids } = oracle(id)
  return { graph: subject.graph, u: ids.indexOf(name) }
}

describe('structural holes', () => {
  test('a triangle constrains by 9/8: constraint is not bounded by 1', () => {
    expect([...holesOf(ties('a-b b-c c-a')).constraint]).toEqual(
      [1.125, 1.125, 1.125].map((c) => expect.closeTo(c, 12)),
    )
  })

  test.each([
    ['burt_borgatti', 'G', 0.4003, 14 / 3],
    ['burt_borgatti', 'A', 0.5955, 2.5],
    ['burt_borgatti', 'C', 1, 1],
    ['burt_borgatti_weighted', 'G', 0.2989, 5.4717],
    ['burt_borgatti_weighted', 'A', 0.795, 2.475],
    ['burt_directed_weighted', '0', 0.8403, 1.5667],
    ['burt_directed_weighted', '1', 1.1428, 1.0833],
    ['burt_directed_weighted', '2', 1.3781, 1],
    ['micro_bowtie', 'c', 0.5625, 3],
  ])('%s, %s: constraint %d, effective size %d', (id, name, constraint, effectiveSize) => {
    const { graph, u } = node(id, name)
    const holes = holesOf(graph)
    expect(holes.constraint[u]).toBeCloseTo(constraint, 4)
    expect(holes.effectiveSize[u]).toBeCloseTo(effectiveSize, 4)
  })

  test.each([
    ['A', 0.1678],
    ['B', 0.0737],
    ['G', 0.0947],
  ])('hierarchy of %s in Burt’s example: %d', (name, hierarchy) => {
    const { graph, u } = node('burt_borgatti', name)
    expect(holesOf(graph).hierarchy[u]).toBeCloseTo(hierarchy, 4)
  })

  test('a single partner holds the whole constraint: hierarchy 1', () => {
    expect(holesOf(ties('a-b')).hierarchy).toEqual(Float64Array.of(1, 1))
  })

  test('an isolate has no holes to measure', () => {
    const { constraint, effectiveSize, efficiency, hierarchy } = holesOf(ties('a'))
    expect([constraint, effectiveSize, efficiency, hierarchy]).toEqual(Array(4).fill(Float64Array.of(Number.NaN)))
  })

  test('a directed sink is constrained by the ties it receives, where NetworkX 2.8 gives up', () => {
    const { graph, u } = node('micro_dir_sink', 'c')
    expect(holesOf(unweighted(graph)).constraint[u]).toBeCloseTo(1.125, 12)
  })

  test('efficiency divides by distinct partners: .5833, not .3889 over arcs in and out', () => {
    const { graph, u } = node('burt_directed_weighted', '0')
    expect(holesOf(unweighted(graph)).efficiency[u]).toBeCloseTo(7 / 12, 12)
  })

  test('unweighted, effective size is an affine function of clustering: k - (k - 1) C', () => {
    fc.assert(
      fc.property(graphs(), (graph) => {
        const sums = triangleSums(graph)
        structuralHoles(graph, sums).effectiveSize.forEach((size, u) => {
          const k = sums.strength[u]!
          if (k > 0) expect(size).toBeCloseTo(k - (2 * sums.atNode[u]!) / k, 10)
        })
      }),
    )
  })

  test('follows Burt’s definitions term by term', () => {
    fc.assert(
      fc.property(fc.oneof(graphs({ weighted: true }), graphs({ directed: true, weighted: true })), (graph) => {
        const holes = holesOf(graph)
        const expected = byDefinition(matrixOf(summedSupport(graph)))
        for (const measure of ['constraint', 'effectiveSize', 'efficiency', 'hierarchy'] as const) {
          expect([...holes[measure]]).toEqual(expected.map((actor) => close(actor[measure])))
        }
      }),
    )
  })

  test('the unit of strength does not matter', () => {
    fc.assert(
      fc.property(graphs({ weighted: true }), fc.integer({ min: 2, max: 9 }), (graph, unit) => {
        const scaled = graphOf({ ...graph, weights: graph.weights!.map((weight) => weight * unit) })
        expect([...holesOf(scaled).constraint]).toEqual([...holesOf(graph).constraint].map(close))
        expect([...holesOf(scaled).effectiveSize]).toEqual([...holesOf(graph).effectiveSize].map(close))
      }),
    )
  })
})

describe('ego-network model', () => {
  test('Fernando of the kite: .5542 in his own network, .4451 in the whole', () => {
    const { graph, u } = node('krackhardt_kite', 'Fernando')
    expect(egoStructuralHoles(graph).constraint[u]).toBeCloseTo(0.554167, 6)
    expect(holesOf(graph).constraint[u]).toBeCloseTo(0.445089, 6)
  })

  test('is the whole-network model inside each actor’s own network', () => {
    fc.assert(
      fc.property(fc.oneof(graphs({ weighted: true }), graphs({ directed: true })), (graph) => {
        const z = summedSupport(graph)
        const { constraint, effectiveSize } = egoStructuralHoles(z)
        for (let u = 0; u < z.nodeCount; u++) {
          const partners = z.out.neighbors.subarray(z.out.offsets[u]!, z.out.offsets[u + 1]!)
          const own = holesOf(inducedSubgraph(z, [u, ...partners]))
          expect(constraint[u]).toEqual(close(own.constraint[0]!))
          expect(effectiveSize[u]).toEqual(close(own.effectiveSize[0]!))
        }
      }),
    )
  })

  test('two arcs of a mutual tie weigh twice one arc', () => {
    const once = egoStructuralHoles(summedSupport(arcs('a>b a>c')))
    const returned = egoStructuralHoles(summedSupport(arcs('a>b b>a a>c')))
    expect(once.constraint[0]).toBeCloseTo(1 / 2, 12)
    expect(returned.constraint[0]).toBeCloseTo(5 / 9, 12)
  })
})

const close = (value: number) => (Number.isNaN(value) ? Number.NaN : expect.closeTo(value, 10))

/** Burt 1992, p. 50-71, written as sums over a matrix of z. */
function byDefinition(z: readonly (readonly number[])[]) {
  const everyone = [...z.keys()]
  const total = z.map((row) => row.reduce((sum, w) => sum + w, 0))
  const p = (i: number, j: number) => z[i]![j]! / total[i]!
  const m = (j: number, q: number) => z[j]![q]! / Math.max(...z[j]!)
  return everyone.map((i) => {
    const alters = everyone.filter((j) => z[i]![j])
    const k = alters.length
    if (k === 0)
      return { constraint: Number.NaN, effectiveSize: Number.NaN, efficiency: Number.NaN, hierarchy: Number.NaN }
    const others = (j: number) => alters.filter((q) => q !== j)
    const c = alters.map((j) => (p(i, j) + others(j).reduce((sum, q) => sum + p(i, q) * p(q, j), 0)) ** 2)
    const constraint = c.reduce((sum, x) => sum + x, 0)
    const effectiveSize = alters.reduce((sum, j) => sum + 1 - others(j).reduce((r, q) => r + p(i, q) * m(j, q), 0), 0)
    const disorder = c.reduce((sum, x) => sum + ((x * k) / constraint) * Math.log((x * k) / constraint), 0)
    const hierarchy = k === 1 ? 1 : disorder / (k * Math.log(k))
    return { constraint, effectiveSize, efficiency: effectiveSize / k, hierarchy }
  })
}
