import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dyadCensus, triadCensus, triadTypes } from '../../server/analysis/census.ts'
import { Analysis, type Subject } from '../../server/analysis/measure.ts'
import { measuresOf } from '../../server/analysis/measures.ts'
import { degreeAssortativity, density, richClub } from '../../server/analysis/network.ts'
import { type Graph, graphOf, summedSupport } from '../../server/network/graph.ts'
import { graphs, matrixOf } from './arbitrary.ts'
import { arcs, subjectOf, ties } from './drawing.ts'
import { oracle } from './oracle.ts'

function valuesOf(id: string, subject: Subject): unknown {
  return measuresOf(subject)
    .find((measure) => measure.id === id)
    ?.compute(new Analysis(subject)).values
}

describe('density', () => {
  test('a dyad of two actors that did not answer was not observed', () => {
    // Five actors, two silent: 10 - 1 dyads.
    expect(density(ties('a-b b-c c-d d-e'), Uint8Array.of(0, 0, 1, 0, 1))).toBeCloseTo(4 / 9, 12)
    expect(density(ties('a-b b-c c-d d-e'), Uint8Array.of(0, 0, 0, 1, 1))).toBeCloseTo(3 / 9, 12)
  })

  test('directed, only arcs of respondents were observed', () => {
    expect(density(arcs('a>b a>c b>c c>a'), Uint8Array.of(0, 0, 1))).toBeCloseTo(3 / 4, 12)
  })

  test('is undefined where nothing could be tied or nobody answered', () => {
    expect(density(ties('a'), null)).toBeNull()
    expect(density(ties('a-b'), Uint8Array.of(1, 1))).toBeNull()
  })

  test('everybody answered is as if nobody asked who did', () => {
    fc.assert(
      fc.property(fc.oneof(graphs(), graphs({ directed: true })), (graph) => {
        expect(density(graph, new Uint8Array(graph.nodeCount))).toBe(density(graph, null))
      }),
    )
  })
})

describe('rich club', () => {
  test('kite: .4, .4722, .5714, .8, 1', () => {
    const phi = richClub(oracle('krackhardt_kite').subject.graph)
    expect(phi).toEqual({ 0: 0.4, 1: 17 / 36, 2: 4 / 7, 3: 0.8, 4: 1 })
  })
})

describe('degree assortativity', () => {
  test('a star ties the most tied to the least: -1; karate -.4756, kite .1525', () => {
    expect(degreeAssortativity(ties('c-a c-b c-d'))).toBeCloseTo(-1, 12)
    expect(degreeAssortativity(oracle('karate').subject.graph)).toBeCloseTo(-0.475613, 6)
    expect(degreeAssortativity(oracle('krackhardt_kite').subject.graph)).toBeCloseTo(0.152542, 6)
  })

  test('is undefined where all degrees are equal', () => {
    expect(degreeAssortativity(ties('a-b b-c c-d d-a'))).toBeNull()
    expect(degreeAssortativity(ties('a b'))).toBeNull()
  })
})

describe('dyads and triads', () => {
  const { subject } = oracle('emon_texas')
  const census = triadCensus(summedSupport({ ...subject.graph, weights: null }))

  test('Texas emergency network: 57 mutual dyads, 72 one-way, 171 empty; 475 empty triads, 40 complete', () => {
    expect(dyadCensus(summedSupport({ ...subject.graph, weights: null }))).toEqual({
      mutual: 57,
      asymmetric: 72,
      empty: 171,
    })
    expect(census).toMatchObject({ '003': 475, '300': 40 })
  })

  test('its reciprocity is .6129 over arcs, .4419 over dyads, and .76 if two who ignore each other agree', () => {
    expect(valuesOf('reciprocity.arcs', subject)).toBeCloseTo(0.6129, 4)
    expect(valuesOf('reciprocity.dyads', subject)).toBeCloseTo(0.4419, 4)
    expect(valuesOf('reciprocity.snaDefault', subject)).toBeCloseTo(0.76, 12)
  })

  test.each([
    ['012', 'a>b c'],
    ['102', 'a>b b>a c'],
    ['021D', 'b>a b>c'],
    ['021U', 'a>b c>b'],
    ['021C', 'a>b b>c'],
    ['111D', 'a>b b>a c>b'],
    ['111U', 'a>b b>a b>c'],
    ['030T', 'a>b b>c a>c'],
    ['030C', 'a>b b>c c>a'],
    ['201', 'a>b b>a b>c c>b'],
    ['120D', 'b>a b>c a>c c>a'],
    ['120U', 'a>b c>b a>c c>a'],
    ['120C', 'a>b b>c a>c c>a'],
    ['210', 'a>b b>c c>b a>c c>a'],
    ['300', 'a>b b>a b>c c>b a>c c>a'],
  ])('%s is %s', (type, drawing) => {
    expect(triadCensus(summedSupport(arcs(drawing)))).toEqual({
      ...Object.fromEntries(triadTypes.map((other) => [other, 0])),
      [type]: 1,
    })
  })

  test('the census of a network is the sum over its triples', () => {
    fc.assert(
      fc.property(graphs({ directed: true }), (graph) => {
        const expected = Object.fromEntries(triadTypes.map((type) => [type, 0]))
        for (const triple of triplesOf(graph)) {
          for (const [type, count] of Object.entries(triadCensus(summedSupport(triple)))) expected[type]! += count
        }
        expect(triadCensus(summedSupport(graph))).toEqual(expected)
      }),
    )
  })

  test('every triple has one class: they sum to C(n, 3)', () => {
    fc.assert(
      fc.property(graphs({ directed: true, most: 12 }), (graph) => {
        const n = graph.nodeCount
        const counts = Object.values(triadCensus(summedSupport(graph)))
        expect(counts.reduce((sum, count) => sum + count, 0)).toBeCloseTo((n * (n - 1) * (n - 2)) / 6, 10)
        expect(Math.min(...counts)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('what a silent actor sends or receives says nothing of reciprocity', () => {
    const heard = { ...subjectOf(arcs('a>b b>a a>c b>c')), silent: Uint8Array.of(0, 0, 1) }
    expect(valuesOf('reciprocity.arcs', heard)).toBe(1)
    expect(valuesOf('dyadCensus', heard)).toEqual([1, 0, 0])
  })
})

function triplesOf(graph: Graph): Graph[] {
  const matrix = matrixOf(graph)
  const triples: Graph[] = []
  for (let a = 0; a < matrix.length; a++) {
    for (let b = a + 1; b < matrix.length; b++) {
      for (let c = b + 1; c < matrix.length; c++) {
        const nodes = [a, b, c]
        const kept = nodes.flatMap((u, i) => nodes.flatMap((v, j) => (matrix[u]![v] ? [[i, j] as const] : [])))
        triples.push(
          graphOf({
            directed: true,
            nodeCount: 3,
            sources: kept.map(([i]) => i),
            targets: kept.map(([, j]) => j),
          }),
        )
      }
    }
  }
  return triples
}
