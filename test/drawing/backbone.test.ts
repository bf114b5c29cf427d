import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backboneOf, redundancies } from '../../server/drawing/backbone.ts'

const clique = (nodes: readonly number[]) => nodes.flatMap((from, i) => nodes.slice(i + 1).map((to) => ({ from, to })))

const network = fc.integer({ min: 2, max: 16 }).chain((n) =>
  fc.record({
    n: fc.constant(n),
    edges: fc
      .uniqueArray(fc.tuple(fc.nat(n - 1), fc.nat(n - 1)), {
        maxLength: 50,
        selector: ([u, v]) => `${Math.min(u, v)} ${Math.max(u, v)}`,
      })
      .map((pairs) => pairs.filter(([u, v]) => u !== v).map(([from, to]) => ({ from, to }))),
    order: fc.shuffledSubarray(
      Array.from({ length: n }, (_, i) => i),
      { minLength: n, maxLength: n },
    ),
  }),
)

test('within two cliques every tie is wholly embedded, the bridge between them not at all', () => {
  const edges = [...clique([0, 1, 2, 3, 4]), ...clique([5, 6, 7, 8, 9]), { from: 0, to: 5 }]
  const embedded = redundancies(10, edges)
  expect(embedded.slice(0, 20)).toEqual(Array(20).fill(1))
  expect(embedded[20]).toBe(0)
})

test('ties that close no triangle go, but for those that hold the whole together', () => {
  // A clique of six, whose members 0 to 3 are also on a ring with two others: the ring closes no triangle.
  const ring = [
    { from: 0, to: 6 },
    { from: 6, to: 1 },
    { from: 2, to: 7 },
    { from: 7, to: 3 },
  ]
  const edges = [...clique([0, 1, 2, 3, 4, 5]), ...ring]
  const kept = backboneOf(8, edges)
  expect(kept.slice(0, 15)).toEqual(Array(15).fill(true))
  // All four join a part that nothing stronger joins: a spanning forest may hold either of two.
  expect(kept.slice(15)).toEqual([true, true, true, true])
  const across = [
    ...clique([0, 1, 2, 3]),
    ...clique([4, 5, 6, 7]),
    { from: 0, to: 4 },
    { from: 1, to: 5 },
    { from: 0, to: 1 + 4 },
  ]
  const between = backboneOf(8, across).slice(12)
  // 0-4, 1-5 and 0-5 close triangles with one another, less alike than the cliques: the strongest of them are the only way across.
  expect(between.some((isKept) => isKept)).toBe(true)
})

test('a backbone falls into no more parts than its network', () =>
  fc.assert(
    fc.property(network, ({ n, edges }) => {
      const kept = backboneOf(n, edges)
      expect(
        parts(
          n,
          edges.filter((_, e) => kept[e]),
        ),
      ).toBe(parts(n, edges))
    }),
  ))

test('relabelling actors changes no tie of it', () =>
  fc.assert(
    fc.property(network, ({ n, edges, order }) => {
      const turned = edges.map(({ from, to }) => ({ from: order[to]!, to: order[from]! }))
      expect(backboneOf(n, turned)).toEqual(backboneOf(n, edges))
    }),
  ))

function parts(n: number, edges: readonly { from: number; to: number }[]): number {
  const part = Array.from({ length: n }, (_, i) => i)
  for (const { from, to } of edges) {
    const [a, b] = [part[from], part[to]]
    part.forEach((each, i) => {
      if (each === a) part[i] = b!
    })
  }
  return new Set(part).size
}
