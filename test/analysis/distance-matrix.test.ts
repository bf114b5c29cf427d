import { describe, expect, test } from 'vitest'
import { DistanceMatrix } from '../../server/analysis/distance-matrix.ts'
import { graphOf } from '../../server/network/graph.ts'
import gainReference from '../oracles/link_gain.json' with { type: 'json' }
import { nodesOf, ties } from './drawing.ts'
import { oracle } from './oracle.ts'

describe.each(Object.entries(gainReference.results))('one more tie in %s', (id, { E, top }) => {
  const { subject, ids } = oracle(id)
  const matrix = new DistanceMatrix(subject.graph)

  test('efficiency', () => expect(matrix.efficiency()).toBeCloseTo(E, 10))

  test.each(top)('$pair', ({ pair, gain }) => {
    const [u = -1, v = -1] = pair.map((name) => ids.indexOf(name))
    expect(matrix.gainOf(u, v)).toBeCloseTo(gain, 10)
    expect(matrix.gainOf(v, u)).toBeCloseTo(gain, 10)
  })

  test('the gain is what the network with the tie has more', () => {
    const { nodeCount, sources, targets } = subject.graph
    const [u = -1, v = -1] = (top.at(-1)?.pair ?? []).map((name) => ids.indexOf(name))
    const more = graphOf({ directed: false, nodeCount, sources: [...sources, u], targets: [...targets, v] })
    expect((new DistanceMatrix(more).efficiency() ?? 0) - (matrix.efficiency() ?? 0)).toBeCloseTo(
      matrix.gainOf(u, v),
      12,
    )
  })
})

test('a tie that exists already brings nothing', () => {
  const drawing = 'a-b b-c c-d d-a'
  const nodes = nodesOf(drawing)
  expect(new DistanceMatrix(ties(drawing)).gainOf(nodes.get('a') ?? -1, nodes.get('b') ?? -1)).toBe(0)
})
