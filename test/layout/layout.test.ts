import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Drawing, Edge } from '../../server/layout/drawing.ts'
import { spacing } from '../../server/layout/drawing.ts'
import { drawMap } from '../../server/layout/layout.ts'
import { withNewcomers } from '../../server/layout/newcomers.ts'

const drawing: fc.Arbitrary<Drawing> = fc.integer({ min: 1, max: 24 }).chain((n) =>
  fc.record({
    nodes: fc.constant(Array.from({ length: n }, (_, node) => `actor:${node}`)),
    edges: fc
      .uniqueArray(
        fc.tuple(fc.nat(n - 1), fc.nat(n - 1)).map(([u, v]): Edge => (u < v ? [u, v] : [v, u])),
        { maxLength: 40, selector: String },
      )
      .map((pairs) => pairs.filter(([u, v]) => u !== v)),
  }),
)

test('everything stands somewhere, and nothing on anything else', () =>
  fc.assert(
    fc.property(drawing, (given) => {
      const points = drawMap(given)
      expect(points.flat().every(Number.isFinite)).toBe(true)
      for (const [i, a] of points.entries()) {
        for (const b of points.slice(i + 1)) {
          expect(Math.hypot(a[0] - b[0], a[1] - b[1])).toBeGreaterThan(spacing / 4)
        }
      }
    }),
    { numRuns: 30 },
  ))

test('the order in which actors come changes nothing', () =>
  fc.assert(
    fc.property(drawing, (given) => {
      const last = given.nodes.length - 1
      const turned: Drawing = {
        nodes: given.nodes.toReversed(),
        edges: given.edges.map(([u, v]): Edge => [last - u, last - v]).toReversed(),
      }
      expect(drawMap(turned).toReversed()).toEqual(drawMap(given))
    }),
    { numRuns: 20 },
  ))

test('two groups tied by one actor stand on either side of it', () => {
  const triangles: Edge[] = [
    [0, 1],
    [1, 2],
    [0, 2],
    [2, 3],
    [3, 4],
    [4, 5],
    [3, 5],
  ]
  const points = drawMap({ nodes: ['a', 'b', 'c', 'd', 'e', 'f'], edges: triangles })
  const middle = (nodes: number[]) => nodes.reduce((sum, node) => sum + points[node]![0], 0) / nodes.length
  const [left, right] = [middle([0, 1, 2]), middle([3, 4, 5])]
  expect(Math.abs(left - right)).toBeGreaterThan(spacing)
  expect(Math.sign(points[2]![0] - left)).toBe(Math.sign(right - left))
})

test('newcomers stand clear of those who are there, who do not move', () =>
  fc.assert(
    fc.property(drawing, fc.infiniteStream(fc.boolean()), (given, isKnown) => {
      const drawn = drawMap(given)
      const known = drawn.map((point) => (isKnown.next().value ? point : undefined))
      const points = withNewcomers(given, known)
      known.forEach((point, node) => {
        if (point) expect(points[node]).toBe(point)
      })
      expect(new Set(points.map(String)).size).toBe(points.length)
    }),
    { numRuns: 50 },
  ))

test('a newcomer stands nearer its only neighbour than anybody else', () => {
  const nodes = ['a', 'b', 'c', 'new']
  const known = [[0, 0], [500, 0], [0, 500], undefined] as const
  const points = withNewcomers({ nodes, edges: [[1, 3]] }, known)
  const distances = points.slice(0, 3).map(([x, y]) => Math.hypot(x - points[3]![0], y - points[3]![1]))
  expect(distances.indexOf(Math.min(...distances))).toBe(1)
})

test.each([
  ['not a number', [Number.NaN, Number.NaN]],
  ['endless', [Number.POSITIVE_INFINITY, 0]],
  ['beyond what a step can move', [1e20, 1e20]],
] as const)('a point that is %s is placed anew', (_, point) => {
  const points = withNewcomers({ nodes: ['a', 'b', 'c'], edges: [[0, 1]] }, [point, undefined, undefined])
  expect(points.flat().every((at) => Math.abs(at) < 1_000)).toBe(true)
  expect(new Set(points.map(String)).size).toBe(3)
})

test('thousands of newcomers around one actor all find room', () => {
  const nodes = Array.from({ length: 3_000 }, (_, node) => `n${node}`)
  const edges = nodes.slice(1).map((_, i): Edge => [0, i + 1])
  const points = withNewcomers({ nodes, edges }, [[0, 0], ...nodes.slice(1).map(() => undefined)])
  expect(new Set(points.map(String)).size).toBe(nodes.length)
  expect(Math.max(...points.flat().map(Math.abs))).toBeLessThan(spacing * 60)
})
