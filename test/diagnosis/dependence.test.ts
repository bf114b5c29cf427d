import fc from 'fast-check'
import { expect, test } from 'vitest'
import { connectedComponents, membersOf } from '../../server/analysis/components.ts'
import { dependences } from '../../server/diagnosis/dependence.ts'
import { piecesWithout } from '../../server/diagnosis/pieces.ts'
import { defaultThresholds } from '../../server/diagnosis/thresholds.ts'
import { type Graph, graphOf } from '../../server/network/graph.ts'
import { nodesOf, ties } from '../analysis/drawing.ts'

function brokers(drawing: string): Record<string, string | undefined> {
  const names = [...nodesOf(drawing).keys()]
  const { on } = dependences(ties(drawing), defaultThresholds)
  return Object.fromEntries(
    names.flatMap((name, node) => ((on[node] ?? -1) < 0 ? [] : [[name, names[on[node] ?? -1]]])),
  )
}

const clique = 'a-b a-c a-d a-e b-c b-d b-e c-d c-e d-e'

test('a chain is blamed on where it begins', () => {
  expect(brokers(`${clique} e-x x-y`)).toEqual({ x: 'e', y: 'e' })
})

test('a second way round, however long, is no dependence', () => {
  expect(brokers(`${clique} e-x x-y`)).toMatchObject({ y: 'e' })
  expect(brokers(`${clique} e-x x-y y-a`)).toEqual({})
})

test('in a star of seven everybody depends on its centre, in one of four on nobody: too few are reached', () => {
  expect(brokers('h-a h-b h-c h-d h-e h-f')).toEqual({ a: 'h', b: 'h', c: 'h', d: 'h', e: 'h', f: 'h' })
  expect(brokers('h-a h-b h-c')).toEqual({})
})

test('as removing one actor after the other tells, of any network', () => {
  const network = fc.integer({ min: 1, max: 14 }).chain((n) =>
    fc.record({
      n: fc.constant(n),
      pairs: fc.uniqueArray(fc.tuple(fc.nat(n - 1), fc.nat(n - 1)), {
        selector: ([u, v]) => `${Math.min(u, v)} ${Math.max(u, v)}`,
        maxLength: 18,
      }),
    }),
  )
  fc.assert(
    fc.property(network, ({ n, pairs }) => {
      const kept = pairs.filter(([u, v]) => u !== v)
      const graph = graphOf({
        directed: false,
        nodeCount: n,
        sources: kept.map(([u]) => u),
        targets: kept.map(([, v]) => v),
      })
      const { on, piece } = dependences(graph, defaultThresholds)
      for (let node = 0; node < n; node++) {
        const left = piecesLeft(graph, node)
        expect(on[node]! >= 0).toBe(left.length > 0)
        expect(piece[node]).toBe(Math.max(0, ...left))
      }
    }),
    { seed: 11, numRuns: 300 },
  )
})

/** Sizes of the pieces in which a node is cut off when another leaves, by removing each in turn. */
function piecesLeft(graph: Graph, node: number): number[] {
  const whole = membersOf(connectedComponents(graph.out)).find((members) => members.includes(node)) ?? []
  return [...whole].flatMap((cut) => {
    const pieces = piecesWithout(graph, cut)
    const mine = pieces.find((piece) => piece.includes(node))
    if (cut === node || !mine || pieces.length < 2) return []
    const largest = pieces[0]?.length ?? 0
    const isBeyond = mine.length < largest && mine.length <= Math.ceil(0.25 * graph.nodeCount)
    const loses = whole.length - 1 >= 5 && (whole.length - mine.length) / (whole.length - 1) >= 0.8
    return isBeyond || loses ? [mine.length] : []
  })
}
