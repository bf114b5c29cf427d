import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { brokerage, expectedBrokerage, type PerRole, roles } from '../../server/analysis/brokerage.ts'
import type { Partition } from '../../server/analysis/measure.ts'
import { graphOf } from '../../server/network/graph.ts'
import { graphs, matrixOf, partitionsOf } from './arbitrary.ts'
import { oracle } from './oracle.ts'

const grouped = (directed: boolean) =>
  graphs({ directed }).chain((graph) => fc.tuple(fc.constant(graph), partitionsOf(graph)))

function roleCounts(id: string, name: string) {
  const { subject, ids } = oracle(id)
  const { raw } = brokerage(subject.graph, subject.partition!)
  return Object.fromEntries(roles.map((role) => [role, raw[role][ids.indexOf(name)]]))
}

const total = (counts: PerRole) => roles.flatMap((role) => [...counts[role]]).reduce((sum, count) => sum + count, 0)

describe('Gould-Fernandez brokerage', () => {
  test('one actor in all five roles', () => {
    expect(roleCounts('micro_dir_gf', 'v')).toEqual({
      coordinator: 1,
      itinerant: 1,
      gatekeeper: 1,
      representative: 2,
      liaison: 1,
    })
  })

  test('the centre of a star stands between its leaves, both ways', () => {
    expect(roleCounts('star10', 'c')).toMatchObject({ itinerant: 32, liaison: 40 })
    expect(roleCounts('krackhardt_kite', 'Diane')).toMatchObject({ coordinator: 14 })
  })

  test('counts every open two-path once, and shares every pair at distance two once', () => {
    fc.assert(
      fc.property(fc.oneof(grouped(true), grouped(false)), ([graph, partition]) => {
        const tie = matrixOf(graph)
        const open = [...tie.keys()].flatMap((a) =>
          [...tie.keys()]
            .filter((b) => a !== b && !tie[a]![b])
            .map((b) => [...tie.keys()].filter((v) => tie[a]![v] && tie[v]![b]).length),
        )
        const { raw, partial } = brokerage(graph, partition)
        expect(total(raw)).toBe(open.reduce((sum, paths) => sum + paths, 0))
        expect(total(partial)).toBeCloseTo(open.filter((paths) => paths > 0).length, 10)
      }),
    )
  })

  test('undirected, what comes in goes out: gatekeeper is representative', () => {
    fc.assert(
      fc.property(grouped(false), ([graph, partition]) => {
        const { raw } = brokerage(graph, partition)
        expect(raw.gatekeeper).toEqual(raw.representative)
      }),
    )
  })

  test('a two-path with an actor of no known group has no role', () => {
    const path = graphOf({ directed: true, nodeCount: 3, sources: [0, 1], targets: [1, 2] })
    const of = (...groupOf: number[]) =>
      brokerage(path, { names: ['A'], groupOf: Int32Array.from(groupOf) }).raw.coordinator
    expect([...of(0, 0, 0)]).toEqual([0, 1, 0])
    expect([...of(0, 0, -1)]).toEqual([0, 0, Number.NaN])
    expect([...of(0, -1, 0)]).toEqual([0, Number.NaN, 0])
  })
})

describe('expected brokerage', () => {
  test('mean and spread are those of all 4,096 digraphs of four actors, weighed by their density', () => {
    const partition: Partition = { names: ['A', 'B', 'C'], groupOf: Int32Array.of(0, 0, 1, 2) }
    expectExact(partition)
  })

  test('three actors of one group and one of another', () => {
    expectExact({ names: ['A', 'B'], groupOf: Int32Array.of(0, 0, 0, 1) })
  })
})

function expectExact(partition: Partition) {
  const arcs = [0, 1, 2, 3].flatMap((u) => [0, 1, 2, 3].filter((v) => v !== u).map((v) => [u, v] as const))
  const observed = graphOf({ directed: true, nodeCount: 4, sources: [0, 1, 2, 3], targets: [1, 2, 3, 0] })
  const d = 4 / 12
  const mean = roles.map(() => [0, 0, 0, 0])
  const squares = roles.map(() => [0, 0, 0, 0])
  for (let drawn = 0; drawn < 2 ** arcs.length; drawn++) {
    const kept = arcs.filter((_, i) => (drawn >> i) & 1)
    const graph = graphOf({
      directed: true,
      nodeCount: 4,
      sources: kept.map(([u]) => u),
      targets: kept.map(([, v]) => v),
    })
    const chance = d ** kept.length * (1 - d) ** (arcs.length - kept.length)
    const { raw } = brokerage(graph, partition)
    for (const [r, role] of roles.entries()) {
      for (const [v, count] of raw[role].entries()) {
        mean[r]![v]! += chance * count
        squares[r]![v]! += chance * count * count
      }
    }
  }
  const { expected, sd } = expectedBrokerage(observed, partition)
  for (const [r, role] of roles.entries()) {
    for (let v = 0; v < 4; v++) {
      expect(expected[role][v]).toBeCloseTo(mean[r]![v]!, 10)
      expect(sd[role][v]! ** 2).toBeCloseTo(squares[r]![v]! - mean[r]![v]! ** 2, 10)
    }
  }
}
