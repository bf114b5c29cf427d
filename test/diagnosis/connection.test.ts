import { expect, test } from 'vitest'
import { caseOfNetwork } from '../../server/diagnosis/bare-case.ts'
import { findingOf, measured } from '../../server/diagnosis/finding.ts'
import { connect } from '../../server/diagnosis/what-if.ts'
import { graphOf } from '../../server/network/graph.ts'

/** Two triangles, a b c and d e f, that c and d join; g alone. */
const actors = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
const pairs = [
  [0, 1],
  [0, 2],
  [1, 2],
  [2, 3],
  [3, 4],
  [3, 5],
  [4, 5],
] as const
const subject = caseOfNetwork({
  actors,
  graph: graphOf({ directed: false, nodeCount: 7, sources: pairs.map(([u]) => u), targets: pairs.map(([, v]) => v) }),
  groups: ['left', 'left', 'left', 'right', 'right', 'right', null],
  answered: null,
  outside: null,
})
/** As if draws had given four leaving ties: one is a quarter. */
const findings = ['left', 'right'].map((group) =>
  findingOf('closed_group', group === 'left' ? 'signal' : 'none', {
    group: { kind: 'column', id: group },
    dims: [measured('opening', 1, { expected: 4 })],
  }),
)
const connectNow = (from: string, to: string, mostOpening = 0.4) => connect(subject, findings, from, to, mostOpening)

test('one tie between the two groups opens both, and ends the one signal', () => {
  const { tied, distance, groups } = connectNow('a', 'e')
  expect([tied, distance]).toEqual([false, 3])
  expect(groups.map(({ finding }) => finding)).toEqual(findings.map(({ id }) => id))
  for (const { before, after } of groups) {
    expect(before).toEqual({ observed: 1, expected: 4, ratio: 0.25 })
    expect(after.observed).toBe(2)
    expect(after.ratio).toBeCloseTo(2 / after.expected, 15)
  }
  expect(groups.map(({ lifted }) => lifted)).toEqual([true, false])
  expect(connectNow('a', 'e', 0.6).groups.map(({ lifted }) => lifted)).toEqual([false, false])
})

test('only the groups of the two are spoken of, and somebody without any path can be met', () => {
  const { distance, gain, groups } = connectNow('g', 'a')
  expect(distance).toBeNull()
  // g reaches a in 1, b and c in 2, d in 3, e and f in 4 steps, both ways, of 7 · 6 ordered pairs.
  expect(gain).toBeCloseTo((2 * (1 + 2 / 2 + 1 / 3 + 2 / 4)) / 42, 15)
  expect(groups.map(({ finding }) => finding)).toEqual([findings[0]?.id])
})

test('connecting the connected changes nothing', () => {
  const { tied, distance, gain, groups } = connectNow('c', 'd')
  expect([tied, distance, gain]).toEqual([true, 1, 0])
  for (const { before, after, lifted } of groups) expect([after, lifted]).toEqual([before, false])
})

test('it takes two actors of the wave', () => {
  expect(() => connectNow('a', 'a')).toThrow(RangeError)
  expect(() => connectNow('a', 'z')).toThrow(RangeError)
})
