import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pathBetween, within } from '../../../client/view/focus.ts'

const view = (
  actors: readonly string[],
  pairs: readonly (readonly [number, number])[],
  shown = [...actors.keys()],
) => ({
  network: {
    actors: [...actors],
    edges: pairs.map(([from, to]) => ({ from, to, weight: null, ties: [], spaces: [], multiplexity: 1 })),
  } as never,
  shown,
})

const chain = ['a', 'b', 'c', 'd', 'e']
const links = [
  [0, 1],
  [2, 1],
  [2, 3],
  [3, 4],
] as const

test('one, two and three steps reach one actor more each along a chain, whichever way ties go', () => {
  for (const steps of [1, 2, 3]) expect(within(view(chain, links), 'a', steps)).toEqual(chain.slice(0, steps + 1))
})

test('who is hidden is neither reached nor passed through', () => {
  expect(within(view(chain, links, [0, 1, 3, 4]), 'a', 3)).toEqual(['a', 'b'])
  expect(pathBetween(view(chain, links, [0, 1, 3, 4]), 'a', 'd')).toBeNull()
  expect(pathBetween(view(chain, links), 'a', 'd')).toEqual(['a', 'b', 'c', 'd'])
  expect(pathBetween(view(chain, links), 'a', 'nobody')).toBeNull()
})

test('a path is as long as the steps that reach its end, and both ends find one alike', () =>
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 30 }),
      fc.nat(11),
      fc.nat(11),
      (pairs, from, to) => {
        const given = view(
          Array.from({ length: 12 }, (_, i) => `n${i}`),
          pairs,
        )
        const path = pathBetween(given, `n${from}`, `n${to}`)
        expect(pathBetween(given, `n${to}`, `n${from}`)?.length).toBe(path?.length)
        if (path === null) return
        const steps = path.length - 1
        expect(within(given, `n${from}`, steps)).toContain(`n${to}`)
        if (steps > 0) expect(within(given, `n${from}`, steps - 1)).not.toContain(`n${to}`)
      },
    ),
  ))
