import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alterDiversity, effectiveGroups, unbiasedBlau } from '../../server/analysis/diversity.ts'
import { groupTies, networkEi, nodeEi, openness } from '../../server/analysis/ei.ts'
import type { Partition } from '../../server/analysis/measure.ts'
import { mixingMatrix, nominalAssortativity } from '../../server/analysis/mixing.ts'
import { participation, withinModuleZ } from '../../server/analysis/participation.ts'
import { type Graph, unweighted } from '../../server/network/graph.ts'
import { graphs, matrixOf, partitionsOf } from './arbitrary.ts'
import { arcs, nodesOf, ties } from './drawing.ts'
import { oracle } from './oracle.ts'

/** Groups of a drawing: `grouped('a-b b-c', { a: 'x', b: 'y' })`; who is not named has none. */
function grouped(drawing: string, groups: Record<string, string>): Partition {
  const names = [...new Set(Object.values(groups))].sort()
  const groupOf = Int32Array.from(nodesOf(drawing).keys(), (node) => names.indexOf(groups[node] ?? ''))
  return { names, groupOf }
}

const groupedGraphs = fc
  .oneof(graphs(), graphs({ weighted: true }))
  .chain((graph) => fc.tuple(fc.constant(graph), partitionsOf(graph)))

function known(id: string): { graph: Graph; partition: Partition; node: (name: string) => number } {
  const { subject, ids } = oracle(id)
  if (!subject.partition) throw new Error(`${id} has no groups`)
  return { graph: subject.graph, partition: subject.partition, node: (name) => ids.indexOf(name) }
}

describe('E-I index', () => {
  test.each([
    ['krackhardt_kite', -0.7778],
    ['florentine_marriage', 0.3],
    ['two_brokers', -0.619],
  ])('%s: %d', (id, index) => {
    const { graph, partition } = known(id)
    expect(networkEi(graph, partition).network).toBeCloseTo(index, 4)
  })

  test('group sizes alone would give an index above zero: two groups of three expect .2', () => {
    const drawing = 'a-b b-c c-a d-e e-f f-d a-d'
    const partition = grouped(drawing, { a: 'x', b: 'x', c: 'x', d: 'y', e: 'y', f: 'y' })
    const ei = networkEi(ties(drawing), partition)
    expect(ei).toEqual({
      E: 1,
      I: 6,
      network: expect.closeTo(-5 / 7, 12),
      expected: expect.closeTo(0.2, 12),
      max: 1,
      min: expect.closeTo(-5 / 7, 12),
      rescaled: -1,
    })
  })

  test('one tie to a group of unknown colour is no evidence', () => {
    const drawing = 'a-b a-c'
    expect([...nodeEi(ties(drawing), grouped(drawing, { a: 'x', b: 'x' }))]).toEqual([-1, -1, Number.NaN])
  })

  test('every tie counts for its two ends, its groups and its network alike', () => {
    fc.assert(
      fc.property(groupedGraphs, ([weighted, partition]) => {
        const graph = unweighted(weighted)
        const { leaving, inside } = groupTies(graph, partition)
        const { E, I } = networkEi(graph, partition)
        expect(E + I).toBe(graph.edgeCount)
        nodeEi(graph, partition).forEach((index, u) => {
          const partners = matrixOf(graph)[u]!.flatMap((tie, v) => (tie ? [partition.groupOf[v]!] : []))
          const external = partners.filter((group) => group !== partition.groupOf[u]).length
          const internal = partners.length - external
          expect(index).toBe((external - internal) / partners.length)
        })
        expect(leaving.reduce((sum, count) => sum + count, 0)).toBe(2 * E)
        expect(inside.reduce((sum, count) => sum + count, 0)).toBe(I)
      }),
    )
  })

  test('rescaled runs from the most closed to the most open network of that size', () => {
    fc.assert(
      fc.property(groupedGraphs, ([graph, partition]) => {
        const { network, min, max, rescaled } = networkEi(graph, partition)
        if (network === null || min === null || max === null) return
        expect(network).toBeGreaterThanOrEqual(min - 1e-12)
        expect(network).toBeLessThanOrEqual(max + 1e-12)
        if (rescaled !== null) expect(rescaled).toBeCloseTo((2 * (network - min)) / (max - min) - 1, 10)
      }),
    )
  })
})

describe('openness', () => {
  test('is the share of partners outside, for actors inside only', () => {
    const drawing = 'a-b a-x b-x a-y c'
    const outside = Uint8Array.from(nodesOf(drawing).keys(), (node) => (node === 'x' || node === 'y' ? 1 : 0))
    const share = openness(ties(drawing), outside)
    const of = (node: string) => share[nodesOf(drawing).get(node)!]
    expect(['a', 'b', 'x', 'y', 'c'].map(of)).toEqual([2 / 3, 1 / 2, Number.NaN, Number.NaN, Number.NaN])
  })
})

describe('participation and standing', () => {
  test('kite: Fernando .32, Heather .4444; karate: 3 at .48, 10 at .5', () => {
    const of = (id: string, name: string) => {
      const { graph, partition, node } = known(id)
      return participation(graph, partition)[node(name)]
    }
    expect(of('krackhardt_kite', 'Fernando')).toBeCloseTo(0.32, 12)
    expect(of('krackhardt_kite', 'Heather')).toBeCloseTo(4 / 9, 12)
    expect(of('karate', '3')).toBeCloseTo(0.48, 12)
    expect(of('karate', '10')).toBeCloseTo(0.5, 12)
  })

  test('with one group nobody participates elsewhere: 0', () => {
    fc.assert(
      fc.property(graphs({ weighted: true }), (graph) => {
        const partition = { names: ['all'], groupOf: new Int32Array(graph.nodeCount) }
        for (const share of participation(graph, partition)) if (!Number.isNaN(share)) expect(share).toBe(0)
      }),
    )
  })

  test('standing is centred in each group and within √(n - 1) of it', () => {
    fc.assert(
      fc.property(groupedGraphs, ([graph, partition]) => {
        const z = withinModuleZ(graph, partition)
        for (const group of partition.names.keys()) {
          const members = [...partition.groupOf.keys()].filter((u) => partition.groupOf[u] === group)
          expect(members.reduce((sum, u) => sum + z[u]!, 0)).toBeCloseTo(0, 8)
          for (const u of members) expect(Math.abs(z[u]!)).toBeLessThanOrEqual(Math.sqrt(members.length - 1) + 1e-9)
        }
      }),
    )
  })

  test('strengths that are equal up to rounding stand equal', () => {
    const drawing = 'a-b:0.1 b-c:0.1 c-a:0.1'
    expect([...withinModuleZ(ties(drawing), grouped(drawing, { a: 'x', b: 'x', c: 'x' }))]).toEqual([0, 0, 0])
  })
})

describe('diversity of partners', () => {
  const star = 'c-a c-b c-d c-e'
  const quarters = grouped(star, { a: '1', b: '2', d: '3', e: '4', c: '1' })

  test('one partner in each of four groups: the most that four groups allow', () => {
    const diversity = alterDiversity(ties(star), quarters)
    expect(diversity.blau[0]).toBeCloseTo(3 / 4, 12)
    expect(diversity.iqv[0]).toBeCloseTo(1, 12)
    expect(diversity.shannonNorm[0]).toBeCloseTo(1, 12)
    expect(diversity.richness[0]).toBe(4)
    expect(effectiveGroups(diversity).q1[0]).toBeCloseTo(4, 12)
    expect(effectiveGroups(diversity).q2[0]).toBeCloseTo(4, 12)
    expect(unbiasedBlau(ties(star), quarters)[0]).toBeCloseTo(1, 12)
  })

  test('groups that nobody meets still count in what is possible', () => {
    const ten = { ...quarters, names: [...quarters.names, '5', '6', '7', '8', '9', '10'] }
    expect(alterDiversity(ties(star), ten).iqv[0]).toBeCloseTo((3 / 4) * (10 / 9), 12)
    expect(alterDiversity(ties(star), ten).shannonNorm[0]).toBeCloseTo(Math.log(4) / Math.log(10), 12)
  })

  test('an isolate meets no group, and how evenly is not defined', () => {
    const { blau, richness } = alterDiversity(ties('a'), grouped('a', { a: 'x' }))
    expect([...richness]).toEqual([0])
    expect([...blau]).toEqual([Number.NaN])
  })

  test('effective numbers lie between one and the groups met, the second at most the first', () => {
    fc.assert(
      fc.property(groupedGraphs, ([graph, partition]) => {
        const diversity = alterDiversity(graph, partition)
        const { q1, q2 } = effectiveGroups(diversity)
        for (const [u, richness] of diversity.richness.entries()) {
          if (richness === 0) continue
          expect(q2[u]).toBeGreaterThanOrEqual(1 - 1e-12)
          expect(q1[u]).toBeGreaterThanOrEqual(q2[u]! - 1e-9)
          expect(q1[u]).toBeLessThanOrEqual(richness + 1e-9)
          expect(diversity.blau[u]).toBeCloseTo(participation(graph, partition)[u]!, 12)
        }
      }),
    )
  })
})

describe('mixing', () => {
  test('the karate club splits as its ties do: .7175', () => {
    const { graph, partition } = known('karate')
    expect(nominalAssortativity(mixingMatrix(graph, partition))).toBeCloseTo(0.717531, 6)
  })

  test('arcs keep their way, ties count both', () => {
    const groups = { a: 'x', b: 'x', c: 'y' }
    expect(mixingMatrix(arcs('a>b a>c'), grouped('a>b a>c', groups))).toEqual([
      [1, 1],
      [0, 0],
    ])
    expect(mixingMatrix(ties('a-b a-c'), grouped('a-b a-c', groups))).toEqual([
      [2, 1],
      [1, 0],
    ])
  })

  test('ties inside groups only: 1; between two groups only: -1; one group alone: undefined', () => {
    const apart = grouped('a-b c-d', { a: 'x', b: 'x', c: 'y', d: 'y' })
    const across = grouped('a-b c-d', { a: 'x', b: 'y', c: 'x', d: 'y' })
    const alone = grouped('a-b c-d', { a: 'x', b: 'x', c: 'x', d: 'x' })
    const of = (partition: Partition) => nominalAssortativity(mixingMatrix(ties('a-b c-d'), partition))
    expect([apart, across, alone].map(of)).toEqual([1, -1, null])
  })

  test('the matrix of an undirected graph is symmetric, sums to 2m, and holds what E-I counts', () => {
    fc.assert(
      fc.property(groupedGraphs, ([graph, partition]) => {
        const counts = mixingMatrix(graph, partition)
        const { leaving, inside } = groupTies(graph, partition)
        expect(counts.flat().reduce((sum, count) => sum + count, 0)).toBe(2 * graph.edgeCount)
        for (const g of partition.names.keys()) {
          expect(counts[g]).toEqual(counts.map((row) => row[g]!))
          expect(counts[g]![g]).toBe(2 * inside[g]!)
          expect(counts[g]!.reduce((sum, count, h) => (h === g ? sum : sum + count), 0)).toBe(leaving[g])
        }
      }),
    )
  })
})
