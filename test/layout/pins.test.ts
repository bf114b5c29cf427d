import { describe, expect, test } from 'vitest'
import type { Area, Arrangement } from '../../server/layout/arrangement.ts'
import { spacing } from '../../server/layout/drawing.ts'
import { withPins } from '../../server/layout/pins.ts'

const at = (points: Readonly<Record<string, readonly [number, number]>>) => new Map(Object.entries(points))
const square = [
  [-1, -1],
  [1, -1],
  [1, 1],
  [-1, 1],
] as const

function arrangement(areas: readonly Area[] = []): Arrangement {
  return { points: at({ 'actor:a': [0, 0], 'actor:b': [300, 0], 'actor:c': [600, 0], 'space:s': [0, 300] }), areas }
}

const area = (kind: Area['kind'], members: readonly string[]): Area => ({
  kind,
  of: 'x',
  outline: square,
  name: [0, 1],
  members,
})

describe('what people put somewhere', () => {
  test('stands there, actors and spaces, and nothing else moves while it has room', () => {
    const { points } = withPins(arrangement(), at({ 'actor:a': [90, -250], 'space:s': [5, 5], 'actor:gone': [1, 1] }))
    expect(Object.fromEntries(points)).toEqual({
      'actor:a': [90, -250],
      'actor:b': [300, 0],
      'actor:c': [600, 0],
      'space:s': [5, 5],
    })
  })

  test('nobody put anywhere leaves the arrangement as it is', () => {
    const given = arrangement([area('group', ['actor:a'])])
    expect(withPins(given, at({ 'actor:gone': [1, 1] }))).toEqual(given)
  })

  test('makes who stands under it step aside, itself never', () => {
    const { points } = withPins(arrangement(), at({ 'actor:a': [590, 0], 'actor:b': [595, 0] }))
    expect([points.get('actor:a'), points.get('actor:b')]).toEqual([
      [590, 0],
      [595, 0],
    ])
    const [x = 0, y = 0] = points.get('actor:c') ?? []
    expect(Math.hypot(x - 595, y)).toBeGreaterThanOrEqual(spacing * 0.4 - 1e-9)
  })

  test('does not push others off a ring, whose places mean something', () => {
    const { points } = withPins(arrangement([area('ring', ['actor:c'])]), at({ 'actor:a': [599, 0] }))
    expect(points.get('actor:c')).toEqual([600, 0])
  })

  test('is within the line around its group, and left out of its tray', () => {
    const given = arrangement([area('group', ['actor:a', 'actor:b']), area('tray', ['actor:c', 'actor:a'])])
    const { areas } = withPins(given, at({ 'actor:a': [-700, 40] }))
    const [group, tray] = areas
    expect(Math.min(...(group?.outline ?? []).map(([x]) => x))).toBeLessThan(-700)
    expect(Math.max(...(group?.outline ?? []).map(([x]) => x))).toBeGreaterThan(300)
    expect(tray?.members).toEqual(['actor:c'])
    expect(withPins(given, at({ 'actor:a': [0, 9], 'actor:c': [0, 999] })).areas).toHaveLength(1)
  })
})
