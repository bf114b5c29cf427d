import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DistanceMatrix } from '../../server/analysis/distance-matrix.ts'
import type { Graph } from '../../server/network/graph.ts'
import { sharedAttachments } from '../../server/seminar/attachments.ts'
import { type IntroductionQuestion, introductions } from '../../server/seminar/introductions.ts'
import { graphs } from '../analysis/arbitrary.ts'
import { nodesOf, ties } from '../analysis/drawing.ts'
import { oracle } from '../analysis/oracle.ts'
import reference from '../oracles/link_gain.json' with { type: 'json' }

const question = (graph: Graph, fields: Partial<IntroductionQuestion> = {}): IntroductionQuestion => {
  const nodes = Array.from({ length: graph.nodeCount }, (_, node) => node)
  const one = { names: ['one'], groupOf: new Int32Array(graph.nodeCount) }
  return { graph, spheres: one, communities: one, eligible: nodes, findings: [], themes: [], count: 5, ...fields }
}

describe.each(Object.entries(reference.results))('a tie more in %s', (id, { top }) => {
  const { subject, ids } = oracle(id)
  const graph = { ...subject.graph, weights: null }

  test('the largest gain of all pairs is found among those of its kind', () => {
    const [{ pair: first, gain } = { pair: [], gain: Number.NaN }] = top
    // Bridging two who already have a common partner comes first; with the best pair's ends alone eligible, it is that pair.
    const ends = first.map((name) => ids.indexOf(name)).sort((a, b) => a - b)
    const [best] = introductions(question(graph, { eligible: ends }))
    expect(best?.between).toEqual(ends)
    expect(best?.gain).toBeCloseTo(gain, 9)
  })
})

describe('introductions', () => {
  const drawing = 'a-b b-c c-d d-e e-f x'
  const nodes = nodesOf(drawing)
  const of = (...names: string[]) => names.map((name) => nodes.get(name) ?? -1)

  test('what answers a finding comes first, then spheres joined, an introducer, a theme, and the gain', () => {
    const graph = ties(drawing)
    const spheres = { names: ['left', 'right'], groupOf: Int32Array.of(0, 0, 0, 1, 1, 1, 0) }
    const found = introductions(question(graph, { spheres, findings: [{ id: 'isolated:x', members: of('x') }] }))
    // x is alone and of the left: a tie with the right answers the finding and joins spheres; d reaches most.
    expect(found[0]).toMatchObject({
      between: of('d', 'x'),
      repairs: ['isolated:x'],
      crossesSpheres: true,
      introducer: null,
    })
    // Then c and e through d, of two spheres.
    expect(found[1]).toMatchObject({ between: of('c', 'e'), repairs: [], crossesSpheres: true, introducer: of('d')[0] })
  })

  test('a shared theme decides between equals', () => {
    const graph = ties('a-m m-b m-c')
    const themes = [['wood'], [], ['rail'], ['wood']]
    expect(introductions(question(graph, { themes, count: 1 }))[0]).toMatchObject({
      between: [0, 3],
      sharedThemes: ['wood'],
      introducer: 1,
      adamicAdar: 1 / Math.log(3),
    })
  })

  test('nobody is asked twice, only who is eligible, never a tie there is; gains add up', () => {
    fc.assert(
      fc.property(graphs({ most: 10 }), fc.array(fc.nat(9)), (graph, eligible) => {
        const known = eligible.filter((node) => node < graph.nodeCount)
        const before = new DistanceMatrix(graph)
        const found = introductions(question(graph, { eligible: known }))
        const asked = found.flatMap(({ between }) => between)
        expect(new Set(asked).size).toBe(asked.length)
        for (const { between, gain } of found) {
          expect(known).toEqual(expect.arrayContaining([...between]))
          expect(before.between(...between)).toBeGreaterThan(1)
          expect(gain).toBeGreaterThan(0)
        }
      }),
    )
  })
})

describe('shared attachments', () => {
  test('the same emblem and no tie, the rarest emblem first', () => {
    const drawing = 'a-b c d e'
    const nodes = nodesOf(drawing)
    const named = (emblem: string, names: string) =>
      names.split('').map((name) => ({ actor: nodes.get(name) ?? -1, emblem }))
    const graph = ties(drawing)
    const found = sharedAttachments(graph, [
      ...named('paquebot', 'abcd'),
      ...named('beffroi', 'de'),
      ...named('beffroi', 'd'),
      ...named('marais', 'ab'),
    ])
    expect(found[0]).toEqual({ between: [3, 4], emblems: ['beffroi'], affinity: 1 / Math.log(3) })
    // a and b are tied; all other pairs of the four share the ship.
    expect(found.slice(1).map(({ between }) => between)).toEqual([
      [0, 2],
      [0, 3],
      [1, 2],
      [1, 3],
      [2, 3],
    ])
  })
})
