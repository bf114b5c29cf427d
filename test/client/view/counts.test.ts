import fc from 'fast-check'
import { expect, test } from 'vitest'
import { actorCounts, spaceCounts } from '../../../client/view/counts.ts'
import { networkToWire, twoModeToWire } from '../../../server/answer/territory.ts'
import { defaultPerimeter } from '../../../server/domain/perimeter.ts'
import type { Territory } from '../../../server/domain/territory.ts'
import { networkOf } from '../../../server/network/network.ts'
import { twoModeNetworkOf } from '../../../server/network/two-mode.ts'
import { networkSchema, twoModeSchema } from '../../../server/wire/network.ts'
import { territories } from '../../domain/arbitrary.ts'

test('every actor and every space of a territory is counted once, shown or for a reason', () =>
  fc.assert(
    fc.property(territories(), fc.boolean(), fc.nat(), (given, inside, cut) => {
      for (const wave of given.waves.keys()) {
        const { network, twoMode } = wiresOf(given, wave, inside)
        const actors = actorCounts({ network, shown: network.actors.map((_, node) => node).slice(cut) })
        expect(actors.all).toBe(given.actors.size)
        expect(actors.shown + actors.hiddenByLegend + actors.outsidePerimeter + actors.outsideWave).toBe(actors.all)
        expect(Object.values(actors).every((count) => count >= 0)).toBe(true)
        const spaces = spaceCounts({ spaces: given.spaces }, twoMode)
        expect(spaces.all).toBe(given.spaces.size)
        expect(spaces.shown + spaces.outsidePerimeter + spaces.outsideWave).toBe(spaces.all)
        expect(Object.values(spaces).every((count) => count >= 0)).toBe(true)
      }
    }),
    { numRuns: 100 },
  ))

function wiresOf(given: Territory, wave: string, inside: boolean) {
  const perimeter = { ...defaultPerimeter(given, wave), wave, actors: inside ? ('inside' as const) : ('all' as const) }
  const overTheWire = <T>(schema: { parse(value: unknown): T }, answer: unknown) =>
    schema.parse(JSON.parse(JSON.stringify(answer)))
  return {
    network: overTheWire(networkSchema, networkToWire(given, networkOf(given, perimeter))),
    twoMode: overTheWire(twoModeSchema, twoModeToWire(given, twoModeNetworkOf(given, perimeter))),
  }
}
