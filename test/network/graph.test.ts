import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Graph, graphOf, summedSupport, undirectedSupport } from '../../server/network/graph.ts'

const path = { directed: false, nodeCount: 3, sources: [2, 0], targets: [1, 1] }

describe('graphOf', () => {
  test('stores a tie twice in the rows, sorted, under its own number', () => {
    const { out, in: incoming } = graphOf(path)
    expect([...out.offsets]).toEqual([0, 1, 3, 4])
    expect([...out.neighbors]).toEqual([1, 0, 2, 1])
    expect([...out.edges]).toEqual([1, 1, 0, 0])
    expect(incoming).toBe(out)
  })

  test('keeps the two directions of an arc apart', () => {
    const { out, in: incoming } = graphOf({ ...path, directed: true })
    expect([...out.offsets]).toEqual([0, 1, 1, 2])
    expect([...incoming.offsets]).toEqual([0, 0, 2, 2])
    expect([...incoming.neighbors]).toEqual([0, 2])
  })

  test.each([
    ['a loop', { ...path, targets: [2, 1] }, 'loop'],
    ['a tie drawn in both directions', { ...path, sources: [1, 0], targets: [0, 1] }, 'repeated'],
    ['an end that is no node', { ...path, targets: [3, 1] }, 'outside'],
    ['a weight of zero', { ...path, weights: [1, 0] }, 'weight 0'],
    ['a weight missing', { ...path, weights: [1] }, 'length'],
  ])('refuses %s', (_, list, message) => {
    expect(() => graphOf(list)).toThrow(message)
  })

  test('takes no node and no edge', () => {
    const graph = graphOf({ directed: false, nodeCount: 0, sources: [], targets: [] })
    expect([...graph.out.offsets]).toEqual([0])
  })
})

describe('the undirected support of a directed graph', () => {
  const mutual = graphOf({ directed: true, nodeCount: 3, sources: [0, 1, 1], targets: [1, 0, 2], weights: [2, 4, 3] })

  test('has a tie where an arc goes either way, with the larger strength', () => {
    expect(edges(undirectedSupport(mutual))).toEqual([
      [0, 1, 4],
      [1, 2, 3],
    ])
  })

  test('sums the two strengths for Burt’s measures', () => {
    expect(edges(summedSupport(mutual))).toEqual([
      [0, 1, 6],
      [1, 2, 3],
    ])
  })

  test('counts a mutual pair twice in z even without strengths', () => {
    expect(edges(summedSupport(graphOf({ ...mutual, weights: null })))).toEqual([
      [0, 1, 2],
      [1, 2, 1],
    ])
  })
})

test('every row holds what the edge list says, whatever the order of the list', () => {
  const simple = fc.uniqueArray(
    fc.tuple(fc.nat(8), fc.nat(8)).filter(([u, v]) => u < v),
    {
      selector: ([u, v]) => u * 9 + v,
    },
  )
  fc.assert(
    fc.property(simple, fc.boolean(), (pairs, directed) => {
      const graph = graphOf({
        directed,
        nodeCount: 9,
        sources: pairs.map(([u]) => u),
        targets: pairs.map(([, v]) => v),
      })
      const expected = pairs.flatMap(([u, v], e) =>
        directed
          ? [[u, v, e]]
          : [
              [u, v, e],
              [v, u, e],
            ],
      )
      expect(slots(graph)).toEqual(expected.sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d))
    }),
  )
})

function edges(graph: Graph): number[][] {
  return [...graph.sources].map((u, e) => [u, graph.targets[e] ?? -1, graph.weights?.[e] ?? -1])
}

function slots({ nodeCount, out }: Graph): number[][] {
  const all: number[][] = []
  for (let u = 0; u < nodeCount; u++) {
    for (let slot = out.offsets[u] ?? 0; slot < (out.offsets[u + 1] ?? 0); slot++) {
      all.push([u, out.neighbors[slot] ?? -1, out.edges[slot] ?? -1])
    }
  }
  return all
}
