import { describe, expect, test } from 'vitest'
import { wilson } from '../../server/diagnosis/statistics/interval.ts'
import { absentKinds, calibrateSilence, calibrateTerritories, classes, silentRows, sumOver } from './silence.ts'

/** A small seeded sample of what `npm run calibrate` does at length: a share may lie below what was stated only by chance, or by what is said of it. */
const tooSure = 0.1

describe('what is said of absent ties is true about as often as stated', () => {
  const sampled = ['100 % answer, recall 0.8', '80 % answer, recall 0.8', '60 % answer, recall 0.8']
  test.each(silentRows.filter(({ name }) => sampled.includes(name)).map((row) => [row.name, row] as const))(
    '%s',
    async (_, row) => {
      const calibrated = await calibrateSilence(row, 12)
      expect(sumOver(calibrated, absentKinds).of).toBeGreaterThan(30)
      for (const least of classes) {
        const { count, of } = sumOver(calibrated, absentKinds, least)
        expect(wilson(count, of)?.high ?? 1).toBeGreaterThan(least - tooSure)
      }
    },
    30_000,
  )

  test('in fictitious territories, of isolates and of dependences', async () => {
    const calibrated = await calibrateTerritories(['seed 0', 'seed 1', 'seed 2', 'seed 3', 'val-de-brume'])
    for (const kinds of [['isolated_actor'], ['dependent_actor', 'single_tie']] as const) {
      const { count, of } = sumOver(calibrated, kinds)
      expect(of).toBeGreaterThan(0)
      expect(wilson(count, of)?.high ?? 1).toBeGreaterThan(0.75)
    }
  }, 30_000)
})
