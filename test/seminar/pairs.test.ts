import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { graphOf } from '../../server/network/graph.ts'
import { allLeadPairs, leadPairs } from '../../server/seminar/pairs.ts'
import { graphs, partitionsOf } from '../analysis/arbitrary.ts'
import { ties } from '../analysis/drawing.ts'
import { oracle } from '../analysis/oracle.ts'
import reference from '../oracles/pair_scoring.json' with { type: 'json' }

describe.each(['florentine_marriage', 'emon_texas'] as const)('pairs of %s', (id) => {
  const { subject, ids } = oracle(id)
  const { nodeCount, sources, targets, directed } = subject.graph
  const seen = new Set<string>()
  const edges = [...sources.keys()].filter((e) => {
    const key = [sources[e]!, targets[e]!].sort((a, b) => a - b).join()
    return !seen.has(key) && seen.add(key)
  })
  const graph = directed
    ? graphOf({
        directed: false,
        nodeCount,
        sources: edges.map((e) => sources[e]!),
        targets: edges.map((e) => targets[e]!),
      })
    : subject.graph
  const spheres = subject.partition ?? { names: [], groupOf: new Int32Array(nodeCount).fill(-1) }

  test.each(reference[id])('$a and $b', ({ a, b, reach1, reach2, nonRedundancy, tied }) => {
    const [pair] = allLeadPairs(graph, [ids.indexOf(a)], [ids.indexOf(b)], spheres)
    expect(pair?.tied).toBe(tied)
    expect(pair?.reach1).toBeCloseTo(reach1, 9)
    expect(pair?.reach2).toBeCloseTo(reach2, 9)
    expect(pair?.nonRedundancy).toBeCloseTo(nonRedundancy, 9)
  })
})

describe('the front', () => {
  test('nobody on it is passed by a pair, and whoever is not on it is', () => {
    fc.assert(
      fc.property(
        graphs({ most: 8 }).chain((graph) => fc.tuple(fc.constant(graph), partitionsOf(graph))),
        fc.array(fc.nat(4), { minLength: 8, maxLength: 8 }),
        fc.boolean(),
        ([graph, spheres], received, hasTrust) => {
          const nodes = Array.from({ length: graph.nodeCount }, (_, node) => node)
          const [officials, industrials] = [nodes.filter((node) => node % 2), nodes.filter((node) => node % 2 === 0)]
          const options = hasTrust ? { trust: { receivedWithinSphere: received } } : {}
          const all = allLeadPairs(graph, officials, industrials, spheres, options)
          const front = leadPairs(graph, officials, industrials, spheres, options)
          const passes = (a: (typeof all)[number], b: (typeof all)[number]) => {
            const both = a.legitimacy !== null && b.legitimacy !== null
            const values = (pair: typeof a) => [pair.reach2 ?? 0, pair.nonRedundancy, both ? (pair.legitimacy ?? 0) : 0]
            const [x, y] = [values(a), values(b)]
            return x.every((value, i) => value >= y[i]! - 1e-9) && x.some((value, i) => value > y[i]! + 1e-9)
          }
          expect(all.length === 0 || front.length > 0 || hasTrust).toBe(true)
          for (const pair of all) {
            const isOn = front.some((one) => one.official === pair.official && one.industrial === pair.industrial)
            expect(isOn).toBe(!all.some((other) => passes(other, pair)))
          }
        },
      ),
    )
  })

  test('sorted by joint reach; hierarchy and oneself left out', () => {
    const graph = ties('a-b a-c d-e d-f g-h')
    const spheres = { names: ['s'], groupOf: new Int32Array(8) }
    const pairs = leadPairs(graph, [0, 3], [3, 0, 6], spheres, { hierarchy: [[0, 3]] })
    expect(pairs.map(({ official, industrial }) => [official, industrial])).toEqual([
      [0, 6],
      [3, 6],
    ])
    expect(pairs[0]?.reach2).toBeCloseTo(3 / 6, 12)
  })

  test('two isolates reach nobody and repeat nobody', () => {
    const graph = ties('a b')
    const spheres = { names: [], groupOf: new Int32Array(2).fill(-1) }
    expect(leadPairs(graph, [0], [1], spheres)).toEqual([
      {
        official: 0,
        industrial: 1,
        reach1: null,
        reach2: null,
        nonRedundancy: 1,
        spheresReached: 0,
        legitimacy: null,
        tied: false,
      },
    ])
  })

  test('legitimacy is the lower of the two percentiles of trust within the own sphere', () => {
    const graph = ties('a-b c-d e')
    const spheres = { names: ['public', 'firms'], groupOf: Int32Array.of(0, 0, 1, 1, 1) }
    const trust = { receivedWithinSphere: [1, 0, 2, 2, 0] }
    // a: above its one colleague, 1; c: above e and level with d, 3/4.
    expect(allLeadPairs(graph, [0], [2], spheres, { trust })[0]?.legitimacy).toBe(0.75)
  })
})
