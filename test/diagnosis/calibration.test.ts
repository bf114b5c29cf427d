import { describe, expect, test } from 'vitest'
import { defaultThresholds } from '../../server/diagnosis/thresholds.ts'
import { bounds, type Claim, calibrate, claims, type Row, rows, type Share } from './calibration.ts'
import { healthy } from './worlds.ts'

/** A small seeded sample of what `npm run calibrate` does at length. */
const worlds = 12

describe('false flags stay within their bounds', () => {
  test.each(['communes × 10, spheres lean', '25 actors', 'mean degree 1.5'])('%s', async (name) => {
    const tally = await calibrate(rowNamed(name), worlds)
    for (const claim of claims)
      expect(`${claim} ${isSurelyAbove(tally[`false ${claim}`], bounds[claim])}`).toBe(`${claim} false`)
  })
})

describe('a rule that is broken is caught by as many worlds', () => {
  test.each([
    ['any go-between that cuts off three', 'mean degree 1.5', 'broker', { 'broker.level': 1 }],
    [
      'a sphere with fewer partners than average',
      'homophily × 2',
      'sphere',
      { 'apart.level': 1, 'apart.mostRatio': 1 },
    ],
    [
      'pairs with any fewer ties',
      'communes × 10, spheres lean',
      'pair',
      { 'excluded.mostRatio': 1, 'excluded.falseDiscovery': 1 },
    ],
  ] as const)('%s', async (_, name, claim: Claim, broken) => {
    const tally = await calibrate(rowNamed(name), worlds, 0, { ...defaultThresholds, ...broken })
    expect(isSurelyAbove(tally[`false ${claim}`], bounds[claim])).toBe(true)
  })
})

describe('what is planted is found', () => {
  test.each(['club of 6, outside ÷ 3', 'sphere ÷ 5', 'between halves, 25 actors'])('%s', async (name) => {
    const { found } = await calibrate(rowNamed(name), worlds)
    // Fewer would be found by a rule that finds nine in ten in one sample of a thousand.
    expect(found.count).toBeGreaterThan(0)
    expect(binomialTail(found.of - found.count, found.of, 0.1)).toBeGreaterThan(0.001)
  })
})

test('a closed group whose members did not answer is not judged, rather than missed', async () => {
  const planted = { kind: 'club', members: 5, density: 0.9, outside: 0.1, hidden: false } as const
  const tally = await calibrate({ name: 'mute', options: { ...healthy, response: 0.7, planted } }, worlds)
  expect(tally['planted judged'].count).toBeLessThan(tally['planted judged'].of)
  expect(tally.found.of).toBe(tally['planted judged'].count)
})

function rowNamed(wanted: string): Row {
  const row = rows.find(({ name }) => name === wanted)
  if (!row) throw new Error(`no row ${wanted}`)
  return row
}

/** Whether a rule within its bound would give as many in fewer than one sample of a thousand. */
function isSurelyAbove({ count, of }: Share, bound: number): boolean {
  return binomialTail(count, of, bound) < 0.001
}

/** Chance of at least `count` of `of`, each with chance p. */
function binomialTail(count: number, of: number, p: number): number {
  let term = (1 - p) ** of
  let below = 0
  for (let k = 0; k < count; k++) {
    below += term
    term *= (((of - k) / (k + 1)) * p) / (1 - p)
  }
  return 1 - below
}
