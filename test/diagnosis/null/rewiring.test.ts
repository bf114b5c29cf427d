import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Constraints, Rewiring } from '../../../server/diagnosis/null/rewiring.ts'
import { type Graph, graphOf } from '../../../server/network/graph.ts'
import { nodesOf, ties } from '../../analysis/drawing.ts'
import exact from '../../oracles/exact_nullmodel.json' with { type: 'json' }
import { dyad, graphsLike, unevenness } from '../enumeration.ts'

const free: Constraints = { unasked: null, mixing: null }

describe.each(Object.entries(exact.cases))(
  '%s, enumerated elsewhere',
  (name, { n, edges, count, transitivity, ei }) => {
    const graph = graphOf({
      directed: false,
      nodeCount: n,
      sources: edges.map(([u = -1]) => u),
      targets: edges.map(([, v = -1]) => v),
    })

    test('has as many graphs as our own enumeration', () => {
      expect(graphsLike(graph, null, null)).toHaveLength(count)
    })

    test('60,000 draws give the exact means within 4 standard errors', () => {
      const draws = 60_000
      const chain = new Rewiring(graph, free, name)
      let sumTransitivity = 0
      let sumEi = 0
      for (let b = 0; b < draws; b++) {
        chain.advance(5 * graph.edgeCount)
        sumTransitivity += transitivityOf(chain)
        sumEi += eiOf(chain, ei.labels)
      }
      expect(Math.abs(sumTransitivity / draws - transitivity.mean)).toBeLessThan(
        (4 * transitivity.sd) / Math.sqrt(draws),
      )
      expect(Math.abs(sumEi / draws - ei.mean)).toBeLessThan((4 * ei.sd) / Math.sqrt(draws))
    })
  },
)

/** Drawings and who was not asked: silent, outside, or both. */
const cases: readonly [string, string, { silent?: string; outside?: string; groups?: string }][] = [
  ['two silent actors', 'a-b b-c c-a c-d d-e e-f f-d a-g g-e', { silent: 'a d' }],
  ['two silent actors seen together in a document', 'a-b b-c c-a c-d d-e e-f f-d a-g g-e', { silent: 'a b' }],
  ['three outside', 'a-x b-x b-y c-z a-b c-d d-x a-c b-d', { outside: 'x y z' }],
  ['three outside, two silent', 'a-x b-x b-y c-z a-b c-d d-x a-c b-d', { outside: 'x y z', silent: 'a y' }],
  ['kept mixing', 'a-b b-c c-a c-d d-e e-f f-d a-e b-f', { groups: 'a b c' }],
  ['kept mixing, one pair silent', 'a-b b-c c-a c-d d-e e-f f-d a-e b-f', { groups: 'a b d', silent: 'a c' }],
]

describe.each(cases)('%s', (name, drawing, { silent, outside, groups }) => {
  const graph = ties(drawing)
  const marked = (names: string | undefined) => {
    const wanted = names?.split(' ') ?? []
    return [...nodesOf(drawing).keys()].map((node) => wanted.includes(node))
  }
  const outsideNodes = marked(outside)
  const unasked = Uint8Array.from(marked(silent), (is, node) => (is ? 1 : 0) | (outsideNodes[node] ? 2 : 0))
  const mixing = groups ? Int32Array.from(marked(groups), Number) : null

  test('every graph that keeps the constraints is drawn, all equally often', () => {
    const all = graphsLike(graph, unasked, mixing)
    const counts = new Map(all.map((candidate) => [candidate.join(' '), 0]))
    const chain = new Rewiring(graph, { unasked, mixing }, name)
    chain.advance(60 * graph.edgeCount)
    for (let b = 0; b < 200 * all.length; b++) {
      chain.advance(15 * graph.edgeCount)
      const key = drawn(chain).join(' ')
      expect(counts.has(key)).toBe(true)
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    expect(all.length).toBeGreaterThan(5)
    expect(unevenness([...counts.values()])).toBeLessThan(5)
  })
})

describe('laws', () => {
  const asked = fc.array(fc.nat(3), { minLength: 6, maxLength: 6 })

  test('with any two sets unasked, every graph of the same degrees is reached', () => {
    fc.assert(
      fc.property(drawnGraph(6), asked, (graph, bits) => {
        const unasked = Uint8Array.from(bits)
        const all = graphsLike(graph, unasked, null)
        const seen = new Set<string>()
        const chain = new Rewiring(graph, { unasked, mixing: null }, 'reach')
        for (let b = 0; b < 60 * all.length + 60 && seen.size < all.length; b++) {
          seen.add(drawn(chain).join(' '))
          chain.advance(4 * graph.edgeCount)
        }
        expect(seen.size).toBe(all.length)
      }),
      { numRuns: 60, seed: 1 },
    )
  })

  test('degrees, mixing and ties between the unasked are kept', () => {
    fc.assert(
      fc.property(drawnGraph(40), fc.infiniteStream(fc.nat(3)), fc.infiniteStream(fc.nat(2)), (graph, bits, labels) => {
        const unasked = Uint8Array.from({ length: graph.nodeCount }, () => bits.next().value)
        const mixing = Int32Array.from({ length: graph.nodeCount }, () => labels.next().value)
        const chain = new Rewiring(graph, { unasked, mixing }, 'laws')
        const before = facts(chain, unasked, mixing)
        chain.advance(500)
        expect(facts(chain, unasked, mixing)).toEqual(before)
        expect(new Set(drawn(chain)).size).toBe(graph.edgeCount)
      }),
    )
  })

  test('a stream is the same in one go or in steps', () => {
    const graph = ties('a-b b-c c-d d-e e-f f-a a-d')
    const steps = new Rewiring(graph, free, 's')
    for (let i = 0; i < 7; i++) steps.advance(1024)
    const once = new Rewiring(graph, free, 's')
    once.advance(7 * 1024)
    expect([...once.ends]).toEqual([...steps.ends])
  })
})

function drawn(chain: Rewiring): number[] {
  return pairsOf(chain)
    .map(([u, v]) => dyad(chain.nodeCount, u, v))
    .sort((a, b) => a - b)
}

function pairsOf({ ends }: Rewiring): [number, number][] {
  return Array.from({ length: ends.length / 2 }, (_, slot) => [ends[2 * slot] ?? -1, ends[2 * slot + 1] ?? -1])
}

function facts(chain: Rewiring, unasked: Uint8Array, mixing: Int32Array) {
  const pairs = pairsOf(chain)
  const shared = ([u, v]: [number, number]) => ((unasked[u] ?? 0) & (unasked[v] ?? 0)) !== 0
  return {
    degrees: pairs.flat().sort((a, b) => a - b),
    mixing: pairs.map((pair) => pair.map((node) => mixing[node] ?? -1).sort()).sort(),
    staying: pairs.filter(shared),
  }
}

function transitivityOf(chain: Rewiring): number {
  const n = chain.nodeCount
  const tied = Array.from({ length: n }, () => new Set<number>())
  for (const [u, v] of pairsOf(chain)) {
    tied[u]?.add(v)
    tied[v]?.add(u)
  }
  let closed = 0
  let paths = 0
  for (const around of tied) {
    for (const u of around) {
      for (const v of around) {
        if (u === v) continue
        paths++
        if (tied[u]?.has(v)) closed++
      }
    }
  }
  return closed / paths
}

function eiOf(chain: Rewiring, labels: readonly number[]): number {
  const pairs = pairsOf(chain)
  const external = pairs.filter(([u, v]) => labels[u] !== labels[v]).length
  return (2 * external - pairs.length) / pairs.length
}

function drawnGraph(mostNodes: number): fc.Arbitrary<Graph> {
  return fc
    .integer({ min: Math.min(mostNodes, 6), max: mostNodes })
    .chain((n) => {
      const node = fc.nat(n - 1)
      const pair = fc.tuple(node, node).filter(([u, v]) => u < v)
      const pairs = fc.uniqueArray(pair, { selector: ([u, v]) => u * n + v, minLength: 2, maxLength: 2 * n })
      return fc.tuple(fc.constant(n), pairs)
    })
    .map(([nodeCount, pairs]) =>
      graphOf({ directed: false, nodeCount, sources: pairs.map(([u]) => u), targets: pairs.map(([, v]) => v) }),
    )
}
