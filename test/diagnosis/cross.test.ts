import { describe, expect, test } from 'vitest'
import { caseOfNetwork } from '../../server/diagnosis/bare-case.ts'
import { amongTerritories, crossAlone } from '../../server/diagnosis/cross.ts'
import { cohesionOf, diagnose } from '../../server/diagnosis/diagnose.ts'
import type { Profile } from '../../server/diagnosis/profile.ts'
import { defaultRules, defaultThresholds } from '../../server/diagnosis/thresholds.ts'
import { healthy, worldOf } from './worlds.ts'

const subject = caseOfNetwork(worldOf(healthy, 'cross').network)
const told = cohesionOf(subject, defaultRules, 's')

describe('where the cross of the plane stands', () => {
  test('where convention puts it, or where the territory itself does', () => {
    expect(crossAlone(defaultThresholds)).toEqual({ at: 0.1, basis: 'convention', territories: null })
    const own = crossAlone({ ...defaultThresholds, 'cohesion.cross': 0.2 })
    expect(own).toEqual({ at: 0.2, basis: 'adopted', territories: null })
  })

  test('at the median of five territories or more, and its own choice is never overruled', () => {
    const cross = (cohesions: number[], profile = placed(0, 0.1)) =>
      amongTerritories(profile, cohesions).cohesion?.cross
    expect(cross([0.3, 0.1, 0.5, 0.2])).toMatchObject({ at: 0.1, basis: 'convention' })
    expect(cross([0.3, 0.1, 0.5, 0.2, 0.9])).toEqual({ at: 0.3, basis: 'median', territories: 5 })
    const adopted = { at: 0.2, basis: 'adopted', territories: null } as const
    const profile = placed(0, 0.1)
    const own = { ...profile, cohesion: profile.cohesion && { ...profile.cohesion, cross: adopted } }
    expect(cross([0.3, 0.1, 0.5, 0.2, 0.9], own)).toEqual(adopted)
  })

  test('and the territory is placed anew against it', () => {
    // Between .15 and .25 in cohesion, above chance in opening.
    const profile = placed(0.15, 0.25)
    const quadrantAt = (cross: number) => amongTerritories(profile, Array(5).fill(cross)).quadrant
    expect([quadrantAt(0.1), quadrantAt(0.2), quadrantAt(0.3)]).toEqual(['woven_open', null, 'outgoing'])
  })
})

test('the cohesion told to others is the one its own diagnosis tells', async () => {
  const { profile } = await diagnose(subject, { seed: 's', until: 'first' })
  expect(profile.cohesion?.isTold).toBe(true)
  expect(told).toBe(profile.cohesion?.value)
})

function placed(low: number, high: number): Profile {
  const none = { value: 0, interval: null } as const
  return {
    cohesion: {
      value: (low + high) / 2,
      cross: crossAlone(defaultThresholds),
      error: 0.02,
      interval: { low, high },
      band: null,
      chance: null,
      isTold: true,
    },
    opening: { value: 0.8, expected: 0.5, interval: { low: 0.7, high: 0.9 }, band: null },
    proximity: null,
    breadth: none,
    diversity: none,
    quadrant: null,
  } as unknown as Profile
}
