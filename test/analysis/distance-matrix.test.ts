import { describe, expect, test } from 'vitest'
import { DistanceMatrix } from '../../server/analysis/distance-matrix.ts'
import { distancesToEach, globalEfficiency } from '../../server/analysis/distances.ts'
import { Analysis } from '../../server/analysis/measure.ts'
import { afterChange } from '../../server/analysis/what-if.ts'
import gainReference from '../oracles/link_gain.json' with { type: 'json' }
import { nodesOf, ties } from './drawing.ts'
import { oracle } from './oracle.ts'

describe.each(Object.entries(gainReference.results))('one more tie in %s', (id, { E, top }) => {
  const { subject, ids } = oracle(id)
  const matrix = new DistanceMatrix(subject.graph)

  test('efficiency', () => expect(efficiencyOf(new Analysis(subject))).toBeCloseTo(E, 10))

  test.each(top)('$pair', ({ pair, gain }) => {
    const [u = -1, v = -1] = pair.map((name) => ids.indexOf(name))
    expect(matrix.gainOf(u, v)).toBeCloseTo(gain, 10)
    expect(matrix.gainOf(v, u)).toBeCloseTo(gain, 10)
  })

  test('the gain is what the measure of the network with the tie has more', () => {
    const between = (top.at(-1)?.pair ?? []).map((name) => ids.indexOf(name)) as [number, number]
    const before = new Analysis(subject)
    const after = afterChange(before, { add: 'tie', between })
    expect(efficiencyOf(after) - efficiencyOf(before)).toBeCloseTo(matrix.gainOf(...between), 12)
  })
})

test('a tie that exists already brings nothing', () => {
  const drawing = 'a-b b-c c-d d-a'
  const nodes = nodesOf(drawing)
  expect(new DistanceMatrix(ties(drawing)).gainOf(nodes.get('a') ?? -1, nodes.get('b') ?? -1)).toBe(0)
})

function efficiencyOf(analysis: Analysis): number {
  return globalEfficiency(analysis.once(distancesToEach), analysis.graph.nodeCount) ?? 0
}
