import fc from 'fast-check'
import { expect, test } from 'vitest'
import { removing } from '../../../client/edit/removal.ts'
import { apply } from '../../../server/domain/change.ts'
import { usesOf } from '../../../server/domain/reference.ts'
import { collectionOf, type Noun } from '../../../server/domain/territory.ts'
import { territories } from '../../domain/arbitrary.ts'

test('whatever is named can be taken away with what names it, and comes back as it was', () => {
  fc.assert(
    fc.property(territories(), (territory) => {
      for (const noun of ['actor', 'space', 'wave', 'seminar', 'challenge'] as const) {
        for (const id of territory[collectionOf[noun]].keys()) {
          const { changes, gone, kept } = removing(territory, noun, [{ id }])
          const applied = apply(territory, changes)
          if (!applied.ok) throw new Error(JSON.stringify(applied.refusals))
          expect(usesOf(applied.territory, [{ to: noun, id }])).toEqual([[]])
          expect(apply(applied.territory, applied.inverse)).toMatchObject({ ok: true, territory })
          const removed = [...gone.values()].reduce((sum, n) => sum + n, 0)
          expect(changes.length).toBe(removed + kept)
          for (const [other, n] of gone) expect(sizeOf(territory, other) - sizeOf(applied.territory, other)).toBe(n)
        }
      }
    }),
    { numRuns: 30 },
  )
})

function sizeOf(territory: Parameters<typeof removing>[0], noun: Noun): number {
  return territory[collectionOf[noun]].size
}
