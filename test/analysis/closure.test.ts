import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  barratClustering,
  localClustering,
  onnelaClustering,
  transitivity,
  weakTransitivity,
} from '../../server/analysis/closure.ts'
import { reciprocatedTies, simmelianTies } from '../../server/analysis/simmelian.ts'
import { forEachTriangle, triangleSums } from '../../server/analysis/triangles.ts'
import { type Graph, graphOf, summedSupport, unweighted } from '../../server/network/graph.ts'
import { bothWays, graphs, matrixOf } from './arbitrary.ts'
import { arcs, nodesOf, ties } from './drawing.ts'
import { oracle } from './oracle.ts'

const clusteringOf = (graph: Graph) => localClustering(graph, triangleSums(graph).atNode)
const transitivityOf = (graph: Graph) => transitivity(graph, triangleSums(graph).atNode)
const simmelianOf = (graph: Graph) => simmelianTies(graph, triangleSums(graph).onEdge)
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

describe('triangles', () => {
  test('every triangle is met once, whatever the order of degrees', () => {
    fc.assert(
      fc.property(graphs(), (graph) => {
        const met: string[] = []
        forEachTriangle(graph, (u, v, w, uv, uw, vw) => {
          met.push([u, v, w].sort().join())
          const ends = [uv, uw, vw].map((e) => [graph.sources[e], graph.targets[e]].sort().join())
          expect(ends).toEqual([[u, v].sort().join(), [u, w].sort().join(), [v, w].sort().join()])
        })
        expect(met.sort()).toEqual(trianglesOf(matrixOf(graph)).sort())
      }),
    )
  })

  test('a hub of 50,000 ties is not walked pair by pair', () => {
    const leaves = 50_000
    const star = graphOf({
      directed: false,
      nodeCount: leaves + 1,
      sources: new Int32Array(leaves),
      targets: Int32Array.from({ length: leaves }, (_, i) => i + 1),
    })
    expect(triangleSums(star).atNode[0]).toBe(0)
  })
})

describe('clustering', () => {
  test('Krackhardt kite: mean .5778, transitivity 11/19', () => {
    const { graph } = oracle('krackhardt_kite').subject
    expect(mean([...clusteringOf(graph)].filter((c) => !Number.isNaN(c)))).toBeCloseTo(0.577778, 6)
    expect(transitivityOf(graph)).toBeCloseTo(11 / 19, 12)
  })

  test('Florentine marriages: the mean leaves out families of one marriage, .2182 and not .1500', () => {
    const values = [...clusteringOf(oracle('florentine_marriage').subject.graph)]
    expect(mean(values.filter((c) => !Number.isNaN(c)))).toBeCloseTo(0.218182, 6)
    expect(mean(values.map((c) => c || 0))).toBeCloseTo(0.15, 12)
  })

  test('no two-path, no transitivity: 0, where sna prints 1', () => {
    expect(transitivityOf(ties('a-b c'))).toBe(0)
    expect(weakTransitivity(arcs('a>b c'))).toBe(0)
  })

  test('is the share of linked pairs of partners', () => {
    fc.assert(
      fc.property(graphs(), (graph) => {
        const linked = matrixOf(graph)
        clusteringOf(graph).forEach((c, u) => {
          const partners = linked[u]!.flatMap((tie, v) => (tie ? [v] : []))
          const pairs = partners.flatMap((j, i) => partners.slice(i + 1).map((h) => linked[j]![h]!))
          expect(c).toBe(pairs.length === 0 ? Number.NaN : mean(pairs))
        })
      }),
    )
  })

  test('two-paths of a reciprocated network close as often in either reading', () => {
    fc.assert(
      fc.property(graphs(), (graph) => {
        expect(weakTransitivity(bothWays(graph))).toBeCloseTo(transitivityOf(graph), 12)
      }),
    )
  })

  test('a three-cycle has two-paths and closes none of them', () => {
    expect(weakTransitivity(arcs('a>b b>c c>a'))).toBe(0)
    expect(weakTransitivity(arcs('a>b b>c a>c'))).toBe(1)
  })
})

describe('weighted clustering', () => {
  const { graph: diamond } = oracle('micro_diamond').subject

  test('diamond: Barrat .8125, 1, .7083, 1', () => {
    expect([...barratClustering(diamond)]).toEqual([0.8125, 1, 17 / 24, 1].map((c) => expect.closeTo(c, 12)))
  })

  test('diamond: Onnela .3924, .4932, .3924, .6840', () => {
    expect([...onnelaClustering(diamond, 5)]).toEqual([0.3924, 0.4932, 0.3924, 0.684].map((c) => expect.closeTo(c, 4)))
  })

  test('equal strengths say nothing: both are local clustering', () => {
    fc.assert(
      fc.property(graphs(), fc.integer({ min: 1, max: 5 }), (graph, strength) => {
        const weighted = graphOf({ ...graph, weights: Array.from(graph.sources, () => strength) })
        const local = [...clusteringOf(graph)]
        expect([...barratClustering(weighted)]).toEqual(local.map(close))
        expect([...onnelaClustering(weighted, strength)]).toEqual(local.map((c) => close(c || 0)))
      }),
    )
  })

  test('Barrat weighs pairs of partners by the ties that reach them', () => {
    fc.assert(
      fc.property(graphs({ weighted: true }), (graph) => {
        const w = matrixOf(graph)
        barratClustering(graph).forEach((c, i) => {
          const partners = w[i]!.flatMap((tie, j) => (tie ? [j] : []))
          const strength = partners.reduce((sum, j) => sum + w[i]![j]!, 0)
          const around = partners
            .flatMap((j) => partners.map((h) => (w[j]![h] ? (w[i]![j]! + w[i]![h]!) / 2 : 0)))
            .reduce((sum, part) => sum + part, 0)
          expect(c).toEqual(close(partners.length < 2 ? Number.NaN : around / (strength * (partners.length - 1))))
        })
      }),
    )
  })
})

describe('Simmelian ties', () => {
  test.each([
    ['krackhardt_kite', 0.888889],
    ['emon_texas', 0.947368],
    ['karate', 0.858974],
  ])('%s: a share of %d', (id, share) => {
    const { graph } = oracle(id).subject
    const reciprocated = graph.directed ? reciprocatedTies(summedSupport(unweighted(graph))) : graph
    expect(simmelianOf(reciprocated).share).toBeCloseTo(share, 6)
  })

  test('one arc that is not returned breaks the triangle', () => {
    const whole = arcs('a>b b>a b>c c>b c>a a>c')
    const broken = arcs('a>b b>a b>c c>b c>a')
    const of = (graph: Graph) => simmelianOf(reciprocatedTies(summedSupport(graph)))
    expect(of(whole).ties).toEqual([
      [0, 1, 1],
      [0, 2, 1],
      [1, 2, 1],
    ])
    expect(of(broken)).toEqual({ ties: [], degree: new Float64Array(3), share: 0 })
    expect(of(arcs('a>b b>c')).share).toBeNull()
  })

  test('embeddedness counts the partners in common', () => {
    const drawing = 'a-b b-c c-a b-d c-d'
    const nodes = nodesOf(drawing)
    expect(simmelianOf(ties(drawing)).ties).toContainEqual([nodes.get('b'), nodes.get('c'), 2])
  })
})

const close = (value: number) => (Number.isNaN(value) ? Number.NaN : expect.closeTo(value, 12))

function trianglesOf(linked: readonly (readonly number[])[]): string[] {
  const found: string[] = []
  for (let u = 0; u < linked.length; u++) {
    for (let v = u + 1; v < linked.length; v++) {
      for (let w = v + 1; w < linked.length; w++) {
        if (linked[u]![v] && linked[u]![w] && linked[v]![w]) found.push([u, v, w].sort().join())
      }
    }
  }
  return found
}
