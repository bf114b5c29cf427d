import { beforeAll, describe, expect, test } from 'vitest'
import { wilson } from '../../server/diagnosis/statistics/interval.ts'
import type { Share } from './calibration.ts'
import { expected, type Sight, searchTerritories, sights } from './fictitious.ts'

/** A few of the fifty territories that `npm run calibrate` searches: a rate may lie beyond its bound only by chance. */
const seeds = Array.from({ length: 12 }, (_, index) => `seed ${index}`)

describe('what was planted in fictitious territories is found, and little else', () => {
  let found: ReadonlyMap<Sight, Share> = new Map()
  beforeAll(async () => {
    found = await searchTerritories(seeds)
  }, 120_000)

  test.each(sights.filter((sight) => expected[sight] !== undefined))('%s', (sight) => {
    const { count, of } = found.get(sight) ?? { count: 0, of: 0 }
    const bound = expected[sight] ?? { least: 1 }
    expect(of).toBeGreaterThan(0)
    if ('least' in bound) expect(wilson(count, of)?.high ?? 0).toBeGreaterThanOrEqual(bound.least)
    else expect(wilson(count, of)?.low ?? 1).toBeLessThanOrEqual(bound.most)
  })

  test('a club that can be judged is one in most territories', () => {
    const { count, of } = found.get('club judged') ?? { count: 0, of: 1 }
    expect(count / of).toBeGreaterThan(0.5)
  })
})
