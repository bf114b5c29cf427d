import { expect, test } from 'vitest'
import { inOrder } from '../../server/diagnosis/diagnosis.ts'
import { type Finding, findingOf, measured } from '../../server/diagnosis/finding.ts'

const group = (subject: string, members: number, q: number, ratio: number): Finding =>
  findingOf('closed_group', 'signal', {
    group: { kind: 'sphere', id: subject },
    members: Array.from({ length: members }, (_, i) => `${subject}${i}`),
    dims: [measured('opening', ratio * 10, { expected: 10, p: q / 2, q })],
  })

test('within a kind: most members, then least chance, then farthest from the expected, then the id', () => {
  const wide = group('z', 12, 0.04, 0.6)
  const rare = group('y', 8, 0.001, 0.6)
  const far = group('x', 8, 0.01, 0.2)
  const near = group('w', 8, 0.01, 0.5)
  const alike = group('v', 8, 0.01, 0.5)
  const expected = [wide, rare, far, alike, near]
  expect(inOrder([near, far, alike, rare, wide])).toEqual(expected)
  expect(inOrder(expected.toReversed())).toEqual(expected)
})

test('signals come first, kinds by gravity, and no number stands before it', () => {
  const isolated = findingOf('isolated_actor', 'signal', { actor: 'a' })
  const untold = findingOf('islet', 'insufficient', { members: ['b', 'c', 'd'] })
  const nothing = findingOf('isolated_actor', 'none', { actor: 'c' })
  const club = group('z', 40, 0.001, 0)
  expect(inOrder([nothing, untold, club, isolated])).toEqual([isolated, club, untold, nothing])
})
