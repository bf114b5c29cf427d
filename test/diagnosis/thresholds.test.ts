import { describe, expect, test } from 'vitest'
import { changesBetween } from '../../server/diagnosis/diagnosis.ts'
import { findingOf, type Grade, type Status } from '../../server/diagnosis/finding.ts'
import {
  defaultRules,
  rulesOf,
  rulesVersion,
  thresholdKeys,
  thresholdTable,
} from '../../server/diagnosis/thresholds.ts'
import type { Setting } from '../../server/domain/territory.ts'

function settings(values: Record<string, Setting['value']>): ReadonlyMap<string, Setting> {
  return new Map(Object.entries(values).map(([key, value]) => [key, { key, value }]))
}

describe('a territory', () => {
  test('without settings follows the defaults', () => {
    expect(rulesOf(settings({ name: 'Val' }))).toEqual(defaultRules)
    expect(defaultRules.version).toBe(rulesVersion)
  })

  test('sets a threshold, and its version says which', () => {
    const rules = rulesOf(settings({ 'diagnosis.group.mostOpening': 0.4, 'diagnosis.actor.leastDegree': 4 }))
    expect(rules.thresholds['group.mostOpening']).toBe(0.4)
    expect(rules.thresholds['group.leastClosure']).toBe(2)
    expect(rules.version).toBe(`${rulesVersion}+actor.leastDegree=4+group.mostOpening=0.4`)
  })

  test('that repeats a default changes nothing', () => {
    expect(rulesOf(settings({ 'diagnosis.group.mostOpening': 0.5 })).version).toBe(rulesVersion)
  })

  test('may give any kind of tie a half-life', () => {
    const rules = rulesOf(settings({ 'diagnosis.halfLife.trust': 36 }))
    expect(rules.halfLives.get('trust')).toBe(36)
    expect(rules.halfLives.get('cooperation')).toBe(12)
  })

  test('is told which settings mean nothing', () => {
    const rules = rulesOf(
      settings({
        'diagnosis.group.mostOpening': 1.5,
        'diagnosis.group.level': 'five',
        'diagnosis.unknown': 1,
        'diagnosis.halfLife.trust': 0,
      }),
    )
    expect(rules.ignored).toEqual([
      'diagnosis.group.mostOpening',
      'diagnosis.group.level',
      'diagnosis.unknown',
      'diagnosis.halfLife.trust',
    ])
    expect(rules.thresholds).toEqual(defaultRules.thresholds)
  })
})

test('every default lies within its bounds', () => {
  for (const key of thresholdKeys) {
    const { value, least, most } = thresholdTable[key]
    expect(value).toBeGreaterThanOrEqual(least)
    expect(value).toBeLessThanOrEqual(most)
  }
})

test('what other thresholds make appear, vanish and change grade', () => {
  const closed = (id: string, grade: Grade) =>
    findingOf('closed_group', 'signal', { group: { kind: 'sphere', id }, grade })
  const isolated = (status: Status) => findingOf('isolated_actor', status, { actor: 'x' })
  const before = [closed('a', 'structural'), closed('b', 'structural'), isolated('none')]
  const after = [closed('a', 'confirmed'), isolated('signal')]
  expect(changesBetween(before, after)).toEqual({
    appeared: ['isolated_actor:{"actor":"x"}'],
    vanished: ['closed_group:{"sphere":"b"}'],
    regraded: ['closed_group:{"sphere":"a"}'],
  })
})
