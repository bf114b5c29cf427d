import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyTerritory, nouns } from '../../../server/domain/territory.ts'
import { fieldOfHeader, nounOfFile } from '../../../server/exchange/columns.ts'
import { readCsv } from '../../../server/exchange/csv.ts'
import { territoryToExcelCsv } from '../../../server/exchange/formats/excel-csv.ts'
import { frenchColumns, titleOf } from '../../../server/exchange/formats/french.ts'
import { applied, spelled, territories, writable } from '../../domain/arbitrary.ts'

test('every French header and title is one that the import takes for what it is', () => {
  for (const noun of nouns) {
    expect(nounOfFile(`${titleOf(noun)}.csv`)).toBe(noun)
    for (const { header, field } of frenchColumns(noun, 'named')) {
      expect([noun, header, fieldOfHeader(noun, header)]).toEqual([noun, header, field])
    }
  }
})

test('what is written for a French Excel comes back the same', () => {
  fc.assert(
    fc.property(territories(), (territory) => {
      const files = [...territoryToExcelCsv(territory, 'named')].map(([name, text]) => ({
        name,
        bytes: new TextEncoder().encode(text),
      }))
      const { changes, refusals } = readCsv(files, emptyTerritory(territory.id))
      expect(refusals).toEqual([])
      const back = { ...applied(emptyTerritory(territory.id), changes), revision: territory.revision }
      expect(spelled(back)).toEqual(spelled(writable(territory)))
    }),
    { numRuns: 100 },
  )
})
