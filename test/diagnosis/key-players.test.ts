import { describe, expect, test } from 'vitest'
import { fragmentationWithout, keyPlayers } from '../../server/diagnosis/key-players.ts'
import { piecesWithout } from '../../server/diagnosis/pieces.ts'
import { nodesOf, ties } from '../analysis/drawing.ts'
import { oracle } from '../analysis/oracle.ts'
import keyPlayerReference from '../oracles/kpp_neg.json' with { type: 'json' }

describe.each(Object.entries(keyPlayerReference.results))('key players of %s', (id, reference) => {
  const { subject, ids } = oracle(id)

  test.each([
    [1, reference.k1],
    [2, reference.k2],
  ] as const)('%i', (count, { set, F, DF }) => {
    const found = keyPlayers(subject.graph, count)
    expect(found?.fragmentation.distances).toBeCloseTo(DF, 9)
    const nodes = set.map((name) => ids.indexOf(name))
    expect(fragmentationWithout(subject.graph, nodes)?.distances).toBeCloseTo(DF, 9)
    expect(fragmentationWithout(subject.graph, nodes)?.pairs).toBeCloseTo(F, 9)
  })
})

test('without Medici the Florentine families fall into pieces of 11, 2 and 1', () => {
  const { subject, ids } = oracle('florentine_marriage')
  const pieces = piecesWithout(subject.graph, ids.indexOf('Medici'))
  expect(pieces.map((piece) => piece.length)).toEqual([11, 2, 1])
  expect([...(pieces[1] ?? [])].map((node) => ids[node])).toEqual(['Pazzi', 'Salviati'])
})

test('of two equal pieces the one of the first actor comes first', () => {
  const drawing = 'a-b b-c'
  const pieces = piecesWithout(ties(drawing), nodesOf(drawing).get('b') ?? -1)
  expect(pieces.map((piece) => [...piece])).toEqual([[0], [2]])
})
