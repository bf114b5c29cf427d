import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepingOrder } from '../../../../client/screens/findings/agenda-order.ts'

const item = (id: string, ...parts: string[]) => ({ id, parts })

test('what is refined stays where it was, what is new comes last', () => {
  const shown = [item('group', 'a'), item('silent'), item('pilot', 'p')]
  const now = [item('pilot', 'p'), item('spheres', 's'), item('club', 'a', 'b'), item('silent')]
  expect(keepingOrder(shown, now).map(({ id }) => id)).toEqual(['club', 'silent', 'pilot', 'spheres'])
})

test('nothing is lost or doubled, whatever was shown', () => {
  const items = fc.array(fc.record({ id: fc.string(), parts: fc.array(fc.constantFrom('a', 'b', 'c')) }))
  fc.assert(
    fc.property(items, items, (shown, now) => {
      expect(new Set(keepingOrder(shown, now))).toEqual(new Set(now))
      expect(keepingOrder(shown, now)).toHaveLength(now.length)
      expect(keepingOrder(now, keepingOrder(now, now))).toEqual(keepingOrder(now, now))
    }),
  )
})
