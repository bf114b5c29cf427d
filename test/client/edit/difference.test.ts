import fc from 'fast-check'
import { expect, test } from 'vitest'
import { difference } from '../../../client/edit/difference.ts'
import { apply } from '../../../server/domain/change.ts'
import { emptyTerritory } from '../../../server/domain/territory.ts'
import { smallWorld, smallWorldChanges, territories } from '../../domain/arbitrary.ts'

test('leads from any state of a territory to any other', () => {
  fc.assert(
    fc.property(territories(), territories(), (now, then) => {
      const applied = apply(now, difference(now, then))
      expect(applied).toMatchObject({ ok: true, territory: { ...then, revision: now.revision } })
    }),
    { numRuns: 30 },
  )
})

test('says no more than what changed', () => {
  fc.assert(
    fc.property(smallWorldChanges(), (changes) => {
      const world = apply(emptyTerritory('t'), smallWorld)
      if (!world.ok) throw new Error(JSON.stringify(world.refusals))
      const after = apply(world.territory, changes)
      fc.pre(after.ok)
      if (after.ok) expect(difference(world.territory, after.territory).length).toBeLessThanOrEqual(changes.length)
    }),
    { numRuns: 30 },
  )
  const [territory] = fc.sample(territories(), { numRuns: 1, seed: 1 })
  if (territory) expect(difference(territory, territory)).toEqual([])
})
