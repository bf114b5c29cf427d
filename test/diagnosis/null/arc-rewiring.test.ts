import { describe, expect, test } from 'vitest'
import { ArcRewiring } from '../../../server/diagnosis/null/arc-rewiring.ts'
import { arcs } from '../../analysis/drawing.ts'
import { digraphsLike, unevenness } from '../enumeration.ts'

describe.each([
  ['a 3-cycle, which only a turn reverses', 'a>b b>c c>a'],
  ['a cycle and a tail', 'a>b b>c c>a c>d d>a'],
  ['a mutual pair among others', 'a>b b>a b>c c>d d>b d>a'],
  ['a hub', 'a>b a>c a>d b>c c>d d>b e>a e>b'],
])('%s', (name, drawing) => {
  const graph = arcs(drawing)

  test('every graph with the same degrees in and out is drawn, all equally often', () => {
    const all = digraphsLike(graph)
    const counts = new Map(all.map((candidate) => [candidate.join(' '), 0]))
    const chain = new ArcRewiring(graph, null, name)
    for (let b = 0; b < 500 * all.length; b++) {
      chain.advance(20 * graph.edgeCount)
      const key = drawn(chain).join(' ')
      expect(counts.has(key)).toBe(true)
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    expect(all.length).toBeGreaterThan(1)
    expect(unevenness([...counts.values()])).toBeLessThan(5)
  })
})

test('no arc is made between two actors that were not asked about each other', () => {
  const graph = arcs('a>x b>y c>a a>b b>c x>c')
  const names = ['a', 'x', 'b', 'y', 'c']
  const unasked = Uint8Array.from(names, (name) => (name === 'x' || name === 'y' ? 2 : 0))
  const chain = new ArcRewiring(graph, unasked, 'outside')
  for (let b = 0; b < 200; b++) {
    chain.advance(10)
    expect(drawn(chain)).not.toContain(names.indexOf('x') * names.length + names.indexOf('y'))
    expect(drawn(chain)).not.toContain(names.indexOf('y') * names.length + names.indexOf('x'))
  }
})

function drawn({ tails, heads, nodeCount }: ArcRewiring): number[] {
  return Array.from(tails, (tail, e) => tail * nodeCount + (heads[e] ?? -1)).sort((a, b) => a - b)
}
