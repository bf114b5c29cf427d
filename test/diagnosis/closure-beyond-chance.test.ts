import { describe, expect, test } from 'vitest'
import {
  closureBeyondChance,
  closureError,
  closuresWithout,
  expectedWithDegreesOf,
} from '../../server/diagnosis/closure-beyond-chance.ts'
import { graphOf } from '../../server/network/graph.ts'
import { ties } from '../analysis/drawing.ts'
import { candidatesOf, type Drawing, drawings, exactGraph, trianglesOf, weightedMean } from './exact.ts'

/** Mean transitivity over all networks of the same degrees. */
function expectedIn(name: Drawing): number {
  const { nodeCount, out } = exactGraph(name)
  const degrees = Array.from({ length: nodeCount }, (_, u) => (out.offsets[u + 1] ?? 0) - (out.offsets[u] ?? 0))
  const paths = degrees.reduce((sum, k) => sum + (k * (k - 1)) / 2, 0)
  const closed = (candidate: { ties: readonly (readonly [number, number])[] }) =>
    trianglesOf(nodeCount, candidate.ties).reduce((sum, t) => sum + t, 0) / paths
  return weightedMean(candidatesOf(name, 'degrees'), closed, () => 1)
}

describe('closure beyond chance, its jackknife and its error', () => {
  test.each([
    ['two_triangles_bridge', 0.2, 0.5, [0.376894, 0.376894, 1, 1, 0.376894, 0.376894], 0.656811],
    [
      'three_spheres_8',
      0.231727,
      -0.115675,
      [-0.244868, -0.077015, -0.198013, -0.000107, -0.150083, 0.066349, -0.077015, -0.139454],
      0.253279,
    ],
    ['broker_7', 0.160079, 0.458824, [0.324824, 0.324824, 0.53732, 1, 0.53732, 0.324824, 0.324824], 0.565631],
    [
      'hub_pendants_8',
      0.280382,
      0.10083,
      [0.608078, 0.216418, 0.216418, 0.216418, -0.099541, 0.030948, -0.360957, 0.030948],
      0.700129,
    ],
  ] as const)('%s', (name, expectedTransitivity, closure, without, error) => {
    const graph = exactGraph(name)
    const expected = expectedIn(name)
    expect(expected).toBeCloseTo(expectedTransitivity, 6)
    expect(closureBeyondChance(graph, expected)).toBeCloseTo(closure, 6)
    closuresWithout(graph, expected).forEach((value, node) => {
      expect(value).toBeCloseTo(without[node] ?? Number.NaN, 6)
    })
    expect(closureError(graph, expected)).toBeCloseTo(error, 6)
  })
})

test('no paths, no closure; nor where chance closes everything', () => {
  expect(closureBeyondChance(ties('a-b c'), 0)).toBeNull()
  expect(closureBeyondChance(ties('a-b b-c c-a'), 1)).toBeNull()
})

test('without an actor is as in the network that remains', () => {
  for (const name of Object.keys(drawings) as Drawing[]) {
    const graph = exactGraph(name)
    const expected = 0.1
    const found = closuresWithout(graph, expected)
    for (let gone = 0; gone < graph.nodeCount; gone++) {
      const edges = [...graph.sources.keys()].filter((e) => graph.sources[e] !== gone && graph.targets[e] !== gone)
      const place = (node: number | undefined = -1) => (node > gone ? node - 1 : node)
      const rest = graphOf({
        directed: false,
        nodeCount: graph.nodeCount - 1,
        sources: edges.map((e) => place(graph.sources[e])),
        targets: edges.map((e) => place(graph.targets[e])),
      })
      const alone = closureBeyondChance(rest, expectedWithDegreesOf(rest, graph, expected))
      expect(found[gone]).toBeCloseTo(alone ?? Number.NaN, 12)
    }
  }
})
