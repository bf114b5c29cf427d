import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyTerritory } from '../../../server/domain/territory.ts'
import { readSheets } from '../../../server/exchange/formats/sheets.ts'
import { territoryToJson } from '../../../server/exchange/formats/territory-json.ts'
import { applied, spelled, territories, writable } from '../../domain/arbitrary.ts'
import { previewOfFile } from './reading.ts'

test('everything that is written in JSON comes back the same', async () => {
  await fc.assert(
    fc.asyncProperty(territories(), async (territory) => {
      const { changes, refusals } = await previewOfFile(territoryToJson(territory, 'named'))
      expect(refusals).toEqual([])
      const back = { ...applied(emptyTerritory(territory.id), changes), revision: territory.revision }
      expect(spelled(back)).toEqual(spelled(writable(territory)))
      expect(territoryToJson(back, 'named')).toBe(territoryToJson(writable(territory), 'named'))
    }),
    { numRuns: 100 },
  )
})

test('a value of another type is refused where it stands, and so is a version to come', async () => {
  const actor = {
    id: 'a',
    name: { fr: 'A' },
    type: 7,
    sphere: 'culture',
    scope: 'local',
    inside: 'peut-être',
    collective: false,
  }
  const { refusals } = await previewOfFile(JSON.stringify({ format: 'maillage', version: 1, actors: [actor] }))
  expect(refusals.map(({ row, column, code }) => [row, column, code])).toEqual([
    [2, 'type', 'unknown_word'],
    [2, 'inside', 'unreadable_value'],
  ])
  const bytes = new TextEncoder().encode('{"format":"maillage","version":2}')
  expect((await readSheets({ name: 'f', bytes })).flaw).toMatchObject({ expected: { format: 'maillage' } })
})
