import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recordOf } from '../../../client/data/record.ts'
import { perimeterWithin } from '../../../server/answer/perimeter.ts'
import { territoryToWire } from '../../../server/answer/territory.ts'
import { defaultPerimeter, latestWave } from '../../../server/domain/perimeter.ts'
import { collectionOf, nouns, type Territory } from '../../../server/domain/territory.ts'
import { territorySchema } from '../../../server/wire/territory.ts'
import { territories } from '../../domain/arbitrary.ts'

test('the page holds the very territory that the server holds', () =>
  fc.assert(
    fc.property(territories(), (territory) => {
      const record = recordOverTheWire(territory)
      for (const noun of nouns) {
        expect([...record[collectionOf[noun]]]).toEqual([...territory[collectionOf[noun]]])
      }
      expect([record.id, record.revision]).toEqual([territory.id, territory.revision])
    }),
    { numRuns: 100 },
  ))

test('the page knows the usual perimeter without asking', () =>
  fc.assert(
    fc.property(territories(), (territory) => {
      const record = recordOverTheWire(territory)
      const wave = latestWave(territory)
      fc.pre(wave !== undefined)
      expect(record.latestFirst[0]?.id).toBe(wave)
      const { tieKinds, spaceKinds, ...rest } = defaultPerimeter(record, wave ?? '')
      expect({ ...rest, tieKinds: [...tieKinds].sort(), spaceKinds: [...spaceKinds].sort() }).toEqual(
        perimeterWithin(territory, {}),
      )
    }),
    { numRuns: 100 },
  ))

function recordOverTheWire(territory: Territory) {
  return recordOf(territorySchema.parse(JSON.parse(JSON.stringify(territoryToWire(territory)))))
}
