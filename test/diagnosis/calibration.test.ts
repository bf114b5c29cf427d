import { describe, expect, test } from 'vitest'
import { wilson } from '../../server/diagnosis/statistics/interval.ts'
import { calibrate, type Row, rows, type Share } from './calibration.ts'
import { healthy } from './worlds.ts'

/** A small seeded sample of what `npm run calibrate` does at length: a rate may lie beyond its bound only by chance. */
const worlds = 20
const sampled = [
  'healthy, homophily × 1',
  'healthy, homophily × 2',
  'healthy, homophily × 2, 30 % silent',
  'club of 6, outside ÷ 3',
  'club of 7, outside ÷ 3, 30 % silent',
]

describe('false flags and power', () => {
  test.each(rows.filter(({ name }) => sampled.includes(name)).map((row) => [row.name, row] as const))(
    '%s',
    async (_, row) => {
      const result = await calibrate(row, worlds)
      expect(surelyAbove(result.falseGroups, row.bounds?.groups ?? 1)).toBe(false)
      expect(surelyAbove(result.falseActors, row.bounds?.actors ?? 1)).toBe(false)
      if (isPlanted(row)) expect(surelyBelow(result.found, row.power ?? 0)).toBe(false)
    },
  )
})

test('a closed group whose members did not answer is not judged, rather than missed', async () => {
  const mute = { ...healthy, nonResponse: 0.3, planted: { members: 5, density: 0.9, outside: 0.1, hidden: false } }
  const result = await calibrate({ name: 'mute', options: mute }, worlds)
  expect(result.unjudged.count).toBeGreaterThan(0)
  expect(result.found.of).toBe(worlds - result.unjudged.count)
})

function isPlanted({ options }: Row): boolean {
  return options.planted !== undefined && !options.planted.hidden
}

function surelyAbove({ count, of }: Share, bound: number): boolean {
  return (wilson(count, of)?.low ?? 0) > bound
}

function surelyBelow({ count, of }: Share, bound: number): boolean {
  return (wilson(count, of)?.high ?? 1) < bound
}
