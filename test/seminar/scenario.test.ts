import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { effectOf, type Scenario } from '../../server/seminar/scenario.ts'
import { graphs } from '../analysis/arbitrary.ts'
import { nodesOf, ties } from '../analysis/drawing.ts'

const nothing: Scenario = { leaving: [], weakened: [], added: [] }

describe('et si…', () => {
  const drawing = 'a-b b-c c-a c-d d-e e-f f-d'
  const nodes = nodesOf(drawing)
  const n = (name: string) => nodes.get(name) ?? -1
  const graph = ties(drawing)

  test('nothing supposed, nothing changed', () => {
    const effect = effectOf(graph, nothing)
    expect(effect).toMatchObject({ cutOff: [], indispensable: [], absorbing: [] })
    expect(effect.efficiency.after).toBe(effect.efficiency.before)
  })

  test('the go-between leaves: the other side is cut off, and the tie that would have held is told', () => {
    const { cutOff, absorbing } = effectOf(graph, { ...nothing, leaving: [n('c')] })
    expect(cutOff).toEqual([n('a'), n('b')])
    expect(absorbing).toHaveLength(1)
    expect(absorbing[0]).toMatchObject({ between: [n('a'), n('d')], broughtBack: 2 })
  })

  test('a tie less in a ring makes passages of who was none', () => {
    const ring = ties('a-b b-c c-d d-e e-a')
    const { cutOff, indispensable } = effectOf(ring, { ...nothing, weakened: [[0, 4]] })
    expect(cutOff).toEqual([])
    // The path a b c d e: without c two are left on each side, without b or d one.
    expect(indispensable).toEqual([
      { node: 2, before: 0, after: 2 },
      { node: 1, before: 0, after: 1 },
      { node: 3, before: 0, after: 1 },
    ])
  })

  test('a new tie takes the edge off a leaving', () => {
    const scenario = { ...nothing, leaving: [n('c')], added: [[n('b'), n('e')]] as const }
    expect(effectOf(graph, scenario)).toMatchObject({ cutOff: [], absorbing: [] })
  })

  test('a tie with somebody who leaves, a tie there is, and a weakened tie there is not count for nothing', () => {
    const effect = effectOf(graph, { leaving: [], weakened: [[n('a'), n('f')]], added: [[n('a'), n('b')]] })
    expect(effect.idle).toEqual({ weakened: [[n('a'), n('f')]], added: [[n('a'), n('b')]] })
    expect(effect.graph.edgeCount).toBe(graph.edgeCount)
    const left = effectOf(graph, { leaving: [n('a')], weakened: [], added: [[n('a'), n('f')]] })
    expect(left.idle).toEqual({ weakened: [], added: [] })
    expect(left.graph.edgeCount).toBe(graph.edgeCount - 2)
  })

  test('everybody leaves, or there is nobody', () => {
    expect(effectOf(graph, { ...nothing, leaving: [0, 1, 2, 3, 4, 5] })).toMatchObject({
      cutOff: [],
      efficiency: { before: null, after: null },
    })
    expect(effectOf(ties(''), nothing)).toMatchObject({ cutOff: [], indispensable: [] })
  })

  test('a node out of range is refused', () => {
    expect(() => effectOf(graph, { ...nothing, added: [[0, 9]] })).toThrow(RangeError)
    expect(() => effectOf(graph, { ...nothing, leaving: [-1] })).toThrow(RangeError)
  })

  test('who leaves is never cut off nor indispensable, and with the absorbing ties nobody is cut off', () => {
    fc.assert(
      fc.property(graphs({ most: 9 }), fc.array(fc.nat(8), { maxLength: 3 }), (graph, gone) => {
        const leaving = gone.filter((node) => node < graph.nodeCount)
        const effect = effectOf(graph, { ...nothing, leaving })
        for (const node of leaving) expect(effect.cutOff).not.toContain(node)
        for (const { node, before, after } of effect.indispensable) {
          expect(leaving).not.toContain(node)
          expect(after).toBeGreaterThan(before)
        }
        const added = effect.absorbing.map(({ between }) => between)
        expect(effectOf(graph, { leaving, weakened: [], added }).cutOff).toEqual([])
      }),
    )
  })
})
